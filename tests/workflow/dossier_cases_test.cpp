#include "base/atomic_file.h"
#include "dossier/transaction.h"
#include "workflow/attachments.h"
#include "workflow/backup.h"
#include "workflow/history.h"
#include "workflow/merging.h"
#include "workflow/redaction.h"
#include "workflow/removal.h"
#include "workflow/snapshots.h"
#include "workflow/study_fixture.h"
#include "workflow/undo.h"

#include <QFile>

#include <gtest/gtest.h>

using test::StudyFixture;

namespace {

QString shown(const StudyFixture& fixture, const QString& record, const char* question)
{
    return fixture.study->dossier().answers(record).actor.at(QString::fromLatin1(question)).value;
}

/// A second laptop: a copy of the file as it stands, opened apart.
std::unique_ptr<workflow::Study> copyOf(StudyFixture& fixture, const QString& path)
{
    fixture.study->dossier().close();
    QFile::copy(fixture.path, path);
    fixture.reopen();
    return workflow::Study::open(path, {}, fixture.clock);
}

void answer(workflow::Study& study, const QString& record, const char* question, const char* value)
{
    const workflow::Outcome outcome =
        workflow::setAnswer(study, record, {QString::fromLatin1(question), {}, {}},
                            questionnaire::Answer::of(QString::fromUtf8(value)));
    ASSERT_TRUE(outcome.ok()) << outcome.issues.front().code.toStdString();
}

} // namespace

TEST(History, saysWhoWhenWhatAndWhyInWords)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    answer(*fixture.study, record, "id_categorie", "femmes");
    answer(*fixture.study, record, "id_categorie", "migrants");
    const auto lines = workflow::historyOf(*fixture.study, record, QStringLiteral("id_categorie"));
    ASSERT_EQ(lines.size(), 2u);
    const questionnaire::Question* question = fixture.study->form().question(QStringLiteral("id_categorie"));
    EXPECT_TRUE(lines[0].before.isEmpty());
    EXPECT_EQ(lines[0].after, fixture.study->form().display(*question, QStringLiteral("femmes")));
    EXPECT_EQ(lines[1].before, lines[0].after);
    EXPECT_NE(lines[1].after, lines[0].after);
    EXPECT_TRUE(lines[1].label.startsWith(QStringLiteral("2."))) << lines[1].label.toStdString();
    EXPECT_TRUE(lines[1].label.endsWith(question->label));
    EXPECT_EQ(lines[1].cause, QStringLiteral("saisie"));
    // 10 h UTC is 10 h in Casablanca in January 2015.
    EXPECT_TRUE(lines[1].sentence.startsWith(QStringLiteral("23/01/2015 10:00:00")))
        << lines[1].sentence.toStdString();
    EXPECT_TRUE(lines[1].sentence.endsWith(u'.'));
}

TEST(History, aRowIsCalledByItsGroup)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString repeat = QStringLiteral("rg_sites");
    const QString row = workflow::addRow(*fixture.study, record, repeat).id;
    ASSERT_TRUE(workflow::removeRow(*fixture.study, record, repeat, row).ok());
    QStringList told;
    for (const workflow::HistoryLine& line : workflow::historyOf(*fixture.study, record))
        if (line.happened.contains(QStringLiteral("ligne"))) told << line.label + u'|' + line.happened;
    const QString group = workflow::fieldLabel(*fixture.study, QStringLiteral("q:") + repeat);
    EXPECT_TRUE(told.value(0) == group + QStringLiteral("|nouvelle ligne")) << told.join(u'\n').toStdString();
    EXPECT_TRUE(told.value(1) == group + QStringLiteral("|ligne supprimée"))
        << told.join(u'\n').toStdString();
}

