#include "base/error.h"
#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <QElapsedTimer>
#include <QFile>

#include <gtest/gtest.h>

using base::ErrorCode;
using dossier::Access;
using dossier::Dossier;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

Access by(const char* author, std::optional<QString> passphrase = {})
{
    Access out;
    out.author = QString::fromUtf8(author);
    out.passphrase = std::move(passphrase);
    out.weakKeyDerivation = true;
    return out;
}

const QString Name = QStringLiteral("id_nom_fr"), Entry = QStringLiteral("entry");

ErrorCode codeOf(const std::function<void()>& act)
{
    try {
        act();
    } catch (const base::Error& error) {
        return error.code();
    }
    return ErrorCode::Internal;
}

class MergeTest : public testing::Test
{
protected:
    std::unique_ptr<Dossier> create(const char* name, const Access& access)
    {
        return Dossier::create(m_folder.path(QString::fromUtf8(name)), access, m_clock);
    }

    /// A copy of a closed study, opened by somebody else.
    std::unique_ptr<Dossier> copy(const QString& of, const char* name, const Access& access)
    {
        const QString path = m_folder.path(QString::fromUtf8(name));
        EXPECT_TRUE(QFile::copy(of, path));
        return Dossier::open(path, access, m_clock);
    }

    void set(Dossier& d, const QString& record, const QString& question, const QString& text)
    {
        d.transact(Entry, [&](Transaction& t) {
            setAnswer(t, dossier::entity::Record, record, question, Answer::of(text));
        });
    }

    QString createNamed(Dossier& d, const QString& name)
    {
        QString id;
        d.transact(Entry, [&](Transaction& t) {
            id = createRecord(t);
            setAnswer(t, dossier::entity::Record, id, Name, Answer::of(name));
        });
        return id;
    }

    struct Apart
    {
        std::unique_ptr<Dossier> a, b;
        QString id, gone; ///< named by both; deleted in a and named in b
    };
    Apart apart()
    {
        auto a = create("a.osc", by("Zoé"));
        const QString id = createNamed(*a, QStringLiteral("Un")),
                      gone = createNamed(*a, QStringLiteral("Départ"));
        a->close();
        auto b = copy(a->path(), "b.osc", by("Ali"));
        a = Dossier::open(a->path(), by("Zoé"), m_clock);
        set(*a, id, Name, QStringLiteral("De Zoé"));
        a->transact(Entry, [&](Transaction& t) { deleteRecord(t, gone); });
        m_clock.set(m_clock.nowUtc().addSecs(60));
        set(*b, id, Name, QStringLiteral("D'Ali"));
        set(*b, gone, Name, QStringLiteral("Gardé"));
        return {std::move(a), std::move(b), id, gone};
    }

    test::TemporaryFolder m_folder;
    base::FixedClock m_clock{QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC)};
};

} // namespace

TEST_F(MergeTest, packagesOpenWithThePassphraseOfTheStudyOrWithTheirOwn)
{
    const Access zoe = by("Zoé", QStringLiteral("phrase de l'étude"));
    auto a = create("a.osc", zoe);
    const QString id = createNamed(*a, QStringLiteral("Un"));
    a->close();
    auto b = copy(a->path(), "b.osc", by("Ali", zoe.passphrase));
    const auto known = b->frontier();
    set(*b, id, Name, QStringLiteral("Deux"));
    createNamed(*b, QStringLiteral("Trois"));

    const QString team = m_folder.path(QStringLiteral("equipe.osc")),
                  own = m_folder.path(QStringLiteral("p.osc"));
    EXPECT_EQ(b->sharePackage(team, {}, known), 3);
    EXPECT_EQ(b->sharePackage(own, by("", QStringLiteral("autre phrase"))), 5);
    EXPECT_EQ(codeOf([&] { Dossier::open(team, zoe, m_clock); }), ErrorCode::NotAStudy);

    auto c = Dossier::open(a->path(), zoe, m_clock);
    const auto report = c->merge(team, {});
    EXPECT_TRUE(report.isPackage);
    EXPECT_FALSE(report.isRefused());
    EXPECT_EQ(report.received, 3);
    EXPECT_EQ(report.added, 3);
    EXPECT_EQ(report.changes.records.size(), 2);
    EXPECT_EQ(report.changes.created.size(), 1);
    EXPECT_TRUE(report.conflicts.empty());
    EXPECT_EQ(c->record(id)->nameFr, QStringLiteral("Deux"));
    EXPECT_EQ(c->integrity().digest, b->integrity().digest);
    EXPECT_EQ(codeOf([&] { c->merge(own, {}); }), ErrorCode::WrongKey);
    EXPECT_EQ(c->merge(own, by("", QStringLiteral("autre phrase"))).added, 0);
    c->close();
    EXPECT_EQ(dossier::check(c->path(), zoe, m_clock).digest, b->integrity().digest);
}

