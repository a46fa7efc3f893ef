#include "scoring/parallel.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace scoring {
namespace {

/// Blocks handed out one at a time to whichever thread is free.
class Blocks
{
public:
    Blocks(size_t count, const Run& run, const std::function<void(size_t, size_t)>& work)
        : m_count(count), m_run(run), m_work(work)
    {
    }

    void serve(size_t worker)
    {
        try {
            for (size_t block = m_next++; block < m_count && !stopped(); block = m_next++) {
                m_work(worker, block);
                const size_t done = ++m_done;
                if (worker == 0 && m_run.progress)
                    m_run.progress(static_cast<double>(done) / static_cast<double>(m_count));
            }
        } catch (...) {
            const std::scoped_lock lock(m_mutex);
            if (!m_failure) m_failure = std::current_exception();
            m_failed = true;
        }
    }

    bool finish() const
    {
        if (m_failure) std::rethrow_exception(m_failure);
        return m_done == m_count;
    }

private:
    bool stopped() const { return m_failed || (m_run.cancelled && *m_run.cancelled); }

    size_t m_count;
    const Run& m_run;
    const std::function<void(size_t, size_t)>& m_work;
    std::atomic<size_t> m_next{0}, m_done{0};
    std::atomic<bool> m_failed{false};
    std::mutex m_mutex;
    std::exception_ptr m_failure;
};

} // namespace

size_t workersOf(const Run& run)
{
    constexpr int Most = 64;
    return static_cast<size_t>(std::clamp(run.threads, 1, Most));
}

bool forBlocks(size_t blocks, const Run& run, const std::function<void(size_t, size_t)>& work)
{
    Blocks all(blocks, run, work);
    {
        std::vector<std::jthread> others;
        try {
            for (size_t worker = 1; worker < std::min(workersOf(run), blocks); ++worker)
                others.emplace_back([&all, worker] { all.serve(worker); });
        } catch (const std::system_error&) {
            // No thread to be had: those that started, or this one alone, do the work.
        }
        all.serve(0);
    }
    return all.finish();
}

} // namespace scoring