TEST(History, aKeptFileIsOneLineInWords)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString note = fixture.folder.path(QStringLiteral("compte rendu.txt"));
    base::writeFileAtomically(note, QByteArray(2000, 'a'));
    const QString file = workflow::attachFile(*fixture.study, note, record).id;
    workflow::attachFile(*fixture.study, note);
    const auto said = [](const QStringList& told) { return told.join(u'\n').toStdString(); };
    const auto toldOfFile = [&](const std::vector<workflow::HistoryLine>& lines) {
        QStringList told;
        for (const workflow::HistoryLine& line : lines)
            if (line.cause == u"pièce jointe")
                told << QString(line.label + u'|' + line.happened).replace(QChar::Nbsp, u' ');
        return told;
    };
    const QString kept =
        QStringLiteral("compte rendu.txt|pièce jointe à « Association fictive », texte, 2 ko");
    EXPECT_EQ(said(toldOfFile(workflow::historyOf(*fixture.study, record))), kept.toStdString());
    EXPECT_EQ(said(toldOfFile(workflow::recentHistory(*fixture.study, 1000))),
              said({QStringLiteral("compte rendu.txt|pièce jointe à l’étude, texte, 2 ko"), kept}));
    ASSERT_TRUE(workflow::removeAttachment(*fixture.study, file).ok());
    const auto lines = workflow::historyOf(*fixture.study, record);
    EXPECT_EQ(said(toldOfFile(lines)), said({kept, QStringLiteral("compte rendu.txt|pièce retirée")}));
    EXPECT_TRUE(lines.back().sentence.contains(QStringLiteral("compte rendu.txt, pièce retirée")))
        << lines.back().sentence.toStdString();
}

TEST(History, aDeletedRecordKeepsItsPastAndIsFoundAgain)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive")),
                  other = fixture.addActor(QStringLiteral("Autre association fictive"));
    answer(*fixture.study, record, "id_sigle", "AF");
    const auto before = workflow::historyOf(*fixture.study, record);
    EXPECT_TRUE(workflow::deletedRecords(*fixture.study).empty());
    ASSERT_TRUE(workflow::removeActor(*fixture.study, record).ok());
    for (int opening = 0; opening < 2; ++opening) {
        const auto after = workflow::historyOf(*fixture.study, record);
        ASSERT_EQ(after.size(), before.size() + 1);
        for (size_t i = 0; i < before.size(); ++i)
            EXPECT_EQ(after[i].sentence, before[i].sentence);
        EXPECT_EQ(after.back().event, dossier::HistoryEvent::Deleted);
        EXPECT_EQ(after.back().happened, QStringLiteral("suppression"));
        EXPECT_EQ(workflow::historyOf(*fixture.study, record, QStringLiteral("id_sigle")).size(), 1U);
        const auto deleted = workflow::deletedRecords(*fixture.study);
        ASSERT_EQ(deleted.size(), 1U);
        EXPECT_EQ(deleted[0].record, record);
        EXPECT_EQ(deleted[0].name, QStringLiteral("Association fictive"));
        fixture.study->dossier().close();
        fixture.reopen();
    }
    EXPECT_TRUE(workflow::historyOf(*fixture.study, QStringLiteral("inconnue")).empty());
    EXPECT_FALSE(workflow::historyOf(*fixture.study, other).empty());
    workflow::UndoStack stack(*fixture.study);
    stack.push(workflow::removeActor(*fixture.study, other));
    EXPECT_EQ(workflow::deletedRecords(*fixture.study).size(), 2U);
    ASSERT_TRUE(stack.undo().done);
    EXPECT_EQ(workflow::deletedRecords(*fixture.study).size(), 1U);
    EXPECT_EQ(workflow::historyOf(*fixture.study, other).back().event, dossier::HistoryEvent::Restored);
}

