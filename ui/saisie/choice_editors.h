#pragma once
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/choice_keys.h"

class QAbstractButton;
class QLineEdit;
class QPushButton;

namespace ui {

struct ChoiceLayout;

/// One or several choices as radio buttons or boxes, each with its key: digits, then letters. In long
/// lists a few letters filter, and Enter takes the first that is left.
class ChoiceEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const questionnaire::Question& question, const std::vector<questionnaire::Choice>& choices,
                 QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildGrid(const std::vector<questionnaire::Choice>& choices, const ChoiceLayout& place);
    void addFilter();
    void chosen();
    bool pickByKey(const QString& typed);
    void pick(QAbstractButton* item);
    bool hearFilter(const QKeyEvent& key);
    void confirmNothing();

    bool m_multiple;
    bool m_goesOn; ///< a choice goes to the next question (quick)
    bool m_nothingConfirmed = false;
    std::vector<std::pair<QString, QAbstractButton*>> m_buttons; ///< code, button
    ChoiceKeys m_keys;
    QStringList m_unlisted; ///< codes of the stored answer that the list does not hold: kept
    QPushButton* m_none = nullptr;
    QLineEdit* m_filter = nullptr;
};

/// Choices shown as such: "ne sait pas" is a state, offered beside every question.
std::vector<questionnaire::Choice> shownChoices(const std::vector<questionnaire::Choice>& choices);

} // namespace ui
