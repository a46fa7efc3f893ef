#include "laptops.h"
#include "merge_oracle.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <rapidcheck.h>

using dossier::Frontier;
using dossier::Incoming;
using dossier::Operation;
using test::Known;
using test::Laptop;
using test::Oracle;

namespace {

/// What one laptop does next: who, what, and two numbers to choose by.
using Step = std::tuple<quint8, quint8, quint8, quint8>;
using Steps = std::vector<Step>;

/// Everything a laptop says that must be the same on all.
QString saidBy(Laptop& laptop)
{
    dossier::sqlite::Tables& tables = laptop.content.tables;
    QStringList out{QString::fromLatin1(tables.digest().toHex())};
    for (const auto& conflict : tables.conflicts()) {
        out << conflict.record + conflict.shownField;
        for (const auto& head : conflict.heads)
            out << head.operation + u'=' + head.value + u'@' + head.author;
    }
    for (const auto& flagged : tables.flaggedDeletes())
        out << u'!' + flagged.entity + QString::number(flagged.deletes.size());
    for (const auto& record : tables.records())
        out << record.summary.id + u'#' + QString::number(record.summary.number) + record.summary.nameFr;
    return out.join(u'\n');
}

class History
{
public:
    History()
        : m_laptops{std::make_unique<Laptop>(QStringLiteral("a")),
                    std::make_unique<Laptop>(QStringLiteral("b"), 3600000),
                    std::make_unique<Laptop>(QStringLiteral("c"), -86400000)}
    {
    }

    void run(const Steps& steps)
    {
        for (const auto& [who, what, x, y] : steps)
            step(*m_laptops[who % 3U], what % 16, x, y);
    }

    /// Every package ever made, then everything from everyone, in the order given.
    void exchangeAll(const std::array<size_t, 3>& order)
    {
        for (const size_t to : order)
            for (const Incoming& package : m_packages)
                m_laptops[to]->receive(package);
        for (int round = 0; round < 2; ++round)
            for (const size_t from : order)
                for (const size_t to : order)
                    RC_ASSERT(m_laptops[to]->receive(m_laptops[from]->package({})));
    }

    Laptop& laptop(size_t i) { return *m_laptops[i]; }
    bool redactsUnseen() const { return m_redactsUnseen; }
    const Oracle& oracle() const { return m_oracle; }
    const std::vector<Incoming>& packages() const { return m_packages; }

    void write(Laptop& laptop, const std::function<void(dossier::TransactionWriter&)>& closure)
    {
        const Frontier before = laptop.content.journal.frontier();
        const int chunks = laptop.content.journal.chunkCount();
        laptop.transact(closure);
        for (int i = chunks; i < laptop.content.journal.chunkCount(); ++i)
            laptop.content.journal.decode(i, [&](const Operation& operation) {
                Frontier past = before;
                past.insert(operation.replica, operation.sequence - 1);
                m_oracle.add(operation, past);
            });
    }

private:
    struct Entity
    {
        QString type, id;
    };

    void step(Laptop& laptop, int what, quint8 x, quint8 y)
    {
        laptop.moveClock(static_cast<int>(y % 5) * 1000 - 2000);
        if (what == 0 && m_entities.size() < Crowd) return create(laptop);
        if (what == 1) return share(laptop, x, y);
        if (what == 2) return deliver(laptop, x);
        if (what == 3) return resolve(laptop, x, y);
        const auto entity = choose(laptop, x);
        if (!entity) return create(laptop);
        write(laptop, [&](dossier::TransactionWriter& w) { edit(laptop, w, *entity, what, y); });
    }

    void create(Laptop& laptop)
    {
        write(laptop, [&](dossier::TransactionWriter& w) {
            m_entities.push_back({
                dossier::entity::Record,
                createRecord(w),
            });
        });
    }

    void edit(Laptop& laptop, dossier::TransactionWriter& w, const Entity& entity, int what, quint8 y)
    {
        const auto ref = laptop.content.tables.projector().find(entity.type, entity.id);
        const bool isRecord = entity.type == dossier::entity::Record;
        if (ref->buried) {
            const bool itself =
                laptop.content.tables.deletionOf(ref->id) == dossier::sqlite::Deletion::Deleted;
            const bool above =
                laptop.content.tables.deletionOf(ref->record) == dossier::sqlite::Deletion::Deleted;
            if (itself && (isRecord || !above)) restoreEntity(w, entity.type, entity.id);
        } else if (what == 4) {
            deleteEntity(w, entity.type, entity.id);
        } else if (what == 5 && isRecord && m_entities.size() < 2 * Crowd) {
            m_entities.push_back({dossier::entity::Row, createRow(w, entity.id, QStringLiteral("rg_x"))});
        } else if (what == 6) {
            redact(laptop, w, entity, y);
        } else {
            setAnswer(w, entity.type, entity.id,
                      y % 3 == 0 ? QStringLiteral("id_nom_fr") : QStringLiteral("x"),
                      questionnaire::Answer::of(QString::number(y % 7)));
        }
    }

