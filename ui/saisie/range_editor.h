#pragma once
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/range_scale.h"

class QLabel;
class QLineEdit;
class QSlider;

namespace ui {

/// A number on a scale: typed, stepped with the arrows, or pointed at on a slider that shows no handle until
/// there is an answer. A number between two marks becomes the closest one, and the editor says so beforehand.
class RangeEditor final : public TypedEditor
{
    Q_OBJECT
public:
    explicit RangeEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    bool setWrong(bool wrong) override;
    void setReadOnly(bool readOnly) override;
    QWidget* focusTarget() override;
    void commit() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildSlider();
    void setMark(int mark);
    void followText();
    void step(int by);
    bool hearSteps(const QKeyEvent& key);
    bool hearSlider(QEvent& event);
    void pointAt(int x);

    RangeScale m_scale;
    QSlider* m_slider;
    QLineEdit* m_line;
    QLabel* m_note;
};

} // namespace ui
