#include "dossier/transaction.h"
#include "workflow/analysis.h"
#include "workflow/choice.h"
#include "workflow/demo.h"
#include "workflow/robustness.h"
#include "workflow/sharing.h"
#include "workflow/study_fixture.h"
#include "workflow/undo.h"

#include <gtest/gtest.h>
#include <limits>

using namespace workflow;

namespace {

dossier::Access key()
{
    dossier::Access access;
    access.passphrase = QStringLiteral("phrase de l’OIM");
    access.weakKeyDerivation = true;
    return access;
}

/// A demonstration whose model is locked, with a proposal of six.
struct Demonstrated : test::StudyFixture
{
    QString file = folder.path(QStringLiteral("oim.osc"));
    std::shared_ptr<const disclosure::StudyData> data;

    explicit Demonstrated(int actors = 128)
    {
        fillDemonstration(*study, actors, 1);
        data = studyData(*study);
    }

    void propose(const QString& reason = QStringLiteral("motif fictif"))
    {
        std::vector<PreselectionChoice> choices;
        for (const PreselectionLine& line : preselectionOf(*study, *data))
            choices.push_back({line.record, choices.size() < 6, reason});
        ASSERT_TRUE(savePreselection(*study, *data, choices, QStringLiteral("Consultante")).ok());
    }

    Three best(size_t place = 0) const { return data->trios.trios.at(place).actors; }

    TrioDecision decision(const char* reason, size_t place = 0) const
    {
        TrioDecision made;
        made.trio = best(place);
        made.state = QStringLiteral("prise");
        made.reason = QString::fromUtf8(reason);
        made.author = QStringLiteral("Comité fictif");
        return made;
    }

    Vote vote(const char* argument, bool favours = true) const
    {
        return {{}, QStringLiteral("Relectrice fictive"), best(), favours,
                7,  QString::fromUtf8(argument),          0,      false};
    }

    void hand() { ASSERT_TRUE(shareWithIom(*study, file, key()).ok()); }
    std::unique_ptr<Study> reviewer() { return Study::open(file, key(), clock); }
};

QStringList codesOf(const base::Issues& issues)
{
    QStringList codes;
    for (const base::Issue& issue : issues)
        codes << issue.code;
    return codes;
}

QString everythingIn(const QString& path, const base::Clock& clock)
{
    const auto dossier = dossier::Dossier::open(path, key(), clock);
    QStringList all;
    for (const auto& entry : dossier->recentHistory(std::numeric_limits<int>::max()))
        all << entry.field << entry.value << entry.before;
    return all.join(u'\n');
}

class ChoiceReturn : public testing::TestWithParam<bool>
{
};

} // namespace

TEST(ChoiceHanded, FiguresAreThoseOfTheStudy)
{
    Demonstrated fixture;
    fixture.hand();
    const auto reviewer = fixture.reviewer();
    const auto read = studyData(*reviewer);
    ASSERT_EQ(read->actors.size(), fixture.data->actors.size());
    const disclosure::View view(fixture.data, disclosure::Audience::Iom);
    int told = 0, untold = 0;
    for (const disclosure::ActorData& actor : read->actors) {
        if (actor.assessment.institution) continue;
        const disclosure::ActorView& shown = *view.actor(actor.id);
        EXPECT_EQ(actor.assessment.global.central.has_value(),
                  shown.assessment && shown.assessment->global.central);
        if (!shown.assessment) {
            ++untold;
            EXPECT_FALSE(assessment::allMet(actor.eligibility));
            continue;
        }
        ++told;
        EXPECT_EQ(actor.assessment.global, shown.assessment->global);
        EXPECT_EQ(actor.assessment.profileIntervals, shown.assessment->profileIntervals);
        EXPECT_EQ(actor.assessment.vetoes.size(), shown.assessment->vetoes.size());
        EXPECT_EQ(actor.preselection.size(), 6U);
        EXPECT_EQ(actor.eligibility.size(), 8U);
    }
    EXPECT_GT(told, 10);
    EXPECT_GT(untold, 0);
    for (const assessment::RankLine& line : read->ranking)
        EXPECT_EQ(line.rank, view.actor(line.id)->rank) << line.id.toStdString();
    const auto isTold = [&](const assessment::Trio& trio) {
        return std::all_of(trio.actors.begin(), trio.actors.end(),
                           [&](const QString& id) { return view.actor(id)->assessment.has_value(); });
    };
    std::vector<assessment::Trio> expected;
    std::copy_if(fixture.data->trios.trios.begin(), fixture.data->trios.trios.end(),
                 std::back_inserter(expected), isTold);
    ASSERT_FALSE(expected.empty());
    ASSERT_EQ(read->trios.trios.size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(read->trios.trios[i].actors, expected[i].actors);
        EXPECT_EQ(read->trios.trios[i].note, expected[i].note);
        EXPECT_EQ(read->trios.trios[i].bestActor, expected[i].bestActor);
        EXPECT_EQ(read->trios.trios[i].constraints.size(), expected[i].constraints.size());
    }
}

