#pragma once
#include "ui/saisie/answer_editor.h"

namespace ui {

/// A question that is only the heading of the selects under it (appearance "label"): nothing to answer.
class HeadingEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    using AnswerEditor::AnswerEditor;
    void show(const questionnaire::Answer& answer) override { m_shown = answer; }
    questionnaire::Answer answer() const override { return m_shown; }
    bool asks() const override { return false; }
    QWidget* focusTarget() override { return this; }

private:
    questionnaire::Answer m_shown;
};

} // namespace ui
