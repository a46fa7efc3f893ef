#include "workflow/model_editing.h"

#include "base/uuid.h"
#include "dossier/transaction.h"
#include "scoring/ahp.h"
#include "scoring/weights.h"
#include "workflow/settings.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using nlohmann::json;

const QString Geometric = QStringLiteral("geometrique");
constexpr double LargestJudgement = 9;
constexpr double Tenths = 1000;

const std::array<std::pair<WeightMethod, const char*>, 5>& methodCodes()
{
    static const std::array<std::pair<WeightMethod, const char*>, 5> codes{{{WeightMethod::Direct, "direct"},
                                                                            {WeightMethod::Budget, "budget"},
                                                                            {WeightMethod::Swing, "swing"},
                                                                            {WeightMethod::Ahp, "ahp"},
                                                                            {WeightMethod::Ranks, "rangs"}}};
    return codes;
}

Outcome refused(const QString& code, const QStringList& args = {})
{
    Outcome outcome;
    outcome.issues.push_back({base::Severity::Error, code, {}, args});
    return outcome;
}

size_t inputCount(WeightMethod method, int dimensions)
{
    const auto n = static_cast<size_t>(dimensions);
    return method == WeightMethod::Ahp ? n * (n - 1) / 2 : n;
}

QString written(const Stakeholder& stakeholder)
{
    json out{{"name", stakeholder.name.toStdString()},
             {"inputs", stakeholder.inputs},
             {"influence", stakeholder.influence}};
    for (const auto& [method, code] : methodCodes())
        if (method == stakeholder.method) out["method"] = code;
    return QString::fromStdString(out.dump());
}

/// Nothing for what another program or hand may have written in its place.
std::optional<Stakeholder> readStakeholder(const QString& id, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    const json in = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!in.is_object() || !in.value("name", json()).is_string() || !in.value("method", json()).is_string() ||
        !in.value("inputs", json()).is_array() || !in.value("influence", json()).is_number())
        return std::nullopt;
    Stakeholder out;
    out.id = id;
    out.name = QString::fromStdString(in["name"].get<std::string>());
    out.influence = std::max(0.0, in["influence"].get<double>());
    for (const json& number : in["inputs"])
        out.inputs.push_back(number.is_number() ? number.get<double>() : 0);
    for (const auto& [method, code] : methodCodes())
        if (in["method"] == code) out.method = method;
    return out;
}

scoring::Matrix judgementsOf(const std::vector<double>& upper, size_t n)
{
    scoring::Matrix matrix(n, n);
    size_t next = 0;
    for (size_t i = 0; i < n; ++i) {
        matrix.at(i, i) = 1;
        for (size_t j = i + 1; j < n; ++j, ++next) {
            matrix.at(i, j) = upper[next];
            matrix.at(j, i) = 1 / upper[next];
        }
    }
    return matrix;
}

void judge(const Stakeholder& stakeholder, size_t n, WeightsGiven& given)
{
    for (const double judgement : stakeholder.inputs)
        if (!(judgement >= 1 / LargestJudgement - 1e-9 && judgement <= LargestJudgement + 1e-9)) return;
    const scoring::AhpResult result = scoring::ahp(judgementsOf(stakeholder.inputs, n));
    given.weights = result.eigenWeights;
    given.consistency = result.consistencyRatio(scoring::RandomIndex::Saaty);
    if (result.reconsider)
        given.reconsider = {static_cast<int>(result.reconsider->row),
                            static_cast<int>(result.reconsider->column), result.reconsider->given,
                            result.reconsider->suggested};
}

/// Tenths of a percent whose sum is exactly 1: the largest remainders are rounded up.
std::vector<double> rounded(const std::vector<double>& weights)
{
    std::vector<double> out;
    std::vector<std::pair<double, size_t>> remainders;
    double missing = Tenths;
    for (size_t i = 0; i < weights.size(); ++i) {
        out.push_back(std::floor(weights[i] * Tenths + 1e-9));
        missing -= out.back();
        remainders.emplace_back(out.back() - weights[i] * Tenths, i);
    }
    std::stable_sort(remainders.begin(), remainders.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (size_t k = 0; k < remainders.size() && missing > 0.5; ++k, --missing)
        out[remainders[k].second] += 1;
    for (double& weight : out)
        weight /= Tenths;
    return out;
}

Outcome store(Study& study, const QString& key, const QString& value)
{
    return setSetting(study, key, value);
}

} // namespace

int dimensionCount(const Study& study)
{
    return static_cast<int>(study.model().dimensions().size());
}

WeightsGiven weightsGiven(const Stakeholder& stakeholder, int dimensions)
{
    WeightsGiven given;
    const auto n = static_cast<size_t>(dimensions);
    if (stakeholder.inputs.size() != inputCount(stakeholder.method, dimensions)) return given;
    if (stakeholder.method == WeightMethod::Ahp) {
        judge(stakeholder, n, given);
    } else if (stakeholder.method == WeightMethod::Ranks) {
        std::vector<int> ranks;
        for (const double rank : stakeholder.inputs) {
            if (rank < 1) return given;
            ranks.push_back(static_cast<int>(std::min(rank, 1e6)));
        }
        given.weights = scoring::rankOrderCentroid(ranks);
    } else {
        given.weights = scoring::weightsFromPoints(stakeholder.inputs).value_or(std::vector<double>{});
    }
    if (stakeholder.method == WeightMethod::Budget)
        given.missingPoints = scoring::missingPoints(stakeholder.inputs);
    given.complete = !given.weights.empty() && std::abs(given.missingPoints) < 1e-9;
    return given;
}

