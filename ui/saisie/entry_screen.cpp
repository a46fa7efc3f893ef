#include "ui/saisie/entry_screen.h"

#include "ui/conflits/conflict_watch.h"
#include "ui/historique/history_panel.h"
#include "ui/historique/undo_button.h"
#include "ui/saisie/number_field.h"
#include "ui/saisie/passage_bar.h"
#include "ui/saisie/question_panel.h"
#include "ui/saisie/section_tree.h"
#include "ui/saisie/wayfinding.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

const QString recordKey = QStringLiteral("saisie/fiche");
const QString shortKey = QStringLiteral("saisie/court");

QTimer* delayed(QObject* parent, int milliseconds)
{
    auto* timer = new QTimer(parent);
    timer->setSingleShot(true);
    timer->setInterval(milliseconds);
    return timer;
}

QString droppedWords(qsizetype count, const QString& actor)
{
    return count == 1 ? EntryScreen::tr("Une réponse refusée de « %1 » n’a pas été enregistrée.").arg(actor)
                      : EntryScreen::tr("%1 réponses refusées de « %2 » n’ont pas été enregistrées.")
                            .arg(count)
                            .arg(actor);
}

} // namespace

EntryScreen::EntryScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Saisie"), parent), m_shortForm(desk.settings().value(shortKey).toBool()),
      m_actors(new QComboBox), m_arabic(new QLabel), m_pageTitle(new ElidedLabel), m_pageCounts(new QLabel),
      m_number(new NumberField([this](const QString& typed) { return questionCalled(*m_session, typed); })),
      m_passages(new PassageBar), m_short(segment(tr("Formulaire court"))), m_full(segment(tr("Complet"))),
      m_undo(new UndoButton(false)), m_tree(new SectionTree), m_page(new SectionPage),
      m_panel(new QuestionPanel(desk, panel())), m_countTimer(delayed(this, 30)),
      m_evidenceTimer(delayed(this, 150))
{
    buildHeader();
    m_body = new QWidget;
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_tree);
    auto* edge = new QFrame;
    edge->setFrameShape(QFrame::VLine);
    edge->setForegroundRole(QPalette::Mid);
    row->addWidget(edge);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildPageHead());
    column->addWidget(m_passages);
    column->addWidget(m_page, 1);
    row->addLayout(column, 1);
    m_empty = buildEmpty();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_empty, 1);
    addStateKeys();
    addWayKeys();

    connectPage();
    connectDesk();
    listActors();
    openRecord({});
}

void EntryScreen::connectPage()
{
    connect(m_tree, &SectionTree::sectionChosen, this, [this](int section) {
        showSection(section);
        m_page->focusFirst();
    });
    connect(m_tree, &SectionTree::questionChosen, this, [this](const QString& question) {
        open({{}, {}, question});
    });
    connect(m_passages, &PassageBar::chosen, this,
            [this](const QString& uid) { m_session->setPassage(uid); });
    connect(m_passages, &PassageBar::addAsked, this, [this] { m_session->addPassage(); });
    connect(m_page, &SectionPage::currentChanged, this,
            [this](const QString& question) { m_panel->show(m_session.get(), question); });
    connect(m_page, &SectionPage::endReached, this, [this] { stepSection(+1); });
    connect(m_page, &SectionPage::startReached, this, [this] { stepSection(-1); });
    connect(m_panel->history(), &HistoryPanel::questionAsked, this,
            [this](const QString&, const QString& question) {
                open({{}, {}, question});
            });
    connect(m_page, &SectionPage::questionAsked, this, &EntryScreen::showQuestion);
    connect(m_page, &SectionPage::conflictAsked, this, [this](const QString& question) {
        Q_EMIT goTo({QStringLiteral("conflits"), m_session->record(), question});
    });
}

void EntryScreen::connectDesk()
{
    connect(&desk().conflicts(), &ConflictWatch::changed, m_page, &SectionPage::refreshConflicts);
    connect(m_countTimer, &QTimer::timeout, this, &EntryScreen::refreshCounts);
    connect(m_evidenceTimer, &QTimer::timeout, this, [this] {
        m_page->refreshEvidence();
        m_panel->refresh();
    });
    connect(&desk(), &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (!changes.created.isEmpty() || !changes.deleted.isEmpty() ||
            changes.questions.contains(QStringLiteral("id_nom_fr")))
            listActors();
        if (!m_session) return;
        if (changes.deleted.contains(m_session->record())) return openRecord({});
        if (changes.records.contains(m_session->record())) m_evidenceTimer->start();
    });
}

