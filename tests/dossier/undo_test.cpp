#include "base/error.h"
#include "dossier/dossier_private.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QFile>

#include <gtest/gtest.h>

using dossier::Access;
using dossier::Dossier;
using dossier::HistoryEvent;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

const QString Entry = QStringLiteral("entry"), Undo = QStringLiteral("undo"),
              Record = dossier::entity::Record;

class UndoTest : public testing::Test
{
protected:
    UndoTest()
    {
        m_access.author = QString::fromUtf8("Zoé");
        m_access.weakKeyDerivation = true;
        d = Dossier::create(m_folder.path(QStringLiteral("a.osc")), m_access, m_clock);
    }

    dossier::ChangeSet set(const QString& record, const char* text, const char* question = "id_nom_fr")
    {
        m_clock.set(m_clock.nowUtc().addSecs(1));
        return d->transact(Entry, [&](Transaction& t) {
            setAnswer(t, Record, record, QString::fromUtf8(question), Answer::of(QString::fromUtf8(text)));
        });
    }

    dossier::ChangeSet createRecordNamed(const char* name, QString& id)
    {
        return d->transact(Entry, [&](Transaction& t) {
            id = createRecord(t);
            setAnswer(t, Record, id, QStringLiteral("id_nom_fr"), Answer::of(QString::fromUtf8(name)));
        });
    }

    QString name(const QString& id) const { return d->record(id) ? d->record(id)->nameFr : QString(); }
    QString digest() const { return d->integrity().digest; }

    test::TemporaryFolder m_folder;
    base::FixedClock m_clock{QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC)};
    Access m_access;
    std::unique_ptr<Dossier> d;
};

/// Every byte of a file once opened: sections and frames, as they are.
class Bytes final : public dossier::container::ContentVisitor
{
public:
    void section(dossier::container::Section section) override { all += section.bytes; }
    void snapshotEnd() override {}
    void frame(QByteArray payload) override { all += payload; }
    QByteArray all;
};

QByteArray contentOf(const QString& path)
{
    Bytes bytes;
    dossier::container::Container::open(path, {}, dossier::container::Mode::ReadOnly, bytes);
    return bytes.all;
}

} // namespace

TEST_F(UndoTest, writesBackWhatStoodBeforeAndRedoes)
{
    QString id;
    createRecordNamed("Un", id);
    const QString one = digest();
    const auto changes = set(id, "Deux");
    const QString two = digest();
    EXPECT_EQ(changes.operations.first, changes.operations.last);
    const auto undone = d->compensate(changes.operations.ids(), Undo);
    EXPECT_TRUE(undone.changedSince.isEmpty());
    EXPECT_EQ(name(id), QStringLiteral("Un"));
    EXPECT_EQ(digest(), one);
    const auto redone = d->compensate(undone.changes.operations.ids(), QStringLiteral("redo"));
    EXPECT_EQ(digest(), two);
    d->compensate(redone.changes.operations.ids(), Undo);
    EXPECT_EQ(digest(), one);
}

TEST_F(UndoTest, takesAWholeTransactionBack)
{
    QString id;
    createRecordNamed("Un", id);
    set(id, "3", "abr_places");
    const QString before = digest();
    const auto changes = d->transact(Entry, [&](Transaction& t) {
        for (const char* text : {"a", "b", "c"})
            setAnswer(t, Record, id, QStringLiteral("x"), Answer::of(QString::fromUtf8(text)));
        const QString row = createRow(t, id, QStringLiteral("rg_sites"));
        openRepeat(t, Record, id, QStringLiteral("rg_sites"));
        setAnswer(t, dossier::entity::Row, row, QStringLiteral("site_nom"), Answer::of(QStringLiteral("S")));
        addFact(t, id, QStringLiteral("liste"), QStringLiteral("Colonne"), QStringLiteral("texte"));
        setSetting(t, QStringLiteral("titre"), QStringLiteral("T"));
        deleteRecord(t, createRecord(t));
    });
    const QString after = digest();
    const auto undone = d->compensate(changes.operations.ids(), Undo);
    EXPECT_EQ(digest(), before);
    EXPECT_TRUE(d->facts(id).empty());
    EXPECT_EQ(d->setting(QStringLiteral("titre")), QString());
    d->compensate(undone.changes.operations.ids(), QStringLiteral("redo"));
    EXPECT_EQ(digest(), after);
    EXPECT_EQ(d->facts(id).size(), 1U);
}

