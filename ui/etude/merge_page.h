#pragma once
#include "ui/background/runner.h"
#include "workflow/merging.h"
#include "workflow/sharing.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Desk;

/// Brings in a package, another copy of the study or what the IOM sends back, and says what came of it.
class MergePage final : public QWidget
{
    Q_OBJECT
public:
    explicit MergePage(Desk& desk, QWidget* parent = nullptr);
    /// Merges a package or a copy; with the phrase typed in the page, if any.
    void mergeNow(const QString& path);
    void takeReturn(const QString& path);

Q_SIGNALS:
    void conflictsAsked();

private:
    void addKeys(QBoxLayout* column);
    void choose(bool isReturn);
    void chooseReader();
    void forgetKeys();
    void start(const QString& path);
    void showFailure(const QString& sentence);
    void finishMerge(const Result<workflow::MergeOutcome>& result);
    void finishReturn(const Result<workflow::ReturnReport>& result);
    dossier::Access access() const;

    Desk& m_desk;
    QLineEdit* m_phrase;
    std::optional<dossier::PrivateKey> m_readerKey; ///< of the file to come
    QLabel *m_readerTold, *m_told, *m_detail;
    QPushButton *m_merge, *m_return, *m_conflicts;
};

} // namespace ui
