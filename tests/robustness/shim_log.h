#pragma once
#include <cstdint>

/// What the preloaded fault shim writes for each call it sees, and the variables that command it. A record is
/// followed by its two paths, then by `dataSize` bytes.
namespace robustness::shim {

enum class Call : std::uint32_t { Open, Write, Truncate, Sync, Rename, Unlink, Close, Lock, Output };

struct Record
{
    Call call = Call::Open;
    std::uint32_t index = 0; ///< place among the calls of this process; faults name it
    std::int32_t descriptor = -1;
    std::int32_t result = 0; ///< -1: the call failed
    std::int64_t offset = 0; ///< of a write; new size of a truncation
    std::uint32_t created = 0, emptied = 0, folder = 0;
    std::uint32_t pathSize = 0, secondPathSize = 0, dataSize = 0;
};

inline constexpr char RootVariable[] = "ROBUSTNESS_ROOT"; ///< only files under this folder are looked at
inline constexpr char LogVariable[] = "ROBUSTNESS_LOG";
inline constexpr char AtVariable[] = "ROBUSTNESS_AT";
inline constexpr char FaultVariable[] = "ROBUSTNESS_FAULT";
inline constexpr char DefectVariable[] = "ROBUSTNESS_DEFECT";

} // namespace robustness::shim
