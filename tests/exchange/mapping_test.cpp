#include "exchange/lists.h"
#include "support/temporary_folder.h"
#include "tabular/csv.h"

#include <gtest/gtest.h>

namespace {

using exchange::ListReading;
using exchange::Mapping;

Mapping mapping(const char* json)
{
    base::Issues issues;
    Mapping read = exchange::readMapping(json, issues);
    EXPECT_FALSE(base::hasErrors(issues)) << issues.front().code.toStdString();
    return read;
}

ListReading read(const char* csv, const char* json)
{
    return exchange::readMapped({QStringLiteral("liste.csv"), tabular::parseCsv(csv), 1}, mapping(json));
}

std::string codes(const base::Issues& issues)
{
    QStringList all;
    for (const base::Issue& issue : issues)
        all << issue.code;
    return all.join(u' ').toStdString();
}

constexpr const char* Columns =
    R"({"columns": {"Nom": "id_nom_fr", "Sigle": "id_sigle", "#3": "type", "Statut": "id_statut"},
    "values": {"type": {"ONG internationale": "ong_inter", "Nationale": ""}}})";

TEST(Mapping, readsAPlainTableWhereverItsHeaderIs)
{
    const ListReading reading =
        read("Liste du 6 janvier,,,\n,,,\nSigle,Nom,Genre,Statut\n"
             "A,Alpha (fictive),ONG INTERNATIONALE,Association déclarée (dahir de 1958)\n"
             "B,Bêta (fictive),Nationale,assoc_etrangere\n",
             Columns);
    EXPECT_EQ(reading.rows, 2);
    ASSERT_EQ(reading.actors.size(), 2U);
    EXPECT_EQ(reading.actors[0].acronym, QStringLiteral("A"));
    EXPECT_EQ(reading.actors[0].type, QStringLiteral("ONG INTERNATIONALE"));
    EXPECT_EQ(reading.actors[0].answers.value(QStringLiteral("id_categorie")), QStringLiteral("ong_inter"));
    EXPECT_EQ(reading.actors[0].answers.value(QStringLiteral("id_statut")), QStringLiteral("assoc_declaree"));
    EXPECT_FALSE(reading.actors[1].answers.contains(QStringLiteral("id_categorie")));
    EXPECT_EQ(reading.actors[1].answers.value(QStringLiteral("id_statut")),
              QStringLiteral("assoc_etrangere"));
    EXPECT_EQ(codes(reading.rejected) + codes(reading.warnings), "");
}

TEST(Mapping, keepsAsAFactWhatHasNoCode)
{
    const ListReading reading =
        read("Nom,Sigle,Genre,Statut\nAlpha,A,Inconnu,Bizarre\nAlpha,A,Inconnu,Bizarre\n", Columns);
    EXPECT_EQ(codes(reading.warnings), "list.value_without_code list.value_without_code");
    EXPECT_EQ(reading.actors[0].facts.value(QStringLiteral("id_statut")),
              QStringList{QStringLiteral("Bizarre")});
    EXPECT_EQ(reading.actors[0].type, QStringLiteral("Inconnu"));
}

TEST(Mapping, unitesTheCodesOfAMultipleChoice)
{
    const ListReading reading = read("Nom,Secteur\nAlpha,Santé\nAlpha,Abri\nAlpha,Santé\n",
                                     R"({"columns": {"Nom": "id_nom_fr", "Secteur": "sector"},
                                         "values": {"sector": {"Santé": "sante", "Abri": "hebergement urgence"}}})");
    EXPECT_EQ(reading.actors[0].answers.value(QStringLiteral("dom_domaines")),
              QStringLiteral("sante hebergement urgence"));
    EXPECT_EQ(reading.actors[0].sectors.size(), 2);
}

TEST(Mapping, keepsTheFirstOfTwoValuesOfASingleAnswer)
{
    const ListReading reading = read("Nom,Ville\nAlpha,Rabat\nAlpha,Salé\n",
                                     R"({"columns": {"Nom": "id_nom_fr", "Ville": "id_email"}})");
    EXPECT_EQ(reading.actors[0].answers.value(QStringLiteral("id_email")), QStringLiteral("Rabat"));
    EXPECT_EQ(codes(reading.warnings), "list.several_values");
}

TEST(Mapping, goesBeforeTheTags)
{
    const ListReading reading = exchange::readHxl(
        {QStringLiteral("l"),
         tabular::parseCsv("ACTEUR,Description,ZONE\n#org+name,,\nABC,Alpha (fictive),Est\n"), 1},
        mapping(R"({"columns": {"ACTEUR": "id_sigle", "Description": "id_nom_fr", "ZONE": ""}})"));
    EXPECT_EQ(reading.actors[0].name, QStringLiteral("Alpha (fictive)"));
    EXPECT_EQ(reading.actors[0].acronym, QStringLiteral("ABC"));
    EXPECT_TRUE(reading.actors[0].facts.isEmpty());
    EXPECT_EQ(codes(reading.warnings), "");
}

TEST(Mapping, namesEveryColumnThatIsMissing)
{
    const ListReading reading = read("Autre,Chose\nx,y\n", Columns);
    EXPECT_EQ(codes(reading.rejected),
              "mapping.missing_column mapping.missing_column mapping.missing_column mapping.missing_column");
    EXPECT_EQ(reading.rows, 0);
}

struct Faulty
{
    const char* name;
    const char* json;
    const char* codes;
};

class FaultyMapping : public testing::TestWithParam<Faulty>
{
};

TEST_P(FaultyMapping, hasAllItsFaultsListed)
{
    base::Issues issues;
    exchange::readMapping(GetParam().json, issues);
    EXPECT_EQ(codes(issues), GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(
    Files, FaultyMapping,
    testing::Values(
        Faulty{"notJson", "{\"columns\": ", "mapping.not_json"}, Faulty{"empty", "", "mapping.not_json"},
        Faulty{"array", "[]", "mapping.not_object"}, Faulty{"nothing", "{}", "mapping.empty"},
        Faulty{"wrongTypes", R"({"source": 1, "header_row": "x", "columns": {"A": 3}, "values": []})",
               "mapping.wrong_type mapping.wrong_type mapping.wrong_type mapping.wrong_type mapping.empty"},
        Faulty{"unknownTargets",
               R"({"columns": {"A": "id_nom", "B": "place:adm9", "C": "rg_sites", "D": "fact:"}})",
               "mapping.unknown_target mapping.unknown_target mapping.unknown_target mapping.unknown_target"},
        Faulty{
            "unknownCodes",
            R"({"columns": {"A": "id_statut"}, "values": {"id_statut": {"x": "nope"}, "type": {"y": "femmes zz"}}})",
            "mapping.unknown_code mapping.unknown_code"},
        Faulty{"noList", R"({"columns": {"A": "id_nom_fr"}, "values": {"id_nom_fr": {"x": "y"}}})",
               "mapping.target_without_list"},
        Faulty{"unknownKey", R"({"columns": {"A": "id_nom_fr"}, "colonnes": {}, "_note": "x"})",
               "mapping.unknown_key"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Mapping, shippedExampleIsValid)
{
    base::Issues issues;
    const Mapping example = exchange::readMapping(
        test::readAll(test::fixture(QStringLiteral("../docs/formats/exemple-mapping-3w.json"))), issues);
    EXPECT_EQ(codes(issues), "");
    EXPECT_EQ(example.columns.value(QStringLiteral("Description_Acteur")), QStringLiteral("id_nom_fr"));
}

} // namespace
