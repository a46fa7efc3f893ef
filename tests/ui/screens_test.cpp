#include "support/temporary_folder.h"
#include "ui/acteurs/actors_model.h"
#include "ui/acteurs/actors_screen.h"
#include "ui/acteurs/facet_list.h"
#include "ui/analyse/analysis_screen.h"
#include "ui/analyse/ranking_model.h"
#include "ui/livrables/deliverables_screen.h"
#include "ui/saisie/answer_editor.h"
#include "ui/saisie/entry_screen.h"
#include "ui/saisie/question_card.h"
#include "ui/tableau/dashboard_screen.h"
#include "workflow/entry.h"
#include "workflow/study.h"
#include "workflow/typed_values.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace {

using questionnaire::Answer;
using questionnaire::AnswerState;

/// A small study on disk, with a desk over it as the window would have.
class Screens : public testing::Test
{
protected:
    Screens() : settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat)
    {
        dossier::Access access;
        access.author = QStringLiteral("Enquêtrice");
        auto study = workflow::Study::create(path, access, clock);
        for (const auto& [name, category, arabic] : std::vector<std::tuple<QString, QString, QString>>{
                 {QStringLiteral("Association Éveil (fictive)"), QStringLiteral("femmes"),
                  QStringLiteral("جمعية اليقظة")},
                 {QStringLiteral("Association Source (fictive)"), QStringLiteral("enfance"), {}},
                 {QStringLiteral("Fondation Évasion (fictive)"), QStringLiteral("femmes"),
                  QStringLiteral("مؤسسة")}}) {
            const QString id = workflow::addActor(*study, name, QStringLiteral("Enquêtrice")).id;
            ids << id;
            set(*study, id, QStringLiteral("id_categorie"), category);
            if (!arabic.isEmpty()) set(*study, id, QStringLiteral("id_nom_ar"), arabic);
        }
        desk = std::make_unique<ui::Desk>(std::move(study), settings);
    }

    static void set(workflow::Study& study, const QString& record, const QString& question,
                    const QString& value)
    {
        const workflow::Outcome outcome =
            workflow::setAnswer(study, record, {question, {}, {}}, Answer::of(value));
        ASSERT_TRUE(outcome.ok()) << question.toStdString();
    }

    /// Closes the study and reads an answer from the file.
    Answer reread(const QString& record, const QString& question)
    {
        desk->waitForWrites();
        QApplication::processEvents();
        desk.reset();
        const auto study = workflow::Study::open(path, {}, clock);
        return study->dossier().answers(record).actor.at(question);
    }

    test::TemporaryFolder folder;
    QString path = folder.path(QStringLiteral("étude.osc"));
    base::FixedClock clock{QDateTime(QDate(2015, 1, 5), QTime(10, 0), Qt::UTC)};
    QSettings settings;
    QStringList ids;
    std::unique_ptr<ui::Desk> desk;
};

TEST_F(Screens, ActorsModelKeepsItsPromises)
{
    ui::ActorsModel model(desk->study());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    EXPECT_EQ(model.rowCount(), 3);
    model.sort(ui::ActorsModel::Name, Qt::DescendingOrder);
    EXPECT_EQ(model.actor(0).nameFr, QStringLiteral("Fondation Évasion (fictive)"));
    model.setFilter({QStringLiteral("eve"), {}});
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.actor(0).nameFr, QStringLiteral("Association Éveil (fictive)"));
    model.setFilter({QStringLiteral("اليقظه"), {}}); // another spelling of the last letter
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Screens, FacetCountsSayWhatTickingWouldShow)
{
    ui::ActorsModel model(desk->study());
    const auto count = [&](const QString& facet, const char* code) {
        return model.counts().value(facet).value(QString::fromLatin1(code));
    };
    EXPECT_EQ(count(ui::facet::Category, "femmes"), 2);
    EXPECT_EQ(count(ui::facet::Category, "enfance"), 1);
    EXPECT_EQ(count(ui::facet::ToDo, "sans_nom_arabe"), 1);
    model.setFilter({{}, {{ui::facet::Category, {QStringLiteral("femmes")}}}});
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(count(ui::facet::Category, "enfance"), 1) << "its own facet does not reduce it";
    EXPECT_EQ(count(ui::facet::ToDo, "sans_nom_arabe"), 0) << "the other facets do";
    model.setFilter({QStringLiteral("association"), {{ui::facet::Category, {QStringLiteral("femmes")}}}});
    EXPECT_EQ(model.rowCount(), 1);
}

