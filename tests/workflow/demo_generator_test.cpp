#include "assessment/selection.h"
#include "questionnaire/session.h"
#include "questionnaire/standard.h"
#include "workflow/demo/generator.h"

#include <QSet>

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace {

using namespace workflow::demo;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::QuestionType;

const cartography::Divisions& divisions()
{
    static const cartography::Divisions loaded = cartography::Divisions::load();
    return loaded;
}

const questionnaire::Form& form()
{
    return *questionnaire::standardForm();
}

/// Everything an actor answered, in an order that does not depend on hashing.
std::string written(const Answers& answers)
{
    std::map<std::string, std::string> all;
    for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it)
        all[it.key().toStdString()] =
            questionnaire::stateCode(it->state).toStdString() + '|' + it->value.toStdString();
    for (auto it = answers.repeats().cbegin(); it != answers.repeats().cend(); ++it)
        for (const questionnaire::Row& row : *it)
            all[it.key().toStdString() + row.uid.toStdString()] = written(row.answers);
    std::string text;
    for (const auto& [key, value] : all)
        text += key + '=' + value + '\n';
    return text;
}

std::string written(const FictionalActor& actor)
{
    std::string text = actor.id.toStdString() + written(actor.answers.actor);
    for (const questionnaire::Passage& passage : actor.answers.passages)
        text += passage.uid.toStdString() + written(passage.answers);
    for (const EvidenceMark& mark : actor.evidence)
        text += mark.indicator.toStdString() + std::to_string(mark.level);
    return text;
}

TEST(Generator, givesTheSameActorsForTheSameSeedInAnyOrder)
{
    const Generator one(form(), divisions(), 120, 7);
    const Generator two(form(), divisions(), 120, 7);
    const Generator other(form(), divisions(), 120, 8);
    int different = 0;
    for (int number = 119; number >= 0; --number) {
        EXPECT_EQ(written(one.actor(number)), written(two.actor(number)));
        if (written(one.actor(number)) != written(other.actor(number))) ++different;
    }
    EXPECT_EQ(different, 120);
}

/// Complaints of the form about one set of answers of a record.
QStringList complaints(const questionnaire::Session& session, const Answers& answers, const QString& passage,
                       const QString& row)
{
    QStringList found;
    for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it) {
        const FieldStatus status = session.status(FieldPath{it.key(), passage, row});
        const bool valid =
            status.problem == FieldStatus::Problem::None || status.problem == FieldStatus::Problem::Required;
        if (!status.relevant)
            found << it.key() + QStringLiteral(" is out of scope");
        else if (!valid)
            found << it.key() + u'=' + it->value + u' ' + status.problemDetail;
    }
    for (auto it = answers.repeats().cbegin(); it != answers.repeats().cend(); ++it)
        for (const questionnaire::Row& one : *it)
            found << complaints(session, one.answers, passage, one.uid);
    return found;
}

class Seed : public testing::TestWithParam<quint64>
{
};

