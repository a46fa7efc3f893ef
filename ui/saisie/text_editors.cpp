#include "ui/saisie/text_editors.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/typed_values.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::QuestionType;

bool isNumber(QuestionType type)
{
    return type == QuestionType::Integer || type == QuestionType::Decimal || type == QuestionType::Range;
}

Answer answerOf(const QString& text)
{
    return text.isEmpty() ? Answer{} : Answer::of(text);
}

} // namespace

LineEditor::LineEditor(const questionnaire::Question& question, QWidget* parent)
    : AnswerEditor(parent), m_type(question.type), m_line(new QLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    const bool shortField = isNumber(m_type) || m_type == QuestionType::Date;
    m_line->setMaximumWidth(shortField ? px(152) : px(480));
    if (shortField) layout->addStretch();
    if (question.name.endsWith(u"_ar")) {
        m_line->setLayoutDirection(Qt::RightToLeft);
        m_line->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    }
    if (m_type == QuestionType::Date) m_line->setPlaceholderText(tr("jj/mm/aaaa"));
    if (m_type == QuestionType::Geopoint) m_line->setPlaceholderText(tr("latitude longitude"));
    if (!question.unit.isEmpty()) {
        auto* unit = new QLabel(question.unit, m_line);
        unit->setProperty("tone", QStringLiteral("muted"));
        unit->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto* inside = new QHBoxLayout(m_line);
        inside->setContentsMargins(px(9), 0, px(9), 0);
        inside->addStretch();
        inside->addWidget(unit);
        // Text margins are not mirrored; the layout that places the unit is.
        const int room = unit->sizeHint().width() + px(8);
        m_line->setTextMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
    }
    m_line->setAccessibleName(question.label);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &AnswerEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
}

void LineEditor::show(const Answer& answer)
{
    m_shown = answer.isKnown() ? answer.value : QString();
    const QString text = workflow::typedText(m_type, m_shown);
    if (m_line->text() != text) m_line->setText(text);
}

Answer LineEditor::answer() const
{
    return answerOf(workflow::storedText(m_type, m_line->text()));
}

bool LineEditor::setWrong(bool wrong)
{
    restyle(m_line, "wrong", wrong);
    return true;
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QWidget* LineEditor::focusTarget()
{
    return m_line;
}

void LineEditor::commit()
{
    const QString now = answer().value;
    if (now == m_shown) return;
    m_shown = now;
    Q_EMIT committed();
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && hearLeaving(*static_cast<QKeyEvent*>(event))) return true;
    return AnswerEditor::eventFilter(watched, event);
}

LongTextEditor::LongTextEditor(const questionnaire::Question& question, QWidget* parent)
    : AnswerEditor(parent), m_text(new QPlainTextEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    m_text->setFixedHeight(px(84));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(question.label);
    setFocusProxy(m_text);
    m_text->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::textChanged, this, &AnswerEditor::edited);
}

void LongTextEditor::show(const Answer& answer)
{
    m_shown = answer.isKnown() ? answer.value : QString();
    const QSignalBlocker quiet(m_text);
    if (m_text->toPlainText() != m_shown) m_text->setPlainText(m_shown);
}

Answer LongTextEditor::answer() const
{
    return answerOf(m_text->toPlainText().trimmed());
}

bool LongTextEditor::setWrong(bool wrong)
{
    restyle(m_text, "wrong", wrong);
    return true;
}

void LongTextEditor::setReadOnly(bool readOnly)
{
    m_text->setReadOnly(readOnly);
}

QWidget* LongTextEditor::focusTarget()
{
    return m_text;
}

void LongTextEditor::commit()
{
    const QString now = answer().value;
    if (now == m_shown) return;
    m_shown = now;
    Q_EMIT committed();
}

bool LongTextEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusOut) commit();
    if (event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            !(key->modifiers() & Qt::ShiftModifier)) {
            commit();
            Q_EMIT nextAsked();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT revertAsked();
            return true;
        }
    }
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
