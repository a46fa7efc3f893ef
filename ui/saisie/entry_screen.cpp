#include "ui/saisie/entry_screen.h"

#include "ui/conflits/conflict_watch.h"
#include "ui/historique/history_panel.h"
#include "ui/historique/undo_button.h"
#include "ui/saisie/number_field.h"
#include "ui/saisie/passage_bar.h"
#include "ui/saisie/question_panel.h"
#include "ui/saisie/score_strip.h"
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
const QString questionKey = QStringLiteral("saisie/question");

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
    : Screen(desk, tr("Saisie"), parent),
      m_shortForm(desk.settings().value(QStringLiteral("saisie/court")).toBool()), m_actors(new QComboBox),
      m_arabic(new ElidedLabel), m_pageTitle(new ElidedLabel), m_pageCounts(new QLabel),
      m_number(new NumberField([this](const QString& typed) { return questionCalled(*m_session, typed); })),
      m_passages(new PassageBar), m_short(segment(tr("Formulaire court"))), m_full(segment(tr("Complet"))),
      m_undo(new UndoButton(false)), m_score(new ScoreStrip(desk)), m_tree(new SectionTree),
      m_page(new SectionPage), m_panel(new QuestionPanel(desk, panel())), m_countTimer(delayed(this, 30)),
      m_evidenceTimer(delayed(this, 150)), m_placeTimer(delayed(this, 1000))
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
    addInterview();
    column->addWidget(m_codeRow);
    column->addWidget(m_page, 1);
    column->addWidget(m_score);
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
    connect(m_page, &SectionPage::currentChanged, this, [this](const QString& question) {
        m_panel->show(m_session.get(), question);
        m_place = question;
        m_placeTimer->start();
    });
    connect(m_placeTimer, &QTimer::timeout, this, &EntryScreen::rememberPlace);
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

void EntryScreen::rememberPlace()
{
    m_placeTimer->stop();
    if (m_interview) return; // it remembers its own, and the page under it may have moved
    desk().settings().setValue(questionKey, m_place);
}

void EntryScreen::connectDesk()
{
    connect(&desk().conflicts(), &ConflictWatch::changed, m_page, &SectionPage::refreshConflicts);
    connect(&desk(), &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.study) followVersion();
    });
    connect(m_countTimer, &QTimer::timeout, this, &EntryScreen::refreshCounts);
    connect(m_evidenceTimer, &QTimer::timeout, this, [this] {
        if (m_session) m_session->assessAgain();
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

void EntryScreen::activate()
{
    if (m_session) return;
    const QString last = desk().settings().value(recordKey).toString();
    if (!study().dossier().record(last)) return;
    openRecord(last, desk().settings().value(questionKey).toString());
}

void EntryScreen::leave()
{
    if (m_interview) m_interview->commit();
    m_page->commit();
    m_panel->commit();
    // Now, not when the screen is destroyed: the study and its desk are closed before.
    if (m_placeTimer->isActive()) rememberPlace();
}

void EntryScreen::open(const Target& target)
{
    if (target.question.startsWith(u"imprimer ")) return printBlank(target.question.endsWith(u"court"));
    if (!target.record.isEmpty())
        openRecord(target.record, target.question);
    else
        showQuestion(target.question);
}

Target EntryScreen::place() const
{
    const QString record = m_session ? m_session->record() : QString();
    if (m_interview) return {QStringLiteral("saisie"), record, m_interview->question()};
    return {QStringLiteral("saisie"), record,
            m_page->current() ? m_page->current()->question().name : QString()};
}

void EntryScreen::openRecord(const QString& record, const QString& question)
{
    leave();
    if (m_session && m_session->record() == record) return showQuestion(question);
    if (m_interview) m_interview->hide();
    delete m_interview;
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
    showActorName();
    m_actorName = actor ? actor->nameFr : QString();
    m_score->watch(actor ? record : QString());
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
        connect(m_session.get(), &EntrySession::assessmentChanged, this, [this] {
            m_page->refreshEvidence();
            m_panel->refresh();
        });
        connect(m_session.get(), &EntrySession::passagesChanged, this, [this] { showSection(m_section); });
        // The record before may have been on another version of the questionnaire.
        const auto& sections = m_session->form().form().sections;
        const bool known = std::find(sections.begin(), sections.end(), m_section) != sections.end();
        showSection(known ? m_section : sections.front());
        if (question.isEmpty())
            m_page->focusFirst();
        else
            showQuestion(question);
        if (m_session->lock().isRunning(record)) startInterview(question);
    });
}

void EntryScreen::followVersion()
{
    if (!m_session || study().formOf(m_session->record()).get() == &m_session->form().form()) return;
    const QString record = m_session->record();
    m_page->clearPage();
    m_panel->show(nullptr, {});
    m_session.reset();
    openRecord(record, {});
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

} // namespace ui
