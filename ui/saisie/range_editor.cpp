#include "ui/saisie/range_editor.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/typed_values.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QStyle>

namespace ui {

using questionnaire::Answer;
using questionnaire::QuestionType;

RangeEditor::RangeEditor(const questionnaire::Question& question, QWidget* parent)
    : TypedEditor(parent), m_scale(question), m_slider(new QSlider(Qt::Horizontal)), m_line(new QLineEdit),
      m_note(small({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(12));
    m_line->setFixedWidth(px(80));
    row->addWidget(m_line);
    if (!question.unit.isEmpty()) row->addWidget(small(question.unit));
    row->addWidget(buildSlider());
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_note);
    m_line->setAccessibleName(question.label);
    m_line->setAccessibleDescription(m_scale.span());
    m_slider->setAccessibleName(tr("Échelle : %1").arg(question.label));
    setFocusProxy(m_line);
    for (QWidget* part : {static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_slider)})
        part->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        followText();
        Q_EMIT edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &RangeEditor::commit);
    followText();
}

QWidget* RangeEditor::buildSlider()
{
    m_slider->setProperty("role", QStringLiteral("pair"));
    m_slider->setRange(0, m_scale.marks() - 1);
    m_slider->setPageStep(qMax(1, m_scale.marks() / 10));
    m_slider->setFixedWidth(px(216));
    connect(m_slider, &QSlider::valueChanged, this, &RangeEditor::setMark);
    connect(m_slider, &QSlider::sliderReleased, this, &RangeEditor::commit);
    auto* group = new QWidget;
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    for (QWidget* part : {static_cast<QWidget*>(small(m_scale.words(0))), static_cast<QWidget*>(m_slider),
                          static_cast<QWidget*>(small(m_scale.words(m_scale.marks() - 1)))}) {
        if (auto* label = qobject_cast<QLabel*>(part)) label->setWordWrap(false);
        row->addWidget(part);
    }
    return group;
}

void RangeEditor::followText()
{
    const QString typed = workflow::storedText(QuestionType::Range, m_line->text());
    const auto mark = m_scale.closest(typed);
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(mark.value_or(0));
    restyle(m_slider, "unset", !mark);
    const bool between = mark && !m_scale.holds(typed) && typed != m_shown;
    m_note->setText(typeset(between ? tr("%1 est entre deux crans : %2 sera enregistré.")
                                          .arg(m_line->text().trimmed(), m_scale.words(*mark))
                                    : m_scale.span()));
    restyle(m_note, "tone", between ? QStringLiteral("warning") : QStringLiteral("muted"));
}

void RangeEditor::setMark(int mark)
{
    m_line->setText(workflow::typedText(QuestionType::Range, m_scale.stored(mark)));
    followText();
    Q_EMIT edited();
}

void RangeEditor::show(const Answer& answer)
{
    keepShown(answer);
    const QString text = workflow::typedText(QuestionType::Range, m_shown);
    if (m_line->text() != text) m_line->setText(text);
    followText();
}

Answer RangeEditor::answer() const
{
    const QString typed = workflow::storedText(QuestionType::Range, m_line->text());
    if (typed.isEmpty()) return {};
    const auto mark = m_scale.closest(typed);
    // What another device gave between two marks stays as it was until it is typed again.
    if (!mark || m_scale.holds(typed) || typed == m_shown) return Answer::of(typed);
    return Answer::of(m_scale.stored(*mark));
}

bool RangeEditor::setWrong(bool wrong)
{
    restyle(m_line, "wrong", wrong);
    return true;
}

void RangeEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    m_slider->setEnabled(!readOnly);
}

QWidget* RangeEditor::focusTarget()
{
    return m_line;
}

void RangeEditor::commit()
{
    if (!hasUnstored()) return;
    m_shown = answer().value;
    m_line->setText(workflow::typedText(QuestionType::Range, m_shown));
    followText();
    Q_EMIT committed();
}

void RangeEditor::step(int by)
{
    const auto mark = m_scale.closest(workflow::storedText(QuestionType::Range, m_line->text()));
    setMark(mark ? qBound(0, *mark + by, m_scale.marks() - 1) : by > 0 ? 0 : m_scale.marks() - 1);
}

bool RangeEditor::hearSteps(const QKeyEvent& key)
{
    if (!m_slider->isEnabled() || key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    const bool onSlider = m_slider->hasFocus();
    const int forwards = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backwards = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (key.key() == Qt::Key_Up || (onSlider && key.key() == forwards)) {
        step(+1);
    } else if (key.key() == Qt::Key_Down || (onSlider && key.key() == backwards)) {
        step(-1);
    } else if (onSlider && (key.key() == Qt::Key_Home || key.key() == Qt::Key_End)) {
        setMark(key.key() == Qt::Key_Home ? 0 : m_scale.marks() - 1);
    } else if (onSlider && (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace)) {
        m_line->clear();
        followText();
        Q_EMIT edited();
    } else if (onSlider && !key.text().isEmpty() && (key.text()[0].isDigit() || key.text() == u"-")) {
        m_line->setFocus(Qt::OtherFocusReason);
        m_line->setText(key.text());
        followText();
        Q_EMIT edited();
    } else {
        return false;
    }
    return true;
}

void RangeEditor::pointAt(int x)
{
    const int handle = px(14); // as the style sheet draws it
    const int mark =
        QStyle::sliderValueFromPosition(0, m_scale.marks() - 1, x - handle / 2, m_slider->width() - handle,
                                        m_slider->layoutDirection() == Qt::RightToLeft);
    const QSignalBlocker quiet(m_slider);
    m_slider->setValue(mark);
    setMark(mark);
}

bool RangeEditor::hearSlider(QEvent& event)
{
    // A wheel over the page would change an answer that nobody meant to change.
    if (event.type() == QEvent::Wheel && !m_slider->hasFocus()) {
        event.ignore();
        return true;
    }
    // Where one points is meant; the handle is then under the pointer, to be dragged.
    if (event.type() == QEvent::MouseButtonPress) pointAt(static_cast<QMouseEvent&>(event).pos().x());
    if (event.type() == QEvent::FocusOut) commit();
    return false;
}

bool RangeEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (hearLeaving(key) || hearSteps(key)) return true;
    }
    if (watched == m_slider && hearSlider(*event)) return true;
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
