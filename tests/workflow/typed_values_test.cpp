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
    const std::vector<Typed> cases{
        {QuestionType::Date, u"12/03/2014"_qs, u"2014-03-12"_qs},
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
        {QuestionType::Date, u"13/1/2015"_qs, u"2015-01-13"_qs},
        {QuestionType::Date, u"13 janvier 2015"_qs, u"2015-01-13"_qs},
        {QuestionType::Date, u"2014"_qs, u"2014"_qs}, // no day is meant
        {QuestionType::Time, u"9 h"_qs, u"09:00:00"_qs},
        {QuestionType::Time, u"9h05"_qs, u"09:05:00"_qs},
        {QuestionType::Time, u"14 h 30 min"_qs, u"14:30:00"_qs},
        {QuestionType::Time, u"14:30:15"_qs, u"14:30:15"_qs},
        {QuestionType::Time, u"1430"_qs, u"14:30:00"_qs},
        {QuestionType::Time, u"25:00"_qs, u"25:00"_qs},
        {QuestionType::Time, u"midi"_qs, u"midi"_qs},
        {QuestionType::DateTime, u"13/1/2015 9:05"_qs, u"2015-01-13T09:05:00"_qs},
        {QuestionType::DateTime, u"13 janvier 2015 à 14 h 30"_qs, u"2015-01-13T14:30:00"_qs},
        {QuestionType::DateTime, u"13/1/2015"_qs, u"13/1/2015"_qs},
        {QuestionType::Geopoint, u"33,5736, -7,5898"_qs, u"33.5736 -7.5898"_qs},
        {QuestionType::Geopoint, u"chez lui"_qs, u"chez lui"_qs},
        {QuestionType::Geotrace, u"33,5 -7,5\n33,6 -7,6"_qs, u"33.5 -7.5;33.6 -7.6"_qs},
        {QuestionType::Geoshape, u"1 1\n1 2\n2 2"_qs, u"1 1;1 2;2 2;1 1"_qs},
        {QuestionType::Geotrace, u"33,5 -7,5\nici"_qs, u"33,5 -7,5\nici"_qs},
        {QuestionType::Text, u" 12/03/2014 "_qs, u"12/03/2014"_qs}};
    for (const Typed& each : cases)
        EXPECT_EQ(workflow::storedText(each.type, each.typed), each.stored) << each.typed.toStdString();
}

TEST(TypedValues, WhatIsStoredCanBeTypedAgain)
{
    for (const auto& [type, stored] :
         std::vector<std::pair<QuestionType, QString>>{{QuestionType::Date, u"2014-03-12"_qs},
                                                       {QuestionType::Decimal, u"1250.5"_qs},
                                                       {QuestionType::Time, u"09:05:00"_qs},
                                                       {QuestionType::Time, u"09:05:07"_qs},
                                                       {QuestionType::DateTime, u"2014-03-12T09:05:00"_qs},
                                                       {QuestionType::Geopoint, u"33.5736 -7.5898 12 4"_qs}})
        EXPECT_EQ(workflow::storedText(type, workflow::typedText(type, stored)), stored);
}

TEST(TypedValues, AnHourIsShownAsItWasInItsPlace)
{
    EXPECT_EQ(workflow::typedText(QuestionType::Time, u"14:30:00.000+01:00"_qs), u"14:30"_qs);
    EXPECT_EQ(workflow::typedText(QuestionType::DateTime, u"2015-01-13T14:30:00.000+01:00"_qs),
              u"13/01/2015 14:30"_qs);
    EXPECT_EQ(workflow::typedText(QuestionType::DateTime, u"demain"_qs), u"demain"_qs);
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
