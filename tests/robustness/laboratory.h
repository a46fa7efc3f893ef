#pragma once
#include "robustness/process.h"

#include <filesystem>
#include <random>
#include <string>

namespace robustness {

namespace fs = std::filesystem;
using Random = std::mt19937_64;

std::string readFile(const fs::path& path);
void writeFile(const fs::path& path, const std::string& content);

struct Programs
{
    fs::path cli, shim;
};

/// What `check` says of a study.
struct Verdict
{
    Result result;
    long last = -1;
    std::string digest;
    bool isSound() const { return result.exitCode == 0 && last >= 0 && !digest.empty(); }
    /// Refused as the contract says: code 3 and a message.
    bool isRefused() const { return result.exitCode == 3 && !result.err.empty(); }
    /// Said to be older than what was seen on this computer.
    bool isOlder() const { return result.err.find("plus ancienne") != std::string::npos; }
};

/// A temporary folder with one study in it and, as its home, one user: nothing of the real user's is read.
class Laboratory
{
public:
    Laboratory(const Programs& programs, std::string defect = {});
    /// In a folder that exists and that the laboratory does not remove.
    Laboratory(const Programs& programs, fs::path folder, std::string defect);
    ~Laboratory();
    Laboratory(const Laboratory&) = delete;
    Laboratory& operator=(const Laboratory&) = delete;

    const fs::path& folder() const { return m_folder; }
    const fs::path& root() const { return m_root; } ///< study and home: all that the program may write
    fs::path study() const { return m_root / "a.osc"; }
    const Programs& programs() const { return m_programs; }
    const std::string& defect() const { return m_defect; }

    Command command(std::vector<std::string> arguments) const;
    Command save(long count) const; ///< count < 0: for ever
    Command shimmed(Command command) const;
    Command logged(Command command, const fs::path& log) const;
    Command faulty(Command command, long at, const std::string& fault) const;

    Result create() const;
    Verdict check() const;
    /// Whole content of `root`, by relative path; to put back a state.
    std::map<std::string, std::string> content() const;
    void restore(const std::map<std::string, std::string>& content) const;

private:
    void prepare();
    const Programs m_programs;
    const std::string m_defect;
    fs::path m_folder, m_root;
    bool m_owned = true;
};

/// Fast storage when there is some: durability is judged by the disk model, not by this computer's disk.
fs::path newTemporaryFolder();

} // namespace robustness
