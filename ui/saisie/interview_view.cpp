#include "ui/saisie/interview_view.h"

#include "ui/saisie/entry_editor.h"
#include "ui/saisie/problem_words.h"
#include "ui/saisie/repeat_card.h"
#include "ui/saisie/state_chips.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/interview.h"

#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::Question;
using questionnaire::QuestionType;

/// Keys that would leave the question for another screen.
bool leadsAway(const QKeyEvent& key)
{
    if (key.key() == Qt::Key_F9) return true;
    if (!(key.modifiers() & Qt::ControlModifier)) return false;
    const bool digit = key.key() >= Qt::Key_0 && key.key() <= Qt::Key_9;
    static const QList<int> others{Qt::Key_K,    Qt::Key_N,        Qt::Key_G,
                                   Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageUp};
    return digit || others.contains(key.key());
}

} // namespace

InterviewView::InterviewView(EntrySession& session, bool shortForm, QWidget* window)
    : QWidget(window), m_session(session), m_shortForm(shortForm), m_section(small({})), m_count(small({})),
      m_progress(new QProgressBar), m_body(new QVBoxLayout)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setAccessibleName(tr("Mode entretien"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildHead());
    auto* content = new QWidget;
    content->setLayout(m_body);
    m_body->setContentsMargins(px(96), px(40), px(96), px(40));
    m_body->setSpacing(px(16));
    auto* area = new QScrollArea;
    area->setWidget(content);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    layout->addWidget(area, 1);
    layout->addWidget(buildFoot());
    setGeometry(window->rect());
    qApp->installEventFilter(this);
    show();
    raise();
}

QWidget* InterviewView::buildHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(px(96), px(24), px(96), 0);
    auto* row = new QHBoxLayout;
    for (QLabel* label : {m_section, m_count}) {
        label->setFont(sized(1.1));
        label->setWordWrap(false);
    }
    row->addWidget(m_section);
    row->addStretch();
    row->addWidget(m_count);
    column->addLayout(row);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(px(6));
    m_progress->setAccessibleName(tr("Avancement de l’entretien"));
    column->addWidget(m_progress);
    return head;
}

QWidget* InterviewView::buildFoot()
{
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(px(96), px(12), px(96), px(20));
    QPushButton* back = button(tr("Précédente"));
    QPushButton* next = button(tr("Suivante"), QStringLiteral("primary"));
    QPushButton* end = button(tr("Terminer l’entretien"));
    for (QPushButton* item : {back, next, end})
        item->setFont(sized(1.15));
    row->addWidget(back);
    row->addWidget(next);
    row->addWidget(small(tr("F6 ne sait pas · F7 refus · F8 sans objet · F12 masquer et verrouiller")), 1);
    row->addWidget(end);
    connect(back, &QPushButton::clicked, this, [this] { step(-1); });
    connect(next, &QPushButton::clicked, this, [this] { step(+1); });
    connect(end, &QPushButton::clicked, this, &InterviewView::ended);
    return foot;
}

void InterviewView::showQuestion(const QString& name)
{
    const questionnaire::Form& form = m_session.form().form();
    const std::vector<int> asked = workflow::interviewQuestions(m_session.form(), m_shortForm);
    QString wanted, unanswered;
    for (const int at : asked) {
        const Question& question = form.questions[static_cast<size_t>(at)];
        if (question.name == name) wanted = name;
        const bool open = m_session.answer(m_session.pathOf(question)).state == AnswerState::NotAsked;
        if (open && unanswered.isEmpty()) unanswered = question.name;
    }
    m_question = wanted.isEmpty() ? unanswered : wanted;
    if (m_question.isEmpty() && !asked.empty())
        m_question = form.questions[static_cast<size_t>(asked.back())].name;
    rebuild();
}

void InterviewView::rebuild()
{
    m_editor = nullptr;
    m_repeat = nullptr;
    m_chips = nullptr;
    ui::clear(m_body);
    const questionnaire::Form& form = m_session.form().form();
    const Question* question = form.question(m_question);
    if (!question) return;
    const int section = form.sectionOf(form.index.value(m_question));
    m_section->setText(QStringLiteral("%1 · %2")
                           .arg(m_session.sectionNumber(section))
                           .arg(form.questions[static_cast<size_t>(section)].label));
    showProgress();
    if (question->type == QuestionType::Repeat)
        addRepeat(*question);
    else
        addAnswer(*question);
    Q_EMIT moved(m_question);
}

void InterviewView::addRepeat(const Question& question)
{
    m_repeat = new RepeatCard(m_session, question, m_shortForm);
    m_repeat->refresh();
    connect(
        m_repeat, &QuestionCard::nextAsked, this, [this] { step(+1); }, Qt::QueuedConnection);
    connect(
        m_repeat, &QuestionCard::previousAsked, this, [this] { step(-1); }, Qt::QueuedConnection);
    m_body->addWidget(m_repeat);
    m_body->addStretch();
    m_repeat->focusAnswer();
}

