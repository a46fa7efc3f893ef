#include "ui/saisie/text_editors.h"

#include "ui/saisie/calendar_popup.h"
#include "ui/saisie/choice_layout.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/typed_values.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::QuestionType;

bool isNumber(QuestionType type)
{
    return type == QuestionType::Integer || type == QuestionType::Decimal || type == QuestionType::Range;
}

/// "1 234 567,5": digits that stay in line when thousands are told apart.
QString spaced(QString number)
{
    const qsizetype comma = number.indexOf(u',');
    for (qsizetype at = (comma < 0 ? number.size() : comma) - 3; at > (number.startsWith(u'-') ? 1 : 0);
         at -= 3)
        number.insert(at, QChar(0x202F));
    return number;
}

Answer answerOf(const QString& text)
{
    return text.isEmpty() ? Answer{} : Answer::of(text);
}

} // namespace

LineEditor::LineEditor(const questionnaire::Question& question, QWidget* parent)
    : TypedEditor(parent), m_type(question.type), m_line(new QLineEdit)
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    fitTo(question);
    if (m_line->maximumWidth() < px(480)) layout->addStretch();
    if (question.name.endsWith(u"_ar")) {
        m_line->setLayoutDirection(Qt::RightToLeft);
        m_line->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
    }
    if (!question.unit.isEmpty()) addUnit(question.unit);
    m_line->setAccessibleName(question.label);
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, &AnswerEditor::edited);
    connect(m_line, &QLineEdit::editingFinished, this, &LineEditor::commit);
}

void LineEditor::fitTo(const questionnaire::Question& question)
{
    const bool isDate = m_type == QuestionType::Date;
    if (isDate && appearsAs(question, u"year")) m_shape = Shape::Year;
    if (isDate && appearsAs(question, u"month-year")) m_shape = Shape::Month;
    if (isNumber(m_type) && appearsAs(question, u"thousands-sep")) m_shape = Shape::Spaced;
    const bool narrow = isNumber(m_type) || isDate || m_type == QuestionType::Time ||
                        (m_type == QuestionType::Text && appearsAs(question, u"numbers"));
    m_line->setMaximumWidth(narrow ? px(152) : m_type == QuestionType::DateTime ? px(216) : px(480));
    if (m_type == QuestionType::Text && appearsAs(question, u"masked"))
        m_line->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    if (isDate)
        m_line->setPlaceholderText(m_shape == Shape::Year    ? tr("aaaa")
                                   : m_shape == Shape::Month ? tr("mm/aaaa")
                                                             : tr("jj/mm/aaaa"));
    if (m_type == QuestionType::Time) m_line->setPlaceholderText(tr("hh:mm"));
    if (m_type == QuestionType::DateTime) m_line->setPlaceholderText(tr("jj/mm/aaaa hh:mm"));
    if (m_shape != Shape::Plain || (!isDate && m_type != QuestionType::DateTime)) return;
    m_calendar = addCalendar(
        *m_line, [this] { return QDate::fromString(answer().value.left(10), Qt::ISODate); },
        [this](const QDate& day) { takeDay(day); });
}

void LineEditor::addUnit(const QString& words)
{
    auto* unit = new QLabel(words, m_line);
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

void LineEditor::takeDay(const QDate& day)
{
    const QString date = day.toString(QStringLiteral("dd/MM/yyyy"));
    const QString hour =
        m_type == QuestionType::DateTime ? typedText(answer().value).section(u' ', 1) : QString();
    m_line->setText(m_type == QuestionType::DateTime ? date + u' ' + hour : date);
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->end(false);
    // A day without its hour is half an answer: the hour is typed after it.
    if (m_type == QuestionType::Date || !hour.isEmpty())
        commit();
    else
        Q_EMIT edited();
}

QString LineEditor::typedText(const QString& stored) const
{
    const QString typed = workflow::typedText(m_type, stored);
    const QDate date = m_type == QuestionType::Date ? QDate::fromString(stored, Qt::ISODate) : QDate();
    if (date.isValid() && m_shape == Shape::Year) return QString::number(date.year());
    if (date.isValid() && m_shape == Shape::Month)
        return QLocale(QLocale::French).toString(date, QStringLiteral("MMMM yyyy"));
    return m_shape == Shape::Spaced ? spaced(typed) : typed;
}

QString LineEditor::storedText(const QString& typed) const
{
    static const QRegularExpression year(QStringLiteral("^\\s*\\d{4}\\s*$"));
    if (m_shape == Shape::Year && year.match(typed).hasMatch())
        return workflow::storedText(m_type, QStringLiteral("01/") + typed.trimmed());
    return workflow::storedText(m_type, typed);
}

void LineEditor::show(const Answer& answer)
{
    keepShown(answer);
    const QString text = typedText(m_shown);
    if (m_line->text() != text) m_line->setText(text);
}

Answer LineEditor::answer() const
{
    // What was not retyped stays as it came: seconds, zones and days that the field does not show.
    return answerOf(m_line->text() == typedText(m_shown) ? m_shown : storedText(m_line->text()));
}

bool LineEditor::setWrong(bool wrong)
{
    restyle(m_line, "wrong", wrong);
    return true;
}

void LineEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
    if (m_calendar) m_calendar->setEnabled(!readOnly);
}

QWidget* LineEditor::focusTarget()
{
    return m_line;
}

bool LineEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && hearLeaving(*static_cast<QKeyEvent*>(event))) return true;
    return AnswerEditor::eventFilter(watched, event);
}

LongTextEditor::LongTextEditor(const questionnaire::Question& question, QWidget* parent)
    : TypedEditor(parent), m_text(new QPlainTextEdit)
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
    keepShown(answer);
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
