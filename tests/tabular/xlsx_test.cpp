#include "base/error.h"
#include "support/temporary_folder.h"
#include "tabular/xlsx.h"
#include "tabular/xlsx_format.h"

#include <gtest/gtest.h>

namespace {

using tabular::NumberKind;

// Both workbooks were written by another library (openpyxl), so that reading is judged by a third party.
QByteArray fixture(const char* name)
{
    return test::readAll(test::fixture(QStringLiteral("tabular/") + QString::fromLatin1(name)));
}

std::string cell(const tabular::XlsxSheet& sheet, size_t row, qsizetype column)
{
    return row <= sheet.rows.size() ? sheet.rows[row - 1].value(column - 1).toStdString() : std::string();
}

TEST(Xlsx, readsSheetsWithTheirState)
{
    const tabular::XlsxWorkbook workbook = tabular::readXlsx(fixture("workbook.xlsx"));
    ASSERT_EQ(workbook.sheets.size(), 2U);
    EXPECT_EQ(workbook.sheets[0].name, QStringLiteral("Liste"));
    EXPECT_FALSE(workbook.sheets[0].hidden);
    EXPECT_TRUE(workbook.sheets[1].hidden);
    EXPECT_EQ(cell(workbook.sheets[1], 2, 2), "x");
}

struct CellCase
{
    size_t row;
    qsizetype column;
    const char* text;
};

class XlsxCell : public testing::TestWithParam<CellCase>
{
};

TEST_P(XlsxCell, isTextAsPeopleWriteIt)
{
    static const tabular::XlsxWorkbook workbook = tabular::readXlsx(fixture("workbook.xlsx"));
    EXPECT_EQ(cell(workbook.sheets[0], GetParam().row, GetParam().column), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Cells, XlsxCell,
    testing::Values(CellCase{1, 1, "Nom"}, CellCase{2, 1, "Association « Été » (fictive)"},
                    CellCase{2, 2, "2015-01-06"}, CellCase{2, 3, "1347"}, CellCase{2, 4, "TRUE"},
                    CellCase{2, 5, "14:30:00"}, CellCase{3, 1, "جمعية"},
                    CellCase{3, 2, "2014-12-15T09:05:00"}, CellCase{3, 3, "0.1"}, CellCase{3, 4, "FALSE"},
                    CellCase{3, 5, "00:00:01"}, CellCase{4, 1, ""}, CellCase{5, 1, "après une ligne vide"},
                    CellCase{5, 3, "-2.5"}, CellCase{6, 3, "1e+20"}, CellCase{7, 3, "1e-09"},
                    CellCase{8, 3, "100000"}, CellCase{6, 2, "1900-01-01"}, CellCase{7, 2, "1900-03-01"},
                    CellCase{8, 2, "2015-01-06T12:00:00"}, CellCase{9, 2, "12"}, CellCase{11, 1, "#N/A"},
                    CellCase{12, 1, "fusion"}, CellCase{12, 2, ""}));

TEST(Xlsx, knowsTheCalendarOf1904)
{
    EXPECT_EQ(cell(tabular::readXlsx(fixture("calendar1904.xlsx")).sheets[0], 1, 1), "2015-01-06");
}

struct FormatCase
{
    const char* code;
    NumberKind kind;
};

class XlsxFormat : public testing::TestWithParam<FormatCase>
{
};

TEST_P(XlsxFormat, isToldFromItsCode)
{
    EXPECT_EQ(tabular::kindOfCode(QString::fromUtf8(GetParam().code)), GetParam().kind) << GetParam().code;
}

INSTANTIATE_TEST_SUITE_P(
    Codes, XlsxFormat,
    testing::Values(FormatCase{"General", NumberKind::Plain}, FormatCase{"0.00", NumberKind::Plain},
                    FormatCase{"# ##0 \"DH\"", NumberKind::Plain}, FormatCase{"[Red]-0", NumberKind::Plain},
                    FormatCase{"0 \"jours\"", NumberKind::Plain}, FormatCase{"@", NumberKind::Plain},
                    FormatCase{"dd/mm/yyyy", NumberKind::Date}, FormatCase{"mmm-yy", NumberKind::Date},
                    FormatCase{"[$-40C]d\\ mmmm\\ yyyy;@", NumberKind::Date},
                    FormatCase{"hh:mm", NumberKind::Time}, FormatCase{"[h]:mm:ss", NumberKind::Time},
                    FormatCase{"mm:ss.0", NumberKind::Time},
                    FormatCase{"d/m/yy h:mm", NumberKind::DateTime}));

// A workbook of one sheet made by hand, for what no honest program writes.
QByteArray workbookOf(const QByteArray& sheet, const QByteArray& strings = "<sst/>")
{
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("_rels/.rels"), "<Relationships><Relationship Id='r1' Type='t/officeDocument' "
                                           "Target='xl/workbook.xml'/></Relationships>");
    zip.add(QStringLiteral("xl/workbook.xml"),
            "<workbook xmlns:r='x'><sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>");
    zip.add(QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<Relationships><Relationship Id='r1' Type='t/worksheet' Target='/xl/worksheets/s.xml'/>"
            "<Relationship Id='r2' Type='t/sharedStrings' Target='sharedStrings.xml'/></Relationships>");
    zip.add(QStringLiteral("xl/worksheets/s.xml"),
            "<worksheet><sheetData>" + sheet + "</sheetData></worksheet>");
    zip.add(QStringLiteral("xl/sharedStrings.xml"), strings);
    return zip.finish();
}

TEST(Xlsx, placesCellsThatCarryNoReference)
{
    const auto book = tabular::readXlsx(workbookOf(
        "<row><c><v>1</v></c><c t='inlineStr'><is><t>deux</t></is></c></row><row><c t='s'><v>0</v></c></row>",
        "<sst><si><r><t>a_x000A_</t></r><rPh><t>phon</t></rPh><r><t>b</t></r></si></sst>"));
    EXPECT_EQ(cell(book.sheets[0], 1, 1), "1");
    EXPECT_EQ(cell(book.sheets[0], 1, 2), "deux");
    EXPECT_EQ(cell(book.sheets[0], 2, 1), "a\nb");
}

struct Refused
{
    const char* name;
    QByteArray bytes;
    base::ErrorCode code;
    const char* detail;
};

class XlsxRefusal : public testing::TestWithParam<Refused>
{
};

TEST_P(XlsxRefusal, saysWhatTheFileIs)
{
    try {
        tabular::readXlsx(GetParam().bytes);
        FAIL() << "accepted";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), GetParam().code) << error.what();
        EXPECT_TRUE(error.detail().contains(QString::fromUtf8(GetParam().detail))) << error.what();
    }
}

