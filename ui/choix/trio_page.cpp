#include "ui/choix/trio_page.h"

#include "ui/choix/trio_table.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {
namespace {

/// Where organisations are present among the regions of the study.
class Territory
{
public:
    explicit Territory(const workflow::Study& study) : m_setup(study.selectionSetup())
    {
        const cartography::Division division = study.info().division;
        m_map.kind = division == cartography::Division::Regions2015 ? QStringLiteral("region2015")
                                                                    : QStringLiteral("region1997");
        for (const QString& region : m_setup.priorityRegions)
            m_map.priorities << region;
        if (m_map.priorities.isEmpty())
            for (const cartography::Region& region : study.divisions().regions(division))
                m_map.priorities << region.code;
    }

    TerritoryMap::Shown of(const Three& three, const ActorBook& book) const
    {
        TerritoryMap::Shown map = m_map;
        for (const QString& id : three)
            if (const auto* actor = book.actor(id))
                for (const QString& region : m_setup.regionsOf(actor->inScope))
                    map.held << region;
        map.held.intersect(map.priorities);
        return map;
    }

private:
    assessment::SelectionSetup m_setup;
    TerritoryMap::Shown m_map;
};

/// Whom the three receive together, in words.
QString publicsOf(const questionnaire::Form& form, const Three& three, const ActorBook& book)
{
    const questionnaire::Question* question = form.question(QStringLiteral("pub_sexe_age"));
    QStringList codes, words;
    for (const QString& id : three)
        if (const auto* actor = book.actor(id); actor && question) {
            const questionnaire::Answer& answer = actor->inScope.at(question->name);
            if (answer.isKnown()) codes << answer.codes();
        }
    codes.removeDuplicates();
    for (const QString& code : codes)
        words << form.display(*question, code);
    return words.join(QStringLiteral(", "));
}

} // namespace

TrioPage::TrioPage(QWidget* parent)
    : QWidget(parent), m_message(text({}, QStringLiteral("muted"))),
      m_state(text({}, QStringLiteral("alert"))), m_robust(text({})), m_side(small({})),
      m_content(new QWidget), m_views(new QStackedWidget), m_table(new TrioTable)
{
    m_message->setObjectName(QStringLiteral("choiceMessage"));
    m_state->setObjectName(QStringLiteral("choiceState"));
    m_robust->setObjectName(QStringLiteral("robustnessSentence"));
    m_side->setObjectName(QStringLiteral("sideBySide"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setContentsMargins(px(48), px(32), px(48), px(32));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_content, 1);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(px(12), px(10), px(12), px(10));
    column->setSpacing(px(8));
    column->addWidget(m_state);
    m_views->addWidget(buildCards());
    m_views->addWidget(m_table);
    column->addWidget(m_views, 1);
    column->addWidget(buildSentences());
}

QWidget* TrioPage::buildCards()
{
    auto* inside = new QWidget;
    auto* row = new QHBoxLayout(inside);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(10));
    for (size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new TrioCard(static_cast<int>(i) + 1);
        row->addWidget(m_cards[i], 1);
        connect(m_cards[i]->choice(), &QRadioButton::clicked, this, [this, i] {
            choose(i);
            Q_EMIT currentChanged();
        });
    }
    auto* area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(inside);
    return area;
}

QWidget* TrioPage::buildSentences()
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* words = new QVBoxLayout(card);
    words->setContentsMargins(px(12), px(6), px(12), px(6));
    words->setSpacing(px(2));
    words->addWidget(m_robust);
    words->addWidget(m_side);
    return card;
}

void TrioPage::setIntro(QLabel* intro)
{
    static_cast<QBoxLayout*>(m_content->layout())->insertWidget(0, intro);
}

void TrioPage::showAsTable(bool table)
{
    m_views->setCurrentIndex(table ? 1 : 0);
}

void TrioPage::copy() const
{
    copyTable(*m_table, false);
}

void TrioPage::tell(const QString& sentence)
{
    m_trios.clear();
    m_table->setColumnCount(1);
    m_message->setText(typeset(sentence));
    m_message->show();
    m_content->hide();
}

