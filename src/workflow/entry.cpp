#include "workflow/entry.h"

#include "workflow/columns.h"
#include "workflow/form_effects.h"
#include "workflow/settings.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

QString problemCode(FieldStatus::Problem problem)
{
    switch (problem) {
    case FieldStatus::Problem::Constraint:
        return QStringLiteral("entry.constraint");
    case FieldStatus::Problem::Type:
        return QStringLiteral("entry.type");
    case FieldStatus::Problem::Choice:
        return QStringLiteral("entry.choice");
    case FieldStatus::Problem::Required:
        return QStringLiteral("entry.required");
    case FieldStatus::Problem::None:
        break;
    }
    return {};
}

base::Issues problemsOf(const questionnaire::Session& session, const FieldPath& path, const Answer& answer)
{
    const questionnaire::Question* question = session.form().question(path.question);
    if (!question) return {issue(QStringLiteral("entry.unknown_question"), {path.question})};
    const FieldStatus status = session.check(path, answer);
    if (!isRefusal(status.problem)) return {};
    return {issue(problemCode(status.problem),
                  {question->label, answer.value, status.problemDetail, question->name})};
}

std::optional<base::Issue> missingRecord(const Study& study, const QString& record)
{
    if (study.dossier().record(record)) return {};
    return issue(QStringLiteral("entry.unknown_record"), {record});
}

QString passageOfRow(const questionnaire::RecordAnswers& record, const QString& repeat, const QString& row)
{
    for (const questionnaire::Passage& passage : record.passages)
        if (const auto* rows = passage.answers.rows(repeat))
            for (const questionnaire::Row& each : *rows)
                if (each.uid == row) return passage.uid;
    return {};
}

Outcome refused(base::Issue problem)
{
    Outcome outcome;
    outcome.issues.push_back(std::move(problem));
    return outcome;
}

} // namespace

std::unique_ptr<questionnaire::Session> openSession(const Study& study, const QString& record)
{
    questionnaire::RecordAnswers answers = study.dossier().answers(record);
    const QString passage = answers.passages.empty() ? QString() : answers.passages.back().uid;
    return std::make_unique<questionnaire::Session>(study.formOf(record), std::move(answers), passage,
                                                    study.clock());
}

Outcome addActor(Study& study, const QString& nameFr, const QString& enumerator)
{
    if (nameFr.trimmed().isEmpty()) return refused(issue(QStringLiteral("entry.name_missing")));
    Outcome outcome;
    const QString today = study.localNow().date().toString(Qt::ISODate);
    const auto form = study.formOf({});
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        outcome.id = dossier::createRecord(t);
        const QString passage = dossier::createPassage(t, outcome.id);
        questionnaire::Session session(form, {{}, {{passage, {}}}}, passage, study.clock());
        const auto write = [&](const FieldPath& path, const QString& text) {
            if (text.isEmpty()) return;
            const Entity entity = entityOf(outcome.id, path);
            dossier::setAnswer(t, entity.type, entity.id, path.question, Answer::of(text));
            session.set(path, Answer::of(text));
        };
        write({QStringLiteral("id_nom_fr"), {}, {}}, nameFr.trimmed());
        write({QStringLiteral("ent_date"), passage, {}}, today);
        write({QStringLiteral("ent_enqueteur"), passage, {}}, enumerator);
        FormEffects effects(session, t, outcome.id, outcome);
        effects.afterCreation();
        effects.afterCreation(passage);
    });
    return outcome;
}

Outcome addPassage(Study& study, const QString& record)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    const std::unique_ptr<questionnaire::Session> session = openSession(study, record);
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        outcome.id = dossier::createPassage(t, record);
        session->addPassage(outcome.id);
        session->setCurrentPassage(outcome.id);
        FormEffects(*session, t, record, outcome).afterCreation(outcome.id);
    });
    return outcome;
}

Outcome setAnswer(Study& study, const QString& record, const FieldPath& path, const Answer& answer,
                  const std::function<void(dossier::Transaction&)>& also)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    const std::unique_ptr<questionnaire::Session> session = openSession(study, record);
    Outcome outcome;
    outcome.issues = problemsOf(*session, path, answer);
    if (!outcome.issues.empty()) return outcome;

    session->set(path, answer);
    const Entity entity = entityOf(record, path);
    const QString noteKey =
        entity.type == dossier::entity::Record ? path.question : path.question + u'@' + entity.id;
    const QString source = study.dossier().notes(record).value(noteKey).source;
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        dossier::setAnswer(t, entity.type, entity.id, path.question, answer);
        const QString passage = session->currentPassage();
        if (entity.type != dossier::entity::Passage && !passage.isEmpty() && source != passage)
            dossier::setSource(t, entity.type, entity.id, path.question, passage);
        FormEffects(*session, t, record, outcome).afterAnswer(path);
        if (also) also(t);
        storeColumns(study, t, record, columnsOf(study, record, *session));
    });
    outcome.id = record;
    return outcome;
}

bool isNestedRepeat(const questionnaire::Form& form, const QString& repeat)
{
    return form.repeatOf(form.index.value(repeat, -1)) >= 0;
}

