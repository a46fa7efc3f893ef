#include "questionnaire/compiler.h"
#include "questionnaire/session.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

const base::FixedClock theClock(QDateTime(QDate(2015, 1, 13), QTime(9, 0), Qt::UTC));

/// Lines of: type, name, relevant, calculation, default, trigger, repeat_count.
std::shared_ptr<const Form> formOf(const std::vector<std::array<const char*, 7>>& lines)
{
    SheetTable survey{u"survey"_qs, {}, 1};
    survey.rows.push_back(
        QStringLiteral("type name relevant calculation default trigger repeat_count label").split(u' '));
    for (const auto& line : lines) {
        QStringList row;
        for (const char* cell : line)
            row << QString::fromUtf8(cell);
        survey.rows.push_back(row + QStringList{row[1]});
    }
    const CompileResult result = compileForm({survey});
    for (const base::Issue& issue : result.issues)
        EXPECT_NE(issue.severity, base::Severity::Error)
            << issue.code.toStdString() << ' ' << issue.args.join(u' ').toStdString();
    return result.form;
}

struct FormWrites : testing::Test
{
    std::unique_ptr<Session> session;

    void open(const std::vector<std::array<const char*, 7>>& lines)
    {
        session = std::make_unique<Session>(formOf(lines), RecordAnswers{}, QString(), theClock);
    }
    std::vector<FieldPath> set(const char* question, const char* value, const char* row = "")
    {
        const FieldPath path{QString::fromUtf8(question), {}, QString::fromUtf8(row)};
        return session->set(path, *value ? Answer::of(QString::fromUtf8(value)) : Answer());
    }
    std::string value(const char* question, const char* row = "") const
    {
        return session->answer({QString::fromUtf8(question), {}, QString::fromUtf8(row)}).value.toStdString();
    }
    std::vector<Assignment> answered(const char* question, const char* row = "")
    {
        return session->setTriggered({QString::fromUtf8(question), {}, QString::fromUtf8(row)});
    }
};

TEST_F(FormWrites, DefaultsGoToWhatNobodyAnsweredInTheOrderOfTheForm)
{
    open({{"text", "ville", "", "", "Casablanca (centre)", "", ""},
          {"integer", "lits", "", "", "12", "", ""},
          {"integer", "double", "", "", "${lits} * 2", "", ""},
          {"date", "jour", "", "", "today()", "", ""},
          {"integer", "faux", "", "", "douze", "", ""},
          {"text", "cache", "${lits} > 100", "", "gardé", "", ""},
          {"note", "mot", "", "", "rien", "", ""},
          {"today", "jour_saisie", "", "", "", "", ""},
          {"start", "debut", "", "", "", "", ""},
          {"deviceid", "appareil", "", "", "", "", ""}});
    set("lits", "5");
    const std::vector<Assignment> given = session->setDefaults();
    QStringList names;
    for (const Assignment& each : given)
        names << each.path.question;
    EXPECT_EQ(names.join(u' '), u"ville double jour cache jour_saisie debut"_qs);
    EXPECT_EQ(value("ville"), "Casablanca (centre)");
    EXPECT_EQ(value("lits"), "5");
    EXPECT_EQ(value("double"), "10");
    EXPECT_EQ(value("jour"), "2015-01-13");
    EXPECT_EQ(value("faux"), "") << "what the form refuses is not written";
    EXPECT_EQ(value("cache"), "gardé");
    EXPECT_EQ(value("jour_saisie"), "2015-01-13");
    EXPECT_TRUE(session->answer({u"debut"_qs, {}, {}}).value.startsWith(u"2015-01-13T"));
    EXPECT_TRUE(session->setDefaults().empty()) << "once";
}

TEST_F(FormWrites, ADeclaredStateIsAnAnswerThatADefaultLeaves)
{
    open({{"integer", "lits", "", "", "12", "", ""}});
    session->set({u"lits"_qs, {}, {}}, Answer::inState(AnswerState::Refused));
    EXPECT_TRUE(session->setDefaults().empty());
}

TEST_F(FormWrites, ATriggerComputesOnceAndLeavesTheRestAlone)
{
    open({{"integer", "a", "", "", "", "", ""},
          {"integer", "b", "", "", "", "", ""},
          {"integer", "somme", "", "${a} + ${b}", "", "${a}", ""},
          {"integer", "suite", "", "${somme} + 1", "", "${somme}", ""},
          {"text", "efface", "", "", "", "${a}", ""}});
    set("b", "2");
    set("efface", "à effacer");
    EXPECT_TRUE(answered("b").empty());
    EXPECT_EQ(value("somme"), "");
    set("a", "1");
    EXPECT_EQ(answered("a").size(), 2U);
    EXPECT_EQ(value("somme"), "3");
    EXPECT_EQ(value("efface"), "");
    EXPECT_EQ(value("suite"), "") << "what a trigger writes sets nothing off";
    set("b", "10");
    answered("b");
    EXPECT_EQ(value("somme"), "3");
    EXPECT_FALSE(session->status({u"somme"_qs, {}, {}}).readOnly);
    set("somme", "7");
    EXPECT_EQ(value("somme"), "7");
}