TEST(UndoStack, undoesAndRedoesAndSaysWhat)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    workflow::UndoStack stack(*fixture.study);
    EXPECT_FALSE(stack.canUndo());
    EXPECT_FALSE(stack.undo().done);
    stack.push(fixture.answer(record, QStringLiteral("id_sigle"), QStringLiteral("AF")));
    stack.push(fixture.answer(record, QStringLiteral("id_sigle"), QStringLiteral("AFX")));
    EXPECT_TRUE(stack.undoLabel().startsWith(QStringLiteral("2."))) << stack.undoLabel().toStdString();
    EXPECT_TRUE(stack.undo().done);
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QStringLiteral("AF"));
    EXPECT_TRUE(stack.undo().done);
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QString());
    EXPECT_FALSE(stack.canUndo());
    EXPECT_TRUE(stack.redo().done);
    EXPECT_TRUE(stack.redo().done);
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QStringLiteral("AFX"));
    EXPECT_TRUE(stack.undo().done);
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QStringLiteral("AF"));
    stack.push(fixture.answer(record, QStringLiteral("id_sigle"), QStringLiteral("Z")));
    EXPECT_FALSE(stack.canRedo());
}

TEST(UndoStack, takesBackAnActorWithWhatWasUndoneInIt)
{
    StudyFixture fixture;
    workflow::UndoStack stack(*fixture.study);
    const workflow::Outcome added = workflow::addActor(*fixture.study, QStringLiteral("Association fictive"));
    stack.push(added);
    stack.push(fixture.answer(added.id, QStringLiteral("id_sigle"), QStringLiteral("AF")));
    EXPECT_TRUE(stack.undo().done);
    const workflow::Undone undone = stack.undo();
    EXPECT_TRUE(undone.done);
    EXPECT_TRUE(undone.issues.empty());
    EXPECT_FALSE(std::as_const(*fixture.study).dossier().record(added.id));
    EXPECT_TRUE(stack.redo().done);
    ASSERT_TRUE(std::as_const(*fixture.study).dossier().record(added.id));
    EXPECT_TRUE(stack.redo().done);
    EXPECT_EQ(shown(fixture, added.id, "id_sigle"), QStringLiteral("AF"));
}

TEST(UndoStack, leavesWhatWasWrittenSince)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    workflow::UndoStack stack(*fixture.study);
    stack.push(fixture.answer(record, QStringLiteral("id_sigle"), QStringLiteral("AF")));
    fixture.answer(record, QStringLiteral("id_sigle"), QStringLiteral("depuis"));
    const workflow::Undone undone = stack.undo();
    EXPECT_FALSE(undone.issues.empty());
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QStringLiteral("depuis"));
}

TEST(Merging, keepsBothValuesUntilSomebodyChooses)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString copy = fixture.folder.path(QStringLiteral("copie.osc"));
    {
        const auto other = copyOf(fixture, copy);
        answer(*other, record, "id_sigle", "LOIN");
        answer(*other, record, "id_categorie", "femmes");
    }
    fixture.clock.set(fixture.clock.nowUtc().addSecs(60));
    answer(*fixture.study, record, "id_sigle", "ICI");
    const workflow::MergeOutcome outcome = workflow::mergeFile(*fixture.study, copy, {});
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(outcome.report.conflicts.size(), 1u);
    EXPECT_EQ(workflow::mergeFile(*fixture.study, copy, {}).report.added, 0);
    const auto lines = workflow::conflictLines(*fixture.study);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].actor, QStringLiteral("Association fictive"));
    EXPECT_EQ(lines[0].values.front(), QStringLiteral("ICI"));
    EXPECT_EQ(shown(fixture, record, "id_categorie"), QStringLiteral("femmes"));
    EXPECT_FALSE(
        workflow::resolveConflict(*fixture.study, record, QStringLiteral("id_sigle"), QStringLiteral("x:1"))
            .ok());
    EXPECT_TRUE(workflow::resolveConflict(*fixture.study, record, QStringLiteral("id_sigle"),
                                          lines[0].conflict.heads.back().operation)
                    .ok());
    EXPECT_EQ(shown(fixture, record, "id_sigle"), QStringLiteral("LOIN"));
    EXPECT_TRUE(workflow::conflictLines(*fixture.study).empty());
}