Outcome addRow(Study& study, const QString& record, const QString& repeat, const QString& passage)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    const questionnaire::Question* question = study.formOf(record)->question(repeat);
    if (!question || question->type != questionnaire::QuestionType::Repeat)
        return refused(issue(QStringLiteral("entry.unknown_repeat"), {repeat}));
    if (isNestedRepeat(*study.formOf(record), repeat))
        return refused(issue(QStringLiteral("entry.nested_repeat"), {question->label}));
    const std::unique_ptr<questionnaire::Session> session = openSession(study, record);
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        outcome.id = dossier::createRow(t, passage.isEmpty() ? record : passage, repeat);
        session->addRow(repeat, passage, outcome.id);
        FormEffects(*session, t, record, outcome).afterCreation(passage, repeat, outcome.id);
        storeColumns(study, t, record, columnsOf(study, record, *session));
    });
    return outcome;
}

Outcome removeRow(Study& study, const QString& record, const QString& repeat, const QString& row)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    const std::unique_ptr<questionnaire::Session> session = openSession(study, record);
    const QString passage = passageOfRow(session->record(), repeat, row);
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("entry"), [&](dossier::Transaction& t) {
        dossier::deleteEntity(t, dossier::entity::Row, row);
        session->removeRow(repeat, passage, row);
        FormEffects(*session, t, record, outcome).afterRemoval();
        storeColumns(study, t, record, columnsOf(study, record, *session));
    });
    return outcome;
}

Outcome setEvidence(Study& study, const QString& record, const QString& indicator, int level,
                    const QString& reason)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    if (!study.model().indicator(indicator))
        return refused(issue(QStringLiteral("entry.unknown_indicator"), {indicator}));
    if (level < -1 || level > 4) return refused(issue(QStringLiteral("entry.evidence_range"), {indicator}));
    if (level == 0 && reason.trimmed().isEmpty())
        return refused(issue(QStringLiteral("entry.evidence_reason"), {indicator}));
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("evidence"), [&](dossier::Transaction& t) {
        dossier::setEvidence(t, record, indicator, level, reason.trimmed());
    });
    return outcome;
}

Outcome setComment(Study& study, const QString& record, const FieldPath& path, const QString& comment)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    if (!study.formOf(record)->question(path.question))
        return refused(issue(QStringLiteral("entry.unknown_question"), {path.question}));
    Outcome outcome;
    const Entity entity = entityOf(record, path);
    outcome.changes = study.dossier().transact(QStringLiteral("comment"), [&](dossier::Transaction& t) {
        dossier::setComment(t, entity.type, entity.id, path.question, comment);
    });
    return outcome;
}

Outcome setDecision(Study& study, const QString& record, const QString& decision, const QString& reason)
{
    if (auto problem = missingRecord(study, record)) return refused(*problem);
    static const QStringList known{QStringLiteral("recensee"), QStringLiteral("preselectionnee"),
                                   QStringLiteral("retenue"), QStringLiteral("ecartee")};
    if (!known.contains(decision))
        return refused(issue(QStringLiteral("entry.unknown_decision"), {decision}));
    if (decision != u"recensee" && reason.trimmed().isEmpty())
        return refused(issue(QStringLiteral("entry.decision_reason")));
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("decision"), [&](dossier::Transaction& t) {
        dossier::setRecordField(t, record, QStringLiteral("decision"), decision);
        dossier::setRecordField(t, record, QStringLiteral("decision_reason"), reason.trimmed());
    });
    return outcome;
}

Outcome setSetting(Study& study, const QString& key, const QString& value)
{
    Outcome outcome;
    outcome.changes = study.dossier().transact(
        QStringLiteral("setting"), [&](dossier::Transaction& t) { dossier::setSetting(t, key, value); });
    return outcome;
}

Outcome setGuidedText(Study& study, const QString& id, const QString& text)
{
    Outcome outcome;
    outcome.changes = study.dossier().transact(
        QStringLiteral("text"), [&](dossier::Transaction& t) { dossier::setGuidedText(t, id, text); });
    return outcome;
}

Outcome lockModel(Study& study, const QString& name, const QString& role, const QString& organisation)
{
    if (name.trimmed().isEmpty() || organisation.trimmed().isEmpty())
        return refused(issue(QStringLiteral("entry.approver_missing")));
    Outcome outcome;
    const QDate today = study.localNow().date();
    study.info(); // the version approved is the one in force now
    outcome.changes = study.dossier().transact(QStringLiteral("lock_model"), [&](dossier::Transaction& t) {
        dossier::setSetting(t, key::ModelLocked, today.toString(Qt::ISODate));
        dossier::setSetting(t, key::ModelDigest, study.model().digest());
        dossier::setSetting(t, key::ModelVersion, study.model().version());
        dossier::setSetting(t, key::ModelApprover, name.trimmed());
        dossier::setSetting(t, key::ModelRole, role.trimmed());
        dossier::setSetting(t, key::ModelBody, organisation.trimmed());
    });
    return outcome;
}

} // namespace workflow
