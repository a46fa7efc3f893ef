#include "ui/historique/undo_button.h"
#include "ui/saisie/entry_screen.h"
#include "ui/saisie/number_field.h"
#include "ui/saisie/passage_bar.h"
#include "ui/saisie/section_tree.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

/// What stands over the questions of the entry screen: its header, the head of a section, the page without an
/// actor.
namespace ui {

void EntryScreen::buildHeader()
{
    m_actors->setEditable(true);
    m_actors->setInsertPolicy(QComboBox::NoInsert);
    m_actors->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_actors->setMinimumWidth(px(200));
    m_actors->setMaximumWidth(px(360));
    m_actors->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_actors->setAccessibleName(tr("Acteur"));
    m_actors->lineEdit()->setPlaceholderText(tr("Choisir un acteur"));
    m_actors->completer()->setFilterMode(Qt::MatchContains);
    m_actors->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_arabic->setProperty("tone", QStringLiteral("muted"));
    m_arabic->setLayoutDirection(Qt::RightToLeft);
    QWidget* forms = segments({m_short, m_full});
    (m_shortForm ? m_short : m_full)->setChecked(true);
    m_short->setToolTip(tr("F9 passe d’un formulaire à l’autre"));
    m_full->setToolTip(m_short->toolTip());
    headerLayout()->addWidget(m_actors, 2);
    headerLayout()->addWidget(m_arabic);
    headerLayout()->addStretch(1);
    headerLayout()->addWidget(forms);
    QPushButton* interview = button(tr("Mode entretien"));
    interview->setToolTip(tr("F11 : une question par écran, sans note ni preuve"));
    connect(interview, &QPushButton::clicked, this, &EntryScreen::askInterview);
    headerLayout()->addWidget(interview);
    headerLayout()->addWidget(m_undo);
    connect(m_actors, &QComboBox::activated, this,
            [this](int index) { openRecord(m_actors->itemData(index).toString()); });
    connect(m_actors->lineEdit(), &QLineEdit::editingFinished, this, &EntryScreen::showActorName);
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
    QPushButton* add = link(tr("Ajouter un acteur (Ctrl+N)"));
    layout->addWidget(add, 0, Qt::AlignCenter);
    layout->addStretch();
    connect(choose, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, {}});
    });
    connect(add, &QPushButton::clicked, this, [this] {
        Q_EMIT goTo({QStringLiteral("acteurs"), {}, QStringLiteral("ajouter")});
    });
    return page;
}

void EntryScreen::listActors()
{
    const QString record = m_session ? m_session->record() : QString();
    const QSignalBlocker quiet(m_actors);
    m_actors->clear();
    for (const dossier::RecordSummary& actor : study().dossier().records())
        m_actors->addItem(actor.nameFr, actor.id);
    m_actors->setCurrentIndex(m_actors->findData(record));
    showActorName();
}

/// A field shows the end of what it is given: a name too long for it is read from its first letter.
void EntryScreen::showActorName()
{
    m_actors->lineEdit()->setCursorPosition(0);
    m_actors->setToolTip(m_actors->currentText());
}

void EntryScreen::showPassages()
{
    const questionnaire::Question& group = m_session->form().form().questions[static_cast<size_t>(m_section)];
    const bool ofPassage = group.scope == questionnaire::Scope::Passage ||
                           m_section == m_session->form().form().sections.front();
    m_passages->setVisible(ofPassage);
    if (ofPassage) m_passages->list(*m_session);
}

void EntryScreen::showPageTitle()
{
    const questionnaire::Form& form = m_session->form().form();
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

void EntryScreen::setShortForm(bool shortForm)
{
    const QString current = m_page->current() ? m_page->current()->question().name : QString();
    m_shortForm = shortForm;
    (shortForm ? m_short : m_full)->setChecked(true);
    desk().settings().setValue(QStringLiteral("saisie/court"), shortForm);
    if (!m_session) return;
    showSection(m_section);
    if (m_page->card(current))
        m_page->focusQuestion(current);
    else
        m_page->focusFirst();
}

} // namespace ui
