#include "dossier/values/seen_states.h"

#include "base/atomic_file.h"
#include "base/error.h"

#include <QDir>

#include <nlohmann/json.hpp>

namespace dossier {
namespace {

constexpr qint64 LargestMemory = 16 * 1024 * 1024;
using Json = nlohmann::json;

} // namespace

QString SeenStates::file(const QString& dossierId) const
{
    return m_folder + u'/' + dossierId + QStringLiteral(".json");
}

std::optional<SeenState> SeenStates::find(const QString& dossierId) const
{
    const std::lock_guard lock(m_mutex);
    try {
        const QByteArray bytes = base::readFile(file(dossierId), LargestMemory);
        const Json document = Json::parse(bytes.cbegin(), bytes.cend());
        SeenState out;
        out.keyGeneration = document.at("keys").get<quint32>();
        for (const auto& [replica, sequence] : document.at("frontier").items())
            out.frontier.insert(QString::fromStdString(replica), sequence.get<qint64>());
        return out;
    } catch (const base::Error&) {
        return std::nullopt;
    } catch (const Json::exception&) {
        return std::nullopt;
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
