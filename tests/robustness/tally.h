#pragma once
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace robustness {

/// Cases and failures of one campaign; shared by its workers.
class Tally
{
public:
    explicit Tally(std::string name) : m_name(std::move(name)) {}
    Tally(Tally&&) = delete;

    void addCase();
    /// Counts a failure, with its explanation, unless the condition holds. Returns the condition.
    bool expect(bool condition, const std::function<std::string()>& explanation);
    /// Something worth a line of the report that is no failure.
    void note(std::string text);
    void setSeconds(double seconds) { m_seconds = seconds; }

    const std::string& name() const { return m_name; }
    long cases() const { return m_cases; }
    long failures() const { return m_failures; }
    double seconds() const { return m_seconds; }
    const std::vector<std::string>& explanations() const { return m_explanations; }
    const std::vector<std::string>& notes() const { return m_notes; }

private:
    const std::string m_name;
    std::mutex m_mutex;
    long m_cases = 0, m_failures = 0;
    double m_seconds = 0;
    std::vector<std::string> m_explanations, m_notes;
};

/// Runs `work(0)` … `work(count - 1)` on that many threads and rethrows what one of them threw.
void inParallel(int workers, long count, const std::function<void(long item, int worker)>& work);

} // namespace robustness
