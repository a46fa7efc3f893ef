#include "support/temporary_folder.h"
#include "workflow/row_paste.h"
#include "workflow/study.h"
#include "workflow/undo.h"

#include <gtest/gtest.h>

namespace {

class RowPaste : public testing::Test
{
protected:
    RowPaste()
    {
        record = workflow::addActor(*study, QStringLiteral("Association Une (fictive)")).id;
        const QString passage = study->dossier().answers(record).passages.front().uid;
        workflow::setAnswer(*study, record, {QStringLiteral("ent_mode"), passage, {}},
                            questionnaire::Answer::of(QStringLiteral("documentaire")));
    }

    workflow::Outcome paste(const char* text, const QString& repeat = QStringLiteral("rg_programmes"))
    {
        const QStringList columns{QStringLiteral("prg_nom"), QStringLiteral("prg_etat"),
                                  QStringLiteral("prg_services"), QStringLiteral("prg_debut")};
        return workflow::pasteRows(*study, record, {QString::fromUtf8(text), repeat, {}, columns});
    }
    std::vector<questionnaire::Row> rows() const
    {
        const auto answers = study->dossier().answers(record);
        const auto* found = answers.actor.rows(QStringLiteral("rg_programmes"));
        return found ? *found : std::vector<questionnaire::Row>();
    }
    static QString cell(const questionnaire::Row& row, const char* question)
    {
        return row.answers.at(QString::fromLatin1(question)).value;
    }

    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 2, 5), QTime(10, 0), Qt::UTC)};
    std::unique_ptr<workflow::Study> study =
        workflow::Study::create(folder.path(QStringLiteral("étude.osc")), {}, clock);
    QString record;
};

TEST_F(RowPaste, ValuesAreReadByLabelCodeAndFrenchHabit)
{
    const auto outcome = paste("Programme A\ten_cours\tAbri et hébergement ; medical\t12/03/2014\r\n"
                               "Programme B\tclos\t\tavr. 2014\r\n");
    EXPECT_TRUE(outcome.issues.empty());
    ASSERT_EQ(rows().size(), 2U);
    EXPECT_EQ(cell(rows()[0], "prg_nom"), u"Programme A"_qs);
    EXPECT_EQ(cell(rows()[0], "prg_etat"), u"en_cours"_qs);
    EXPECT_EQ(cell(rows()[0], "prg_services"), u"abri medical"_qs);
    EXPECT_EQ(cell(rows()[0], "prg_debut"), u"2014-03-12"_qs);
    EXPECT_EQ(cell(rows()[1], "prg_debut"), u"2014-04-01"_qs);
    EXPECT_EQ(rows()[1].answers.at(QStringLiteral("prg_services")).state,
              questionnaire::AnswerState::NotAsked);
}

TEST_F(RowPaste, AFirstLineOfHeadingsOrdersTheColumns)
{
    const auto outcome = paste("Remarque\tprg_etat\tIntitulé\nsans suite\tclos\tProgramme C\n");
    ASSERT_EQ(rows().size(), 1U);
    EXPECT_EQ(cell(rows()[0], "prg_nom"), u"Programme C"_qs);
    EXPECT_EQ(cell(rows()[0], "prg_etat"), u"clos"_qs);
    ASSERT_EQ(outcome.issues.size(), 1U);
    EXPECT_EQ(outcome.issues[0].code, u"paste.unknown_column"_qs);
    EXPECT_EQ(outcome.issues[0].place.column, u"Remarque"_qs);
}

TEST_F(RowPaste, ARefusedCellIsToldWithItsPlaceAndTheRestOfItsRowIsKept)
{
    const auto outcome =
        paste("Programme D\tinconnu\tabri\tun jour\nProgramme E\tclos\tabri\t1/1/2014\ttrop\n");
    ASSERT_EQ(rows().size(), 2U);
    EXPECT_EQ(cell(rows()[0], "prg_nom"), u"Programme D"_qs);
    EXPECT_EQ(cell(rows()[0], "prg_services"), u"abri"_qs);
    ASSERT_EQ(outcome.issues.size(), 3U);
    EXPECT_EQ(outcome.issues[0].code, u"entry.choice"_qs);
    EXPECT_EQ(outcome.issues[0].place.row, 1);
    EXPECT_EQ(outcome.issues[1].code, u"entry.type"_qs);
    EXPECT_EQ(outcome.issues[1].args[1], u"un jour"_qs);
    EXPECT_EQ(outcome.issues[2].code, u"paste.no_column"_qs);
    EXPECT_EQ(outcome.issues[2].place.row, 2);
}

TEST_F(RowPaste, QuotedCellsAndStatesAreUnderstood)
{
    paste("\"Programme\nen deux lignes\"\tnsp\tsans objet\t\n");
    ASSERT_EQ(rows().size(), 1U);
    EXPECT_EQ(cell(rows()[0], "prg_nom"), u"Programme\nen deux lignes"_qs);
    EXPECT_EQ(rows()[0].answers.at(QStringLiteral("prg_services")).state,
              questionnaire::AnswerState::NotApplicable);
}

TEST_F(RowPaste, OneUndoTakesAllRowsBack)
{
    workflow::UndoStack stack(*study);
    const auto outcome = paste("Programme A\nProgramme B\nProgramme C\n");
    ASSERT_EQ(rows().size(), 3U);
    stack.push(outcome, u"collage"_qs);
    stack.undo();
    EXPECT_TRUE(rows().empty());
}

TEST_F(RowPaste, NothingIsPastedIntoWhatIsNoRepeat)
{
    EXPECT_EQ(paste("x", QStringLiteral("id_sigle")).issues.front().code, u"entry.unknown_repeat"_qs);
}

} // namespace
