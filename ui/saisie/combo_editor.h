#pragma once
#include "ui/saisie/answer_editor.h"

class QComboBox;
class QCompleter;

namespace ui {

/// One choice of a long list: a few letters, without regard to accents, then Enter takes the first that holds
/// them.
class ComboEditor final : public TypedEditor
{
    Q_OBJECT
public:
    ComboEditor(const questionnaire::Question& question, const std::vector<questionnaire::Choice>& choices,
                QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    bool setWrong(bool wrong) override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildCompleter();
    bool pickFromPopup();

    std::vector<questionnaire::Choice> m_choices;
    QComboBox* m_combo;
    QCompleter* m_completer = nullptr;
};

} // namespace ui
