#pragma once
#include "cli/command.h"
#include "dossier/values/frontier.h"
#include "workflow/merging.h"

/// Commands on the dossier itself: sharing, merging, history, keys, copies.
namespace cli {

std::vector<Command> dossierCommands();

Command shareCommand();
Command mergeCommand();
Command conflictsCommand();
Command passphraseCommand();
Command backupCommand();
Command historyCommand();
Command undoCommand();
Command freezeCommand();
Command compareCommand();
Command attachCommand();
Command redactCommand();
Command receiveCommand();
Command commentCommand();
Command closeMissionCommand();

Json missingJson(const std::vector<dossier::OperationRange>& missing);
Json conflictJson(const workflow::ConflictLine& line);
Json fileJson(const QString& path);

/// Says what stands in the way, or the id of what was written; the exit code.
int tellId(const Context& context, const workflow::Outcome& outcome);

/// First line of a file of --…passphrase-file; nothing when the option is not given.
std::optional<QString> passphraseIn(const Context& context, const QString& option);
/// Access with the keys of another file: --other-passphrase-file; no key when it is not given.
dossier::Access otherAccess(const Context& context);

/// `record --resolve`, `--keep`, `--delete`.
std::vector<QCommandLineOption> resolutionOptions();
bool asksResolution(const Context& context);
int resolve(const Context& context, workflow::Study& study, const QString& record);
Json conflictsOf(const workflow::Study& study, const QString& record);

} // namespace cli
