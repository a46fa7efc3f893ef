#include "robustness/campaigns.h"

#include <memory>

namespace robustness {
namespace {

constexpr std::chrono::seconds Patience{60};
constexpr int Rounds = 1, Racers = 4, RacerSaves = 5;

/// A second program is refused with its message, readers are not, and the first goes on.
void secondWriter(const Laboratory& laboratory, Tally& tally)
{
    tally.addCase();
    const long before = laboratory.check().last;
    Process first(laboratory.save(-1));
    tally.expect(first.waitForLines(1, Patience),
                 [] { return std::string("le premier programme n’écrit pas"); });
    const Result second = run(laboratory.save(1));
    tally.expect(second.exitCode == 1 && !second.err.empty() && second.out.empty(),
                 [&] { return "second programme : " + second.summary(); });
    const Verdict meanwhile = laboratory.check();
    tally.expect(meanwhile.isSound(),
                 [&] { return "lecture pendant l’écriture : " + meanwhile.result.summary(); });
    tally.expect(first.waitForLines(meanwhile.last - before + 1, Patience),
                 [] { return std::string("le premier programme s’est arrêté"); });
    first.kill();
    const Result ended = first.wait();
    const long acknowledged = ended.lastAcknowledged();
    keepsAcknowledged(laboratory.check(), acknowledged, tally, "après deux programmes");
    goesOn(laboratory, acknowledged, tally, "verrou laissé par un programme tué");
}

void staleLock(const Laboratory& laboratory, Tally& tally)
{
    tally.addCase();
    const long before = laboratory.check().last;
    writeFile(laboratory.study().string() + ".lock", "");
    goesOn(laboratory, before, tally, "fichier de verrou oublié");
}

/// Programs started at once: those that were let in wrote one after the other.
void race(const Laboratory& laboratory, Tally& tally)
{
    tally.addCase();
    const long before = laboratory.check().last;
    std::vector<std::unique_ptr<Process>> racers;
    for (int i = 0; i < Racers; ++i)
        racers.push_back(std::make_unique<Process>(laboratory.save(RacerSaves)));
    long admitted = 0;
    for (const auto& racer : racers) {
        const Result result = racer->wait();
        admitted += result.exitCode == 0;
        tally.expect(result.exitCode == 0 || (result.exitCode == 1 && !result.err.empty()),
                     [&] { return "programmes simultanés : " + result.summary(); });
    }
    const Verdict verdict = laboratory.check();
    tally.expect(verdict.isSound() && verdict.last == before + admitted * RacerSaves, [&] {
        return std::to_string(admitted) + " programmes admis, LAST passe de " + std::to_string(before) +
               " à " + std::to_string(verdict.last);
    });
}

} // namespace

void lockCampaign(const Plan& plan, Tally& tally)
{
    for (int round = 0; round < (plan.isLong ? Rounds * 8 : Rounds) && !plan.isOver(tally); ++round) {
        const Laboratory laboratory(plan.programs, plan.defect);
        laboratory.create();
        secondWriter(laboratory, tally);
        staleLock(laboratory, tally);
        race(laboratory, tally);
    }
}

} // namespace robustness
