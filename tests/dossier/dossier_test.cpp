#include "base/error.h"
#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using dossier::Access;
using dossier::Dossier;
using dossier::Transaction;
using questionnaire::Answer;
using questionnaire::AnswerState;

namespace {

base::FixedClock fixedClock()
{
    return base::FixedClock(QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC));
}

Access access(const char* passphrase = nullptr)
{
    Access out;
    if (passphrase) out.passphrase = QString::fromUtf8(passphrase);
    out.author = QStringLiteral("N. Testeuse");
    out.weakKeyDerivation = true;
    return out;
}

const QString Record = dossier::entity::Record;

class DossierTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    base::FixedClock clock = fixedClock();
    QString path = folder.path(QStringLiteral("étude.osc"));

    std::unique_ptr<Dossier> create(const char* passphrase = nullptr)
    {
        return Dossier::create(path, access(passphrase), clock);
    }
    std::unique_ptr<Dossier> open(const char* passphrase = nullptr)
    {
        return Dossier::open(path, access(passphrase), clock);
    }
    static QString addRecord(Dossier& dossier, const QString& name)
    {
        QString id;
        dossier.transact(QStringLiteral("entry"), [&](Transaction& t) {
            id = createRecord(t);
            setAnswer(t, Record, id, QStringLiteral("id_nom_fr"), Answer::of(name));
        });
        return id;
    }
};

} // namespace

TEST_F(DossierTest, keepsAnswersRowsAndPassagesAcrossReopening)
{
    QString id, passage, row;
    {
        auto d = create("phrase de passe");
        const auto changes = d->transact(QStringLiteral("entry"), [&](Transaction& t) {
            id = createRecord(t);
            passage = createPassage(t, id);
            row = createRow(t, id, QStringLiteral("rg_sites"));
            const QString respondent = createRow(t, passage, QStringLiteral("rg_repondants"));
            setAnswer(t, Record, id, QStringLiteral("id_nom_fr"),
                      Answer::of(QStringLiteral("Association Exemple")));
            setAnswer(t, Record, id, QStringLiteral("abr_places"), Answer::inState(AnswerState::DontKnow));
            setAnswer(t, dossier::entity::Passage, passage, QStringLiteral("ent_mode"),
                      Answer::of(QStringLiteral("visite")));
            setAnswer(t, dossier::entity::Row, row, QStringLiteral("site_nom"),
                      Answer::of(QStringLiteral("Siège|rue 1")));
            setAnswer(t, dossier::entity::Row, respondent, QStringLiteral("rep_nom"), Answer::of(QString()));
            openRepeat(t, Record, id, QStringLiteral("rg_liens"));
        });
        EXPECT_EQ(changes.created, QSet<QString>{id});
        EXPECT_EQ(changes.records, QSet<QString>{id});
        EXPECT_TRUE(changes.questions.contains(QStringLiteral("site_nom")));
        EXPECT_EQ(changes.sequence, 1);
    }
    auto d = open("phrase de passe");
    EXPECT_TRUE(d->isProtected());
    const auto answers = d->answers(id);
    EXPECT_EQ(answers.actor.at(QStringLiteral("id_nom_fr")),
              Answer::of(QStringLiteral("Association Exemple")));
    EXPECT_EQ(answers.actor.at(QStringLiteral("abr_places")).state, AnswerState::DontKnow);
    EXPECT_FALSE(answers.actor.contains(QStringLiteral("ent_mode")));
    ASSERT_EQ(answers.passages.size(), 1U);
    EXPECT_EQ(answers.passages[0].uid, passage);
    ASSERT_TRUE(answers.passages[0].answers.rows(QStringLiteral("rg_repondants")));
    EXPECT_EQ(answers.passages[0].answers.rows(QStringLiteral("rg_repondants"))->size(), 1U);
    const auto* sites = answers.actor.rows(QStringLiteral("rg_sites"));
    ASSERT_TRUE(sites);
    ASSERT_EQ(sites->size(), 1U);
    EXPECT_EQ((*sites)[0].uid, row);
    EXPECT_EQ((*sites)[0].answers.at(QStringLiteral("site_nom")).value, QStringLiteral("Siège|rue 1"));
    ASSERT_TRUE(answers.actor.rows(QStringLiteral("rg_liens")));
    EXPECT_TRUE(answers.actor.rows(QStringLiteral("rg_liens"))->empty());
    EXPECT_EQ(answers.actor.rows(QStringLiteral("rg_programmes")), nullptr);
    const auto summary = d->record(id);
    ASSERT_TRUE(summary);
    EXPECT_EQ(summary->nameFr, QStringLiteral("Association Exemple"));
    EXPECT_EQ(summary->mode, QStringLiteral("visite"));
    EXPECT_EQ(summary->number, 1);
    EXPECT_EQ(summary->updated, clock.nowUtc().toMSecsSinceEpoch());
}