TEST(Merging, recomputesTheColumnsOfWhatChanged)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString copy = fixture.folder.path(QStringLiteral("copie.osc"));
    {
        const auto other = copyOf(fixture, copy);
        answer(*other, record, "id_sigle", "LOIN");
    }
    answer(*fixture.study, record, "id_categorie", "femmes");
    const double before = std::as_const(*fixture.study).dossier().record(record)->completeness;
    ASSERT_TRUE(workflow::mergeFile(*fixture.study, copy, {}).ok());
    const double after = std::as_const(*fixture.study).dossier().record(record)->completeness;
    EXPECT_GT(after, before);
    EXPECT_NEAR(after, workflow::openSession(*fixture.study, record)->completeness(), 1e-4);
}

TEST(Merging, asksWhetherToKeepWhatWasDeletedUnseen)
{
    for (const bool keep : {true, false}) {
        StudyFixture fixture;
        const QString record = fixture.addActor(QStringLiteral("Association fictive"));
        const QString copy = fixture.folder.path(QStringLiteral("copie.osc"));
        {
            const auto other = copyOf(fixture, copy);
            other->dossier().transact(QStringLiteral("entry"),
                                      [&](dossier::Transaction& t) { dossier::deleteRecord(t, record); });
        }
        answer(*fixture.study, record, "id_sigle", "ICI");
        ASSERT_TRUE(workflow::mergeFile(*fixture.study, copy, {}).ok());
        ASSERT_EQ(workflow::flaggedDeleteLines(*fixture.study).size(), 1u);
        EXPECT_TRUE(workflow::resolveDeletes(*fixture.study, record, keep).ok());
        EXPECT_TRUE(workflow::flaggedDeleteLines(*fixture.study).empty());
        EXPECT_EQ(std::as_const(*fixture.study).dossier().record(record).has_value(), keep);
        EXPECT_FALSE(workflow::resolveDeletes(*fixture.study, record, keep).ok());
    }
}

TEST(Snapshots, areComparedInWords)
{
    StudyFixture fixture;
    const QString kept = fixture.addActor(QStringLiteral("Association gardée"));
    const QString removed = fixture.addActor(QStringLiteral("Association retirée"));
    answer(*fixture.study, kept, "id_categorie", "femmes");
    ASSERT_TRUE(workflow::freeze(*fixture.study, QStringLiteral("L1")).ok());
    EXPECT_FALSE(workflow::freeze(*fixture.study, QStringLiteral("L1")).ok());
    EXPECT_FALSE(workflow::freeze(*fixture.study, QStringLiteral("maintenant")).ok());
    EXPECT_FALSE(workflow::freeze(*fixture.study, QStringLiteral("  ")).ok());
    answer(*fixture.study, kept, "id_categorie", "public");
    fixture.study->dossier().transact(QStringLiteral("entry"),
                                      [&](dossier::Transaction& t) { dossier::deleteRecord(t, removed); });
    const QString added = fixture.addActor(QStringLiteral("Association ajoutée"));
    base::Issues issues;
    const auto comparison =
        workflow::compareStates(*fixture.study, QStringLiteral("L1"), QStringLiteral("maintenant"), issues);
    ASSERT_TRUE(comparison);
    ASSERT_EQ(comparison->added.size(), 1u);
    EXPECT_EQ(comparison->added.front().first, added);
    ASSERT_EQ(comparison->removed.size(), 1u);
    EXPECT_EQ(comparison->removed.front().second, QStringLiteral("Association retirée"));
    ASSERT_EQ(comparison->answers.size(), 1u);
    EXPECT_EQ(comparison->answers.front().record, kept);
    EXPECT_NE(comparison->answers.front().before, comparison->answers.front().after);
    ASSERT_EQ(comparison->scores.size(), 1u) << "an institution is out of scope";
    EXPECT_EQ(comparison->scores.front().after.status, QStringLiteral("hors_champ"));
    const QString text = workflow::comparisonText(*comparison);
    for (const char* part : {"Association ajoutée", "Association retirée", "→", "hors champ"})
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part;
    EXPECT_FALSE(workflow::compareStates(*fixture.study, QStringLiteral("L9"), QStringLiteral("L1"), issues));
    EXPECT_FALSE(issues.empty());
}

