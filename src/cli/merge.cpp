#include "cli/dossier_commands.h"
#include "workflow/merging.h"
#include "workflow/messages/dossier_words.h"

namespace cli {
namespace {

using workflow::messages::counted;

int runMerge(const Context& context)
{
    const auto study = context.openToMerge();
    const workflow::MergeOutcome outcome =
        workflow::mergeFile(*study, context.argument(1), otherAccess(context), context.progress());
    context.report(outcome.issues);
    if (!outcome.ok()) {
        if (context.json())
            context.print({{"refused", warningsJson(outcome.issues)},
                           {"missing", missingJson(outcome.report.missing)}});
        return Refused;
    }
    const dossier::MergeReport& report = outcome.report;
    const dossier::Frontier frontier = std::as_const(*study).dossier().frontier();
    study->dossier().close();
    if (context.json()) {
        context.print({{"received", report.received},
                       {"new", report.added},
                       {"conflicts", report.conflicts.size()},
                       {"flagged_deletes", report.flagged.size()},
                       {"attachments", outcome.attachments},
                       {"package", report.isPackage},
                       {"frontier", text(dossier::toText(frontier))}});
        return Done;
    }
    context.line(
        QStringLiteral("%1 lues, dont %2 ; %3 ; %4.")
            .arg(counted(report.received, QStringLiteral("modification"), QStringLiteral("modifications")),
                 counted(report.added, QStringLiteral("nouvelle"), QStringLiteral("nouvelles")),
                 counted(static_cast<qint64>(report.conflicts.size()), QStringLiteral("conflit"),
                         QStringLiteral("conflits")),
                 counted(static_cast<qint64>(report.flagged.size()),
                         QStringLiteral("suppression à confirmer"),
                         QStringLiteral("suppressions à confirmer"))));
    if (!report.conflicts.empty() || !report.flagged.empty())
        context.complain(
            QStringLiteral("Rien n’est perdu : listez ce qui est à décider avec « conflicts »."));
    return Done;
}

QString fieldName(const QString& shownField)
{
    return shownField.startsWith(u"q:") ? shownField.mid(2) : shownField;
}

void tell(const Context& context, const workflow::ConflictLine& line)
{
    context.line(QStringLiteral("%1 – %2").arg(line.actor.isEmpty() ? QStringLiteral("Étude") : line.actor,
                                               line.label));
    for (size_t i = 0; i < line.values.size(); ++i) {
        const dossier::Head& head = line.conflict.heads[i];
        context.line(QStringLiteral("    %1 « %2 »  %3  %4=%5")
                         .arg(i == 0 ? QStringLiteral("*") : QStringLiteral(" "), line.values[i], head.author,
                              fieldName(line.conflict.shownField), head.operation));
    }
}

void tell(const Context& context, const workflow::FlaggedDeleteLine& line)
{
    QStringList authors;
    for (const dossier::Head& head : line.flagged.deletes)
        authors << head.author;
    context.line(
        QStringLiteral("%1 – %2 : suppression par %3, modification faite sans la connaître  (record … %4 "
                       "--keep ou --delete)")
            .arg(line.actor, line.label, authors.join(QStringLiteral(", ")), line.flagged.record));
}

Json deleteJson(const workflow::FlaggedDeleteLine& line)
{
    Json heads = Json::array();
    for (const dossier::Head& head : line.flagged.deletes)
        heads.push_back({{"head", text(head.operation)}, {"author", text(head.author)}, {"time", head.time}});
    return {{"actor", text(line.flagged.record)},
            {"nom", text(line.actor)},
            {"entity", text(line.flagged.entityType)},
            {"id", text(line.flagged.entity)},
            {"deletes", heads}};
}

int runConflicts(const Context& context)
{
    const auto study = context.openStudy(true);
    const auto conflicts = workflow::conflictLines(*study);
    const auto deletes = workflow::flaggedDeleteLines(*study);
    if (context.json()) {
        Json list = Json::array();
        if (context.isSet(QStringLiteral("deletes")))
            for (const workflow::FlaggedDeleteLine& line : deletes)
                list.push_back(deleteJson(line));
        else
            for (const workflow::ConflictLine& line : conflicts)
                list.push_back(conflictJson(line));
        context.print(list);
        return Done;
    }
    for (const workflow::ConflictLine& line : conflicts)
        tell(context, line);
    for (const workflow::FlaggedDeleteLine& line : deletes)
        tell(context, line);
    if (conflicts.empty() && deletes.empty()) context.line(QStringLiteral("Aucun conflit."));
    return Done;
}

} // namespace

Json missingJson(const std::vector<dossier::OperationRange>& missing)
{
    Json list = Json::array();
    for (const dossier::OperationRange& range : missing)
        list.push_back({{"replica", text(range.replica)}, {"first", range.first}, {"last", range.last}});
    return list;
}

Json conflictJson(const workflow::ConflictLine& line)
{
    Json heads = Json::array();
    for (size_t i = 0; i < line.values.size(); ++i) {
        const dossier::Head& head = line.conflict.heads[i];
        heads.push_back({{"value", text(head.value)},
                         {"author", text(head.author)},
                         {"time", head.time},
                         {"head", text(head.operation)},
                         {"shown", text(line.values[i])}});
    }
    return {{"actor", text(line.conflict.record)},
            {"question", text(fieldName(line.conflict.shownField))},
            {"nom", text(line.actor)},
            {"label", text(line.label)},
            {"heads", heads}};
}

Command mergeCommand()
{
    return {QStringLiteral("merge"),
            QStringLiteral("ÉTUDE FICHIER [--other-passphrase-file F]"),
            QStringLiteral("fusionne un paquet ou une copie de l’étude"),
            2,
            2,
            {option(QStringLiteral("other-passphrase-file"), QStringLiteral("F"))},
            runMerge};
}

Command conflictsCommand()
{
    return {QStringLiteral("conflicts"),
            QStringLiteral("ÉTUDE [--deletes]"),
            QStringLiteral("liste les conflits et les suppressions à décider"),
            1,
            1,
            {flag(QStringLiteral("deletes"))},
            runConflicts};
}

} // namespace cli
