#include "ui/coffre/backups.h"

#include "ui/shell/desk.h"
#include "ui/start/recent_studies.h"
#include "workflow/messages/messages.h"

#include <QDir>
#include <QFileDialog>
#include <QSettings>
#include <QTimeZone>

namespace ui {
namespace {

const QString folderKey = QStringLiteral("sauvegarde/dossier");
constexpr qint64 reminderSeconds = 24 * 3600;

} // namespace

Backups::Backups(Desk& desk, QObject* parent)
    : QObject(parent), m_desk(desk), m_last(workflow::lastBackup(desk.study()))
{
}

QString Backups::folder() const
{
    return m_desk.settings().value(folderKey).toString();
}

void Backups::setFolder(const QString& folder)
{
    m_desk.settings().setValue(folderKey, folder);
    Q_EMIT changed();
}

bool Backups::isDue() const
{
    return !m_last || m_last->time.secsTo(m_desk.study().clock().nowUtc()) > reminderSeconds;
}

QString Backups::words() const
{
    if (m_running) return tr("sauvegarde en cours…");
    if (!m_last) return tr("jamais sauvegardée");
    return tr("sauvegardée %1").arg(ageWords(m_last->time, m_desk.study().clock().nowUtc()));
}

void Backups::start(QWidget* asking)
{
    if (m_running) return;
    QString chosen = folder();
    if (chosen.isEmpty() || !QDir(chosen).exists()) {
        chosen = QFileDialog::getExistingDirectory(asking, tr("Où sauvegarder : un autre disque ou une clé"));
        if (chosen.isEmpty()) return;
        setFolder(chosen);
    }
    run(chosen);
}

void Backups::run(const QString& folder)
{
    m_running = true;
    Q_EMIT changed();
    m_desk.ask<workflow::BackupReport>(
        [folder, access = m_desk.access()](workflow::Study& study) {
            return workflow::backup(study, folder, access);
        },
        this,
        [this](Result<workflow::BackupReport> result) {
            m_running = false;
            m_last = workflow::lastBackup(m_desk.study());
            Q_EMIT changed();
            if (!result.value) return Q_EMIT failed(result.error.text());
            if (!result.value->ok()) {
                const auto message = workflow::messages::forIssue(result.value->issues.front());
                return Q_EMIT failed(message.what + u' ' + message.remedy);
            }
            Q_EMIT told(tr("Sauvegardée et relue : %1").arg(QDir::toNativeSeparators(result.value->path)));
        });
}

} // namespace ui
