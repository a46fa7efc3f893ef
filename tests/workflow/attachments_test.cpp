#include "support/program.h"
#include "workflow/attachments.h"
#include "workflow/keys.h"
#include "workflow/study_fixture.h"

#include <QBuffer>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>

#include <gtest/gtest.h>

using test::StudyFixture;

namespace {

void put(QByteArray& out, quint32 value, int bytes)
{
    for (int i = bytes - 1; i >= 0; --i)
        out.append(static_cast<char>((value >> (8 * i)) & 0xff));
}

/// An EXIF block (big-endian TIFF) that says "turn right" and where the photo was taken.
QByteArray exif()
{
    QByteArray tiff("MM\0*\0\0\0\x08", 8);
    put(tiff, 3, 2); // entries
    put(tiff, 0x0112, 2), put(tiff, 3, 2), put(tiff, 1, 4), put(tiff, 6, 2), put(tiff, 0, 2);
    put(tiff, 0x010f, 2), put(tiff, 2, 2), put(tiff, 12, 4), put(tiff, 50, 4);
    put(tiff, 0x8825, 2), put(tiff, 4, 2), put(tiff, 1, 4), put(tiff, 62, 4);
    put(tiff, 0, 4);
    tiff.append("CanariMark\0\0", 12);
    put(tiff, 2, 2); // GPS entries
    put(tiff, 1, 2), put(tiff, 2, 2), put(tiff, 2, 4), tiff.append("N\0\0\0", 4);
    put(tiff, 0x1d, 2), put(tiff, 2, 2), put(tiff, 11, 4), put(tiff, 92, 4);
    put(tiff, 0, 4);
    tiff.append("2015:01:23\0", 11);
    return QByteArray("Exif\0\0", 6) + tiff;
}

QByteArray segment(unsigned char marker, const QByteArray& content)
{
    QByteArray out("\xff", 1);
    out.append(static_cast<char>(marker));
    put(out, static_cast<quint32>(content.size() + 2), 2);
    return out + content;
}

/// 40 x 20, the left half red; with EXIF GPS, XMP and a comment after the start marker.
QByteArray photo()
{
    QImage image(40, 20, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int x = 0; x < 20; ++x)
        for (int y = 0; y < 20; ++y)
            image.setPixelColor(x, y, Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 95);
    const QByteArray xmp =
        QByteArray("http://ns.adobe.com/xap/1.0/\0", 29) + "<x:xmpmeta>CanariXmp</x:xmpmeta>";
    return bytes.left(2) + segment(0xe1, exif()) + segment(0xe1, xmp) + segment(0xfe, "CanariComment") +
           bytes.mid(2);
}

bool holdsMetadata(const QByteArray& bytes)
{
    for (const char* trace :
         {"Exif", "GPS", "xmp", "XMP", "Canari", "2015:01:23", "ns.adobe.com", "tEXt", "iTXt"})
        if (bytes.contains(trace)) return true;
    return false;
}

QByteArray png()
{
    QImage image(8, 8, QImage::Format_ARGB32);
    image.fill(QColor(10, 20, 30, 40));
    image.setText(QStringLiteral("Author"), QStringLiteral("Canari"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray pdf()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n"
           "4 0 obj<</Type/Metadata/Subtype/XML/Length 18>>stream\n<xmp>CanariXmp</xmp\nendstream endobj\n"
           "5 0 obj<</Author(CanariAuteur)>>endobj\ntrailer<</Root 1 0 R/Info 5 0 R/Size 6>>\n%%EOF\n";
}

} // namespace

TEST(Photos, loseEverythingButTheirPixelsAndStandUpright)
{
    const QByteArray given = photo();
    ASSERT_TRUE(holdsMetadata(given));
    base::Issues issues;
    const auto clean = workflow::cleanAttachment(given, issues);
    ASSERT_TRUE(clean);
    EXPECT_FALSE(holdsMetadata(clean->bytes));
    EXPECT_EQ(clean->mediaType, QStringLiteral("image/jpeg"));
    const QImage image = QImage::fromData(clean->bytes);
    ASSERT_EQ(image.size(), QSize(20, 40)) << "turned as its orientation says";
    // Turned a quarter to the right, what was on the left is on top.
    EXPECT_GT(image.pixelColor(10, 5).red(), 200);
    EXPECT_GT(image.pixelColor(10, 35).blue(), 200);
}

TEST(Photos, inPngLoseTheirTextAndKeepTheirTransparency)
{
    ASSERT_TRUE(holdsMetadata(png()));
    base::Issues issues;
    const auto clean = workflow::cleanAttachment(png(), issues);
    ASSERT_TRUE(clean);
    EXPECT_FALSE(holdsMetadata(clean->bytes));
    EXPECT_EQ(QImage::fromData(clean->bytes).pixelColor(3, 3).alpha(), 40);
}

TEST(Pdf, losesItsInfoAndXmp)
{
    base::Issues issues;
    const auto clean = workflow::cleanAttachment(pdf(), issues);
    ASSERT_TRUE(clean);
    EXPECT_EQ(clean->mediaType, QStringLiteral("application/pdf"));
    EXPECT_FALSE(clean->bytes.contains("Canari"));
}

struct Kind
{
    const char* name;
    QByteArray bytes;
    const char* mediaType; ///< empty: refused
};

class Kinds : public testing::TestWithParam<Kind>
{
};

TEST_P(Kinds, areToldByContent)
{
    base::Issues issues;
    const auto clean = workflow::cleanAttachment(GetParam().bytes, issues);
    EXPECT_EQ(clean ? clean->mediaType : QString(), QString::fromLatin1(GetParam().mediaType));
    EXPECT_EQ(issues.empty(), clean.has_value());
    if (clean) {
        EXPECT_EQ(clean->bytes, GetParam().bytes);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Contents, Kinds,
    testing::Values(Kind{"ogg", QByteArray("OggS\0\2", 6) + QByteArray(30, '\1'), "audio/ogg"},
                    Kind{"wav", QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16), "audio/wav"},
                    Kind{"text", "Notes d’entretien\nun, deux\n", "text/plain"},
                    Kind{"program",
                         QByteArray("\x7f"
                                    "ELF\2\1\1\0\0\0",
                                    10),
                         ""},
                    Kind{"zip", QByteArray("PK\3\4\0\0\0\0", 8), ""},
                    Kind{"video",
                         QByteArray("\0\0\0\x18"
                                    "ftypmp42\0\0\0\0vide soun",
                                    25),
                         ""},
                    Kind{"heic",
                         QByteArray("\0\0\0\x18"
                                    "ftypheic\0\0\0\0mif1",
                                    20),
                         ""},
                    Kind{"brokenJpeg", QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10), ""},
                    Kind{"brokenPdf", "%PDF-1.4 rien", ""}, Kind{"empty", QByteArray(), ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Attachments, areKeptListedAndGivenBack)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString file = fixture.folder.write(QStringLiteral("façade.txt"), photo());
    const workflow::Outcome kept = workflow::attachFile(*fixture.study, file, record);
    ASSERT_TRUE(kept.ok());
    EXPECT_FALSE(kept.changes.operations.isEmpty());
    fixture.reopen();
    const auto list = std::as_const(*fixture.study).dossier().attachments(record);
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list.front().mediaType, QStringLiteral("image/jpeg")) << "told by content, not by name";
    const QString out = fixture.folder.path(QStringLiteral("sortie.jpg"));
    ASSERT_TRUE(workflow::extractAttachment(*fixture.study, kept.id, out).ok());
    EXPECT_FALSE(holdsMetadata(test::readAll(out)));
    EXPECT_ANY_THROW(workflow::extractAttachment(*fixture.study, kept.id, out)) << "nothing is replaced";
    EXPECT_FALSE(workflow::extractAttachment(*fixture.study, record, out + u'2').ok());
    EXPECT_FALSE(workflow::attachFile(*fixture.study, file, QStringLiteral("personne")).ok());
    EXPECT_TRUE(workflow::removeAttachment(*fixture.study, kept.id).ok());
    EXPECT_TRUE(std::as_const(*fixture.study).dossier().attachments().empty());
}

TEST(RecoverySheet, isReadByPeopleAndByMachines)
{
    const test::TemporaryFolder folder;
    const dossier::RecoveryKey key = dossier::RecoveryKey::generate();
    const QString path = folder.path(QStringLiteral("feuille.pdf"));
    workflow::writeRecoverySheet(
        path, {QStringLiteral("Étude d’essai"), QStringLiteral("essai.osc"), QDate(2015, 1, 23)}, key);
    EXPECT_ANY_THROW(workflow::writeRecoverySheet(path, {}, key));
    const QByteArray text =
        test::run(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), path, QStringLiteral("-")}).out;
    qsizetype at = 0;
    for (const QString& group : key.text().split(u'-')) {
        at = text.indexOf(group.toUtf8(), at);
        ASSERT_GE(at, 0) << text.toStdString();
    }
    EXPECT_TRUE(text.contains("23/01/2015"));
    EXPECT_TRUE(text.contains("essai.osc"));
    if (QStandardPaths::findExecutable(QStringLiteral("zbarimg")).isEmpty())
        GTEST_SKIP() << "zbarimg is not here";
    const QString image = folder.path(QStringLiteral("page"));
    test::run(QStringLiteral("pdftoppm"),
              {QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"),
               QStringLiteral("-singlefile"), path, image});
    const QByteArray code =
        test::run(QStringLiteral("zbarimg"),
                  {QStringLiteral("-q"), QStringLiteral("--raw"), image + QStringLiteral(".png")})
            .out;
    base::Issues issues;
    const auto read = workflow::readRecoveryKey(QString::fromUtf8(code.trimmed()), issues);
    ASSERT_TRUE(read) << code.toStdString();
    EXPECT_EQ(*read, key);
}

TEST(RecoveryKeys, tellWhichGroupIsMistyped)
{
    const dossier::RecoveryKey key = dossier::RecoveryKey::generate();
    QString typed = key.text();
    typed[7] = typed[7] == u'A' ? u'B' : u'A';
    base::Issues issues;
    EXPECT_FALSE(workflow::readRecoveryKey(typed, issues));
    ASSERT_EQ(issues.size(), 1u);
    EXPECT_EQ(issues.front().args.front(), QStringLiteral("2"));
    EXPECT_FALSE(workflow::readRecoveryKey(QStringLiteral("ABC"), issues));
    EXPECT_EQ(issues.back().code, QStringLiteral("key.wrong_length"));
}
