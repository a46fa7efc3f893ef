#include "questionnaire/session.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

Passage passage(const QString& uid, const QList<std::pair<QString, QString>>& answers)
{
    Passage made{uid, {}};
    for (const auto& [question, value] : answers)
        made.answers.set(question, Answer::of(value));
    return made;
}

QString united(const RecordAnswers& record, const QString& question)
{
    return unite(record).at(question).value;
}

TEST(AnswerState, HasOneStableCodeEach)
{
    const QStringList codes{u"non_pose"_qs, u"value"_qs, u"nsp"_qs, u"refus"_qs, u"na"_qs, u"hors_champ"_qs};
    for (int i = 0; i < codes.size(); ++i) {
        EXPECT_EQ(stateCode(AnswerState(i)), codes[i]);
        EXPECT_EQ(stateFromCode(codes[i]), AnswerState(i));
    }
    EXPECT_EQ(stateFromCode(u"autre"_qs), AnswerState::NotAsked);
}

TEST(Answers, TellsARepeatNeverOpenedFromAnEmptyOne)
{
    Answers answers;
    EXPECT_EQ(answers.rows(u"rg_liens"_qs), nullptr);
    EXPECT_EQ(answers.at(u"absente"_qs).state, AnswerState::NotAsked);
    answers.rowsOf(u"rg_liens"_qs);
    ASSERT_NE(answers.rows(u"rg_liens"_qs), nullptr);
    EXPECT_TRUE(answers.rows(u"rg_liens"_qs)->empty());
}

TEST(Unite, TakesTheLatestDateAndTheMostCompleteMode)
{
    RecordAnswers record;
    record.passages = {
        passage(u"a"_qs, {{u"ent_date"_qs, u"2015-01-20"_qs}, {u"ent_mode"_qs, u"telephone"_qs}}),
        passage(u"b"_qs, {{u"ent_date"_qs, u"2015-01-06"_qs}, {u"ent_mode"_qs, u"visite"_qs}}),
        passage(u"c"_qs, {{u"ent_mode"_qs, u"documentaire"_qs}})};
    EXPECT_EQ(united(record, u"ent_date"_qs), u"2015-01-20"_qs);
    EXPECT_EQ(united(record, u"ent_mode"_qs), u"visite"_qs);
}

TEST(Unite, TakesTheLastConsentOfThoseWhoSpeakForTheActor)
{
    RecordAnswers record;
    const QString shared = u"cons_partage"_qs, date = u"ent_date"_qs, type = u"ent_type"_qs;
    record.passages = {
        passage(u"late"_qs, {{date, u"2015-03-01"_qs}, {shared, u"non"_qs}}),
        passage(u"early"_qs, {{date, u"2015-01-01"_qs}, {type, u"osc"_qs}, {shared, u"oui"_qs}}),
        passage(u"group"_qs, {{date, u"2015-04-01"_qs}, {type, u"groupe"_qs}, {shared, u"oui"_qs}})};
    EXPECT_EQ(united(record, shared), u"non"_qs);
    record.passages.front().answers.set(shared, Answer::inState(AnswerState::Refused));
    EXPECT_EQ(united(record, shared), u"oui"_qs);
}

TEST(Unite, LetsAWithdrawalWinWhateverItsDate)
{
    RecordAnswers record;
    record.actor.set(u"id_sigle"_qs, Answer::of(u"X"_qs));
    record.passages = {
        passage(u"a"_qs, {{u"ent_date"_qs, u"2015-01-01"_qs}, {u"cons_retrait"_qs, u"partage photo"_qs}}),
        passage(u"b"_qs, {{u"ent_date"_qs, u"2015-02-01"_qs},
                          {u"cons_partage"_qs, u"oui"_qs},
                          {u"cons_annuaire"_qs, u"oui"_qs}})};
    EXPECT_EQ(united(record, u"cons_partage"_qs), u"non"_qs);
    EXPECT_EQ(united(record, u"cons_photo"_qs), u"non"_qs);
    EXPECT_EQ(united(record, u"cons_annuaire"_qs), u"oui"_qs);
    EXPECT_EQ(united(record, u"id_sigle"_qs), u"X"_qs);
}

TEST(Unite, LeavesQuotationToEachRespondent)
{
    RecordAnswers record;
    record.passages = {passage(u"a"_qs, {{u"cons_citation"_qs, u"nominative"_qs}})};
    EXPECT_FALSE(unite(record).contains(u"cons_citation"_qs));
}

struct DisplayCase
{
    QuestionType type;
    const char16_t* value;
    const char16_t* shown;
};

class Displays : public testing::TestWithParam<DisplayCase>
{
};

TEST_P(Displays, InFrench)
{
    Form form;
    form.lists[u"l"_qs] = {u"l"_qs, {{u"a"_qs, u"Abri"_qs, {}, {}}, {u"b"_qs, u"Droit, justice"_qs, {}, {}}}};
    Question question;
    question.type = GetParam().type;
    question.list = u"l"_qs;
    EXPECT_EQ(form.display(question, QString::fromUtf16(GetParam().value)),
              QString::fromUtf16(GetParam().shown));
}

INSTANTIATE_TEST_SUITE_P(
    All, Displays,
    testing::Values(
        DisplayCase{QuestionType::Decimal, u"1234.5", u"1\u202F234,5"},
        DisplayCase{QuestionType::Decimal, u"-1234567.25", u"\u22121\u202F234\u202F567,25"},
        DisplayCase{QuestionType::Integer, u"1998", u"1998"},
        DisplayCase{QuestionType::Integer, u"12500", u"12\u202F500"},
        DisplayCase{QuestionType::Integer, u"douze", u"douze"},
        DisplayCase{QuestionType::Date, u"2015-01-13", u"13 janvier 2015"},
        DisplayCase{QuestionType::Date, u"2015-08-01", u"1er août 2015"},
        DisplayCase{QuestionType::Date, u"bientôt", u"bientôt"},
        DisplayCase{QuestionType::DateTime, u"2015-01-13T09:05:00", u"13 janvier 2015 à 9\u00A0h\u00A005"},
        DisplayCase{QuestionType::Time, u"14:30", u"14\u00A0h\u00A030"},
        DisplayCase{QuestionType::SelectOne, u"a", u"Abri"},
        DisplayCase{QuestionType::SelectOne, u"inconnu", u"inconnu"},
        DisplayCase{QuestionType::SelectMultiple, u"a b", u"Abri\u00A0; Droit, justice"},
        DisplayCase{QuestionType::Geopoint, u"33.9716 -6.8498 0 0", u"33,9716°\u00A0N, 6,8498°\u00A0O"},
        DisplayCase{QuestionType::Text, u"", u""}));

TEST(Form, FindsTheSectionAndTheRepeatOfAQuestion)
{
    Form form;
    form.questions.resize(4);
    form.questions[1].type = QuestionType::Repeat;
    form.questions[1].parent = 0;
    form.questions[2].parent = 1;
    form.sections = {0};
    EXPECT_EQ(form.sectionOf(2), 0);
    EXPECT_EQ(form.repeatOf(2), 1);
    EXPECT_EQ(form.repeatOf(1), -1);
    EXPECT_EQ(form.sectionOf(3), -1);
}

TEST(FieldPath, HashesItsThreeParts)
{
    const QSet<FieldPath> paths{
        {u"a"_qs, {}, {}}, {u"a"_qs, u"p"_qs, {}}, {u"a"_qs, {}, u"p"_qs}, {u"a"_qs, {}, {}}};
    EXPECT_EQ(paths.size(), 3);
}

} // namespace
