#include "support/program.h"
#include "support/temporary_folder.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <gtest/gtest.h>

using test::cli;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// An unprotected study with one actor.
struct Study
{
    test::TemporaryFolder folder;
    QString path = folder.path(s("a.osc"));
    QString record;
    Study()
    {
        EXPECT_EQ(cli({s("new"), path}).exitCode, 0);
        record = cli({s("record"), path, s("new"), s("--name"), s("Association fictive"), s("--json")})
                     .json()
                     .object()
                     .value(s("id"))
                     .toString();
        EXPECT_FALSE(record.isEmpty());
    }
    test::Run run(const QStringList& arguments) const { return runOn(path, arguments); }
    static test::Run runOn(const QString& file, const QStringList& arguments)
    {
        QStringList all = arguments;
        all.insert(1, file);
        return cli(all);
    }
    QString copy(const char* name) const
    {
        const QString to = folder.path(s(name));
        EXPECT_TRUE(QFile::copy(path, to));
        return to;
    }
    QString value(const char* question) const
    {
        return run({s("record"), record, s("--json")})
            .json()
            .object()[s("answers")]
            .toObject()[s(question)]
            .toObject()[s("value")]
            .toString();
    }
    void set(const QString& file, const char* assignment) const
    {
        EXPECT_EQ(runOn(file, {s("record"), record, s("--set"), s(assignment)}).exitCode, 0);
    }
};

bool speaksFrench(const QByteArray& message)
{
    return !message.trimmed().isEmpty() && message.contains('.') && !message.contains("terminate") &&
           !message.contains("Error");
}

} // namespace

TEST(Merge, countsReportsAndResolves)
{
    const Study study;
    const QString other = study.copy("b.osc");
    study.set(study.path, "id_sigle=ICI");
    study.set(other, "id_sigle=LOIN");
    const QJsonObject first = study.run({s("merge"), other, s("--json")}).json().object();
    EXPECT_GT(first[s("received")].toInt(), 0);
    EXPECT_GT(first[s("new")].toInt(), 0);
    EXPECT_EQ(first[s("conflicts")].toInt(-1), 1);
    EXPECT_EQ(first[s("flagged_deletes")].toInt(-1), 0);
    EXPECT_EQ(study.run({s("merge"), other, s("--json")}).json().object()[s("new")].toInt(-1), 0);
    const QJsonArray conflicts = study.run({s("conflicts"), s("--json")}).json().array();
    ASSERT_EQ(conflicts.size(), 1);
    EXPECT_EQ(conflicts[0].toObject()[s("actor")].toString(), study.record);
    EXPECT_EQ(conflicts[0].toObject()[s("question")].toString(), s("id_sigle"));
    const QJsonArray heads = conflicts[0].toObject()[s("heads")].toArray();
    ASSERT_EQ(heads.size(), 2);
    const QString kept = study.value("id_sigle") == s("ICI") ? s("LOIN") : s("ICI");
    const QString chosen = heads[0].toObject()[s("shown")].toString() == kept
                               ? heads[0].toObject()[s("head")].toString()
                               : heads[1].toObject()[s("head")].toString();
    EXPECT_EQ(study.run({s("record"), study.record, s("--resolve"), s("id_sigle=") + chosen}).exitCode, 0);
    EXPECT_EQ(study.value("id_sigle"), kept);
    EXPECT_TRUE(study.run({s("conflicts"), s("--json")}).json().array().isEmpty());
    EXPECT_EQ(study.run({s("record"), study.record, s("--resolve"), s("id_sigle=x:1")}).exitCode, 1);
    EXPECT_EQ(study.run({s("record"), study.record, s("--keep")}).exitCode, 1);
}