TEST_F(MergeTest, aPackageThatStartsTooLateIsRefusedWithWhatIsMissing)
{
    auto a = create("a.osc", by("Zoé"));
    const QString id = createNamed(*a, QStringLiteral("Un"));
    a->close();
    auto b = copy(a->path(), "b.osc", by("Ali"));
    set(*b, id, Name, QStringLiteral("Deux"));
    const auto middle = b->frontier();
    set(*b, id, Name, QStringLiteral("Trois"));
    const QString late = m_folder.path(QStringLiteral("late.osc"));
    b->sharePackage(late, {}, middle);

    auto c = Dossier::open(a->path(), by("Zoé"), m_clock);
    const QByteArray before = test::readAll(c->path());
    const auto refused = c->merge(late, {});
    ASSERT_EQ(refused.missing.size(), 1U);
    EXPECT_EQ(refused.missing[0].first, 1);
    EXPECT_EQ(refused.missing[0].last, 1);
    EXPECT_EQ(test::readAll(c->path()), before);
    const QString first = m_folder.path(QStringLiteral("first.osc"));
    b->sharePackage(first, {});
    EXPECT_EQ(c->merge(first, {}).added, 2);
    EXPECT_EQ(c->merge(late, {}).added, 0);
}

TEST_F(MergeTest, anotherDossierIsRefused)
{
    auto a = create("a.osc", by("Zoé"));
    auto other = create("other.osc", by("Zoé"));
    createNamed(*other, QStringLiteral("Un"));
    other->close();
    EXPECT_EQ(codeOf([&] { a->merge(other->path(), {}); }), ErrorCode::Malformed);
    EXPECT_EQ(a->recordCount(), 0);
}

TEST_F(MergeTest, conflictsKeepBothValuesAndTheirResolutionLasts)
{
    const auto [a, b, id, gone] = apart();
    const QString old = m_folder.path(QStringLiteral("old.osc"));
    b->sharePackage(old, {});

    const auto report = a->merge(old, {});
    ASSERT_EQ(report.conflicts.size(), 1U);
    EXPECT_EQ(report.conflicts[0].shownField, QStringLiteral("q:id_nom_fr"));
    EXPECT_EQ(report.conflicts[0].record, id);
    ASSERT_EQ(report.conflicts[0].heads.size(), 2U);
    EXPECT_EQ(report.conflicts[0].heads[0].value, QStringLiteral("value|D'Ali"));
    EXPECT_EQ(report.conflicts[0].heads[1].author, QString::fromUtf8("Zoé"));
    ASSERT_EQ(report.flagged.size(), 1U);
    EXPECT_EQ(report.flagged[0].entity, gone);
    EXPECT_EQ(report.flagged[0].deletes[0].author, QString::fromUtf8("Zoé"));
    EXPECT_EQ(report.changes.created, QSet<QString>{gone});
    EXPECT_EQ(a->record(gone)->nameFr, QString::fromUtf8("Gardé"));

    a->transact(Entry, [&](Transaction& t) {
        resolveConflict(t, report.conflicts[0], report.conflicts[0].heads[1].value);
        resolveDelete(t, report.flagged[0], false);
    });
    a->merge(old, {});
    b->merge(a->path(), {});
    for (Dossier* d : {a.get(), b.get()}) {
        EXPECT_TRUE(d->conflicts().empty());
        EXPECT_TRUE(d->flaggedDeletes().empty());
        EXPECT_EQ(d->record(id)->nameFr, QString::fromUtf8("De Zoé"));
        EXPECT_FALSE(d->record(gone).has_value());
    }
    EXPECT_EQ(a->integrity().digest, b->integrity().digest);
}

TEST_F(MergeTest, undoingAChoiceOpensTheConflictAgain)
{
    const auto [a, b, id, gone] = apart();
    const auto report = a->merge(b->path(), {});
    ASSERT_EQ(report.conflicts.size() + report.flagged.size(), 2U);
    m_clock.set(m_clock.nowUtc().addSecs(60));
    const auto expectOpen = [&](const Dossier& d) {
        const auto open = d.conflicts();
        ASSERT_EQ(open.size(), 1U);
        ASSERT_EQ(open[0].heads.size(), 2U);
        EXPECT_EQ(open[0].heads[0].value, QStringLiteral("value|D'Ali"));
        EXPECT_EQ(open[0].heads[1].value, QStringLiteral("value|De Zoé"));
        EXPECT_EQ(d.flaggedDeletes().size(), 1U);
        EXPECT_EQ(d.record(gone)->nameFr, QStringLiteral("Gardé"));
    };
    for (const bool keep : {false, true}) {
        const auto choice = a->transact(Entry, [&](Transaction& t) {
            resolveConflict(t, a->conflicts()[0], QStringLiteral("value|De Zoé"));
            resolveDelete(t, a->flaggedDeletes()[0], keep);
        });
        const QString chosen = a->integrity().digest;
        EXPECT_TRUE(a->conflicts().empty() && a->flaggedDeletes().empty());
        const auto undone = a->compensate(choice.operations.ids(), QStringLiteral("undo"));
        EXPECT_TRUE(undone.changedSince.isEmpty());
        expectOpen(*a);
        const auto redone = a->compensate(undone.changes.operations.ids(), QStringLiteral("redo"));
        EXPECT_TRUE(redone.changedSince.isEmpty());
        EXPECT_EQ(a->integrity().digest, chosen);
        a->compensate(redone.changes.operations.ids(), QStringLiteral("undo"));
        expectOpen(*a);
    }
    b->merge(a->path(), {});
    expectOpen(*b);
    EXPECT_EQ(a->integrity().digest, b->integrity().digest);
    a->close();
    EXPECT_NO_THROW(dossier::check(a->path(), by("Zoé"), m_clock));
}

