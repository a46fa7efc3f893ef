#include "workflow/analysis.h"
#include "workflow/choice.h"
#include "workflow/merging.h"
#include "workflow/messages/messages.h"
#include "workflow/study_fixture.h"
#include "workflow/undo.h"

#include <gtest/gtest.h>

using namespace workflow;

namespace {

struct ChoiceFixture : test::StudyFixture
{
    QStringList ids;

    explicit ChoiceFixture(int holders = 7)
    {
        for (int i = 0; i < holders; ++i)
            addHolder(QStringLiteral("Association %1 (fictive)").arg(QChar(u'A' + i)));
    }

    void addHolder(const QString& name)
    {
        const QString id = addActor(name);
        for (const auto& [question, value] : {std::pair{"ent_mode", "visite"},
                                              {"cons_participation", "oui"},
                                              {"id_categorie", "femmes"},
                                              {"id_province", "rabat"},
                                              {"tra_position", "regulier"},
                                              {"abr_offre", "non"},
                                              {"psy_offre", "direct"},
                                              {"med_offre", "non"},
                                              {"jur_offre", "non"},
                                              {"tra_nombre", "4"},
                                              {"tra_services", "psychosocial"}})
            EXPECT_TRUE(answer(id, QString::fromLatin1(question), QString::fromLatin1(value)).ok())
                << question;
        ids << id;
    }

    std::vector<PreselectionChoice> proposing(int count) const
    {
        std::vector<PreselectionChoice> out;
        for (int i = 0; i < ids.size(); ++i)
            out.push_back({ids[i], i < count, i < count ? QString() : QStringLiteral("trop loin")});
        return out;
    }

    Outcome save(const std::vector<PreselectionChoice>& choices)
    {
        return savePreselection(*study, *studyData(*study), choices, QStringLiteral("Consultante"));
    }

    void lock()
    {
        ASSERT_TRUE(
            lockModel(*study, QStringLiteral("N. Essai"), QStringLiteral("cheffe"), QStringLiteral("OIM"))
                .ok());
    }

    Vote vote(const QString& member, bool favours, std::optional<int> score, int last = 2) const
    {
        return {{}, member, {ids[0], ids[1], ids[last]}, favours, score, QStringLiteral("parce que"), 0};
    }
};

QStringList codes(const Outcome& outcome)
{
    QStringList out;
    for (const base::Issue& issue : outcome.issues) {
        out << issue.code;
        EXPECT_FALSE(messages::forIssue(issue).what.contains(issue.code)) << issue.code.toStdString();
    }
    return out;
}

} // namespace

TEST(Preselection, KeepsReasonsWithAuthorAndDate)
{
    ChoiceFixture fixture;
    const auto before = preselectionOf(*fixture.study, *studyData(*fixture.study));
    for (const auto& criterion : before.front().criteria)
        EXPECT_TRUE(criterion.met) << criterion.code.toStdString();
    ASSERT_TRUE(fixture.save(fixture.proposing(6)).ok());
    fixture.reopen();
    const auto lines = preselectionOf(*fixture.study, *studyData(*fixture.study));
    ASSERT_EQ(lines.size(), 7U);
    EXPECT_TRUE(lines[0].holds);
    EXPECT_EQ(lines[0].criteria.size(), 6U);
    EXPECT_TRUE(lines[5].proposed);
    EXPECT_FALSE(lines[6].proposed);
    EXPECT_EQ(lines[6].reason, u"trop loin");
    EXPECT_EQ(lines[6].author, u"Consultante");
    EXPECT_EQ(lines[6].decided, fixture.clock.nowUtc().toMSecsSinceEpoch());
}

TEST(Preselection, ListsAllThatLacks)
{
    ChoiceFixture fixture;
    const QString bare = fixture.addActor(QStringLiteral("Zone vide (fictive)"));
    auto choices = fixture.proposing(4);
    choices.back().reason.clear();
    choices.push_back({bare, true, {}});
    EXPECT_EQ(codes(fixture.save(choices)),
              (QStringList{QStringLiteral("choice.six_to_nine"), QStringLiteral("choice.left_without_reason"),
                           QStringLiteral("choice.entry_without_reason")}));
    for (const auto& line : preselectionOf(*fixture.study, *studyData(*fixture.study)))
        EXPECT_EQ(line.decided, 0);
}

