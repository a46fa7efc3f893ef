#include "workflow/query.h"

#include "base/text.h"
#include "questionnaire/expression/expression.h"
#include "workflow/record_scope.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::ExprValue;

/// Answers as a condition over a list reads them: what is not known is the empty string.
class ListScope final : public questionnaire::ExpressionScope
{
public:
    ListScope(const questionnaire::Answers& answers, QDateTime now)
        : m_answers(answers), m_now(std::move(now))
    {
    }

    ExprValue read(const QString& name) const override
    {
        if (const auto* rows = m_answers.rows(name)) return QStringList(static_cast<qsizetype>(rows->size()));
        return valueOf(m_answers.at(name));
    }

    std::optional<std::vector<ExprValue>> readRows(const QString& repeat, const QString& name) const override
    {
        const auto* rows = m_answers.rows(repeat);
        if (!rows) return {};
        std::vector<ExprValue> values;
        for (const questionnaire::Row& row : *rows)
            values.push_back(valueOf(row.answers.at(name)));
        return values;
    }

    QString stateOf(const QString& name) const override
    {
        return questionnaire::stateCode(m_answers.at(name).state);
    }
    QDateTime now() const override { return m_now; }

private:
    static ExprValue valueOf(const Answer& answer) { return answer.isKnown() ? answer.value : QString(); }

    const questionnaire::Answers& m_answers;
    QDateTime m_now;
};

base::Issue issue(const QString& code, const QStringList& args)
{
    return {base::Severity::Error, code, {}, args};
}

void keepWhere(const Study& study, const QString& where, ActorList& list)
{
    questionnaire::ExpressionError error;
    const auto expression = questionnaire::Expression::compile(where, error);
    if (!expression) {
        list.issues.push_back(issue(QStringLiteral("expression.") + error.code,
                                    QStringList{where, QString::number(error.position + 1)} + error.args));
        return;
    }
    for (const QString& name : expression->references())
        if (!study.form().question(name))
            list.issues.push_back(issue(QStringLiteral("entry.unknown_question"), {name}));
    if (!list.issues.empty()) return;
    const QDateTime now = study.localNow();
    std::erase_if(list.actors, [&](const dossier::RecordSummary& actor) {
        const questionnaire::Answers answers = inScope(study, actor.id, study.dossier().answers(actor.id));
        return !questionnaire::toBoolean(expression->evaluate(ListScope(answers, now)));
    });
}

void keepRegion(const Study& study, const QString& given, dossier::RecordFilter& filter, base::Issues& issues)
{
    const auto division = study.info().division;
    const cartography::Region* region = study.divisions().findRegion(given, division);
    if (!region) region = study.divisions().region(given);
    if (!region) {
        issues.push_back(issue(QStringLiteral("query.unknown_region"), {given}));
        return;
    }
    for (const cartography::Province& province : study.divisions().provinces())
        if (province.region1997 == region->code || province.region2015 == region->code)
            filter.provinces << province.code;
}

} // namespace

ActorList queryActors(const Study& study, const ActorQuery& query)
{
    ActorList list;
    dossier::RecordFilter filter;
    filter.text = query.search;
    if (!query.service.isEmpty()) {
        const auto& codes = assessment::serviceCodes();
        if (std::find(codes.begin(), codes.end(), query.service) == codes.end())
            list.issues.push_back(issue(QStringLiteral("query.unknown_service"), {query.service}));
        filter.services << query.service;
    }
    if (!query.region.isEmpty()) keepRegion(study, query.region, filter, list.issues);
    if (!list.issues.empty()) return list;
    list.actors = study.dossier().records(filter);
    if (!query.where.isEmpty()) keepWhere(study, query.where, list);
    if (!list.issues.empty()) list.actors.clear();
    return list;
}

std::optional<questionnaire::FieldPath> resolveField(const Study& /*study*/,
                                                     const questionnaire::Session& session,
                                                     const QString& name, base::Issues& issues)
{
    static const QRegularExpression pattern(QStringLiteral("^(?:(\\w+)\\[([^\\]]+)\\]\\.)?(\\w+)$"));
    const QRegularExpressionMatch match = pattern.match(name);
    const questionnaire::Question* question =
        match.hasMatch() ? session.form().question(match.captured(3)) : nullptr;
    if (!question) {
        issues.push_back(issue(QStringLiteral("entry.unknown_question"), {name}));
        return {};
    }
    questionnaire::FieldPath path;
    path.question = question->name;
    path.row = match.captured(2);
    const int repeat = session.form().repeatOf(session.form().index.value(question->name));
    const QString repeatName =
        repeat >= 0 ? session.form().questions[static_cast<size_t>(repeat)].name : QString();
    if (repeatName != match.captured(1)) {
        issues.push_back(issue(QStringLiteral("entry.needs_row"), {name, repeatName}));
        return {};
    }
    if (question->scope == questionnaire::Scope::Passage) path.passage = session.currentPassage();
    return path;
}

} // namespace workflow
