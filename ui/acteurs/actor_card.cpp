#include "ui/acteurs/actor_card.h"

#include "ui/conflits/conflict_watch.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"
#include "workflow/removal.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {

ActorCard::ActorCard(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolledColumn(m_content, tr("Fiche")));
    show({});
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.records.contains(m_record) || changes.deleted.contains(m_record)) show(m_record);
    });
}

void ActorCard::show(const QString& record)
{
    m_record = record;
    clear(m_content);
    m_removal = nullptr;
    const auto actor = record.isEmpty() ? std::nullopt : m_desk.study().dossier().record(record);
    if (actor)
        fill(*actor);
    else
        m_content->addWidget(
            text(tr("Choisissez un acteur dans la liste : sa fiche paraît ici."), QStringLiteral("muted")));
    m_content->addStretch();
}

void ActorCard::fill(const dossier::RecordSummary& actor)
{
    addHead(actor);
    m_content->addWidget(ruleLine());
    addServices(actor);
    m_content->addWidget(ruleLine());
    addIdentity(workflow::actorData(m_desk.study(), actor.id));
    m_content->addWidget(ruleLine());
    addCompleteness(actor);
    addActions();
}

void ActorCard::addActions()
{
    m_content->addSpacing(px(8));
    if (m_desk.conflicts().countOf(m_record) > 0) {
        QPushButton* choose = link(tr("Un choix est attendu : voir les conflits"));
        connect(choose, &QPushButton::clicked, this, [this] { Q_EMIT conflictAsked(m_record); });
        m_content->addWidget(choose);
    }
    auto* row = new QHBoxLayout;
    QPushButton* open = button(tr("Ouvrir la saisie"), QStringLiteral("primary"));
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_record); });
    row->addWidget(open);
    QPushButton* erase = button(tr("Supprimer…"));
    erase->setEnabled(!m_desk.study().dossier().isReadOnly());
    connect(erase, &QPushButton::clicked, this, &ActorCard::askRemoval);
    row->addWidget(erase);
    row->addStretch();
    m_content->addLayout(row);
}

void ActorCard::askRemoval()
{
    const auto actor = m_desk.study().dossier().record(m_record);
    if (!actor || m_removal) return;
    m_removal = new QWidget;
    auto* column = new QVBoxLayout(m_removal);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(text(tr("Supprimer « %1 » et toutes ses réponses de l’étude ? Ctrl+Z la rétablit ; "
                              "l’historique et les états figés la gardent.")
                               .arg(actor->nameFr),
                           QStringLiteral("alert")));
    auto* row = new QHBoxLayout;
    QPushButton* go = button(tr("Supprimer la fiche"));
    QPushButton* stop = button(tr("Garder"));
    row->addWidget(go);
    row->addWidget(stop);
    row->addStretch();
    column->addLayout(row);
    m_content->insertWidget(m_content->count() - 1, m_removal);
    connect(go, &QPushButton::clicked, this, &ActorCard::remove);
    connect(stop, &QPushButton::clicked, this, [this] { show(m_record); });
    stop->setFocus();
    // Once the column has grown by it.
    QTimer::singleShot(50, m_removal, [this, asked = m_removal] {
        if (auto* area = findChild<QScrollArea*>()) area->ensureWidgetVisible(asked, 0, px(16));
    });
}

void ActorCard::remove()
{
    const auto actor = m_desk.study().dossier().record(m_record);
    if (!actor) return;
    m_desk.write([record = m_record](workflow::Study& study) { return workflow::removeActor(study, record); },
                 this, {}, tr("suppression de %1").arg(actor->nameFr));
}

