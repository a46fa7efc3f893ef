#include "report/column_widths.h"

#include <gtest/gtest.h>
#include <numeric>

using namespace report;

namespace {

Table table(const QStringList& heads, std::vector<double> widths, const QStringList& cells = {})
{
    Table made;
    made.widths = std::move(widths);
    made.rows.resize(cells.isEmpty() ? 1 : 2);
    for (const QString& head : heads)
        made.rows[0].cells.push_back(cell(head, true));
    for (const QString& text : cells)
        made.rows[1].cells.push_back(cell(text));
    return made;
}

double sum(const std::vector<double>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

} // namespace

TEST(ColumnWidths, AreThoseAskedForWhenWordsFit)
{
    const auto widths = columnWidths(table({u"Mode"_qs, u"Nombre"_qs, u"Part"_qs}, {4, 1, 1}), 3, 150);
    EXPECT_NEAR(widths[0], 100, 1e-6);
    EXPECT_NEAR(widths[1], 25, 1e-6);
    EXPECT_NEAR(widths[2], 25, 1e-6);
}

TEST(ColumnWidths, LetNoWordOfTheHeadBreak)
{
    const Table narrow = table({u"Structure"_qs, u"Administration"_qs, u"Par téléphone"_qs}, {8, 1, 1});
    const auto widths = columnWidths(narrow, 3, 100);
    EXPECT_NEAR(sum(widths), 100, 1e-6);
    // Eight points bold: fourteen letters of about 0.6 em, and the white of the cell.
    EXPECT_GT(widths[1], 14 * 0.5 * 8 * 25.4 / 72 + 3);
    EXPECT_LT(widths[1], 14 * 0.7 * 8 * 25.4 / 72 + 4);
    EXPECT_LT(widths[2], widths[1]) << "two words make two lines";
    EXPECT_LT(widths[0], 80);
}

TEST(ColumnWidths, LookAtCellsButNotAtAddresses)
{
    const auto of = [](const QString& text) {
        return columnWidths(table({u"a"_qs, u"b"_qs}, {9, 1}, {u"x"_qs, text}), 2, 60)[1];
    };
    EXPECT_NEAR(of(u"12"_qs), 6, 1.5);
    EXPECT_GT(of(u"conventionnement"_qs), 20);
    EXPECT_NEAR(of(u"contact@associationfictive.example"_qs), 6, 1e-6);
    EXPECT_GT(of(u"1\u00A0347\u00A0000"_qs), of(u"1 347 000"_qs));
}

TEST(ColumnWidths, KeepTheHeadsWhenCellsAskTooMuch)
{
    const QStringList heads{u"Un"_qs, u"Coordination"_qs, u"Trois"_qs};
    const QStringList cells{u"conventionnement"_qs, u"déconventionné"_qs, u"responsabilités"_qs};
    const auto widths = columnWidths(table(heads, {4, 1, 4}, cells), 3, 60);
    EXPECT_NEAR(sum(widths), 60, 1e-6);
    EXPECT_GT(widths[1], 19);
}

TEST(ColumnWidths, NeverFail)
{
    const QString word = QString(40, u'M');
    for (const double total : {0.0, 1.0, 20.0, 200.0})
        for (const size_t columns : {1U, 2U, 5U}) {
            const auto widths = columnWidths(table({word, word}, {0, -1}), columns, total);
            ASSERT_EQ(widths.size(), columns);
            EXPECT_NEAR(sum(widths), total, 1e-3);
            for (const double width : widths)
                EXPECT_GE(width, 0);
        }
    Table spans = table({u"a"_qs, u"b"_qs}, {1, 1}, {u"c"_qs});
    spans.rows[1].cells[0].columnSpan = 9;
    spans.rows[0].cells[0].rowSpan = 9;
    EXPECT_EQ(columnWidths(spans, 2, 10).size(), 2U);
}
