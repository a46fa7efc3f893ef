#pragma once
#include "ui/saisie/answer_editor.h"

#include <QApplication>
#include <QLineEdit>
#include <QTest>

#include <gtest/gtest.h>

namespace test {

/// One editor on a page of its own, driven by keys; what it commits is shown again, as the card does.
class EditorFixture : public testing::Test
{
protected:
    using QuestionType = questionnaire::QuestionType;

    /// Before what it tells its commits to.
    ~EditorFixture() override { delete editor; }

    ui::AnswerEditor& open(QuestionType type, const char* appearance = "",
                           const QHash<QString, QString>& parameters = {},
                           const std::vector<questionnaire::Choice>& choices = {})
    {
        question.type = type;
        question.name = QStringLiteral("essai");
        question.label = QStringLiteral("Question d’essai");
        question.appearance = QString::fromLatin1(appearance);
        question.parameters = parameters;
        return open(ui::makeEditor(question, choices, &page));
    }

    ui::AnswerEditor& open(ui::AnswerEditor* made)
    {
        delete editor;
        editor = made;
        QObject::connect(editor, &ui::AnswerEditor::committed, editor, [this] {
            commits << editor->answer().value;
            stored = editor->answer();
            editor->show(stored);
        });
        QObject::connect(editor, &ui::AnswerEditor::revertAsked, editor, [this] { editor->show(stored); });
        QObject::connect(editor, &ui::AnswerEditor::nextAsked, editor, [this] { ++nexts; });
        QObject::connect(editor, &ui::AnswerEditor::previousAsked, editor, [this] { ++previous; });
        page.resize(900, 600);
        editor->resize(800, 400);
        page.show();
        editor->setVisible(true);
        QApplication::setActiveWindow(&page);
        editor->focusTarget()->setFocus();
        QApplication::processEvents();
        return *editor;
    }

    void show(const char* value)
    {
        stored = questionnaire::Answer::of(QString::fromUtf8(value));
        editor->show(stored);
    }
    /// A key where the keyboard is.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        QApplication::processEvents();
    }
    void type(const char* keys)
    {
        // The first key may open the field that takes the others.
        for (const QChar key : QString::fromUtf8(keys)) {
            QTest::keyClicks(QApplication::focusWidget(), key);
            QApplication::processEvents();
        }
    }
    QLineEdit* line() const { return qobject_cast<QLineEdit*>(editor->focusTarget()); }
    QString value() const { return editor->answer().value; }

    static std::vector<questionnaire::Choice> choicesOf(const QStringList& labels)
    {
        std::vector<questionnaire::Choice> choices;
        for (const QString& label : labels)
            choices.push_back({label.toLower(), label, {}, {}, {}});
        return choices;
    }

    QWidget page;
    questionnaire::Question question;
    ui::AnswerEditor* editor = nullptr;
    questionnaire::Answer stored;
    QStringList commits;
    int nexts = 0, previous = 0;
};

} // namespace test
