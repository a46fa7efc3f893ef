#pragma once
#include "base/progress.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QProgressBar;
class QToolButton;

namespace ui {

class Backups;
class Desk;
struct ErrorReport;
class UndoButton;

/// Foot of the window: study, last save, what runs, lock state, mode.
class StatusLine final : public QFrame
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget* parent = nullptr);
    /// nullptr when no study is open.
    void watch(Desk* desk, Backups* backups = nullptr);
    /// Something of the file changed that no answer holds: protection, backup.
    void refresh();
    void tell(const QString& sentence);
    void showError(const ErrorReport& report);

Q_SIGNALS:
    void backupAsked();
    void conflictsAsked();

private:
    void dress();
    void connectButtons();
    void showStudy();
    void showTitle();
    void showBackup();
    void showProgress(const QString& stage, int done, int total);
    void showStep();
    void hideProgress();
    void showConflicts();

    Desk* m_desk = nullptr;
    QString m_title, m_saved;
    base::ProgressStep m_step; ///< last one heard of: shown only once the progress is
    QLabel *m_study, *m_message, *m_stage, *m_protection, *m_lock, *m_mode;
    QPushButton* m_conflicts;
    UndoButton* m_undo;
    QProgressBar* m_progress;
    QToolButton *m_cancel, *m_backup;
    Backups* m_backups = nullptr;
    QTimer* m_age;   ///< the words of the last backup's age
    QTimer* m_quiet; ///< progress appears only after 300 ms
};

} // namespace ui