TEST_F(MergeTest, numbersAreTheSameEverywhereAndKeptByThoseWhoHadThem)
{
    auto a = create("a.osc", by("Zoé"));
    const QString one = createNamed(*a, QStringLiteral("Un"));
    a->close();
    auto b = copy(a->path(), "b.osc", by("Ali"));
    a = Dossier::open(a->path(), by("Zoé"), m_clock);
    const QString early = createNamed(*a, QStringLiteral("Tôt"));
    m_clock.set(m_clock.nowUtc().addSecs(60));
    const QString late = createNamed(*b, QStringLiteral("Tard")),
                  later = createNamed(*b, QStringLiteral("Après"));
    EXPECT_EQ(b->record(late)->number, 2);
    a->merge(b->path(), {});
    b->merge(a->path(), {});
    const QString next = createNamed(*a, QStringLiteral("Suivant"));
    b->merge(a->path(), {});
    for (Dossier* d : {a.get(), b.get()}) {
        EXPECT_EQ(d->record(one)->number, 1);
        EXPECT_EQ(d->record(early)->number, 2);
        EXPECT_EQ(d->record(later)->number, 3);
        EXPECT_EQ(d->record(late)->number, 4);
        EXPECT_EQ(d->record(next)->number, 5);
        EXPECT_EQ(d->records()[3].id, late);
    }
}

// The merge of the mission: two laptops, 1,347 actors, a week apart.
TEST_F(MergeTest, twoDossiersOf1347RecordsEditedApart)
{
    constexpr int Count = 1347;
    auto a = create("a.osc", by("Zoé"));
    std::vector<QString> ids;
    a->transact(QStringLiteral("import"), [&](Transaction& t) {
        for (int i = 0; i < Count; ++i) {
            ids.push_back(createRecord(t));
            for (int q = 0; q < 20; ++q)
                setAnswer(t, dossier::entity::Record, ids.back(), QStringLiteral("q%1").arg(q),
                          Answer::of(QString::number(i + q)));
        }
    });
    a->close();
    auto b = copy(a->path(), "b.osc", by("Ali"));
    a = Dossier::open(a->path(), by("Zoé"), m_clock);
    const auto at = [&](int i) { return ids[static_cast<size_t>(i)]; };
    for (int i = 0; i < 100; ++i) { // 200 different fields
        set(*a, at(i), QStringLiteral("q1"), QStringLiteral("a"));
        set(*b, at(i), QStringLiteral("q2"), QStringLiteral("b"));
    }
    for (int i = 100; i < 150; ++i) { // 50 same fields
        set(*a, at(i), QStringLiteral("q1"), QStringLiteral("a"));
        set(*b, at(i), QStringLiteral("q1"), QStringLiteral("b"));
    }
    for (int i = 150; i < 170; ++i) { // 20 deletes against edits
        a->transact(Entry, [&](Transaction& t) { deleteRecord(t, at(i)); });
        set(*b, at(i), QStringLiteral("q1"), QStringLiteral("b"));
    }
    const QString shared = m_folder.path(QStringLiteral("a-before.osc"));
    a->close();
    ASSERT_TRUE(QFile::copy(a->path(), shared));
    a = Dossier::open(a->path(), by("Zoé"), m_clock);

    QElapsedTimer timer;
    timer.start();
    const auto report = a->merge(b->path(), {});
    std::cout << "merge of two dossiers of 1,347 records: " << timer.elapsed() << " ms\n";
    EXPECT_EQ(report.conflicts.size(), 50U);
    EXPECT_EQ(report.flagged.size(), 20U);
    EXPECT_EQ(report.added, 170);
    b->merge(shared, {});
    EXPECT_EQ(b->conflicts().size(), 50U);
    EXPECT_EQ(b->flaggedDeletes().size(), 20U);
    EXPECT_EQ(a->integrity().digest, b->integrity().digest);
    EXPECT_EQ(a->merge(b->path(), {}).added, 0);
}
