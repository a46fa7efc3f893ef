#pragma once
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/range_scale.h"

class QLabel;
class QToolButton;

namespace ui {

/// A short scale as a row of stars: a click, a digit or the arrows fill them up to the mark; the same mark
/// again, or Delete, empties them. The mark is written beside them.
class RatingEditor final : public AnswerEditor
{
    Q_OBJECT
public:
    explicit RatingEditor(const questionnaire::Question& question, QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void choose(int mark); ///< -1 empties
    bool hearMarks(const QKeyEvent& key);

    RangeScale m_scale;
    std::vector<QToolButton*> m_stars;
    QLabel* m_words;
    QString m_value;
};

} // namespace ui
