#include "robustness/call_log.h"

#include <array>
#include <cstring>
#include <stdexcept>

namespace robustness {

std::string LoggedCall::name() const
{
    static constexpr std::array Names{"open",   "write", "ftruncate", "fsync", "rename",
                                      "unlink", "close", "flock",     "sortie"};
    return std::string(Names.at(static_cast<size_t>(call))) + (folder != 0 ? " (dossier)" : "");
}

std::vector<LoggedCall> readCallLog(const fs::path& path)
{
    const std::string bytes = readFile(path);
    std::vector<LoggedCall> out;
    size_t at = 0;
    const auto take = [&](size_t size) {
        if (size > bytes.size() - at) throw std::runtime_error("journal des appels tronqué");
        at += size;
        return bytes.substr(at - size, size);
    };
    while (at < bytes.size()) {
        LoggedCall next;
        shim::Record head;
        std::memcpy(&head, take(sizeof head).data(), sizeof head);
        static_cast<shim::Record&>(next) = head;
        next.path = take(head.pathSize);
        next.secondPath = take(head.secondPathSize);
        next.data = take(head.dataSize);
        out.push_back(std::move(next));
    }
    return out;
}

} // namespace robustness