TEST_F(DossierTest, refusesWhatItCannotOpen)
{
    create("secret")->close();
    const auto refusal = [&](const Access& a) {
        try {
            Dossier::open(path, a, clock);
        } catch (const base::Error& error) {
            EXPECT_EQ(error.path(), path);
            return error.code();
        }
        return base::ErrorCode::Internal;
    };
    EXPECT_EQ(refusal(access()), base::ErrorCode::KeyRequired);
    EXPECT_EQ(refusal(access("")), base::ErrorCode::KeyRequired);
    EXPECT_EQ(refusal(access("other")), base::ErrorCode::WrongKey);
    const auto holder = open("secret");
    EXPECT_EQ(refusal(access("secret")), base::ErrorCode::Locked);
    Access reading = access("secret");
    reading.readOnly = true;
    auto second = Dossier::open(path, reading, clock);
    EXPECT_TRUE(second->isReadOnly());
    EXPECT_EQ(second->id(), holder->id());
    EXPECT_THROW(second->transact(QStringLiteral("entry"), [](Transaction&) {}), base::Error);
}

TEST_F(DossierTest, anExceptionUndoesEverything)
{
    auto d = create();
    const QString id = addRecord(*d, QStringLiteral("Avant"));
    const QByteArray file = test::readAll(path);
    const QString digest = d->integrity().digest;
    const auto fail = [&](Transaction& t) {
        setAnswer(t, Record, id, QStringLiteral("id_nom_fr"), Answer::of(QStringLiteral("Après")));
        setAnswer(t, Record, id, QStringLiteral("q_new"), Answer::of(QStringLiteral("Texte")));
        createRecord(t);
        setSetting(t, QStringLiteral("titre"), QStringLiteral("perdu"));
        EXPECT_EQ(d->recordCount(), 2); // a closure reads its own writes
        EXPECT_EQ(d->record(id)->nameFr, QStringLiteral("Après"));
        throw std::runtime_error("change of mind");
    };
    EXPECT_THROW(d->transact(QStringLiteral("entry"), fail), std::runtime_error);
    EXPECT_EQ(d->recordCount(), 1);
    EXPECT_EQ(d->record(id)->nameFr, QStringLiteral("Avant"));
    EXPECT_TRUE(d->setting(QStringLiteral("titre")).isEmpty());
    EXPECT_EQ(d->integrity().digest, digest);
    EXPECT_EQ(test::readAll(path), file);
    const QString second = addRecord(*d, QStringLiteral("Suite"));
    EXPECT_EQ(d->record(second)->number, 2);
    d->transact(QStringLiteral("entry"), [&](Transaction& t) {
        setAnswer(t, Record, id, QStringLiteral("q_new"), Answer::of(QStringLiteral("Plus tard")));
    });
    d.reset();
    d = open();
    EXPECT_EQ(d->recordCount(), 2);
    EXPECT_EQ(d->answers(id).actor.at(QStringLiteral("q_new")), Answer::of(QStringLiteral("Plus tard")));
}