    /// Some value, which this laptop may not have received yet.
    void redact(Laptop& laptop, dossier::TransactionWriter& w, const Entity& entity, quint8 y)
    {
        std::vector<const Operation*> sets;
        for (const Known& known : m_oracle.all())
            if (known.operation.kind == dossier::kind::Set && known.operation.entityId == entity.id &&
                known.operation.field != dossier::DeletedField)
                sets.push_back(&known.operation);
        if (sets.empty()) return;
        Operation redaction;
        redaction.kind = dossier::kind::Redact;
        redaction.entityType = entity.type;
        redaction.entityId = entity.id;
        const Operation& chosen = *sets[y % sets.size()];
        redaction.value = chosen.id();
        m_redactsUnseen |= laptop.content.journal.frontier().value(chosen.replica) < chosen.sequence;
        w.append(redaction);
    }

    void share(Laptop& from, quint8 x, quint8 y)
    {
        const Frontier known = m_laptops[y % 3U]->content.journal.frontier();
        m_packages.push_back(from.package(x % 2 ? known : Frontier()));
        m_laptops[x % 3U]->receive(m_packages.back());
    }

    void deliver(Laptop& to, quint8 x)
    {
        if (!m_packages.empty()) to.receive(m_packages[x % m_packages.size()]);
    }

    void resolve(Laptop& laptop, quint8 x, quint8 y)
    {
        const auto conflicts = laptop.content.tables.conflicts();
        const auto flagged = laptop.content.tables.flaggedDeletes();
        write(laptop, [&](dossier::TransactionWriter& w) {
            if (!conflicts.empty()) {
                const auto& conflict = conflicts[x % conflicts.size()];
                resolveConflict(w, conflict, conflict.heads[y % conflict.heads.size()].value);
            } else if (!flagged.empty()) {
                resolveDelete(w, flagged[x % flagged.size()], y % 2);
            }
        });
    }

    std::optional<Entity> choose(Laptop& laptop, quint8 x)
    {
        std::vector<Entity> there;
        for (const Entity& entity : m_entities)
            if (laptop.content.tables.projector().find(entity.type, entity.id)) there.push_back(entity);
        return there.empty() ? std::nullopt : std::optional(there[x % there.size()]);
    }

    /// Few entities, so that laptops often meet on the same.
    static constexpr size_t Crowd = 3;
    std::array<std::unique_ptr<Laptop>, 3> m_laptops;
    std::vector<Entity> m_entities;
    std::vector<Incoming> m_packages;
    Oracle m_oracle;
    bool m_redactsUnseen = false;
};

/// Against the oracle: no value lost, no false conflict, no delete ignored.
void checkMeaning(Laptop& laptop, const Oracle& oracle)
{
    auto& tables = laptop.content.tables;
    const auto deletions = oracle.deletions();
    for (auto it = deletions.begin(); it != deletions.end(); ++it) {
        auto ref = tables.projector().find(dossier::entity::Record, it.key());
        if (!ref) ref = tables.projector().find(dossier::entity::Row, it.key());
        RC_ASSERT(ref.has_value());
        RC_ASSERT(static_cast<int>(tables.deletionOf(ref->id)) == *it);
    }
    for (int i = 0; i < laptop.content.journal.chunkCount(); ++i)
        laptop.content.journal.decode(i, [&](const Operation& operation) {
            RC_ASSERT(!oracle.isRedacted(operation) || operation.value.isEmpty());
        });
    const auto registers = oracle.registers();
    for (auto it = registers.begin(); it != registers.end(); ++it)
        RC_ASSERT(tables.valuesIn(it.key().section(u'/', 0, 0), it.key().section(u'/', 1)) == *it);
}

constexpr int UsualHistories = 150;

int histories()
{
    const int asked = qEnvironmentVariableIntValue("CARTOSC_HISTORIES");
    return asked > 0 ? asked : UsualHistories;
}

bool holds(const std::string& what, const std::function<void(const Steps&)>& property)
{
    if (!std::getenv("RC_PARAMS")) {
        const QByteArray fixed = histories() > UsualHistories ? QByteArray() : QByteArray(" seed=2015");
        qputenv("RC_PARAMS", "max_success=" + QByteArray::number(histories()) + fixed);
    }
    return rc::check(what, property);
}

} // namespace

