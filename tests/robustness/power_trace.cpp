#include "robustness/power_trace.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace robustness {
namespace {

DiskModel::Content absolute(const fs::path& root, const std::map<std::string, std::string>& content)
{
    DiskModel::Content out;
    for (const auto& [path, bytes] : content)
        out[(root / path).string()] = bytes;
    return out;
}

DiskModel::Content relative(const fs::path& root, const DiskModel::Content& content)
{
    DiskModel::Content out;
    for (const auto& [path, bytes] : content)
        out[fs::path(path).lexically_relative(root).string()] = bytes;
    return out;
}

/// Chances tried at each call: more where many things are pending, as in a rewrite.
int chances(const LoggedCall& call)
{
    const bool rewriting = call.call == shim::Call::Rename || call.data.size() > 1000;
    return rewriting ? 24 : 3;
}

long acknowledgedBy(const std::string& output)
{
    const size_t at = output.rfind("ACK ");
    return at == std::string::npos ? 0 : std::strtol(output.c_str() + at + 4, nullptr, 10);
}

} // namespace

PowerTrace::PowerTrace(std::string name, const Laboratory& laboratory)
    : m_laboratory(laboratory), m_name(std::move(name)),
      m_before(absolute(laboratory.root(), laboratory.content())), m_model(m_before),
      m_existed(fs::exists(laboratory.study())), m_acknowledged(m_existed ? laboratory.check().last : 0)
{
}

void PowerTrace::record(const Command& command, Tally& tally)
{
    const fs::path log = m_laboratory.folder() / "log";
    const Result result = run(m_laboratory.logged(command, log));
    m_sessions.push_back({readCallLog(log), result.exitCode == 0});
    m_model.startProcess();
    for (const LoggedCall& call : m_sessions.back().calls)
        m_model.apply(call);
    const bool same = m_model.current() == absolute(m_laboratory.root(), m_laboratory.content());
    tally.expect(same, [&] {
        return m_name + ", processus " + std::to_string(m_sessions.size()) +
               " : le modèle du disque et le disque diffèrent (un appel échappe au harnais)";
    });
}

size_t PowerTrace::callCount() const
{
    size_t out = 0;
    for (const Session& session : m_sessions)
        out += session.calls.size();
    return out;
}

PowerCuts::PowerCuts(const PowerTrace& trace, std::uint64_t seed)
    : m_trace(trace), m_model(trace.m_before), m_random(seed), m_exists(trace.m_existed),
      m_acknowledged(trace.m_acknowledged), m_possible(m_acknowledged + 1)
{
}

std::optional<CrashState> PowerCuts::next()
{
    while (m_states.empty())
        if (!advance()) return std::nullopt;
    CrashState out = std::move(m_states.back());
    m_states.pop_back();
    return out;
}

/// One call further; false at the end of the trace.
bool PowerCuts::advance()
{
    if (m_session == m_trace.m_sessions.size()) return false;
    const PowerTrace::Session& session = m_trace.m_sessions[m_session];
    if (m_call == session.calls.size()) {
        m_exists = m_exists || session.created;
        m_states.push_back(state(Survival::Nothing));
        m_model.startProcess();
        // An answer that it wrote without acknowledging it is one on which the next may build.
        ++m_possible;
        ++m_session;
        m_call = 0;
        return true;
    }
    const LoggedCall& call = session.calls[m_call];
    m_model.apply(call);
    if (call.call == shim::Call::Output && acknowledgedBy(call.data) > m_acknowledged) {
        m_acknowledged = acknowledgedBy(call.data);
        m_possible = m_acknowledged + 1;
    }
    if (call.call != shim::Call::Close && call.call != shim::Call::Lock) prepareStates();
    ++m_call;
    ++m_calls;
    return true;
}

void PowerCuts::prepareStates()
{
    m_states.push_back(state(Survival::Nothing));
    if (!m_model.hasPending()) return;
    m_states.push_back(state(Survival::Everything));
    const int count = chances(m_trace.m_sessions[m_session].calls[m_call]);
    for (int i = 0; i < count; ++i)
        for (const Survival survival : {Survival::Calls, Survival::Sectors, Survival::TornPrefix})
            m_states.push_back(state(survival));
}

CrashState PowerCuts::state(Survival survival)
{
    return {relative(m_trace.m_laboratory.root(), m_model.afterPowerCut(survival, m_random)), m_exists,
            m_acknowledged, m_possible, m_trace.m_name + ", appel " + std::to_string(m_calls)};
}

} // namespace robustness