TEST(Preselection, ApprovalHoldsForTheProposalItSaw)
{
    ChoiceFixture fixture;
    EXPECT_EQ(codes(approvePreselection(*fixture.study, QStringLiteral("N. Essai"), {})),
              QStringList{QStringLiteral("choice.six_to_nine")});
    ASSERT_TRUE(fixture.save(fixture.proposing(6)).ok());
    ASSERT_TRUE(
        approvePreselection(*fixture.study, QStringLiteral("N. Essai"), QStringLiteral("cheffe")).ok());
    EXPECT_TRUE(preselectionApproval(*fixture.study)->current);
    EXPECT_EQ(preselectionApproval(*fixture.study)->date, QDate(2015, 1, 23));
    ASSERT_TRUE(fixture.save(fixture.proposing(7)).ok());
    EXPECT_FALSE(preselectionApproval(*fixture.study)->current);
}

TEST(GroupDecision, NothingBeforeTheLock)
{
    ChoiceFixture fixture(4);
    EXPECT_EQ(codes(saveVote(*fixture.study, fixture.vote(QStringLiteral("Amal"), true, 8))),
              QStringList{QStringLiteral("choice.unlocked")});
    TrioDecision decision;
    decision.trio = {fixture.ids[0], fixture.ids[1], fixture.ids[2]};
    decision.author = QStringLiteral("Consultante");
    EXPECT_EQ(codes(saveTrioDecision(*fixture.study, decision)),
              QStringList{QStringLiteral("choice.unlocked")});
    EXPECT_TRUE(votes(*fixture.study).empty());
}

TEST(GroupDecision, OneVotePerMemberAndTrioAndWhoDiffers)
{
    ChoiceFixture fixture(4);
    fixture.lock();
    for (const Vote& vote :
         {fixture.vote(QStringLiteral("Amal"), false, 2), fixture.vote(QStringLiteral("Amal"), true, 8),
          fixture.vote(QStringLiteral("Badr"), true, 6), fixture.vote(QStringLiteral("Chama"), false, 3),
          fixture.vote(QStringLiteral("Chama"), true, {}, 3)})
        ASSERT_TRUE(saveVote(*fixture.study, vote).ok());
    fixture.reopen();
    const auto cast = votes(*fixture.study);
    ASSERT_EQ(cast.size(), 4U);
    const Disagreement found = disagreement(cast);
    ASSERT_EQ(found.opinions.size(), 2U);
    const TrioOpinion& first = found.opinions.front();
    EXPECT_EQ(first.inFavour, 2);
    EXPECT_EQ(first.voices, 3);
    EXPECT_NEAR(*first.mean, 17.0 / 3, 1e-12);
    EXPECT_EQ(first.low, 3);
    EXPECT_EQ(first.high, 8);
    EXPECT_FALSE(found.opinions.back().mean);
    EXPECT_EQ(found.dissenters, QStringList{QStringLiteral("Chama")});
    EXPECT_EQ(codes(saveVote(*fixture.study, fixture.vote({}, true, 11, 1))),
              (QStringList{QStringLiteral("choice.author_missing"), QStringLiteral("choice.three_needed"),
                           QStringLiteral("choice.score_range")}));
}

TEST(GroupDecision, WhatIsTakenHasReasonAndDissent)
{
    ChoiceFixture fixture(3);
    fixture.lock();
    ASSERT_TRUE(saveVote(*fixture.study, fixture.vote(QStringLiteral("Badr"), false, 1)).ok());
    TrioDecision decision;
    decision.trio = {fixture.ids[0], fixture.ids[1], fixture.ids[2]};
    decision.author = QStringLiteral("Consultante");
    decision.state = QStringLiteral("prise");
    EXPECT_EQ(
        codes(saveTrioDecision(*fixture.study, decision)),
        (QStringList{QStringLiteral("choice.reason_missing"), QStringLiteral("choice.dissent_missing")}));
    decision.reason = QStringLiteral("couvre les quatre services");
    decision.dissent = QStringLiteral("Badr préfère l’Oriental");
    decision.conditions = QStringLiteral("V11");
    ASSERT_TRUE(saveTrioDecision(*fixture.study, decision).ok());
    fixture.reopen();
    const auto kept = trioDecision(*fixture.study);
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->state, u"prise");
    EXPECT_EQ(kept->dissent, decision.dissent);
    EXPECT_EQ(kept->conditions, u"V11");
    EXPECT_EQ(kept->date, QDate(2015, 1, 23));
}

