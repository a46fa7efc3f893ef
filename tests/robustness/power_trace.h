#pragma once
#include "robustness/campaigns.h"
#include "robustness/disk_model.h"

#include <optional>

namespace robustness {

/// What a disk may hold after a power cut, and what it must.
struct CrashState
{
    DiskModel::Content content;          ///< by path relative to the root of the laboratory
    bool mustExist = false;              ///< `new` had ended well
    long acknowledged = 0, possible = 0; ///< answers it must hold, and may
    std::string name;
};

/// Calls of several processes on one study, one after the other.
class PowerTrace
{
public:
    /// Records from the present state of the laboratory on.
    PowerTrace(std::string name, const Laboratory& laboratory);

    /// Runs one more process under the shim. Throws if the disk model disagrees with the disk.
    void record(const Command& command, Tally& tally);
    const std::string& name() const { return m_name; }
    size_t callCount() const;

private:
    friend class PowerCuts;
    struct Session
    {
        std::vector<LoggedCall> calls;
        bool created = false; ///< ended well, so the study exists
    };
    const Laboratory& m_laboratory;
    const std::string m_name;
    const DiskModel::Content m_before;
    DiskModel m_model;
    const bool m_existed;
    const long m_acknowledged;
    std::vector<Session> m_sessions;
};

/// Goes through a trace call by call and gives the states a power cut could leave at each.
class PowerCuts
{
public:
    PowerCuts(const PowerTrace& trace, std::uint64_t seed);
    std::optional<CrashState> next();

private:
    bool advance();
    void prepareStates();
    CrashState state(Survival survival);

    const PowerTrace& m_trace;
    DiskModel m_model;
    Random m_random;
    size_t m_session = 0, m_call = 0, m_calls = 0;
    bool m_exists;
    long m_acknowledged, m_possible;
    std::vector<CrashState> m_states;
};

} // namespace robustness
