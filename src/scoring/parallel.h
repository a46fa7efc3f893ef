#pragma once
#include <atomic>
#include <cstddef>
#include <functional>

namespace scoring {

/// How a long calculation runs. Nothing here changes a result.
struct Run
{
    int threads = 2;
    const std::atomic<bool>* cancelled = nullptr;
    /// Called with 0…1, on the calling thread only.
    std::function<void(double)> progress;
};

size_t workersOf(const Run& run);

/// Calls work(worker, block) once for each block, from `workersOf(run)` threads at most; two calls with the
/// same worker never overlap. False when cancelled before all blocks were done. What a thread throws is
/// thrown here.
bool forBlocks(size_t blocks, const Run& run, const std::function<void(size_t worker, size_t block)>& work);

} // namespace scoring
