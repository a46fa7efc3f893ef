#include "base/random.h"
#include "base/uuid.h"
#include "dossier/dossier_private.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QMap>

#include <gtest/gtest.h>

using dossier::Access;
using dossier::Dossier;
using dossier::Operation;
using dossier::Transaction;
using dossier::sqlite::Tables;
using questionnaire::Answer;
using questionnaire::AnswerState;

namespace {

/// Everything the tables answer about every record, as text.
QString dump(Tables& tables)
{
    QStringList out;
    for (const auto& listed : tables.records()) {
        const auto& s = listed.summary;
        out << QStringList{s.id,         QString::number(s.number),
                           s.nameFr,     s.nameAr,
                           s.acronym,    s.category,
                           s.province,   s.offers[0],
                           s.offers[3],  s.statusCode,
                           s.mode,       QString::number(s.completeness),
                           s.decision,   QString::number(s.updated),
                           listed.folded}
                   .join(u'|');
        QMap<QString, QString> cells;
        const auto answers = tables.answers(listed.id);
        for (auto it = answers.actor.cells().begin(); it != answers.actor.cells().end(); ++it)
            cells[it.key()] = questionnaire::stateCode(it->state) + it->value;
        for (auto it = answers.actor.repeats().begin(); it != answers.actor.repeats().end(); ++it)
            for (const auto& row : *it)
                cells[it.key()] += row.uid + QString::number(row.answers.cells().size());
        for (const auto& passage : answers.passages)
            cells[QStringLiteral("passages")] +=
                passage.uid + QString::number(passage.answers.cells().size());
        const auto notes = tables.notes(listed.id);
        for (auto it = notes.begin(); it != notes.end(); ++it)
            cells[u'#' + it.key()] = it->source + it->comment + it->author + QString::number(it->changed);
        const auto evidence = tables.evidence(listed.id);
        for (auto it = evidence.begin(); it != evidence.end(); ++it)
            cells[u'e' + it.key()] = QString::number(*it);
        for (const auto& fact : tables.facts(listed.id))
            cells[u'f' + fact.field] += fact.source + fact.value;
        for (auto it = cells.begin(); it != cells.end(); ++it)
            out << it.key() + u'=' + *it;
        for (const int chunk : tables.chunksTouching(listed.id))
            out << QString::number(chunk);
    }
    const auto settings = tables.settings();
    QStringList keys = settings.keys();
    keys.sort();
    for (const QString& key : keys)
        out << key + u'=' + settings.value(key);
    tables.search({QStringLiteral("texte")}, [&](qint64 id) {
        out << u's' + tables.recordUid(id);
        return true;
    });
    return out.join(u'\n');
}

/// A few hundred random writes of every sort.
class RandomEditor
{
public:
    RandomEditor(Dossier& dossier, base::FixedClock& clock, quint64 seed)
        : m_dossier(dossier), m_clock(clock), m_random(seed)
    {
    }

    void run(int transactions)
    {
        for (int i = 0; i < transactions; ++i) {
            m_clock.set(m_clock.nowUtc().addMSecs(m_random.below(3) * 1000 - 500)); // sometimes back
            try {
                m_dossier.transact(QStringLiteral("entry"), [&](Transaction& t) {
                    for (quint32 n = 1 + m_random.below(12); n > 0; --n)
                        edit(t);
                    if (m_random.chance(0.1)) throw std::runtime_error("undone");
                });
            } catch (const std::runtime_error&) {
                forgetUndone();
            }
        }
    }

private:
    struct Target
    {
        QString type, id, record;
    };

