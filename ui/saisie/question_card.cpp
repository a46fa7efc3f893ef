#include "ui/saisie/question_card.h"

#include "ui/conflits/conflict_watch.h"
#include "ui/saisie/entry_editor.h"
#include "ui/saisie/problem_words.h"
#include "ui/saisie/state_chips.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace ui {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::FieldStatus;
using questionnaire::QuestionType;

QuestionCard::QuestionCard(EntrySession& session, const questionnaire::Question& question, QWidget* parent)
    : QFrame(parent), m_session(session), m_question(question)
{
    m_open = buildOpen();
    m_hidden = buildHidden();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(16), px(9), px(16), px(9));
    layout->addWidget(m_open);
    layout->addWidget(m_hidden);
    setAccessibleName(session.numberOf(question.name) + u' ' + question.label);
    const bool ownAnswer = question.type != QuestionType::Repeat && question.type != QuestionType::Note;
    const bool computed = isCalculated(question);
    if (ownAnswer && computed) buildResult();
    if (ownAnswer && !computed) buildEditor();
    m_chips->setVisible(m_editor && m_editor->asks());
}

QWidget* QuestionCard::buildOpen()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    QLabel* number =
        text(m_question.type == QuestionType::Note ? QString() : m_session.numberOf(m_question.name),
             QStringLiteral("muted"));
    number->setFixedWidth(px(42));
    row->addWidget(number, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(5));
    row->addLayout(column, 1);
    auto* head = new QHBoxLayout;
    m_label = m_question.type == QuestionType::Note ? text(m_question.label, QStringLiteral("note"))
                                                    : heading(m_question.label);
    head->addWidget(m_label, 1);
    m_evidence = new EvidenceDots;
    head->addWidget(m_evidence, 0, Qt::AlignTop);
    column->addLayout(head);
    m_answerRow = new QHBoxLayout;
    m_answerRow->setSpacing(px(8));
    m_answer = new QVBoxLayout;
    m_answerRow->addLayout(m_answer, 1);
    m_chips = new StateChips;
    m_answerRow->addWidget(m_chips, 0, Qt::AlignTop);
    column->addLayout(m_answerRow);
    m_problemRow = buildProblem();
    column->addWidget(m_problemRow);
    m_conflictRow = buildConflict();
    column->addWidget(m_conflictRow);
    m_hint = small(m_question.hint);
    column->addWidget(m_hint);
    m_hint->setVisible(!m_question.hint.isEmpty()); // once it has a parent: it would flash as a window
    connect(m_chips, &StateChips::chosen, this, [this](AnswerState state) {
        m_session.commit(path(), Answer::inState(state));
        if (state != AnswerState::NotAsked) Q_EMIT nextAsked();
    });
    return page;
}

QWidget* QuestionCard::buildProblem()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(Sign::rule(Rule::Blocking), 0, Qt::AlignTop);
    m_problem = text({}, QStringLiteral("error"));
    m_problem->setFont(sized(0.95, true));
    row->addWidget(m_problem, 1);
    line->hide();
    return line;
}

QWidget* QuestionCard::buildConflict()
{
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    row->addWidget(Sign::rule(Rule::Liftable), 0, Qt::AlignVCenter);
    QLabel* words =
        text(tr("Conflit : une autre valeur vient d’un autre ordinateur."), QStringLiteral("warning"));
    row->addWidget(words, 1);
    QPushButton* choose = link(tr("Choisir"));
    choose->setAccessibleName(tr("Choisir entre les valeurs de « %1 »").arg(m_question.label));
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &QuestionCard::conflictAsked);
    line->hide();
    return line;
}

bool QuestionCard::hasConflict() const
{
    // Cells of a repeat are in conflict one by one: the card of the repeat speaks for them.
    const auto& waiting = m_session.desk().conflicts().waiting();
    if (!waiting.perRecord.contains(m_session.record())) return false;
    const questionnaire::Form& form = m_session.form().form();
    const int own = form.index.value(m_question.name, -1);
    return std::any_of(waiting.conflicts.begin(), waiting.conflicts.end(), [&](const auto& line) {
        const dossier::Conflict& conflict = line.conflict;
        if (conflict.record != m_session.record() || !conflict.field.startsWith(u"q:")) return false;
        const QString name = conflict.field.mid(2);
        if (conflict.entityType == dossier::entity::Passage && conflict.entity != m_session.passage())
            return false;
        return name == m_question.name || form.repeatOf(form.index.value(name, -1)) == own;
    });
}

