#include "assessment/assessment_json.h"

#include <cmath>

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;

const char* const NotApplicableText = "NA";

std::string key(const QString& text)
{
    return text.toStdString();
}

/// Whole numbers print without a fraction.
Json number(double value)
{
    if (std::trunc(value) == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
    return value;
}

Json grade(const IndicatorScore& score, double value)
{
    if (score.knowledge == Knowledge::NotApplicable) return NotApplicableText;
    return score.knowledge == Knowledge::Known ? number(value) : Json();
}

Json optionalNumber(const std::optional<double>& value)
{
    return value ? Json(*value) : Json();
}

Json interval(const Interval& score)
{
    if (score.notApplicable)
        return {NotApplicableText, NotApplicableText, NotApplicableText, score.completeness};
    return {optionalNumber(score.central), score.low, score.high, score.completeness};
}

Json intervals(const std::map<QString, Interval>& scores)
{
    Json all = Json::object();
    for (const auto& [code, score] : scores)
        all[key(code)] = interval(score);
    return all;
}

Json indicators(const Model& model, const Assessment& assessment)
{
    Json all = Json::object();
    for (const Model::Indicator& indicator : model.indicators()) {
        const auto found = assessment.indicators.find(indicator.code);
        if (found == assessment.indicators.end()) continue;
        const IndicatorScore& score = found->second;
        all[key(indicator.code)] = {{"brut", grade(score, score.raw)},
                                    {"preuve", score.evidence},
                                    {"retenu", grade(score, score.kept)}};
    }
    return all;
}

Json vetoes(const Assessment& assessment)
{
    Json all = Json::array();
    for (const Veto& veto : assessment.vetoes)
        all.push_back({key(veto.code), key(effectCode(veto.effect))});
    return all;
}

Json statuses(const Assessment& assessment)
{
    Json services = Json::object();
    for (const QString& code : serviceCodes()) {
        const auto found = assessment.serviceStatus.find(code);
        if (found != assessment.serviceStatus.end()) services[key(code)] = key(found->second.code);
    }
    return Json::array({key(assessment.status), services});
}

} // namespace

Json toJson(const Model& model, const Assessment& assessment)
{
    Json profiles = Json::object();
    for (const auto& [code, profile] : assessment.profiles)
        profiles[key(code)] = optionalNumber(profile);
    return {{"indicateurs", indicators(model, assessment)},
            {"sous_dimensions", intervals(assessment.subDimensions)},
            {"services", intervals(assessment.services)},
            {"dimensions", intervals(assessment.dimensions)},
            {"global",
             {optionalNumber(assessment.global.central), assessment.global.low, assessment.global.high}},
            {"profils", profiles},
            {"indice_preuve", optionalNumber(assessment.evidenceIndex)},
            {"vetos", vetoes(assessment)},
            {"statut", statuses(assessment)},
            {"classable", assessment.rankable}};
}

Json toFullJson(const Model& model, const Assessment& assessment)
{
    Json all = toJson(model, assessment);
    all["global"] = interval(assessment.global);
    all["bornes_profils"] = intervals(assessment.profileIntervals);
    all["date"] = key(assessment.reference.toString(Qt::ISODate));
    all["vetos"] = Json::array();
    for (const Veto& veto : assessment.vetoes)
        all["vetos"].push_back({key(veto.code), key(effectCode(veto.effect)), key(veto.reason)});
    Json services = Json::object();
    for (const auto& [code, status] : assessment.serviceStatus)
        services[key(code)] = {key(status.code), status.provisional, key(status.reason)};
    all["statut"] = {key(assessment.status), services};
    return all;
}

} // namespace assessment
