#include "drawing/pdf_writer.h"
#include "questionnaire/session.h"
#include "questionnaire/standard.h"
#include "workflow/blank_form.h"

#include <gtest/gtest.h>

namespace {

using questionnaire::Form;
using report::Block;

void gather(const std::vector<Block>& blocks, QStringList& words)
{
    for (const Block& block : blocks) {
        if (const auto* paragraph = std::get_if<report::Paragraph>(&block.content))
            for (const report::Run& run : paragraph->runs)
                words << run.text;
        if (const auto* heading = std::get_if<report::Heading>(&block.content)) words << heading->text;
        if (const auto* table = std::get_if<report::Table>(&block.content))
            for (const auto& row : table->rows)
                for (const auto& cell : row.cells)
                    gather(cell.blocks, words);
    }
}

QStringList wordsOf(const report::Document& document)
{
    QStringList words;
    for (const report::Section& section : document.sections)
        gather(section.blocks, words);
    return words;
}

const Form& standard()
{
    static const std::shared_ptr<const Form> form = questionnaire::standardForm();
    return *form;
}

struct Condition
{
    const char* question;
    QString words;
};

TEST(BlankForm, ConditionsAreSaidByNumberAndLabel)
{
    const Form& form = standard();
    const auto number = [&](const char* name) {
        return workflow::questionNumber(form, form.index.value(QString::fromLatin1(name)));
    };
    const std::vector<Condition> cases{
        {"abr_places", QStringLiteral("si %1 = « Oui, assuré par notre équipe »").arg(number("abr_offre"))},
        {"tra_services", QStringLiteral("si %1 > 0").arg(number("tra_nombre"))},
        {"id_nom_fr", QString()}};
    for (const Condition& each : cases) {
        const auto* question = form.question(QString::fromLatin1(each.question));
        EXPECT_EQ(workflow::conditionInWords(form, question->relevant), each.words) << each.question;
    }
}

TEST(BlankForm, NoConditionKeepsACodeOfTheForm)
{
    const Form& form = standard();
    int said = 0;
    for (const auto& question : form.questions) {
        if (question.relevant.isEmpty()) continue;
        const QString words = workflow::conditionInWords(form, question.relevant);
        EXPECT_TRUE(words.startsWith(u"si "_qs) || words.startsWith(u"selon "_qs))
            << question.relevant.toStdString() << " -> " << words.toStdString();
        EXPECT_FALSE(words.contains(u'_')) << words.toStdString();
        ++said;
    }
    EXPECT_GT(said, 50);
}

TEST(BlankForm, EveryQuestionOfTheFormStandsInItWithItsNumber)
{
    const Form& form = standard();
    for (const bool shortForm : {true, false}) {
        const QStringList words = wordsOf(workflow::blankForm(form, shortForm, QDate(2015, 1, 5)));
        for (size_t i = 0; i < form.questions.size(); ++i) {
            const auto& question = form.questions[i];
            if (!isAsked(question) || form.repeatOf(static_cast<int>(i)) >= 0) continue;
            EXPECT_EQ(words.contains(workflow::questionNumber(form, static_cast<int>(i))),
                      !shortForm || question.shortForm)
                << question.name.toStdString();
        }
    }
}

TEST(BlankForm, TheShortOneIsMuchShorter)
{
    const auto pages = [](bool shortForm) {
        return drawing::paginate(workflow::blankForm(standard(), shortForm, QDate(2015, 1, 5))).count();
    };
    EXPECT_LE(pages(true), 12);
    EXPECT_GT(pages(false), 2 * pages(true));
}

} // namespace