TEST(Eligibility, ReasonsAfterVisitsOnceLocked)
{
    ChoiceFixture fixture(1);
    const auto save = [&](const QString& record, const char* reason) {
        return saveEligibilityReason(*fixture.study, record, QString::fromUtf8(reason),
                                     QStringLiteral("Consultante"));
    };
    EXPECT_EQ(codes(save(fixture.ids[0], "registre vu")), QStringList{QStringLiteral("choice.unlocked")});
    fixture.lock();
    EXPECT_EQ(codes(save(QStringLiteral("inconnue"), "registre vu")),
              QStringList{QStringLiteral("choice.unknown_record")});
    ASSERT_TRUE(save(fixture.ids[0], "registre vu").ok());
    fixture.reopen();
    EXPECT_EQ(eligibilityReasons(*fixture.study).at(fixture.ids[0]).reason, u"registre vu");
    ASSERT_TRUE(save(fixture.ids[0], "").ok());
    EXPECT_TRUE(eligibilityReasons(*fixture.study).empty());
}

TEST(Preselection, IsUndoneAsOneWrite)
{
    ChoiceFixture fixture;
    UndoStack stack(*fixture.study);
    const Outcome outcome = fixture.save(fixture.proposing(6));
    ASSERT_TRUE(outcome.ok());
    stack.push(outcome);
    ASSERT_TRUE(stack.undo().done);
    for (const auto& line : preselectionOf(*fixture.study, *studyData(*fixture.study)))
        EXPECT_TRUE(!line.proposed && line.reason.isEmpty() && line.decided == 0);
}

TEST(GroupDecision, VotesCastOnTwoCopiesMerge)
{
    ChoiceFixture fixture(4);
    fixture.lock();
    const QString copy = fixture.folder.path(QStringLiteral("copie.osc"));
    fixture.study.reset();
    ASSERT_TRUE(QFile::copy(fixture.path, copy));
    {
        const auto other = Study::open(copy, {}, fixture.clock);
        ASSERT_TRUE(saveVote(*other, fixture.vote(QStringLiteral("Badr"), false, 3)).ok());
        ASSERT_TRUE(saveVote(*other, fixture.vote(QStringLiteral("Amal"), true, 8)).ok());
    }
    fixture.reopen();
    ASSERT_TRUE(saveVote(*fixture.study, fixture.vote(QStringLiteral("Amal"), true, 8)).ok());
    ASSERT_TRUE(mergeFile(*fixture.study, copy, {}).ok());
    EXPECT_EQ(votes(*fixture.study).size(), 2U);
    EXPECT_EQ(disagreement(votes(*fixture.study)).dissenters, QStringList{QStringLiteral("Badr")});
}

TEST(GroupDecision, TwoCopiesThatDecidedAreToldAndBothKept)
{
    ChoiceFixture fixture(4);
    fixture.lock();
    const auto decide = [&](Study& study, const QString& reason) {
        TrioDecision decision;
        decision.trio = {fixture.ids[0], fixture.ids[1], fixture.ids[2]};
        decision.author = QStringLiteral("Consultante");
        decision.reason = reason;
        return saveTrioDecision(study, decision).ok();
    };
    const QString copy = fixture.folder.path(QStringLiteral("copie.osc"));
    fixture.study.reset();
    ASSERT_TRUE(QFile::copy(fixture.path, copy));
    ASSERT_TRUE(decide(*Study::open(copy, {}, fixture.clock), QStringLiteral("là-bas")));
    fixture.reopen();
    ASSERT_TRUE(decide(*fixture.study, QStringLiteral("ici")));
    ASSERT_TRUE(mergeFile(*fixture.study, copy, {}).ok());
    EXPECT_EQ(trioDecisions(*fixture.study).size(), 2U);
    const base::Issues crossed = choiceConflicts(*fixture.study);
    ASSERT_EQ(crossed.size(), 1U);
    EXPECT_EQ(crossed[0].code, QStringLiteral("choice.decision_conflict"));
    EXPECT_FALSE(messages::forIssue(crossed[0]).what.contains(crossed[0].code));
    ASSERT_TRUE(decide(*fixture.study, QStringLiteral("ensemble")));
    EXPECT_TRUE(choiceConflicts(*fixture.study).empty());
}