TEST_F(FormWrites, ATriggerInARowWritesThereAndOneOutsideInEveryRow)
{
    open({{"integer", "taux", "", "", "", "", ""},
          {"begin repeat", "ligne", "", "", "", "", ""},
          {"integer", "a", "", "", "", "", ""},
          {"integer", "carre", "", "${a} * ${a}", "", "${a}", ""},
          {"integer", "rappel", "", "${taux}", "", "${taux}", ""},
          {"end repeat", "", "", "", "", "", ""}});
    for (const char* row : {"r1", "r2"})
        session->addRow(u"ligne"_qs, {}, QString::fromUtf8(row));
    set("a", "3", "r2");
    answered("a", "r2");
    EXPECT_EQ(value("carre", "r1"), "");
    EXPECT_EQ(value("carre", "r2"), "9");
    set("taux", "4");
    answered("taux");
    EXPECT_EQ(value("rappel", "r1"), "4");
    EXPECT_EQ(value("rappel", "r2"), "4");
}

TEST_F(FormWrites, RepeatCountIsAWholeNumberOfRowsWithinReason)
{
    open({{"decimal", "n", "", "", "", "", ""},
          {"text", "ferme", "", "", "", "", ""},
          {"begin repeat", "ligne", "${ferme} = ''", "", "", "", "${n}"},
          {"text", "mot", "", "", "vide", "", ""},
          {"end repeat", "", "", "", "", "", ""},
          {"begin repeat", "libre", "", "", "", "", ""},
          {"text", "autre", "", "", "", "", ""},
          {"end repeat", "", "", "", "", "", ""}});
    const struct
    {
        const char* typed;
        int rows;
    } cases[] = {{"", 0}, {"3", 3}, {"3.9", 3}, {"-2", 0}, {"1000000", 10000}};
    for (const auto& each : cases) {
        set("n", each.typed);
        EXPECT_EQ(session->wantedRows(u"ligne"_qs, {}), each.rows) << each.typed;
    }
    EXPECT_EQ(session->wantedRows(u"libre"_qs, {}), std::nullopt);
    set("ferme", "oui");
    EXPECT_EQ(session->wantedRows(u"ligne"_qs, {}), std::nullopt) << "a hidden repeat keeps its rows";
}

TEST_F(FormWrites, RowsInExcessGoFromTheEndWhileNobodyAnsweredInThem)
{
    open({{"begin repeat", "ligne", "", "", "", "", "3"},
          {"text", "mot", "", "", "vide", "", ""},
          {"integer", "a", "", "", "", "", ""},
          {"end repeat", "", "", "", "", "", ""}});
    for (const char* row : {"r1", "r2", "r3", "r4"}) {
        session->addRow(u"ligne"_qs, {}, QString::fromUtf8(row));
        session->setDefaults({}, u"ligne"_qs, QString::fromUtf8(row));
    }
    EXPECT_EQ(value("mot", "r4"), "vide");
    set("a", "5", "r2");
    const auto blank = [&](int wanted) {
        return session->blankRowsBeyond(u"ligne"_qs, {}, wanted).join(u' ');
    };
    EXPECT_EQ(blank(0), u"r4 r3"_qs);
    EXPECT_EQ(blank(3), u"r4"_qs);
    EXPECT_EQ(blank(4), QString());
    set("mot", "rempli", "r4");
    EXPECT_EQ(blank(0), QString());
}

TEST_F(FormWrites, TextsReadWithTheAnswersTheyName)
{
    open({{"date", "jour", "", "", "", "", ""},
          {"integer", "a", "", "", "", "", ""},
          {"calculate", "double", "", "${a} * 2", "", "", ""},
          {"begin repeat", "ligne", "", "", "", "", ""},
          {"text", "mot", "", "", "", "", ""},
          {"end repeat", "", "", "", "", "", ""}});
    set("a", "1234");
    set("jour", "2015-01-06");
    session->addRow(u"ligne"_qs, {}, u"r1"_qs);
    set("mot", "un", "r1");
    const auto worded = [&](const char* text, const char* at = "a", const char* row = "") {
        return session->worded(QString::fromUtf8(text), {QString::fromUtf8(at), {}, QString::fromUtf8(row)})
            .toStdString();
    };
    EXPECT_EQ(worded("Le ${jour} : ${double}."), "Le 6 janvier 2015 : 2468.");
    EXPECT_EQ(worded("Mot ${ mot }", "mot", "r1"), "Mot un");
    EXPECT_EQ(worded("Rien à ${inconnu} ni $a"), "Rien à ${inconnu} ni $a");
    set("a", "");
    EXPECT_EQ(worded("Encore ${a}"), "Encore …");
}

} // namespace
