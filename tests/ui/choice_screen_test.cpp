#include "dossier/transaction.h"
#include "ui/analyse/ranking_model.h"
#include "ui/choix/choice_screen.h"
#include "ui/choix/what_if_panel.h"
#include "window_fixture.h"
#include "workflow/analysis.h"
#include "workflow/choice.h"
#include "workflow/demo.h"
#include "workflow/model_editing.h"
#include "workflow/review.h"
#include "workflow/robustness.h"
#include "workflow/sharing.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSlider>
#include <QTableWidget>
#include <QTabWidget>
#include <QToolButton>

namespace {

/// A window over the demonstration.
class ChoiceScreenTest : public test::WindowFixture
{
protected:
    void openStudy(const QString& path)
    {
        ASSERT_TRUE(open(path));
        window->go({QStringLiteral("choix"), {}, {}});
        screen = window->findChild<ui::ChoiceScreen*>();
        ASSERT_TRUE(screen);
    }

    /// The demonstration, whose model is locked.
    void openChoice(int actors)
    {
        const QString path = folder.path(QStringLiteral("étude.osc"));
        workflow::fillDemonstration(*workflow::Study::create(path, keys({}), clock), actors, 1);
        openStudy(path);
    }

    void openDrawn()
    {
        openChoice(128);
        if (HasFatalFailure()) return;
        ASSERT_TRUE(QTest::qWaitFor([this] { return screen->hasDraws(); }, 60000));
    }

    const workflow::Study& study() { return window->desk()->study(); }

    QString words(const char* label)
    {
        auto* found = seen<QLabel>(label);
        return found ? found->text() : QString();
    }

    ui::ChoiceScreen* screen = nullptr;
};

TEST_F(ChoiceScreenTest, shows_no_score_before_the_lock)
{
    openStudy(makeStudy({}));
    ASSERT_TRUE(waitFor<QLabel>("choiceMessage"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return window->desk()->analysisIsCurrent(); }, 30000));
    EXPECT_TRUE(words("choiceMessage").contains(QStringLiteral("verrouillé")))
        << words("choiceMessage").toStdString();
    EXPECT_FALSE(seen<QLabel>("trioNote1"));
}