TEST(Merge, refusesAPackageWithAGapUntilWhatIsMissingCame)
{
    const Study study;
    const QString other = study.copy("b.osc"), first = study.folder.path(s("p1.osc")),
                  next = study.folder.path(s("p2.osc"));
    study.set(other, "id_sigle=UN");
    const QString reached =
        Study::runOn(other, {s("share"), s("--for"), s("equipe"), s("--out"), first, s("--json")})
            .json()
            .object()[s("frontier")]
            .toString();
    study.set(other, "id_sigle=DEUX");
    ASSERT_EQ(
        Study::runOn(other, {s("share"), s("--for"), s("equipe"), s("--since"), reached, s("--out"), next})
            .exitCode,
        0);
    const QByteArray before = test::readAll(study.path);
    const test::Run refused = study.run({s("merge"), next, s("--json")});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_FALSE(refused.json().object()[s("missing")].toArray().isEmpty());
    EXPECT_TRUE(speaksFrench(refused.err)) << refused.err.toStdString();
    EXPECT_EQ(test::readAll(study.path), before);
    EXPECT_TRUE(study.run({s("merge"), first, s("--json")}).json().object()[s("package")].toBool());
    EXPECT_EQ(study.value("id_sigle"), s("UN"));
    EXPECT_EQ(study.run({s("merge"), next}).exitCode, 0);
    EXPECT_EQ(study.value("id_sigle"), s("DEUX"));
    EXPECT_EQ(Study::runOn(other, {s("share"), s("--for"), s("equipe"), s("--out"), first}).exitCode, 1)
        << "nothing is replaced";
}

TEST(Merge, refusesAnotherStudy)
{
    const Study study, stranger;
    const QByteArray before = test::readAll(study.path);
    const test::Run refused = study.run({s("merge"), stranger.path});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_TRUE(speaksFrench(refused.err)) << refused.err.toStdString();
    EXPECT_EQ(test::readAll(study.path), before);
}

TEST(Share, ofTheIomHoldsItsOwnDossierAndTakesBackCommentsOnly)
{
    const Study study;
    const QString key = study.folder.write(s("cle"), "phrase de l’OIM\n"),
                  out = study.folder.path(s("oim.osc"));
    const test::Run shared = study.run(
        {s("share"), s("--for"), s("oim"), s("--out"), out, s("--other-passphrase-file"), key, s("--json")});
    ASSERT_EQ(shared.exitCode, 0) << shared.err.toStdString();
    EXPECT_EQ(shared.json().object()[s("files")].toArray().size(), 1);
    EXPECT_TRUE(shared.json().object()[s("withheld")].isArray());
    EXPECT_EQ(cli({s("check"), out}).exitCode, 1);
    EXPECT_EQ(cli({s("comment"), out, s("--passphrase-file"), key, s("--text"), s("À revoir"),
                   s("--severity"), s("bloquant")})
                  .exitCode,
              0);
    const QString back = study.folder.path(s("retour.osc"));
    ASSERT_EQ(cli({s("share"), out, s("--for"), s("retour"), s("--passphrase-file"), key,
                   s("--other-passphrase-file"), key, s("--out"), back})
                  .exitCode,
              0);
    const test::Run received =
        study.run({s("receive"), back, s("--other-passphrase-file"), key, s("--json")});
    ASSERT_EQ(received.exitCode, 0) << received.err.toStdString();
    EXPECT_EQ(received.json().object()[s("created")].toInt(), 1);
    const QJsonObject list = study.run({s("comment"), s("--json")}).json().object();
    ASSERT_EQ(list[s("comments")].toArray().size(), 1);
    EXPECT_TRUE(list[s("comments")].toArray()[0].toObject()[s("blocking")].toBool());
    EXPECT_EQ(study.run({s("share"), s("--for"), s("oim"), s("--to"), s("OSC-PUB:faux"), s("--out"), back})
                  .exitCode,
              2);
    EXPECT_EQ(study.run({s("share"), s("--for"), s("ailleurs"), s("--out"), back}).exitCode, 2);
}

