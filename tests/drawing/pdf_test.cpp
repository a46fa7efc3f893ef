// The shared_ptr form of pointers, the only one kept in later versions of the library.
#define POINTERHOLDER_TRANSITION 4
#include "base/error.h"
#include "drawing/pdf/finish.h"
#include "drawing/pdf_writer.h"
#include "drawing/sample_document.h"
#include "support/temporary_folder.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageLabelDocumentHelper.hh>
#include <QProcess>
#include <QRegularExpression>

#include <gtest/gtest.h>

using namespace test;

namespace {

QByteArray pdfOf(const Document& document)
{
    return drawing::writePdf(drawing::paginate(document), document);
}

struct Outcome
{
    int code;
    QString output;
};

Outcome execute(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60000)) return {-1, process.errorString()};
    return {process.exitCode(), QString::fromUtf8(process.readAll())};
}

QString textOf(const QByteArray& pdf, const QStringList& options = {})
{
    const test::TemporaryFolder folder;
    return execute(QStringLiteral("pdftotext"),
                   options + QStringList{folder.write(QStringLiteral("a.pdf"), pdf), QStringLiteral("-")})
        .output;
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression space(
        QStringLiteral("[\\s\\x{00a0}\\x{202f}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}]+"));
    return text.split(space, Qt::SkipEmptyParts);
}

Document plain(std::vector<Block> blocks)
{
    Document d;
    d.title = QStringLiteral("Essai");
    d.date = QDate(2015, 2, 11);
    Section s;
    s.numbering = Numbering::None;
    s.showHeader = false;
    s.blocks = std::move(blocks);
    d.sections.push_back(std::move(s));
    return d;
}

const QByteArray& sample()
{
    static const QByteArray bytes = pdfOf(sampleDocument());
    return bytes;
}

} // namespace

TEST(Pdf, PassesQpdfAndEmbedsItsFonts)
{
    const test::TemporaryFolder folder;
    const QString path = folder.write(QStringLiteral("sample.pdf"), sample());
    const Outcome check = execute(QStringLiteral("qpdf"), {QStringLiteral("--check"), path});
    EXPECT_EQ(check.code, 0) << check.output.toStdString();
    EXPECT_FALSE(check.output.contains(QStringLiteral("WARNING"))) << check.output.toStdString();
    const QStringList fonts =
        execute(QStringLiteral("pdffonts"), {path}).output.split(u'\n', Qt::SkipEmptyParts).mid(2);
    EXPECT_GE(fonts.size(), 4);
    static const QRegularExpression embedded(QStringLiteral("yes (yes|no) +yes"));
    for (const QString& font : fonts) {
        EXPECT_TRUE(font.contains(embedded)) << font.toStdString();
        EXPECT_TRUE(font.contains(QStringLiteral("Noto"))) << font.toStdString();
    }
}

TEST(Pdf, IsTheSameTwice)
{
    const Document d = sampleDocument();
    EXPECT_EQ(pdfOf(d), sample());
    const auto pages = drawing::paginate(d);
    EXPECT_EQ(drawing::writePdf(pages, d), drawing::writePdf(pages, d));
}

TEST(Pdf, GivesBackEveryWordInOrder)
{
    const QString difficult = QStringLiteral(
        "Œuvre naïve : 3 ½ m² à « l’office » fluffy afﬁche 10 000 €, Ç É œ – … № 12 porte-parole");
    const std::vector<QString> texts = {difficult, prose(9), prose(30)};
    QStringList expected;
    std::vector<Block> blocks;
    for (const QString& text : texts) {
        blocks.push_back(
            heading(2, QStringLiteral("1.2"), QStringLiteral("Titre de niveau deux"), text.left(9)));
        expected << wordsOf(QStringLiteral("1.2 Titre de niveau deux"));
        blocks.push_back(paragraph(text));
        expected << wordsOf(text);
    }
    expected.replaceInStrings(QStringLiteral("ﬁ"), QStringLiteral("fi"));
    // The order of the content stream, which is what assistive tools read; lines rejoined.
    const QStringList found =
        wordsOf(textOf(pdfOf(plain(std::move(blocks))), {QStringLiteral("-raw")}).replace(u'\f', u' '));
    EXPECT_EQ(found.join(u' ').remove(QStringLiteral("porte- ")).toStdString(),
              expected.join(u' ').remove(QStringLiteral("porte- ")).toStdString());
}

TEST(Pdf, GivesBackTheCellsOfTables)
{
    const Table table = numbersTable(90);
    const QString text =
        wordsOf(textOf(pdfOf(plain({Block{table}})), {QStringLiteral("-layout")})).join(u' ');
    qsizetype at = 0;
    for (size_t r = 1; r < table.rows.size(); ++r) {
        QStringList row;
        for (const Cell& each : table.rows[r].cells)
            for (const report::Run& part : std::get<Paragraph>(each.blocks[0].content).runs)
                row << part.text;
        at = text.indexOf(row.join(u' '), at);
        ASSERT_GE(at, 0) << row.join(u' ').toStdString();
    }
    EXPECT_GE(text.count(QStringLiteral("Région (1997)")), 2); // repeated on each page
}

