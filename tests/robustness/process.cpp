#include "robustness/process.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdexcept>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace robustness {
namespace {

using Clock = std::chrono::steady_clock;
constexpr uid_t Nobody = 65534;

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> out;
    for (std::string& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> environmentWith(const std::map<std::string, std::string>& variables)
{
    std::vector<std::string> out;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!variables.contains(text.substr(0, text.find('=')))) out.push_back(text);
    }
    for (const auto& [name, value] : variables)
        out.push_back(name + '=' + value);
    return out;
}

/// Only calls allowed after fork in a program with threads.
[[noreturn]] void become(const Command& command, char** arguments, char** variables, int out, int err)
{
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    if (command.fileSizeLimit) {
        const auto limit = static_cast<rlim_t>(*command.fileSizeLimit);
        const struct rlimit both
        {
            limit, limit
        };
        ::setrlimit(RLIMIT_FSIZE, &both);
    }
    if (command.withoutPrivileges && ::getuid() == 0) {
        if (::setgroups(0, nullptr) != 0 || ::setgid(Nobody) != 0 || ::setuid(Nobody) != 0) ::_exit(126);
    }
    ::execve(arguments[0], arguments, variables);
    ::_exit(127);
}

std::array<int, 2> newPipe()
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    return ends;
}

} // namespace

long Result::lastAcknowledged() const
{
    const size_t end = out.rfind('\n');
    if (end == std::string::npos) return 0;
    const size_t at = out.rfind("ACK ", end);
    return at == std::string::npos ? 0 : std::strtol(out.c_str() + at + 4, nullptr, 10);
}

std::string Result::summary() const
{
    const std::string how =
        exitCode >= 0 ? "code " + std::to_string(exitCode) : "signal " + std::to_string(signal);
    return how + (err.empty() ? " (sans message)" : " : " + err.substr(0, err.find('\n')));
}

Process::Process(const Command& command)
{
    std::vector<std::string> arguments = command.arguments, variables = environmentWith(command.variables);
    const std::vector<char*> argumentPointers = pointers(arguments), variablePointers = pointers(variables);
    const auto out = newPipe(), err = newPipe();
    m_child = ::fork();
    if (m_child < 0) throw std::runtime_error("fork");
    if (m_child == 0)
        become(command, const_cast<char**>(argumentPointers.data()),
               const_cast<char**>(variablePointers.data()), out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    m_out = out[0];
    m_err = err[0];
}

Process::~Process()
{
    if (m_child > 0) {
        kill();
        wait();
    }
}

/// Reads what is there; false once both outputs are closed.
bool Process::pump(std::chrono::milliseconds limit)
{
    std::array<pollfd, 2> ends{{{m_out, POLLIN, 0}, {m_err, POLLIN, 0}}};
    if (m_out < 0 && m_err < 0) return false;
    ::poll(ends.data(), ends.size(), static_cast<int>(std::max<long>(0, limit.count())));
    std::array<char, 65536> buffer;
    for (size_t i = 0; i < ends.size(); ++i) {
        if (ends[i].revents == 0) continue;
        const ssize_t got = ::read(ends[i].fd, buffer.data(), buffer.size());
        int& descriptor = i == 0 ? m_out : m_err;
        if (got <= 0) {
            ::close(descriptor);
            descriptor = -1;
            continue;
        }
        (i == 0 ? m_result.out : m_result.err).append(buffer.data(), static_cast<size_t>(got));
        if (i == 0) m_lines += std::count(buffer.begin(), buffer.begin() + got, '\n');
    }
    return true;
}

bool Process::waitForLines(long count, std::chrono::milliseconds limit)
{
    const auto end = Clock::now() + limit;
    while (m_lines < count) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0 || !pump(left)) return false;
    }
    return true;
}

void Process::kill()
{
    ::kill(m_child, SIGKILL);
}

Result Process::wait(std::chrono::milliseconds limit)
{
    const auto end = Clock::now() + limit;
    while (pump(std::chrono::milliseconds(200)))
        if (Clock::now() > end) kill();
    int status = 0;
    ::waitpid(m_child, &status, 0);
    m_child = -1;
    if (WIFEXITED(status)) m_result.exitCode = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) m_result.signal = WTERMSIG(status);
    return m_result;
}

Result run(const Command& command)
{
    return Process(command).wait();
}

} // namespace robustness
