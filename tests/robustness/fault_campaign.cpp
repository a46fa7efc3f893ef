#include "robustness/call_log.h"
#include "robustness/campaigns.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <memory>

namespace robustness {
namespace {

using Content = std::map<std::string, std::string>;
using shim::Call;

constexpr std::array Faults{"kill-before", "kill-after",  "torn", "short",
                            "enospc",      "enospc-rest", "eio",  "eio-rest"};

constexpr size_t ShortCases = 24;

/// A state of the study and a number of answers to save on it.
struct Scenario
{
    std::string name;
    Content before;
    long saves = 0, acknowledged = 0;
    std::vector<LoggedCall> calls; ///< of the run without fault
};

struct Case
{
    const Scenario* scenario;
    const LoggedCall* call;
    std::string fault;
    std::string name() const
    {
        return scenario->name + ", appel " + std::to_string(call->index) + " (" + call->name() + "), " +
               fault;
    }
};

Scenario scenario(const Laboratory& laboratory, const std::string& name, long saves)
{
    Scenario out{name, laboratory.content(), saves, laboratory.check().last, {}};
    const fs::path log = laboratory.folder() / "log";
    run(laboratory.logged(laboratory.save(saves), log));
    for (LoggedCall& call : readCallLog(log))
        if (call.call != Call::Output) out.calls.push_back(std::move(call));
    return out;
}

/// Closed; interrupted in the middle of a frame; about to be rewritten at its close.
std::vector<Scenario> scenarios(const Plan& plan, const Laboratory& laboratory)
{
    std::vector<Scenario> out;
    laboratory.create();
    run(laboratory.save(2));
    out.push_back(scenario(laboratory, "étude fermée", 3));
    const auto lastWrite =
        std::find_if(out.front().calls.begin(), out.front().calls.end(), [](const LoggedCall& call) {
            return call.call == Call::Write && call.data.starts_with("OSF");
        });
    laboratory.restore(out.front().before);
    run(laboratory.faulty(laboratory.save(3), lastWrite->index, "torn"));
    out.push_back(scenario(laboratory, "étude interrompue", 2));
    if (!plan.isLong) return out;
    run(laboratory.save(1180));
    out.push_back(scenario(laboratory, "étude réécrite à la fermeture", 60));
    return out;
}

bool concerns(const std::string& fault, const LoggedCall& call)
{
    return (fault != "torn" && fault != "short") || call.call == Call::Write;
}

/// In a rewriting run, saves far from its end are those of the other scenarios.
bool isRepetition(const Scenario& scenario, const LoggedCall& call)
{
    const size_t first = 16, last = 24;
    return scenario.calls.size() > 100 && call.index > first && call.index + last < scenario.calls.size();
}

std::vector<Case> casesOf(const std::vector<Scenario>& scenarios)
{
    std::vector<Case> out;
    for (const Scenario& scenario : scenarios)
        for (const LoggedCall& call : scenario.calls)
            for (const char* fault : Faults)
                if (concerns(fault, call) && !isRepetition(scenario, call))
                    out.push_back({&scenario, &call, fault});
    return out;
}

bool endsAsPromised(const Result& result, const std::string& fault)
{
    if (fault.starts_with("kill") || fault == "torn") return result.signal == SIGKILL;
    if (result.exitCode == 0) return true;
    return (result.exitCode == 1 || result.exitCode == 3) && !result.err.empty();
}

void tryFault(const Laboratory& laboratory, const Case& which, Tally& tally)
{
    tally.addCase();
    laboratory.restore(which.scenario->before);
    const Result result =
        run(laboratory.faulty(laboratory.save(which.scenario->saves), which.call->index, which.fault));
    tally.expect(endsAsPromised(result, which.fault),
                 [&] { return which.name() + " : " + result.summary(); });
    const long acknowledged = std::max(which.scenario->acknowledged, result.lastAcknowledged());
    if (result.exitCode == 0)
        tally.expect(acknowledged == which.scenario->acknowledged + which.scenario->saves,
                     [&] { return which.name() + " : code 0 sans toutes les réponses"; });
    if (keepsAcknowledged(laboratory.check(), acknowledged, tally, which.name()))
        goesOn(laboratory, acknowledged, tally, which.name());
}

} // namespace

void faultCampaign(const Plan& plan, Tally& tally)
{
    const Laboratory first(plan.programs, plan.defect);
    const std::vector<Scenario> all = scenarios(plan, first);
    std::vector<Case> cases = casesOf(all);
    std::shuffle(cases.begin(), cases.end(), Random(plan.seed));
    if (!plan.isLong) cases.resize(std::min(cases.size(), ShortCases));
    std::vector<std::unique_ptr<Laboratory>> laboratories;
    for (int worker = 0; worker < plan.workers; ++worker)
        laboratories.push_back(std::make_unique<Laboratory>(plan.programs, plan.defect));
    inParallel(plan.workers, static_cast<long>(cases.size()), [&](long item, int worker) {
        tryFault(*laboratories[size_t(worker)], cases[size_t(item)], tally);
    });
    for (const Scenario& scenario : all)
        tally.note(scenario.name + " : " + std::to_string(scenario.calls.size()) +
                   " appels au système de fichiers");
}

} // namespace robustness
