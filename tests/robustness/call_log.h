#pragma once
#include "robustness/laboratory.h"
#include "robustness/shim_log.h"

namespace robustness {

struct LoggedCall : shim::Record
{
    std::string path, secondPath, data;
    std::string name() const;
};

/// The calls that one process made, in order.
std::vector<LoggedCall> readCallLog(const fs::path& path);

} // namespace robustness
