#include "scoring/best_set.h"
#include "workflow/decide/methods.h"
#include "workflow/decide/weight_laws.h"

#include <algorithm>
#include <limits>
#include <set>

namespace workflow::decisions {
namespace {

constexpr std::uint64_t MostTop = 1000, MostSamples = 10'000'000;

/// A list of true and false (or 1 and 0) per alternative, or the indices of those eligible.
std::optional<std::vector<bool>> eligibleOf(ProblemReader& reader, size_t alternatives)
{
    const Json* node = reader.find("eligible");
    if (!node) return std::vector<bool>();
    const QString place = QStringLiteral("eligible");
    const auto isMark = [](const Json& mark) { return mark.is_boolean() || mark == 0 || mark == 1; };
    if (!reader.isList(*node, place)) return {};
    std::vector<bool> eligible(alternatives);
    const bool marks = (*node)[0].is_boolean() || (node->size() == alternatives && alternatives > 2 &&
                                                   std::all_of(node->begin(), node->end(), isMark));
    if (marks) {
        if (!reader.isList(*node, place, alternatives)) return {};
        for (size_t a = 0; a < alternatives; ++a) {
            if (!isMark((*node)[a])) reader.fault("not_a_mark", at(place, a));
            eligible[a] = (*node)[a] == true || (*node)[a] == 1;
        }
        return eligible;
    }
    const auto indices = reader.indices(*node, place, alternatives);
    if (!indices) return {};
    for (const size_t index : *indices)
        eligible[index] = true;
    return eligible;
}

/// {"cells": […], "threshold": x} or a list of cells; without a threshold, anything above nothing will do.
std::optional<scoring::CellGroup> groupOf(ProblemReader& reader, const Json& node, const QString& place,
                                          size_t cells)
{
    scoring::CellGroup group{{}, std::numeric_limits<double>::denorm_min()};
    const Json* list = &node;
    QString listPlace = place;
    const Json* threshold = reader.find("threshold");
    if (node.is_object()) {
        if (!node.contains("cells")) {
            reader.fault("missing", member(place, "cells"));
            return {};
        }
        list = &node["cells"];
        listPlace = member(place, "cells");
        if (node.contains("threshold")) threshold = &node["threshold"];
    }
    if (threshold) {
        const auto number = reader.number(*threshold, member(place, "threshold"), NotNegative);
        if (!number) return {};
        group.threshold = *number;
    }
    auto indices = reader.indices(*list, listPlace, cells);
    if (!indices) return {};
    group.cells = std::move(*indices);
    return group;
}

bool readGroups(ProblemReader& reader, scoring::CoverageProblem& problem)
{
    const Json* node = reader.find("must_cover");
    if (!node || (node->is_array() && node->empty())) return true;
    const QString place = QStringLiteral("must_cover");
    if (!reader.isList(*node, place)) return false;
    if (node->size() > scoring::CoverageProblem::MostGroups) {
        reader.fault("too_many", place, {QString::number(scoring::CoverageProblem::MostGroups)});
        return false;
    }
    for (size_t g = 0; g < node->size(); ++g)
        if (auto group = groupOf(reader, (*node)[g], at(place, g), problem.value.columns()))
            problem.mustCover.push_back(std::move(*group));
    return problem.mustCover.size() == node->size();
}

std::optional<scoring::CoverageProblem> problemOf(ProblemReader& reader)
{
    const Json* demandNode = reader.need("demand");
    const Json* valueNode = reader.need("value");
    const auto value =
        valueNode ? reader.matrix(*valueNode, QStringLiteral("value"), 0, NotNegative) : std::nullopt;
    const auto demand = demandNode ? reader.numbers(*demandNode, QStringLiteral("demand"),
                                                    value ? value->columns() : 0, NotNegative)
                                   : std::nullopt;
    if (!value) return {};
    scoring::CoverageProblem problem;
    problem.value = *value;
    auto eligible = eligibleOf(reader, value->rows());
    const bool groups = readGroups(reader, problem);
    if (!demand || !eligible || !groups) return {};
    problem.demand = *demand;
    problem.eligible = std::move(*eligible);
    return problem;
}

/// Samples of the demand, one per row, or {"weights": law, "samples_n", "seed"} that draws them, of sum 1.
std::optional<scoring::Matrix> demandsOf(ProblemReader& reader, const Json& node, size_t cells)
{
    const QString place = QStringLiteral("demand_samples");
    if (!node.is_object()) return reader.matrix(node, place, cells, NotNegative);
    if (!node.contains("weights")) {
        reader.fault("missing", member(place, "weights"));
        return {};
    }
    const auto law = weightLaw(reader, node["weights"], member(place, "weights"), cells);
    const Json usualCount = 10000u, usualSeed = 1u;
    const auto count = reader.whole(node.contains("samples_n") ? node["samples_n"] : usualCount,
                                    member(place, "samples_n"), 1, MostSamples);
    const auto seed = reader.whole(node.contains("seed") ? node["seed"] : usualSeed, member(place, "seed"), 0,
                                   std::numeric_limits<std::uint64_t>::max());
    if (!law || !count || !seed) return {};
    if (const auto* given = std::get_if<scoring::GivenWeights>(&*law)) return given->samples;
    return scoring::drawAll(*law, cells, *count, *seed);
}

void addRobustness(const scoring::RobustSets& robust, Json& json)
{
    Json optimal = Json::array(), regrets = Json::array();
    for (const scoring::SetProbability& set : robust.optimal)
        optimal.push_back({{"set", set.members}, {"p", set.probability}});
    for (const scoring::SetRegret& set : robust.regrets)
        regrets.push_back({{"set", set.members}, {"mean", set.mean}, {"p95", set.p95}, {"max", set.max}});
    json["p_optimal"] = optimal;
    json["core_index"] = robust.coreIndex;
    json["regret"] = regrets;
    json["minimax_regret"] = robust.minimax ? Json(robust.minimax->members) : Json();
    if (robust.minimax) json["minimax_regret_value"] = robust.minimax->max;
    json["n"] = robust.samples;
}

} // namespace

std::optional<Json> bestThree(ProblemReader& reader)
{
    const auto top = reader.wholeOr("top", 1, 1, MostTop);
    const auto problem = problemOf(reader);
    if (!problem) return {};
    std::optional<scoring::Matrix> demands;
    const Json* samples = reader.find("demand_samples");
    if (samples) demands = demandsOf(reader, *samples, problem->value.columns());
    if (!top || (samples && !demands)) return {};
    const scoring::BestSets found = scoring::bestSets(*problem, *top);
    Json best = Json::array();
    std::vector<scoring::SetOfThree> asked;
    for (const scoring::BestSet& set : found.best) {
        best.push_back({{"set", set.members}, {"f", set.gain}});
        asked.push_back(set.members);
    }
    Json json{{"best", best}, {"proved", found.proved}, {"evaluated", found.evaluated}};
    if (demands) addRobustness(*scoring::robustSets(*problem, *demands, asked), json);
    return json;
}

} // namespace workflow::decisions