void EntryScreen::buildHeader()
{
    m_actors->setEditable(true);
    m_actors->setInsertPolicy(QComboBox::NoInsert);
    m_actors->setMinimumWidth(px(248));
    m_actors->setMaximumWidth(px(248));
    m_actors->setAccessibleName(tr("Acteur"));
    m_actors->lineEdit()->setPlaceholderText(tr("Choisir un acteur"));
    m_actors->completer()->setFilterMode(Qt::MatchContains);
    m_actors->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_arabic->setProperty("tone", QStringLiteral("muted"));
    m_arabic->setLayoutDirection(Qt::RightToLeft);
    QWidget* forms = segments({m_short, m_full});
    (m_shortForm ? m_short : m_full)->setChecked(true);
    headerLayout()->addWidget(m_actors);
    headerLayout()->addWidget(m_arabic);
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(forms);
    headerLayout()->addWidget(m_undo);
    connect(m_actors, &QComboBox::activated, this,
            [this](int index) { openRecord(m_actors->itemData(index).toString()); });
    connect(m_short, &QToolButton::clicked, this, [this] { setShortForm(true); });
    connect(m_full, &QToolButton::clicked, this, [this] { setShortForm(false); });
    m_undo->watch(&desk());
}

QWidget* EntryScreen::buildPageHead()
{
    auto* head = new QWidget;
    head->setFixedHeight(px(40));
    m_pageHead = new QHBoxLayout(head);
    m_pageHead->setContentsMargins(px(16), 0, px(24), 0);
    m_pageHead->setSpacing(px(8));
    m_pageTitle->setFont(sized(1.08, true));
    m_pageCounts->setProperty("tone", QStringLiteral("muted"));
    m_pageCounts->setFont(sized(0.92));
    m_pageHead->addWidget(m_pageTitle);
    m_pageHead->addWidget(m_pageCounts);
    m_pageHead->addStretch();
    m_pageHead->addWidget(m_number);
    QLabel* proof = small(tr("preuve"));
    proof->setWordWrap(false);
    m_pageHead->addWidget(proof);
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(ruleLine());
    return box;
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

QWidget* EntryScreen::buildEmpty()
{
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->addStretch();
    QLabel* words = text(tr("Ici se remplit la fiche d’un acteur, section par section. Choisissez-en un en "
                            "haut, ou dans la liste."),
                         QStringLiteral("muted"));
    words->setAlignment(Qt::AlignCenter);
    QPushButton* choose = button(tr("Choisir un acteur"), QStringLiteral("primary"));
    layout->addWidget(words);
    layout->addWidget(choose, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(choose, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, {}});
    });
    return page;
}

void EntryScreen::addStateKeys()
{
    using questionnaire::AnswerState;
    const std::array<std::pair<int, AnswerState>, 3> keys{{{Qt::Key_F6, AnswerState::DontKnow},
                                                           {Qt::Key_F7, AnswerState::Refused},
                                                           {Qt::Key_F8, AnswerState::NotApplicable}}};
    for (const auto& [key, state] : keys) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, wanted = state] { m_page->pressState(wanted); });
    }
}

void EntryScreen::listActors()
{
    const QString record = m_session ? m_session->record() : QString();
    const QSignalBlocker quiet(m_actors);
    m_actors->clear();
    for (const dossier::RecordSummary& actor : study().dossier().records())
        m_actors->addItem(actor.nameFr, actor.id);
    m_actors->setCurrentIndex(m_actors->findData(record));
}

void EntryScreen::activate()
{
    if (m_session) return;
    const QString last = desk().settings().value(recordKey).toString();
    if (study().dossier().record(last)) openRecord(last);
}

void EntryScreen::leave()
{
    m_page->commit();
    m_panel->commit();
}

void EntryScreen::open(const Target& target)
{
    if (!target.record.isEmpty())
        openRecord(target.record, target.question);
    else
        showQuestion(target.question);
}

Target EntryScreen::place() const
{
    return {QStringLiteral("saisie"), m_session ? m_session->record() : QString(), {}};
}

void EntryScreen::showQuestion(const QString& name)
{
    const questionnaire::Form& form = study().form();
    int index = form.index.value(name, -1);
    if (!m_session || index < 0) return;
    if (const int repeat = form.repeatOf(index); repeat >= 0) index = repeat;
    const questionnaire::Question& question = form.questions[static_cast<size_t>(index)];
    if (m_shortForm && !question.shortForm) {
        m_full->setChecked(true);
        setShortForm(false);
    }
    showSection(form.sectionOf(index));
    m_page->focusQuestion(question.name);
}

