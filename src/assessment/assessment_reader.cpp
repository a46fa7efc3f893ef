#include "assessment/assessment_json.h"

namespace assessment {
namespace {

using Json = nlohmann::ordered_json;

QString textOf(const Json& value)
{
    return QString::fromStdString(value.get<std::string>());
}

std::optional<double> numberOf(const Json& value)
{
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

Interval intervalOf(const Json& value)
{
    Interval score;
    score.notApplicable = value.at(0).is_string();
    if (value.size() > 3) score.completeness = value.at(3).get<double>();
    if (score.notApplicable) return score;
    score.central = numberOf(value.at(0));
    score.low = value.at(1).get<double>();
    score.high = value.at(2).get<double>();
    return score;
}

std::map<QString, Interval> intervalsOf(const Json& values)
{
    std::map<QString, Interval> out;
    for (const auto& [code, value] : values.items())
        out.emplace(QString::fromStdString(code), intervalOf(value));
    return out;
}

IndicatorScore indicatorOf(const Json& value)
{
    IndicatorScore score;
    const Json &raw = value.at("brut"), &kept = value.at("retenu");
    score.evidence = value.at("preuve").get<int>();
    score.knowledge = raw.is_string()   ? Knowledge::NotApplicable
                      : raw.is_number() ? Knowledge::Known
                                        : Knowledge::Unknown;
    score.raw = numberOf(raw).value_or(0);
    score.kept = numberOf(kept).value_or(0);
    return score;
}

Veto vetoOf(const Json& value)
{
    Veto veto;
    veto.code = textOf(value.at(0));
    for (const VetoEffect effect : {VetoEffect::Liftable, VetoEffect::Blocking, VetoEffect::Suspensive})
        if (effectCode(effect) == textOf(value.at(1))) veto.effect = effect;
    veto.reason = textOf(value.at(2));
    return veto;
}

Assessment assessmentOf(const Json& json)
{
    Assessment out;
    for (const auto& [code, value] : json.at("indicateurs").items())
        out.indicators.emplace(QString::fromStdString(code), indicatorOf(value));
    out.subDimensions = intervalsOf(json.at("sous_dimensions"));
    out.services = intervalsOf(json.at("services"));
    out.dimensions = intervalsOf(json.at("dimensions"));
    out.global = intervalOf(json.at("global"));
    for (const auto& [code, value] : json.at("profils").items())
        out.profiles.emplace(QString::fromStdString(code), numberOf(value));
    out.profileIntervals = intervalsOf(json.at("bornes_profils"));
    out.evidenceIndex = numberOf(json.at("indice_preuve"));
    for (const Json& veto : json.at("vetos"))
        out.vetoes.push_back(vetoOf(veto));
    out.status = textOf(json.at("statut").at(0));
    for (const auto& [code, value] : json.at("statut").at(1).items())
        out.serviceStatus[QString::fromStdString(code)] = {textOf(value.at(0)), value.at(1).get<bool>(),
                                                           textOf(value.at(2))};
    out.rankable = json.at("classable").get<bool>();
    out.reference = QDate::fromString(textOf(json.at("date")), Qt::ISODate);
    return out;
}

} // namespace

std::optional<Assessment> fromFullJson(const QByteArray& json)
{
    try {
        return assessmentOf(Json::parse(json.begin(), json.end()));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace assessment