TEST(Passphrase, changesAndItsSheetOpensTheStudy)
{
    const test::TemporaryFolder folder;
    const QString path = folder.path(s("a.osc")), old = folder.write(s("1"), "ancienne phrase\n"),
                  fresh = folder.write(s("2"), "nouvelle phrase\n"), tiny = folder.write(s("3"), "court\n"),
                  sheet = folder.path(s("feuille.pdf"));
    ASSERT_EQ(cli({s("new"), path, s("--passphrase-file"), old}).exitCode, 0);
    EXPECT_EQ(cli({s("passphrase"), path, s("--passphrase-file"), old, s("--new-passphrase-file"), tiny,
                   s("--recovery-out"), sheet})
                  .exitCode,
              1);
    EXPECT_FALSE(QFileInfo::exists(sheet));
    ASSERT_EQ(cli({s("passphrase"), path, s("--passphrase-file"), old, s("--new-passphrase-file"), fresh,
                   s("--recovery-out"), sheet})
                  .exitCode,
              0);
    EXPECT_EQ(cli({s("check"), path, s("--passphrase-file"), old}).exitCode, 1);
    EXPECT_EQ(cli({s("check"), path, s("--passphrase-file"), fresh}).exitCode, 0);
    const QByteArray text = test::run(s("pdftotext"), {sheet, s("-")}).out;
    static const QRegularExpression line(s("^([0-9A-Z]{5}( - |$)){4}"), QRegularExpression::MultilineOption);
    QStringList groups;
    auto found = line.globalMatch(QString::fromUtf8(text));
    while (found.hasNext())
        groups << found.next().captured(0).trimmed();
    ASSERT_EQ(groups.size(), 2) << text.toStdString();
    const QString key = folder.write(s("cle"), groups.join(s(" - ")).toUtf8());
    EXPECT_EQ(cli({s("check"), path, s("--recovery-key-file"), key}).exitCode, 0);
    const QString wrong = folder.write(s("faux"), "ABCDE-FGHJK\n");
    EXPECT_EQ(cli({s("check"), path, s("--recovery-key-file"), wrong}).exitCode, 1);
}

TEST(New, printsItsRecoveryKeyAndLeavesNothingWhenItCannot)
{
    const test::TemporaryFolder folder;
    const QString key = folder.write(s("cle"), "une phrase de passe\n"), path = folder.path(s("a.osc")),
                  sheet = folder.write(s("feuille.pdf"), "déjà là");
    EXPECT_EQ(cli({s("new"), path, s("--recovery-out"), sheet}).exitCode, 2) << "nothing to recover";
    EXPECT_EQ(cli({s("new"), path, s("--passphrase-file"), key, s("--recovery-out"), sheet}).exitCode, 1);
    EXPECT_EQ(test::readAll(sheet), "déjà là");
    EXPECT_FALSE(QFileInfo::exists(path));
    ASSERT_TRUE(QFile::remove(sheet));
    EXPECT_EQ(cli({s("new"), path, s("--passphrase-file"), key, s("--recovery-out"), sheet}).exitCode, 0);
    EXPECT_TRUE(test::readAll(sheet).startsWith("%PDF"));
}

TEST(Undo, undoesTheLastWriteThenRedoesIt)
{
    const Study study;
    study.set(study.path, "id_sigle=UN");
    study.set(study.path, "id_sigle=DEUX");
    const test::Run undone = study.run({s("undo"), s("--json")});
    ASSERT_EQ(undone.exitCode, 0) << undone.err.toStdString();
    EXPECT_TRUE(undone.json().object()[s("label")].toString().startsWith(s("2.")));
    EXPECT_EQ(study.value("id_sigle"), s("UN"));
    EXPECT_EQ(study.run({s("undo")}).exitCode, 0);
    EXPECT_EQ(study.value("id_sigle"), s("DEUX"));
}

TEST(History, listsEveryChangeInWords)
{
    const Study study;
    study.set(study.path, "id_sigle=UN");
    study.set(study.path, "id_sigle=DEUX");
    const QJsonArray lines =
        study.run({s("history"), study.record, s("id_sigle"), s("--json")}).json().array();
    ASSERT_EQ(lines.size(), 2);
    EXPECT_EQ(lines[1].toObject()[s("before")].toString(), s("UN"));
    EXPECT_EQ(lines[1].toObject()[s("after")].toString(), s("DEUX"));
    EXPECT_TRUE(study.run({s("history"), study.record}).out.contains("« UN » → « DEUX »"));
    EXPECT_EQ(study.run({s("history"), s("personne")}).exitCode, 1);
    EXPECT_EQ(study.run({s("history"), study.record, s("sans_sens")}).exitCode, 1);
    EXPECT_EQ(study.run({s("history"), s("--json")}).exitCode, 0);
}

