#include "study_fixture.h"
#include "support/living_section.h"
#include "workflow/form_versions.h"
#include "workflow/row_paste.h"
#include "workflow/undo.h"

#include <gtest/gtest.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct FormEffects : testing::Test
{
    test::StudyFixture fixture;
    QString record;

    void SetUp() override
    {
        const auto plan = workflow::planFormChange(study(), test::withLivingSection(fixture.folder));
        for (const base::Issue& issue : plan.issues)
            EXPECT_NE(issue.severity, base::Severity::Error)
                << issue.code.toStdString() << ' ' << issue.args.join(u' ').toStdString();
        ASSERT_TRUE(workflow::adoptForm(study(), plan, {}).ok());
        record = fixture.addActor(s("Association Essai (fictive)"));
        ASSERT_TRUE(fixture.answer(record, s("ent_mode"), s("documentaire")).ok());
    }
    workflow::Study& study() { return *fixture.study; }
    questionnaire::Answers stored() { return std::as_const(study()).dossier().answers(record).actor; }
    std::string value(const char* question) { return stored().at(s(question)).value.toStdString(); }
    std::vector<std::string> rooms()
    {
        std::vector<std::string> names;
        const questionnaire::Answers answers = stored();
        if (const auto* rows = answers.rows(s("es_chambre")))
            for (const questionnaire::Row& row : *rows)
                names.push_back(row.answers.at(s("es_nom")).value.toStdString());
        return names;
    }
    workflow::Outcome answer(const char* question, const char* typed)
    {
        const workflow::Outcome outcome = fixture.answer(record, s(question), s(typed));
        EXPECT_TRUE(outcome.ok()) << outcome.issues.front().code.toStdString();
        return outcome;
    }
};

TEST_F(FormEffects, ANewActorReceivesTheDefaultsAndKeepsThem)
{
    EXPECT_EQ(value("es_lits"), "12");
    fixture.reopen();
    EXPECT_EQ(value("es_lits"), "12");
    answer("es_lits", "3");
    answer("es_chambres", "0");
    EXPECT_EQ(value("es_lits"), "3");
}

TEST_F(FormEffects, WhatAnAnswerSetsOffIsWrittenAndUndoneWithIt)
{
    workflow::UndoStack stack(study());
    const workflow::Outcome outcome = answer("es_chambres", "2");
    stack.push(outcome);
    EXPECT_EQ(value("es_vu"), "2015-01-23");
    EXPECT_EQ(rooms(), (std::vector<std::string>{"Chambre", "Chambre"}));
    EXPECT_EQ(outcome.rows.size(), 2U);
    EXPECT_EQ(outcome.assigned.size(), 3U);
    EXPECT_TRUE(stack.undo().done);
    EXPECT_EQ(value("es_chambres"), "");
    EXPECT_EQ(value("es_vu"), "");
    EXPECT_TRUE(rooms().empty());
    EXPECT_TRUE(stack.redo().done);
    EXPECT_EQ(rooms().size(), 2U);
}

TEST_F(FormEffects, RowsFollowTheirCountButNeverTakeAnAnswerAway)
{
    answer("es_chambres", "4");
    const QString second = stored().rows(s("es_chambre"))->at(1).uid;
    ASSERT_TRUE(
        workflow::setAnswer(study(), record, {s("es_nom"), {}, second}, questionnaire::Answer::of(s("Bleue")))
            .ok());
    answer("es_chambres", "0");
    EXPECT_EQ(rooms(), (std::vector<std::string>{"Chambre", "Bleue"}));
    answer("es_chambres", "3");
    EXPECT_EQ(rooms(), (std::vector<std::string>{"Chambre", "Bleue", "Chambre"}));
}

TEST_F(FormEffects, AFreeRowReceivesItsDefaultsWhetherAddedOrPasted)
{
    answer("es_chambres", "1");
    const workflow::Outcome added = workflow::addRow(study(), record, s("es_chambre"));
    ASSERT_TRUE(added.ok());
    EXPECT_EQ(rooms().size(), 2U);
    EXPECT_EQ(rooms().back(), "Chambre");
    const workflow::Outcome pasted = workflow::pasteRows(
        study(), record, {s("\t3\nVerte\t4\n"), s("es_chambre"), {}, {s("es_nom"), s("es_dedans_lits")}});
    EXPECT_TRUE(pasted.issues.empty());
    EXPECT_EQ(rooms().back(), "Verte");
    EXPECT_EQ(rooms()[rooms().size() - 2], "Chambre");
}

} // namespace
