#include "base/atomic_file.h"
#include "cli/dossier_commands.h"

namespace cli {

std::vector<Command> dossierCommands()
{
    return {shareCommand(),   mergeCommand(),  conflictsCommand(),  receiveCommand(),     commentCommand(),
            historyCommand(), undoCommand(),   freezeCommand(),     compareCommand(),     attachCommand(),
            redactCommand(),  backupCommand(), passphraseCommand(), closeMissionCommand()};
}

int tellId(const Context& context, const workflow::Outcome& outcome)
{
    context.report(outcome.issues);
    if (!outcome.ok()) return Refused;
    if (context.json())
        context.print({{"id", text(outcome.id)}});
    else
        context.line(outcome.id);
    return Done;
}

std::optional<QString> passphraseIn(const Context& context, const QString& option)
{
    if (!context.isSet(option)) return {};
    const QByteArray content = base::readFile(context.value(option), 64 * 1024);
    return QString::fromUtf8(content).section(u'\n', 0, 0).remove(u'\r');
}

dossier::Access otherAccess(const Context& context)
{
    dossier::Access access;
    access.author = context.access().author;
    access.passphrase = passphraseIn(context, QStringLiteral("other-passphrase-file"));
    return access;
}

} // namespace cli
