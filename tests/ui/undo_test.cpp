#include "saisie_fixture.h"
#include "ui/shell/undo_keys.h"
#include "workflow/removal.h"

#include <QSignalSpy>

namespace {

struct Undo : test::EntryFixture
{
    void watchKeys()
    {
        keys = std::make_unique<ui::UndoKeys>(screen.get());
        QObject::connect(keys.get(), &ui::UndoKeys::undoAsked, desk.get(), &ui::Desk::undo);
        QObject::connect(keys.get(), &ui::UndoKeys::redoAsked, desk.get(), &ui::Desk::redo);
    }
    void undo()
    {
        desk->undo();
        settle();
    }
    void redo()
    {
        desk->redo();
        settle();
    }
    /// As the window system sends them: first offered to the field, then to the shortcuts.
    void press(QWidget* field, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier)
    {
        field->setFocus();
        QTest::keyClick(field, key, modifiers);
        settle();
    }
    std::unique_ptr<ui::UndoKeys> keys;
};

TEST_F(Undo, RestoresTheAnswerInTheFormAndInTheFile)
{
    open("id_sigle");
    commit("id_sigle", "UN");
    commit("id_sigle", "DEUX");
    settle();
    EXPECT_TRUE(desk->undoLabel().startsWith(screen->session()->numberOf(QStringLiteral("id_sigle"))))
        << desk->undoLabel().toStdString();
    undo();
    EXPECT_EQ(field("id_sigle")->text(), QStringLiteral("UN"));
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("UN"));
    undo();
    EXPECT_EQ(field("id_sigle")->text(), QString());
    redo();
    redo();
    EXPECT_EQ(field("id_sigle")->text(), QStringLiteral("DEUX"));
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("DEUX"));
    EXPECT_TRUE(desk->redoLabel().isEmpty());
}

TEST_F(Undo, AFieldKeepsItsOwnUndoOnlyWhileSomethingIsTyped)
{
    open("id_sigle");
    watchKeys();
    type("id_sigle", "AEF");
    settle();
    QLineEdit* line = field("id_sigle");
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("xyz"));
    press(line, Qt::Key_Z);
    EXPECT_NE(line->text(), QStringLiteral("AEFxyz")) << "the field undoes what was typed";
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AEF")) << "the study is left as it is";
    line->setText(QStringLiteral("AEF"));
    press(line, Qt::Key_Z);
    EXPECT_EQ(stored("id_sigle"), QString());
    press(line, Qt::Key_Y);
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AEF"));
    press(line, Qt::Key_Z);
    press(line, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AEF"));
}

TEST_F(Undo, BringsBackADeletedActorWithItsAnswers)
{
    open("id_sigle");
    commit("id_sigle", "AEF");
    settle();
    desk->write([id = ids[0]](workflow::Study& study) { return workflow::removeActor(study, id); }, nullptr,
                {}, QStringLiteral("suppression de X"));
    settle();
    EXPECT_FALSE(desk->study().dossier().record(ids[0]));
    EXPECT_EQ(screen->session(), nullptr) << "the form of what is gone is closed";
    EXPECT_EQ(desk->undoLabel(), QStringLiteral("suppression de X"));
    undo();
    ASSERT_TRUE(desk->study().dossier().record(ids[0]));
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AEF"));
}

TEST_F(Undo, RowsAndEvidenceAreUndoneToo)
{
    open("id_sigle");
    const auto& form = desk->study().form();
    const auto repeat = std::find_if(form.questions.begin(), form.questions.end(), [](const auto& question) {
        return question.type == questionnaire::QuestionType::Repeat &&
               question.scope != questionnaire::Scope::Passage;
    });
    ASSERT_NE(repeat, form.questions.end());
    const auto rows = [&] {
        const auto* held = screen->session()->form().record().actor.rows(repeat->name);
        return held ? held->size() : 0;
    };
    screen->session()->addRow(repeat->name);
    settle();
    ASSERT_EQ(rows(), 1U);
    undo();
    EXPECT_EQ(rows(), 0U);
    redo();
    EXPECT_EQ(rows(), 1U);
    const QString indicator = desk->study().model().indicators().front().code;
    desk->write([id = ids[0], indicator](workflow::Study& study) {
        return workflow::setEvidence(study, id, indicator, 4, {});
    });
    settle();
    EXPECT_EQ(desk->study().dossier().evidence(ids[0]).value(indicator, -1), 4);
    undo();
    EXPECT_EQ(desk->study().dossier().evidence(ids[0]).value(indicator, -1), -1);
}

TEST_F(Undo, SaysThatSomethingWasWrittenSince)
{
    open("id_sigle");
    commit("id_sigle", "UN");
    settle();
    const QSignalSpy told(desk.get(), &ui::Desk::notice);
    // Written past the desk, as a merge would.
    workflow::setAnswer(const_cast<workflow::Study&>(desk->study()), ids[0],
                        {QStringLiteral("id_sigle"), {}, {}},
                        questionnaire::Answer::of(QStringLiteral("AUTRE")));
    undo();
    EXPECT_EQ(stored("id_sigle"), QStringLiteral("AUTRE"));
    ASSERT_FALSE(told.isEmpty());
    EXPECT_FALSE(told.back()[0].toString().startsWith(QStringLiteral("Annulé")));
}

TEST_F(Undo, ASectionOpenedByAnAnswerClosesWhenItIsUndone)
{
    open("id_recepisse_date");
    ASSERT_FALSE(card("id_recepisse_date")->takesFocus());
    commit("id_recepisse", "definitif");
    settle();
    const bool opened = card("id_recepisse_date")->takesFocus();
    undo();
    EXPECT_FALSE(card("id_recepisse_date")->takesFocus());
    EXPECT_TRUE(opened);
}

} // namespace
