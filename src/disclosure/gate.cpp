#include "disclosure/gate.h"

#include "base/text.h"
#include "disclosure/actor_filter.h"
#include "disclosure/rules.h"
#include "disclosure/tables.h"

#include <algorithm>
#include <tuple>

namespace disclosure {

struct View::Private
{
    std::shared_ptr<const StudyData> data;
    Audience audience;
    mutable std::vector<Withheld> account;
    ActorFilter filter;
    std::vector<const ActorData*> population; ///< whom this audience's counts are about
    std::vector<ActorView> actors;
    QHash<QString, size_t> index;
    std::vector<assessment::RankLine> ranking;
    std::array<std::vector<assessment::RankLine>, 4> serviceRankings;
    assessment::TrioSearch trios;
    mutable Tables tables;

    Private(std::shared_ptr<const StudyData> study, Audience who)
        : data(std::move(study)), audience(who), filter(*data, who, account),
          tables(who != Audience::Working, account)
    {
    }

    bool seesScores() const
    {
        return data->info.modelLocked && audience != Audience::Wide && audience != Audience::Organisation;
    }

    void gatherActors(const QString& organisation);
    void sortActors();
    void rank();
    std::vector<assessment::RankLine> rankShown(const QString& service) const;
};

void View::Private::gatherActors(const QString& organisation)
{
    for (const ActorData& actor : data->actors) {
        if (audience == Audience::Organisation && actor.id != organisation) continue;
        population.push_back(&actor);
        actors.push_back(filter.reduce(actor));
    }
    sortActors();
    for (size_t i = 0; i < actors.size(); ++i)
        index.insert(actors[i].id, i);
}

/// Category in the order of the instrument, region in the order of the division, then name.
void View::Private::sortActors()
{
    QHash<QString, int> categoryOrder, regionOrder;
    const questionnaire::Question* category = data->form->question(QStringLiteral("id_categorie"));
    if (const questionnaire::ChoiceList* list = category ? data->form->listOf(*category) : nullptr)
        for (const questionnaire::Choice& choice : list->choices)
            categoryOrder.insert(choice.name, static_cast<int>(categoryOrder.size()));
    for (const cartography::Region& region : data->divisions->regions(data->info.division))
        regionOrder.insert(region.code, static_cast<int>(regionOrder.size()));
    const bool by1997 = data->info.division == cartography::Division::Regions1997;
    struct Key
    {
        int category, region;
        QString name, id;
        size_t at;
        bool operator<(const Key& other) const
        {
            return std::tie(category, region, name, id) <
                   std::tie(other.category, other.region, other.name, other.id);
        }
    };
    std::vector<Key> keys;
    for (size_t i = 0; i < actors.size(); ++i) {
        const ActorView& a = actors[i];
        const QString region = by1997 ? a.region1997 : a.region2015;
        keys.push_back({categoryOrder.value(a.category, 1000), regionOrder.value(region, 1000),
                        base::fold(a.nameFr), a.id, i});
    }
    std::sort(keys.begin(), keys.end());
    std::vector<ActorView> sorted;
    sorted.reserve(actors.size());
    for (const Key& key : keys)
        sorted.push_back(std::move(actors[key.at]));
    actors = std::move(sorted);
}

/// Ranks among the organisations whose score is told; the others follow by name with nothing beside them.
std::vector<assessment::RankLine> View::Private::rankShown(const QString& service) const
{
    std::vector<assessment::RankInput> shown;
    std::vector<std::pair<QString, QString>> withheld;
    for (const ActorData& actor : data->actors) {
        if (actor.assessment.institution) continue;
        const QString name = actor.inScope.at(QStringLiteral("id_nom_fr")).value;
        if (filter.showsScores(actor)) {
            shown.push_back({actor.id, name, &actor.assessment});
        } else {
            withheld.emplace_back(base::fold(name), actor.id);
        }
    }
    std::vector<assessment::RankLine> lines = assessment::rank(shown, service);
    std::sort(withheld.begin(), withheld.end());
    for (const auto& [name, id] : withheld)
        lines.push_back({id, {}, std::nullopt, 0});
    return lines;
}

void View::Private::rank()
{
    if (!seesScores()) return;
    const bool all = audience == Audience::Working;
    ranking = all ? data->ranking : rankShown({});
    for (size_t s = 0; s < serviceRankings.size(); ++s)
        serviceRankings[s] = all ? data->serviceRankings[s] : rankShown(u'D' + QString::number(s + 1));
    trios = data->trios;
    for (const assessment::RankLine& line : ranking) {
        const auto found = index.constFind(line.id);
        if (found != index.constEnd()) actors[*found].rank = line.rank;
    }
}

View::View(std::shared_ptr<const StudyData> data, Audience audience, QString organisation)
    : d(std::make_unique<Private>(std::move(data), audience))
{
    d->gatherActors(organisation);
    d->rank();
}

View::~View() = default;

Audience View::audience() const
{
    return d->audience;
}

const StudyInfo& View::info() const
{
    return d->data->info;
}

const questionnaire::Form& View::form() const
{
    return *d->data->form;
}

const assessment::Model& View::model() const
{
    return *d->data->model;
}

const cartography::Divisions& View::divisions() const
{
    return *d->data->divisions;
}

const std::vector<ActorView>& View::actors() const
{
    return d->actors;
}

const ActorView* View::actor(const QString& id) const
{
    const auto found = d->index.constFind(id);
    return found == d->index.constEnd() ? nullptr : &d->actors[*found];
}

bool View::mayShow(const questionnaire::Question& question) const
{
    return d->filter.mayShow(question);
}

std::vector<Tabulation> View::tabulate(const std::vector<TableSpec>& specs) const
{
    return d->tables.tabulate(d->population, specs);
}

Count View::count(const QString& code, const std::function<bool(const ActorData&)>& predicate,
                  bool sensitive) const
{
    return d->tables.count(d->population, code, predicate, sensitive);
}

std::vector<View::Spread> View::spread(const QString& node, const Classify& groups,
                                       const QStringList& groupCodes) const
{
    if (!d->seesScores()) return {};
    return d->tables.spread(d->population, node, groups, groupCodes);
}

const std::vector<assessment::RankLine>& View::ranking() const
{
    return d->ranking;
}

const std::vector<assessment::RankLine>& View::serviceRanking(int service) const
{
    return d->serviceRankings.at(static_cast<size_t>(service));
}

const assessment::TrioSearch& View::trios() const
{
    return d->trios;
}

QString View::guidedText(const QString& id) const
{
    if (d->audience == Audience::Organisation) return {};
    return d->filter.cleanGuidedText(d->data->guidedTexts.value(id));
}

QString View::textAbout(const QStringList& actors, const QString& field, const QString& text) const
{
    QString clean = d->filter.cleanGuidedText(text);
    for (const ActorData& actor : d->data->actors)
        if (actors.contains(actor.id)) clean = d->filter.cleanTextAbout(actor, clean);
    if (clean != text) d->account.push_back({actors.value(0), field, rule::Shelter});
    return clean;
}

const std::vector<Withheld>& View::account() const
{
    return d->account;
}

} // namespace disclosure
