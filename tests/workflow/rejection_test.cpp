#include "dossier/transaction.h"
#include "workflow/analysis.h"
#include "workflow/choice.h"
#include "workflow/demo.h"
#include "workflow/rejection.h"
#include "workflow/study_fixture.h"

#include <gtest/gtest.h>

using namespace workflow;

namespace {

/// The best three decided; six proposed, among them one whose rank is withheld.
struct Decided : test::StudyFixture
{
    std::shared_ptr<const disclosure::StudyData> data;
    QStringList proposed;
    QString untold;

    Decided()
    {
        fillDemonstration(*study, 128, 1);
        data = studyData(*study);
        for (const assessment::Trio& trio : data->trios.trios)
            for (const QString& id : trio.actors)
                if (proposed.size() < 5 && !proposed.contains(id)) proposed << id;
        for (const disclosure::ActorData& actor : data->actors)
            if (!actor.assessment.institution && !actor.assessment.rankable) untold = actor.id;
        proposed << untold;
        for (const disclosure::ActorData& actor : data->actors)
            if (proposed.size() < 6 && !proposed.contains(actor.id)) proposed << actor.id;
        std::vector<PreselectionChoice> choices;
        for (const PreselectionLine& line : preselectionOf(*study, *data))
            choices.push_back({line.record, proposed.contains(line.record), QStringLiteral("motif")});
        EXPECT_TRUE(savePreselection(*study, *data, choices, QStringLiteral("Consultante")).ok());
    }

    void decide()
    {
        TrioDecision made;
        made.trio = data->trios.trios.at(0).actors;
        made.author = QStringLiteral("Comité fictif");
        made.state = QStringLiteral("prise");
        made.reason = QStringLiteral("couverture");
        ASSERT_TRUE(saveTrioDecision(*study, made).ok());
    }
};

} // namespace

TEST(Rejection, SaysWhyAndWhatWouldChangeIt)
{
    Decided fixture;
    EXPECT_TRUE(rejectionNotes(*fixture.study, fixture.data).empty()) << "nothing is decided yet";
    fixture.decide();
    const auto notes = rejectionNotes(*fixture.study, fixture.data);
    ASSERT_EQ(notes.size(), 3U);
    for (const RejectionNote& note : notes) {
        EXPECT_FALSE(fixture.data->trios.trios[0].actors[0] == note.record);
        EXPECT_TRUE(note.draft.contains(QStringLiteral("Ce qui ferait changer l’avis")));
        if (note.record == fixture.untold) {
            EXPECT_TRUE(note.draft.contains(QStringLiteral("Classement non communiqué")));
            EXPECT_FALSE(note.draft.contains(QStringLiteral("Score")));
            EXPECT_FALSE(note.draft.contains(QStringLiteral("Critère")));
        } else {
            EXPECT_TRUE(note.draft.contains(QStringLiteral("Score global de"))) << note.draft.toStdString();
            EXPECT_TRUE(note.draft.contains(QStringLiteral("ensemble de trois"))) << note.draft.toStdString();
        }
    }
}

TEST(Rejection, WordsOfTheConsultantStandUntilEmptied)
{
    Decided fixture;
    fixture.decide();
    const QString record = rejectionNotes(*fixture.study, fixture.data)[0].record;
    ASSERT_TRUE(saveRejectionNote(*fixture.study, record, QStringLiteral("Nos mots.")).ok());
    fixture.reopen();
    EXPECT_EQ(rejectionNotes(*fixture.study, studyData(*fixture.study))[0].text(),
              QStringLiteral("Nos mots."));
    ASSERT_TRUE(saveRejectionNote(*fixture.study, record, {}).ok());
    const auto note = rejectionNotes(*fixture.study, studyData(*fixture.study))[0];
    EXPECT_EQ(note.text(), note.draft);
    EXPECT_FALSE(saveRejectionNote(*fixture.study, QStringLiteral("inconnue"), {}).ok());
}

TEST(Rejection, DocumentHasOnePageEachAndNoNameOfAShelter)
{
    Decided fixture;
    fixture.decide();
    const QString record = rejectionNotes(*fixture.study, fixture.data)[0].record;
    fixture.study->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
        const QString site = dossier::createRow(t, record, QStringLiteral("rg_sites"));
        for (const auto& [question, value] : {std::pair{"site_nom", "Maison Tamaris"}, {"site_type", "abri"}})
            dossier::setAnswer(t, dossier::entity::Row, site, QString::fromLatin1(question),
                               questionnaire::Answer::of(QString::fromLatin1(value)));
    });
    ASSERT_TRUE(saveRejectionNote(*fixture.study, record,
                                  QStringLiteral("La Maison Tamaris reste un appui.\n– un point."))
                    .ok());
    const auto data = studyData(*fixture.study);
    const QString path = fixture.folder.path(QStringLiteral("notes.docx"));
    const WordExport made = exportRejectionNotes(*fixture.study, data, {}, path);
    EXPECT_EQ(made.pages, 3);
    EXPECT_GT(made.bytes, 1000);
    EXPECT_TRUE(std::any_of(made.withheld.begin(), made.withheld.end(),
                            [](const auto& item) { return item.field == u"rejet" && item.rule == u"abri"; }));
    const WordExport one =
        exportRejectionNotes(*fixture.study, data, record, fixture.folder.path(QStringLiteral("une.docx")));
    EXPECT_EQ(one.pages, 1);
}
