#include "workflow/decide/decide.h"

#include "base/atomic_file.h"
#include "cli/command.h"

namespace cli {
namespace {

int run(const Context& context)
{
    base::Issues issues;
    const std::optional<Json> result = workflow::decide(base::readFile(context.argument(0)), issues);
    context.report(issues);
    if (!result) return Unreadable;
    context.print(*result);
    return Done;
}

} // namespace

Command decideCommand()
{
    return {QStringLiteral("decide"),
            QStringLiteral("PROBLÈME.json"),
            QStringLiteral("applique une méthode de décision à un problème écrit en JSON"),
            1,
            1,
            {},
            run};
}

} // namespace cli
