#include "workflow/stress.h"

#include "cli/command.h"

#include <cstdio>

namespace cli {
namespace {

int run(const Context& context)
{
    if (context.argument(0) != u"save") {
        context.complain(QStringLiteral("« stress » attend « save » puis une étude."));
        return Usage;
    }
    bool ok = true;
    const qint64 count =
        context.isSet(QStringLiteral("count")) ? context.value(QStringLiteral("count")).toLongLong(&ok) : -1;
    if (!ok) {
        context.complain(QStringLiteral("--count attend un nombre."));
        return Usage;
    }
    const auto study = workflow::Study::open(context.argument(1), context.access(), context.clock());
    if (const auto older = std::as_const(*study).dossier().olderState()) context.complainOf(*older);
    workflow::stressSave(*study, count, [](qint64 k) {
        std::printf("ACK %lld\n", static_cast<long long>(k));
        std::fflush(stdout);
    });
    study->dossier().close();
    return Done;
}

} // namespace

Command stressCommand()
{
    return {QStringLiteral("stress"),
            QStringLiteral("save ÉTUDE [--count N]"),
            QStringLiteral("essai de durabilité : écrit des réponses et les accuse une à une"),
            2,
            2,
            {option(QStringLiteral("count"), QStringLiteral("N"))},
            run};
}

} // namespace cli
