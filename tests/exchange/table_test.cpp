#include "base/error.h"
#include "exchange/lists.h"
#include "support/temporary_folder.h"
#include "tabular/zip.h"

#include <gtest/gtest.h>

namespace {

struct Refused
{
    const char* name;
    const char* file;
    QByteArray bytes;
    base::ErrorCode code;
    const char* detail;
};

class TableRefusal : public testing::TestWithParam<Refused>
{
};

TEST_P(TableRefusal, namesTheFileAndTheReason)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(QString::fromUtf8(GetParam().file), GetParam().bytes);
    try {
        exchange::readTable(path);
        FAIL() << "accepted";
    } catch (const base::Error& error) {
        EXPECT_EQ(error.code(), GetParam().code) << error.what();
        EXPECT_EQ(error.path(), path);
        EXPECT_TRUE(error.detail().contains(QString::fromUtf8(GetParam().detail))) << error.what();
    }
}

INSTANTIATE_TEST_SUITE_P(
    Files, TableRefusal,
    testing::Values(
        Refused{"empty", "a.csv", "", base::ErrorCode::Malformed, "empty"},
        Refused{"blank", "a.csv", "\n , ,\n", base::ErrorCode::Malformed, "empty"},
        Refused{"longCell", "a.csv", "Nom\n#org\n" + QByteArray(200'000, 'x'), base::ErrorCode::LimitExceeded,
                "row 3"},
        Refused{"textNamedXlsx", "a.xlsx", "Nom,Lieu\n", base::ErrorCode::Malformed, "not an XLSX"},
        Refused{"oldXls", "a.xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", base::ErrorCode::Malformed, ".xls"},
        Refused{"truncatedZip", "a.csv", "PK\x03\x04 cut", base::ErrorCode::Malformed, "ZIP"},
        Refused{"pdf", "a.csv", "%PDF-1.7", base::ErrorCode::Malformed, "PDF"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Table, isReadFromAnyEncoding)
{
    const test::TemporaryFolder folder;
    for (const QByteArray& bytes :
         {QByteArray("Nom;Lieu\n\xC9t\xE9;F\xE8s\n"), QByteArray("Nom;Lieu\nÉté;Fès\n")}) {
        const exchange::RawTable table =
            exchange::readTable(folder.write(QStringLiteral("liste.csv"), bytes));
        ASSERT_EQ(table.rows.size(), 2U);
        EXPECT_EQ(table.rows[1], (QStringList{QStringLiteral("Été"), QStringLiteral("Fès")}));
    }
}

QByteArray sheet(const QByteArray& text)
{
    return "<worksheet><sheetData><row><c t='str'><v>" + text +
           "</v></c><c t='str'><v>b</v></c></row>"
           "<row><c t='str'><v>1</v></c><c t='str'><v>2</v></c></row></sheetData></worksheet>";
}

TEST(Table, isTheFirstVisibleSheetThatHoldsOne)
{
    tabular::ZipWriter zip;
    zip.add(QStringLiteral("xl/workbook.xml"), "<workbook xmlns:r='x'><sheets><sheet name='Caché' "
                                               "state='hidden' r:id='r1'/><sheet name='Notes' r:id='r2'/>"
                                               "<sheet name='Liste' r:id='r3'/></sheets></workbook>");
    zip.add(QStringLiteral("xl/_rels/workbook.xml.rels"),
            "<R><Relationship Id='r1' Type='t/worksheet' Target='1.xml'/><Relationship Id='r2' "
            "Type='t/worksheet' Target='2.xml'/>"
            "<Relationship Id='r3' Type='t/worksheet' Target='3.xml'/></R>");
    zip.add(QStringLiteral("xl/1.xml"), sheet("hidden"));
    zip.add(QStringLiteral("xl/2.xml"),
            "<worksheet><sheetData><row><c t='str'><v>Une note</v></c></row></sheetData></worksheet>");
    zip.add(QStringLiteral("xl/3.xml"), sheet("wanted"));
    const test::TemporaryFolder folder;
    const exchange::RawTable table =
        exchange::readTable(folder.write(QStringLiteral("liste.xlsx"), zip.finish()));
    EXPECT_EQ(table.name, QStringLiteral("Liste"));
    EXPECT_EQ(table.rows.front().front(), QStringLiteral("wanted"));
}

} // namespace
