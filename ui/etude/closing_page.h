#pragma once
#include "ui/background/runner.h"
#include "workflow/closing.h"

#include <QWidget>

#include <array>

class QBoxLayout;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class Desk;
class KeyChoice;

/// End of the mission: what is kept, handed over and destroyed, counted before anything is done, and the
/// receipt that says so. It is done once the word asked for is typed.
class ClosingPage final : public QWidget
{
    Q_OBJECT
public:
    explicit ClosingPage(Desk& desk, QWidget* parent = nullptr);
    /// Makes everything in an empty or new folder.
    void closeIn(const QString& folder);

private:
    void addFates(QBoxLayout* column);
    void addNames(QBoxLayout* column);
    void addChoices(QBoxLayout* column);
    void addConfirmation(QBoxLayout* column);
    /// The counts are those of the study as it stands and of what is asked: forgotten when either changes.
    void forgetPlan();
    void plan();
    void showPlan(const std::vector<workflow::ClosingItem>& items);
    void judgeWord();
    QString wordAsked() const;
    void chooseFolder();
    void finish(const Result<workflow::ClosingReport>& result);
    void showItems(const workflow::ClosingReport& report);

    Desk& m_desk;
    QLineEdit *m_consultant, *m_client, *m_word;
    QCheckBox *m_handOver, *m_destroy;
    KeyChoice* m_keys;
    QPushButton *m_plan, *m_start;
    QLabel *m_told, *m_ask;
    QWidget* m_confirmation;
    std::array<QBoxLayout*, 3> m_fates{}; ///< kept, handed over, destroyed
    QBoxLayout* m_items;
};

} // namespace ui
