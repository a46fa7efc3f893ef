#include "base/resources.h"
#include "questionnaire/compiler.h"
#include "questionnaire/expression/expression.h"
#include "questionnaire/standard.h"
#include "tabular/csv.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

// Numbers stated by the instrument's own title page, not derived from the files.
constexpr int Questions = 201, Lists = 93, Repeats = 6, Sections = 17, ShortForm = 61, Provinces = 75;

bool isAsked(const Question& question)
{
    return question.type != QuestionType::Group && question.type != QuestionType::Repeat &&
           question.type != QuestionType::Note;
}

template <class Predicate> int countOf(Predicate predicate)
{
    const auto& all = standardForm()->questions;
    return int(std::count_if(all.begin(), all.end(), predicate));
}

TEST(StandardForm, HoldsTheWholeInstrument)
{
    const auto form = standardForm();
    ASSERT_TRUE(form);
    EXPECT_EQ(countOf(isAsked), Questions);
    EXPECT_EQ(countOf([](const Question& q) { return q.type == QuestionType::Repeat; }), Repeats);
    EXPECT_EQ(countOf([](const Question& q) { return isAsked(q) && q.shortForm; }), ShortForm);
    EXPECT_EQ(int(form->sections.size()), Sections);
    EXPECT_EQ(int(form->lists.size()), Lists);
    EXPECT_EQ(int(form->lists[u"provinces"_qs].choices.size()), Provinces);
}

TEST(StandardForm, CompilesWithoutAnyIssue)
{
    std::vector<SheetTable> sheets;
    for (const QString& name : {u"survey"_qs, u"choices"_qs, u"settings"_qs})
        sheets.push_back(
            {name, tabular::parseCsv(base::resource(u"questionnaire/"_qs + name + u".csv"_qs)), 1});
    for (const base::Issue& issue : compileForm(sheets).issues) {
        // Hints and messages of constraints are for the interviewer, who reads French.
        if (issue.code == u"form.missing_translation") continue;
        ADD_FAILURE() << issue.code.toStdString() << " row " << issue.place.row << ' '
                      << issue.args.join(u", "_qs).toStdString();
    }
}

TEST(StandardForm, GivesEveryNumberItsUnit)
{
    for (const Question& question : standardForm()->questions) {
        const bool number = question.type == QuestionType::Integer || question.type == QuestionType::Decimal;
        const bool year = question.name == u"id_annee_creation";
        EXPECT_EQ(!question.unit.isEmpty(), number && !year) << question.name.toStdString();
    }
}

TEST(StandardForm, HasEveryListAndEveryExpression)
{
    const auto form = standardForm();
    int expressions = 0;
    for (const Question& question : form->questions) {
        const bool selects =
            question.type == QuestionType::SelectOne || question.type == QuestionType::SelectMultiple;
        EXPECT_EQ(form->listOf(question) != nullptr, selects) << question.name.toStdString();
        for (const QString& text : {question.relevant, question.constraint}) {
            if (text.isEmpty()) continue;
            ExpressionError error;
            EXPECT_TRUE(Expression::compile(text, error)) << text.toStdString();
            ++expressions;
        }
        EXPECT_EQ(question.constraintMessage.isEmpty(), question.constraint.isEmpty());
        EXPECT_FALSE(question.label.isEmpty()) << question.name.toStdString();
        EXPECT_FALSE(question.labels[u"en"_qs].isEmpty()) << question.name.toStdString();
    }
    EXPECT_GT(expressions, 100);
}

TEST(StandardForm, KnowsSensitivitiesScopesAndIndicators)
{
    const auto form = standardForm();
    EXPECT_EQ(countOf([](const Question& q) { return q.sensitivity == Sensitivity::Confidential; }), 10);
    EXPECT_EQ(form->question(u"site_gps"_qs)->sensitivity, Sensitivity::Confidential);
    EXPECT_EQ(form->question(u"id_recepisse"_qs)->sensitivity, Sensitivity::Restricted);
    EXPECT_EQ(form->question(u"id_nom_fr"_qs)->sensitivity, Sensitivity::Public);
    EXPECT_EQ(form->question(u"ent_date"_qs)->scope, Scope::Passage);
    EXPECT_EQ(form->question(u"cons_liste"_qs)->scope, Scope::Passage);
    EXPECT_EQ(form->question(u"id_nom_fr"_qs)->scope, Scope::Actor);
    EXPECT_EQ(form->question(u"id_statut"_qs)->indicators, (QStringList{u"A1.1"_qs, u"V1"_qs}));
    const ChoiceList provinces = form->lists[u"provinces"_qs];
    const Choice& province = provinces.choices.front();
    EXPECT_EQ(province.attributes.value(u"region_2015"_qs), u"r15_tta"_qs);
    EXPECT_EQ(province.attributes.value(u"region_1997"_qs), u"r97_tt"_qs);
}

TEST(StandardForm, NestsRepeatsInSectionsAndNumbersQuestions)
{
    const auto form = standardForm();
    const int row = form->index[u"lien_nature"_qs];
    EXPECT_EQ(form->questions[size_t(form->repeatOf(row))].name, u"rg_liens"_qs);
    EXPECT_EQ(form->questions[size_t(form->sectionOf(row))].name, u"s14_liens"_qs);
    EXPECT_EQ(form->question(u"ent_date"_qs)->number, 1);
    EXPECT_EQ(form->question(u"cons_retrait_date"_qs)->number, 17);
    EXPECT_EQ(form->question(u"nt_intro"_qs)->number, 0);
    EXPECT_EQ(
        form->question(u"s05_gouvernance"_qs)->relevant,
        u"(${ent_mode} = 'documentaire' or ${cons_participation} = 'oui') and ${id_categorie} != 'public'"_qs);
}

} // namespace
