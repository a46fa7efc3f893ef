#include "cli/dossier_commands.h"
#include "workflow/entry.h"
#include "workflow/query.h"

namespace cli {
namespace {

using questionnaire::Answer;

struct Assignment
{
    QString name, value;
};

std::optional<Assignment> split(const Context& context, const QString& given)
{
    const qsizetype equals = given.indexOf(u'=');
    if (equals > 0) return Assignment{given.left(equals), given.mid(equals + 1)};
    context.complain(QStringLiteral("« %1 » n’a pas la forme nom=valeur.").arg(given));
    return {};
}

/// Applies the changes asked on the command line, in a fixed order; stops at the first refusal.
class Changes
{
public:
    Changes(const Context& context, workflow::Study& study, const QString& record)
        : m_context(context), m_study(study), m_record(record)
    {
    }

    bool any() const
    {
        for (const char* name : {"set", "state", "evidence", "add-row", "comment"})
            if (m_context.isSet(QString::fromLatin1(name))) return true;
        return false;
    }

    int apply()
    {
        for (const QString& repeat : m_context.values(QStringLiteral("add-row")))
            if (!accept(workflow::addRow(m_study, m_record, repeat, passageOf(repeat)))) return Refused;
        if (const int code = each(QStringLiteral("set"), [&](const auto& path, const QString& value) {
                return workflow::setAnswer(m_study, m_record, path, Answer::of(value));
            }))
            return code;
        if (const int code = each(QStringLiteral("state"), [&](const auto& path, const QString& value) {
                return workflow::setAnswer(m_study, m_record, path,
                                           Answer::inState(questionnaire::stateFromCode(value)));
            }))
            return code;
        if (const int code = each(QStringLiteral("comment"), [&](const auto& path, const QString& value) {
                return workflow::setComment(m_study, m_record, path, value);
            }))
            return code;
        return evidence();
    }

private:
    using Write = std::function<workflow::Outcome(const questionnaire::FieldPath&, const QString&)>;

    int each(const QString& option, const Write& write)
    {
        for (const QString& given : m_context.values(option)) {
            const auto assignment = split(m_context, given);
            if (!assignment) return Usage;
            if (option == u"state" && !legalState(assignment->value)) return Usage;
            base::Issues issues;
            const auto session = workflow::openSession(m_study, m_record);
            const auto path = workflow::resolveField(m_study, *session, assignment->name, issues);
            if (!path) {
                m_context.report(issues);
                return Refused;
            }
            if (!accept(write(*path, assignment->value))) return Refused;
        }
        return Done;
    }

    bool legalState(const QString& state) const
    {
        static const QStringList states{QStringLiteral("nsp"), QStringLiteral("refus"), QStringLiteral("na"),
                                        QStringLiteral("non_pose")};
        if (states.contains(state)) return true;
        m_context.complain(QStringLiteral("--state attend nsp, refus, na ou non_pose."));
        return false;
    }

    int evidence()
    {
        for (const QString& given : m_context.values(QStringLiteral("evidence"))) {
            const auto assignment = split(m_context, given);
            bool ok = false;
            const int level = assignment ? assignment->value.section(u':', 0, 0).toInt(&ok) : 0;
            if (!ok) return Usage;
            const QString reason = assignment->value.section(u':', 1);
            if (!accept(workflow::setEvidence(m_study, m_record, assignment->name, level, reason)))
                return Refused;
        }
        return Done;
    }

    QString passageOf(const QString& repeat) const
    {
        const questionnaire::Question* question = m_study.formOf(m_record)->question(repeat);
        if (!question || question->scope != questionnaire::Scope::Passage) return {};
        return workflow::openSession(m_study, m_record)->currentPassage();
    }

    bool accept(const workflow::Outcome& outcome)
    {
        m_context.report(outcome.issues);
        return outcome.ok();
    }

