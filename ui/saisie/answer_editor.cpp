#include "ui/saisie/answer_editor.h"

#include "ui/saisie/acknowledge_editor.h"
#include "ui/saisie/choice_editors.h"
#include "ui/saisie/choice_layout.h"
#include "ui/saisie/combo_editor.h"
#include "ui/saisie/heading_editor.h"
#include "ui/saisie/point_editor.h"
#include "ui/saisie/range_editor.h"
#include "ui/saisie/rank_editor.h"
#include "ui/saisie/rating_editor.h"
#include "ui/saisie/text_editors.h"
#include "ui/saisie/trace_editor.h"

#include <QApplication>
#include <QKeyEvent>

namespace ui {

/// The keyboard leaves the fields of an editor that goes: what they would tell has nobody left to hear it.
AnswerEditor::~AnswerEditor()
{
    qApp->disconnect(this);
    for (QObject* part : findChildren<QObject*>())
        part->disconnect(this);
}

void TypedEditor::commit()
{
    if (!hasUnstored()) return;
    m_shown = answer().value;
    Q_EMIT committed();
}

void TypedEditor::keepShown(const questionnaire::Answer& answer)
{
    m_shown = answer.isKnown() ? answer.value : QString();
}

questionnaire::Answer TypedEditor::shownAnswer() const
{
    return m_shown.isEmpty() ? questionnaire::Answer{} : questionnaire::Answer::of(m_shown);
}

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

namespace {

using questionnaire::Choice;
using questionnaire::Question;
using questionnaire::QuestionType;

constexpr size_t comboFrom = 13;

AnswerEditor* selectEditor(const Question& question, const std::vector<Choice>& choices, QWidget* parent)
{
    if (appearsAs(question, u"label")) return new HeadingEditor(parent);
    if (question.type == QuestionType::Rank) return new RankEditor(question, choices, parent);
    if (question.type == QuestionType::SelectMultiple) return new ChoiceEditor(question, choices, parent);
    const bool dropped = appearsAs(question, u"minimal") || question.appearance.contains(u"autocomplete") ||
                         question.appearance.contains(u"search");
    const bool many = choices.size() >= comboFrom && layoutOf(question, choices).columns < 3;
    if (dropped || many) return new ComboEditor(question, choices, parent);
    return new ChoiceEditor(question, choices, parent);
}

AnswerEditor* rangeEditor(const Question& question, QWidget* parent)
{
    constexpr int mostStars = 10, mostPicked = 500;
    const RangeScale scale(question);
    if (appearsAs(question, u"rating") && scale.marks() <= mostStars)
        return new RatingEditor(question, parent);
    if (!appearsAs(question, u"picker") || scale.marks() > mostPicked)
        return new RangeEditor(question, parent);
    std::vector<Choice> marks;
    for (int mark = 0; mark < scale.marks(); ++mark)
        marks.push_back({scale.stored(mark), scale.words(mark), {}, {}});
    return new ComboEditor(question, marks, parent);
}

} // namespace

AnswerEditor* makeEditor(const Question& question, const std::vector<Choice>& choices, QWidget* parent)
{
    switch (question.type) {
    case QuestionType::SelectOne:
    case QuestionType::SelectMultiple:
    case QuestionType::Rank:
        return selectEditor(question, choices, parent);
    case QuestionType::Range:
        return rangeEditor(question, parent);
    case QuestionType::Acknowledge:
        return new AcknowledgeEditor(question, parent);
    case QuestionType::Geopoint:
        return new PointEditor(question, {}, parent);
    case QuestionType::Geotrace:
    case QuestionType::Geoshape:
        return new TraceEditor(question, parent);
    case QuestionType::Text:
        if (appearsAs(question, u"multiline")) return new LongTextEditor(question, parent);
        return new LineEditor(question, parent);
    default:
        return new LineEditor(question, parent);
    }
}

} // namespace ui
