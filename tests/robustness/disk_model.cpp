#include "robustness/disk_model.h"

#include <algorithm>
#include <stdexcept>

namespace robustness {
namespace {

using shim::Call;

constexpr std::int64_t SectorSize = 512, PageSize = 4096;

std::string folderOf(const std::string& path)
{
    return fs::path(path).parent_path().string();
}

bool toss(Random& random)
{
    return (random() >> 17 & 1) != 0;
}

/// Puts bytes at a place, the file growing with zeros as needed.
void put(std::string& file, std::int64_t offset, std::string_view bytes)
{
    const size_t end = static_cast<size_t>(offset) + bytes.size();
    if (file.size() < end) file.resize(end, '\0');
    std::copy(bytes.begin(), bytes.end(), file.begin() + offset);
}

/// Calls `each(offset, bytes)` for each sector of the disk that a write touches.
void forEachSector(std::int64_t offset, std::string_view bytes,
                   const std::function<void(std::int64_t, std::string_view)>& each)
{
    while (!bytes.empty()) {
        const auto room = static_cast<size_t>(SectorSize - offset % SectorSize);
        const size_t size = std::min(room, bytes.size());
        each(offset, bytes.substr(0, size));
        offset += static_cast<std::int64_t>(size);
        bytes.remove_prefix(size);
    }
}

} // namespace

DiskModel::DiskModel(const Content& content)
{
    for (const auto& [path, bytes] : content) {
        m_names[path] = m_files.size();
        m_files.push_back({bytes, bytes, {}});
    }
    m_durableNames = m_names;
}

void DiskModel::apply(const LoggedCall& call)
{
    if (call.result < 0) {
        if (call.call == Call::Sync && call.folder == 0 && m_open.contains(call.descriptor))
            forgetUnsynced(call);
        return;
    }
    switch (call.call) {
    case Call::Open:
        return open(call);
    case Call::Write:
        return change(call, {false, call.offset, call.data});
    case Call::Truncate:
        return change(call, {true, call.offset, {}});
    case Call::Sync:
        return sync(call);
    case Call::Rename: {
        const auto from = m_names.find(call.path);
        if (from == m_names.end()) throw std::runtime_error("nom inconnu du modèle : " + call.path);
        return name({folderOf(call.secondPath), call.path, call.secondPath, from->second});
    }
    case Call::Unlink:
        return name({folderOf(call.path), call.path, {}, 0});
    case Call::Close:
        m_open.erase(call.descriptor);
        m_openFolders.erase(call.descriptor);
        return;
    case Call::Lock:
    case Call::Output:
        return;
    }
}

void DiskModel::open(const LoggedCall& call)
{
    if (call.folder != 0) {
        m_openFolders[call.descriptor] = fs::path(call.path).lexically_normal().string();
        return;
    }
    if (!m_names.contains(call.path)) {
        if (call.created == 0) throw std::runtime_error("fichier inconnu du modèle : " + call.path);
        m_files.emplace_back();
        name({folderOf(call.path), {}, call.path, m_files.size() - 1});
    }
    m_open[call.descriptor] = m_names[call.path];
    if (call.emptied != 0) change(call, {true, 0, {}});
}

void DiskModel::change(const LoggedCall& call, Change change)
{
    File& file = m_files.at(m_open.at(call.descriptor));
    apply(change, file.current);
    file.pending.push_back(std::move(change));
}

void DiskModel::sync(const LoggedCall& call)
{
    if (call.folder == 0) {
        File& file = m_files.at(m_open.at(call.descriptor));
        for (const Change& change : file.pending)
            writeBack(file, change);
        file.pending.clear();
        return;
    }
    const std::string folder = m_openFolders.at(call.descriptor);
    std::erase_if(m_pendingNames, [&](const Naming& naming) {
        if (naming.folder != folder) return false;
        apply(naming, m_durableNames);
        return true;
    });
}

/// The system writes whole pages of its cache, with whatever they hold now.
void DiskModel::writeBack(File& file, const Change& change)
{
    if (change.truncation) return apply(change, file.durable);
    const auto end = change.offset + static_cast<std::int64_t>(change.data.size());
    const std::int64_t first = change.offset - change.offset % PageSize;
    const std::int64_t last = (end + PageSize - 1) / PageSize * PageSize;
    const auto from = std::min(static_cast<size_t>(first), file.current.size());
    put(file.durable, first, std::string_view(file.current).substr(from, static_cast<size_t>(last - first)));
}

/// After an fsync that fails, Linux shows the pages it could not write as if they were: they stay in the
/// cache, and no later fsync writes them unless they change again.
void DiskModel::forgetUnsynced(const LoggedCall& call)
{
    std::erase_if(m_files.at(m_open.at(call.descriptor)).pending,
                  [](const Change& change) { return !change.truncation; });
}

void DiskModel::name(Naming naming)
{
    apply(naming, m_names);
    m_pendingNames.push_back(std::move(naming));
}

void DiskModel::apply(const Change& change, std::string& bytes)
{
    if (change.truncation) return bytes.resize(static_cast<size_t>(change.offset), '\0');
    put(bytes, change.offset, change.data);
}

void DiskModel::apply(const Naming& naming, Names& names)
{
    if (!naming.removed.empty()) names.erase(naming.removed);
    if (!naming.added.empty()) names[naming.added] = naming.file;
}

bool DiskModel::hasPending() const
{
    return !m_pendingNames.empty() || std::any_of(m_files.begin(), m_files.end(),
                                                  [](const File& file) { return !file.pending.empty(); });
}

/// Some sectors of a write; one that was not written reads as before, or as zeros if the file had just grown
/// over it.
void DiskModel::applySomeSectors(const Change& change, size_t durableSize, Random& random, std::string& bytes)
{
    forEachSector(change.offset, change.data, [&](std::int64_t offset, std::string_view sector) {
        if (toss(random))
            put(bytes, offset, sector);
        else if (offset >= static_cast<std::int64_t>(durableSize) && toss(random))
            put(bytes, offset, std::string(sector.size(), '\0'));
    });
}

/// The start of a write, up to the end of a sector.
void DiskModel::applyStart(const Change& change, Random& random, std::string& bytes)
{
    const auto limit = change.offset + static_cast<std::int64_t>(random() % (change.data.size() + 1));
    const auto size = std::max<std::int64_t>(0, limit - limit % SectorSize - change.offset);
    put(bytes, change.offset, std::string_view(change.data).substr(0, static_cast<size_t>(size)));
}

std::string DiskModel::survivor(const File& file, Survival survival, Random& random)
{
    std::string out = file.durable;
    if (survival == Survival::Nothing) return out;
    const size_t whole = survival == Survival::TornPrefix ? random() % (file.pending.size() + 1) : 0;
    for (size_t i = 0; i < file.pending.size(); ++i) {
        const Change& change = file.pending[i];
        if (survival == Survival::Everything || i < whole)
            apply(change, out);
        else if (change.truncation || survival == Survival::Calls)
            toss(random) ? apply(change, out) : void();
        else if (survival == Survival::Sectors)
            applySomeSectors(change, file.durable.size(), random, out);
        else
            return applyStart(change, random, out), out;
    }
    return out;
}

DiskModel::Names DiskModel::survivingNames(Survival survival, Random& random) const
{
    if (survival == Survival::Everything) return m_names;
    Names out = m_durableNames;
    if (survival == Survival::Nothing) return out;
    size_t kept = random() % (m_pendingNames.size() + 1);
    for (const Naming& naming : m_pendingNames) {
        const bool present = survival == Survival::TornPrefix ? kept > 0 : toss(random);
        if (kept > 0) --kept;
        if (present) apply(naming, out);
    }
    return out;
}

DiskModel::Content DiskModel::afterPowerCut(Survival survival, Random& random) const
{
    Content out;
    for (const auto& [path, file] : survivingNames(survival, random))
        out[path] = survivor(m_files[file], survival, random);
    return out;
}

DiskModel::Content DiskModel::current() const
{
    Content out;
    for (const auto& [path, file] : m_names)
        out[path] = m_files[file].current;
    return out;
}

} // namespace robustness