TEST_F(ChoiceScreenTest, cards_are_the_best_sets_and_the_sentence_says_how_firm)
{
    openDrawn();
    const auto data = workflow::studyData(study());
    ASSERT_GE(data->trios.trios.size(), 2U);
    EXPECT_EQ(words("trioNote1"), ui::scoreText(data->trios.trios[0].note));
    EXPECT_EQ(words("trioNote2"), ui::scoreText(data->trios.trios[1].note));
    const auto draws = workflow::robustness(study(), *data, {});
    double share = 0;
    for (const auto& trio : draws.trios) {
        auto drawn = trio.actors, best = data->trios.trios[0].actors;
        std::sort(drawn.begin(), drawn.end());
        std::sort(best.begin(), best.end());
        if (drawn == best) share = trio.optimal;
    }
    const QString percent = QString::number(qRound(share * 100)) + QChar(QChar::Nbsp) + u'%';
    EXPECT_TRUE(words("trioShare1").startsWith(percent)) << words("trioShare1").toStdString();
    const QString sentence = words("robustnessSentence");
    EXPECT_TRUE(sentence.contains(percent)) << sentence.toStdString();
    EXPECT_EQ(sentence.contains(QStringLiteral("Avertissement")), share < 0.6);
    click(seen<QPushButton>("asTable"));
    auto* table = seen<QTableWidget>("trioTable");
    ASSERT_TRUE(table);
    EXPECT_EQ(table->item(0, 1)->text(), ui::scoreText(data->trios.trios[0].note));
    click(seen<QPushButton>("copyTrios"));
    EXPECT_TRUE(QApplication::clipboard()->text().contains(table->item(4, 0)->text() + u'\t' +
                                                           table->item(4, 1)->text()));
    click(seen<QPushButton>("asTable"));
    QTest::mouseClick(seen<QRadioButton>("trio2"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_TRUE(seen<QRadioButton>("trio2")->isChecked());
    EXPECT_FALSE(seen<QRadioButton>("trio1")->isChecked());
}

TEST_F(ChoiceScreenTest, cards_follow_the_weights_and_nothing_is_written)
{
    openDrawn();
    const auto written = study().dossier().settings();
    const QString before = words("trioNote1");
    auto* territory = seen<QSlider>("weight_territoire");
    ASSERT_TRUE(territory);
    territory->setFocus();
    QTest::keyClick(territory, Qt::Key_End); // the territory alone counts
    EXPECT_EQ(seen<QSlider>("weight_moyenne")->value(), 0);
    assessment::Weights alone = assessment::Weights::of(study().model());
    alone.mean = alone.coverage = 0;
    alone.territory = 1;
    const auto data = workflow::studyData(study());
    const auto best = workflow::findTrios(study(), *data, alone, 1);
    ASSERT_FALSE(best.trios.empty());
    EXPECT_NEAR(best.trios[0].note, best.trios[0].territory, 1e-9);
    EXPECT_EQ(words("trioNote1"), ui::scoreText(best.trios[0].territory));
    EXPECT_TRUE(words("weightTotal").contains(QStringLiteral("essai")));
    click(seen<QPushButton>("restoreWeights"));
    EXPECT_EQ(words("trioNote1"), before);
    EXPECT_FALSE(words("weightTotal").contains(QStringLiteral("essai")));
    EXPECT_EQ(study().dossier().settings(), written);
}

TEST_F(ChoiceScreenTest, preselection_is_proposed_with_reasons_and_approved)
{
    openChoice(30);
    QTest::mouseClick(seen<QToolButton>("stage0"), Qt::LeftButton);
    auto* table = seen<QTableWidget>("preselectionTable");
    ASSERT_TRUE(table);
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->rowCount() == 30; }, 30000));
    const QRect first = table->visualItemRect(table->item(0, 0));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      first.topLeft() + QPoint(12, first.height() / 2));
    EXPECT_EQ(table->item(0, 0)->checkState(), Qt::Checked);
    QTest::keyClicks(seen<QLineEdit>("preselectionAuthor"), QStringLiteral("Consultante fictive"));
    click(seen<QPushButton>("savePreselection"));
    ASSERT_TRUE(waitFor<QLabel>("preselectionTold"));
    EXPECT_TRUE(words("preselectionTold").contains(QStringLiteral("six")))
        << words("preselectionTold").toStdString();
    for (int row = 0; row < 6; ++row) {
        table->item(row, 0)->setCheckState(Qt::Checked);
        table->item(row, 7)->setText(QStringLiteral("Motif fictif"));
    }
    QTest::keyClicks(seen<QLineEdit>("commonReason"), QStringLiteral("Moins de services"));
    click(seen<QPushButton>("fillReasons"));
    click(seen<QPushButton>("savePreselection"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return study().dossier().settings().values().count(QStringLiteral("Motif fictif")) == 6; },
        15000))
        << words("preselectionTold").toStdString();
    const auto data = workflow::studyData(study());
    for (const auto& line : workflow::preselectionOf(study(), *data)) {
        if (line.proposed) continue;
        EXPECT_EQ(line.reason, line.holds ? QStringLiteral("Moins de services") : QString())
            << line.name.toStdString();
    }
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return seen<QPushButton>("approvePreselection")->isEnabled(); }, 15000));
    QTest::keyClicks(seen<QLineEdit>("approvalName"), QStringLiteral("Responsable fictive"));
    click(seen<QPushButton>("approvePreselection"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::preselectionApproval(study()).has_value(); }, 15000));
    EXPECT_TRUE(workflow::preselectionApproval(study())->current);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return words("preselectionApproved").contains(QStringLiteral("Responsable fictive")); },
        15000));
}