    void edit(Transaction& t)
    {
        if (m_targets.empty() || m_random.chance(0.08))
            return add(t, dossier::entity::Record, createRecord(t), {});
        const Target target = m_targets[m_random.below(static_cast<quint32>(m_targets.size()))];
        const quint32 what = m_random.below(20);
        if (what == 0 && target.type == dossier::entity::Record)
            add(t, dossier::entity::Passage, createPassage(t, target.id), target.id);
        else if (what == 1 && target.type != dossier::entity::Row)
            add(t, dossier::entity::Row, createRow(t, target.id, QStringLiteral("rg_x")), target.record);
        else if (what == 2 && m_random.chance(0.4))
            remove(t, target);
        else if (what == 3 && target.type == dossier::entity::Record)
            setEvidence(t, target.id, QStringLiteral("A1.%1").arg(m_random.below(3)),
                        static_cast<int>(m_random.below(6)) - 1, {});
        else if (what == 4 && target.type == dossier::entity::Record)
            addFact(t, target.id, QStringLiteral("liste"), QStringLiteral("f%1").arg(m_random.below(3)),
                    word());
        else if (what == 5)
            setSetting(t, QStringLiteral("k%1").arg(m_random.below(3)), word());
        else if (what == 6 && target.type == dossier::entity::Record)
            setRecordField(t, target.id, QStringLiteral("status"), word());
        else if (what == 7)
            setComment(t, target.type, target.id, question(), word());
        else
            setAnswer(t, target.type, target.id, question(), Answer{AnswerState(m_random.below(6)), word()});
    }

    void add(Transaction&, const QString& type, const QString& id, const QString& record)
    {
        m_targets.push_back({type, id, record.isEmpty() ? id : record});
    }

    void remove(Transaction& t, const Target& target)
    {
        deleteEntity(t, target.type, target.id);
        // Rows of a deleted passage may no longer be written either: forget the whole record.
        std::erase_if(m_targets, [&](const Target& other) { return other.record == target.record; });
    }

    void forgetUndone()
    {
        m_targets.clear();
        for (const auto& record : m_dossier.records())
            m_targets.push_back({dossier::entity::Record, record.id, record.id});
    }

    QString question()
    {
        static const QStringList codes = {QStringLiteral("id_nom_fr"),   QStringLiteral("id_province"),
                                          QStringLiteral("abr_offre"),   QStringLiteral("ent_mode"),
                                          QStringLiteral("bil_limites"), QStringLiteral("x")};
        return codes[static_cast<int>(m_random.below(static_cast<quint32>(codes.size())))];
    }

    QString word()
    {
        static const QStringList words = {
            QStringLiteral("direct"),      QStringLiteral("visite"),
            QStringLiteral("Texte libre"), QString(),
            QStringLiteral("12"),          QString::fromUtf8("الجمعية المغربية")};
        return words[static_cast<int>(m_random.below(static_cast<quint32>(words.size())))];
    }

    Dossier& m_dossier;
    base::FixedClock& m_clock;
    base::Random m_random;
    std::vector<Target> m_targets;
};

std::unique_ptr<dossier::Content> load(const QString& path)
{
    auto content = std::make_unique<dossier::Content>();
    dossier::Loader loader(*content);
    dossier::container::Container::open(path, {}, dossier::container::Mode::ReadOnly, loader);
    loader.finish();
    return content;
}

} // namespace

class ProjectionTest : public testing::TestWithParam<int>
{
};

