#include "ui/saisie/answer_editor.h"

#include "ui/saisie/choice_editors.h"
#include "ui/saisie/combo_editor.h"
#include "ui/saisie/text_editors.h"

#include <QKeyEvent>

namespace ui {

bool AnswerEditor::hearLeaving(const QKeyEvent& key)
{
    if (key.key() == Qt::Key_Escape) {
        Q_EMIT revertAsked();
        return true;
    }
    if (key.key() != Qt::Key_Return && key.key() != Qt::Key_Enter) return false;
    commit();
    if (key.modifiers() & Qt::ShiftModifier)
        Q_EMIT previousAsked();
    else
        Q_EMIT nextAsked();
    return true;
}

AnswerEditor* makeEditor(const questionnaire::Question& question,
                         const std::vector<questionnaire::Choice>& choices, QWidget* parent)
{
    using questionnaire::QuestionType;
    constexpr size_t comboFrom = 13;
    switch (question.type) {
    case QuestionType::SelectOne:
        if (choices.size() >= comboFrom || question.appearance.contains(u"minimal"))
            return new ComboEditor(question, choices, parent);
        return new ChoiceEditor(question, choices, parent);
    case QuestionType::SelectMultiple:
    case QuestionType::Rank:
        return new ChoiceEditor(question, choices, parent);
    case QuestionType::Text:
        if (question.appearance.contains(u"multiline")) return new LongTextEditor(question, parent);
        return new LineEditor(question, parent);
    default:
        return new LineEditor(question, parent);
    }
}

} // namespace ui
