#include "robustness/campaigns.h"

#include <array>
#include <sched.h>
#include <sys/mount.h>
#include <thread>
#include <unistd.h>

namespace robustness {
namespace {

constexpr std::array<long, 12> Rooms{0, 1, 63, 100, 200, 300, 500, 1000, 2000, 4000, 8000, 12000};
constexpr long ManySaves = 80, NearRewriting = 1180, PageSize = 4096;

bool isRefusal(const Result& result)
{
    return (result.exitCode == 1 || result.exitCode == 3) && !result.err.empty();
}

/// Saves until there is no more room: refused with a message, nothing acknowledged lost.
void fill(const Laboratory& laboratory, const Command& save, Tally& tally, const std::string& what)
{
    tally.addCase();
    const long before = laboratory.check().last;
    const Result result = run(save);
    tally.expect(result.exitCode == 0 || isRefusal(result), [&] { return what + " : " + result.summary(); });
    keepsAcknowledged(laboratory.check(), std::max(before, result.lastAcknowledged()), tally, what);
}

void limitedSize(const Laboratory& laboratory, long room, Tally& tally)
{
    const std::string what = "RLIMIT_FSIZE à " + std::to_string(room) + " octets de plus";
    Command save = laboratory.save(ManySaves);
    save.fileSizeLimit = static_cast<long>(fs::file_size(laboratory.study())) + room;
    fill(laboratory, save, tally, what);
    goesOn(laboratory, laboratory.check().last, tally, what);
}

/// A study that cannot be created whole is not there at all.
void limitedCreation(const Laboratory& laboratory, long limit, Tally& tally)
{
    tally.addCase();
    Command create = laboratory.command({"new", laboratory.study().string()});
    create.fileSizeLimit = limit;
    const Result result = run(create);
    const bool exists = fs::exists(laboratory.study());
    tally.expect(exists ? laboratory.check().isSound() : isRefusal(result), [&] {
        return "création limitée à " + std::to_string(limit) + " octets : " + result.summary();
    });
    tally.expect(exists == (result.exitCode == 0),
                 [&] { return "création : le code ne dit pas si l’étude existe"; });
    fs::remove(laboratory.study());
}

/// A private mount of its own for the calling thread and the programs it starts.
bool mountSmallDisk(const fs::path& folder, std::uintmax_t size)
{
    const std::string options = "size=" + std::to_string(size);
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", folder.c_str(), "tmpfs", 0, options.c_str()) == 0;
}

void remount(const fs::path& folder, unsigned long flags, const std::string& options)
{
    ::mount("tmpfs", folder.c_str(), "tmpfs", MS_REMOUNT | flags, options.c_str());
}

using Content = std::map<std::string, std::string>;

/// In a thread, because a thread can leave the others' file systems without leaving their program.
void fullDisk(const Plan& plan, const fs::path& folder, const Content& content, long pages, Tally& tally)
{
    std::uintmax_t used = 0;
    for (const auto& [path, bytes] : content)
        used += (bytes.size() + PageSize - 1) / PageSize * PageSize;
    const std::string what = "disque plein à " + std::to_string(pages) + " pages de plus";
    std::thread([&] {
        if (!mountSmallDisk(folder, used + std::uintmax_t(pages * PageSize))) {
            // Containers and changed roots forbid it; the limits of size above stand in for it there.
            tally.note(what + " : non joué, aucun disque ne se monte ici");
            return;
        }
        const Laboratory laboratory(plan.programs, folder, {});
        laboratory.restore(content);
        fill(laboratory, laboratory.save(pages * 25 + ManySaves), tally, what);
        remount(folder, 0, "size=16m");
        goesOn(laboratory, laboratory.check().last, tally, what);
        const Content before = laboratory.content();
        remount(folder, MS_RDONLY, "size=16m");
        const Result save = run(laboratory.save(1));
        tally.expect(isRefusal(save), [&] { return "disque en lecture seule : " + save.summary(); });
        keepsAcknowledged(laboratory.check(), 0, tally, "disque en lecture seule");
        tally.expect(laboratory.content() == before,
                     [] { return std::string("un disque en lecture seule a changé"); });
    }).join();
}

void giveToNobody(const Laboratory& laboratory)
{
    if (::getuid() != 0) return;
    constexpr uid_t Nobody = 65534;
    for (const auto& entry : fs::recursive_directory_iterator(laboratory.folder()))
        if (::lchown(entry.path().c_str(), Nobody, Nobody) != 0) continue;
}

/// A file, or a folder, that may be read only: reading works, saving is refused, nothing changes.
void readOnlyPlace(const Laboratory& laboratory, bool folder, Tally& tally)
{
    tally.addCase();
    const std::string what = folder ? "dossier en lecture seule" : "fichier en lecture seule";
    const fs::path place = folder ? laboratory.root() : laboratory.study();
    const fs::perms before = fs::status(place).permissions();
    const std::string bytes = readFile(laboratory.study());
    fs::permissions(laboratory.study(), fs::perms::owner_read | fs::perms::owner_write);
    giveToNobody(laboratory);
    fs::permissions(place, folder ? fs::perms(0555) : fs::perms(0444));
    Command save = laboratory.save(1), check = laboratory.command({"check", laboratory.study().string()});
    save.withoutPrivileges = check.withoutPrivileges = true;
    const Result saved = run(save), checked = run(check);
    tally.expect(isRefusal(saved), [&] { return what + " : " + saved.summary(); });
    tally.expect(checked.exitCode == 0, [&] { return what + ", lecture : " + checked.summary(); });
    tally.expect(readFile(laboratory.study()) == bytes, [&] { return what + " : l’étude a changé"; });
    fs::permissions(place, before);
}

} // namespace

void spaceCampaign(const Plan& plan, int sizes, Tally& tally)
{
    const Laboratory laboratory(plan.programs), nowhere(plan.programs);
    laboratory.create();
    run(laboratory.save(5));
    const Content small = laboratory.content();
    for (int i = 0; i < sizes; ++i) {
        limitedSize(laboratory, Rooms[size_t(i) * Rooms.size() / size_t(sizes)], tally);
        limitedCreation(nowhere, i * 400, tally);
    }
    readOnlyPlace(laboratory, false, tally);
    readOnlyPlace(laboratory, true, tally);
    if (::getuid() != 0) return tally.note("petits disques non montés : il faut être root");
    run(laboratory.save(NearRewriting));
    const Content large = laboratory.content();
    for (int pages = 0; pages < sizes; ++pages) {
        fullDisk(plan, nowhere.folder(), small, pages, tally);
        if (pages % 3 == 0) fullDisk(plan, nowhere.folder(), large, pages, tally);
    }
}

} // namespace robustness