std::vector<double> inputsFor(WeightMethod method, const std::vector<double>& weights)
{
    std::vector<double> inputs;
    const double largest = *std::max_element(weights.begin(), weights.end());
    const std::vector<double> shares = rounded(weights);
    for (size_t i = 0; i < weights.size(); ++i)
        switch (method) {
        case WeightMethod::Direct:
        case WeightMethod::Budget:
            inputs.push_back(std::round(shares[i] * Tenths) / 10);
            break;
        case WeightMethod::Swing:
            inputs.push_back(std::round(100 * weights[i] / largest));
            break;
        case WeightMethod::Ranks:
            inputs.push_back(
                1 + static_cast<double>(std::count_if(weights.begin(), weights.end(), [&](double other) {
                    return other > weights[i] + 1e-9;
                })));
            break;
        case WeightMethod::Ahp:
            for (size_t j = i + 1; j < weights.size(); ++j) {
                const bool more = weights[i] >= weights[j];
                const double ratio =
                    more ? weights[i] / std::max(weights[j], 1e-6) : weights[j] / std::max(weights[i], 1e-6);
                const double step = std::clamp(std::round(ratio), 1.0, LargestJudgement);
                inputs.push_back(more ? step : 1 / step);
            }
            break;
        }
    return inputs;
}

std::vector<double> modelWeights(const assessment::Model& model)
{
    std::vector<double> weights;
    for (const assessment::Model::Node& dimension : model.dimensions())
        weights.push_back(dimension.weight);
    return weights;
}

std::vector<Stakeholder> stakeholders(const Study& study)
{
    const QHash<QString, QString> settings = study.dossier().settings();
    std::vector<Stakeholder> all;
    for (auto it = settings.cbegin(); it != settings.cend(); ++it)
        if (it.key().startsWith(key::WeightsPrefix) && !it.value().isEmpty())
            if (auto read = readStakeholder(it.key().mid(key::WeightsPrefix.size()), it.value()))
                all.push_back(std::move(*read));
    // Ids sort by creation.
    std::sort(all.begin(), all.end(), [](const Stakeholder& a, const Stakeholder& b) { return a.id < b.id; });
    return all;
}

Outcome setStakeholder(Study& study, const Stakeholder& stakeholder)
{
    Stakeholder kept = stakeholder;
    kept.name = kept.name.simplified();
    if (kept.name.isEmpty()) return refused(QStringLiteral("weights.no_name"));
    if (kept.inputs.size() != inputCount(kept.method, dimensionCount(study)))
        return refused(QStringLiteral("weights.wrong_count"), {kept.name});
    for (const double number : kept.inputs)
        if (!std::isfinite(number) || number < 0)
            return refused(QStringLiteral("weights.negative"), {kept.name});
    if (!(kept.influence >= 0) || !std::isfinite(kept.influence))
        return refused(QStringLiteral("weights.negative"), {kept.name});
    if (kept.id.isEmpty()) kept.id = base::newUuid(study.clock());
    Outcome outcome = store(study, key::WeightsPrefix + kept.id, written(kept));
    outcome.id = kept.id;
    return outcome;
}

Outcome removeStakeholder(Study& study, const QString& id)
{
    return store(study, key::WeightsPrefix + id, {});
}

bool mixesGeometrically(const Study& study)
{
    return study.dossier().setting(key::WeightsMix) == Geometric;
}

Outcome setMixing(Study& study, bool geometric)
{
    return store(study, key::WeightsMix, geometric ? Geometric : QString());
}

WeightsMix mixed(const std::vector<Stakeholder>& stakeholders, int dimensions, bool geometric)
{
    WeightsMix mix;
    std::vector<std::vector<double>> rows;
    std::vector<double> influences;
    for (const Stakeholder& stakeholder : stakeholders) {
        const WeightsGiven given = weightsGiven(stakeholder, dimensions);
        if (!given.complete) {
            mix.leftOut << stakeholder.name;
            continue;
        }
        rows.push_back(given.weights);
        influences.push_back(stakeholder.influence);
    }
    if (rows.empty()) return mix;
    scoring::Matrix matrix(rows.size(), static_cast<size_t>(dimensions));
    for (size_t r = 0; r < rows.size(); ++r)
        std::copy(rows[r].begin(), rows[r].end(), matrix.row(r).begin());
    const auto weights = scoring::mixOf(matrix, influences,
                                        geometric ? scoring::Mixing::Geometric : scoring::Mixing::Arithmetic);
    if (weights) mix.weights = rounded(*weights);
    mix.disagreement = scoring::disagreement(matrix);
    return mix;
}

} // namespace workflow
