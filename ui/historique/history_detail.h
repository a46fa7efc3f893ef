#pragma once
#include "workflow/history.h"
#include "workflow/redaction.h"

#include <QFrame>

class QBoxLayout;
class QRadioButton;

namespace ui {

class Desk;

/// Foot of the history: one change in full, the way to its question, and the removal of its value for ever,
/// confirmed in place.
class HistoryDetail final : public QFrame
{
    Q_OBJECT
public:
    explicit HistoryDetail(Desk& desk, QWidget* parent = nullptr);

    void show(const QString& record, const workflow::HistoryLine& line);
    void clearLine();
    void goToQuestion();
    /// First step: says what would go.
    void askRedaction();
    /// Second step.
    void redact();
    bool asksConfirmation() const { return m_all; }

Q_SIGNALS:
    /// The confirmation needs the room of the lists; then it gives it back.
    void roomAsked(bool whole);
    void questionAsked(const QString& record, const QString& question);

private:
    void addValue(const QString& title, const QString& value);
    void addActions();
    void addPlan(const workflow::RedactionPlan& plan);

    Desk& m_desk;
    QString m_record;
    workflow::HistoryLine m_line;
    workflow::RedactionPlan m_plan; ///< of all the values of the question
    QRadioButton* m_all = nullptr;  ///< set while the confirmation is shown
    QBoxLayout* m_column;
};

} // namespace ui