TEST_P(Seed, givesOnlyLegalAnswersToQuestionsInScope)
{
    const base::FixedClock clock(QDateTime(QDate(2015, 2, 27), QTime(12, 0), Qt::UTC));
    const Generator generator(form(), divisions(), 200, GetParam());
    for (int number = 0; number < 200; ++number) {
        const FictionalActor actor = generator.actor(number);
        questionnaire::Session session(questionnaire::standardForm(), actor.answers,
                                       actor.answers.passages.back().uid, clock);
        QStringList found = complaints(session, actor.answers.actor, {}, {});
        for (const questionnaire::Passage& passage : actor.answers.passages) {
            session.setCurrentPassage(passage.uid);
            found << complaints(session, passage.answers, passage.uid, {});
        }
        EXPECT_TRUE(found.isEmpty()) << "actor " << number << ": " << found.join(u'\n').toStdString();
        const Answers scope = assessment::inScope(form(), actor.answers);
        for (auto it = actor.answers.actor.cells().cbegin(); it != actor.answers.actor.cells().cend(); ++it)
            EXPECT_TRUE(scope.contains(it.key())) << it.key().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Seed, testing::Values(1, 2, 2015));

/// The whole demonstration study, assessed once.
struct Study
{
    std::vector<FictionalActor> actors;
    std::vector<Profile> profiles;
    std::vector<Answers> scopes;
    std::vector<assessment::Assessment> assessments;
    assessment::SelectionSetup setup;

    Study()
    {
        const Generator generator(form(), divisions(), 1347, 1);
        const auto model = assessment::Model::standard();
        setup.regionCount = 16;
        setup.regionsOf = [](const Answers& answers) {
            QStringList regions;
            for (const QString& province : answers.at(QStringLiteral("ter_provinces")).codes()) {
                const QString region = divisions().regionOf(province, cartography::Division::Regions1997);
                if (!regions.contains(region)) regions << region;
            }
            return regions;
        };
        profiles = generator.profiles();
        for (int number = 0; number < 1347; ++number) {
            actors.push_back(generator.actor(number));
            scopes.push_back(assessment::inScope(form(), actors.back().answers));
            assessment::EvidenceOverrides evidence;
            for (const EvidenceMark& mark : actors.back().evidence)
                evidence.levels.insert(mark.indicator, mark.level);
            assessments.push_back(assessment::assess(*model, form(), scopes.back(), evidence));
        }
    }
};

const Study& study()
{
    static const Study made;
    return made;
}

double share(const std::function<bool(size_t)>& holds)
{
    int n = 0;
    for (size_t i = 0; i < study().actors.size(); ++i)
        if (holds(i)) ++n;
    return n / 1347.0;
}

std::string value(size_t actor, const char* question)
{
    return study().scopes[actor].at(QString::fromLatin1(question)).value.toStdString();
}

TEST(Demonstration, isMarkedFictionalEverywhere)
{
    std::set<std::string> names;
    std::set<std::string> ids;
    for (size_t i = 0; i < 1347; ++i) {
        const std::string name = value(i, "id_nom_fr");
        EXPECT_TRUE(name.ends_with("(fictive)") || name.ends_with("(fictif)")) << name;
        names.insert(name);
        ids.insert(study().actors[i].id.toStdString());
    }
    EXPECT_EQ(names.size(), 1347U);
    EXPECT_EQ(ids.size(), 1347U);
}

TEST(Demonstration, coversCategoriesAndProvinces)
{
    std::set<std::string> categories;
    std::set<std::string> provinces;
    for (size_t i = 0; i < 1347; ++i) {
        categories.insert(value(i, "id_categorie"));
        provinces.insert(value(i, "id_province"));
    }
    EXPECT_EQ(categories.size(), 13U);
    EXPECT_EQ(provinces.size(), 75U);
    EXPECT_NEAR(share([](size_t i) { return value(i, "id_categorie") == "public"; }), 0.10, 0.03);
    EXPECT_GT(share([](size_t i) { return value(i, "id_province") == "casablanca"; }), 0.05);
}

TEST(Demonstration, isCollectedInEveryWay)
{
    EXPECT_NEAR(share([](size_t i) { return value(i, "ent_mode") == "documentaire"; }), 0.55, 0.05);
    EXPECT_NEAR(share([](size_t i) { return value(i, "ent_mode") == "visite"; }), 0.15, 0.04);
    const double talks = share(
        [](size_t i) { return value(i, "ent_mode") == "entretien" || value(i, "ent_mode") == "telephone"; });
    EXPECT_NEAR(talks, 0.30, 0.05);
    for (size_t i = 0; i < 1347; ++i) {
        EXPECT_GE(value(i, "ent_date"), "2014-12-01");
        EXPECT_LE(value(i, "ent_date"), "2015-02-28");
    }
    for (const char* consent : {"cons_participation", "cons_partage", "cons_annuaire", "cons_province"})
        for (const char* answer : {"oui", "non"})
            EXPECT_GT(share([&](size_t i) { return value(i, consent) == answer; }), 0) << consent << answer;
    EXPECT_GT(share([](size_t i) {
                  const auto& passages = study().actors[i].answers.passages;
                  return std::any_of(passages.begin(), passages.end(), [](const questionnaire::Passage& p) {
                      return p.answers.at(QStringLiteral("cons_retrait")).isKnown();
                  });
              }),
              0);
}

TEST(Demonstration, answersEveryQuestionSomewhere)
{
    QSet<QString> answered;
    QSet<int> states;
    const std::function<void(const Answers&)> gather = [&](const Answers& answers) {
        for (auto it = answers.cells().cbegin(); it != answers.cells().cend(); ++it) {
            states.insert(static_cast<int>(it->state));
            if (it->isKnown() && !it->value.isEmpty()) answered.insert(it.key());
        }
        for (auto it = answers.repeats().cbegin(); it != answers.repeats().cend(); ++it) {
            answered.insert(it.key());
            for (const questionnaire::Row& row : *it)
                gather(row.answers);
        }
    };
    for (const FictionalActor& actor : study().actors) {
        gather(actor.answers.actor);
        for (const questionnaire::Passage& passage : actor.answers.passages)
            gather(passage.answers);
    }
    QStringList missing;
    for (const questionnaire::Question& question : form().questions)
        if (question.type != QuestionType::Group && question.type != QuestionType::Note &&
            !answered.contains(question.name))
            missing << question.name;
    EXPECT_EQ(missing.join(u' ').toStdString(), "");
    EXPECT_TRUE(states.contains(static_cast<int>(AnswerState::DontKnow)));
    EXPECT_TRUE(states.contains(static_cast<int>(AnswerState::Refused)));
}

TEST(Demonstration, meetsEveryRuleStatusAndEvidenceLevel)
{
    std::set<std::string> vetoes;
    std::set<std::string> statuses;
    std::set<int> levels;
    for (const assessment::Assessment& result : study().assessments) {
        statuses.insert(result.status.toStdString());
        for (const assessment::Veto& veto : result.vetoes)
            vetoes.insert(veto.code.toStdString());
        for (const auto& [code, score] : result.indicators)
            levels.insert(score.evidence);
    }
    EXPECT_EQ(vetoes.size(), 11U);
    EXPECT_EQ(statuses, (std::set<std::string>{"hors_champ", "indetermine", "intervient",
                                               "intervient_declare", "n_intervient_pas", "peut_intervenir"}));
    EXPECT_EQ(levels, (std::set<int>{0, 1, 2, 3, 4}));
}

TEST(Demonstration, spreadsItsScores)
{
    std::vector<double> scores;
    for (const assessment::Assessment& result : study().assessments)
        if (result.rankable && !result.institution && result.global.central)
            scores.push_back(*result.global.central);
    std::sort(scores.begin(), scores.end());
    ASSERT_GT(scores.size(), 250U);
    EXPECT_LT(scores[scores.size() / 20], 35);
    EXPECT_GT(scores[scores.size() * 19 / 20], 60);
    EXPECT_GT(scores.front(), 10);
    EXPECT_GT(scores.back(), 75);
    EXPECT_LT(scores.back(), 95);
}

TEST(Demonstration, hangsTogether)
{
    // Actors that are strong in care are, on the whole, strong in governance.
    double n = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const assessment::Assessment& result : study().assessments) {
        if (!result.rankable) continue;
        const double a = *result.dimensions.at(QStringLiteral("A")).central;
        const double c = *result.dimensions.at(QStringLiteral("C")).central;
        n += 1, x += a, y += c, xx += a * a, yy += c * c, xy += a * c;
    }
    const double correlation = (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y));
    EXPECT_GT(correlation, 0.4);
    EXPECT_GT(share([](size_t i) {
                  return value(i, "id_categorie") == "sante" && value(i, "med_offre") == "direct";
              }),
              2 * share([](size_t i) {
                  return value(i, "id_categorie") == "insertion" && value(i, "med_offre") == "direct";
              }));
}

