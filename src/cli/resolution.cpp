#include "cli/dossier_commands.h"

#include <QRegularExpression>

namespace cli {
namespace {

bool accept(const Context& context, const workflow::Outcome& outcome)
{
    context.report(outcome.issues);
    return outcome.ok();
}

/// "repeat[UID].q" as elsewhere on the command line, or the name that `conflicts` prints.
QString shownField(const QString& given)
{
    static const QRegularExpression cell(QStringLiteral("^\\w+\\[([^\\]]+)\\]\\.(\\w+)$"));
    const QRegularExpressionMatch match = cell.match(given);
    return match.hasMatch() ? QStringLiteral("q:%1@%2").arg(match.captured(2), match.captured(1)) : given;
}

} // namespace

std::vector<QCommandLineOption> resolutionOptions()
{
    return {option(QStringLiteral("resolve"), QStringLiteral("q=h")), flag(QStringLiteral("keep")),
            flag(QStringLiteral("delete"))};
}

bool asksResolution(const Context& context)
{
    return context.isSet(QStringLiteral("resolve")) || context.isSet(QStringLiteral("keep")) ||
           context.isSet(QStringLiteral("delete"));
}

int resolve(const Context& context, workflow::Study& study, const QString& record)
{
    const bool keep = context.isSet(QStringLiteral("keep")), remove = context.isSet(QStringLiteral("delete"));
    if (keep && remove) {
        context.complain(QStringLiteral("Choisissez --keep ou --delete, pas les deux."));
        return Usage;
    }
    for (const QString& given : context.values(QStringLiteral("resolve"))) {
        const qsizetype equals = given.indexOf(u'=');
        if (equals <= 0) {
            context.complain(
                QStringLiteral("--resolve attend question=VALEUR, comme « conflicts » l’affiche."));
            return Usage;
        }
        if (!accept(context, workflow::resolveConflict(study, record, shownField(given.left(equals)),
                                                       given.mid(equals + 1))))
            return Refused;
    }
    if ((keep || remove) && !accept(context, workflow::resolveDeletes(study, record, keep))) return Refused;
    return Done;
}

Json conflictsOf(const workflow::Study& study, const QString& record)
{
    Json list = Json::array();
    for (const workflow::ConflictLine& line : workflow::conflictLines(study))
        if (line.conflict.record == record) list.push_back(conflictJson(line));
    return list;
}

} // namespace cli
