#pragma once
#include "dossier/values/frontier.h"

#include <memory>
#include <mutex>
#include <optional>

namespace dossier {

/// How far a dossier was known to reach: last sequence of each replica, and number of changes of its keys.
struct SeenState
{
    Frontier frontier;
    quint32 keyGeneration = 0;
};

/// What the program remembers of dossiers outside their files, so that an older copy put back is noticed. One
/// small file per dossier in a folder of the user's application data; it holds no answer and no name.
/// Thread-safe.
class SeenStates
{
public:
    explicit SeenStates(QString folder);
    ~SeenStates();

    /// nullopt for a dossier never seen, and for a memory that cannot be read.
    std::optional<SeenState> find(const QString& dossierId) const;
    /// False when it could not be written: what was remembered before stands.
    bool remember(const QString& dossierId, const SeenState& state);
    /// Notes the last change stored, at every save: no wait for the disk, so that it outlives this program
    /// but not a power cut. One replica is noted at a time; what others reached must be remembered before.
    void note(const QString& dossierId, const QString& replica, qint64 sequence);

private:
    struct Note;
    QString file(const QString& dossierId) const;
    QString noteFile(const QString& dossierId) const;
    const QString m_folder;
    std::unique_ptr<Note> m_note; ///< open since the last note
    mutable std::mutex m_mutex;
};

/// A file that does not hold all that was seen of its dossier on this computer.
struct OlderState
{
    qint64 missing = 0;    ///< changes seen before that the file does not hold
    bool diverged = false; ///< it also holds changes never seen here: another copy, worked on elsewhere
    bool oldKeys = false;  ///< from before the last change of passphrase
};

/// nullopt when the file holds everything that was seen.
std::optional<OlderState> compareWithSeen(const SeenState& file, const SeenState& seen);

} // namespace dossier
