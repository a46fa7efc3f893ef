#pragma once
#include "workflow/backup.h"

#include <QObject>

namespace ui {

class Desk;

/// Backups of the open study: where they go, how old the last one is, and the making of the next.
class Backups final : public QObject
{
    Q_OBJECT
public:
    explicit Backups(Desk& desk, QObject* parent = nullptr);

    QString folder() const;
    void setFolder(const QString& folder);
    std::optional<workflow::LastBackup> last() const { return m_last; }
    /// Never, or more than a day ago.
    bool isDue() const;
    /// "sauvegarde : il y a 3 h"
    QString words() const;
    bool isRunning() const { return m_running; }
    /// Copies to the folder that is remembered; chooses one first when there is none, or it is away.
    void start(QWidget* asking);

Q_SIGNALS:
    void changed();
    void told(const QString& sentence);
    void failed(const QString& sentence);

private:
    void run(const QString& folder);

    Desk& m_desk;
    std::optional<workflow::LastBackup> m_last;
    bool m_running = false;
};

} // namespace ui