TEST_P(ProjectionTest, isTheSameLiveReplayedAndRebuilt)
{
    test::TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("a.osc"));
    base::FixedClock clock(QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC));
    Access access;
    access.author = QStringLiteral("Zoé");
    auto live = Dossier::create(path, access, clock);
    RandomEditor(*live, clock, static_cast<quint64>(GetParam())).run(120);
    const QString digest = live->integrity().digest;
    EXPECT_GT(live->integrity().operations, 300);
    live->close();

    const auto replayed = load(path);
    EXPECT_EQ(QString::fromLatin1(replayed->tables.digest().toHex()), digest);
    Tables rebuilt;
    dossier::rebuildTables(replayed->journal, rebuilt);
    EXPECT_EQ(dump(rebuilt), dump(replayed->tables));
    for (const auto& record : live->records())
        EXPECT_EQ(live->history(record.id).empty(), false);
    EXPECT_EQ(dossier::check(path, access, clock).digest, digest);

    // A complete new file, whose tables are loaded and not replayed, says the same.
    auto compacted = load(path);
    compacted->mergeChunks();
    const QString copy = folder.path(QStringLiteral("b.osc"));
    dossier::container::Container::create(
        copy, QByteArray(16, 'i'), {},
        [&](dossier::container::SnapshotWriter& w) { compacted->writeSnapshot(w); })
        .close();
    const auto loaded = load(copy);
    EXPECT_EQ(dump(loaded->tables), dump(compacted->tables));
    EXPECT_EQ(QString::fromLatin1(loaded->tables.digest().toHex()), digest);
    EXPECT_EQ(loaded->journal.operationCount(), replayed->journal.operationCount());
    EXPECT_LE(loaded->journal.chunkCount(), 1);
    EXPECT_EQ(dossier::check(copy, access, clock).digest, digest);
    const auto reopened = Dossier::open(copy, access, clock);
    for (const auto& record : live->records())
        EXPECT_EQ(reopened->history(record.id).size(), live->history(record.id).size());
}

INSTANTIATE_TEST_SUITE_P(Seeds, ProjectionTest, testing::Range(1, 9));

namespace {

/// Operations as two laptops would make them.
class Laptop
{
public:
    explicit Laptop(QString replica) : m_replica(std::move(replica)) {}

    Operation make(const QString& kind, const QString& type, const QString& id, const QString& field,
                   const QString& value, qint64 time, const QStringList& previous = {})
    {
        Operation op;
        op.replica = m_replica;
        op.sequence = ++m_sequence;
        op.physical = time;
        op.author = m_replica;
        op.kind = kind;
        op.entityType = type;
        op.entityId = id;
        op.field = field;
        op.value = value;
        op.previous = previous;
        return op;
    }

private:
    QString m_replica;
    qint64 m_sequence = 0;
};

const QString Set = dossier::kind::Set, Create = dossier::kind::Create, Delete = dossier::kind::Delete;
const QString Record = dossier::entity::Record;
const QString Id = QStringLiteral("018f2c3e-aaaa-7bbb-8ccc-0123456789ab");
const QString Name = QStringLiteral("q:id_nom_fr");

void applyAll(Tables& tables, const std::vector<Operation>& operations)
{
    tables.begin();
    for (const Operation& op : operations)
        tables.projector().apply(op, 0);
    tables.projector().flush();
    tables.commit();
}

} // namespace

TEST(Heads, keepBothValuesOfAConflictUntilOneIsChosen)
{
    Laptop a(QStringLiteral("a")), b(QStringLiteral("b"));
    const Operation create = a.make(Create, Record, Id, {}, {}, 1);
    const Operation first = a.make(Set, Record, Id, Name, QStringLiteral("value|Un"), 2);
    const Operation left = a.make(Set, Record, Id, Name, QStringLiteral("value|Gauche"), 3, {first.id()});
    const Operation right = b.make(Set, Record, Id, Name, QStringLiteral("value|Droite"), 4, {first.id()});
    Tables one, two;
    applyAll(one, {create, first, left, right});
    applyAll(two, {create, first, right, left});
    EXPECT_EQ(one.digest(), two.digest());
    EXPECT_EQ(one.conflictCount(), 1);
    EXPECT_EQ(one.records()[0].summary.nameFr, QStringLiteral("Droite")); // the latest is shown
    EXPECT_EQ(two.records()[0].summary.nameFr, QStringLiteral("Droite"));
    const auto ref = one.projector().find(Record, Id);
    QStringList heads = one.projector().heads(*ref, Name);
    heads.sort();
    EXPECT_EQ(heads, (QStringList{left.id(), right.id()}));
    applyAll(one, {b.make(Set, Record, Id, Name, QStringLiteral("value|Choisi"), 5, heads)});
    EXPECT_EQ(one.conflictCount(), 0);
    EXPECT_EQ(one.records()[0].summary.nameFr, QStringLiteral("Choisi"));
}

