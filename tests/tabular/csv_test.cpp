#include "base/error.h"
#include "tabular/csv.h"

#include <QStringEncoder>

#include <gtest/gtest.h>

namespace {

using tabular::Rows;

std::string shown(const Rows& rows)
{
    QStringList lines;
    for (const QStringList& row : rows)
        lines << row.join(u'^');
    return lines.join(u'/').toStdString();
}

struct ReadCase
{
    const char* name;
    QByteArray bytes;
    const char* expected; // cells joined by ^, rows by /
};

class CsvReading : public testing::TestWithParam<ReadCase>
{
};

TEST_P(CsvReading, givesTheCellsASpreadsheetShows)
{
    EXPECT_EQ(shown(tabular::parseCsv(GetParam().bytes)), GetParam().expected);
}

QByteArray encoded(const char* utf8, QStringConverter::Encoding encoding, bool mark)
{
    QStringEncoder encoder(encoding,
                           mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(QString::fromUtf8(utf8));
}

INSTANTIATE_TEST_SUITE_P(
    Files, CsvReading,
    testing::Values(
        ReadCase{"empty", "", ""}, ReadCase{"comma", "a,b\n1,2\n", "a^b/1^2"},
        ReadCase{"crlf", "a,b\r\n1,2\r\n", "a^b/1^2"}, ReadCase{"oldMacLineEnds", "a,b\r1,2", "a^b/1^2"},
        ReadCase{"semicolon", "a;b\n1,5;2\n3,5;4\n", "a^b/1,5^2/3,5^4"},
        ReadCase{"tab", "a\tb\n1, 2\t3\n", "a^b/1, 2^3"}, ReadCase{"pipe", "a|b\n1|2\n", "a^b/1^2"},
        ReadCase{"oneColumn", "a\nb\n", "a/b"}, ReadCase{"quotedDelimiter", "a,b\n\"1,2\",3\n", "a^b/1,2^3"},
        ReadCase{"doubledQuote", "a,b\n\"say \"\"yes\"\"\",3\n", "a^b/say \"yes\"^3"},
        ReadCase{"lineEndInQuotes", "a,b\n\"1\n2\",3\n", "a^b/1\n2^3"},
        ReadCase{"quoteInside", "a,b\n5\" pipe,3\n", "a^b/5\" pipe^3"},
        ReadCase{"textAfterQuote", "a,b\n\"1\"x,3\n", "a^b/1x^3"},
        ReadCase{"emptyLineKept", "a,b\n\n1,2\n", "a^b//1^2"},
        ReadCase{"trailingEmptyCell", "a,b,\n1,,\n", "a^b^/1^^"},
        ReadCase{"sepLine", "sep=;\r\na;b,c\r\n", "a^b,c"},
        ReadCase{"utf8Mark", "\xEF\xBB\xBFnom,é\n", "nom^é"}, ReadCase{"utf8", "nom,جمعية\n", "nom^جمعية"},
        ReadCase{"windows1252", "nom,\xE9t\xE9 \x80 \x9Cuvre\n", "nom^été € œuvre"},
        ReadCase{"utf16LittleWithMark", encoded("nom,été\n", QStringConverter::Utf16LE, true), "nom^été"},
        ReadCase{"utf16BigWithMark", encoded("nom,été\n", QStringConverter::Utf16BE, true), "nom^été"},
        ReadCase{"utf16LittleWithoutMark", encoded("nom,ville\n", QStringConverter::Utf16LE, false),
                 "nom^ville"},
        ReadCase{"utf16BigWithoutMark", encoded("nom,ville\n", QStringConverter::Utf16BE, false),
                 "nom^ville"}),
    [](const auto& test) { return std::string(test.param.name); });

struct RefusedCase
{
    const char* name;
    QByteArray bytes;
    base::ErrorCode code;
    const char* detail;
};

class CsvRefusal : public testing::TestWithParam<RefusedCase>
{
};

TEST_P(CsvRefusal, saysWhyAndWhere)
{
    try {
        tabular::parseCsv(GetParam().bytes);
        FAIL() << "accepted";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), GetParam().code);
        EXPECT_TRUE(error.detail().contains(QString::fromUtf8(GetParam().detail)))
            << error.detail().toStdString();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, CsvRefusal,
    testing::Values(
        RefusedCase{"longCell", "a,b\n1," + QByteArray(200'000, 'x') + "\n", base::ErrorCode::LimitExceeded,
                    "row 2"},
        RefusedCase{"longQuotedCell", "a,b\n\n\"" + QByteArray(200'000, 'x') + "\",1\n",
                    base::ErrorCode::LimitExceeded, "row 3"},
        RefusedCase{"manyColumns", "a\n" + QByteArray(5'000, ','), base::ErrorCode::LimitExceeded, "row 2"},
        RefusedCase{"openQuote", "a,b\n\"1,2\n", base::ErrorCode::Malformed, "row 2"},
        RefusedCase{"zip", QByteArray("PK\x03\x04 and the rest"), base::ErrorCode::Malformed, "ZIP"},
        RefusedCase{"oldOffice", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), base::ErrorCode::Malformed,
                    "Office"},
        RefusedCase{"binary", QByteArray("a,b\0\0\0\x01\x02,c\n", 11), base::ErrorCode::Malformed, "binary"},
        RefusedCase{"cutUtf16", QByteArray("\xFF\xFE\x61\x00\x62", 5), base::ErrorCode::Malformed, "UTF-16"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(CsvWriting, readsBackAsWritten)
{
    const Rows rows = {{QStringLiteral("nom"), QStringLiteral("a,b")},
                       {QStringLiteral("« été »"), QStringLiteral("dit \"oui\"")},
                       {QString(), QStringLiteral("deux\nlignes")},
                       {QStringLiteral(" bords "), QStringLiteral("جمعية")},
                       {QString()}};
    EXPECT_EQ(shown(tabular::parseCsv(tabular::writeCsv(rows))), shown(rows));
    tabular::CsvStyle style{u';', true, false};
    EXPECT_EQ(shown(tabular::parseCsv(tabular::writeCsv(rows, style))), shown(rows));
}

TEST(CsvWriting, quotesOnlyWhatNeedsIt)
{
    EXPECT_EQ(tabular::writeCsv({{QStringLiteral("a"), QStringLiteral("b;c"), QStringLiteral("d,e")}}),
              QByteArray("a,b;c,\"d,e\"\r\n"));
}

TEST(CsvWriting, disarmsFormulasOnRequest)
{
    const Rows rows = {{QStringLiteral("=1+1"), QStringLiteral("@x"), QStringLiteral("a=b")}};
    EXPECT_EQ(tabular::writeCsv(rows, {u',', false, true}), QByteArray("'=1+1,'@x,a=b\r\n"));
}

} // namespace
