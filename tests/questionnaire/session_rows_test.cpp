#include "questionnaire/compiler.h"
#include "questionnaire/session.h"

#include <gtest/gtest.h>
#include <random>

using namespace questionnaire;

namespace {

const base::FixedClock theClock(QDateTime(QDate(2015, 1, 13), QTime(9, 0), Qt::UTC));

std::shared_ptr<const Form> formOf(const std::vector<QStringList>& rows)
{
    SheetTable survey{
        u"survey"_qs, {QStringLiteral("type name relevant constraint calculation label").split(u' ')}, 1};
    for (const QStringList& row : rows)
        survey.rows.push_back(row + QStringList{row[1]});
    const CompileResult result = compileForm({survey});
    for (const base::Issue& issue : result.issues)
        EXPECT_NE(issue.severity, base::Severity::Error)
            << issue.code.toStdString() << ' ' << issue.args.join(u' ').toStdString();
    return result.form;
}

/// Amounts per line, with rules that look at their own row, at every row, and at the number of their row.
std::shared_ptr<const Form> budget()
{
    static const auto form = formOf({
        {u"integer"_qs, u"taux"_qs, {}, {}, {}},
        {u"begin repeat"_qs, u"ligne"_qs, {}, {}, {}},
        {u"integer"_qs, u"a"_qs, {}, {}, {}},
        {u"integer"_qs, u"b"_qs, u"${a} > 5"_qs, u". <= ${taux}"_qs, {}},
        {u"calculate"_qs, u"produit"_qs, {}, {}, u"${a} * coalesce(${b}, 1) * coalesce(${taux}, 1)"_qs},
        {u"calculate"_qs, u"premier"_qs, {}, {}, u"indexed-repeat(${a}, ${ligne}, 1)"_qs},
        {u"calculate"_qs, u"rang"_qs, {}, {}, u"position(..)"_qs},
        {u"text"_qs, u"motif"_qs, u"${rang} = 1 and ${premier} > 3"_qs, {}, {}},
        {u"end repeat"_qs, u"ligne"_qs, {}, {}, {}},
        {u"calculate"_qs, u"total"_qs, {}, {}, u"sum(${produit})"_qs},
        {u"calculate"_qs, u"lignes"_qs, {}, {}, u"count(${ligne})"_qs},
        {u"text"_qs, u"pourquoi"_qs, u"${total} > 100"_qs, {}, {}},
    });
    return form;
}

struct Rows : testing::Test
{
    std::unique_ptr<Session> session = opened({});

