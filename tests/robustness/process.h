#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace robustness {

struct Command
{
    std::vector<std::string> arguments; ///< the program first
    std::map<std::string, std::string> variables;
    std::optional<long> fileSizeLimit; ///< RLIMIT_FSIZE
    bool withoutPrivileges = false;    ///< as `nobody` when the harness is root
};

struct Result
{
    int exitCode = -1; ///< -1: ended by a signal
    int signal = 0;
    std::string out, err;
    /// k of the last whole line `ACK k`; 0 if none.
    long lastAcknowledged() const;
    std::string summary() const;
};

/// A program running, its outputs collected. Killed and awaited at destruction.
class Process
{
public:
    explicit Process(const Command& command);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Waits until that many whole lines are out; false when the program ended or time ran out before.
    bool waitForLines(long count, std::chrono::milliseconds limit);
    void kill();
    /// Waits for the end; a program that takes longer than the limit is killed (signal 9).
    Result wait(std::chrono::milliseconds limit = std::chrono::minutes(2));

private:
    bool pump(std::chrono::milliseconds limit);
    pid_t m_child = -1;
    int m_out = -1, m_err = -1;
    Result m_result;
    long m_lines = 0;
};

Result run(const Command& command);

} // namespace robustness
