#pragma once
#include "ui/shell/desk.h"
#include "workflow/import.h"

#include <QWidget>

class QBoxLayout;

namespace ui {

/// Import of a list, in the right panel: first what it would do, then done on request.
class ImportPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit ImportPanel(Desk& desk, QWidget* parent = nullptr);
    void preview(const QString& path);

Q_SIGNALS:
    void closed();

private:
    void run(bool dryRun);
    void showReport(const workflow::ImportReport& report, bool dryRun);
    void addIssues(const QString& title, const base::Issues& issues, const QString& tone);
    void addProposals(const workflow::ImportReport& report);
    workflow::ImportRequest request(bool dryRun) const;

    Desk& m_desk;
    QString m_path;
    QBoxLayout* m_content;
};

} // namespace ui