TEST(Pdf, GivesBackArabicInLogicalOrder)
{
    const QString arabic =
        QStringLiteral("جمعية الأمل للمرأة والطفل بالدار البيضاء تقدم المساعدة لضحايا الاتجار بالبشر");
    const QString text =
        textOf(pdfOf(plain({paragraph(arabic), paragraph(QStringLiteral("Nom arabe : ") + arabic)})));
    // Readers may give the two letters of a lam-alef glyph in either order: such letters are compared as a
    // set.
    const auto canonical = [](QString s) {
        const auto mayJoin = [](QChar c) {
            return QStringLiteral("\u0622\u0623\u0625\u0627\u0644").contains(c);
        };
        for (auto from = s.begin(); from != s.end();) {
            const auto first = std::find_if(from, s.end(), mayJoin);
            from = std::find_if_not(first, s.end(), mayJoin);
            std::sort(first, from);
        }
        return s;
    };
    const QString found = canonical(wordsOf(text).join(u' '));
    EXPECT_EQ(found.count(canonical(arabic)), 2) << found.toStdString();
    for (const QChar c : text) {
        EXPECT_FALSE(c.unicode() >= 0xFB00 && c.unicode() <= 0xFDFF);
        EXPECT_FALSE(c.unicode() >= 0xFE70 && c.unicode() <= 0xFEFC);
        EXPECT_NE(c, QChar(QChar::ReplacementCharacter));
    }
}

TEST(Pdf, HasOutlineLabelsLinksAndProperties)
{
    QPDF pdf;
    pdf.processMemoryFile("sample", sample().constData(), size_t(sample().size()));
    std::vector<std::string> titles;
    QPDFOutlineDocumentHelper outline(pdf);
    for (auto& top : outline.getTopLevelOutlines())
        titles.push_back(top.getTitle());
    EXPECT_EQ(titles, (std::vector<std::string>{"Sommaire", "Liste des tableaux", "4 Résultats de l’étude",
                                                "5 Conclusions et recommandations", "A-9 Grille complète"}));
    EXPECT_EQ(outline.getTopLevelOutlines()[2].getKids()[0].getKids()[0].getTitle(), "4.3.1 Carte");

    QPDFPageLabelDocumentHelper labels(pdf);
    EXPECT_EQ(labels.getLabelForPage(1).getKey("/S").getName(), "/r");
    EXPECT_EQ(labels.getLabelForPage(2).getKey("/S").getName(), "/D");
    EXPECT_EQ(labels.getLabelForPage(8).getKey("/P").getUTF8Value(), "A-");

    // The contents lead to the pages they name.
    const auto pages = pdf.getAllPages();
    auto annotations = pages[1];
    std::vector<QPDFObjGen> targets;
    auto list = annotations.getKey("/Annots");
    for (int i = 0; i < list.getArrayNItems(); ++i)
        targets.push_back(list.getArrayItem(i).getKey("/Dest").getArrayItem(0).getObjGen());
    EXPECT_EQ(targets.at(1), pages[2].getObjGen());
    EXPECT_EQ(targets.at(4), pages[6].getObjGen());

    EXPECT_EQ(pdf.getRoot().getKey("/Lang").getUTF8Value(), "fr");
    EXPECT_TRUE(pdf.getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    auto info = pdf.getTrailer().getKey("/Info");
    EXPECT_EQ(info.getKey("/Title").getUTF8Value(), "Rapport préliminaire (fictif)");
    EXPECT_EQ(info.getKey("/CreationDate").getUTF8Value().substr(0, 10), "D:20150211");
}

TEST(Pdf, WritesPromptsAndReferencesOnThePage)
{
    const QString text = wordsOf(textOf(sample())).join(u' ');
    EXPECT_TRUE(
        text.contains(QStringLiteral("À écrire : complémentarités avec les services publics (120 mots).")));
    EXPECT_TRUE(text.contains(QStringLiteral("TEXTE DU CONSULTANT")));
    EXPECT_TRUE(text.contains(QStringLiteral("(voir page 1).")));
    EXPECT_TRUE(text.contains(QStringLiteral("Tableau 1 – Services offerts en direct, par région")));
}

TEST(Pdf, CancellingStops)
{
    const Document d = sampleDocument();
    const auto pages = drawing::paginate(d);
    try {
        drawing::writePdf(pages, d, [](const base::ProgressStep& step) { return step.done < 2; });
        FAIL() << "not cancelled";
    } catch (const base::Error& e) {
        EXPECT_EQ(e.code(), base::ErrorCode::Cancelled);
    }
}

TEST(Pdf, RefusesWhatIsNotAPdf)
{
    EXPECT_THROW(drawing::finishPdf(QByteArray("nonsense"), {}), base::Error);
}

TEST(ToUnicode, UnfoldsFormsAndNothingElse)
{
    const QByteArray map = drawing::plainToUnicode(
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        "2 beginbfrange\n<0000> <0002> [<FB01> <00B2> <FEFB> ]\n<0010> <0011> <0041>\nendbfrange\n"
        "1 beginbfchar\n<0020> <FEAA>\nendbfchar\n");
    EXPECT_TRUE(map.contains("<0000> <00660069>"));
    EXPECT_TRUE(map.contains("<0001> <00B2>"));
    EXPECT_TRUE(map.contains("<0002> <06440627>"));
    EXPECT_TRUE(map.contains("<0011> <0042>"));
    EXPECT_TRUE(map.contains("<0020> <062F>"));
}