TEST(Comparison, tellsAKeptFileByItsName)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    ASSERT_TRUE(workflow::freeze(*fixture.study, QStringLiteral("L1")).ok());
    const QString note = fixture.folder.path(QStringLiteral("note.txt"));
    base::writeFileAtomically(note, QByteArray(20, 'a'));
    ASSERT_TRUE(workflow::attachFile(*fixture.study, note, record).ok());
    base::Issues issues;
    const auto found =
        workflow::compareStates(*fixture.study, QStringLiteral("L1"), QStringLiteral("maintenant"), issues);
    ASSERT_TRUE(found);
    ASSERT_EQ(found->answers.size(), 1U);
    EXPECT_EQ(found->answers[0].label, QStringLiteral("Pièce jointe"));
    EXPECT_EQ(found->answers[0].after, QStringLiteral("note.txt"));
}

TEST(Redaction, removesEveryValueAQuestionHad)
{
    StudyFixture fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    answer(*fixture.study, record, "id_adresse", "Canari-un 17");
    answer(*fixture.study, record, "id_adresse", "Canari-deux 18");
    const workflow::RedactionPlan plan =
        workflow::planRedaction(*fixture.study, record, QStringLiteral("id_adresse"));
    ASSERT_TRUE(plan.ok());
    EXPECT_EQ(plan.values, 2);
    EXPECT_TRUE(plan.current);
    ASSERT_TRUE(workflow::redact(*fixture.study, plan).ok());
    fixture.study->dossier().close();
    fixture.reopen();
    EXPECT_EQ(shown(fixture, record, "id_adresse"), QString());
    for (const workflow::HistoryLine& line : workflow::historyOf(*fixture.study, record))
        EXPECT_FALSE(line.sentence.contains(QStringLiteral("Canari"))) << line.sentence.toStdString();
    EXPECT_FALSE(workflow::planRedaction(*fixture.study, record, QStringLiteral("id_adresse")).ok());
    // Before the day they were written there is nothing.
    answer(*fixture.study, record, "id_adresse", "rue neuve");
    EXPECT_FALSE(
        workflow::planRedaction(*fixture.study, record, QStringLiteral("id_adresse"), QDate(2015, 1, 23))
            .ok());
    EXPECT_TRUE(
        workflow::planRedaction(*fixture.study, record, QStringLiteral("id_adresse"), QDate(2015, 1, 24))
            .ok());
}

TEST(Backup, isVerifiedDatedAndReplacesOnlyItsOwn)
{
    StudyFixture fixture;
    qputenv("XDG_DATA_HOME", fixture.folder.path(QStringLiteral("memoire")).toUtf8());
    fixture.addActor(QStringLiteral("Association fictive"));
    EXPECT_FALSE(workflow::lastBackup(*fixture.study));
    const workflow::BackupReport made = workflow::backup(*fixture.study, fixture.folder.path(), {});
    ASSERT_TRUE(made.ok());
    EXPECT_TRUE(made.path.endsWith(QStringLiteral("essai 2015-01-23 1000.osc"))) << made.path.toStdString();
    EXPECT_EQ(dossier::Dossier::open(made.path, {}, fixture.clock)->recordCount(), 1);
    ASSERT_TRUE(workflow::lastBackup(*fixture.study));
    EXPECT_EQ(workflow::lastBackup(*fixture.study)->time, fixture.clock.nowUtc());
    fixture.addActor(QStringLiteral("Seconde fictive"));
    EXPECT_TRUE(workflow::backup(*fixture.study, made.path, {}).ok()) << "an older state of the same study";
    StudyFixture other;
    other.study->dossier().close();
    const QByteArray before = test::readAll(other.path);
    EXPECT_FALSE(workflow::backup(*fixture.study, other.path, {}).ok());
    EXPECT_EQ(test::readAll(other.path), before);
    const QString text = fixture.folder.write(QStringLiteral("texte.osc"), "ceci n’est pas une étude");
    EXPECT_FALSE(workflow::backup(*fixture.study, text, {}).ok());
    EXPECT_FALSE(workflow::backup(*fixture.study, fixture.path, {}).ok());
}
