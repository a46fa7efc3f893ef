#pragma once
#include "ui/background/runner.h"
#include "workflow/closing.h"

#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Desk;
class KeyChoice;

/// End of the mission: what is kept, handed over and destroyed, and the receipt that says so.
class ClosingPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ClosingPage(Desk& desk, QWidget* parent = nullptr);
    /// Makes everything in an empty or new folder.
    void closeIn(const QString& folder);

private:
    void addNames(QBoxLayout* column);
    void chooseFolder();
    void finish(const Result<workflow::ClosingReport>& result);
    void showItems(const workflow::ClosingReport& report);

    Desk& m_desk;
    QLineEdit *m_consultant, *m_client;
    QCheckBox *m_handOver, *m_destroy;
    KeyChoice* m_keys;
    QPushButton* m_start;
    QLabel* m_told;
    QBoxLayout* m_items;
};

} // namespace ui
