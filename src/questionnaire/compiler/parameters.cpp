#include "questionnaire/compiler/parameters.h"

#include <QRegularExpression>

#include <cmath>

namespace questionnaire {

namespace {

/// What the value of a parameter may be.
enum class Kind : quint8 { Any, Integer, Positive, Number, Truth, Yes, Word, Package, Column, Seed };

struct Rule
{
    QString key;
    Kind kind = Kind::Any;
    QStringList words = {}; ///< the values of a Word
};

using Rules = std::vector<Rule>;

Rules selectRules(bool fromFile)
{
    Rules rules{{u"randomize"_qs, Kind::Truth}, {u"seed"_qs, Kind::Seed}};
    if (fromFile) rules.insert(rules.end(), {{u"value"_qs, Kind::Column}, {u"label"_qs, Kind::Column}});
    return rules;
}

Rules auditRules()
{
    const QStringList priorities{u"no-power"_qs, u"low-power"_qs, u"balanced"_qs, u"high-accuracy"_qs};
    return {{u"location-priority"_qs, Kind::Word, priorities},
            {u"location-min-interval"_qs, Kind::Positive},
            {u"location-max-age"_qs, Kind::Positive},
            {u"track-changes"_qs, Kind::Truth},
            {u"identify-user"_qs, Kind::Truth},
            {u"track-changes-reasons"_qs, Kind::Word, {u"on-form-edit"_qs}}};
}

Rules geoRules(bool isPoint)
{
    Rules rules{{u"allow-mock-accuracy"_qs, Kind::Truth}, {u"reference-geometry"_qs}};
    if (isPoint)
        rules.insert(rules.end(),
                     {{u"capture-accuracy"_qs, Kind::Number}, {u"warning-accuracy"_qs, Kind::Number}});
    else
        rules.push_back({u"incremental"_qs, Kind::Yes});
    return rules;
}

const QHash<QString, Rules>& rulesByType()
{
    static const QStringList qualities{u"voice-only"_qs, u"low"_qs, u"normal"_qs};
    static const QHash<QString, Rules> known{
        {u"text"_qs, {{u"rows"_qs, Kind::Integer}}},
        {u"image"_qs, {{u"max-pixels"_qs, Kind::Integer}, {u"app"_qs, Kind::Package}}},
        {u"audio"_qs, {{u"quality"_qs, Kind::Word, qualities + QStringList{u"external"_qs}}}},
        {u"background-audio"_qs, {{u"quality"_qs, Kind::Word, qualities}}},
        {u"geopoint"_qs, geoRules(true)},
        {u"geotrace"_qs, geoRules(false)},
        {u"geoshape"_qs, geoRules(false)},
        {u"range"_qs,
         {{u"start"_qs, Kind::Number},
          {u"end"_qs, Kind::Number},
          {u"step"_qs, Kind::Number},
          {u"tick_interval"_qs, Kind::Number},
          {u"placeholder"_qs, Kind::Number},
          {u"tick_labelset"_qs}}},
        {u"select_one"_qs, selectRules(false)},
        {u"select_multiple"_qs, selectRules(false)},
        {u"select_one_external"_qs, selectRules(false)},
        {u"rank"_qs, selectRules(false)},
        {u"select_one_from_file"_qs, selectRules(true)},
        {u"select_multiple_from_file"_qs, selectRules(true)},
        {u"audit"_qs, auditRules()}};
    return known;
}

bool matches(const QString& value, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch();
}

bool isNumber(const QString& value)
{
    bool ok = false;
    const double number = value.toDouble(&ok);
    return ok && std::isfinite(number);
}

bool isAccepted(const Rule& rule, const QString& value)
{
    switch (rule.kind) {
    case Kind::Any:
        return true;
    case Kind::Integer:
        return matches(value, u"[+-]?[0-9]+"_qs);
    case Kind::Positive:
        return matches(value, u"[+]?[0-9]+"_qs);
    case Kind::Number:
        return isNumber(value);
    case Kind::Truth:
        return value == u"true" || value == u"false";
    case Kind::Yes:
        return value == u"true" || value == u"true()" || value == u"yes";
    case Kind::Word:
        return rule.words.contains(value);
    case Kind::Package:
        return matches(value, u"[a-zA-Z][a-zA-Z0-9_]*(\\.[a-zA-Z][a-zA-Z0-9_]*)+"_qs);
    case Kind::Column:
        return matches(value, u"[a-zA-Z_][a-zA-Z0-9_.\\-]*"_qs);
    case Kind::Seed:
        return isNumber(value) || matches(value, u"\\$\\{\\s*[^{}\\s]+\\s*\\}"_qs);
    }
    return true;
}

QString codeOf(Kind kind)
{
    switch (kind) {
    case Kind::Integer:
    case Kind::Positive:
        return u"parameter_integer"_qs;
    case Kind::Number:
        return u"parameter_number"_qs;
    case Kind::Truth:
        return u"parameter_truth"_qs;
    case Kind::Yes:
        return u"parameter_true"_qs;
    case Kind::Package:
        return u"parameter_package"_qs;
    case Kind::Column:
        return u"parameter_column"_qs;
    case Kind::Seed:
        return u"parameter_seed"_qs;
    default:
        return u"parameter_word"_qs;
    }
}

/// A value that names something keeps its case; the others do not depend on it.
bool keepsCase(const QString& key)
{
    static const QStringList names{u"reference-geometry"_qs, u"label"_qs, u"value"_qs, u"seed"_qs, u"app"_qs,
                                   u"tick_labelset"_qs};
    return names.contains(key);
}

QStringList keysOf(const Rules& rules)
{
    QStringList keys;
    for (const Rule& rule : rules)
        keys << rule.key;
    return keys;
}

/// The package of an image editor is used only where the image is taken or annotated with it.
bool appliesTo(const Rule& rule, const Question& question)
{
    return rule.kind != Kind::Package || question.appearance.isEmpty() || question.appearance == u"annotate";
}

void checkAudit(FormBuild& build, const Parameters& parameters, const base::Place& place)
{
    const QStringList location{u"location-priority"_qs, u"location-min-interval"_qs, u"location-max-age"_qs};
    const auto given = std::count_if(location.begin(), location.end(),
                                     [&](const QString& key) { return parameters.contains(key); });
    if (given == 0) return;
    if (given < location.size())
        build.error(u"audit_location_incomplete"_qs, place, {location.join(u", "_qs)});
    else if (parameters[location[2]].toLongLong() < parameters[location[1]].toLongLong())
        build.error(u"audit_location_order"_qs, place, {location[2], location[1]});
}

} // namespace

std::optional<Parameters> parseParameters(const QString& cell)
{
    static const QRegularExpression pair(u"\\G[\\s,;]*([^\\s=,;]+)[\\s,;]*=[\\s,;]*([^\\s=,;]+)"_qs),
        separators(u"^[\\s,;]*$"_qs);
    Parameters parameters;
    qsizetype at = 0;
    for (auto found = pair.globalMatch(cell); found.hasNext();) {
        const auto match = found.next();
        const QString key = match.captured(1).toLower();
        parameters.insert(key, keepsCase(key) ? match.captured(2) : match.captured(2).toLower());
        at = match.capturedEnd();
    }
    if (!separators.match(cell.sliced(at)).hasMatch()) return std::nullopt;
    return parameters;
}

void readParameters(FormBuild& build, const QString& cell, const base::Place& place, Question& question)
{
    if (cell.isEmpty()) return;
    const auto parameters = parseParameters(cell);
    if (!parameters) {
        build.error(u"bad_parameters"_qs, place, {cell});
        return;
    }
    const auto rules = rulesByType().constFind(question.typeName);
    if (rules == rulesByType().constEnd()) {
        build.warning(u"ignored_parameters"_qs, place, {question.typeName});
        return;
    }
    QStringList unknown = parameters->keys();
    for (const Rule& rule : *rules) {
        unknown.removeAll(rule.key);
        const auto given = parameters->constFind(rule.key);
        if (given == parameters->constEnd() || !appliesTo(rule, question) || isAccepted(rule, *given))
            continue;
        build.error(codeOf(rule.kind), place, {rule.key, *given, rule.words.join(u", "_qs)});
    }
    unknown.sort();
    for (const QString& key : unknown)
        build.error(u"unknown_parameter"_qs, place, {key, question.typeName, keysOf(*rules).join(u", "_qs)});
    if (parameters->contains(u"seed"_qs) && !parameters->contains(u"randomize"_qs))
        build.error(u"seed_without_randomize"_qs, place);
    if (question.typeName == u"audit") checkAudit(build, *parameters, place);
    question.parameters = *parameters;
}

} // namespace questionnaire
