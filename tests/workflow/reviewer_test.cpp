#include "dossier/transaction.h"
#include "workflow/review.h"
#include "workflow/sharing.h"
#include "workflow/study_fixture.h"

#include <QFile>

#include <gtest/gtest.h>
#include <limits>

using questionnaire::Answer;
using questionnaire::QuestionType;
using questionnaire::Sensitivity;
using test::StudyFixture;

namespace {

/// A value found nowhere else; empty when the type has no room for one.
QString canary(const questionnaire::Question& question, int index)
{
    if (question.type == QuestionType::Text) return QStringLiteral("Canari%1 %2").arg(index).arg(index * 7);
    if (question.type == QuestionType::Integer) return QString::number(70'000'000 + index);
    if (question.type == QuestionType::Geopoint)
        return QStringLiteral("35.%1 -5.7 0 0").arg(70'000'000 + index);
    return {};
}

/// An organisation with a canary in every question that can hold one, whatever the form thinks of it.
QString addCanaries(StudyFixture& fixture, const QString& shares)
{
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const questionnaire::Form& form = fixture.study->form();
    const QString passage = workflow::openSession(*fixture.study, record)->currentPassage();
    fixture.study->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
        QHash<int, QString> rows;
        for (size_t i = 0; i < form.questions.size(); ++i) {
            const questionnaire::Question& question = form.questions[i];
            const QString value = canary(question, static_cast<int>(i));
            if (value.isEmpty()) continue;
            const int repeat = form.repeatOf(static_cast<int>(i));
            const bool ofPassage = question.scope == questionnaire::Scope::Passage;
            if (repeat >= 0 && !rows.contains(repeat))
                rows[repeat] = dossier::createRow(t, ofPassage ? passage : record,
                                                  form.questions[static_cast<size_t>(repeat)].name);
            if (repeat >= 0)
                dossier::setAnswer(t, dossier::entity::Row, rows[repeat], question.name, Answer::of(value));
            else
                dossier::setAnswer(t, ofPassage ? dossier::entity::Passage : dossier::entity::Record,
                                   ofPassage ? passage : record, question.name, Answer::of(value));
        }
        for (const auto& [question, value] : {std::pair{"id_nom_fr", "Association fictive"},
                                              {"id_categorie", "femmes"},
                                              {"id_province", "rabat"},
                                              {"abr_offre", "non"}})
            dossier::setAnswer(t, dossier::entity::Record, record, QString::fromLatin1(question),
                               Answer::of(QString::fromLatin1(value)));
        for (const auto& [question, value] : {std::pair{"ent_mode", QStringLiteral("visite")},
                                              {"cons_participation", QStringLiteral("oui")},
                                              {"cons_partage", shares}})
            dossier::setAnswer(t, dossier::entity::Passage, passage, QString::fromLatin1(question),
                               Answer::of(value));
    });
    return record;
}

/// All that the file holds, as whoever has its key reads it: every operation, and the present state.
QString everythingIn(const dossier::Dossier& dossier)
{
    QStringList all;
    for (const dossier::HistoryEntry& entry : dossier.recentHistory(std::numeric_limits<int>::max()))
        all << entry.field << entry.value << entry.before << entry.author << entry.cause;
    for (const QString& value : dossier.settings())
        all << value;
    for (const dossier::RecordSummary& record : dossier.records()) {
        all << record.nameFr << record.province;
        for (const dossier::SourceFact& fact : dossier.facts(record.id))
            all << fact.field << fact.value;
    }
    return all.join(u'\n');
}

dossier::Access key(const QString& phrase)
{
    dossier::Access access;
    access.passphrase = phrase;
    access.author = QStringLiteral("essai");
    access.weakKeyDerivation = true;
    return access;
}

const QString Phrase = QStringLiteral("phrase de l’OIM");

struct Handed : StudyFixture
{
    QString file = folder.path(QStringLiteral("oim.osc"));
    workflow::ShareReport hand() { return workflow::shareWithIom(*study, file, key(Phrase)); }
    std::unique_ptr<workflow::Study> reviewer() { return workflow::Study::open(file, key(Phrase), clock); }
};

