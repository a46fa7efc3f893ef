#include "robustness/campaigns.h"

namespace robustness {
namespace {

/// Reading or writing tells the user, whatever the exit code.
bool isTold(const Result& result)
{
    return result.exitCode >= 0 && !result.err.empty();
}

/// A save that is remembered outside the study, which the durability aid's are not.
Result change(const Laboratory& laboratory, long value)
{
    return run(laboratory.command({"set", laboratory.study().string(), "essai=" + std::to_string(value)}));
}

/// An older copy of the study put back, its user's memory left as it is.
void putBack(const Laboratory& laboratory, long between, Tally& tally)
{
    tally.addCase();
    change(laboratory, 0);
    const std::string older = readFile(laboratory.study());
    const std::string what = "copie d’il y a " + std::to_string(between) + " réponses";
    run(laboratory.save(between - 1));
    change(laboratory, between);
    const std::string present = readFile(laboratory.study());
    const Verdict before = laboratory.check();
    tally.expect(before.isSound() && before.result.err.empty(),
                 [&] { return "étude présente : " + before.result.summary(); });
    writeFile(laboratory.study(), older);
    const Result checked = laboratory.check().result, saved = change(laboratory, -1);
    tally.expect(isTold(checked), [&] { return what + ", vérifiée en silence"; });
    tally.expect(saved.exitCode == 1 && isTold(saved),
                 [&] { return what + ", ouverte : " + saved.summary(); });
    writeFile(laboratory.study(), present);
}

} // namespace

void olderCampaign(const Plan& plan, Tally& tally)
{
    const Laboratory laboratory(plan.programs, plan.defect);
    laboratory.create();
    for (const long between : {1L, 5L, 40L})
        putBack(laboratory, between, tally);
    if (plan.isLong) putBack(laboratory, 1300, tally);
}

} // namespace robustness