TEST_F(UndoTest, deletesWhatWasCreatedAndBringsItBack)
{
    QString id;
    const auto creation = createRecordNamed("Un", id);
    const QString full = digest();
    const auto undone = d->compensate(creation.operations.ids(), Undo);
    EXPECT_EQ(d->recordCount(), 0);
    EXPECT_EQ(undone.changes.deleted, QSet<QString>{id});
    const auto redone = d->compensate(undone.changes.operations.ids(), QStringLiteral("redo"));
    EXPECT_EQ(digest(), full);
    EXPECT_EQ(redone.changes.created, QSet<QString>{id});
    EXPECT_EQ(d->record(id)->number, 1);
}

TEST_F(UndoTest, leavesWhatWasWrittenSince)
{
    QString id;
    const auto creation = createRecordNamed("Un", id);
    const auto first = set(id, "Deux");
    set(id, "Trois");
    EXPECT_EQ(d->compensate(first.operations.ids(), Undo).changedSince, first.operations.ids());
    EXPECT_EQ(name(id), QStringLiteral("Trois"));
    EXPECT_EQ(d->compensate(creation.operations.ids(), Undo).changedSince.size(), 2);
    EXPECT_EQ(name(id), QStringLiteral("Trois"));

    const auto removal = d->transact(Entry, [&](Transaction& t) { deleteRecord(t, id); });
    const auto restored = d->compensate(removal.operations.ids(), Undo);
    EXPECT_EQ(name(id), QStringLiteral("Trois"));
    set(id, "Quatre"); // deleting again would take this away unseen
    const auto again = d->compensate(restored.changes.operations.ids(), QStringLiteral("redo"));
    EXPECT_EQ(again.changedSince, restored.changes.operations.ids());
    EXPECT_EQ(name(id), QStringLiteral("Quatre"));
}

TEST_F(UndoTest, historySaysWhoWhenBeforeAfterAndWhy)
{
    QString id;
    createRecordNamed("Un", id);
    const auto changes = set(id, "Deux");
    const auto removal = d->transact(Entry, [&](Transaction& t) { deleteRecord(t, id); });
    d->compensate(removal.operations.ids(), Undo);
    const auto all = d->history(id);
    ASSERT_EQ(all.size(), 5U);
    const std::vector<HistoryEvent> events = {HistoryEvent::Created, HistoryEvent::Changed,
                                              HistoryEvent::Changed, HistoryEvent::Deleted,
                                              HistoryEvent::Restored};
    for (size_t i = 0; i < events.size(); ++i)
        EXPECT_EQ(all[i].event, events[i]) << i;
    EXPECT_EQ(all[1].before, QString());
    EXPECT_EQ(all[2].before, QStringLiteral("value|Un"));
    EXPECT_EQ(all[2].value, QStringLiteral("value|Deux"));
    EXPECT_EQ(all[2].operation, changes.operations.ids().front());
    EXPECT_EQ(all[2].record, id);
    EXPECT_EQ(all[4].cause, Undo);
    EXPECT_EQ(d->lastChange(id)->author, QString::fromUtf8("Zoé"));
    const auto recent = d->recentHistory(3);
    ASSERT_EQ(recent.size(), 3U);
    EXPECT_EQ(recent[0].event, HistoryEvent::Restored);
    EXPECT_EQ(recent[2].before, QStringLiteral("value|Un"));
    EXPECT_EQ(recent[2].record, id);
    d->transact(Entry, [&](Transaction& t) { deleteRecord(t, id); });
    EXPECT_EQ(d->history(id).size(), 6U) << "what was deleted keeps its past";
}

TEST_F(UndoTest, frozenStatesCanBeReadAndCompared)
{
    QString id, gone, added;
    createRecordNamed("Un", id);
    createRecordNamed("Départ", gone);
    const QString digestThen = digest();
    const auto frozen = d->freeze(QStringLiteral("L1 version 1"));
    EXPECT_EQ(frozen.digest, digestThen);
    set(id, "Deux");
    d->transact(Entry, [&](Transaction& t) { deleteRecord(t, gone); });
    createRecordNamed("Arrivée", added);
    d->freeze(QStringLiteral("L1 version 2"));
    d->close();
    d = Dossier::open(d->path(), m_access, m_clock);

    const auto marks = d->snapshots();
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].label, QStringLiteral("L1 version 1"));
    EXPECT_EQ(marks[0].author, QString::fromUtf8("Zoé"));
    const auto then = d->at(marks[0].frontier);
    EXPECT_TRUE(then->isReadOnly());
    EXPECT_EQ(then->integrity().digest, digestThen);
    EXPECT_EQ(then->record(id)->nameFr, QStringLiteral("Un"));
    EXPECT_EQ(then->answers(gone).actor.at(QStringLiteral("id_nom_fr")).value, QString::fromUtf8("Départ"));
    const auto moved = compare(*then, *d);
    EXPECT_EQ(moved.added, std::vector<QString>{added});
    EXPECT_EQ(moved.removed, std::vector<QString>{gone});
    ASSERT_EQ(moved.changes.size(), 1U);
    EXPECT_EQ(moved.changes[0].field, QStringLiteral("q:id_nom_fr"));
    EXPECT_EQ(moved.changes[0].before + moved.changes[0].after, QStringLiteral("value|Unvalue|Deux"));
    EXPECT_TRUE(compare(*d, *d->at(d->frontier())).changes.empty());
}