TEST_F(ChoiceScreenTest, votes_and_decision_are_taken_with_their_reasons)
{
    openDrawn();
    screen->panel()->setCurrentIndex(1);
    QTest::keyClicks(seen<QLineEdit>("voteMember"), QStringLiteral("Membre fictif"));
    click(seen<QPushButton>("saveVote"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::votes(study()).size() == 1; }, 15000));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return words("disagreement").contains(QStringLiteral("Membre fictif")); }, 15000));
    QTest::keyClicks(seen<QLineEdit>("decisionAuthor"), QStringLiteral("Comite fictif"));
    click(seen<QPushButton>("takeDecision"));
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return words("decisionTold").contains(QStringLiteral("Membre fictif")); }, 15000))
        << words("decisionTold").toStdString();
    EXPECT_FALSE(workflow::trioDecision(study()));
    QTest::keyClicks(seen<QPlainTextEdit>("decisionReason"), QStringLiteral("Couverture"));
    QTest::keyClicks(seen<QPlainTextEdit>("decisionDissent"), QStringLiteral("Un membre prefere un autre"));
    click(seen<QPushButton>("takeDecision"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::trioDecision(study()).has_value(); }, 15000));
    const auto decision = workflow::trioDecision(study());
    EXPECT_EQ(decision->state, QStringLiteral("prise"));
    auto best = workflow::studyData(study())->trios.trios[0].actors, kept = decision->trio;
    std::sort(best.begin(), best.end());
    std::sort(kept.begin(), kept.end());
    EXPECT_EQ(kept, best);
    EXPECT_TRUE(
        QTest::qWaitFor([&] { return words("decided").contains(QStringLiteral("Décision prise")); }, 15000));
}

TEST_F(ChoiceScreenTest, any_three_are_explained_against_the_first)
{
    openDrawn();
    screen->panel()->setCurrentIndex(2);
    const auto data = workflow::studyData(study());
    std::array<QComboBox*, 3> choices{seen<QComboBox>("anyOf1"), seen<QComboBox>("anyOf2"),
                                      seen<QComboBox>("anyOf3")};
    const auto choose = [&](const std::array<QString, 3>& three) {
        for (size_t i = 0; i < 3; ++i)
            choices[i]->setCurrentIndex(choices[i]->findData(three[i]));
    };
    choose(data->trios.trios[0].actors);
    EXPECT_TRUE(words("anyNote").contains(QStringLiteral("le trio 1"))) << words("anyNote").toStdString();
    std::array<QString, 3> other = data->trios.trios[0].actors;
    for (const auto& line : data->ranking)
        if (line.rank && std::any_of(data->actors.begin(), data->actors.end(), [&](const auto& actor) {
                return actor.id == line.id && !assessment::allMet(actor.eligibility);
            }))
            other[0] = line.id; // the last ranked that is not eligible
    choose(other);
    const auto trio = workflow::describeTrio(study(), *data, other, assessment::Weights::of(study().model()));
    ASSERT_TRUE(trio);
    EXPECT_TRUE(words("anyNote").contains(ui::scoreText(trio->note))) << words("anyNote").toStdString();
    EXPECT_TRUE(words("anyReasons").contains(QStringLiteral("pas éligible")))
        << words("anyReasons").toStdString();
    click(seen<QPushButton>("examineThree"));
    EXPECT_EQ(screen->panel()->currentIndex(), 1);
}

TEST_F(ChoiceScreenTest, what_a_visit_taught_is_noted_beside_the_criteria)
{
    openDrawn();
    QTest::mouseClick(seen<QToolButton>("stage1"), Qt::LeftButton);
    auto* table = seen<QTableWidget>("eligibilityTable");
    ASSERT_TRUE(table);
    const auto data = workflow::studyData(study());
    int eligible = 0, shown = 0;
    for (const auto& actor : data->actors)
        eligible += !actor.assessment.institution && assessment::allMet(actor.eligibility);
    for (int row = 0; row < table->rowCount(); ++row)
        shown += table->item(row, 1)->text() == QStringLiteral("oui");
    EXPECT_EQ(shown, eligible);
    const int last = table->columnCount() - 1;
    table->item(0, last)->setText(QStringLiteral("Registre vu"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !words("eligibilityTold").isEmpty(); }, 15000));
    EXPECT_TRUE(workflow::eligibilityReasons(study()).empty()) << "nobody said who notes it";
    QTest::keyClicks(seen<QLineEdit>("eligibilityAuthor"), QStringLiteral("Visiteuse fictive"));
    table->item(0, last)->setText(QStringLiteral("Registre vu, tenu"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::eligibilityReasons(study()).size() == 1; }, 15000));
    EXPECT_EQ(workflow::eligibilityReasons(study()).begin()->second.reason,
              QStringLiteral("Registre vu, tenu"));
}

