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