TEST(ChoiceHanded, DrawsAreThoseOfTheStudy)
{
    Demonstrated fixture;
    fixture.hand();
    const auto reviewer = fixture.reviewer();
    const auto expected = robustness(*fixture.study, *fixture.data, {});
    const auto read = robustness(*reviewer, *studyData(*reviewer), {});
    const disclosure::View view(fixture.data, disclosure::Audience::Iom);
    size_t told = 0;
    for (const assessment::TrioRobustness& trio : expected.trios) {
        if (!std::all_of(trio.actors.begin(), trio.actors.end(),
                         [&](const QString& id) { return view.actor(id)->assessment.has_value(); }))
            continue;
        ASSERT_LT(told, read.trios.size());
        EXPECT_EQ(read.trios[told].actors, trio.actors);
        EXPECT_EQ(read.trios[told].optimal, trio.optimal);
        EXPECT_EQ(read.trios[told].meanRegret, trio.meanRegret);
        EXPECT_EQ(read.trios[told++].maximumRegret, trio.maximumRegret);
    }
    EXPECT_EQ(told, read.trios.size());
    EXPECT_GT(told, 0U);
    for (const auto& [id, share] : read.coreIndex)
        EXPECT_EQ(share, expected.coreIndex.at(id));
    EXPECT_FALSE(read.coreIndex.empty());
}

TEST(ChoiceHanded, TerritoryOfTheBestIsThatOfTheStudy)
{
    Demonstrated fixture;
    fixture.hand();
    const auto reviewer = fixture.reviewer();
    const auto read = studyData(*reviewer);
    const auto ours = fixture.study->selectionSetup(), theirs = reviewer->selectionSetup();
    const auto presence = [](const disclosure::StudyData& data, const assessment::SelectionSetup& setup,
                             const QString& id) {
        QStringList regions;
        for (const disclosure::ActorData& actor : data.actors)
            if (actor.id == id) regions = setup.regionsOf(actor.inScope);
        regions.sort();
        return regions;
    };
    for (const QString& id : fixture.best())
        EXPECT_EQ(presence(*read, theirs, id), presence(*fixture.data, ours, id)) << id.toStdString();
}

TEST(ChoiceHanded, TheReviewerTriesOtherWeights)
{
    Demonstrated fixture;
    fixture.hand();
    const auto reviewer = fixture.reviewer();
    assessment::Weights tried = assessment::Weights::of(reviewer->model());
    tried.mean = tried.territory = 0;
    tried.coverage = 1;
    const auto found = findTrios(*reviewer, *studyData(*reviewer), tried, 1);
    ASSERT_FALSE(found.trios.empty());
    EXPECT_NEAR(found.trios[0].note, found.trios[0].coverage, 1e-9);
}

TEST_P(ChoiceReturn, BringsApprovalVoteAndDecision)
{
    Demonstrated fixture;
    fixture.propose();
    fixture.hand();
    QString back = fixture.file;
    {
        const auto reviewer = fixture.reviewer();
        const auto lines = preselectionOf(*reviewer, *studyData(*reviewer));
        EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const auto& l) { return l.proposed; }), 6);
        EXPECT_EQ(codesOf(savePreselection(*reviewer, *studyData(*reviewer), {}, QStringLiteral("X")).issues)
                      .value(0),
                  QStringLiteral("choice.reviewer"));
        const QString name = QStringLiteral("Relectrice fictive"), role = QStringLiteral("protection");
        EXPECT_EQ(codesOf(approvePreselection(*reviewer, name, role, {}, false).issues),
                  QStringList{QStringLiteral("choice.reason_missing")});
        ASSERT_TRUE(approvePreselection(*reviewer, name, role, QStringLiteral("équilibre")).ok());
        ASSERT_TRUE(saveVote(*reviewer, fixture.vote("bonne couverture")).ok());
        ASSERT_TRUE(saveTrioDecision(*reviewer, fixture.decision("quatre services")).ok());
        if (GetParam()) {
            back = fixture.folder.path(QStringLiteral("retour.osc"));
            ASSERT_TRUE(shareReturn(*reviewer, back, key()).ok());
        }
    }
    const ReturnReport report = returnFromIom(*fixture.study, back, key());
    ASSERT_TRUE(report.ok()) << report.refused.front().args.join(u' ').toStdString();
    EXPECT_EQ(report.choices, 3);
    EXPECT_TRUE(report.warnings.empty());
    const auto approval = preselectionApproval(*fixture.study);
    ASSERT_TRUE(approval);
    EXPECT_TRUE(approval->current && approval->agrees && approval->fromReviewer);
    EXPECT_EQ(approval->reason, QStringLiteral("équilibre"));
    ASSERT_EQ(votes(*fixture.study).size(), 1U);
    EXPECT_EQ(votes(*fixture.study)[0].argument, QStringLiteral("bonne couverture"));
    EXPECT_EQ(votes(*fixture.study)[0].score, 7);
    ASSERT_TRUE(trioDecision(*fixture.study));
    EXPECT_EQ(trioDecision(*fixture.study)->reason, QStringLiteral("quatre services"));
    EXPECT_TRUE(trioDecision(*fixture.study)->fromReviewer);
    EXPECT_EQ(returnFromIom(*fixture.study, back, key()).created, 0);
}