TEST_F(ChoiceScreenTest, what_was_decided_is_there_to_be_written_again)
{
    openDrawn();
    click(seen<QPushButton>("proposeFirst"));
    EXPECT_EQ(screen->panel()->currentIndex(), 1);
    auto* reason = seen<QPlainTextEdit>("decisionReason");
    EXPECT_EQ(window->focusWidget(), reason);
    QTest::keyClicks(reason, QStringLiteral("Premier motif"));
    QTest::keyClicks(seen<QLineEdit>("decisionAuthor"), QStringLiteral("Comite fictif"));
    click(seen<QPushButton>("proposeTrio"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::trioDecision(study()).has_value(); }, 15000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return words("decided").contains(QStringLiteral("Propos")); }, 15000));
    QTest::mouseClick(seen<QRadioButton>("trio2"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_EQ(reason->toPlainText(), QString()) << "another trio has its own reason";
    QTest::mouseClick(seen<QRadioButton>("trio1"), Qt::LeftButton, {}, QPoint(8, 8));
    EXPECT_EQ(reason->toPlainText(), QStringLiteral("Premier motif"));
    EXPECT_EQ(seen<QLineEdit>("decisionAuthor")->text(), QStringLiteral("Comite fictif"));
    reason->moveCursor(QTextCursor::End);
    QTest::keyClicks(reason, QStringLiteral(", precise"));
    click(seen<QPushButton>("takeDecision"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::trioDecisions(study()).size() == 2; }, 15000));
    EXPECT_EQ(workflow::trioDecision(study())->reason, QStringLiteral("Premier motif, precise"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen<QLabel>("earlierDecision") != nullptr; }, 15000));
    EXPECT_TRUE(words("earlierDecision").contains(QStringLiteral("Premier motif")));
}

TEST_F(ChoiceScreenTest, tried_weights_are_proposed_and_the_model_stays)
{
    openDrawn();
    EXPECT_FALSE(seen<QPushButton>("proposeWeights")->isEnabled());
    const QString digest = study().model().digest();
    auto* dimension = seen<QSlider>("weight_A");
    dimension->setFocus();
    QTest::keyClick(dimension, Qt::Key_PageUp);
    EXPECT_FALSE(seen<QPushButton>("proposeFirst")->isEnabled()) << "this trio 1 is not the model's";
    auto* propose = seen<QPushButton>("proposeWeights");
    ASSERT_TRUE(propose->isEnabled());
    propose->click();
    QTest::keyClicks(seen<QLineEdit>("proposedBy"), QStringLiteral("Membre fictif"));
    QTest::keyClick(seen<QLineEdit>("proposedBy"), Qt::Key_Return);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::stakeholders(study()).size() == 1; }, 15000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !workflow::decisions(study()).empty(); }, 15000));
    EXPECT_EQ(workflow::stakeholders(study())[0].name, QStringLiteral("Membre fictif"));
    EXPECT_EQ(workflow::decisions(study())[0].subject, QStringLiteral("modele"));
    EXPECT_EQ(study().model().digest(), digest);
    EXPECT_TRUE(study().info().modelLocked);
}