workflow::Comment comment(const QString& text)
{
    workflow::Comment made;
    made.text = text;
    made.author = QStringLiteral("Relectrice fictive");
    made.severity = QStringLiteral("bloquant");
    return made;
}

class IomShareLeaks : public testing::TestWithParam<bool>
{
};

} // namespace

TEST_P(IomShareLeaks, holdsNoCanaryItMayNotRead)
{
    Handed fixture;
    addCanaries(fixture, GetParam() ? QStringLiteral("oui") : QStringLiteral("non"));
    const workflow::ShareReport report = fixture.hand();
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(report.records, 1);
    EXPECT_FALSE(report.withheld.empty());
    const auto handed = dossier::Dossier::open(fixture.file, key(Phrase), fixture.clock);
    EXPECT_NE(handed->id(), std::as_const(*fixture.study).dossier().id());
    const QString all = everythingIn(*handed);
    int looked = 0, found = 0;
    const questionnaire::Form& form = fixture.study->form();
    for (size_t i = 0; i < form.questions.size(); ++i) {
        const QString value = canary(form.questions[i], static_cast<int>(i));
        if (value.isEmpty()) continue;
        const Sensitivity sensitivity = form.questions[i].sensitivity;
        const bool allowed =
            sensitivity == Sensitivity::Public || (sensitivity == Sensitivity::Restricted && GetParam());
        if (allowed)
            found += all.contains(value);
        else {
            ++looked;
            EXPECT_FALSE(all.contains(value)) << form.questions[i].name.toStdString();
        }
    }
    EXPECT_GT(looked, 3);
    EXPECT_GT(found, 5) << "public canaries must be found, else the search proves nothing";
}

INSTANTIATE_TEST_SUITE_P(Consents, IomShareLeaks, testing::Bool());

TEST(IomShare, previewsTheAccountOfTheVeryDossier)
{
    Handed fixture;
    addCanaries(fixture, QStringLiteral("oui"));
    addCanaries(fixture, QStringLiteral("non"));
    fixture.addActor(QStringLiteral("Association sans réponse (fictive)"));
    const auto told = [](const workflow::ShareReport& report) {
        QStringList lines;
        for (const disclosure::Withheld& item : report.withheld)
            lines << item.actor + u' ' + item.field + u' ' + item.rule;
        return lines.join(u'\n').toStdString();
    };
    const workflow::ShareReport before = workflow::previewForIom(*fixture.study);
    ASSERT_TRUE(before.ok());
    EXPECT_FALSE(QFile::exists(fixture.file));
    const workflow::ShareReport made = fixture.hand();
    EXPECT_EQ(told(before), told(made));
    EXPECT_EQ(before.records, 3);
    EXPECT_EQ(made.records, 3);
    // What a deliverable withholds besides (small counts of its tables) is not in the dossier's account.
    const auto withholds = [&](QStringView rule) {
        return std::any_of(before.withheld.begin(), before.withheld.end(),
                           [rule](const disclosure::Withheld& item) { return item.rule == rule; });
    };
    EXPECT_TRUE(withholds(u"confidentiel"));
    EXPECT_FALSE(withholds(u"petit_effectif"));
    EXPECT_FALSE(workflow::previewForIom(*fixture.reviewer()).ok()) << "a reviewer hands nothing over";
}

TEST(IomShare, carriesNoHistory)
{
    Handed fixture;
    const QString record = fixture.addActor(QStringLiteral("Premier nom"));
    fixture.answer(record, QStringLiteral("id_nom_fr"), QStringLiteral("Second nom"));
    ASSERT_TRUE(fixture.hand().ok());
    const QString all = everythingIn(*dossier::Dossier::open(fixture.file, key(Phrase), fixture.clock));
    EXPECT_TRUE(all.contains(QStringLiteral("Second nom")));
    EXPECT_FALSE(all.contains(QStringLiteral("Premier nom")));
}

TEST(IomShare, opensWithTheKeyOfItsReader)
{
    Handed fixture;
    fixture.addActor(QStringLiteral("Association fictive"));
    const dossier::PrivateKey reader = dossier::PrivateKey::generate();
    dossier::Access access;
    access.readers.push_back(reader.publicKey());
    ASSERT_TRUE(workflow::shareWithIom(*fixture.study, fixture.file, access).ok());
    dossier::Access reading;
    reading.privateKey = reader;
    EXPECT_EQ(dossier::Dossier::open(fixture.file, reading, fixture.clock)->recordCount(), 1);
    EXPECT_ANY_THROW(dossier::Dossier::open(fixture.file, {}, fixture.clock));
}