void QuestionCard::refreshConflict()
{
    m_conflictRow->setVisible(hasConflict());
}

QWidget* QuestionCard::buildHidden()
{
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("hiddenQuestion"));
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(px(8), px(4), px(8), px(4));
    row->addWidget(small(m_session.numberOf(m_question.name)));
    QLabel* label = text(m_question.label, QStringLiteral("muted"));
    row->addWidget(label, 1);
    m_kept = small({});
    m_kept->setObjectName(QStringLiteral("keptAnswer"));
    m_kept->setWordWrap(false);
    row->addWidget(m_kept);
    QLabel* tag = small(tr("masquée"), QStringLiteral("tag"));
    tag->setWordWrap(false);
    row->addWidget(tag, 0, Qt::AlignVCenter);
    QPushButton* why = link(tr("Pourquoi masquée ?"));
    row->addWidget(why);
    column->addWidget(frame);
    m_reasonBox = new QWidget;
    auto* inside = new QVBoxLayout(m_reasonBox);
    inside->setContentsMargins(px(36), 0, 0, px(4));
    inside->setSpacing(px(2));
    m_reason = small({});
    m_reason->setObjectName(QStringLiteral("hiddenReason"));
    inside->addWidget(m_reason);
    m_commanding = new QHBoxLayout;
    m_commanding->setSpacing(px(16));
    inside->addLayout(m_commanding);
    m_reasonBox->hide();
    column->addWidget(m_reasonBox);
    connect(why, &QPushButton::clicked, this, &QuestionCard::toggleReason);
    return page;
}

void QuestionCard::toggleReason()
{
    if (m_reasonBox->isHidden())
        showReason();
    else
        m_reasonBox->hide();
}

void QuestionCard::showReason()
{
    QString words = m_session.hiddenText(path());
    if (!m_session.keptText(path()).isEmpty())
        words +=
            tr(" La réponse déjà saisie est gardée, hors calcul : elle revient si la question se rouvre.");
    m_reason->setText(typeset(words));
    ui::clear(m_commanding);
    for (const QString& name : m_session.commandedBy(path())) {
        QPushButton* go = link(tr("Aller à %1").arg(m_session.numberOf(name)));
        go->setObjectName(QStringLiteral("commandingQuestion"));
        connect(go, &QPushButton::clicked, this, [this, name] { Q_EMIT questionAsked(name); });
        m_commanding->addWidget(go);
    }
    m_commanding->addStretch();
    m_reasonBox->show();
}

void QuestionCard::explain()
{
    showReason();
    auto* first = findChild<QPushButton*>(QStringLiteral("commandingQuestion"));
    (first ? first : static_cast<QWidget*>(this))->setFocus(Qt::OtherFocusReason);
}

void QuestionCard::buildEditor()
{
    m_editor = makeEditor(m_session, m_question, path());
    m_answer->addWidget(m_editor);
    // Beside a wide answer the states would push the page out of the window: they go under it.
    if (m_editor->sizeHint().width() > px(296) || m_editor->wantsWidth()) {
        m_answerRow->removeWidget(m_chips);
        m_answer->addWidget(m_chips, 0, Qt::AlignTrailing);
    }
    connect(m_editor, &AnswerEditor::committed, this, [this] {
        m_session.commit(path(), m_editor->answer());
        refresh();
    });
    connect(m_editor, &AnswerEditor::edited, this,
            [this] { showProblem(m_session.form().check(path(), m_editor->answer()), m_editor->answer()); });
    connect(m_editor, &AnswerEditor::revertAsked, this, [this] {
        m_session.revert(path());
        refresh();
    });
    connect(m_editor, &AnswerEditor::nextAsked, this, &QuestionCard::nextAsked);
    connect(m_editor, &AnswerEditor::previousAsked, this, &QuestionCard::previousAsked);
}

void QuestionCard::buildResult()
{
    m_result = text({});
    m_result->setObjectName(QStringLiteral("calculatedAnswer"));
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_answer->addWidget(m_result);
    m_answer->addWidget(small(tr("Calculé à partir d’autres réponses.")));
}

