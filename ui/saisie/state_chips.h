#pragma once
#include "questionnaire/values/answer.h"

#include <QWidget>

class QPushButton;

namespace ui {

/// "ne sait pas · refus · sans objet" beside every question, by click and by key (F6, F7, F8).
class StateChips final : public QWidget
{
    Q_OBJECT
public:
    explicit StateChips(QWidget* parent = nullptr);
    void show(questionnaire::AnswerState state);
    /// Presses a chip as a click would: a second press goes back to "not asked".
    void press(questionnaire::AnswerState state);

Q_SIGNALS:
    void chosen(questionnaire::AnswerState state);

private:
    std::vector<std::pair<questionnaire::AnswerState, QPushButton*>> m_chips;
};

} // namespace ui