TEST_F(UndoTest, whatIsRedactedIsNowhere)
{
    const QByteArray secret = "Refuge des Tilleuls";
    const auto isIn = [&](const QString& path) {
        const QByteArray all = contentOf(path);
        return all.contains(secret) || all.contains("tilleuls"); // as typed, and folded for the search
    };
    QString id;
    createRecordNamed("Un", id);
    const auto told = d->transact(Entry, [&](Transaction& t) {
        setAnswer(t, Record, id, QStringLiteral("bil_limites"), Answer::of(QString::fromUtf8(secret)));
        addFact(t, id, QStringLiteral("liste"), QStringLiteral("Nom"), QString::fromUtf8(secret));
    });
    d->freeze(QStringLiteral("avant"));
    d->close();
    const QString old = m_folder.path(QStringLiteral("old.osc"));
    ASSERT_TRUE(QFile::copy(d->path(), old));
    ASSERT_TRUE(isIn(old));
    d = Dossier::open(d->path(), m_access, m_clock);
    set(id, "7", "x");
    d->redact(told.operations.ids(), QStringLiteral("retrait"));

    EXPECT_FALSE(isIn(d->path())); // at once, without closing
    EXPECT_TRUE(d->facts(id).empty());
    EXPECT_TRUE(d->records({QStringLiteral("tilleuls"), {}, {}, {}, {}, 0}).empty());
    EXPECT_EQ(d->answers(id).actor.at(QStringLiteral("x")).value, QStringLiteral("7"));
    const auto history = d->history(id, QStringLiteral("q:bil_limites"));
    ASSERT_EQ(history.size(), 1U);
    EXPECT_TRUE(history[0].isRedacted);
    EXPECT_EQ(history[0].value, QString());
    const auto then = d->at(d->snapshots()[0].frontier);
    EXPECT_EQ(then->answers(id).actor.at(QStringLiteral("bil_limites")).value, QString());

    // An older copy brings nothing back, and loses it when it receives the redaction.
    d->merge(old, {});
    EXPECT_FALSE(isIn(d->path()));
    auto other = Dossier::open(old, m_access, m_clock);
    other->merge(d->path(), {});
    EXPECT_FALSE(isIn(old));
    EXPECT_EQ(other->integrity().digest, digest());
    const QString package = m_folder.path(QStringLiteral("p.osc"));
    other->sharePackage(package, {});
    EXPECT_FALSE(isIn(package));
    d->close();
    EXPECT_NO_THROW(dossier::check(d->path(), m_access, m_clock));
}

TEST_F(UndoTest, anInterruptedRedactionIsFinishedAtTheNextOccasion)
{
    QString id;
    createRecordNamed("Un", id);
    const auto told = set(id, "Secret à retirer", "bil_limites");
    d->close();
    { // the redaction reached the disk, and the power failed before the file was written anew
        dossier::Content content;
        dossier::Loader loader(content);
        auto file =
            dossier::container::Container::open(d->path(), {}, dossier::container::Mode::Update, loader);
        loader.finish();
        dossier::Operation redaction;
        redaction.replica = QStringLiteral("interrupted");
        redaction.sequence = 1;
        redaction.kind = dossier::kind::Redact;
        redaction.entityType = Record;
        redaction.entityId = id;
        redaction.value = told.operations.ids().join(u' ');
        dossier::journal::ChunkEncoder encoder;
        encoder.add(redaction);
        file.append(dossier::framePayload({encoder.take()}));
        file.close();
    }
    ASSERT_TRUE(contentOf(d->path()).contains("Secret"));
    d = Dossier::open(d->path(), m_access, m_clock);
    EXPECT_EQ(d->answers(id).actor.at(QStringLiteral("bil_limites")).value, QString());
    EXPECT_EQ(d->history(id, QStringLiteral("q:bil_limites"))[0].value, QString());
    d->close();
    EXPECT_FALSE(contentOf(d->path()).contains("Secret"));
}