TEST(Merging, takesNoGapAndNoValueWithoutWhatItReplaces)
{
    Laptop a(QStringLiteral("a"));
    QString id;
    a.transact([&](dossier::TransactionWriter& w) { id = createRecord(w); });
    const auto received = [&](qint64 sequence, const QStringList& previous) {
        Operation set;
        set.replica = QStringLiteral("b");
        set.sequence = sequence;
        set.kind = dossier::kind::Set;
        set.entityType = dossier::entity::Record;
        set.entityId = id;
        set.field = QStringLiteral("status");
        set.previous = previous;
        dossier::journal::ChunkEncoder encoder;
        encoder.add(set);
        Incoming out;
        out.journal.addChunk(encoder.take());
        return out;
    };
    const auto refuses = [&](const Incoming& incoming) {
        Laptop fresh(QStringLiteral("c"));
        fresh.receive(a.package({}));
        try {
            fresh.receive(incoming);
        } catch (const base::Error& error) {
            return error.code() == base::ErrorCode::Damaged;
        }
        return false;
    };
    EXPECT_FALSE(refuses(received(1, {})));
    EXPECT_FALSE(refuses(received(1, {QStringLiteral("a:1")})));
    EXPECT_TRUE(refuses(received(2, {})));
    EXPECT_TRUE(refuses(received(1, {QStringLiteral("a:2")})));
    EXPECT_TRUE(refuses(received(1, {QStringLiteral("z:1")})));
}

TEST(MergeProperties, allHistoriesConvergeAndLoseNothing)
{
    EXPECT_TRUE(holds("three laptops", [](const Steps& steps) {
        History history;
        history.run(steps);
        history.exchangeAll({0, 1, 2});
        const QString said = saidBy(history.laptop(0));
        RC_ASSERT(saidBy(history.laptop(1)) == said);
        RC_ASSERT(saidBy(history.laptop(2)) == said);
        for (const size_t i : {0U, 1U, 2U})
            checkMeaning(history.laptop(i), history.oracle());
        RC_CLASSIFY(!history.laptop(0).content.tables.conflicts().empty(), "conflict");
        RC_CLASSIFY(history.redactsUnseen(), "redaction before what it removes");
        RC_CLASSIFY(!history.laptop(0).content.tables.flaggedDeletes().empty(), "flagged");

        // Old packages again, and everything again: nothing changes.
        const Frontier reached = history.laptop(1).content.journal.frontier();
        for (const Incoming& package : history.packages())
            history.laptop(1).receive(package);
        history.laptop(1).receive(history.laptop(0).package({}));
        RC_ASSERT(saidBy(history.laptop(1)) == said);
        RC_ASSERT(history.laptop(1).content.journal.frontier() == reached);

        // A copy that receives everything at once says the same.
        Laptop fresh(QStringLiteral("d"));
        fresh.receive(history.laptop(2).package({}));
        RC_ASSERT(saidBy(fresh) == said);
    }));
}

TEST(MergeProperties, mergingCommutesAndAssociates)
{
    EXPECT_TRUE(holds("orders", [](const Steps& steps) {
        History history;
        history.run(steps);
        std::array<Incoming, 3> all;
        for (size_t i = 0; i < 3; ++i)
            all[i] = history.laptop(i).package({});
        QString said;
        for (const auto& order : {std::array<size_t, 3>{0, 1, 2}, {2, 1, 0}, {1, 0, 2}}) {
            Laptop fresh(QStringLiteral("d"));
            for (const size_t i : order)
                fresh.receive(all[i]);
            if (said.isEmpty()) said = saidBy(fresh);
            RC_ASSERT(saidBy(fresh) == said);
        }
        Laptop pair(QStringLiteral("e")), grouped(QStringLiteral("f"));
        pair.receive(all[1]);
        pair.receive(all[2]);
        grouped.receive(all[0]);
        grouped.receive(pair.package({}));
        RC_ASSERT(saidBy(grouped) == said);
    }));
}