QByteArray otherPackage()
{
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("word/document.xml"), "<document/>");
    return zip.finish();
}

QByteArray wideRows()
{
    QByteArray rows;
    for (int i = 1; i <= 1000; ++i) {
        const QByteArray number = QByteArray::number(i);
        rows += "<row r='" + number + "'><c r='XFD" + number + "'><v>1</v></c></row>";
    }
    return rows;
}

INSTANTIATE_TEST_SUITE_P(
    Files, XlsxRefusal,
    testing::Values(
        Refused{"text", "Nom;Ville\n", base::ErrorCode::Malformed, "not an XLSX"},
        Refused{"empty", "", base::ErrorCode::Malformed, "not an XLSX"},
        Refused{"oldXls", QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), base::ErrorCode::Malformed, ".xls"},
        Refused{"protected",
                "\xD0\xCF\x11\xE0" + QByteArray("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32),
                base::ErrorCode::Malformed, "password"},
        Refused{"otherPackage", otherPackage(), base::ErrorCode::Malformed, "no workbook"},
        Refused{"sharedTextAbsent", workbookOf("<row r='1'><c r='A1' t='s'><v>9</v></c></row>"),
                base::ErrorCode::Malformed, "row 1"},
        Refused{"cellOutside", workbookOf("<row r='99999999'><c><v>1</v></c></row>"),
                base::ErrorCode::Malformed, "outside"},
        Refused{"doctype", workbookOf("", "<!DOCTYPE a [<!ENTITY e 'x'>]><sst/>"), base::ErrorCode::Malformed,
                "DOCTYPE"},
        Refused{"longCell",
                workbookOf("<row r='7'><c t='str'><v>" + QByteArray(200'000, 'x') + "</v></c></row>"),
                base::ErrorCode::LimitExceeded, "row 7"},
        Refused{"wideRows", workbookOf(wideRows()), base::ErrorCode::LimitExceeded, "cells"},
        Refused{"bomb", workbookOf(QByteArray(60'000'000, ' ')), base::ErrorCode::LimitExceeded,
                "compressed"},
        Refused{"deep", workbookOf(QByteArray("<a>").repeated(3'000'000)), base::ErrorCode::LimitExceeded,
                "deep"}),
    [](const auto& test) { return std::string(test.param.name); });

} // namespace
