#include "workflow/history.h"

#include "cli/dossier_commands.h"
#include "workflow/undo.h"

namespace cli {
namespace {

QString eventCode(dossier::HistoryEvent event)
{
    switch (event) {
    case dossier::HistoryEvent::Created:
        return QStringLiteral("created");
    case dossier::HistoryEvent::Deleted:
        return QStringLiteral("deleted");
    case dossier::HistoryEvent::Restored:
        return QStringLiteral("restored");
    case dossier::HistoryEvent::Redacted:
        return QStringLiteral("redacted");
    case dossier::HistoryEvent::Frozen:
        return QStringLiteral("frozen");
    case dossier::HistoryEvent::Changed:
        break;
    }
    return QStringLiteral("changed");
}

Json lineJson(const workflow::HistoryLine& line)
{
    return {{"operation", text(line.operation)},
            {"time", text(line.time.toUTC().toString(Qt::ISODateWithMs))},
            {"author", text(line.author)},
            {"event", text(eventCode(line.event))},
            {"question", textOrNull(line.question)},
            {"row", textOrNull(line.entity)},
            {"label", text(line.label)},
            {"before", textOrNull(line.before)},
            {"after", textOrNull(line.after)},
            {"cause", text(line.cause)},
            {"redacted", line.isRedacted},
            {"sentence", text(line.sentence)}};
}

int run(const Context& context)
{
    bool ok = true;
    const int limit = context.value(QStringLiteral("limit")).toInt(&ok);
    if (!ok || limit < 1) {
        context.complain(QStringLiteral("--limit attend un nombre positif."));
        return Usage;
    }
    const auto study = context.openStudy(true);
    const QString record = context.argument(1), question = context.argument(2);
    base::Issues issues;
    const auto lines = record.isEmpty() ? workflow::recentHistory(*study, limit)
                                        : workflow::historyOf(*study, record, question);
    // A deleted record is known by its past only.
    if (!record.isEmpty() && lines.empty() && !study->dossier().record(record))
        issues.push_back({base::Severity::Error, QStringLiteral("entry.unknown_record"), {}, {record}});
    if (!question.isEmpty() && !study->form().question(question))
        issues.push_back({base::Severity::Error, QStringLiteral("entry.unknown_question"), {}, {question}});
    context.report(issues);
    if (!issues.empty()) return Refused;
    Json list = Json::array();
    for (const workflow::HistoryLine& line : lines) {
        if (context.json())
            list.push_back(lineJson(line));
        else
            context.line(line.sentence);
    }
    if (context.json()) context.print(list);
    return Done;
}

int runUndo(const Context& context)
{
    const auto study = context.openStudy();
    const workflow::Undone undone = workflow::undoLast(*study);
    context.report(undone.issues);
    study->dossier().close();
    if (context.json())
        context.print({{"undone", undone.done},
                       {"label", text(undone.label)},
                       {"issues", warningsJson(undone.issues)}});
    else if (undone.done)
        context.line(QStringLiteral("Annulé : %1.").arg(undone.label));
    return undone.done ? Done : Refused;
}

} // namespace

Command historyCommand()
{
    return {QStringLiteral("history"),
            QStringLiteral("ÉTUDE [ID [QUESTION]] [--limit N]"),
            QStringLiteral("dit qui a changé quoi, quand, et pourquoi"),
            1,
            3,
            {option(QStringLiteral("limit"), QStringLiteral("N"), QStringLiteral("50"))},
            run};
}

Command undoCommand()
{
    return {QStringLiteral("undo"),
            QStringLiteral("ÉTUDE"),
            QStringLiteral("annule la dernière écriture (deux fois : la rétablit)"),
            1,
            1,
            {},
            runUndo};
}

} // namespace cli
