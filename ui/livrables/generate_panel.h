#pragma once
#include "ui/shell/desk.h"
#include "workflow/deliver.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace ui {

/// Right panel of the deliverables: for whom, what will be withheld, in which formats, generate.
class GeneratePanel final : public QWidget
{
    Q_OBJECT
public:
    explicit GeneratePanel(Desk& desk, QWidget* parent = nullptr);

    disclosure::Audience audience() const;
    void setDocument(const QString& code);
    void showWithheld(const std::vector<disclosure::Withheld>& withheld);
    /// Nothing can be generated from an empty study.
    void setGeneratable(bool possible);
    void showWaiting();
    void showWarnings(const QStringList& sentences);

Q_SIGNALS:
    void audienceChanged();

private:
    void allowGenerating();
    void buildFormats(QBoxLayout* column);
    void buildFoot(QBoxLayout* column);
    workflow::DeliverRequest request(bool all) const;
    void generate(bool all);
    void showProgress(const QString& stage, int done, int total);
    void finish(const Result<workflow::DeliverReport>& result, const QString& folder);
    void addFiles(const workflow::DeliverReport& report, const QString& folder);

    Desk& m_desk;
    QString m_code;
    bool m_generating = false, m_generatable = true;
    QComboBox* m_audience;
    QLabel* m_title;
    void addRule(const QString& rule, const std::vector<const disclosure::Withheld*>& items);
    void addItems(QBoxLayout* column, const std::vector<disclosure::Withheld>& items) const;

    QBoxLayout *m_withheld, *m_results, *m_warnings;
    QCheckBox *m_pdf, *m_docx, *m_xlsx;
    QLabel* m_stage;
    QProgressBar* m_progress;
    QPushButton *m_generate, *m_generateAll, *m_cancel;
};

} // namespace ui