void EntryScreen::openRecord(const QString& record, const QString& question)
{
    leave();
    if (m_session && m_session->record() == record) return showQuestion(question);
    m_page->clearPage();
    m_panel->show(nullptr, {});
    const qsizetype dropped = m_session ? m_session->refusedCount() : 0;
    const QString left = dropped > 0 ? m_actorName : QString();
    m_session.reset();
    const auto actor = record.isEmpty() ? std::nullopt : study().dossier().record(record);
    m_body->setVisible(actor.has_value());
    m_empty->setVisible(!actor);
    m_arabic->setText(actor ? actor->nameAr : QString());
    m_actors->setCurrentIndex(m_actors->findData(record));
    m_actorName = actor ? actor->nameFr : QString();
    // After the writes: each of them puts its own words in the status line.
    if (dropped > 0)
        desk().afterWrites(this,
                           [this, dropped, left] { Q_EMIT desk().notice(droppedWords(dropped, left)); });
    if (!actor) return refreshCounts();
    desk().settings().setValue(recordKey, record);
    // Answers on their way to the disk must be there before the record is read.
    desk().afterWrites(this, [this, record, question] {
        m_session = std::make_unique<EntrySession>(desk(), record);
        m_panel->show(m_session.get(), {});
        connect(m_session.get(), &EntrySession::fieldsChanged, m_countTimer, qOverload<>(&QTimer::start));
        connect(m_session.get(), &EntrySession::passagesChanged, this, [this] { showSection(m_section); });
        showSection(m_section >= 0 ? m_section : study().form().sections.front());
        if (question.isEmpty())
            m_page->focusFirst();
        else
            showQuestion(question);
    });
}

void EntryScreen::showSection(int section)
{
    if (!m_session || section < 0) return;
    m_page->commit();
    m_section = section;
    m_page->show(*m_session, section, m_shortForm);
    showPassages();
    showPageTitle();
    refreshCounts();
    m_tree->setCurrent(section);
}

void EntryScreen::showPassages()
{
    const questionnaire::Question& group = study().form().questions[static_cast<size_t>(m_section)];
    const bool ofPassage =
        group.scope == questionnaire::Scope::Passage || m_section == study().form().sections.front();
    m_passages->setVisible(ofPassage);
    if (ofPassage) m_passages->list(*m_session);
}

void EntryScreen::showPageTitle()
{
    const questionnaire::Form& form = study().form();
    const questionnaire::Question& group = form.questions[static_cast<size_t>(m_section)];
    m_pageTitle->setText(tr("%1 · %2").arg(m_session->sectionNumber(m_section)).arg(group.label));
    delete m_pageIcon;
    m_pageIcon = nullptr;
    const auto& services = study().model().services();
    for (size_t i = 0; i < services.size(); ++i) {
        const int offer = form.index.value(services[i].offer, -1);
        if (offer < 0 || form.sectionOf(offer) != m_section) continue;
        m_pageIcon = Sign::service(static_cast<int>(i));
        m_pageHead->insertWidget(0, m_pageIcon);
    }
}

void EntryScreen::refreshCounts()
{
    m_tree->show(m_session.get(), m_shortForm);
    if (!m_session || m_section < 0) return;
    const auto count = m_session->count(m_section, m_shortForm);
    const QString filled = count.filled < 2 ? tr("%1 remplie") : tr("%1 remplies");
    const QString hidden = count.hidden < 2 ? tr("%1 masquée") : tr("%1 masquées");
    m_pageCounts->setText(filled.arg(count.filled) + tr(", %1 à faire, ").arg(count.inScope - count.filled) +
                          hidden.arg(count.hidden));
}

void EntryScreen::stepSection(int step)
{
    const auto& sections = study().form().sections;
    auto at = std::find(sections.begin(), sections.end(), m_section) - sections.begin() + step;
    for (; at >= 0 && at < static_cast<qsizetype>(sections.size()); at += step) {
        const auto count = m_session->form().count(sections[static_cast<size_t>(at)], m_shortForm);
        if (count.closed || count.inScope == 0) continue;
        showSection(sections[static_cast<size_t>(at)]);
        return m_page->focusFirst();
    }
}

void EntryScreen::setShortForm(bool shortForm)
{
    m_shortForm = shortForm;
    desk().settings().setValue(shortKey, shortForm);
    showSection(m_section);
}

} // namespace ui
