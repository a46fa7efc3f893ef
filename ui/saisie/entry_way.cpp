#include "ui/saisie/entry_screen.h"
#include "ui/saisie/number_field.h"
#include "ui/saisie/wayfinding.h"

#include <QShortcut>
#include <QToolButton>

/// How one goes from question to question on the entry screen, by keys and by links.
namespace ui {

void EntryScreen::addStateKeys()
{
    using questionnaire::AnswerState;
    const std::array<std::pair<int, AnswerState>, 3> keys{{{Qt::Key_F6, AnswerState::DontKnow},
                                                           {Qt::Key_F7, AnswerState::Refused},
                                                           {Qt::Key_F8, AnswerState::NotApplicable}}};
    for (const auto& [key, state] : keys) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this, [this, wanted = state] {
            if (m_interview)
                m_interview->pressState(wanted);
            else
                m_page->pressState(wanted);
        });
    }
}

void EntryScreen::addWayKeys()
{
    connect(m_number, &NumberField::chosen, this, &EntryScreen::showQuestion);
    connect(m_number, &NumberField::closed, this, [this] {
        if (m_page->current()) m_page->current()->focusAnswer();
    });
    auto* ask = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_G), this);
    connect(ask, &QShortcut::activated, this, [this] {
        if (m_session) m_number->ask();
    });
    auto* next = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Down), this);
    connect(next, &QShortcut::activated, this, &EntryScreen::goToNextUnanswered);
    auto* form = new QShortcut(QKeySequence(Qt::Key_F9), this);
    connect(form, &QShortcut::activated, this, [this] {
        leave();
        setShortForm(!m_shortForm);
    });
    for (const auto& [keys, step] : {std::pair{Qt::Key_PageDown, +1}, std::pair{Qt::Key_PageUp, -1}}) {
        auto* turn = new QShortcut(QKeySequence(Qt::CTRL | keys), this);
        connect(turn, &QShortcut::activated, this, [this, by = step] {
            if (m_session) stepSection(by);
        });
    }
}

void EntryScreen::goToNextUnanswered()
{
    if (!m_session) return;
    leave();
    const QString from = m_page->current() ? m_page->current()->question().name : QString();
    const QString question = nextUnanswered(*m_session, from, m_shortForm);
    if (question.isEmpty())
        Q_EMIT desk().notice(tr("Toutes les questions en champ ont une réponse."));
    else
        showQuestion(question);
}

void EntryScreen::showQuestion(const QString& name)
{
    if (!m_session) return;
    const questionnaire::Form& form = m_session->form().form();
    int index = form.index.value(name, -1);
    if (index < 0) return;
    if (const int repeat = form.repeatOf(index); repeat >= 0) index = repeat;
    const questionnaire::Question& question = form.questions[static_cast<size_t>(index)];
    if (m_shortForm && !question.shortForm) {
        setShortForm(false);
    }
    showSection(form.sectionOf(index));
    m_page->focusQuestion(question.name);
}

void EntryScreen::stepSection(int step)
{
    const auto& sections = m_session->form().form().sections;
    auto at = std::find(sections.begin(), sections.end(), m_section) - sections.begin() + step;
    for (; at >= 0 && at < static_cast<qsizetype>(sections.size()); at += step) {
        const auto count = m_session->form().count(sections[static_cast<size_t>(at)], m_shortForm);
        if (count.closed || count.inScope == 0) continue;
        showSection(sections[static_cast<size_t>(at)]);
        return m_page->focusFirst();
    }
}

} // namespace ui
