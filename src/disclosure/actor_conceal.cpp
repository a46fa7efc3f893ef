#include "disclosure/actor_filter.h"
#include "disclosure/rules.h"

namespace disclosure {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::Question;
using questionnaire::QuestionType;
using questionnaire::Row;

namespace {

/// Counts of persons, under which a number from 1 to 4 could point at somebody.
const QStringList& personQuestions()
{
    static const QStringList questions{u"pub_total"_qs,     u"pub_femmes"_qs,    u"pub_etrangers"_qs,
                                       u"med_personnes"_qs, u"psy_personnes"_qs, u"jur_personnes"_qs};
    return questions;
}

bool isSmall(int persons)
{
    return persons >= 1 && persons <= 4;
}

bool isFreeText(const Question* question)
{
    return question && question->type == QuestionType::Text;
}

} // namespace

/// Both divisions together may designate one province: then only the study's own is told.
bool ActorFilter::narrowsRegion(const QString& region1997, const QString& region2015) const
{
    const bool by1997 = m_data.info.division == cartography::Division::Regions1997;
    for (const cartography::Province& province : m_data.divisions->provinces()) {
        const bool in1997 = province.region1997 == region1997, in2015 = province.region2015 == region2015;
        if ((by1997 ? in1997 : in2015) && !(in1997 && in2015)) return true;
    }
    return false;
}

void ActorFilter::hideShelterPlaces(Work& work) const
{
    ActorView& view = work.view;
    view.shelterHidden = true;
    view.province.clear();
    if (narrowsRegion(view.region1997, view.region2015))
        (m_data.info.division == cartography::Division::Regions1997 ? view.region2015 : view.region1997)
            .clear();
    const Answer& provinces = work.actor.inScope.at(field::Provinces);
    if (provinces.isKnown()) view.regionsCovered = regionsOf(provinces.codes());
    for (const QString& question : {field::Province, field::Provinces, field::Address}) {
        if (!view.answers.contains(question)) continue;
        view.answers.remove(question);
        if (work.actor.inScope.at(question).isKnown()) note(work, question, rule::Shelter);
    }
    const QString scale = view.answers.at(field::Scale).value;
    if (scale == u"provinciale" || scale == u"locale") {
        view.answers.set(field::Scale, Answer::of(ScaleAtMostRegion));
        note(work, field::Scale, rule::Shelter);
    }
}

/// The wide print says nothing of help to victims of trafficking without the organisation's agreement.
void ActorFilter::hideTrafficking(Work& work) const
{
    if (m_audience != Audience::Wide || work.consents.directory) return;
    Answers& answers = work.view.answers;
    const auto drop = [&](const QString& question, const QString& code) {
        const Answer answer = answers.at(question);
        QStringList codes = answer.codes();
        if (!answer.isKnown() || codes.removeAll(code) == 0) return;
        codes.isEmpty() ? answers.remove(question) : answers.set(question, Answer::of(codes.join(u' ')));
        note(work, question, rule::Directory);
    };
    drop(QStringLiteral("dom_principal"), QStringLiteral("traite"));
    drop(QStringLiteral("dom_domaines"), QStringLiteral("traite"));
    drop(QStringLiteral("pub_groupes"), QStringLiteral("vdt"));
    if (work.view.institution) return; // its mandate is public law
    for (const Question& question : m_data.form->questions) {
        if (!isFreeText(&question) || question.name.startsWith(u"id_nom")) continue;
        if (!mentionsTrafficking(answers.at(question.name).value)) continue;
        answers.remove(question.name);
        note(work, question.name, rule::Directory);
    }
    if (!answers.rows(QStringLiteral("rg_programmes"))) return;
    std::vector<Row>& programmes = answers.rowsOf(QStringLiteral("rg_programmes"));
    const auto last = std::remove_if(programmes.begin(), programmes.end(), [](const Row& row) {
        return mentionsTrafficking(row.answers.at(QStringLiteral("prg_nom")).value);
    });
    if (last == programmes.end()) return;
    programmes.erase(last, programmes.end());
    note(work, QStringLiteral("prg_nom"), rule::Directory);
}

void ActorFilter::maskPersons(Work& work) const
{
    if (everything() || m_audience == Audience::Organisation) return;
    Answers& answers = work.view.answers;
    const Answer& total = work.actor.inScope.at(QStringLiteral("pub_total"));
    for (const QString& question : personQuestions()) {
        const Answer answer = answers.at(question);
        if (!answer.isKnown()) continue;
        const int persons = answer.value.toInt();
        if (isSmall(persons)) {
            answers.set(question, Answer::of(SmallNumber));
        } else if (question != u"pub_total" && question.startsWith(u"pub_") && total.isKnown() &&
                   isSmall(total.value.toInt() - persons)) {
            answers.remove(question); // the others would be deduced by subtraction
        } else {
            continue;
        }
        note(work, question, rule::SmallCount);
    }
}

void ActorFilter::coarsenDate(Work& work) const
{
    if (everything() || m_audience == Audience::Organisation) return;
    const Answer date = work.view.answers.at(field::Date);
    if (!date.isKnown() || (toIom() && work.consents.shares)) return;
    work.view.answers.set(field::Date, Answer::of(date.value.left(7)));
    note(work, field::Date, toIom() ? rule::Sharing : rule::Restricted);
}

/// Cells of imported lists: what such lists publish is public, any other column is taken as restricted.
void ActorFilter::filterFacts(Work& work) const
{
    static const QStringList published{u"type"_qs, u"sectors"_qs, u"places"_qs, u"activities"_qs,
                                       u"funder"_qs};
    const auto& facts = work.actor.facts;
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact) {
        const bool open = published.contains(fact.key());
        QString against;
        if (work.consents.shelterHidden && (!open || fact.key() == u"places")) {
            against = rule::Shelter;
        } else if (!open && m_audience == Audience::Wide) {
            against = rule::Restricted;
        } else if (!open && toIom() && !work.consents.shares) {
            against = rule::Sharing;
        } else if (m_audience == Audience::Wide && !work.consents.directory &&
                   mentionsTrafficking(fact.value())) {
            against = rule::Directory;
        }
        if (against.isEmpty()) {
            work.view.facts.insert(fact.key(), fact.value());
        } else {
            note(work, fact.key(), against);
        }
    }
}