TEST_F(DossierTest, refusesOperationsOnWhatIsNotThere)
{
    auto d = create();
    const QString id = addRecord(*d, QStringLiteral("A"));
    d->transact(QStringLiteral("entry"), [&](Transaction& t) { deleteRecord(t, id); });
    EXPECT_EQ(d->recordCount(), 0);
    EXPECT_FALSE(d->record(id));
    EXPECT_TRUE(d->answers(id).actor.cells().isEmpty());
    for (const QString& target : {id, QStringLiteral("nobody")}) {
        EXPECT_THROW(d->transact(QStringLiteral("entry"),
                                 [&](Transaction& t) {
                                     setAnswer(t, Record, target, QStringLiteral("q"),
                                               Answer::of(QStringLiteral("1")));
                                 }),
                     base::Error);
        EXPECT_THROW(d->transact(QStringLiteral("entry"), [&](Transaction& t) { createPassage(t, target); }),
                     base::Error);
    }
    EXPECT_EQ(d->record(addRecord(*d, QStringLiteral("B")))->number, 2); // numbers are not given twice
}

TEST_F(DossierTest, notesEvidenceFactsSettingsAndTexts)
{
    QString id, passage;
    {
        auto d = create();
        id = addRecord(*d, QStringLiteral("A"));
        d->transact(QStringLiteral("entry"), [&](Transaction& t) {
            passage = createPassage(t, id);
            setSource(t, Record, id, QStringLiteral("id_nom_fr"), passage);
            setComment(t, Record, id, QStringLiteral("id_nom_fr"), QStringLiteral("vu sur le récépissé"));
            setAnswer(t, dossier::entity::Passage, passage, QStringLiteral("ent_type"),
                      Answer::of(QStringLiteral("osc")));
            setEvidence(t, id, QStringLiteral("A1.1"), 4, {});
            setEvidence(t, id, QStringLiteral("B1.4"), 0, QStringLiteral("démenti"));
            setEvidence(t, id, QStringLiteral("C2.2"), 3, {});
            setEvidence(t, id, QStringLiteral("C2.2"), -1, {});
            addFact(t, id, QStringLiteral("liste.csv"), QStringLiteral("Activité"),
                    QStringLiteral("Jardins"));
            addFact(t, id, QStringLiteral("liste.csv"), QStringLiteral("Bailleur"), {});
            setRecordField(t, id, QStringLiteral("status"), QStringLiteral("intervient"));
            setRecordField(t, id, QStringLiteral("completeness"), QStringLiteral("0.625"));
            setRecordField(t, id, QStringLiteral("decision"), QStringLiteral("retenue"));
            setSetting(t, QStringLiteral("stress.last"), QStringLiteral("41"));
            setSetting(t, QStringLiteral("stress.last"), QStringLiteral("42"));
            setGuidedText(t, QStringLiteral("L1.intro"), QStringLiteral("Le consultant écrit ici."));
        });
        const auto changes = d->transact(QStringLiteral("entry"), [&](Transaction& t) {
            setSetting(t, QStringLiteral("titre"), QStringLiteral("Étude"));
        });
        EXPECT_TRUE(changes.study);
        EXPECT_TRUE(changes.records.isEmpty());
    }
    auto d = open();
    const auto notes = d->notes(id);
    const auto name = notes.value(QStringLiteral("id_nom_fr"));
    EXPECT_EQ(name.source, passage);
    EXPECT_EQ(name.comment, QStringLiteral("vu sur le récépissé"));
    EXPECT_EQ(name.author, QStringLiteral("N. Testeuse"));
    EXPECT_EQ(name.changed, clock.nowUtc().toMSecsSinceEpoch());
    EXPECT_TRUE(notes.contains(QStringLiteral("ent_type@") + passage));
    const QHash<QString, int> levels{{QStringLiteral("A1.1"), 4}, {QStringLiteral("B1.4"), 0}};
    EXPECT_EQ(d->evidence(id), levels);
    EXPECT_EQ(d->allEvidence(), (QHash<QString, QHash<QString, int>>{{id, levels}}));
    const auto facts = d->facts(id);
    ASSERT_EQ(facts.size(), 2U);
    EXPECT_EQ(facts[0].source + facts[0].field + facts[0].value, QStringLiteral("liste.csvActivitéJardins"));
    EXPECT_EQ(facts[0].record, id);
    EXPECT_EQ(d->record(id)->statusCode, QStringLiteral("intervient"));
    EXPECT_EQ(d->record(id)->completeness, 0.625);
    EXPECT_EQ(d->record(id)->decision, QStringLiteral("retenue"));
    EXPECT_EQ(d->setting(QStringLiteral("titre")), QStringLiteral("Étude"));
    EXPECT_EQ(d->settings().size(), 2);
    EXPECT_EQ(d->integrity().lastStress, 42);
    EXPECT_EQ(d->guidedTexts().value(QStringLiteral("L1.intro")), QStringLiteral("Le consultant écrit ici."));
}

