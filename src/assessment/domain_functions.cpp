#include "assessment/domain_functions.h"

#include "assessment/model_data.h"
#include "assessment/rule_scope.h"

#include <algorithm>
#include <limits>

namespace assessment {
namespace {

using questionnaire::ExpressionScope;
using questionnaire::ExprValue;
using questionnaire::ExtraFunction;
using questionnaire::Missing;

using Arguments = std::vector<ExprValue>;

constexpr double NaN = std::numeric_limits<double>::quiet_NaN();

const RuleScope& rules(const ExpressionScope& scope)
{
    return static_cast<const RuleScope&>(scope);
}

ExprValue argument(const ExpressionScope& scope, const Arguments& args, const QStringList& references,
                   size_t i)
{
    const QString reference = references.value(static_cast<qsizetype>(i));
    return reference.isEmpty() ? args[i] : scope.read(reference);
}

QStringList codesOf(const ExprValue& value)
{
    return questionnaire::toText(value).split(u' ', Qt::SkipEmptyParts);
}

/// A function of the codes of a multiple choice; a missing choice spreads.
template <typename Count> ExtraFunction countOfCodes(const QString& name, Count count)
{
    return {name, 1, 1,
            [count](const ExpressionScope& scope, const Arguments& args, const QStringList& references) {
                ExprValue value = argument(scope, args, references, 0);
                if (questionnaire::isMissing(value)) return value;
                return ExprValue(static_cast<double>(count(codesOf(value))));
            }};
}

auto countChosen(const QStringList& codes)
{
    return std::count_if(codes.begin(), codes.end(),
                         [](const QString& code) { return code != u"aucun" && code != u"aucune"; });
}

auto countAmong(const QStringList& codes, const QStringList& list)
{
    return std::count_if(codes.begin(), codes.end(),
                         [&list](const QString& code) { return list.contains(code); });
}

bool anyAmong(const QStringList& codes, const QStringList& list)
{
    return countAmong(codes, list) > 0;
}

ExprValue chosenAmong(const ExpressionScope& scope, const Arguments& args, const QStringList& references)
{
    ExprValue value = argument(scope, args, references, 0);
    if (questionnaire::isMissing(value)) return value;
    return static_cast<double>(countAmong(codesOf(value), codesOf(args[1])));
}

double days(const QDate& from, const QDate& to)
{
    return static_cast<double>(from.daysTo(to));
}

double startedMonths(const QDate& from, const QDate& to)
{
    return 12 * (to.year() - from.year()) + to.month() - from.month() + (to.day() > from.day() ? 1 : 0);
}

/// Time from an answer to the date of the record; without one of them there is nothing to compare.
ExtraFunction elapsed(const QString& name, double (*measure)(const QDate&, const QDate&))
{
    return {name, 1, 1,
            [measure](const ExpressionScope& scope, const Arguments& args, const QStringList& references) {
                ExprValue value = argument(scope, args, references, 0);
                if (questionnaire::isMissing(value)) return value;
                const QDate from = QDate::fromString(questionnaire::toText(value), Qt::ISODate);
                const QDate to = rules(scope).soFar().reference;
                if (!from.isValid() || !to.isValid()) return rules(scope).missing(Missing::Unknown, NaN);
                return ExprValue(measure(from, to));
            }};
}

ExtraFunction groupCount(const QString& name, const std::vector<QStringList>& groups)
{
    return countOfCodes(name, [groups](const QStringList& codes) {
        return std::count_if(groups.begin(), groups.end(),
                             [&codes](const QStringList& group) { return anyAmong(codes, group); });
    });
}

using Columns = std::vector<std::pair<QString, QStringList>>;

bool rowHolds(const questionnaire::Row& row, const Columns& columns)
{
    return std::all_of(columns.begin(), columns.end(), [&row](const auto& column) {
        const questionnaire::Answer& answer = row.answers.at(column.first);
        return answer.isKnown() && anyAmong(answer.codes(), column.second);
    });
}

ExprValue lackOfRows(const RuleScope& scope, const QString& repeat)
{
    return scope.missing(scope.lack(repeat).value_or(Missing::Unknown), NaN);
}

ExtraFunction rowCount(const QString& name, const Columns& columns)
{
    return {
        name, 1, 1, [columns](const ExpressionScope& scope, const Arguments&, const QStringList& references) {
            const std::vector<questionnaire::Row>* rows = rules(scope).answers().rows(references.value(0));
            if (!rows) return lackOfRows(rules(scope), references.value(0));
            return ExprValue(static_cast<double>(std::count_if(
                rows->begin(), rows->end(), [&](const auto& row) { return rowHolds(row, columns); })));
        }};
}

/// Amounts of a column, or nothing when one of them is not known.
std::optional<std::vector<double>> amounts(const std::vector<questionnaire::Row>& rows, const QString& column)
{
    std::vector<double> all;
    for (const questionnaire::Row& row : rows) {
        const questionnaire::Answer& answer = row.answers.at(column);
        bool isNumber = false;
        all.push_back(answer.isKnown() ? answer.value.toDouble(&isNumber) : 0);
        if (!isNumber) return std::nullopt;
    }
    return all;
}

ExtraFunction largestShare(const QString& name, const QString& column)
{
    return {
        name, 1, 1, [column](const ExpressionScope& scope, const Arguments&, const QStringList& references) {
            const std::vector<questionnaire::Row>* rows = rules(scope).answers().rows(references.value(0));
            if (!rows) return lackOfRows(rules(scope), references.value(0));
            const auto known = amounts(*rows, column);
            double sum = 0, largest = 0;
            for (const double amount : known.value_or(std::vector<double>())) {
                sum += amount;
                largest = std::max(largest, amount);
            }
            if (sum <= 0) return rules(scope).missing(Missing::Unknown, NaN);
            return ExprValue(largest / sum);
        }};
}

/// A function that reads, by a code, something already computed.
template <typename Read> ExtraFunction computed(const QString& name, Read read)
{
    return {name, 1, 1, [read](const ExpressionScope& scope, const Arguments& args, const QStringList&) {
                return ExprValue(read(rules(scope), questionnaire::toText(args[0])));
            }};
}

double centralOf(const RuleScope& scope, const QString& node)
{
    const Interval* score = scope.soFar().score(node);
    return score ? score->central.value_or(NaN) : NaN;
}

double completenessOf(const RuleScope& scope, const QString& node)
{
    const Interval* score = scope.soFar().score(node);
    return score ? score->completeness : 0;
}

double profileOf(const RuleScope& scope, const QString& node)
{
    const auto& profiles = scope.soFar().profiles;
    const auto found = profiles.find(node);
    return found == profiles.end() ? NaN : found->second.value_or(NaN);
}

double evidenceOf(const RuleScope& scope, const QString& indicator)
{
    const auto& indicators = scope.soFar().indicators;
    const auto found = indicators.find(indicator);
    return found == indicators.end() ? NaN : found->second.evidence;
}

QString vetoEffectOf(const RuleScope& scope, const QString& code)
{
    const Veto* veto = scope.soFar().veto(code);
    return veto ? effectCode(veto->effect) : QString();
}

QString vetoReasonOf(const RuleScope& scope, const QString& code)
{
    const Veto* veto = scope.soFar().veto(code);
    return veto ? veto->reason : QString();
}

double servicesInStatus(const RuleScope& scope, const QString& status)
{
    const auto& services = scope.soFar().serviceStatus;
    return static_cast<double>(
        std::count_if(services.begin(), services.end(),
                      [&status](const auto& service) { return service.second.code == status; }));
}

double vetoesWithEffect(const RuleScope& scope, const QString& effect)
{
    const auto& vetoes = scope.soFar().vetoes;
    return static_cast<double>(std::count_if(vetoes.begin(), vetoes.end(), [&effect](const Veto& veto) {
        return effectCode(veto.effect) == effect;
    }));
}

void addComputed(std::vector<ExtraFunction>& functions)
{
    functions.push_back(computed(QStringLiteral("central"), centralOf));
    functions.push_back(computed(QStringLiteral("completude"), completenessOf));
    functions.push_back(computed(QStringLiteral("profil"), profileOf));
    functions.push_back(computed(QStringLiteral("preuve"), evidenceOf));
    functions.push_back(computed(QStringLiteral("regle"), vetoEffectOf));
    functions.push_back(computed(QStringLiteral("motif"), vetoReasonOf));
    functions.push_back(computed(QStringLiteral("nb_services"), servicesInStatus));
    functions.push_back(computed(QStringLiteral("nb_regles"), vetoesWithEffect));
    functions.push_back(computed(QStringLiteral("seuil"), [](const RuleScope& scope, const QString& name) {
        return scope.model().d().thresholds.value(name, NaN);
    }));
    functions.push_back({QStringLiteral("statut"), 0, 0,
                         [](const ExpressionScope& scope, const Arguments&, const QStringList&) {
                             return ExprValue(rules(scope).soFar().status);
                         }});
    functions.push_back({QStringLiteral("regions_prioritaires"), 0, 0,
                         [](const ExpressionScope& scope, const Arguments&, const QStringList&) {
                             return ExprValue(static_cast<double>(rules(scope).priorityRegions()));
                         }});
}

} // namespace

std::vector<ExtraFunction> domainFunctions(const CountingTables& tables)
{
    std::vector<ExtraFunction> functions{
        countOfCodes(QStringLiteral("n"), [](const QStringList& codes) { return countChosen(codes); }),
        {QStringLiteral("nb"), 2, 2, chosenAmong},
        elapsed(QStringLiteral("jours"), days),
        elapsed(QStringLiteral("mois"), startedMonths)};
    for (auto it = tables.groups.cbegin(); it != tables.groups.cend(); ++it)
        functions.push_back(groupCount(it.key(), it.value()));
    for (auto it = tables.rows.cbegin(); it != tables.rows.cend(); ++it)
        functions.push_back(rowCount(it.key(), it.value()));
    for (auto it = tables.shares.cbegin(); it != tables.shares.cend(); ++it)
        functions.push_back(largestShare(it.key(), it.value()));
    addComputed(functions);
    return functions;
}

} // namespace assessment