TEST_F(ChoiceScreenTest, too_few_eligible_say_which_criteria_lack)
{
    openChoice(12);
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return words("choiceMessage").contains(QStringLiteral("Aucun trio")); }, 30000))
        << words("choiceMessage").toStdString();
    EXPECT_TRUE(words("choiceMessage").contains(QStringLiteral("T1")));
    EXPECT_FALSE(seen<QPushButton>("proposeFirst") && seen<QPushButton>("proposeFirst")->isEnabled());
}

TEST_F(ChoiceScreenTest, no_trio_names_the_constraint_nearest_to_be_lifted)
{
    const QString path = folder.path(QStringLiteral("étude.osc"));
    {
        const auto made = workflow::Study::create(path, keys({}), clock);
        workflow::fillDemonstration(*made, 128, 1);
        // Nobody has a lawyer: K1 cannot hold.
        const auto data = workflow::studyData(*made);
        made->dossier().transact(QStringLiteral("essai"), [&](dossier::Transaction& t) {
            for (const auto& actor : data->actors)
                dossier::setAnswer(t, dossier::entity::Record, actor.id, QStringLiteral("jur_offre"),
                                   questionnaire::Answer::of(QStringLiteral("non")));
        });
        ASSERT_FALSE(workflow::studyData(*made)->trios.anyMeetsConstraints);
        ASSERT_EQ(workflow::studyData(*made)->trios.nearestFailing, QStringLiteral("K1"));
    }
    openStudy(path);
    if (HasFatalFailure()) return;
    ASSERT_TRUE(QTest::qWaitFor([&] { return !words("choiceState").isEmpty(); }, 60000));
    EXPECT_TRUE(words("choiceState").contains(QStringLiteral("K1"))) << words("choiceState").toStdString();
    EXPECT_TRUE(words("choiceState").contains(QStringLiteral("Juridique"), Qt::CaseInsensitive) ||
                words("choiceState").contains(QStringLiteral("jurid"), Qt::CaseInsensitive))
        << words("choiceState").toStdString();
}

TEST_F(ChoiceScreenTest, notes_of_those_not_chosen_are_written_and_restored)
{
    const QString path = folder.path(QStringLiteral("étude.osc"));
    {
        const auto made = workflow::Study::create(path, keys({}), clock);
        workflow::fillDemonstration(*made, 128, 1);
        const auto data = workflow::studyData(*made);
        std::vector<workflow::PreselectionChoice> choices;
        for (const auto& line : workflow::preselectionOf(*made, *data))
            choices.push_back({line.record, choices.size() < 6, QStringLiteral("motif")});
        ASSERT_TRUE(workflow::savePreselection(*made, *data, choices, QStringLiteral("C")).ok());
    }
    openStudy(path);
    if (HasFatalFailure()) return;
    ASSERT_TRUE(QTest::qWaitFor([this] { return screen->hasDraws(); }, 60000));
    QTest::mouseClick(seen<QToolButton>("stage3"), Qt::LeftButton);
    EXPECT_TRUE(words("rejectionMessage").contains(QStringLiteral("Pas encore de décision")));
    QTest::mouseClick(seen<QToolButton>("stage2"), Qt::LeftButton);
    screen->panel()->setCurrentIndex(1);
    QTest::keyClicks(seen<QLineEdit>("decisionAuthor"), QStringLiteral("Comite"));
    click(seen<QPushButton>("proposeTrio"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::trioDecision(study()).has_value(); }, 15000));
    QTest::mouseClick(seen<QToolButton>("stage3"), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen<QPlainTextEdit>("rejectionText") != nullptr; }, 30000));
    auto* note = seen<QPlainTextEdit>("rejectionText");
    ASSERT_TRUE(QTest::qWaitFor([&] { return !note->toPlainText().isEmpty(); }, 30000));
    const QString draft = note->toPlainText();
    EXPECT_TRUE(draft.contains(QStringLiteral("Constats"))) << draft.toStdString();
    QTest::keyClicks(note, QStringLiteral("Madame, "));
    click(seen<QPushButton>("copyRejection"));
    EXPECT_TRUE(QApplication::clipboard()->text().startsWith(QStringLiteral("Madame, ")));
    click(seen<QPushButton>("saveRejection"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return seen<QPushButton>("restoreRejection")->isEnabled(); }, 30000));
    EXPECT_TRUE(study().dossier().guidedTexts().values().filter(QStringLiteral("Madame, ")).size() == 1);
    click(seen<QPushButton>("restoreRejection"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return note->toPlainText() == draft; }, 30000));
}