TEST(FreezeAndCompare, sayWhatChanged)
{
    const Study study;
    ASSERT_EQ(study.run({s("freeze"), s("L1 v1")}).exitCode, 0);
    EXPECT_EQ(study.run({s("freeze"), s("L1 v1")}).exitCode, 1);
    study.set(study.path, "id_sigle=UN");
    const QJsonObject comparison =
        study.run({s("compare"), s("L1 v1"), s("maintenant"), s("--json")}).json().object();
    ASSERT_EQ(comparison[s("answers")].toArray().size(), 1);
    EXPECT_EQ(comparison[s("answers")].toArray()[0].toObject()[s("after")].toString(), s("UN"));
    EXPECT_TRUE(comparison[s("added")].toArray().isEmpty());
    EXPECT_EQ(study.run({s("compare"), s("L9")}).exitCode, 1);
    EXPECT_EQ(study.run({s("freeze"), s("--json")}).json().array().size(), 1);
}

TEST(Backup, isWrittenOnceVerifiedAndReplacesNothingElse)
{
    const Study study, other;
    EXPECT_TRUE(study.run({s("backup"), s("--json")}).json().object()[s("last")].isNull());
    const test::Run made =
        study.run({s("backup"), s("--out"), study.folder.path(s("copie.osc")), s("--json")});
    ASSERT_EQ(made.exitCode, 0) << made.err.toStdString();
    EXPECT_TRUE(made.json().object()[s("verified")].toBool());
    EXPECT_EQ(cli({s("check"), study.folder.path(s("copie.osc"))}).exitCode, 0);
    EXPECT_FALSE(study.run({s("backup"), s("--json")}).json().object()[s("last")].isNull());
    const QByteArray before = test::readAll(other.path);
    const test::Run refused = study.run({s("backup"), s("--out"), other.path});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_TRUE(speaksFrench(refused.err));
    EXPECT_EQ(test::readAll(other.path), before);
}

TEST(OlderCopy, isToldAndNotWrittenUntilAccepted)
{
    const Study study;
    const QString old = study.copy("vieille.osc");
    study.set(study.path, "id_sigle=UN");
    ASSERT_TRUE(QFile::remove(study.path));
    ASSERT_TRUE(QFile::rename(old, study.path));
    const QByteArray before = test::readAll(study.path);
    const test::Run checked = study.run({s("check"), s("--json")});
    EXPECT_EQ(checked.exitCode, 0);
    EXPECT_TRUE(checked.json().object()[s("older")].toBool());
    EXPECT_TRUE(speaksFrench(checked.err)) << checked.err.toStdString();
    const test::Run refused = study.run({s("record"), study.record, s("--set"), s("id_sigle=X")});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_TRUE(refused.err.contains("plus ancienne"));
    EXPECT_EQ(test::readAll(study.path), before);
    EXPECT_EQ(
        study.run({s("record"), study.record, s("--set"), s("id_sigle=X"), s("--accept-older")}).exitCode, 0);
    EXPECT_TRUE(study.run({s("record"), study.record}).err.isEmpty());
}

// Two copies worked on apart, as on two laptops: both are written, and told apart.
TEST(OlderCopy, elsewhereIsToldAndStillWritten)
{
    const Study study;
    const QString other = study.copy("b.osc");
    study.set(study.path, "id_sigle=UN");
    const test::Run written =
        Study::runOn(other, {s("record"), study.record, s("--set"), s("id_sigle=DEUX")});
    EXPECT_EQ(written.exitCode, 0);
    EXPECT_TRUE(written.err.contains("plus ancienne")) << written.err.toStdString();
    EXPECT_EQ(study.run({s("merge"), other}).exitCode, 0);
    EXPECT_FALSE(study.run({s("check"), s("--json")}).json().object()[s("older")].toBool(true));
}

