#pragma once
#include "ui/saisie/answer_editor.h"

class QCheckBox;

namespace ui {

/// "Lu et accepté": one box; what is not ticked is not answered.
class AcknowledgeEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    explicit AcknowledgeEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QCheckBox* m_box;
};

} // namespace ui