bool QuestionCard::isLive() const
{
    return m_result || !m_question.repeatCount.isEmpty() || m_question.label.contains(u"${") ||
           m_question.hint.contains(u"${");
}

void QuestionCard::showWords()
{
    const questionnaire::Session& form = m_session.form();
    if (m_question.label.contains(u"${")) m_label->setText(typeset(form.worded(m_question.label, path())));
    if (m_question.hint.contains(u"${")) m_hint->setText(typeset(form.worded(m_question.hint, path())));
    if (!m_result) return;
    const QString value = m_session.calculatedText(path());
    m_result->setText(value.isEmpty() ? QStringLiteral("–") : value);
}

bool QuestionCard::takesFocus() const
{
    const bool asks = !m_result && (!m_editor || m_editor->asks());
    return !m_open->isHidden() && m_question.type != QuestionType::Note && asks;
}

void QuestionCard::focusAnswer()
{
    if (m_editor)
        m_editor->focusTarget()->setFocus(Qt::TabFocusReason);
    else
        setFocus();
}

void QuestionCard::refresh()
{
    const FieldStatus status = m_session.status(path());
    m_open->setVisible(status.relevant);
    m_hidden->setVisible(!status.relevant);
    const int gap = px(status.relevant ? 9 : 3);
    layout()->setContentsMargins(px(16), gap, px(16), gap);
    if (status.relevant) m_reasonBox->hide();
    const QString kept = status.relevant ? QString() : m_session.keptText(path());
    m_kept->setText(fontMetrics().elidedText(kept, Qt::ElideRight, px(160)));
    m_kept->setVisible(!kept.isEmpty());
    refreshConflict();
    showWords();
    if (!m_editor) return;
    const Answer answer = m_session.shown(path());
    const bool unknownChoice = answer.isKnown() && answer.value == u"nsp";
    m_editor->show(unknownChoice ? Answer{} : answer);
    m_editor->setReadOnly(status.readOnly);
    m_chips->show(unknownChoice ? AnswerState::DontKnow : answer.state);
    m_chips->setEnabled(!status.readOnly);
    showProblem(status, answer);
}

void QuestionCard::refreshEvidence()
{
    const bool shown = m_session.form().answer(path()).isKnown() || m_question.type == QuestionType::Repeat;
    m_evidence->setLevel(shown ? m_session.evidenceOf(m_question) : -1);
}

void QuestionCard::showProblem(const FieldStatus& status, const Answer& answer)
{
    const QString words = problemSentence(m_session, path(), status, answer);
    m_problem->setText(typeset(words));
    m_problemRow->setVisible(!words.isEmpty());
    const bool framed = m_editor && m_editor->setWrong(!words.isEmpty());
    m_framed = !framed && !words.isEmpty();
    update();
}

bool QuestionCard::hasProblem() const
{
    return !m_problem->text().isEmpty() && !m_open->isHidden();
}

QString QuestionCard::problem() const
{
    return m_problem->text();
}

void QuestionCard::setCurrent(bool current)
{
    if (m_current == current) return;
    m_current = current;
    update();
}

void QuestionCard::commit()
{
    if (m_editor) m_editor->commit();
}

void QuestionCard::pressState(AnswerState state)
{
    if (m_editor && takesFocus()) m_chips->press(state);
}

void QuestionCard::paintEvent(QPaintEvent* event)
{
    if (m_current) {
        QPainter painter(this);
        const Colors& colors = colorsOf(palette());
        painter.fillRect(rect(), colors.base);
        QRect edge = rect();
        if (layoutDirection() == Qt::RightToLeft)
            edge.setLeft(edge.right() - px(3) + 1);
        else
            edge.setWidth(px(3));
        painter.fillRect(edge, colors.accent);
    }
    if (m_framed && m_editor) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colorsOf(palette()).error, px(2)));
        const QRect around(m_editor->mapTo(this, QPoint()), m_editor->size());
        painter.drawRoundedRect(around.adjusted(-px(7), -px(2), px(2), px(2)), px(3), px(3));
    }
    QFrame::paintEvent(event);
}

} // namespace ui