void TrioPage::show(const workflow::Study& study, const Shown& shown)
{
    const std::optional<Three> before = current();
    m_book = ActorBook(shown.data);
    m_trying = shown.trying;
    const assessment::TrioSearch search =
        workflow::findTrios(study, *shown.data, shown.weights, static_cast<int>(m_cards.size()));
    if (search.trios.empty()) return tellTooFew(*shown.data);
    m_trios = search.trios;
    m_message->hide();
    m_content->show();
    showState(search);
    fillCards(study, shown);
    m_table->show(m_trios, m_book, study.model(), shown.weights);
    size_t place = 0;
    for (size_t i = 0; i < m_trios.size(); ++i)
        if (before && sameThree(m_trios[i].actors, *before)) place = i;
    choose(place);
    const QString side = sideBySideSentence(m_trios, study.model(), shown.regions);
    m_side->setText(typeset(side));
    m_side->setVisible(!side.isEmpty());
}

void TrioPage::fillCards(const workflow::Study& study, const Shown& shown)
{
    const assessment::GlobalScore score(study.model(), shown.weights);
    const Territory territory(study);
    for (size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i]->setVisible(i < m_trios.size());
        if (i >= m_trios.size()) continue;
        m_cards[i]->show({&m_trios[i], &m_book, &score, &study.model(), shown.regions,
                          shown.decided && sameThree(*shown.decided, m_trios[i].actors),
                          territory.of(m_trios[i].actors, m_book),
                          publicsOf(study.form(), m_trios[i].actors, m_book)});
    }
}

void TrioPage::tellTooFew(const disclosure::StudyData& slice)
{
    std::map<QString, int> missing;
    int eligible = 0, judged = 0;
    for (const disclosure::ActorData& actor : slice.actors) {
        if (actor.assessment.institution) continue;
        ++judged;
        if (assessment::allMet(actor.eligibility)) ++eligible;
        for (const assessment::Criterion& criterion : actor.eligibility)
            if (!criterion.met) ++missing[criterion.code];
    }
    QStringList reasons;
    for (const auto& [code, count] : missing)
        reasons << (count == 1 ? tr("%1 (%2) : %3 organisation") : tr("%1 (%2) : %3 organisations"))
                       .arg(code, workflow::messages::criterionWord(code), QLocale().toString(count));
    tell((eligible == 0 ? tr("Aucun trio : il faut trois organisations éligibles, et aucune ne l’est sur %1.")
                              .arg(QLocale().toString(judged))
                        : tr("Aucun trio : il faut trois organisations éligibles, il y en a %1 sur %2.")
                              .arg(eligible)
                              .arg(QLocale().toString(judged))) +
         (reasons.isEmpty() ? QString() : tr("\n\nCritères qui manquent :\n") + reasons.join(u'\n')));
}

void TrioPage::showState(const assessment::TrioSearch& search)
{
    m_state->setVisible(!search.anyMeetsConstraints);
    if (search.anyMeetsConstraints) return;
    QString lifts;
    for (const assessment::Constraint& constraint : search.trios.front().constraints)
        if (constraint.code == search.nearestFailing && !constraint.missing.isEmpty()) {
            QStringList words;
            for (const QString& code : constraint.missing)
                words << workflow::messages::serviceWord(code);
            lifts = tr(" Au trio 1 manque : %1.").arg(words.join(tr(", ")));
        }
    m_state->setText(typeset(
        tr("Aucun trio ne tient toutes les contraintes. La plus proche d’être levée : %1, %2.%3")
            .arg(search.nearestFailing, workflow::messages::criterionWord(search.nearestFailing), lifts)));
}

void TrioPage::showDraws(const assessment::Robustness* found, const QString& trouble)
{
    for (size_t i = 0; i < m_trios.size(); ++i)
        m_cards[i]->showDraws(found);
    m_table->showDraws(m_trios, found);
    if (m_trios.empty()) return;
    if (!found) {
        m_robust->setText(trouble.isEmpty() ? tr("Tirages des poids en cours…") : typeset(trouble));
        return restyle(m_robust, "tone", QString());
    }
    const auto* first = robustnessOf(*found, m_trios.front().actors);
    const double share = first ? first->optimal : 0;
    const bool weak = share < firmShare && !m_trying;
    QString words =
        m_trying ? tr("Poids essayés : ce trio 1 est premier dans %1 des tirages autour des poids du modèle.")
                       .arg(shareText(share))
                 : robustnessSentence(share, *found);
    if (weak) words = tr("Avertissement : ") + words + tr(" Sous 60 %, le choix dépend des poids.");
    m_robust->setText(typeset(words));
    restyle(m_robust, "tone", weak ? QStringLiteral("warning") : QString());
}

std::optional<Three> TrioPage::current() const
{
    if (m_current >= m_trios.size()) return std::nullopt;
    return m_trios[m_current].actors;
}

void TrioPage::choose(size_t card)
{
    m_current = card;
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setCurrent(i == card);
}

} // namespace ui
