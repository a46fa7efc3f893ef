#include "ui/choix/trio_card.h"

#include "ui/analyse/ranking_model.h"
#include "ui/choix/marked_bar.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"
#include "ui/widgets/words.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QRadioButton>

namespace ui {
namespace {

QLabel* oneLine(double factor = 1, bool bold = false, const QString& tone = {})
{
    auto* label = new QLabel;
    label->setFont(sized(factor, bold));
    if (!tone.isEmpty()) label->setProperty("tone", tone);
    return label;
}

QLabel* elided(double factor = 1, const QString& tone = {})
{
    auto* label = new ElidedLabel;
    label->setFont(sized(factor));
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    if (!tone.isEmpty()) label->setProperty("tone", tone);
    return label;
}

} // namespace

TrioCard::TrioCard(int number, QWidget* parent)
    : QFrame(parent), m_choice(new QRadioButton(tr("Trio %1").arg(number))), m_tag(small(tr("retenu"), {})),
      m_note(oneLine(1.4, true)), m_parts(elided(0.85, QStringLiteral("muted"))), m_territory(small({}, {})),
      m_publics(elided(0.85, QStringLiteral("muted"))), m_share(oneLine(0.92, true)),
      m_regret(elided(0.88, QStringLiteral("muted"))), m_constraints(small({}, {})),
      m_conditions(new QVBoxLayout), m_bar(new MarkedBar(firmShare)), m_map(new TerritoryMap)
{
    setObjectName(QStringLiteral("trioCard"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(px(200));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(12), px(8), px(12), px(8));
    column->setSpacing(px(3));
    addHead(column);
    addPeople(column);
    addServices(column, *assessment::Model::standard());
    column->addWidget(ruleLine());
    addTerritory(column);
    column->addWidget(ruleLine());
    column->addWidget(groupTitle(tr("Conditions à lever avant signature")));
    m_conditions->setSpacing(px(2));
    column->addLayout(m_conditions);
    column->addStretch(1);
    addDraws(column);
    m_choice->setObjectName(QStringLiteral("trio%1").arg(number));
    m_note->setObjectName(QStringLiteral("trioNote%1").arg(number));
    m_share->setObjectName(QStringLiteral("trioShare%1").arg(number));
}

void TrioCard::addHead(QBoxLayout* column)
{
    m_choice->setFont(sized(1.05, true));
    m_choice->setCursor(Qt::PointingHandCursor);
    m_tag->setProperty("tone", QStringLiteral("tag"));
    m_tag->setWordWrap(false);
    auto* head = new QHBoxLayout;
    head->addWidget(m_choice);
    head->addWidget(m_tag);
    head->addStretch(1);
    head->addWidget(m_note);
    column->addLayout(head);
    column->addWidget(m_parts);
    column->addWidget(ruleLine());
}

void TrioCard::addPeople(QBoxLayout* column)
{
    auto* head = new QHBoxLayout;
    head->addWidget(groupTitle(tr("Organisations")), 1);
    QLabel* score = small(tr("score"));
    score->setWordWrap(false);
    head->addWidget(score);
    column->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    for (int i = 0; i < 3; ++i) {
        Person& person = m_people[static_cast<size_t>(i)];
        person = {elided(), oneLine(), elided(0.85, QStringLiteral("muted"))};
        grid->addWidget(person.name, 2 * i, 0);
        grid->addWidget(person.score, 2 * i, 1, Qt::AlignTrailing);
        grid->addWidget(person.seat, 2 * i + 1, 0);
    }
    column->addLayout(grid);
    column->addWidget(ruleLine());
}

void TrioCard::addServices(QBoxLayout* column, const assessment::Model& model)
{
    column->addWidget(groupTitle(tr("Services couverts")));
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(px(3));
    grid->setHorizontalSpacing(px(5));
    grid->setColumnStretch(4, 1);
    for (int s = 0; s < static_cast<int>(model.services().size()); ++s) {
        ServiceRow& row = m_services[static_cast<size_t>(s)];
        row = {new ShareBar, oneLine(0.92), elided(0.85, QStringLiteral("muted"))};
        row.bar->setFixedWidth(px(24));
        QLabel* name = oneLine(0.92);
        name->setText(shortService(s));
        grid->addWidget(Sign::service(s), s, 0);
        grid->addWidget(name, s, 1);
        grid->addWidget(row.bar, s, 2);
        grid->addWidget(row.score, s, 3, Qt::AlignTrailing);
        grid->addWidget(row.who, s, 4);
    }
    column->addLayout(grid);
}

void TrioCard::addTerritory(QBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(m_map);
    row->addWidget(m_territory, 1);
    column->addLayout(row);
    column->addWidget(m_publics);
}

void TrioCard::addDraws(QBoxLayout* column)
{
    column->addWidget(ruleLine());
    auto* line = new QHBoxLayout;
    QLabel* first = oneLine(0.92);
    first->setText(tr("Premier dans"));
    line->addWidget(first);
    line->addStretch(1);
    line->addWidget(m_share);
    column->addLayout(line);
    column->addWidget(m_bar);
    column->addWidget(m_regret);
    m_constraints->setWordWrap(false);
    m_constraints->setTextFormat(Qt::PlainText);
    column->addWidget(m_constraints);
}

void TrioCard::show(const Facts& facts)
{
    const assessment::Trio& trio = *facts.trio;
    m_actors = trio.actors;
    m_tag->setVisible(facts.proposed);
    m_note->setText(scoreText(trio.note));
    m_parts->setText(tr("niveau %1 · couverture %2 · territoire %3")
                         .arg(scoreText(trio.mean), scoreText(trio.coverage), scoreText(trio.territory)));
    m_choice->setAccessibleName(
        tr("%1, note %2 : %3").arg(m_choice->text(), m_note->text(), facts.book->names(m_actors)));
    showPeople(facts);
    for (size_t s = 0; s < m_services.size(); ++s) {
        m_services[s].bar->setShare(trio.bestScore[s] / 100);
        m_services[s].score->setText(scoreText(trio.bestScore[s]));
        const QString who = trio.bestActor[s];
        m_services[s].who->setText(who.isEmpty() ? tr("non couvert") : facts.book->shortName(who));
    }
    const int held = regionsHeld(trio, facts.regions);
    m_territory->setText(
        tr("<b>Territoire</b><br><b>%1 sur %2</b><br>régions prioritaires<br>schéma de principe")
            .arg(held)
            .arg(facts.regions));
    m_map->show(facts.territory, tr("Territoire : %1 sur %2 régions prioritaires. En pointillé : celles où "
                                    "aucune des trois n’est présente.")
                                     .arg(held)
                                     .arg(facts.regions));
    m_publics->setText(facts.publics.isEmpty() ? tr("Publics : non connus")
                                               : tr("Publics : %1").arg(facts.publics));
    m_publics->setToolTip(m_publics->text());
    showConditions(facts);
    showConstraints(trio);
}

void TrioCard::showPeople(const Facts& facts)
{
    for (size_t i = 0; i < m_people.size(); ++i) {
        const QString& id = m_actors[i];
        const auto* actor = facts.book->actor(id);
        m_people[i].name->setText(facts.book->name(id));
        m_seats[i] = facts.book->seat(id);
        m_people[i].seat->setText(m_seats[i]);
        const auto score = actor ? (*facts.score)(actor->assessment).central : std::nullopt;
        m_people[i].score->setText(score ? scoreText(*score) : tr("inconnu"));
    }
}

void TrioCard::showConditions(const Facts& facts)
{
    clear(m_conditions);
    for (const QString& id : m_actors) {
        const auto* actor = facts.book->actor(id);
        if (!actor) continue;
        for (const assessment::Veto& veto : actor->assessment.vetoes) {
            if (veto.effect == assessment::VetoEffect::Suspensive) continue;
            const bool blocking = veto.effect == assessment::VetoEffect::Blocking;
            auto* row = new QHBoxLayout;
            row->addWidget(Sign::rule(blocking ? Rule::Blocking : Rule::Liftable), 0, Qt::AlignTop);
            QLabel* words = small(QStringLiteral("<b>%1</b> – %2 : %3")
                                      .arg(facts.book->shortName(id).toHtmlEscaped(), veto.code,
                                           facts.model->vetoLabel(veto.code).toHtmlEscaped()),
                                  {});
            words->setToolTip(workflow::messages::vetoReason(veto.reason));
            row->addWidget(words, 1);
            m_conditions->addLayout(row);
        }
    }
    if (m_conditions->count() == 0) m_conditions->addWidget(small(tr("aucune")));
}

void TrioCard::showConstraints(const assessment::Trio& trio)
{
    QStringList marks, tips;
    for (const assessment::Constraint& constraint : trio.constraints) {
        marks << (constraint.met ? QStringLiteral("✓ ") : QStringLiteral("✗ ")) + constraint.code;
        tips << tr("%1 %2 : %3")
                    .arg(constraint.code, workflow::messages::criterionWord(constraint.code),
                         !constraint.met               ? tr("non tenue")
                         : constraint.waiver.isEmpty() ? tr("tenue")
                                                       : tr("motif de l’OIM – %1").arg(constraint.waiver));
    }
    m_constraints->setText(marks.join(QStringLiteral("  ")) + QStringLiteral("  ") +
                           (trio.allMet() ? tr("tenues") : tr("non tenues")));
    m_constraints->setToolTip(tips.join(u'\n'));
    restyle(m_constraints, "tone", trio.allMet() ? QStringLiteral("good") : QStringLiteral("warning"));
}

void TrioCard::showDraws(const assessment::Robustness* found)
{
    for (size_t i = 0; i < m_people.size(); ++i) {
        QStringList words{m_seats[i]};
        if (found) {
            const auto core = found->coreIndex.find(m_actors[i]);
            words << tr("noyau %1").arg(shareText(core == found->coreIndex.end() ? 0 : core->second));
        }
        words.removeAll(QString());
        m_people[i].seat->setText(words.join(QStringLiteral(" · ")));
        m_people[i].seat->setToolTip(m_people[i].seat->text() +
                                     tr("\nNoyau : part des tirages dont le meilleur trio compte "
                                        "cette organisation."));
    }
    if (!found) {
        m_share->setText(tr("tirages en cours…"));
        m_regret->setText({});
        return m_bar->setShare(0);
    }
    const auto* draws = robustnessOf(*found, m_actors);
    m_share->setText(tr("%1 des tirages").arg(shareText(draws ? draws->optimal : 0)));
    m_bar->setShare(draws ? draws->optimal : 0);
    m_regret->setText(draws ? tr("Regret moyen %1 · maximal %2")
                                  .arg(scoreText(draws->meanRegret), scoreText(draws->maximumRegret))
                            : tr("Jamais premier : regret non calculé"));
}

void TrioCard::setCurrent(bool current)
{
    m_choice->setChecked(current);
    restyle(this, "current", current);
}

void TrioCard::mousePressEvent(QMouseEvent* event)
{
    m_choice->click();
    event->accept();
}

} // namespace ui