TEST(Attach, keepsListsAndExtracts)
{
    const Study study;
    const QString notes = study.folder.write(s("notes.txt"), "Entretien du 7 janvier\n");
    const test::Run kept = study.run({s("attach"), notes, s("--record"), study.record, s("--json")});
    ASSERT_EQ(kept.exitCode, 0) << kept.err.toStdString();
    const QString id = kept.json().object()[s("id")].toString();
    const QJsonArray list = study.run({s("attach"), s("--json")}).json().array();
    ASSERT_EQ(list.size(), 1);
    EXPECT_EQ(list[0].toObject()[s("type")].toString(), s("text/plain"));
    const QString out = study.folder.path(s("sortie.txt"));
    EXPECT_EQ(study.run({s("attach"), s("--extract"), id, s("--out"), out}).exitCode, 0);
    EXPECT_EQ(test::readAll(out), "Entretien du 7 janvier\n");
    EXPECT_EQ(study
                  .run({s("attach"), study.folder.write(s("x.jpg"), QByteArray("\x7f"
                                                                               "ELF\0",
                                                                               5))})
                  .exitCode,
              1);
}

TEST(Redact, asksFirstThenRemovesForEver)
{
    const Study study;
    study.set(study.path, "id_adresse=Canari17");
    const QByteArray before = test::readAll(study.path);
    EXPECT_EQ(study.run({s("redact"), study.record, s("id_adresse")}).exitCode, 1);
    EXPECT_EQ(test::readAll(study.path), before);
    const test::Run redacted =
        study.run({s("redact"), study.record, s("id_adresse"), s("--yes"), s("--json")});
    ASSERT_EQ(redacted.exitCode, 0) << redacted.err.toStdString();
    EXPECT_EQ(redacted.json().object()[s("redacted")].toInt(), 1);
    EXPECT_TRUE(redacted.err.contains("copies"));
    EXPECT_EQ(study.value("id_adresse"), QString());
    EXPECT_FALSE(study.run({s("history"), study.record}).out.contains("Canari17"));
    EXPECT_EQ(study.run({s("redact"), study.record, s("id_adresse"), s("--before"), s("demain")}).exitCode,
              2);
}

TEST(CloseMission, separatesKeptHandedAndDestroyedAndWritesTheReceipt)
{
    const Study study;
    study.set(study.path, "id_tel=0600000017");
    const QString out = study.folder.path(s("cloture"));
    EXPECT_EQ(study.run({s("close-mission"), s("--out"), out}).exitCode, 1) << "no name to sign with";
    const test::Run closed = study.run({s("close-mission"), s("--out"), out, s("--consultant"),
                                        s("Consultante fictive"), s("--yes"), s("--json")});
    ASSERT_EQ(closed.exitCode, 0) << closed.err.toStdString();
    int destroyed = 0;
    QStringList kinds;
    for (const auto& item : closed.json().object()[s("items")].toArray()) {
        kinds << item.toObject()[s("kind")].toString();
        destroyed += item.toObject()[s("count")].toInt();
    }
    for (const char* kind : {"garde", "remis", "detruit"})
        EXPECT_TRUE(kinds.contains(s(kind))) << kind;
    EXPECT_GE(destroyed, 1);
    EXPECT_EQ(study.value("id_tel"), QString());
    const QByteArray receipt = test::readAll(out + s("/recu.txt"));
    const QByteArray digest =
        test::run(s("b2sum"), {s("-l"), s("256"), out + s("/garde/a archive.osc")}).out.left(64);
    ASSERT_EQ(digest.size(), 64);
    EXPECT_TRUE(receipt.contains(digest)) << receipt.toStdString();
    EXPECT_TRUE(
        test::run(s("pdftotext"), {out + s("/recu.pdf"), s("-")}).out.contains("Consultante fictive"));
    EXPECT_EQ(cli({s("check"), out + s("/garde/a archive.osc")}).exitCode, 0);
    EXPECT_EQ(study.run({s("close-mission"), s("--out"), out, s("--consultant"), s("X")}).exitCode, 1)
        << "the folder is not empty";
}
