#include "dossier/dossier.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using dossier::Access;
using dossier::Dossier;
using questionnaire::Answer;
using questionnaire::AnswerState;

// A study written when format 1 was fixed. Every later program opens it and finds this in it. A program whose
// tables have changed rebuilds them from the journal, so the digest stays too.
TEST(FrozenSample, formatOneOpensForEver)
{
    const base::FixedClock clock(QDateTime(QDate(2015, 1, 7), QTime(9, 0), Qt::UTC));
    const QString path = test::fixture(QStringLiteral("dossier/samples/format-1.osc"));
    const QString id = QStringLiteral("014abe78-de80-7002-8187-e9b92dddf71f");
    Access access;
    access.passphrase = QStringLiteral("format un");
    access.readOnly = true;
    const auto d = Dossier::open(path, access, clock);
    ASSERT_EQ(d->recordCount(), 1);
    EXPECT_EQ(d->record(id)->nameFr, QString::fromUtf8("Association Hiver (fictive)"));
    EXPECT_EQ(d->record(id)->mode, QStringLiteral("visite"));
    const auto answers = d->answers(id);
    EXPECT_EQ(answers.actor.at(QStringLiteral("id_nom_ar")), Answer::of(QString::fromUtf8("جمعية الصيف")));
    EXPECT_EQ(answers.actor.at(QStringLiteral("abr_places")).state, AnswerState::DontKnow);
    ASSERT_TRUE(answers.actor.rows(QStringLiteral("rg_sites")));
    EXPECT_EQ(
        answers.actor.rows(QStringLiteral("rg_sites"))->front().answers.at(QStringLiteral("site_nom")).value,
        QStringLiteral("S1"));
    ASSERT_EQ(answers.passages.size(), 1U);
    EXPECT_EQ(d->notes(id).value(QStringLiteral("id_nom_fr")).source, answers.passages[0].uid);
    EXPECT_EQ(d->notes(id).value(QStringLiteral("id_nom_fr")).comment, QString::fromUtf8("vérifié"));
    EXPECT_EQ(d->evidence(id).value(QStringLiteral("A1.1")), 2);
    EXPECT_EQ(d->facts(id).front().value, QStringLiteral("Rabat"));
    EXPECT_EQ(d->setting(QStringLiteral("titre")), QString::fromUtf8("Échantillon"));
    EXPECT_EQ(d->guidedTexts().value(QStringLiteral("T1")), QStringLiteral("Texte"));
    EXPECT_EQ(d->history(id, QStringLiteral("q:id_nom_fr")).size(), 2U);
    const auto checked = dossier::check(path, access, clock);
    EXPECT_EQ(checked.operations, 15);
    EXPECT_EQ(checked.digest,
              QStringLiteral("c7fc5e054206f0d6b396638212b251911ee1715e6b39c8dd569b223161ae3ea0"));
}
