#pragma once
#include <QString>

#include <optional>

class QSettings;

namespace ui {

/// Keeps the interviewer's own questions closed from the start of an interview until they are unlocked: with
/// the passphrase of the study or, when it has none, a code chosen at the start. Outlives a crash or a lock.
class InterviewLock
{
public:
    InterviewLock(QSettings& settings, std::optional<QString> passphrase)
        : m_settings(settings), m_passphrase(std::move(passphrase))
    {
    }

    bool needsCode() const { return !m_passphrase; }
    /// `code` only counts without a passphrase.
    void close(const QString& record, const QString& code);
    bool isClosed(const QString& record) const;
    /// False when what is typed is not the passphrase or the code.
    bool open(const QString& typed);

    /// An interview is going on: it comes back at the next start.
    void setRunning(bool running);
    bool isRunning(const QString& record) const;

private:
    QSettings& m_settings;
    std::optional<QString> m_passphrase;
};

} // namespace ui