Scrubber ActorFilter::hiddenPlacesOf(const ActorData& actor) const
{
    Scrubber places;
    QStringList codes = actor.inScope.at(field::Provinces).codes();
    codes << actor.inScope.at(field::Province).value;
    if (const std::vector<Row>* sites = actor.inScope.rows(field::Sites))
        for (const Row& site : *sites)
            codes << site.answers.at(field::SiteProvince).value;
    codes.removeDuplicates();
    for (const QString& code : codes) {
        const cartography::Province* province = m_data.divisions->province(code);
        if (!province) continue;
        places.addPlaceName(province->nameFr);
        places.addPlaceName(province->nameAr);
    }
    return places;
}

void ActorFilter::cleanTexts(Work& work) const
{
    if (everything()) return;
    const Scrubber places = work.consents.shelterHidden ? hiddenPlacesOf(work.actor) : Scrubber();
    Answers& answers = work.view.answers;
    for (const Question& question : m_data.form->questions) {
        if (!isFreeText(&question) || question.name.startsWith(u"id_nom")) continue;
        // Two organisations may have their office at one address: there it tells nothing of the other's
        // shelter.
        if (question.name == field::Address) continue;
        const QString text = answers.at(question.name).value;
        const QString clean = places.clean(m_shelters.clean(text));
        if (clean == text) continue;
        answers.set(question.name, Answer::of(clean));
        note(work, question.name, rule::Shelter);
    }
    cleanRows(work, places);
    for (QString& fact : work.view.facts)
        fact = places.clean(m_shelters.clean(fact));
}

void ActorFilter::cleanRows(Work& work, const Scrubber& places) const
{
    const QStringList repeats = work.view.answers.repeats().keys();
    for (const QString& repeat : repeats) {
        for (Row& row : work.view.answers.rowsOf(repeat)) {
            const QStringList names = row.answers.cells().keys();
            for (const QString& name : names) {
                if (!isFreeText(m_data.form->question(name))) continue;
                const QString text = row.answers.at(name).value;
                const QString clean = places.clean(m_shelters.clean(text));
                if (clean == text) continue;
                row.answers.set(name, Answer::of(clean));
                note(work, name, rule::Shelter);
            }
        }
    }
}

QString ActorFilter::cleanGuidedText(const QString& text) const
{
    return m_shelters.clean(text);
}

QString ActorFilter::cleanTextAbout(const ActorData& actor, const QString& text) const
{
    if (everything() || !consentsOf(actor).shelterHidden) return text;
    return hiddenPlacesOf(actor).clean(text);
}

/// Status, preselection, decision. A rank withheld reads the same whatever its reason, so that neither the
/// decision nor the completeness may be told beside it.
void ActorFilter::filterConclusions(Work& work) const
{
    ActorView& view = work.view;
    const bool rankable = work.actor.assessment.rankable || view.institution;
    const bool toPublic = m_audience == Audience::Wide;
    if (!toPublic || work.consents.directory || view.institution) {
        view.status = work.actor.assessment.status;
    } else {
        note(work, QStringLiteral("statut_traite"), rule::Directory);
    }
    if (everything() || toIom()) {
        if (!view.institution) view.preselection = work.actor.preselection;
        view.proposed = work.actor.decision == u"preselectionnee" || work.actor.decision == u"retenue";
    }
    if (everything() || (toIom() && rankable)) {
        view.decision = work.actor.decision;
    } else {
        note(work, QStringLiteral("decision"), toIom() ? rule::Ranking : rule::Restricted);
    }
}

bool ActorFilter::showsScores(const ActorData& actor) const
{
    if (!m_data.info.modelLocked || actor.assessment.institution) return false;
    if (everything()) return true;
    return toIom() && actor.assessment.rankable && consentsOf(actor).shares;
}

void ActorFilter::filterAssessment(Work& work) const
{
    if (everything()) work.view.completeness = work.actor.completeness;
    if (!m_data.info.modelLocked || work.view.institution) return;
    if (!showsScores(work.actor)) {
        note(work, QStringLiteral("notes"), toIom() ? rule::Ranking : rule::Restricted);
        return;
    }
    work.view.completeness = work.actor.completeness;
    assessment::Assessment shown = work.actor.assessment;
    if (!everything()) {
        for (const QString& indicator : {u"B2.5"_qs, u"C3.4"_qs, u"D1.4"_qs, u"E1"_qs}) {
            if (shown.indicators.erase(indicator) == 0) continue;
            note(work, indicator, rule::Confidential);
            note(work, indicator, rule::Evidence);
        }
        std::erase_if(shown.vetoes,
                      [](const assessment::Veto& veto) { return veto.code == u"V4" || veto.code == u"V5"; });
        shown.suspended = false;
    }
    work.view.assessment = std::move(shown);
}

} // namespace disclosure
