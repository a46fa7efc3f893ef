#include "ui/saisie/point_editor.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/coordinates.h"
#include "workflow/typed_values.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace ui {

using questionnaire::Answer;
using questionnaire::QuestionType;

PointEditor::PointEditor(const questionnaire::Question& question, ProvinceName provinceName, QWidget* parent)
    : TypedEditor(parent), m_provinceName(std::move(provinceName)), m_line(new QLineEdit),
      m_reading(small({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(2));
    column->addWidget(m_line);
    column->addWidget(m_reading);
    m_line->setMaximumWidth(px(280));
    m_line->setPlaceholderText(tr("latitude longitude"));
    m_line->setAccessibleName(question.label);
    m_reading->setObjectName(QStringLiteral("pointReading"));
    setFocusProxy(m_line);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        tellReading();
        Q_EMIT edited();
    });
    connect(m_line, &QLineEdit::editingFinished, this, &PointEditor::commit);
    tellReading();
}

void PointEditor::tellReading()
{
    const QString point = workflow::pointCalled(m_line->text());
    QString words = tr("Exemples : 33,5736 -7,5898 ou 33°34'25\"N 7°35'23\"O");
    QString tone = QStringLiteral("muted");
    if (!point.isEmpty()) {
        const QString province = workflow::provinceOf(point);
        const QString name = m_provinceName ? m_provinceName(province) : QString();
        words = workflow::pointInWords(point);
        if (province.isEmpty()) tone = QStringLiteral("warning");
        if (province.isEmpty())
            words =
                tr("%1 : hors du Maroc. La latitude vient d’abord ; à l’ouest, la longitude est négative.")
                    .arg(words);
        else if (!name.isEmpty())
            words += QStringLiteral(" · ") + name;
    }
    m_reading->setText(typeset(words));
    restyle(m_reading, "tone", tone);
}

void PointEditor::show(const Answer& answer)
{
    keepShown(answer);
    const QString text = workflow::typedText(QuestionType::Geopoint, m_shown);
    if (m_line->text() != text) m_line->setText(text);
    tellReading();
}

Answer PointEditor::answer() const
{
    // What was not retyped keeps the altitude and the digits it came with.
    if (m_line->text() == workflow::typedText(QuestionType::Geopoint, m_shown)) return shownAnswer();
    const QString typed = workflow::storedText(QuestionType::Geopoint, m_line->text());
    return typed.isEmpty() ? Answer{} : Answer::of(typed);
}

bool PointEditor::setWrong(bool wrong)
{
    restyle(m_line, "wrong", wrong);
    return true;
}

void PointEditor::setReadOnly(bool readOnly)
{
    m_line->setReadOnly(readOnly);
}

QWidget* PointEditor::focusTarget()
{
    return m_line;
}

bool PointEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && hearLeaving(*static_cast<QKeyEvent*>(event))) return true;
    return AnswerEditor::eventFilter(watched, event);
}

} // namespace ui