TEST_P(ChoiceReturn, TellsWhatCrossedAndLosesNothing)
{
    Demonstrated fixture;
    ASSERT_TRUE(saveTrioDecision(*fixture.study, fixture.decision("premier motif")).ok());
    ASSERT_TRUE(saveVote(*fixture.study, fixture.vote("avis noté ici")).ok());
    fixture.hand();
    EXPECT_FALSE(everythingIn(fixture.file, fixture.clock).contains(QStringLiteral("second motif")));
    QString back = fixture.file;
    {
        const auto reviewer = fixture.reviewer();
        ASSERT_TRUE(saveTrioDecision(*reviewer, fixture.decision("motif de l’OIM")).ok());
        ASSERT_TRUE(saveVote(*reviewer, fixture.vote("avis de la relectrice", false)).ok());
        if (GetParam()) {
            back = fixture.folder.path(QStringLiteral("retour.osc"));
            ASSERT_TRUE(shareReturn(*reviewer, back, key()).ok());
        }
    }
    ASSERT_TRUE(saveTrioDecision(*fixture.study, fixture.decision("second motif", 1)).ok());
    const ReturnReport report = returnFromIom(*fixture.study, back, key());
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(codesOf(report.warnings), QStringList{QStringLiteral("choice.decision_conflict")})
        << "nobody changed the vote meanwhile";
    QStringList reasons;
    for (const TrioDecision& decision : trioDecisions(*fixture.study))
        reasons << decision.reason;
    reasons.sort();
    EXPECT_EQ(reasons, (QStringList{QStringLiteral("motif de l’OIM"), QStringLiteral("premier motif"),
                                    QStringLiteral("second motif")}));
    EXPECT_EQ(votes(*fixture.study)[0].argument, QStringLiteral("avis de la relectrice"));
    TrioDecision settled = fixture.decision("motif commun");
    settled.dissent = QStringLiteral("la relectrice diffère");
    ASSERT_TRUE(saveTrioDecision(*fixture.study, settled).ok());
    EXPECT_TRUE(choiceConflicts(*fixture.study).empty());
    EXPECT_EQ(trioDecision(*fixture.study)->reason, QStringLiteral("motif commun"));
    EXPECT_EQ(trioDecisions(*fixture.study).size(), 4U);
}

INSTANTIATE_TEST_SUITE_P(Ways, ChoiceReturn, testing::Bool());

TEST(ChoiceHanded, EarlierWordsStayHere)
{
    Demonstrated fixture;
    ASSERT_TRUE(saveTrioDecision(*fixture.study, fixture.decision("motif retiré depuis")).ok());
    ASSERT_TRUE(saveTrioDecision(*fixture.study, fixture.decision("motif présent")).ok());
    fixture.hand();
    const QString all = everythingIn(fixture.file, fixture.clock);
    EXPECT_TRUE(all.contains(QStringLiteral("motif présent")));
    EXPECT_FALSE(all.contains(QStringLiteral("motif retiré depuis")));
}