    static std::unique_ptr<Session> opened(RecordAnswers record)
    {
        record.passages = {{u"p"_qs, {}}};
        return std::make_unique<Session>(budget(), std::move(record), u"p"_qs, theClock);
    }
    void add(const QString& row) { session->addRow(u"ligne"_qs, {}, row); }
    std::vector<FieldPath> set(const QString& question, const QString& row, int value)
    {
        return session->set({question, {}, row}, Answer::of(QString::number(value)));
    }
    QString value(const QString& question, const QString& row = {})
    {
        return session->calculated({question, {}, row});
    }
};

TEST_F(Rows, CalculateTheirOwnAndWhatIsOutside)
{
    add(u"x"_qs);
    add(u"y"_qs);
    set(u"a"_qs, u"x"_qs, 7);
    set(u"a"_qs, u"y"_qs, 4);
    set(u"b"_qs, u"x"_qs, 10);
    EXPECT_EQ(value(u"produit"_qs, u"x"_qs), u"70");
    EXPECT_EQ(value(u"produit"_qs, u"y"_qs), u"4");
    EXPECT_EQ(value(u"total"_qs), u"74");
    EXPECT_EQ(value(u"rang"_qs, u"y"_qs), u"2");
    EXPECT_EQ(value(u"premier"_qs, u"y"_qs), u"7");
    EXPECT_EQ(value(u"lignes"_qs), u"2");
    set(u"taux"_qs, {}, 2);
    EXPECT_EQ(value(u"total"_qs), u"148");
    EXPECT_TRUE(session->status({u"pourquoi"_qs, {}, {}}).relevant);
    EXPECT_EQ(value(u"a"_qs, u"x"_qs), QString()) << "an answer is not calculated";
}

TEST_F(Rows, TellOnlyTheRowThatChanged)
{
    add(u"x"_qs);
    add(u"y"_qs);
    const std::vector<FieldPath> changed = set(u"a"_qs, u"y"_qs, 9);
    EXPECT_TRUE(std::any_of(changed.begin(), changed.end(), [](const FieldPath& path) {
        return path == FieldPath{u"b"_qs, {}, u"y"_qs};
    }));
    for (const FieldPath& path : changed)
        EXPECT_NE(path.row, u"x");
}

TEST_F(Rows, FollowTheFirstRowWhereverTheyStand)
{
    add(u"x"_qs);
    add(u"y"_qs);
    set(u"a"_qs, u"x"_qs, 2);
    EXPECT_EQ(value(u"premier"_qs, u"y"_qs), u"2");
    set(u"a"_qs, u"x"_qs, 8);
    EXPECT_EQ(value(u"premier"_qs, u"y"_qs), u"8");
    EXPECT_TRUE(session->status({u"motif"_qs, {}, u"x"_qs}).relevant);
    session->removeRow(u"ligne"_qs, {}, u"x"_qs);
    EXPECT_EQ(value(u"rang"_qs, u"y"_qs), u"1");
    EXPECT_EQ(value(u"lignes"_qs), u"1");
}

/// Whatever was done in whatever order, every field is as in the same record opened afresh.
TEST_F(Rows, AnswerAfterAnyEditsAsWhenOpenedAfresh)
{
    std::mt19937 random(7);
    QStringList rows;
    for (int step = 0; step < 400; ++step) {
        const auto kind = random() % 6;
        if (kind == 0 || rows.isEmpty()) {
            rows << QString::number(step);
            add(rows.back());
        } else if (kind == 1 && rows.size() > 3) {
            const QString row = rows.takeAt(int(random() % size_t(rows.size())));
            session->removeRow(u"ligne"_qs, {}, row);
        } else if (kind == 2) {
            set(u"taux"_qs, {}, int(random() % 4));
        } else {
            const QString row = rows[int(random() % size_t(rows.size()))];
            set(random() % 2 ? u"a"_qs : u"b"_qs, row, int(random() % 12));
        }
        const auto fresh = opened(session->record());
        for (const Question& question : budget()->questions) {
            const bool inRow = budget()->repeatOf(budget()->index.value(question.name)) >= 0;
            for (const QString& row : inRow ? rows : QStringList{QString()}) {
                const FieldPath path{question.name, {}, row};
                ASSERT_EQ(session->calculated(path), fresh->calculated(path))
                    << step << question.name.toStdString();
                ASSERT_EQ(session->status(path).relevant, fresh->status(path).relevant) << step;
                ASSERT_EQ(session->status(path).problem, fresh->status(path).problem) << step;
            }
        }
    }
}

TEST(Calculations, AreWorkedOutOnceEach)
{
    std::vector<QStringList> rows{{u"integer"_qs, u"c0"_qs, {}, {}, {}}};
    for (int i = 1; i <= 60; ++i)
        rows.push_back({u"calculate"_qs,
                        QStringLiteral("c%1").arg(i),
                        {},
                        {},
                        QStringLiteral("${c%1} + ${c%1}").arg(i - 1)});
    RecordAnswers record;
    record.passages = {{u"p"_qs, {}}};
    Session session(formOf(rows), std::move(record), u"p"_qs, theClock);
    session.set({u"c0"_qs, {}, {}}, Answer::of(u"1"_qs));
    EXPECT_EQ(session.calculated({u"c60"_qs, {}, {}}).toDouble(), std::pow(2.0, 60));
}

} // namespace
