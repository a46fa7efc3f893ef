#include "ui/etude/backup_page.h"

#include "ui/coffre/backups.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimeZone>

namespace ui {

BackupPage::BackupPage(Desk& desk, Backups& backups, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_backups(backups), m_last(text({})), m_path(small({})),
      m_folder(text({})), m_told(text({})),
      m_start(button(tr("Sauvegarder maintenant"), QStringLiteral("primary")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Sauvegarde"), 1.1));
    column->addWidget(
        text(tr("Chaque réponse est enregistrée dès qu’elle est donnée. La sauvegarde en fait une copie "
                "ailleurs, relue octet par octet, protégée comme l’étude : sur une clé ou un autre "
                "disque, elle résiste à la perte de l’ordinateur."),
             QStringLiteral("muted")));
    column->addWidget(m_last);
    column->addWidget(m_path);
    column->addSpacing(px(8));
    column->addWidget(groupTitle(tr("Dossier des sauvegardes")));
    auto* place = new QHBoxLayout;
    QPushButton* choose = button(tr("Choisir…"), {}, QStringLiteral("folder-open"));
    place->addWidget(m_folder, 1);
    place->addWidget(choose);
    column->addLayout(place);
    auto* row = new QHBoxLayout;
    m_start->setObjectName(QStringLiteral("backUpNow"));
    row->addWidget(m_start);
    QLabel* keys = small(tr("Ctrl+S, depuis n’importe quel écran"));
    keys->setWordWrap(false);
    row->addWidget(keys);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_told);
    connect(choose, &QPushButton::clicked, this, &BackupPage::chooseFolder);
    connect(m_start, &QPushButton::clicked, this, [this] { m_backups.start(this); });
    connect(&backups, &Backups::changed, this, &BackupPage::showState);
    connect(&backups, &Backups::told, this, [this](const QString& sentence) {
        restyle(m_told, "tone", QStringLiteral("good"));
        m_told->setText(typeset(sentence));
    });
    connect(&backups, &Backups::failed, this, [this](const QString& sentence) {
        restyle(m_told, "tone", QStringLiteral("error"));
        m_told->setText(typeset(sentence));
    });
    showState();
}

void BackupPage::showState()
{
    const auto last = m_backups.last();
    restyle(m_last, "tone", m_backups.isDue() ? QStringLiteral("warning") : QStringLiteral("good"));
    m_path->setVisible(last.has_value());
    if (last) {
        const QDateTime local = last->time.toTimeZone(QTimeZone("Africa/Casablanca"));
        m_last->setText(typeset(
            tr("Dernière sauvegarde : %1.")
                .arg(QLocale(QLocale::French).toString(local, QStringLiteral("d MMMM yyyy 'à' HH:mm")))));
        m_path->setText(QDir::toNativeSeparators(last->path));
    } else {
        m_last->setText(tr("Cette étude n’a jamais été sauvegardée sur cet ordinateur."));
    }
    const QString folder = m_backups.folder();
    m_folder->setText(folder.isEmpty() ? tr("Pas encore choisi") : QDir::toNativeSeparators(folder));
    m_start->setEnabled(!m_backups.isRunning());
    m_start->setText(m_backups.isRunning() ? tr("Copie et relecture…") : tr("Sauvegarder maintenant"));
}

void BackupPage::chooseFolder()
{
    const QString chosen = QFileDialog::getExistingDirectory(
        this, tr("Où sauvegarder : un autre disque ou une clé"), m_backups.folder());
    if (!chosen.isEmpty()) m_backups.setFolder(chosen);
}

} // namespace ui
