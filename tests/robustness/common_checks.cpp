#include "robustness/campaigns.h"

namespace robustness {

bool keepsAcknowledged(const Verdict& verdict, long acknowledged, Tally& tally, const std::string& what)
{
    if (!tally.expect(verdict.isSound(),
                      [&] { return what + " : étude refusée, " + verdict.result.summary(); }))
        return false;
    const bool kept = tally.expect(verdict.last >= acknowledged, [&] {
        return what + " : LAST " + std::to_string(verdict.last) + " < ACK " + std::to_string(acknowledged);
    });
    if (kept) tally.expect(!verdict.isOlder(), [&] { return what + " : dite plus ancienne, à tort"; });
    return kept;
}

bool goesOn(const Laboratory& laboratory, long acknowledged, Tally& tally, const std::string& what)
{
    const Result result = run(laboratory.save(1));
    return tally.expect(result.exitCode == 0 && result.lastAcknowledged() > acknowledged, [&] {
        return what + " : l’étude ne continue pas après " + std::to_string(acknowledged) + ", " +
               result.summary();
    });
}

} // namespace robustness