TEST_F(Screens, TickingAFacetReducesTheListAndItsCounts)
{
    ui::ActorsScreen screen(*desk);
    QCheckBox* women = screen.facets()->box(ui::facet::Category, QStringLiteral("femmes"));
    ASSERT_TRUE(women);
    women->click();
    EXPECT_EQ(screen.model()->rowCount(), 2);
    EXPECT_EQ(screen.facets()->count(ui::facet::ToDo, QStringLiteral("sans_nom_arabe"))->text(),
              QStringLiteral("0"));
    screen.search()->setText(QStringLiteral("fond"));
    EXPECT_EQ(screen.model()->rowCount(), 1);
    screen.facets()->clearAll();
    screen.search()->clear();
    EXPECT_EQ(screen.model()->rowCount(), 3);
}

TEST_F(Screens, AnActorWrittenElsewhereAppearsInTheList)
{
    ui::ActorsModel model(desk->study());
    QObject::connect(desk.get(), &ui::Desk::changed, &model, &ui::ActorsModel::refresh);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy changed(desk.get(), &ui::Desk::changed);
    desk->write([](workflow::Study& study) {
        return workflow::addActor(study, QStringLiteral("Réseau Aube (fictif)"));
    });
    ASSERT_TRUE(changed.wait(5000));
    EXPECT_EQ(model.rowCount(), 4);
}

struct Entry : Screens
{
    void open(const char* question)
    {
        screen = std::make_unique<ui::EntryScreen>(*desk);
        screen->resize(1100, 700);
        screen->show();
        screen->activate();
        screen->open({QStringLiteral("saisie"), ids.front(), QString::fromLatin1(question)});
        QApplication::setActiveWindow(screen.get());
        QApplication::processEvents();
        QTest::qWait(20);
        card = screen->page()->card(QString::fromLatin1(question));
    }
    ~Entry() override { screen.reset(); }

    std::unique_ptr<ui::EntryScreen> screen;
    ui::QuestionCard* card = nullptr;
};

TEST_F(Entry, ATypedAnswerIsFoundAfterReopening)
{
    open("id_sigle");
    ASSERT_TRUE(card);
    QWidget* field = card->editor()->focusTarget();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("AEF"));
    QTest::keyClick(field, Qt::Key_Return);
    screen.reset();
    EXPECT_EQ(reread(ids.front(), QStringLiteral("id_sigle")), Answer::of(QStringLiteral("AEF")));
}

TEST_F(Entry, EnterGoesToTheNextQuestionInSight)
{
    open("id_nom_fr");
    ASSERT_TRUE(card);
    QWidget* field = card->editor()->focusTarget();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Return);
    QApplication::processEvents();
    ASSERT_TRUE(screen->page()->current());
    EXPECT_EQ(screen->page()->current()->question().name, QStringLiteral("id_nom_ar"));
}

TEST_F(Entry, ADigitPicksAChoice)
{
    open("gov_reglement");
    // Section 5 opens only once consent is given; a documentary passage needs none.
    const auto passage = screen->session()->passage();
    screen->session()->commit({QStringLiteral("ent_mode"), passage, {}},
                              Answer::of(QStringLiteral("documentaire")));
    QApplication::processEvents();
    card = screen->page()->card(QStringLiteral("gov_reglement"));
    ASSERT_TRUE(card);
    ASSERT_TRUE(card->takesFocus());
    QTest::keyClick(card->editor()->focusTarget(), Qt::Key_1);
    const QString first = desk->study().form().listOf(card->question())->choices.front().name;
    screen.reset();
    EXPECT_EQ(reread(ids.front(), QStringLiteral("gov_reglement")), Answer::of(first));
}

TEST_F(Entry, AStateIsOneKeyAway)
{
    open("id_annee_creation");
    ASSERT_TRUE(card);
    card->focusAnswer();
    QApplication::processEvents();
    screen->page()->pressState(AnswerState::DontKnow);
    screen.reset();
    EXPECT_EQ(reread(ids.front(), QStringLiteral("id_annee_creation")).state, AnswerState::DontKnow);
}