TEST(IomShare, keepsInternalComments)
{
    Handed fixture;
    workflow::Comment shared = comment(QStringLiteral("Point partagé")),
                      internal = comment(QStringLiteral("Point interne"));
    shared.shared = true;
    ASSERT_TRUE(workflow::saveComment(*fixture.study, shared).ok());
    ASSERT_TRUE(workflow::saveComment(*fixture.study, internal).ok());
    ASSERT_TRUE(fixture.hand().ok());
    const auto reviewer = fixture.reviewer();
    ASSERT_EQ(workflow::comments(*reviewer).size(), 1u);
    EXPECT_EQ(workflow::comments(*reviewer).front().text, shared.text);
    EXPECT_TRUE(workflow::isReviewerDossier(*reviewer));
}

TEST(IomShare, namesNoHiddenShelterInComments)
{
    Handed fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    const QString passage = workflow::openSession(*fixture.study, record)->currentPassage();
    fixture.study->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
        for (const auto& [question, value] :
             {std::pair{"id_categorie", "femmes"}, {"id_province", "assa_zag"}, {"abr_offre", "direct"}})
            dossier::setAnswer(t, dossier::entity::Record, record, QString::fromLatin1(question),
                               Answer::of(QString::fromLatin1(value)));
        for (const auto& [question, value] :
             {std::pair{"ent_mode", "visite"}, {"cons_participation", "oui"}, {"cons_partage", "oui"}})
            dossier::setAnswer(t, dossier::entity::Passage, passage, QString::fromLatin1(question),
                               Answer::of(QString::fromLatin1(value)));
        const QString site = dossier::createRow(t, record, QStringLiteral("rg_sites"));
        for (const auto& [question, value] : {std::pair{"site_nom", "Maison Tamaris"}, {"site_type", "abri"}})
            dossier::setAnswer(t, dossier::entity::Row, site, QString::fromLatin1(question),
                               Answer::of(QString::fromLatin1(value)));
    });
    workflow::Comment made = comment(QStringLiteral("La Maison Tamaris est pleine."));
    made.shared = true;
    ASSERT_TRUE(workflow::saveComment(*fixture.study, made).ok());
    ASSERT_TRUE(fixture.hand().ok());
    const QString all = everythingIn(*dossier::Dossier::open(fixture.file, key(Phrase), fixture.clock));
    EXPECT_FALSE(all.contains(QStringLiteral("Tamaris")));
    EXPECT_FALSE(all.contains(QStringLiteral("assa_zag")));
    const auto reviewer = fixture.reviewer();
    ASSERT_EQ(workflow::comments(*reviewer).size(), 1u);
    EXPECT_TRUE(workflow::comments(*reviewer).front().text.endsWith(QStringLiteral("est pleine.")))
        << workflow::comments(*reviewer).front().text.toStdString();
}

class ReturnWays : public testing::TestWithParam<bool>
{
};

// Both ways of coming back: the file made for it, and the reviewer's whole dossier.
TEST_P(ReturnWays, bringsCommentsOnce)
{
    Handed fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    ASSERT_TRUE(fixture.hand().ok());
    QString back = fixture.file;
    {
        const auto reviewer = fixture.reviewer();
        workflow::Comment made = comment(QStringLiteral("À revoir"));
        made.record = record;
        ASSERT_TRUE(workflow::saveComment(*reviewer, made).ok());
        workflow::Decision decision;
        decision.text = QStringLiteral("Retenue");
        ASSERT_TRUE(workflow::saveDecision(*reviewer, decision).ok());
        if (GetParam()) {
            back = fixture.folder.path(QStringLiteral("retour.osc"));
            ASSERT_TRUE(workflow::shareReturn(*reviewer, back, key(Phrase)).ok());
        }
    }
    const workflow::ReturnReport report = workflow::returnFromIom(*fixture.study, back, key(Phrase));
    ASSERT_TRUE(report.ok()) << report.refused.front().code.toStdString()
                             << report.refused.front().args.join(u' ').toStdString();
    EXPECT_EQ(report.created, 2);
    std::vector<workflow::Comment> received = workflow::comments(*fixture.study);
    ASSERT_EQ(received.size(), 1u);
    EXPECT_EQ(received.front().record, record);
    EXPECT_TRUE(received.front().fromReviewer);
    EXPECT_TRUE(received.front().isBlocking());
    EXPECT_EQ(workflow::decisions(*fixture.study).size(), 1u);
    // Answered here, then received again: what was done here stands.
    received.front().state = QStringLiteral("traite");
    received.front().answer = QStringLiteral("accepte");
    ASSERT_TRUE(workflow::saveComment(*fixture.study, received.front()).ok());
    const workflow::ReturnReport again = workflow::returnFromIom(*fixture.study, back, key(Phrase));
    EXPECT_EQ(again.created + again.changed, 0);
    EXPECT_EQ(workflow::comments(*fixture.study).front().state, QStringLiteral("traite"));
}