TEST(ChoiceHanded, FreeWordsPassTheGate)
{
    Demonstrated fixture;
    const QString shelter = fixture.best()[0];
    fixture.study->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
        dossier::setAnswer(t, dossier::entity::Record, shelter, QStringLiteral("abr_offre"),
                           questionnaire::Answer::of(QStringLiteral("direct")));
        const QString site = dossier::createRow(t, shelter, QStringLiteral("rg_sites"));
        for (const auto& [question, value] : {std::pair{"site_nom", "Maison Tamaris"}, {"site_type", "abri"}})
            dossier::setAnswer(t, dossier::entity::Row, site, QString::fromLatin1(question),
                               questionnaire::Answer::of(QString::fromLatin1(value)));
    });
    const auto words = [&](const char* what) {
        return QString::fromUtf8(what) + QStringLiteral(" : la Maison Tamaris");
    };
    fixture.propose(words("présélection"));
    ASSERT_TRUE(approvePreselection(*fixture.study, QStringLiteral("N. Essai"), {}, words("accord")).ok());
    ASSERT_TRUE(
        saveEligibilityReason(*fixture.study, shelter, words("visite"), QStringLiteral("Consultante")).ok());
    Vote vote = fixture.vote("");
    vote.argument = words("avis");
    ASSERT_TRUE(saveVote(*fixture.study, vote).ok());
    TrioDecision decision = fixture.decision("");
    decision.reason = words("motif");
    decision.dissent = words("divergent");
    decision.conditions = words("condition");
    ASSERT_TRUE(saveTrioDecision(*fixture.study, decision).ok());
    fixture.hand();
    const QString all = everythingIn(fixture.file, fixture.clock);
    EXPECT_FALSE(all.contains(QStringLiteral("Tamaris")));
    for (const char* what : {"présélection", "accord", "avis", "motif", "divergent", "condition"})
        EXPECT_TRUE(all.contains(QString::fromUtf8(what) + QStringLiteral(" : la "))) << what;
    EXPECT_TRUE(all.contains(QStringLiteral("Relectrice fictive"))) << "the minutes carry who said it";
}

TEST(ChoiceHanded, VotesOnWhoseRankIsWithheldStayHere)
{
    Demonstrated fixture;
    QString withheld;
    for (const disclosure::ActorData& actor : fixture.data->actors)
        if (!actor.assessment.institution && !actor.assessment.rankable) withheld = actor.id;
    ASSERT_FALSE(withheld.isEmpty());
    Vote vote = fixture.vote("argument interne");
    vote.trio[2] = withheld;
    ASSERT_TRUE(saveVote(*fixture.study, vote).ok());
    const ShareReport report = previewForIom(*fixture.study);
    EXPECT_EQ(std::count_if(report.withheld.begin(), report.withheld.end(),
                            [](const auto& item) { return item.field == u"vote"; }),
              1);
    fixture.hand();
    EXPECT_FALSE(everythingIn(fixture.file, fixture.clock).contains(QStringLiteral("argument interne")));
}

TEST(ChoiceReceived, MalformedVoteIsRefusedWhole)
{
    Demonstrated fixture;
    fixture.hand();
    {
        const auto reviewer = fixture.reviewer();
        ASSERT_TRUE(saveVote(*reviewer, fixture.vote("avis")).ok());
        const QString id = votes(*reviewer)[0].id;
        reviewer->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
            dossier::setSetting(t, QStringLiteral("vote.%1.score").arg(id), QStringLiteral("12"));
        });
    }
    const ReturnReport report = returnFromIom(*fixture.study, fixture.file, key());
    ASSERT_EQ(codesOf(report.refused), QStringList{QStringLiteral("return.malformed")});
    EXPECT_EQ(report.refused[0].args, (QStringList{QStringLiteral("score"), QStringLiteral("12")}));
    EXPECT_TRUE(votes(*fixture.study).empty());
}

TEST(Decisions, AreVersionsAndUndoGoesBackToTheEarlierOne)
{
    Demonstrated fixture(30);
    TrioDecision made;
    for (size_t i = 0; i < 3; ++i)
        made.trio[i] = fixture.data->actors[i].id;
    made.author = QStringLiteral("Consultante");
    made.reason = QStringLiteral("premier");
    ASSERT_TRUE(saveTrioDecision(*fixture.study, made).ok());
    UndoStack stack(*fixture.study);
    made.reason = QStringLiteral("second");
    const Outcome outcome = saveTrioDecision(*fixture.study, made);
    ASSERT_TRUE(outcome.ok());
    stack.push(outcome);
    EXPECT_EQ(trioDecision(*fixture.study)->reason, QStringLiteral("second"));
    ASSERT_EQ(trioDecisions(*fixture.study).size(), 2U);
    ASSERT_TRUE(saveTrioDecision(*fixture.study, made).ok());
    EXPECT_EQ(trioDecisions(*fixture.study).size(), 2U) << "saying the same again writes nothing";
    ASSERT_TRUE(stack.undo().done);
    EXPECT_EQ(trioDecision(*fixture.study)->reason, QStringLiteral("premier"));
    EXPECT_EQ(trioDecisions(*fixture.study).size(), 1U);
}