TEST_F(Entry, LettersInANumberAreRefusedInWords)
{
    open("id_annee_creation");
    ASSERT_TRUE(card);
    QWidget* field = card->editor()->focusTarget();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("avant"));
    EXPECT_TRUE(card->hasProblem());
    EXPECT_FALSE(card->problem().isEmpty());
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(card->hasProblem());
    screen.reset();
    EXPECT_EQ(reread(ids.front(), QStringLiteral("id_annee_creation")).state, AnswerState::NotAsked);
}

TEST_F(Entry, AHiddenQuestionSaysWhy)
{
    open("id_recepisse_date");
    ASSERT_TRUE(card);
    EXPECT_FALSE(card->takesFocus());
    const QString why = screen->session()->hiddenText(card->path());
    EXPECT_TRUE(why.contains(QStringLiteral("récépissé"))) << why.toStdString();
}

TEST_F(Entry, EverySectionBuildsInBothDirections)
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        open("id_nom_fr");
        for (int section : desk->study().form().sections) {
            screen->showSection(section);
            EXPECT_FALSE(screen->page()->cards().empty());
            EXPECT_FALSE(screen->grab().isNull());
        }
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(Screens, EveryScreenBuildsInBothDirections)
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QApplication::setLayoutDirection(direction);
        std::vector<std::unique_ptr<ui::Screen>> screens;
        screens.push_back(std::make_unique<ui::DashboardScreen>(*desk));
        screens.push_back(std::make_unique<ui::ActorsScreen>(*desk));
        screens.push_back(std::make_unique<ui::AnalysisScreen>(*desk));
        screens.push_back(std::make_unique<ui::DeliverablesScreen>(*desk));
        for (const auto& screen : screens) {
            screen->resize(1100, 700);
            screen->activate();
            EXPECT_FALSE(screen->grab().isNull());
            EXPECT_FALSE(screen->header()->grab().isNull());
        }
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(Screens, NoScoreBeforeTheLock)
{
    ui::AnalysisScreen screen(*desk);
    screen.show();
    screen.activate();
    EXPECT_FALSE(screen.showsScores());
    EXPECT_EQ(screen.model()->rowCount(), 0);
    QSignalSpy ready(desk.get(), &ui::Desk::analysisReady);
    desk->write([](workflow::Study& study) {
        return workflow::lockModel(study, QStringLiteral("Nom Fictif"), QStringLiteral("Responsable"),
                                   QStringLiteral("Organisation fictive"));
    });
    ASSERT_TRUE(ready.wait(20000));
    EXPECT_TRUE(screen.showsScores());
    EXPECT_EQ(screen.model()->rowCount(), 3);
    QAbstractItemModelTester tester(screen.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    // Nothing is known of these three: the lines are all alike and carry no figure.
    for (int row = 0; row < 3; ++row) {
        EXPECT_EQ(screen.model()->index(row, ui::RankingModel::Interval).data().toString(),
                  QStringLiteral("classement non communiqué"));
        EXPECT_TRUE(screen.model()->index(row, ui::RankingModel::Score).data().toString().isEmpty());
        EXPECT_TRUE(screen.model()->index(row, ui::RankingModel::Status).data().toString().isEmpty());
        EXPECT_TRUE(screen.model()->index(row, ui::RankingModel::Rules).data().toString().isEmpty());
    }
}

struct Typed
{
    questionnaire::QuestionType type;
    const char* typed;
    const char* stored;
};

class TypedText : public testing::TestWithParam<Typed>
{
};

TEST_P(TypedText, IsStoredAsTheFormReadsIt)
{
    EXPECT_EQ(workflow::storedText(GetParam().type, QString::fromUtf8(GetParam().typed)),
              QString::fromLatin1(GetParam().stored));
}

INSTANTIATE_TEST_SUITE_P(Fields, TypedText,
                         testing::Values(Typed{questionnaire::QuestionType::Date, "3/2/2015", "2015-02-03"},
                                         Typed{questionnaire::QuestionType::Date, "2015-02-03", "2015-02-03"},
                                         Typed{questionnaire::QuestionType::Date, "31/02/2015", "31/02/2015"},
                                         Typed{questionnaire::QuestionType::Decimal, "1 234,5", "1234.5"},
                                         Typed{questionnaire::QuestionType::Decimal, "1\u00a0234,5",
                                               "1234.5"},
                                         Typed{questionnaire::QuestionType::Integer, " 12 ", "12"},
                                         Typed{questionnaire::QuestionType::Text, " a, b ", "a, b"}));

} // namespace
