#pragma once
#include "ui/shell/desk.h"
#include "workflow/submissions.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;
class QTimer;

namespace ui {

class SubmissionColumnsModel;
class SubmissionLinesModel;

/// Import of submissions of KoboToolbox or ODK, in place of the grid: which column answers which question,
/// what each submission would do, then done on request.
class SubmissionsPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SubmissionsPage(Desk& desk, QWidget* parent = nullptr);
    void preview(const QString& path);
    /// ZIP or folder of the files sent along, or none; what they bring is shown, then done, with the rest.
    void takeFilesFrom(const QString& path);

    SubmissionColumnsModel* columns() const { return m_columns; }
    SubmissionLinesModel* lines() const { return m_lines; }
    QPushButton* importButton() const { return m_import; }

Q_SIGNALS:
    void closed();

private:
    QWidget* buildHead();
    QWidget* buildColumns();
    QWidget* buildLines();
    QWidget* buildFoot();
    void buildFilesMenu();
    void nameFiles(const QString& path);
    void choose(const QString& column, const QString& question);
    void run(bool dryRun);
    void showReport(const workflow::SubmissionReport& report, bool dryRun);
    void showTabs();
    void showProblems();
    void noteNearNames(const workflow::SubmissionReport& report);

    Desk& m_desk;
    QString m_path, m_mediaPath;
    exchange::ColumnChoices m_choices; ///< made since the file was opened
    base::Issues m_issues;             ///< of the file as a whole
    QHash<int, QString> m_near;        ///< by row: the known actor whose name is near
    SubmissionColumnsModel* m_columns;
    SubmissionLinesModel* m_lines;
    QLabel *m_title, *m_summary, *m_problems, *m_foot;
    QTabWidget* m_tabs;
    QTableView *m_columnTable, *m_lineTable;
    QPushButton *m_import, *m_close, *m_files;
    QTimer* m_again;
};

} // namespace ui