void ActorCard::addHead(const dossier::RecordSummary& actor)
{
    m_content->addWidget(heading(actor.nameFr, 1.05));
    if (!actor.nameAr.isEmpty()) {
        QLabel* arabic = text(actor.nameAr);
        arabic->setLayoutDirection(Qt::RightToLeft);
        arabic->setAlignment(Qt::AlignRight | Qt::AlignAbsolute);
        arabic->setFont(sized(1.05));
        m_content->addWidget(arabic);
    }
    auto* tags = new QHBoxLayout;
    tags->setSpacing(px(6));
    if (!actor.category.isEmpty()) {
        QWidget* category = chip(shortCategory(actor.category, actor.category));
        if (const questionnaire::Question* question =
                m_desk.study().form().question(QStringLiteral("id_categorie")))
            category->setToolTip(m_desk.study().form().display(*question, actor.category));
        tags->addWidget(category);
    }
    tags->addWidget(chip(tr("nº %1").arg(actor.number, 3, 10, QLatin1Char('0'))));
    if (!actor.statusCode.isEmpty())
        tags->addWidget(
            chip(workflow::messages::statusWord(actor.statusCode), Sign::status(actor.statusCode)));
    tags->addStretch();
    m_content->addLayout(tags);
}

void ActorCard::addServices(const dossier::RecordSummary& actor)
{
    m_content->addWidget(groupTitle(tr("Services")));
    for (int s = 0; s < assessment::ServiceCount; ++s) {
        const auto at = static_cast<size_t>(s);
        auto* row = new QHBoxLayout;
        row->addWidget(Sign::service(s));
        QLabel* word = text(assessment::serviceLetters()[at] + QStringLiteral(" · ") +
                            workflow::messages::serviceWord(assessment::serviceCodes()[at]));
        word->setWordWrap(false);
        row->addWidget(word, 1);
        QLabel* offer = small(workflow::messages::offerWord(actor.offers[at]));
        offer->setWordWrap(false);
        row->addWidget(offer);
        m_content->addLayout(row);
    }
}

void ActorCard::addFact(QGridLayout* grid, const disclosure::ActorData& assessed, const QString& title,
                        const QString& name)
{
    const questionnaire::Question* question = m_desk.study().form().question(name);
    if (!question) return;
    const questionnaire::Answer& answer = assessed.inScope.at(name);
    const bool known = answer.isKnown();
    const QString words = known ? m_desk.study().form().display(*question, answer.value)
                                : workflow::messages::stateWord(questionnaire::stateCode(answer.state));
    const int row = grid->rowCount();
    grid->addWidget(small(title), row, 0, Qt::AlignTop);
    grid->addWidget(small(words, known ? QString() : QStringLiteral("muted")), row, 1);
    int level = -1;
    for (const QString& code : question->indicators)
        if (const auto found = assessed.assessment.indicators.find(code);
            found != assessed.assessment.indicators.end())
            level = qMax(level, found->second.evidence);
    if (known && level >= 0) grid->addWidget(new EvidenceDots(level), row, 2, Qt::AlignTop);
}

void ActorCard::addIdentity(const disclosure::ActorData& assessed)
{
    auto* head = new QHBoxLayout;
    head->addWidget(groupTitle(tr("Identité")), 1);
    head->addWidget(small(tr("preuve")));
    m_content->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(8));
    grid->setVerticalSpacing(px(6));
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, px(60));
    addFact(grid, assessed, tr("Sigle"), QStringLiteral("id_sigle"));
    addFact(grid, assessed, tr("Statut"), QStringLiteral("id_statut"));
    addFact(grid, assessed, tr("Récépissé"), QStringLiteral("id_recepisse"));
    addFact(grid, assessed, tr("Création"), QStringLiteral("id_annee_creation"));
    addFact(grid, assessed, tr("Siège"), QStringLiteral("id_province"));
    addFact(grid, assessed, tr("Équipe"), QStringLiteral("rh_salaries"));
    addFact(grid, assessed, tr("Publics"), QStringLiteral("pub_groupes"));
    m_content->addLayout(grid);
    for (auto fact = assessed.facts.cbegin(); fact != assessed.facts.cend(); ++fact)
        m_content->addWidget(small(tr("%1, selon la source : %2").arg(fact.key(), fact.value())));
}

void ActorCard::addCompleteness(const dossier::RecordSummary& actor)
{
    m_content->addWidget(groupTitle(tr("Complétude")));
    auto* row = new QHBoxLayout;
    row->addWidget(new ShareBar(actor.completeness), 1);
    row->addWidget(text(tr("%1 %").arg(qRound(actor.completeness * 100))));
    m_content->addLayout(row);
    if (actor.completeness < 0.7)
        m_content->addWidget(
            small(tr("Sous 70 %, l’organisation n’est pas classée : des questions restent à poser.")));
}

} // namespace ui
