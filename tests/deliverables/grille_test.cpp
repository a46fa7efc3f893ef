#include "deliverables/deliverables.h"
#include "disclosure/study_fixture.h"

#include <gtest/gtest.h>

using disclosure::Audience;
using report::Sheet;
using test::StudyFixture;

namespace {

QString cellOf(const Sheet& sheet, const QString& column, size_t row = 0)
{
    for (size_t c = 0; c < sheet.columns.size(); ++c) {
        if (sheet.columns[c].title != column) continue;
        const Sheet::Value& value = sheet.rows.at(row).at(c);
        if (const auto* text = std::get_if<QString>(&value)) return *text;
        if (const auto* number = std::get_if<double>(&value)) return QString::number(*number);
        return {};
    }
    return u"(absente)"_qs;
}

Sheet sheetOf(const StudyFixture& study, Audience audience)
{
    return deliverables::grilleWorkbook(disclosure::View(study.data, audience)).sheets.at(0);
}

struct ColumnsCase
{
    Audience audience;
    QDate date;
    size_t columns;
};

class Columns : public testing::TestWithParam<ColumnsCase>
{
};

TEST_P(Columns, AreThoseOfThePrint)
{
    StudyFixture study;
    study.data->info.date = GetParam().date;
    EXPECT_EQ(sheetOf(study, GetParam().audience).columns.size(), GetParam().columns);
}

// 46 in the working file; 46 is internal; 7, 10, 23, 26, 37, 41, 42, 44, 45 are for the IOM; 12 did not
// exist.
INSTANTIATE_TEST_SUITE_P(Prints, Columns,
                         testing::Values(ColumnsCase{Audience::Working, {2015, 2, 5}, 46},
                                         ColumnsCase{Audience::Iom, {2015, 2, 5}, 45},
                                         ColumnsCase{Audience::Restricted, {2015, 2, 4}, 44},
                                         ColumnsCase{Audience::Wide, {2015, 2, 27}, 36},
                                         ColumnsCase{Audience::Wide, {2015, 1, 13}, 35}));

TEST(Grille, TellsTheStatesOfAnAnswerApart)
{
    using questionnaire::Answer;
    using questionnaire::AnswerState;
    StudyFixture study;
    disclosure::ActorData& actor = study.add({{u"id_categorie"_qs, u"femmes"_qs},
                                              {u"pub_total"_qs, u"0"_qs},
                                              {u"acc_outils"_qs, QString(u""_qs)}});
    actor.inScope.set(u"id_statut"_qs, Answer::inState(AnswerState::DontKnow));
    actor.inScope.set(u"id_annee_creation"_qs, Answer::inState(AnswerState::Refused));
    actor.inScope.set(u"ter_echelle"_qs, Answer::inState(AnswerState::NotApplicable));
    const Sheet sheet = sheetOf(study, Audience::Working);
    EXPECT_EQ(cellOf(sheet, u"Personnes accompagnées (12 mois)"_qs), u"0"_qs);
    EXPECT_EQ(cellOf(sheet, u"Outils d’accompagnement (nombre)"_qs), u"0"_qs);
    EXPECT_EQ(cellOf(sheet, u"Statut juridique"_qs), u"ne sait pas"_qs);
    EXPECT_EQ(cellOf(sheet, u"Année de création"_qs), u"refus"_qs);
    EXPECT_EQ(cellOf(sheet, u"Échelle"_qs), u"n. a."_qs);
    EXPECT_EQ(cellOf(sheet, u"Approches"_qs), QString());
}

TEST(Grille, InstitutionsAreOutOfFieldInTheColumnsThatAreNotTheirs)
{
    StudyFixture study;
    study.add({{u"id_categorie"_qs, u"public"_qs},
               {u"cons_partage"_qs, u"oui"_qs},
               {u"inst_obstacles"_qs, u"budget"_qs}});
    const Sheet sheet = sheetOf(study, Audience::Iom);
    for (const QString& column :
         {u"Effectif salarié (équivalents temps plein), bénévoles"_qs, u"Classe de budget"_qs,
          u"Réinsertion"_qs, u"Programmes en cours, projetés"_qs, u"Points forts"_qs,
          u"Statut face à la traite"_qs})
        EXPECT_EQ(cellOf(sheet, column), u"hors champ"_qs) << column.toStdString();
    EXPECT_EQ(cellOf(sheet, u"Besoins prioritaires"_qs), u"Budget"_qs);
}

TEST(Grille, SaysWhatIsNotCommunicated)
{
    StudyFixture study;
    study.add({{u"id_categorie"_qs, u"femmes"_qs},
               {u"fin_budget"_qs, u"750000"_qs},
               {u"cons_partage"_qs, u"non"_qs}});
    study.add({{u"id_categorie"_qs, u"femmes"_qs},
               {u"fin_budget"_qs, u"750000"_qs},
               {u"cons_partage"_qs, u"oui"_qs}});
    const Sheet sheet = sheetOf(study, Audience::Iom);
    EXPECT_EQ(cellOf(sheet, u"Classe de budget"_qs, 0), u"non communiqué"_qs);
    EXPECT_EQ(cellOf(sheet, u"Classe de budget"_qs, 1), u"500 000 à 1 million DH"_qs);
    EXPECT_EQ(cellOf(sheet, u"Décision (recensée, présélectionnée, retenue)"_qs, 0),
              u"classement non communiqué"_qs);
    const Sheet wide = sheetOf(study, Audience::Wide);
    EXPECT_EQ(cellOf(wide, u"Statut face à la traite"_qs, 1), u"non communiqué"_qs);
    EXPECT_EQ(cellOf(wide, u"Classe de budget"_qs, 1), u"(absente)"_qs);
}

TEST(Grille, ShelterIsGivenByItsRegion)
{
    StudyFixture study;
    study.add({{u"id_categorie"_qs, u"femmes"_qs},
               {u"abr_offre"_qs, u"direct"_qs},
               {u"id_province"_qs, u"tetouan"_qs},
               {u"ter_provinces"_qs, u"tetouan tanger_assilah"_qs},
               {u"ter_echelle"_qs, u"locale"_qs}});
    const Sheet sheet = sheetOf(study, Audience::Iom);
    EXPECT_EQ(cellOf(sheet, u"Province du siège"_qs), u"région Tanger-Tétouan"_qs);
    EXPECT_EQ(cellOf(sheet, u"Provinces couvertes"_qs), u"Tanger-Tétouan"_qs);
    EXPECT_EQ(cellOf(sheet, u"Échelle"_qs), u"Une région au plus"_qs);
    EXPECT_EQ(cellOf(sheet, u"Abri"_qs), u"direct"_qs);
}

} // namespace
