#include "workflow/typed_values.h"

#include <gtest/gtest.h>

using questionnaire::QuestionType;

namespace {

struct Typed
{
    QuestionType type;
    QString typed, stored;
};

TEST(TypedValues, FrenchHabitsAreStoredAsTheFormWritesThem)
{
    const QChar narrow(0x202F);
    const std::vector<Typed> cases{{QuestionType::Date, u"12/03/2014"_qs, u"2014-03-12"_qs},
                                   {QuestionType::Date, u"3-2-2015"_qs, u"2015-02-03"_qs},
                                   {QuestionType::Date, u"03.02.15"_qs, u"2015-02-03"_qs},
                                   {QuestionType::Date, u"12032014"_qs, u"2014-03-12"_qs},
                                   {QuestionType::Date, u"1er août 2014"_qs, u"2014-08-01"_qs},
                                   {QuestionType::Date, u"12 mars 2014"_qs, u"2014-03-12"_qs},
                                   {QuestionType::Date, u"avr. 2014"_qs, u"2014-04-01"_qs},
                                   {QuestionType::Date, u"Févr. 2014"_qs, u"2014-02-01"_qs},
                                   {QuestionType::Date, u"04/2014"_qs, u"2014-04-01"_qs},
                                   {QuestionType::Date, u"2014-03-12"_qs, u"2014-03-12"_qs},
                                   {QuestionType::Date, u"31/02/2014"_qs, u"31/02/2014"_qs},
                                   {QuestionType::Date, u"jui 2014"_qs, u"jui 2014"_qs}, // juin or juillet
                                   {QuestionType::Decimal, u"1 250,5"_qs, u"1250.5"_qs},
                                   {QuestionType::Decimal, u"1"_qs + narrow + u"250,5"_qs, u"1250.5"_qs},
                                   {QuestionType::Integer, u" 1 250 "_qs, u"1250"_qs},
                                   {QuestionType::Integer, u"douze"_qs, u"douze"_qs},
                                   {QuestionType::Text, u" 12/03/2014 "_qs, u"12/03/2014"_qs}};
    for (const Typed& each : cases)
        EXPECT_EQ(workflow::storedText(each.type, each.typed), each.stored) << each.typed.toStdString();
}

TEST(TypedValues, WhatIsStoredCanBeTypedAgain)
{
    for (const auto& [type, stored] : std::vector<std::pair<QuestionType, QString>>{
             {QuestionType::Date, u"2014-03-12"_qs}, {QuestionType::Decimal, u"1250.5"_qs}})
        EXPECT_EQ(workflow::storedText(type, workflow::typedText(type, stored)), stored);
}

TEST(TypedValues, AChoiceIsCalledByCodeLabelOrPartOfALabel)
{
    const std::vector<questionnaire::Choice> choices{{u"fes"_qs, u"Fès"_qs, {}, {}, {}},
                                                     {u"tanger_assilah"_qs, u"Tanger-Assilah"_qs, {}, {}, {}},
                                                     {u"oui"_qs, u"Oui"_qs, {}, {}, {}},
                                                     {u"ouezzane"_qs, u"Ouezzane"_qs, {}, {}, {}}};
    EXPECT_EQ(workflow::choiceCalled(choices, u"fes"_qs), u"fes"_qs);
    EXPECT_EQ(workflow::choiceCalled(choices, u" FÈS "_qs), u"fes"_qs);
    EXPECT_EQ(workflow::choiceCalled(choices, u"tang"_qs), u"tanger_assilah"_qs);
    EXPECT_EQ(workflow::choiceCalled(choices, u"assilah"_qs), u"tanger_assilah"_qs);
    EXPECT_EQ(workflow::choiceCalled(choices, u"ou"_qs), QString()) << "two choices begin so";
    EXPECT_EQ(workflow::choiceCalled(choices, u"oui"_qs), u"oui"_qs);
    EXPECT_EQ(workflow::choiceCalled(choices, u"rabat"_qs), QString());
    EXPECT_EQ(workflow::choiceCalled(choices, {}), QString());
}

} // namespace