TEST_P(ReturnWays, isRefusedWholeWhenItHoldsAnythingElse)
{
    Handed fixture;
    const QString record = fixture.addActor(QStringLiteral("Association fictive"));
    ASSERT_TRUE(fixture.hand().ok());
    QString back = fixture.file;
    {
        const auto reviewer = fixture.reviewer();
        ASSERT_TRUE(workflow::saveComment(*reviewer, comment(QStringLiteral("À revoir"))).ok());
        if (GetParam()) {
            back = fixture.folder.path(QStringLiteral("retour.osc"));
            ASSERT_TRUE(workflow::shareReturn(*reviewer, back, key(Phrase)).ok());
        }
    }
    {
        const auto tampered = dossier::Dossier::open(back, key(Phrase), fixture.clock);
        tampered->transact(QStringLiteral("handover"), [&](dossier::Transaction& t) {
            dossier::setSetting(t, QStringLiteral("title"), QStringLiteral("Titre glissé"));
            if (!GetParam())
                dossier::setRecordField(t, record, QStringLiteral("decision"), QStringLiteral("retenue"));
        });
    }
    const auto before = std::as_const(*fixture.study).dossier().integrity();
    const workflow::ReturnReport report = workflow::returnFromIom(*fixture.study, back, key(Phrase));
    EXPECT_EQ(report.refused.size(), GetParam() ? 1u : 2u);
    EXPECT_EQ(std::as_const(*fixture.study).dossier().integrity().digest, before.digest);
    EXPECT_TRUE(workflow::comments(*fixture.study).empty());
}

INSTANTIATE_TEST_SUITE_P(Ways, ReturnWays, testing::Bool());

TEST(Return, ofAnotherStudyIsRefused)
{
    Handed fixture;
    ASSERT_TRUE(fixture.hand().ok());
    StudyFixture other;
    EXPECT_FALSE(workflow::returnFromIom(*other.study, fixture.file, key(Phrase)).ok());
    EXPECT_FALSE(workflow::returnFromIom(*fixture.study, other.path, {}).ok());
}

TEST(Comments, refuseUnknownWordsAndUnexplainedRefusals)
{
    StudyFixture fixture;
    workflow::Comment made = comment(QStringLiteral("Un point"));
    made.severity = QStringLiteral("grave");
    EXPECT_FALSE(workflow::saveComment(*fixture.study, made).ok());
    made = comment(QString());
    EXPECT_FALSE(workflow::saveComment(*fixture.study, made).ok());
    made = comment(QStringLiteral("Un point"));
    made.answer = QStringLiteral("refuse");
    EXPECT_FALSE(workflow::saveComment(*fixture.study, made).ok());
    made.explanation = QStringLiteral("Hors du mandat.");
    const workflow::Outcome saved = workflow::saveComment(*fixture.study, made);
    ASSERT_TRUE(saved.ok());
    fixture.reopen();
    ASSERT_EQ(workflow::comments(*fixture.study).size(), 1u);
    EXPECT_TRUE(workflow::removeComment(*fixture.study, saved.id).ok());
    EXPECT_TRUE(workflow::comments(*fixture.study).empty());
    EXPECT_FALSE(workflow::removeComment(*fixture.study, saved.id).ok());
}
