#pragma once
#include "robustness/call_log.h"

#include <functional>
#include <set>

namespace robustness {

/// How much of what was never synced a power cut leaves.
enum class Survival {
    Nothing,
    Everything,
    Calls,     ///< each write, truncation, creation, renaming or removal, or not
    Sectors,   ///< each 512-byte sector of each write, or not; zeros or nothing in the others
    TornPrefix ///< the first calls, the last of them cut in a sector
};

/// A disk that keeps what was synced, and of the rest whatever it likes: any subset of the writes since the
/// last fsync of their file (so in any order), any subset of the names since the last fsync of their folder.
class DiskModel
{
public:
    using Content = std::map<std::string, std::string>; ///< by path

    /// What is there at first is durable.
    explicit DiskModel(const Content& content);

    /// A new process starts: descriptors of the one before are gone.
    void startProcess() { m_open.clear(); }
    void apply(const LoggedCall& call);
    bool hasPending() const;
    Content afterPowerCut(Survival survival, Random& random) const;
    /// Without power cut.
    Content current() const;

private:
    struct Change
    {
        bool truncation = false;
        std::int64_t offset = 0;
        std::string data;
    };
    struct File
    {
        std::string durable, current;
        std::vector<Change> pending;
    };
    struct Naming
    {
        std::string folder, removed, added; ///< of paths, one may be empty
        size_t file = 0;
    };
    using Names = std::map<std::string, size_t>;

    void open(const LoggedCall& call);
    void change(const LoggedCall& call, Change change);
    void sync(const LoggedCall& call);
    void forgetUnsynced(const LoggedCall& call);
    void name(Naming naming);
    static void writeBack(File& file, const Change& change);
    static void applySomeSectors(const Change& change, size_t durableSize, Random& random,
                                 std::string& bytes);
    static void applyStart(const Change& change, Random& random, std::string& bytes);
    static void apply(const Change& change, std::string& bytes);
    static void apply(const Naming& naming, Names& names);
    static std::string survivor(const File& file, Survival survival, Random& random);
    Names survivingNames(Survival survival, Random& random) const;

    std::vector<File> m_files;
    Names m_names, m_durableNames;
    std::vector<Naming> m_pendingNames;
    std::map<int, size_t> m_open;
    std::map<int, std::string> m_openFolders;
};

} // namespace robustness