/// The dossier handed to the IOM, opened.
class ReviewerChoiceTest : public ChoiceScreenTest
{
protected:
    void openReviewers()
    {
        const QString path = folder.path(QStringLiteral("étude.osc")),
                      handed = folder.path(QStringLiteral("oim.osc"));
        const auto made = workflow::Study::create(path, keys({}), clock);
        workflow::fillDemonstration(*made, 128, 1);
        const auto data = workflow::studyData(*made);
        note = data->trios.trios[0].note;
        std::vector<workflow::PreselectionChoice> choices;
        for (const auto& line : workflow::preselectionOf(*made, *data))
            choices.push_back({line.record, choices.size() < 6, QStringLiteral("Motif du consultant")});
        ASSERT_TRUE(workflow::savePreselection(*made, *data, choices, QStringLiteral("Consultante")).ok());
        ASSERT_TRUE(workflow::shareWithIom(*made, handed, keys({})).ok());
        made->dossier().close();
        openStudy(handed);
    }
    double note = 0;
};

TEST_F(ReviewerChoiceTest, reads_the_trios_votes_and_decides)
{
    openReviewers();
    if (HasFatalFailure()) return;
    ASSERT_TRUE(QTest::qWaitFor([this] { return screen->hasDraws(); }, 60000));
    EXPECT_EQ(words("trioNote1"), ui::scoreText(note)) << "the study's figure";
    screen->panel()->setCurrentIndex(1);
    QTest::keyClicks(seen<QLineEdit>("voteMember"), QStringLiteral("Relectrice fictive"));
    QTest::mouseClick(seen<QCheckBox>("voteFavours"), Qt::LeftButton, {}, QPoint(8, 8));
    click(seen<QPushButton>("saveVote"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::votes(study()).size() == 1; }, 15000));
    QTest::keyClicks(seen<QPlainTextEdit>("decisionReason"), QStringLiteral("Couverture"));
    QTest::keyClicks(seen<QLineEdit>("decisionAuthor"), QStringLiteral("OIM"));
    click(seen<QPushButton>("takeDecision"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::trioDecision(study()).has_value(); }, 15000));
}

TEST_F(ReviewerChoiceTest, reads_the_proposal_and_answers_it)
{
    openReviewers();
    if (HasFatalFailure()) return;
    QTest::mouseClick(seen<QToolButton>("stage0"), Qt::LeftButton);
    auto* table = seen<QTableWidget>("preselectionTable");
    ASSERT_TRUE(table);
    ASSERT_TRUE(QTest::qWaitFor([&] { return table->rowCount() > 100; }, 30000));
    EXPECT_FALSE(seen<QPushButton>("savePreselection"));
    EXPECT_FALSE(table->item(0, 0)->flags() & Qt::ItemIsUserCheckable);
    EXPECT_EQ(table->item(0, 7)->text(), QStringLiteral("Motif du consultant"));
    QTest::keyClicks(seen<QLineEdit>("approvalName"), QStringLiteral("Relectrice fictive"));
    click(seen<QPushButton>("revisePreselection"));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return words("preselectionTold").contains(QStringLiteral("motif")); }, 15000))
        << words("preselectionTold").toStdString();
    QTest::keyClicks(seen<QLineEdit>("approvalReason"), QStringLiteral("Trop au nord"));
    click(seen<QPushButton>("revisePreselection"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return workflow::preselectionApproval(study()).has_value(); }, 15000));
    EXPECT_FALSE(workflow::preselectionApproval(study())->agrees);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] { return words("preselectionApproved").contains(QStringLiteral("Trop au nord")); }, 15000));
}

} // namespace
