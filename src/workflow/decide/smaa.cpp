#include "scoring/smaa.h"

#include "workflow/decide/methods.h"
#include "workflow/decide/weight_laws.h"

#include <cmath>

namespace workflow::decisions {
namespace {

constexpr size_t MostAlternatives = 5000; ///< two tables of that size squared are printed
constexpr std::uint64_t MostSamples = 10'000'000;

/// An entry is a number or [low, high]; one that the table of numbers cannot hold is uncertain.
void readEntry(ProblemReader& reader, const Json& entry, const QString& place, scoring::SmaaProblem& problem,
               size_t a, size_t c)
{
    if (!entry.is_array()) {
        problem.values.at(a, c) = reader.number(entry, place).value_or(0);
        return;
    }
    const auto bounds = reader.numbers(entry, place, 2);
    if (!bounds) return;
    if ((*bounds)[0] > (*bounds)[1])
        reader.fault("bad_interval", place);
    else if ((*bounds)[0] == (*bounds)[1])
        problem.values.at(a, c) = (*bounds)[0];
    else
        problem.uncertain.push_back({a, c, (*bounds)[0], (*bounds)[1]});
}

bool readValues(ProblemReader& reader, const Json& node, scoring::SmaaProblem& problem)
{
    const QString place = QStringLiteral("values");
    if (!reader.isList(node, place)) return false;
    const size_t criteria = node[0].is_array() ? node[0].size() : 0;
    problem.values = scoring::Matrix(node.size(), criteria);
    bool sound = true;
    for (size_t a = 0; a < node.size(); ++a) {
        if (!reader.isList(node[a], at(place, a), criteria)) {
            sound = false;
            continue;
        }
        for (size_t c = 0; c < criteria; ++c)
            readEntry(reader, node[a][c], at(at(place, a), c), problem, a, c);
    }
    return sound && criteria > 0;
}

/// samples × alternatives × criteria: beside the weights, or within them next to "samples".
const Json* valueSamplesOf(const ProblemReader& reader)
{
    if (const Json* node = reader.find("value_samples")) return node;
    const Json* weights = reader.find("weights");
    if (!weights || !weights->is_object()) return nullptr;
    const auto found = weights->find("value_samples");
    return found == weights->end() ? nullptr : &*found;
}

/// The values of the first sample stand for the others where only the shape counts.
bool readValueSamples(ProblemReader& reader, const Json& node, scoring::SmaaProblem& problem)
{
    const QString place = QStringLiteral("value_samples");
    if (!reader.isList(node, place)) return false;
    const auto first = reader.matrix(node[0], at(place, 0), problem.values.columns());
    if (!first) return false;
    if (problem.values.rows() > 0 && problem.values.rows() != first->rows()) {
        reader.fault("wrong_length", at(place, 0),
                     {QString::number(problem.values.rows()), QString::number(first->rows())});
        return false;
    }
    problem.values = *first;
    problem.uncertain.clear();
    problem.valueSamples = scoring::Matrix(node.size(), first->rows() * first->columns());
    for (size_t s = 0; s < node.size(); ++s) {
        if (!reader.isList(node[s], at(place, s), first->rows())) return false;
        const auto values = reader.matrix(node[s], at(place, s), first->columns());
        if (!values) return false;
        for (size_t a = 0; a < values->rows(); ++a)
            std::copy(values->row(a).begin(), values->row(a).end(),
                      problem.valueSamples.row(s).begin() +
                          static_cast<std::ptrdiff_t>(a * first->columns()));
    }
    return true;
}

bool checkSamples(ProblemReader& reader, const scoring::SmaaProblem& problem)
{
    if (problem.values.rows() > MostAlternatives) {
        reader.fault("too_many", QStringLiteral("values"), {QString::number(MostAlternatives)});
        return false;
    }
    if (problem.valueSamples.rows() == 0) return true;
    const auto* given = std::get_if<scoring::GivenWeights>(&problem.weights);
    if (given && given->samples.rows() == problem.valueSamples.rows()) return true;
    reader.fault("samples_differ", QStringLiteral("value_samples"));
    return false;
}

std::optional<scoring::SmaaProblem> problemOf(ProblemReader& reader)
{
    scoring::SmaaProblem problem;
    const Json* varying = valueSamplesOf(reader);
    const Json* values = varying ? reader.find("values") : reader.need("values");
    const Json* weights = reader.need("weights");
    bool sound = varying || values;
    if (values) sound = readValues(reader, *values, problem) && sound;
    if (varying) sound = sound && readValueSamples(reader, *varying, problem);
    if (!sound || !weights) return {};
    auto law = weightLaw(reader, *weights, QStringLiteral("weights"), problem.values.columns());
    if (!law) return {};
    problem.weights = std::move(*law);
    if (!checkSamples(reader, problem)) return {};
    return problem;
}

template <typename Value> Json orNull(const std::vector<std::optional<Value>>& values)
{
    Json list = Json::array();
    for (const std::optional<Value>& value : values)
        list.push_back(value ? Json(*value) : Json());
    return list;
}

} // namespace

std::optional<Json> smaa(ProblemReader& reader)
{
    const auto samples = reader.wholeOr("samples_n", 10000, 1, MostSamples);
    const auto seed = reader.wholeOr("seed", 1, 0, std::numeric_limits<std::uint64_t>::max());
    const auto problem = problemOf(reader);
    if (!samples || !seed || !problem) return {};
    const auto result = scoring::smaa(*problem, {*samples, *seed, true});
    Json json{{"rank_acceptability", toJson(result->acceptability)},
              {"central_weights", orNull(result->centralWeights)},
              {"confidence_factors", orNull(result->confidence)},
              {"pairwise_winning", toJson(result->pairwise)},
              {"n", result->samples},
              {"half_width_95", result->halfWidth95},
              {"seed", result->seed},
              {"choice_entropy_bits", result->choiceEntropy}};
    if (result->rankingEntropy) json["ranking_entropy_bits"] = *result->rankingEntropy;
    return json;
}

} // namespace workflow::decisions
