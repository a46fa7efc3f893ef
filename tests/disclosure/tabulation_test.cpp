#include "disclosure/study_fixture.h"

#include <gtest/gtest.h>

using namespace disclosure;
using test::StudyFixture;

namespace {

View::Classify by(const QString& question)
{
    return [question](const ActorData& actor) {
        const questionnaire::Answer& answer = actor.inScope.at(question);
        return answer.isKnown() ? answer.codes() : QStringList{};
    };
}

const QStringList categories{u"femmes"_qs, u"enfance"_qs, u"sante"_qs};
const QStringList answers{u"oui"_qs, u"partiel"_qs, u"non"_qs};

/// Organisations per (category, answer).
StudyFixture studyOf(const std::vector<std::vector<int>>& counts)
{
    StudyFixture study;
    for (size_t r = 0; r < counts.size(); ++r)
        for (size_t c = 0; c < counts[r].size(); ++c)
            for (int i = 0; i < counts[r][c]; ++i)
                study.add({{u"id_categorie"_qs, categories[qsizetype(r)]},
                           {u"psy_trauma"_qs, answers[qsizetype(c)]}});
    return study;
}

View::TableSpec spec(bool sensitive, const QString& code = u"T"_qs)
{
    return {code, categories, answers, by(u"id_categorie"_qs), by(u"psy_trauma"_qs), sensitive};
}

TEST(Tabulation, CountsOnFullDataAndTellsWhoIsLeftOut)
{
    StudyFixture study = studyOf({{12, 7, 0}, {5, 9, 6}});
    study.add({{u"id_categorie"_qs, u"femmes"_qs}});
    study.add({{u"psy_trauma"_qs, u"oui"_qs}, {u"cons_partage"_qs, u"non"_qs}});
    const View view(study.data, Audience::Wide);
    const Tabulation table = view.tabulate({spec(true)})[0];
    EXPECT_EQ(table.cells[0][0].value, 12);
    EXPECT_EQ(table.rowTotals[0].value, 19);
    EXPECT_EQ(table.columnTotals[1].value, 16);
    EXPECT_EQ(table.total.value, 39);
    EXPECT_EQ(table.excluded, 2);
}

TEST(Tabulation, OfAPublicMatterIsNeverMasked)
{
    const StudyFixture study = studyOf({{1, 2, 3}, {4, 1, 1}});
    const Tabulation table = View(study.data, Audience::Wide).tabulate({spec(false)})[0];
    EXPECT_EQ(table.cells[0][1].value, 2);
    EXPECT_FALSE(table.cells[0][1].masked);
}

TEST(Tabulation, MasksSmallCountsEverywhereButInTheWorkingFile)
{
    const StudyFixture study = studyOf({{3, 20, 9}, {9, 14, 8}, {10, 6, 7}});
    const View view(study.data, Audience::Restricted);
    const Tabulation table = view.tabulate({spec(true)})[0];
    EXPECT_TRUE(table.cells[0][0].masked);
    EXPECT_FALSE(table.cells[0][0].complementary);
    EXPECT_EQ(table.cells[0][0].value, 0) << "the hidden number is not there at all";
    int others = 0;
    for (const auto& row : table.cells)
        for (const Count& count : row)
            others += count.complementary;
    EXPECT_GE(others, 1);
    EXPECT_FALSE(view.account().empty());
    const Tabulation open = View(study.data, Audience::Working).tabulate({spec(true)})[0];
    EXPECT_EQ(open.cells[0][0].value, 3);
}

TEST(Tabulation, AskedTwiceIsMaskedTheSame)
{
    const StudyFixture study = studyOf({{3, 20, 9}, {2, 14, 8}, {10, 6, 7}});
    const View view(study.data, Audience::Iom);
    const Tabulation first = view.tabulate({spec(true, u"T-16"_qs)})[0];
    const Tabulation again = view.tabulate({spec(true, u"T-39"_qs)})[0];
    for (size_t r = 0; r < 3; ++r)
        for (size_t c = 0; c < 3; ++c) {
            EXPECT_EQ(first.cells[r][c].masked, again.cells[r][c].masked);
            EXPECT_EQ(first.cells[r][c].value, again.cells[r][c].value);
        }
}

// A margin that one table shows and another must hide: the later table may not take back what was printed,
// and finds other cells to hide.
TEST(Tabulation, SharedMarginsAgreeBetweenTables)
{
    const StudyFixture study = studyOf({{3, 20, 0}, {2, 14, 8}, {1, 1, 7}});
    const View view(study.data, Audience::Iom);
    const View::TableSpec oneWay{u"P-04"_qs, answers, {}, by(u"psy_trauma"_qs), {}, true};
    const auto tables = view.tabulate({spec(true), oneWay});
    for (size_t c = 0; c < 3; ++c) {
        EXPECT_EQ(tables[0].columnTotals[c].masked, tables[1].rowTotals[c].masked);
        EXPECT_EQ(tables[0].columnTotals[c].value, tables[1].rowTotals[c].value);
    }
    EXPECT_EQ(tables[0].total.masked, tables[1].total.masked);
}

TEST(Counts, AreMaskedWhenSensitive)
{
    const StudyFixture study = studyOf({{3, 0, 0}});
    const View view(study.data, Audience::Iom);
    const auto yes = [](const ActorData& actor) {
        return actor.inScope.at(u"psy_trauma"_qs).value == u"oui";
    };
    EXPECT_EQ(view.count(u"n"_qs, yes).value, 3);
    EXPECT_TRUE(view.count(u"n"_qs, yes, true).masked);
    EXPECT_EQ(view.count(u"n"_qs, yes, true).value, 0);
    EXPECT_FALSE(view.count(
                         u"n"_qs, [](const ActorData&) { return false; }, true)
                     .masked)
        << "nobody is nobody";
}

TEST(Counts, OfAnOrganisationAreAboutItselfOnly)
{
    const StudyFixture study = studyOf({{30, 0, 0}});
    const View view(study.data, Audience::Organisation, u"acteur-7"_qs);
    EXPECT_EQ(view.actors().size(), 1U);
    EXPECT_EQ(view.count(u"n"_qs, [](const ActorData&) { return true; }).value, 1);
    EXPECT_TRUE(view.ranking().empty());
}

} // namespace
