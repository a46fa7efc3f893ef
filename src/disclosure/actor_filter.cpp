#include "disclosure/actor_filter.h"

#include "disclosure/rules.h"

namespace disclosure {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::Question;
using questionnaire::QuestionType;
using questionnaire::Row;
using questionnaire::Sensitivity;

namespace {

bool isYes(const Answers& answers, const QString& consent)
{
    return answers.at(consent).isKnown() && answers.at(consent).value == u"oui";
}

QStringList knownCodes(const Answers& answers, const QString& question)
{
    const Answer& answer = answers.at(question);
    return answer.isKnown() ? answer.codes() : QStringList{};
}

} // namespace

ActorFilter::ActorFilter(const StudyData& data, Audience audience, std::vector<Withheld>& account)
    : m_data(data), m_audience(audience), m_account(account)
{
    if (!everything()) gatherShelterNames();
}

void ActorFilter::gatherShelterNames()
{
    for (const ActorData& actor : m_data.actors) {
        // Sites and addresses are read before relevance: a name kept from an older form is still a name.
        for (const Answers* answers : {&actor.record.actor, &actor.inScope}) {
            if (const std::vector<Row>* sites = answers->rows(field::Sites)) {
                for (const Row& site : *sites)
                    if (site.answers.at(field::SiteType).value == u"abri")
                        m_shelters.addTerm(site.answers.at(field::SiteName).value);
            }
            if (consentsOf(actor).shelterHidden) m_shelters.addTerm(answers->at(field::Address).value);
        }
    }
}

ActorFilter::Consents ActorFilter::consentsOf(const ActorData& actor) const
{
    const Answers& a = actor.inScope;
    Consents consents{};
    consents.shares = isYes(a, QStringLiteral("cons_partage"));
    consents.directory = isYes(a, QStringLiteral("cons_annuaire"));
    consents.province = isYes(a, QStringLiteral("cons_province"));
    // The offer is read even when the record closed its section since: the shelter is still there.
    const auto offersShelter = [](const Answers& answers) {
        return answers.at(QStringLiteral("abr_offre")).value == u"direct";
    };
    consents.shelterHidden =
        !everything() && (offersShelter(a) || offersShelter(actor.record.actor)) && !consents.province;
    return consents;
}

bool ActorFilter::mayShow(const Question& question) const
{
    if (everything()) return true;
    if (question.sensitivity == Sensitivity::Confidential) return false;
    if (m_audience != Audience::Wide) return true;
    return question.sensitivity == Sensitivity::Public || shownDespiteSensitivity(question.name);
}

QString ActorFilter::ruleAgainst(const Question& question, const Consents& consents) const
{
    if (everything()) return {};
    if (question.sensitivity == Sensitivity::Confidential) return rule::Confidential;
    if (question.sensitivity == Sensitivity::Public || m_audience == Audience::Organisation) return {};
    if (question.name == field::LinkType || question.name == field::Date) return {};
    if (question.name == field::PossibleServices && consents.directory) return {};
    if (m_audience != Audience::Wide) return consents.shares ? QString() : rule::Sharing;
    return question.name == field::PossibleServices ? rule::Directory : rule::Restricted;
}

ActorView ActorFilter::reduce(const ActorData& actor) const
{
    Work work{actor, consentsOf(actor), {}};
    filterCells(work);
    filterRepeats(work);
    identify(work);
    if (work.consents.shelterHidden) hideShelterPlaces(work);
    hideTrafficking(work);
    maskPersons(work);
    coarsenDate(work);
    filterFacts(work);
    cleanTexts(work);
    filterConclusions(work);
    filterAssessment(work);
    return std::move(work.view);
}

void ActorFilter::identify(Work& work) const
{
    ActorView& view = work.view;
    const Answers& a = work.actor.inScope;
    view.id = work.actor.id;
    view.number = work.actor.number;
    view.nameFr = a.at(QStringLiteral("id_nom_fr")).value;
    view.nameAr = a.at(QStringLiteral("id_nom_ar")).value;
    view.acronym = a.at(QStringLiteral("id_sigle")).value;
    view.category = a.at(QStringLiteral("id_categorie")).value;
    view.institution = view.category == u"public";
    view.province = a.at(field::Province).isKnown() ? a.at(field::Province).value : QString();
    view.region1997 = m_data.divisions->regionOf(view.province, cartography::Division::Regions1997);
    view.region2015 = m_data.divisions->regionOf(view.province, cartography::Division::Regions2015);
    for (size_t s = 0; s < view.offers.size(); ++s) {
        const Answer& offer = a.at(offerQuestions()[s]);
        if (offer.isKnown()) view.offers[s] = offer.value;
    }
    view.sharesAnswers = work.consents.shares;
    view.sources = work.actor.sources;
}

void ActorFilter::filterCells(Work& work) const
{
    const auto& cells = work.actor.inScope.cells();
    for (const Question& question : m_data.form->questions) {
        const auto cell = cells.constFind(question.name);
        if (cell == cells.constEnd()) continue;
        const QString against = ruleAgainst(question, work.consents);
        if (against.isEmpty()) {
            work.view.answers.set(question.name, *cell);
        } else if (cell->isKnown()) {
            note(work, question.name, against);
        }
    }
}

void ActorFilter::filterRepeats(Work& work) const
{
    const auto& repeats = work.actor.inScope.repeats();
    QStringList names = repeats.keys();
    names.sort();
    for (const QString& repeat : names) {
        // Respondents belong to their passage and to the annexes, never to an actor's card.
        if (!everything() && repeat == u"rg_repondants") continue;
        std::vector<Row> kept;
        for (const Row& row : repeats[repeat]) {
            Row to{row.uid, {}};
            filterRow(work, repeat, row, to);
            if (repeat == u"rg_liens" || !to.answers.cells().isEmpty()) kept.push_back(std::move(to));
        }
        if (!kept.empty() || repeats[repeat].empty()) work.view.answers.rowsOf(repeat) = std::move(kept);
    }
}

void ActorFilter::filterRow(Work& work, const QString& repeat, const Row& from, Row& to) const
{
    const bool site = repeat == field::Sites && !everything();
    const bool shelter = site && from.answers.at(field::SiteType).value == u"abri";
    if (site && work.consents.shelterHidden) {
        note(work, field::Sites, rule::Shelter);
        return;
    }
    QStringList names = from.answers.cells().keys();
    names.sort();
    for (const QString& name : names) {
        const Question* question = m_data.form->question(name);
        if (!question && !everything()) continue;
        QString against = question ? ruleAgainst(*question, work.consents) : QString();
        const bool province = name == field::SiteProvince && work.consents.province;
        if (against.isEmpty() && shelter && name != field::SiteType && !province) against = rule::Shelter;
        if (against.isEmpty()) {
            to.answers.set(name, from.answers.at(name));
        } else if (from.answers.at(name).isKnown()) {
            note(work, name, against);
        }
    }
    if (repeat == u"rg_programmes") hideProgrammePlaces(work, from, to);
}

void ActorFilter::hideProgrammePlaces(Work& work, const Row& from, Row& to) const
{
    const bool shelter = knownCodes(from.answers, QStringLiteral("prg_services")).contains(u"abri");
    const bool hidden =
        !everything() && (work.consents.shelterHidden || (shelter && !work.consents.province));
    if (!hidden || !to.answers.contains(field::ProgrammeProvinces)) return;
    const QStringList provinces = knownCodes(from.answers, field::ProgrammeProvinces);
    to.answers.remove(field::ProgrammeProvinces);
    to.answers.set(ProgrammeRegions, Answer::of(regionsOf(provinces).join(u' ')));
    note(work, field::ProgrammeProvinces, rule::Shelter);
}

QStringList ActorFilter::regionsOf(const QStringList& provinces) const
{
    QStringList regions;
    for (const cartography::Region& region : m_data.divisions->regions(m_data.info.division)) {
        const bool covered = std::any_of(provinces.begin(), provinces.end(), [&](const QString& province) {
            return m_data.divisions->regionOf(province, m_data.info.division) == region.code;
        });
        if (covered) regions << region.code;
    }
    return regions;
}

void ActorFilter::note(const Work& work, const QString& field, const QString& rule) const
{
    m_account.push_back({work.actor.id, field, rule});
}

} // namespace disclosure