TEST(Demonstration, holdsNearDoubles)
{
    int doubles = 0;
    for (const Profile& profile : study().profiles)
        for (const Profile& other : study().profiles)
            if (profile.number < other.number && !profile.acronym.isEmpty() &&
                profile.acronym == other.acronym && profile.province == other.province &&
                profile.nameFr.first(10) == other.nameFr.first(10) && profile.nameFr != other.nameFr &&
                qAbs(profile.nameFr.size() - other.nameFr.size()) <= 3)
                ++doubles;
    EXPECT_GE(doubles, 5);
}

TEST(Demonstration, letsThreeBeChosen)
{
    const auto model = assessment::Model::standard();
    std::vector<assessment::TrioCandidate> eligible;
    int candidates = 0;
    int eligibleCandidates = 0;
    for (size_t i = 0; i < 1347; ++i) {
        const assessment::Assessment& result = study().assessments[i];
        const bool met = assessment::allMet(assessment::eligibility(*model, study().scopes[i], result));
        if (study().profiles[i].candidate) {
            ++candidates;
            if (met) ++eligibleCandidates;
            EXPECT_TRUE(assessment::allMet(
                assessment::preselection(*model, study().scopes[i], result, study().setup)))
                << i;
        }
        if (met) eligible.push_back({study().actors[i].id, QString::number(i), &result, &study().scopes[i]});
    }
    EXPECT_EQ(candidates, 9);
    EXPECT_GE(eligibleCandidates, 6);
    EXPECT_LT(eligibleCandidates, 9);
    const assessment::TrioSearch search = assessment::findTrios(*model, eligible, study().setup, 3);
    EXPECT_TRUE(search.anyMeetsConstraints);
    ASSERT_EQ(search.trios.size(), 3U);
    EXPECT_TRUE(search.trios.front().allMet());
}

} // namespace
