#include "base/error.h"
#include "cli/command.h"
#include "workflow/messages/dossier_words.h"

namespace cli {
namespace {

int damaged(const Context& context, const base::Error& error)
{
    const workflow::messages::Message message = workflow::messages::forError(error);
    context.complain(message.what + u' ' + message.remedy);
    if (context.json()) context.print({{"sound", false}, {"error", text(message.what)}});
    return Unreadable;
}

int run(const Context& context)
{
    try {
        const dossier::Integrity found =
            dossier::check(context.argument(0), context.access(true), context.clock());
        if (found.olderState) context.complainOf(*found.olderState);
        if (context.json()) {
            context.print({{"sound", found.sound},
                           {"last", found.lastStress},
                           {"digest", text(found.digest)},
                           {"version", found.version},
                           {"records", found.records},
                           {"operations", found.operations},
                           {"conflicts", found.conflicts},
                           {"recovered_tail_bytes", found.recoveredTailBytes},
                           {"attachments", found.attachments},
                           {"older", found.olderState.has_value()}});
        } else {
            context.line(QStringLiteral("LAST %1").arg(found.lastStress));
            context.line(QStringLiteral("DIGEST %1").arg(found.digest));
        }
        return found.sound ? Done : Unreadable;
    } catch (const base::Error& error) {
        if (error.code() == base::ErrorCode::Damaged) return damaged(context, error);
        throw;
    }
}

} // namespace

Command checkCommand()
{
    return {QStringLiteral("check"),
            QStringLiteral("ÉTUDE"),
            QStringLiteral("vérifie chaque octet d’une étude"),
            1,
            1,
            {},
            run};
}

} // namespace cli