TEST_F(DossierTest, tellsTheHistoryOfAField)
{
    QString id, row;
    const auto set = [&](Dossier& d, const char* value) {
        clock.set(clock.nowUtc().addSecs(60));
        d.transact(QStringLiteral("entry"), [&](Transaction& t) {
            setAnswer(t, Record, id, QStringLiteral("id_sigle"), Answer::of(QString::fromUtf8(value)));
        });
    };
    {
        auto d = create();
        id = addRecord(*d, QStringLiteral("A"));
        d->transact(QStringLiteral("entry"),
                    [&](Transaction& t) { row = createRow(t, id, QStringLiteral("rg_sites")); });
        set(*d, "un");
    }
    auto d = open();
    set(*d, "deux");
    set(*d, "trois");
    const auto history = d->history(id, QStringLiteral("q:id_sigle"));
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].value, QStringLiteral("value|un"));
    EXPECT_EQ(history[2].value, QStringLiteral("value|trois"));
    EXPECT_EQ(history[2].author, QStringLiteral("N. Testeuse"));
    EXPECT_EQ(history[2].cause, QStringLiteral("entry"));
    EXPECT_GT(history[2].time, history[1].time);
    EXPECT_EQ(d->history(id).size(), 6U);
    EXPECT_EQ(d->history(id, QStringLiteral("rg_sites@") + row).size(), 1U);
    EXPECT_TRUE(d->history(QStringLiteral("nobody")).empty());
}

TEST_F(DossierTest, removedRowsAndPassagesDisappearWithWhatHangsFromThem)
{
    auto d = create();
    const QString id = addRecord(*d, QStringLiteral("A"));
    QString passage, first, second;
    d->transact(QStringLiteral("entry"), [&](Transaction& t) {
        passage = createPassage(t, id);
        createPassage(t, id);
        createRow(t, passage, QStringLiteral("rg_repondants"));
        first = createRow(t, id, QStringLiteral("rg_sites"));
        second = createRow(t, id, QStringLiteral("rg_sites"));
    });
    d->transact(QStringLiteral("entry"), [&](Transaction& t) {
        deleteEntity(t, dossier::entity::Row, first);
        deleteEntity(t, dossier::entity::Passage, passage);
    });
    auto answers = d->answers(id);
    EXPECT_EQ(answers.passages.size(), 1U);
    EXPECT_EQ(answers.actor.repeats().size(), 1);
    ASSERT_EQ(answers.actor.rows(QStringLiteral("rg_sites"))->size(), 1U);
    EXPECT_EQ(answers.actor.rows(QStringLiteral("rg_sites"))->front().uid, second);
    d->transact(QStringLiteral("entry"),
                [&](Transaction& t) { deleteEntity(t, dossier::entity::Row, second); });
    answers = d->answers(id);
    ASSERT_TRUE(answers.actor.rows(QStringLiteral("rg_sites"))); // all removed: "none", not "not asked"
    EXPECT_TRUE(answers.actor.rows(QStringLiteral("rg_sites"))->empty());
}
