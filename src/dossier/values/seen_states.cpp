#include "dossier/values/seen_states.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "base/platform/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <nlohmann/json.hpp>

namespace dossier {
namespace {

constexpr qint64 LargestMemory = 16 * 1024 * 1024;
/// "replica sequence hash\n", padded, so that a later note covers an earlier one, and one half covered is
/// none.
constexpr qsizetype NoteSize = 96, NoteHashSize = 16;
using Json = nlohmann::json;

QByteArray noteHash(const QByteArray& text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(NoteHashSize);
}

QByteArray noteText(const QString& replica, qint64 sequence)
{
    const QByteArray text = replica.toUtf8() + ' ' + QByteArray::number(sequence) + ' ';
    return (text + noteHash(text)).leftJustified(NoteSize - 1, ' ') + '\n';
}

Frontier readNote(const QByteArray& text)
{
    const QList<QByteArray> words = text.trimmed().split(' ');
    bool ok = words.size() == 3 && words[2] == noteHash(words[0] + ' ' + words[1] + ' ');
    const qint64 sequence = ok ? words[1].toLongLong(&ok) : 0;
    return ok ? Frontier{{QString::fromUtf8(words[0]), sequence}} : Frontier{};
}

SeenState readState(const QByteArray& bytes)
{
    const Json document = Json::parse(bytes.cbegin(), bytes.cend());
    SeenState out;
    out.keyGeneration = document.at("keys").get<quint32>();
    for (const auto& [replica, sequence] : document.at("frontier").items())
        out.frontier.insert(QString::fromStdString(replica), sequence.get<qint64>());
    return out;
}

/// What `read` makes of a file; nothing when it cannot be read.
template <typename Read> auto ifReadable(const QString& path, const Read& read)
{
    try {
        return std::optional(read(base::readFile(path, LargestMemory)));
    } catch (const base::Error&) {
    } catch (const Json::exception&) {
    }
    return std::optional<decltype(read(QByteArray()))>();
}

} // namespace

struct SeenStates::Note
{
    QString dossierId;
    base::platform::File file;
};

SeenStates::SeenStates(QString folder) : m_folder(std::move(folder)) {}
SeenStates::~SeenStates() = default;

QString SeenStates::file(const QString& dossierId) const
{
    return m_folder + u'/' + dossierId + QStringLiteral(".json");
}

QString SeenStates::noteFile(const QString& dossierId) const
{
    return m_folder + u'/' + dossierId + QStringLiteral(".dernier");
}

std::optional<SeenState> SeenStates::find(const QString& dossierId) const
{
    const std::lock_guard lock(m_mutex);
    auto state = ifReadable(file(dossierId), readState);
    const Frontier noted = ifReadable(noteFile(dossierId), readNote).value_or(Frontier());
    if (!state && noted.isEmpty()) return std::nullopt;
    SeenState out = std::move(state).value_or(SeenState());
    for (auto it = noted.begin(); it != noted.end(); ++it)
        out.frontier[it.key()] = std::max(out.frontier.value(it.key()), it.value());
    return out;
}

void SeenStates::note(const QString& dossierId, const QString& replica, qint64 sequence)
{
    const std::lock_guard lock(m_mutex);
    try {
        if (!m_note || m_note->dossierId != dossierId) {
            const QString path = noteFile(dossierId);
            if (!QDir().mkpath(m_folder)) return;
            m_note = std::make_unique<Note>(Note{dossierId, QFile::exists(path)
                                                                ? base::platform::File::openForUpdate(path)
                                                                : base::platform::File::create(path)});
        }
        const QByteArray text = noteText(replica, sequence);
        m_note->file.writeAt(0, text.constData(), static_cast<size_t>(text.size()));
    } catch (const base::Error&) {
        m_note.reset(); // the memory is an extra: the study is safe without it
    }
}

bool SeenStates::remember(const QString& dossierId, const SeenState& state)
{
    const std::lock_guard lock(m_mutex);
    Json document{{"keys", state.keyGeneration}, {"frontier", Json::object()}};
    for (auto it = state.frontier.begin(); it != state.frontier.end(); ++it)
        document["frontier"][it.key().toStdString()] = it.value();
    try {
        if (!QDir().mkpath(m_folder)) return false;
        const std::string text = document.dump(-1, ' ', false, Json::error_handler_t::replace);
        base::writeFileAtomically(file(dossierId), QByteArray::fromStdString(text));
        m_note.reset(); // what it says is remembered, or was accepted as lost
        base::platform::removeQuietly(noteFile(dossierId));
        return true;
    } catch (const base::Error&) {
        return false;
    }
}

std::optional<OlderState> compareWithSeen(const SeenState& file, const SeenState& seen)
{
    OlderState out;
    for (auto it = seen.frontier.begin(); it != seen.frontier.end(); ++it)
        out.missing += std::max(qint64(0), it.value() - file.frontier.value(it.key()));
    out.oldKeys = file.keyGeneration < seen.keyGeneration;
    if (out.missing == 0 && !out.oldKeys) return std::nullopt;
    for (auto it = file.frontier.begin(); it != file.frontier.end(); ++it)
        out.diverged = out.diverged || it.value() > seen.frontier.value(it.key());
    return out;
}

} // namespace dossier