void InterviewView::addAnswer(const Question& question)
{
    const auto path = m_session.pathOf(question);
    m_body->addWidget(heading(typeset(m_session.form().worded(question.label, path)), 1.7));
    if (!question.hint.isEmpty()) {
        QLabel* hint = text(typeset(m_session.form().worded(question.hint, path)), QStringLiteral("muted"));
        hint->setFont(sized(1.15));
        m_body->addWidget(hint);
    }
    m_editor = makeEditor(m_session, question, path, this);
    for (QWidget* inside : m_editor->findChildren<QWidget*>())
        inside->setFont(sized(1.45));
    m_body->addWidget(m_editor);
    m_problem = text({}, QStringLiteral("error"));
    m_problem->setFont(sized(1.2, true));
    m_body->addWidget(m_problem);
    m_chips = new StateChips;
    for (QPushButton* chip : m_chips->findChildren<QPushButton*>())
        chip->setFont(sized(1.15));
    m_body->addWidget(m_chips, 0, Qt::AlignLeading);
    m_body->addStretch();
    connectAnswer(path);
    showStored();
    m_editor->focusTarget()->setFocus(Qt::TabFocusReason);
}

void InterviewView::connectAnswer(const questionnaire::FieldPath& path)
{
    connect(m_editor, &AnswerEditor::committed, this, &InterviewView::store);
    connect(
        m_editor, &AnswerEditor::nextAsked, this, [this] { step(+1); }, Qt::QueuedConnection);
    connect(
        m_editor, &AnswerEditor::previousAsked, this, [this] { step(-1); }, Qt::QueuedConnection);
    connect(m_editor, &AnswerEditor::revertAsked, this, [this, path] {
        m_session.revert(path);
        showStored();
    });
    connect(m_chips, &StateChips::chosen, this, [this, path](AnswerState state) {
        m_session.commit(path, Answer::inState(state));
        showStored();
        // Not at once: the chip that speaks would go with its question.
        if (state != AnswerState::NotAsked)
            QMetaObject::invokeMethod(
                this, [this] { step(+1); }, Qt::QueuedConnection);
    });
}

void InterviewView::store()
{
    const Question* question = m_session.form().form().question(m_question);
    if (!question || !m_editor) return;
    m_session.commit(m_session.pathOf(*question), m_editor->answer());
    showStored();
}

void InterviewView::showStored()
{
    const Question* question = m_session.form().form().question(m_question);
    if (!question || !m_editor) return;
    const auto path = m_session.pathOf(*question);
    const Answer shown = m_session.shown(path);
    m_editor->show(shown);
    m_chips->show(shown.state);
    showProblem(m_session.status(path), shown);
    showProgress();
}

void InterviewView::showProblem(const questionnaire::FieldStatus& status, const Answer& answer)
{
    const Question* question = m_session.form().form().question(m_question);
    const QString words = isRefusal(status.problem)
                              ? problemSentence(m_session, m_session.pathOf(*question), status, answer)
                              : QString();
    m_problem->setText(typeset(words));
    m_problem->setVisible(!words.isEmpty());
}

void InterviewView::showProgress()
{
    const std::vector<int> asked = workflow::interviewQuestions(m_session.form(), m_shortForm);
    const auto found = std::find(asked.begin(), asked.end(), m_session.form().form().index.value(m_question));
    const int total = static_cast<int>(asked.size());
    const int place = qMin(static_cast<int>(found - asked.begin()) + 1, total);
    m_count->setText(tr("Question %1 sur %2").arg(place).arg(total));
    m_progress->setRange(0, qMax(1, total));
    m_progress->setValue(place);
}

void InterviewView::step(int by)
{
    commit();
    const questionnaire::Form& form = m_session.form().form();
    const int here = form.index.value(m_question);
    // Where one stands may have just gone out of scope: the next one in the order of the form.
    int wanted = -1;
    for (const int at : workflow::interviewQuestions(m_session.form(), m_shortForm)) {
        if (by > 0 && at > here && wanted < 0) wanted = at;
        if (by < 0 && at < here) wanted = at;
    }
    if (wanted < 0) return;
    m_question = form.questions[static_cast<size_t>(wanted)].name;
    rebuild();
}

void InterviewView::commit()
{
    if (m_editor) m_editor->commit();
    if (m_repeat) m_repeat->commit();
}

void InterviewView::pressState(AnswerState state)
{
    if (m_chips) m_chips->press(state);
}

bool InterviewView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    if (event->type() != QEvent::ShortcutOverride || !leadsAway(*static_cast<QKeyEvent*>(event)))
        return false;
    event->accept(); // no shortcut hears of it
    return true;
}

} // namespace ui
