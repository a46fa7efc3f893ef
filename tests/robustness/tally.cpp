#include "robustness/tally.h"

#include <atomic>
#include <exception>
#include <thread>

namespace robustness {
namespace {

constexpr size_t ExplanationsKept = 12;

} // namespace

void Tally::addCase()
{
    const std::lock_guard lock(m_mutex);
    ++m_cases;
}

bool Tally::expect(bool condition, const std::function<std::string()>& explanation)
{
    if (condition) return true;
    const std::lock_guard lock(m_mutex);
    ++m_failures;
    if (m_explanations.size() < ExplanationsKept) m_explanations.push_back(explanation());
    return false;
}

void Tally::note(std::string text)
{
    const std::lock_guard lock(m_mutex);
    m_notes.push_back(std::move(text));
}

void inParallel(int workers, long count, const std::function<void(long item, int worker)>& work)
{
    std::atomic<long> next = 0;
    std::mutex mutex;
    std::exception_ptr thrown;
    std::vector<std::thread> threads;
    for (int worker = 0; worker < workers; ++worker)
        threads.emplace_back([&, worker] {
            try {
                for (long item = next++; item < count; item = next++)
                    work(item, worker);
            } catch (...) {
                const std::lock_guard lock(mutex);
                thrown = std::current_exception();
                next = count;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    if (thrown) std::rethrow_exception(thrown);
}

} // namespace robustness
