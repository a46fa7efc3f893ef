#include "ui/saisie/rating_editor.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <cmath>
#include <numbers>

namespace ui {
namespace {

using questionnaire::Answer;

/// A filled star has a shape of its own beside an empty one: colour alone tells nothing.
QIcon star(bool filled, const Colors& colors, qreal ratio)
{
    const int side = px(20);
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    QPolygonF shape;
    for (int i = 0; i < 10; ++i) {
        const double radius = side * (i % 2 == 0 ? 0.46 : 0.19);
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        shape << QPointF(side / 2.0 + radius * std::cos(angle), side * 0.53 + radius * std::sin(angle));
    }
    painter.setPen(QPen(filled ? colors.accent : colors.subtle, 1.3));
    painter.setBrush(filled ? QBrush(colors.accent) : QBrush(Qt::NoBrush));
    painter.drawPolygon(shape);
    return pixmap;
}

} // namespace

RatingEditor::RatingEditor(const questionnaire::Question& question, QWidget* parent)
    : AnswerEditor(parent), m_scale(question), m_words(small({}))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(2));
    for (int mark = 0; mark < m_scale.marks(); ++mark) {
        auto* button = new QToolButton;
        button->setProperty("role", QStringLiteral("flat"));
        button->setIconSize({px(20), px(20)});
        button->setFocusPolicy(mark == 0 ? Qt::StrongFocus : Qt::ClickFocus); // Tab goes on; arrows go along
        button->setAccessibleName(
            tr("%1 : %2 sur %3")
                .arg(question.label, m_scale.words(mark), m_scale.words(m_scale.marks() - 1)));
        button->setToolTip(m_scale.words(mark));
        button->installEventFilter(this);
        connect(button, &QToolButton::clicked, this,
                [this, mark] { choose(m_value == m_scale.stored(mark) ? -1 : mark); });
        row->addWidget(button);
        m_stars.push_back(button);
    }
    row->addSpacing(px(6));
    m_words->setWordWrap(false);
    row->addWidget(m_words);
    row->addStretch();
    setAccessibleName(question.label);
    setFocusProxy(m_stars.front());
    fill();
}

void RatingEditor::fill()
{
    const auto mark = m_scale.closest(m_value);
    const Colors& colors = colorsOf(palette());
    for (size_t i = 0; i < m_stars.size(); ++i)
        m_stars[i]->setIcon(star(mark && static_cast<int>(i) <= *mark, colors, devicePixelRatioF()));
    m_words->setText(mark ? tr("%1 sur %2").arg(m_scale.words(*mark), m_scale.words(m_scale.marks() - 1))
                     : m_value.isEmpty() ? tr("pas de note")
                                         : m_value);
    m_words->setAccessibleName(m_words->text());
}

void RatingEditor::show(const Answer& answer)
{
    m_value = answer.isKnown() ? answer.value : QString();
    fill();
}

Answer RatingEditor::answer() const
{
    return m_value.isEmpty() ? Answer{} : Answer::of(m_value);
}

QWidget* RatingEditor::focusTarget()
{
    const auto mark = m_scale.closest(m_value);
    return m_stars[mark ? static_cast<size_t>(*mark) : 0];
}

void RatingEditor::choose(int mark)
{
    const QString value = mark < 0 ? QString() : m_scale.stored(mark);
    if (mark >= 0) m_stars[static_cast<size_t>(mark)]->setFocus(Qt::OtherFocusReason);
    if (value == m_value) return;
    m_value = value;
    fill();
    Q_EMIT committed();
}

bool RatingEditor::hearMarks(const QKeyEvent& key)
{
    if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) return false;
    const int last = m_scale.marks() - 1;
    const int mark = m_scale.closest(m_value).value_or(-1);
    const int forwards = isRightToLeft() ? Qt::Key_Left : Qt::Key_Right;
    const int backwards = isRightToLeft() ? Qt::Key_Right : Qt::Key_Left;
    if (key.key() == forwards || key.key() == Qt::Key_Up)
        choose(qMin(mark + 1, last));
    else if (key.key() == backwards || key.key() == Qt::Key_Down)
        choose(qMax(mark - 1, 0));
    else if (key.key() == Qt::Key_Home || key.key() == Qt::Key_End)
        choose(key.key() == Qt::Key_Home ? 0 : last);
    else if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace)
        choose(-1);
    else if (const auto typed = m_scale.closest(key.text()); typed && m_scale.holds(key.text()))
        choose(*typed);
    else
        return false;
    return true;
}

bool RatingEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (hearLeaving(key) || hearMarks(key)) return true;
    }
    return AnswerEditor::eventFilter(watched, event);
}

void RatingEditor::changeEvent(QEvent* event)
{
    AnswerEditor::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) fill();
}

} // namespace ui