TEST(Heads, sameInstantIsDecidedTheSameWayEverywhere)
{
    Laptop a(QStringLiteral("a")), b(QStringLiteral("b"));
    const Operation create = a.make(Create, Record, Id, {}, {}, 1);
    const Operation left = a.make(Set, Record, Id, Name, QStringLiteral("value|A"), 3);
    const Operation right = b.make(Set, Record, Id, Name, QStringLiteral("value|B"), 3);
    Tables one, two;
    applyAll(one, {create, left, right});
    applyAll(two, {create, right, left});
    EXPECT_EQ(one.records()[0].summary.nameFr, two.records()[0].summary.nameFr);
}

TEST(Deletes, keepWhatTheyHadNotSeen)
{
    Laptop a(QStringLiteral("a")), b(QStringLiteral("b"));
    const Operation create = a.make(Create, Record, Id, {}, {}, 1);
    const Operation name = a.make(Set, Record, Id, Name, QStringLiteral("value|Un"), 2);
    const Operation unseen = b.make(Set, Record, Id, QStringLiteral("q:x"), QStringLiteral("value|1"), 3);
    const Operation removal = a.make(Delete, Record, Id, {}, QStringLiteral("a:2"), 4);
    Tables seen, editFirst, deleteFirst;
    applyAll(seen, {create, name, removal});
    EXPECT_TRUE(seen.records().empty());
    applyAll(editFirst, {create, name, unseen, removal});
    applyAll(deleteFirst, {create, name, removal, unseen});
    EXPECT_EQ(editFirst.records().size(), 1U);
    EXPECT_EQ(deleteFirst.records().size(), 1U);
    EXPECT_EQ(editFirst.digest(), deleteFirst.digest());
}

TEST(Projector, leavesAloneWhatItDoesNotKnow)
{
    Laptop a(QStringLiteral("a"));
    Tables tables;
    const QByteArray empty = tables.digest();
    applyAll(tables, {a.make(QStringLiteral("future"), Record, Id, {}, {}, 1),
                      a.make(Set, Record, QStringLiteral("nobody"), Name, QStringLiteral("value|1"), 2),
                      a.make(Delete, QStringLiteral("gadget"), Id, {}, {}, 3)});
    EXPECT_EQ(tables.digest(), empty);
    EXPECT_TRUE(tables.records().empty());
}

TEST(Digest, countsContentAndNothingElse)
{
    Laptop a(QStringLiteral("a")), b(QStringLiteral("b"));
    const auto digest = [](const std::vector<Operation>& operations) {
        Tables tables;
        applyAll(tables, operations);
        return tables.digest();
    };
    const auto content = [](Laptop& by, const char* value, qint64 time) {
        return std::vector<Operation>{by.make(Create, Record, Id, {}, {}, time),
                                      by.make(Set, Record, Id, Name, QString::fromUtf8(value), time + 1)};
    };
    const QByteArray reference = digest(content(a, "value|Un", 1));
    EXPECT_EQ(reference.size(), 32);
    EXPECT_EQ(digest(content(b, "value|Un", 900)), reference);
    EXPECT_NE(digest(content(b, "value|Deux", 1)), reference);
    EXPECT_NE(digest(content(b, "nsp|Un", 1)), reference);
    auto longer = content(a, "value|Deux", 1);
    longer.push_back(a.make(Set, Record, Id, Name, QStringLiteral("value|Un"), 9, {longer.back().id()}));
    const Operation asked = a.make(Set, Record, Id, QStringLiteral("q:x"), QStringLiteral("value|1"), 10);
    longer.push_back(asked);
    longer.push_back(
        a.make(Set, Record, Id, QStringLiteral("q:x"), QStringLiteral("non_pose|"), 11, {asked.id()}));
    EXPECT_EQ(digest(longer), reference); // an answer taken back says nothing
}
