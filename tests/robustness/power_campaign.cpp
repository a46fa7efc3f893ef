#include "robustness/power_trace.h"

#include <memory>
#include <unordered_map>

namespace robustness {
namespace {

/// One state in this many is also opened and saved to.
constexpr size_t ContinuedShare = 6;
/// The short run judges one state in this many, and the long one.
constexpr size_t ShortShare = 40, LongShare = 8;
/// Answers after which the next close rewrites the file.
constexpr long NearRewriting = 1180;

/// From nothing: sessions that end well, that are killed in the middle of a write, whose fsync fails.
std::unique_ptr<PowerTrace> sessionsTrace(const Plan& plan, const Laboratory& laboratory, Tally& tally)
{
    auto out = std::make_unique<PowerTrace>("sessions", laboratory);
    Random random(plan.seed);
    out->record(laboratory.command({"new", laboratory.study().string()}), tally);
    const int sessions = plan.isLong ? 75 : 4;
    for (int session = 0; session < sessions; ++session) {
        const Command save = laboratory.save(2 + long(random() % 10));
        const long at = 4 + long(random() % 20);
        switch (session % 4) {
        case 1:
            out->record(laboratory.faulty(save, at, "torn"), tally);
            break;
        case 3:
            out->record(laboratory.faulty(save, at, session % 8 == 3 ? "eio" : "kill-after"), tally);
            break;
        default:
            out->record(save, tally);
        }
    }
    return out;
}

/// Across a rewrite, and after it.
std::unique_ptr<PowerTrace> rewriteTrace(const Plan& plan, const Laboratory& laboratory, Tally& tally)
{
    laboratory.create();
    run(laboratory.save(NearRewriting));
    auto out = std::make_unique<PowerTrace>("réécriture", laboratory);
    const fs::path study = laboratory.study();
    const auto before = fs::file_size(study);
    out->record(laboratory.save(plan.isLong ? 60 : 40), tally);
    tally.expect(fs::file_size(study) < before,
                 [] { return std::string("la fermeture n’a pas réécrit le fichier"); });
    out->record(laboratory.save(6), tally);
    out->record(laboratory.faulty(laboratory.save(6), 12, "torn"), tally);
    out->record(laboratory.save(4), tally);
    return out;
}

/// Each fsync of a session refused in turn, and a session after it that believes what the system shows.
std::unique_ptr<PowerTrace> refusedSyncTrace(const Plan& plan, const Laboratory& laboratory, Tally& tally)
{
    laboratory.create();
    run(laboratory.save(2));
    const auto before = laboratory.content();
    const fs::path log = laboratory.folder() / "log";
    run(laboratory.logged(laboratory.save(2), log));
    const std::vector<LoggedCall> calls = readCallLog(log);
    laboratory.restore(before);
    auto out = std::make_unique<PowerTrace>("fsync refusé", laboratory);
    for (int round = 0; round < (plan.isLong ? 4 : 1); ++round)
        for (const LoggedCall& call : calls) {
            if (call.call != shim::Call::Sync || call.folder != 0) continue;
            out->record(laboratory.faulty(laboratory.save(2), call.index, "eio"), tally);
            out->record(laboratory.save(round + 1), tally);
        }
    return out;
}

/// Verdicts already given: the same bytes are checked once.
class Judge
{
public:
    Judge(const Plan& plan, Tally& tally) : m_tally(tally)
    {
        for (int worker = 0; worker < plan.workers; ++worker)
            m_laboratories.push_back(std::make_unique<Laboratory>(plan.programs, plan.defect));
    }

    void judge(const CrashState& state, int worker)
    {
        const Known known = verdictOn(state, *m_laboratories[size_t(worker)]);
        if (!known.exists) {
            m_tally.expect(!state.mustExist, [&] { return state.name + " : l’étude a disparu"; });
            return;
        }
        if (!keepsAcknowledged(known.verdict, state.acknowledged, m_tally, state.name)) return;
        m_tally.expect(known.verdict.last <= state.possible, [&] {
            return state.name + " : LAST " + std::to_string(known.verdict.last) + " inventé";
        });
    }

private:
    struct Known
    {
        bool exists = false;
        Verdict verdict;
    };

    static std::string digestOf(const DiskModel::Content& content)
    {
        std::string all;
        for (const auto& [path, bytes] : content)
            all += path + '\0' + std::to_string(bytes.size()) + '\0' + bytes;
        return std::to_string(std::hash<std::string>()(all)) + '/' + std::to_string(all.size());
    }

    Known verdictOn(const CrashState& state, const Laboratory& laboratory)
    {
        const std::string key = digestOf(state.content);
        {
            const std::lock_guard lock(m_mutex);
            if (const auto found = m_known.find(key); found != m_known.end()) return found->second;
        }
        Known known;
        laboratory.restore(state.content);
        known.exists = fs::exists(laboratory.study());
        if (known.exists) known.verdict = laboratory.check();
        m_tally.addCase();
        if (known.verdict.isSound() && std::hash<std::string>()(key) % ContinuedShare == 0 &&
            goesOn(laboratory, known.verdict.last, m_tally, state.name))
            keepsAcknowledged(laboratory.check(), known.verdict.last + 1, m_tally,
                              state.name + ", puis une réponse");
        const std::lock_guard lock(m_mutex);
        return m_known[key] = known;
    }

    Tally& m_tally;
    std::mutex m_mutex;
    std::unordered_map<std::string, Known> m_known;
    std::vector<std::unique_ptr<Laboratory>> m_laboratories;
};

void judgeTrace(const Plan& plan, const PowerTrace& trace, Judge& judge, Tally& tally)
{
    PowerCuts cuts(trace, plan.seed);
    std::mutex mutex;
    const size_t share = plan.stopsAtFailure ? 1 : plan.isLong ? LongShare : ShortShare;
    size_t given = 0;
    const auto next = [&] {
        const std::lock_guard lock(mutex);
        std::optional<CrashState> state;
        do
            state = cuts.next();
        while (state && given++ % share != 0);
        return state;
    };
    inParallel(plan.workers, plan.workers, [&](long, int worker) {
        while (const auto state = next()) {
            if (plan.isOver(tally)) return;
            judge.judge(*state, worker);
        }
    });
    tally.note(trace.name() + " : " + std::to_string(trace.callCount()) + " appels");
}

} // namespace

void powerCampaign(const Plan& plan, long states, Tally& tally)
{
    const Laboratory first(plan.programs, plan.defect), second(plan.programs, plan.defect),
        third(plan.programs, plan.defect);
    const auto sessions = sessionsTrace(plan, first, tally);
    const auto rewrite = rewriteTrace(plan, second, tally);
    const auto refused = refusedSyncTrace(plan, third, tally);
    Judge judge(plan, tally);
    for (const PowerTrace* trace : {sessions.get(), rewrite.get(), refused.get()})
        judgeTrace(plan, *trace, judge, tally);
    tally.expect(plan.isOver(tally) || tally.cases() >= states,
                 [&] { return "moins de " + std::to_string(states) + " états distincts"; });
}

} // namespace robustness
