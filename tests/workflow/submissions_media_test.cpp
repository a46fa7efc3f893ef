// Photos and recordings that answers name are taken with the submissions, once, cleaned and undone with them.
#include "base/error.h"
#include "support/form_folder.h"
#include "tabular/zip.h"
#include "workflow/attachments.h"
#include "workflow/form_versions.h"
#include "workflow/study_fixture.h"
#include "workflow/submissions.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>

#include <gtest/gtest.h>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray photo(Qt::GlobalColor colour = Qt::red)
{
    QImage image(16, 16, QImage::Format_RGB32);
    image.fill(colour);
    image.setText(s("Canari"), s("CANARIPHOTO"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QByteArray Instance = "11111111-1111-4111-8111-111111111111";

struct SubmissionsMedia : testing::Test
{
    test::StudyFixture fixture;

    SubmissionsMedia()
    {
        test::FormFolder form(fixture.folder);
        form.addToSurvey(s("text,id_sigle,"),
                         s("image,id_photo,Photo de la façade,Photo,,,,,,,restreint,,,acteur,"))
            .addToSurvey(s("text,id_sigle,"), s("audio,id_son,Présentation,Sound,,,,,,,restreint,,,acteur,"));
        const auto plan = workflow::planFormChange(*fixture.study, form.write());
        EXPECT_TRUE(workflow::adoptForm(*fixture.study, plan, {{}, {}, s("Essai"), s("Autrice")}).ok());
    }

    workflow::SubmissionReport import(const QByteArray& answers, const QString& media, bool dryRun = false)
    {
        workflow::SubmissionRequest request;
        request.path =
            fixture.folder.write(s("envois.json"), "[{\"_uuid\":\"" + Instance +
                                                       "\",\"id_nom_fr\":\"Un (fictif)\"," + answers + "}]");
        request.mediaPath = media;
        request.dryRun = dryRun;
        return workflow::importSubmissions(*fixture.study, request);
    }
    QString zipped(const QList<std::pair<QString, QByteArray>>& files)
    {
        tabular::ZipWriter zip;
        for (const auto& [name, bytes] : files)
            zip.add(name, bytes, true);
        return fixture.folder.write(s("media.zip"), zip.finish());
    }
    std::vector<dossier::Attachment> attached() { return fixture.study->dossier().attachments(); }
};

/// "code names" of what is told of a submission.
QStringList told(const workflow::SubmissionReport& report)
{
    QStringList all;
    for (const base::Issue& issue : report.lines.at(0).problems)
        all << issue.code + u' ' + issue.args.value(0);
    return all;
}

} // namespace

TEST_F(SubmissionsMedia, areAttachedCleanedFromTheMediaOfKobo)
{
    const QString media =
        zipped({{s("agent/attachments/abc/p.png"), photo()}, {s("lisez-moi.txt"), "autre"}});
    const auto report = import("\"id_photo\":\"p.png\"", media);
    EXPECT_EQ(report.files(), 1);
    EXPECT_TRUE(told(report).isEmpty()) << told(report).join(u'\n').toStdString();
    const auto files = attached();
    ASSERT_EQ(files.size(), 1U);
    EXPECT_EQ(files[0].name, s("p.png"));
    EXPECT_EQ(files[0].mediaType, s("image/png"));
    EXPECT_EQ(files[0].record, report.created.at(0));
    const QByteArray kept = fixture.study->dossier().readAttachment(files[0].id);
    EXPECT_EQ(files[0].size, kept.size());
    EXPECT_EQ(QImage::fromData(kept).pixelColor(3, 3), QColor(Qt::red));
    EXPECT_TRUE(photo().contains("CANARIPHOTO"));
    EXPECT_FALSE(kept.contains("CANARIPHOTO")) << "as any attachment, without its metadata";
    EXPECT_EQ(fixture.study->dossier().answers(report.created[0]).actor.at(s("id_photo")).value, s("p.png"));
}

TEST_F(SubmissionsMedia, ofOdkCentralAreBesideTheTables)
{
    workflow::SubmissionRequest request;
    tabular::ZipWriter zip;
    zip.add(s("q.csv"), "id_nom_fr,id_photo,KEY\nUn (fictif),p.png,uuid:" + Instance + "\n");
    zip.add(s("media/p.png"), photo());
    zip.add(s("media/releve.csv"), "a,b\n1,2\n");
    request.path = fixture.folder.write(s("central.zip"), zip.finish());
    const auto report = workflow::importSubmissions(*fixture.study, request);
    EXPECT_EQ(report.layout, exchange::SubmissionLayout::OdkZip);
    EXPECT_EQ(report.files(), 1);
    ASSERT_EQ(attached().size(), 1U);
    EXPECT_EQ(attached()[0].record, report.created.at(0));
}

TEST_F(SubmissionsMedia, ofAFolderAreToldApartByTheSubmission)
{
    const QString own = s("media/") + QString::fromLatin1(Instance);
    QDir(fixture.folder.path()).mkpath(own);
    QDir(fixture.folder.path()).mkpath(s("media/autre"));
    fixture.folder.write(own + s("/p.png"), photo(Qt::green));
    fixture.folder.write(s("media/autre/p.png"), photo(Qt::blue));
    fixture.folder.write(s("media/autre/q.png"), photo());
    QDir(fixture.folder.path()).mkpath(s("media/encore"));
    fixture.folder.write(s("media/encore/q.png"), photo());
    const auto report =
        import("\"id_photo\":\"p.png\",\"id_son\":\"q.png\"", fixture.folder.path(s("media")));
    EXPECT_EQ(told(report), QStringList{s("submission.file_ambiguous q.png")});
    ASSERT_EQ(attached().size(), 1U);
    EXPECT_EQ(QImage::fromData(fixture.study->dossier().readAttachment(attached()[0].id)).pixelColor(0, 0),
              QColor(Qt::green));
}

TEST_F(SubmissionsMedia, namedInTwoWaysAreOneFile)
{
    const QByteArray answers =
        "\"id_photo\":\"ma façade (1).png\",\"_attachments\":[{\"filename\":\"a/ma_façade_1.png\"}]";
    const QString media = zipped({{s("a/ma_façade_1.png"), photo()}});
    EXPECT_EQ(import(answers, media).files(), 1);
    ASSERT_EQ(attached().size(), 1U);
    EXPECT_EQ(attached()[0].name, s("ma façade (1).png"));
    EXPECT_EQ(import(answers, media).count(workflow::SubmissionLine::Action::Identical), 1);
    EXPECT_EQ(attached().size(), 1U);
}

TEST_F(SubmissionsMedia, dryRunCountsThemAndKeepsNone)
{
    const auto report = import("\"id_photo\":\"p.png\"", zipped({{s("p.png"), photo()}}), true);
    EXPECT_EQ(report.lines[0].files, 1);
    EXPECT_TRUE(attached().empty());
}

TEST_F(SubmissionsMedia, areUndoneInTheSameStep)
{
    const auto report = import("\"id_photo\":\"p.png\"", zipped({{s("p.png"), photo()}}));
    ASSERT_EQ(attached().size(), 1U);
    fixture.study->dossier().compensate(report.changes.operations.ids(), s("undo"));
    EXPECT_TRUE(attached().empty());
    EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
    EXPECT_EQ(import("\"id_photo\":\"p.png\"", zipped({{s("p.png"), photo()}})).files(), 1)
        << "forgotten with their undoing";
}

TEST_F(SubmissionsMedia, sentAgainOnlyWhatWasMissingIsTaken)
{
    const QByteArray answers = "\"id_photo\":\"p.png\",\"id_son\":\"n.txt\"";
    const auto first = import(answers, zipped({{s("p.png"), photo()}}));
    EXPECT_EQ(told(first), QStringList{s("submission.files_missing n.txt")});
    EXPECT_EQ(first.files(), 1);
    const auto second = import(answers, zipped({{s("p.png"), photo()}, {s("x/n.txt"), "Bonjour"}}));
    EXPECT_EQ(second.count(workflow::SubmissionLine::Action::Update), 1);
    EXPECT_EQ(second.files(), 1);
    EXPECT_EQ(attached().size(), 2U);
    const QString removed = attached()[0].id;
    workflow::removeAttachment(*fixture.study, removed);
    const auto third = import(answers, zipped({{s("p.png"), photo()}, {s("x/n.txt"), "Bonjour"}}));
    EXPECT_EQ(third.count(workflow::SubmissionLine::Action::Identical), 1);
    EXPECT_EQ(attached().size(), 1U) << "what somebody removed stays removed";
    fixture.reopen();
    EXPECT_EQ(attached().size(), 1U);
}

TEST_F(SubmissionsMedia, withoutTheirFilesAreTold)
{
    EXPECT_EQ(told(import("\"id_photo\":\"p.png\",\"_attachments\":[{\"filename\":\"a/son.m4a\"}]", {})),
              QStringList{s("submission.attachments p.png, son.m4a")});
    EXPECT_EQ(fixture.study->dossier().recordCount(), 1) << "the answers are kept all the same";
}

TEST_F(SubmissionsMedia, thatCannotBeKeptAreToldAndTheOthersTaken)
{
    const QByteArray program = QByteArray::fromHex("7f454c4602010100") + QByteArray(64, '\0');
    const auto report = import("\"id_photo\":\"p.png\",\"id_son\":\"n.bin\"",
                               zipped({{s("p.png"), photo()}, {s("n.bin"), program}}));
    EXPECT_EQ(told(report), QStringList{s("submission.file_refused n.bin")});
    EXPECT_EQ(report.files(), 1);
    ASSERT_EQ(attached().size(), 1U);
    EXPECT_EQ(attached()[0].name, s("p.png"));
}

TEST_F(SubmissionsMedia, largerThanAnAttachmentArePassedOver)
{
    const QString media = fixture.folder.path(s("films"));
    QDir().mkpath(media);
    QFile film(media + s("/film.png"));
    ASSERT_TRUE(film.open(QIODevice::WriteOnly) && film.resize(dossier::LargestAttachment + 1));
    EXPECT_EQ(told(import("\"id_photo\":\"film.png\"", media)),
              QStringList{s("submission.file_too_large film.png")});
    EXPECT_TRUE(attached().empty());
}

TEST_F(SubmissionsMedia, namesThatLeaveTheirPlaceReadNothing)
{
    fixture.folder.write(s("secret.txt"), "CANARISECRET");
    const QString media = fixture.folder.path(s("media"));
    QDir().mkpath(media);
    for (const char* name : {"../secret.txt", "/etc/hostname", "..", "a\\\\b.png", "a/p.png"})
        EXPECT_TRUE(told(import(QByteArray("\"id_photo\":\"") + name + '"', media))
                        .value(0)
                        .startsWith(s("submission.file_unsafe")))
            << name;
    ASSERT_TRUE(QFile::link(fixture.folder.path(s("secret.txt")), media + s("/lien.txt")));
    EXPECT_EQ(told(import("\"id_photo\":\"lien.txt\"", media)),
              QStringList{s("submission.files_missing lien.txt")});
    EXPECT_TRUE(attached().empty());
}

TEST_F(SubmissionsMedia, ofAHostilePackageRefuseTheImportWhole)
{
    const auto refuses = [&](QByteArray zip) {
        const QString path = fixture.folder.write(s("hostile.zip"), zip);
        EXPECT_THROW(import("\"id_photo\":\"p.png\"", path), base::Error);
        EXPECT_EQ(fixture.study->dossier().recordCount(), 0);
    };
    tabular::ZipWriter outside;
    outside.add(s("aa/p.png"), photo());
    refuses(outside.finish().replace("aa/p.png", "../p.png"));
    tabular::ZipWriter twice;
    twice.add(s("p.png"), photo());
    twice.add(s("q.png"), photo());
    refuses(twice.finish().replace("q.png", "p.png"));
    tabular::ZipWriter bomb;
    bomb.add(s("p.png"), QByteArray(20'000'000, '\0'));
    refuses(bomb.finish());
    refuses("PK and then nothing");
    EXPECT_THROW(import("\"id_photo\":\"p.png\"", fixture.folder.path(s("absent"))), base::Error);
}
