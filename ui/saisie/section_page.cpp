#include "ui/saisie/section_page.h"

#include "ui/saisie/repeat_card.h"
#include "ui/saisie/reserved_card.h"
#include "ui/theme/metrics.h"

#include <QApplication>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {

using questionnaire::QuestionType;

SectionPage::SectionPage(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Questions de la section"));
    setFocusPolicy(Qt::NoFocus);
    // Words may be wider than a narrow window for an instant: the page never slides sideways.
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { horizontalScrollBar()->setValue(0); });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

SectionPage::~SectionPage()
{
    delete takePage();
}

QWidget* SectionPage::takePage()
{
    disconnect(m_changes);
    disconnect(m_rowChanges);
    m_cards.clear();
    m_current = nullptr;
    // Forgotten first: the field that has the focus gives it up on the way, and follow() hears it.
    m_content = nullptr;
    return takeWidget();
}

void SectionPage::clearPage()
{
    // One of its questions may be asking for it, by a key of its own: that key ends before the question does.
    if (QWidget* page = takePage()) page->deleteLater();
}

void SectionPage::show(EntrySession& session, int section, bool shortForm)
{
    clearPage();
    m_content = new QWidget;
    auto* layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(0, 0, 0, px(160)); // room to bring the last question up to the eyes
    layout->setSpacing(0);
    int closed = 0;
    const questionnaire::Form& form = session.form().form();
    for (size_t i = static_cast<size_t>(section);
         i < form.questions.size() && form.sectionOf(static_cast<int>(i)) == section; ++i) {
        const questionnaire::Question& question = form.questions[i];
        const bool inRow = question.type != QuestionType::Repeat && form.repeatOf(static_cast<int>(i)) >= 0;
        const bool silent = question.type == QuestionType::Group ||
                            question.type == QuestionType::Calculate ||
                            question.type == QuestionType::Hidden || question.type == QuestionType::Metadata;
        if (inRow || silent || (shortForm && !question.shortForm && question.type != QuestionType::Note))
            continue;
        if (session.isClosed(static_cast<int>(i))) {
            if (question.type != QuestionType::Note) ++closed;
            continue;
        }
        auto* card = question.type == QuestionType::Repeat ? new RepeatCard(session, question, shortForm)
                                                           : new QuestionCard(session, question);
        connect(card, &QuestionCard::nextAsked, this, [this, card] { move(card, +1); });
        connect(card, &QuestionCard::previousAsked, this, [this, card] { move(card, -1); });
        connect(card, &QuestionCard::conflictAsked, this,
                [this, &question] { Q_EMIT conflictAsked(question.name); });
        connect(card, &QuestionCard::questionAsked, this, &SectionPage::questionAsked, Qt::QueuedConnection);
        card->refresh();
        layout->addWidget(card);
        m_cards.push_back(card);
    }
    if (closed > 0) layout->addWidget(reserved(session, closed));
    layout->addStretch();
    setWidget(m_content);
    m_changes = connect(&session, &EntrySession::fieldsChanged, this, &SectionPage::refresh);
    m_rowChanges = connect(&session, &EntrySession::rowsChanged, this, &SectionPage::refreshAll);
    refreshEvidence();
}

QWidget* SectionPage::reserved(EntrySession& session, int questions)
{
    auto* item = new ReservedCard(questions, !session.lock().needsCode(),
                                  [&session](const QString& typed) { return session.lock().open(typed); });
    connect(item, &ReservedCard::opened, this, &SectionPage::reservedOpened, Qt::QueuedConnection);
    return item;
}

QuestionCard* SectionPage::card(const QString& question) const
{
    const auto found = std::find_if(m_cards.begin(), m_cards.end(),
                                    [&](QuestionCard* card) { return card->question().name == question; });
    return found == m_cards.end() ? nullptr : *found;
}

void SectionPage::refresh(const std::vector<questionnaire::FieldPath>& fields)
{
    // Content above the caret may open or close: the question being answered stays where it is.
    const int before = m_current ? m_current->mapTo(m_content, QPoint()).y() : 0;
    for (QuestionCard* item : m_cards) {
        const auto names = [&](const questionnaire::FieldPath& field) {
            return field.question == item->question().name;
        };
        if (item->isLive() || std::any_of(fields.begin(), fields.end(), names)) item->refresh();
    }
    if (!m_current) return;
    m_content->layout()->activate();
    const int shift = m_current->mapTo(m_content, QPoint()).y() - before;
    if (shift != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + shift);
}

void SectionPage::refreshAll()
{
    std::vector<questionnaire::FieldPath> all;
    for (const QuestionCard* item : m_cards)
        all.push_back(item->path());
    refresh(all);
}

void SectionPage::refreshEvidence()
{
    for (QuestionCard* item : m_cards)
        item->refreshEvidence();
}

void SectionPage::refreshConflicts()
{
    for (QuestionCard* item : m_cards)
        item->refreshConflict();
}

void SectionPage::follow(QWidget* focused)
{
    if (!focused || !m_content || !m_content->isAncestorOf(focused)) return;
    for (QuestionCard* item : m_cards) {
        const bool holds = item == focused || item->isAncestorOf(focused);
        item->setCurrent(holds);
        if (!holds || item == m_current) continue;
        m_current = item;
        ensureWidgetVisible(item, 0, px(72));
        Q_EMIT currentChanged(item->question().name);
    }
}

void SectionPage::move(QuestionCard* from, int step)
{
    auto at = std::find(m_cards.begin(), m_cards.end(), from) - m_cards.begin();
    for (at += step; at >= 0 && at < static_cast<qsizetype>(m_cards.size()); at += step) {
        QuestionCard* next = m_cards[static_cast<size_t>(at)];
        if (!next->takesFocus()) continue;
        next->focusAnswer();
        return;
    }
    if (step > 0)
        Q_EMIT endReached();
    else
        Q_EMIT startReached();
}

void SectionPage::focusQuestion(const QString& name)
{
    QuestionCard* wanted = card(name);
    if (!wanted) return;
    // At once: what is typed next is for this question. Scrolling waits until the page is laid out.
    if (wanted->takesFocus())
        wanted->focusAnswer();
    else
        wanted->explain();
    const auto bringUp = [this, wanted] {
        if (m_content && m_content->isAncestorOf(wanted)) ensureWidgetVisible(wanted, 0, px(72));
    };
    QTimer::singleShot(0, wanted, [wanted, bringUp] {
        bringUp();
        // The reason just opened is taller once its words are wrapped.
        QTimer::singleShot(0, wanted, bringUp);
    });
}

void SectionPage::focusFirst()
{
    for (QuestionCard* item : m_cards)
        if (item->takesFocus()) return focusQuestion(item->question().name);
}

void SectionPage::commit()
{
    for (QuestionCard* item : m_cards)
        item->commit();
}

void SectionPage::pressState(questionnaire::AnswerState state)
{
    if (m_current) m_current->pressState(state);
}

} // namespace ui