    const Context& m_context;
    workflow::Study& m_study;
    QString m_record;
};

Json answerJson(const Answer& answer, const dossier::AnswerNote& note)
{
    Json json{{"value", answer.isKnown() ? text(answer.value) : Json(nullptr)},
              {"state", text(questionnaire::stateCode(answer.state))},
              {"source", textOrNull(note.source)},
              {"comment", textOrNull(note.comment)}};
    return json;
}

Json answersJson(const questionnaire::Answers& answers, const QHash<QString, dossier::AnswerNote>& notes,
                 const QString& owner)
{
    Json json = Json::object();
    QStringList codes = answers.cells().keys();
    codes.sort();
    for (const QString& code : codes)
        json[code.toStdString()] =
            answerJson(answers.at(code), notes.value(owner.isEmpty() ? code : code + u'@' + owner));
    return json;
}

Json repeatsJson(const questionnaire::Answers& answers, const QHash<QString, dossier::AnswerNote>& notes)
{
    Json json = Json::object();
    QStringList names = answers.repeats().keys();
    names.sort();
    for (const QString& name : names) {
        Json rows = Json::array();
        for (const questionnaire::Row& row : *answers.rows(name)) {
            Json cells = answersJson(row.answers, notes, row.uid);
            cells["uid"] = text(row.uid);
            rows.push_back(cells);
        }
        json[name.toStdString()] = rows;
    }
    return json;
}

Json recordJson(const workflow::Study& study, const QString& record)
{
    const questionnaire::RecordAnswers answers = study.dossier().answers(record);
    const auto notes = study.dossier().notes(record);
    Json evidence = Json::object();
    const auto levels = study.dossier().evidence(record);
    QStringList indicators = levels.keys();
    indicators.sort();
    for (const QString& indicator : indicators)
        evidence[indicator.toStdString()] = levels.value(indicator);
    Json passages = Json::array();
    for (const questionnaire::Passage& passage : answers.passages)
        passages.push_back({{"uid", text(passage.uid)},
                            {"answers", answersJson(passage.answers, notes, passage.uid)},
                            {"repeats", repeatsJson(passage.answers, notes)}});
    return {{"id", text(record)},
            {"answers", answersJson(answers.actor, notes, {})},
            {"repeats", repeatsJson(answers.actor, notes)},
            {"passages", passages},
            {"evidence", evidence},
            {"conflicts", conflictsOf(study, record)}};
}

void tell(const Context& context, const workflow::Study& study, const QString& record)
{
    const questionnaire::RecordAnswers answers = study.dossier().answers(record);
    std::vector<QStringList> rows;
    const auto form = study.formOf(record);
    for (const questionnaire::Question& question : form->questions) {
        const Answer& answer = answers.actor.at(question.name);
        if (answer.state == questionnaire::AnswerState::NotAsked) continue;
        rows.push_back({question.name, answer.isKnown() ? form->display(question, answer.value)
                                                        : questionnaire::stateCode(answer.state)});
    }
    context.line(columns(rows));
}

int run(const Context& context)
{
    const bool reading = !context.isSet(QStringLiteral("set")) && !context.isSet(QStringLiteral("state")) &&
                         !context.isSet(QStringLiteral("evidence")) &&
                         !context.isSet(QStringLiteral("add-row")) &&
                         !context.isSet(QStringLiteral("comment")) && context.argument(1) != u"new" &&
                         !asksResolution(context);
    const auto study = context.openStudy(reading);
    QString record = context.argument(1);
    if (record == u"new") {
        const workflow::Outcome created = workflow::addActor(*study, context.value(QStringLiteral("name")));
        if (!created.ok()) {
            context.report(created.issues);
            return Refused;
        }
        record = created.id;
    }
    if (!study->dossier().record(record)) {
        context.complain(
            QStringLiteral("Aucune fiche ne porte l’identifiant « %1 ». Listez-les avec « actors ».")
                .arg(record));
        return Refused;
    }
    Changes changes(context, *study, record);
    int code = asksResolution(context) ? resolve(context, *study, record) : static_cast<int>(Done);
    if (code == Done && changes.any()) code = changes.apply();
    if (code != Done) return code;
    // Confirmed as deleted: there is nothing left to show.
    if (!std::as_const(*study).dossier().record(record)) {
        study->dossier().close();
        return Done;
    }
    if (context.json())
        context.print(recordJson(*study, record));
    else
        tell(context, *study, record);
    study->dossier().close();
    return Done;
}

} // namespace

Command recordCommand()
{
    std::vector<QCommandLineOption> options = resolutionOptions();
    for (const auto& [name, valueName] : {std::pair{"name", "N"},
                                          {"set", "q=v"},
                                          {"state", "q=s"},
                                          {"evidence", "i=n"},
                                          {"add-row", "r"},
                                          {"comment", "q=t"}})
        options.push_back(option(QString::fromLatin1(name), QString::fromLatin1(valueName)));
    return {QStringLiteral("record"),
            QStringLiteral("ÉTUDE ID|new [--name NOM] [--set q=valeur] [--state q=nsp] [--evidence A1.1=2] "
                           "[--add-row GROUPE] "
                           "[--comment q=TEXTE] [--resolve q=VALEUR] [--keep | --delete]"),
            QStringLiteral("lit ou modifie une fiche"),
            2,
            2,
            options,
            run};
}

} // namespace cli
