#include "robustness/campaigns.h"

#include <algorithm>
#include <csignal>
#include <thread>

namespace robustness {
namespace {

using std::chrono::microseconds;

/// When to strike, in shares of a hundred.
enum class Moment { Opening = 20, Saving = 80, Closing = 100 };

constexpr std::chrono::seconds Patience{60};

Moment momentOf(long item)
{
    const long share = item % 10 * 10;
    if (share < long(Moment::Opening)) return Moment::Opening;
    return share < long(Moment::Saving) ? Moment::Saving : Moment::Closing;
}

/// How long a run takes until its first answer: openings are struck within it.
microseconds openingTime(const Laboratory& laboratory)
{
    const auto start = std::chrono::steady_clock::now();
    Process process(laboratory.save(-1));
    process.waitForLines(1, Patience);
    return std::chrono::duration_cast<microseconds>(std::chrono::steady_clock::now() - start);
}

void pause(Random& random, microseconds most)
{
    std::uniform_int_distribution<long> time(0, most.count());
    std::this_thread::sleep_for(microseconds(time(random)));
}

Result strike(const Laboratory& laboratory, Moment moment, microseconds opening, Random& random)
{
    const long saves = std::uniform_int_distribution<long>(1, 12)(random);
    Process process(laboratory.save(moment == Moment::Closing ? saves : -1));
    if (moment == Moment::Opening) {
        pause(random, opening);
    } else {
        process.waitForLines(saves, Patience);
        pause(random, microseconds(moment == Moment::Closing ? 6000 : 1500));
    }
    process.kill();
    return process.wait();
}

/// One study, killed again and again; `acknowledged` goes on from one run to the next.
class Victim
{
public:
    Victim(const Plan& plan, int number)
        : m_laboratory(plan.programs, plan.defect), m_random(plan.seed * 1000 + std::uint64_t(number))
    {
        m_laboratory.create();
        m_opening = openingTime(m_laboratory);
        m_acknowledged = m_laboratory.check().last;
    }

    void suffer(long item, Tally& tally)
    {
        const Moment moment = momentOf(item);
        tally.addCase();
        const Result result = strike(m_laboratory, moment, m_opening, m_random);
        m_acknowledged = std::max(m_acknowledged, result.lastAcknowledged());
        m_early += moment == Moment::Opening && result.out.empty();
        m_struck += result.signal == SIGKILL;
        tally.expect(result.signal == SIGKILL || result.exitCode == 0,
                     [&] { return "fin imprévue " + result.summary(); });
        const Verdict verdict = m_laboratory.check();
        keepsAcknowledged(verdict, m_acknowledged, tally, "SIGKILL " + std::to_string(item));
        // An answer that was there once must stay, even if its acknowledgement was never read.
        m_acknowledged = std::max(m_acknowledged, verdict.last);
    }

    long early() const { return m_early; }
    long struck() const { return m_struck; }

private:
    Laboratory m_laboratory;
    Random m_random;
    microseconds m_opening{};
    long m_acknowledged = 0, m_early = 0, m_struck = 0;
};

} // namespace

void killCampaign(const Plan& plan, long kills, Tally& tally)
{
    long early = 0, struck = 0;
    std::mutex mutex;
    inParallel(plan.workers, plan.workers, [&](long number, int) {
        Victim victim(plan, static_cast<int>(number));
        for (long item = number; item < kills; item += plan.workers)
            victim.suffer(item / plan.workers, tally);
        const std::lock_guard lock(mutex);
        early += victim.early();
        struck += victim.struck();
    });
    tally.note(std::to_string(struck) + " processus tués en marche, dont " + std::to_string(early) +
               " avant leur première réponse");
}

} // namespace robustness
