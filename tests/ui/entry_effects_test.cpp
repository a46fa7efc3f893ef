#include "saisie_fixture.h"
#include "support/living_section.h"
#include "ui/saisie/repeat_card.h"
#include "ui/saisie/repeat_model.h"
#include "workflow/form_versions.h"

#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace {

struct EntryEffects : test::EntryFixture
{
    void SetUp() override
    {
        const QString form = test::withLivingSection(folder);
        bool adopted = false;
        desk->write(
            [form](workflow::Study& study) {
                return workflow::adoptForm(study, workflow::planFormChange(study, form), {});
            },
            &context, [&](const workflow::Outcome& outcome) { adopted = outcome.ok(); });
        settle();
        ASSERT_TRUE(adopted);
        open("id_nom_fr");
        commit("ent_mode", "documentaire");
        open("es_lits");
        QApplication::setActiveWindow(screen.get());
    }
    QString words(const char* question, const char* label)
    {
        const auto* found = card(question)->findChild<QLabel*>(QString::fromLatin1(label));
        return found && found->isVisible() ? found->text() : QString();
    }
    bool says(const char* question, const char* text)
    {
        const auto labels = card(question)->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QString::fromUtf8(text));
        });
    }
    ui::RepeatCard* rooms() { return static_cast<ui::RepeatCard*>(card("es_chambre")); }

    QObject context;
};

TEST_F(EntryEffects, ACalculatedQuestionShowsItsResultAndTakesNoFocus)
{
    EXPECT_EQ(words("es_places", "calculatedAnswer"), QStringLiteral("–"));
    EXPECT_FALSE(card("es_places")->editor());
    type("es_lits", "7");
    EXPECT_EQ(words("es_places", "calculatedAnswer"), QStringLiteral("14"));
    settle();
    EXPECT_EQ(screen->page()->current(), card("es_chambres"));
    QTest::keyClick(field("es_chambres"), Qt::Key_Return);
    settle();
    EXPECT_EQ(screen->page()->current(), card("es_vu")) << "what is computed is passed over";
}

TEST_F(EntryEffects, ANoteReadsWithTheAnswersOfTheMoment)
{
    EXPECT_TRUE(says("es_rappel", "Vous avez dit … lits et … chambres."));
    type("es_lits", "7");
    EXPECT_TRUE(says("es_rappel", "Vous avez dit 7 lits et … chambres."));
}

TEST_F(EntryEffects, AnAnswerFillsWhatWaitsForItAndOpensItsRows)
{
    type("es_chambres", "2");
    settle();
    EXPECT_EQ(field("es_vu")->text(), QStringLiteral("05/01/2015"));
    ASSERT_EQ(rooms()->model()->rowCount(), 2);
    EXPECT_EQ(rooms()->model()->index(1, 0).data().toString(), QStringLiteral("Chambre"));
    EXPECT_TRUE(says("es_chambre", "fixé par une autre réponse"));
    EXPECT_FALSE(card("es_grand")->takesFocus());
    type("es_chambres", "3");
    settle();
    EXPECT_EQ(rooms()->model()->rowCount(), 3);
    EXPECT_TRUE(card("es_grand")->takesFocus()) << "a condition may count the rows";
}

TEST_F(EntryEffects, RowsThatHoldAnswersStayAndAreSaidToBeTooMany)
{
    type("es_chambres", "2");
    settle();
    ui::RepeatModel* model = rooms()->model();
    model->setData(model->index(1, 1), QStringLiteral("4"), ui::RepeatModel::StoredRole);
    EXPECT_EQ(model->index(1, 2).data().toString(), QStringLiteral("8"))
        << "groups inside rows are columns too";
    type("es_chambres", "0");
    settle();
    EXPECT_EQ(model->rowCount(), 2);
    EXPECT_TRUE(says("es_chambre", "2 lignes de trop"));
    rooms()->table()->setCurrentIndex(model->index(1, 0));
    for (QPushButton* each : rooms()->findChildren<QPushButton*>())
        if (each->text() == QStringLiteral("Retirer la ligne")) each->click();
    settle();
    EXPECT_EQ(model->rowCount(), 0) << "the other held only its default";
}

TEST_F(EntryEffects, WhatIsTypedMeanwhileIsNotOverwritten)
{
    const auto at = [&](const char* name) {
        return screen->session()->pathOf(*desk->study().form().question(QString::fromLatin1(name)));
    };
    screen->session()->commit(at("es_chambres"), questionnaire::Answer::of(QStringLiteral("1")));
    screen->session()->commit(at("es_vu"), questionnaire::Answer::of(QStringLiteral("2014-12-24")));
    settle();
    EXPECT_EQ(screen->session()->answer(at("es_vu")).value, QStringLiteral("2014-12-24"));
    EXPECT_EQ(stored("es_vu"), QStringLiteral("2014-12-24"));
}

} // namespace
