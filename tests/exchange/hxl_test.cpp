#include "exchange/hxl_tags.h"
#include "exchange/lists.h"
#include "tabular/csv.h"

#include <gtest/gtest.h>

namespace {

using exchange::ListReading;

exchange::RawTable table(const char* csv)
{
    return {QStringLiteral("liste.csv"), tabular::parseCsv(csv), 1};
}

ListReading read(const char* csv)
{
    return exchange::readHxl(table(csv));
}

/// Codes of issues, with their rows, in order: "list.no_organisation@4 …".
std::string codes(const base::Issues& issues)
{
    QStringList all;
    for (const base::Issue& issue : issues)
        all << issue.code + u'@' + QString::number(issue.place.row);
    return all.join(u' ').toStdString();
}

std::string actors(const ListReading& reading)
{
    QStringList all;
    for (const exchange::ListedActor& actor : reading.actors)
        all << actor.name + u'[' + actor.acronym + u']';
    return all.join(u' ').toStdString();
}

struct TagCase
{
    const char* cell;
    const char* tag; // empty: not a tag
};

class HxlTag : public testing::TestWithParam<TagCase>
{
};

TEST_P(HxlTag, followsTheReferenceSyntax)
{
    const auto tag = exchange::parseTag(QString::fromUtf8(GetParam().cell));
    EXPECT_EQ(tag ? tag->text().toStdString() : std::string(), GetParam().tag);
}

INSTANTIATE_TEST_SUITE_P(
    Cells, HxlTag,
    testing::Values(TagCase{"#org", "#org"}, TagCase{" #ADM2 +code +v_pcodes ", "#adm2+code+v_pcodes"},
                    TagCase{"#org+name", "#org+name"}, TagCase{"#sector +\tcluster", "#sector+cluster"},
                    TagCase{"#adm1_id", "#adm1+code"}, TagCase{"#adm3_name", "#adm3+name"},
                    TagCase{"#lat_deg", "#geo+lat"}, TagCase{"#lon_deg", "#geo+lon"}, TagCase{"#", ""},
                    TagCase{"org", ""}, TagCase{"#3w", ""}, TagCase{"#org name", ""}, TagCase{"# 12", ""},
                    TagCase{"#org+", ""}, TagCase{"", ""}));

TEST(HxlTagRow, needsHalfOfTheFilledCells)
{
    const auto row = [](const char* csv) { return exchange::findTagRow(tabular::parseCsv(csv)); };
    EXPECT_EQ(row("a,b,c\n#org,,\n"), 1);
    EXPECT_EQ(row("a,b,c,d\n#org,#adm1,x,y\n"), 1);
    EXPECT_EQ(row("a,b,c\n#org,x,y\n"), -1);
    EXPECT_EQ(row("a,b\n1,2\n"), -1);
    EXPECT_EQ(row(QByteArray("x,y\n").repeated(24) + "#org,#adm1\n"), 24);
    EXPECT_EQ(row(QByteArray("x,y\n").repeated(25) + "#org,#adm1\n"), -1);
}

TEST(Hxl, gathersRowsByFoldedName)
{
    const ListReading reading = read("Nom,Sigle,Secteur,Lieu,Activité\n"
                                     "#org+name,#org+acronym,#sector,#adm1+name,#activity\n"
                                     "Association Été (fictive),AE,Santé,Rabat,a\n"
                                     "ASSOCIATION ETE (Fictive),,Abri,Rabat,b\n"
                                     "Association Hiver (fictive),AH,Santé,Fès,a\n"
                                     "Association Été (fictive),AE,santé,Salé,a\n");
    EXPECT_EQ(reading.rows, 4);
    EXPECT_EQ(actors(reading), "Association Été (fictive)[AE] Association Hiver (fictive)[AH]");
    const exchange::ListedActor& first = reading.actors.front();
    EXPECT_EQ(first.rows, (std::vector<int>{3, 4, 6}));
    EXPECT_EQ(first.sectors, (QStringList{QStringLiteral("Santé"), QStringLiteral("Abri")}));
    EXPECT_EQ(first.places, (QStringList{QStringLiteral("Rabat"), QStringLiteral("Salé")}));
    EXPECT_EQ(first.activities, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_EQ(first.answers.value(QStringLiteral("ter_provinces")), QStringLiteral("rabat sale"));
    EXPECT_EQ(codes(reading.rejected) + codes(reading.warnings), "");
}

struct RoleCase
{
    const char* name;
    const char* csv;
    const char* actors;
    const char* fact; // label=values kept about the first actor
};

class HxlRoles : public testing::TestWithParam<RoleCase>
{
};

TEST_P(HxlRoles, decideWhoIsTheActor)
{
    const ListReading reading = read(GetParam().csv);
    EXPECT_EQ(actors(reading), GetParam().actors);
    QStringList facts;
    const auto& all = reading.actors.front().facts;
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        facts << it.key() + u'=' + it->join(u',');
    EXPECT_EQ(facts.join(u' ').toStdString(), GetParam().fact);
}

INSTANTIATE_TEST_SUITE_P(
    Columns, HxlRoles,
    testing::Values(RoleCase{"primaryBeforeImplementing", "Org,Impl\n#org+name,#org+impl+name\nA,B\nA,C\n",
                             "A[]", "Impl=B,C"},
                    RoleCase{"implementingWhenOnlyItHasAName",
                             "Partner,Impl\n#org +acronym,#org +impl +name\nFAO,UOT\nWFP,UOT\n", "UOT[]",
                             "Partner=FAO,WFP"},
                    RoleCase{"acronymAlone", "Org\n#org+acronym\nABC\nabc\nDEF\n", "[ABC] [DEF]", ""},
                    RoleCase{"funderIsAFact", "Org,F\n#org,#org+funder\nA,X\nA,Y\n", "A[]", "funders=X,Y"},
                    RoleCase{"legacyFunding", "Org,F\n#org,#org+funding\nA,X\n", "A[]", "funders=X"},
                    RoleCase{"untaggedColumnIsAFact", "Org,Zone\n#org,\nA,X\n", "A[]", "Zone=X"},
                    RoleCase{"otherTagIsAFact", "Org,Date\n#org,#date+start\nA,2015-01-06\n", "A[]",
                             "Date=2015-01-06"},
                    RoleCase{"contactIsLeftOut", "Org,Mail\n#org,#contact+email\nA,a@b.c\n", "A[]", ""},
                    RoleCase{"noHeaderRow", "#org,#date\nA,2015\n", "A[]", "#date=2015"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Hxl, joinsALoneAcronymToTheNameItGoesWith)
{
    const ListReading reading =
        read("N,S\n#org+name,#org+acronym\n,AA\nAlpha,AA\n,ZZ\nBeta,BB\nBravo,BB\n,BB\n");
    EXPECT_EQ(actors(reading), "Alpha[AA] [ZZ] Beta[BB] Bravo[BB] [BB]");
    EXPECT_EQ(reading.actors.front().rows.size(), 2U);
    EXPECT_EQ(codes(reading.warnings), "list.same_acronym@8");
}

TEST(Hxl, readsArabicNames)
{
    const ListReading reading =
        read("N,A\n#org+name+i_fr,#org+name+i_ar\nAlpha (fictive),جمعية ألفا\n,جمعية باء\n");
    ASSERT_EQ(reading.actors.size(), 2U);
    EXPECT_EQ(reading.actors[0].nameAr, QStringLiteral("جمعية ألفا"));
    EXPECT_EQ(reading.actors[1].nameAr, QStringLiteral("جمعية باء"));
}

TEST(Hxl, prefersTheNameOfASectorToItsCode)
{
    const ListReading reading = read("N,C,S\n#org,#sector+code,#sector+name\nA,HEA,Santé\n");
    EXPECT_EQ(reading.actors.front().sectors, QStringList{QStringLiteral("Santé")});
}

struct IssueCase
{
    const char* name;
    const char* csv;
    const char* rejected;
    const char* warnings;
};

class HxlIssues : public testing::TestWithParam<IssueCase>
{
};

TEST_P(HxlIssues, areAllReported)
{
    const ListReading reading = read(GetParam().csv);
    EXPECT_EQ(codes(reading.rejected), GetParam().rejected);
    EXPECT_EQ(codes(reading.warnings), GetParam().warnings);
}

INSTANTIATE_TEST_SUITE_P(
    Lists, HxlIssues,
    testing::Values(
        IssueCase{"noTagRow", "Nom,Lieu\nA,B\n", "hxl.no_tag_row@0", ""},
        IssueCase{"noOrganisation", "S,L\n#sector,#adm1\nA,Rabat\n", "list.no_organisation_column@2", ""},
        IssueCase{"onlyFunder", "F\n#org+funder\nA\n", "list.no_organisation_column@2", ""},
        IssueCase{"rowsWithoutName", "N,S\n#org,#sector\nA,x\n,y\n--,z\n\n",
                  "list.no_organisation@4 list.no_organisation@5", ""},
        IssueCase{"extraCells", "N\n#org\nA,shifted\n", "", "list.extra_cells@3"},
        IssueCase{"placeholder", "N,S\n#org,#sector\nNo partner,x\n", "", "list.placeholder_name@3"},
        IssueCase{"untagged", "N,Zone\n#org,\nA,x\n", "", "hxl.untagged_column@2"},
        IssueCase{"contact", "N,Tél\n#org,#contact+phone\nA,0\n", "", "list.contact_ignored@2"},
        IssueCase{"foreignPlace", "N,L\n#org,#adm1+name\nA,Lac\nA,Rabat\nA,LAC\nA,Maroc\n", "",
                  "list.foreign_places@0"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Hxl, listsForeignPlacesOnceAndKeepsThem)
{
    const ListReading reading = read("N,L\n#org,#adm1+name\nA,Lac\nB,Batha\nB,Fès\n");
    ASSERT_EQ(reading.warnings.size(), 1U);
    EXPECT_EQ(reading.warnings.front().args,
              (QStringList{QStringLiteral("2"), QStringLiteral("Batha ; Lac")}));
    EXPECT_EQ(reading.actors[0].places, QStringList{QStringLiteral("Lac")});
}

TEST(Hxl, gathersThirtyThousandRows)
{
    QByteArray csv = "N,S,T,A,L,C\n#org+name,#org+acronym,#sector,#activity,#adm1+name,#adm1+code\n";
    for (int i = 0; i < 30'000; ++i) {
        const QByteArray n = QByteArray::number(i % 3'000);
        csv += "Association " + n + " (fictive),A" + n + ",Secteur " + QByteArray::number(i % 11) +
               ",Action " + QByteArray::number(i) + ",Lieu " + QByteArray::number(i % 80) + ",P" +
               QByteArray::number(i % 80) + "\n";
    }
    const ListReading reading = exchange::readHxl({QStringLiteral("l"), tabular::parseCsv(csv), 1});
    EXPECT_EQ(reading.rows, 30'000);
    EXPECT_EQ(reading.actors.size(), 3'000U);
    size_t rows = 0;
    for (const exchange::ListedActor& actor : reading.actors)
        rows += actor.rows.size();
    EXPECT_EQ(rows, 30'000U);
}

TEST(Hxl, stopsWhenAsked)
{
    EXPECT_THROW(
        exchange::readHxl(table("N\n#org\nA\n"), {}, [](const base::ProgressStep&) { return false; }),
        std::exception);
}

} // namespace
