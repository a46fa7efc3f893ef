// What is typed faster than the screen follows: nothing of it may be lost.
#include "saisie_fixture.h"
#include "window_fixture.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>

namespace {

/// Collects what is shown as a window of its own: a widget shown before it has its place flashes on the
/// screen, and the window manager gives it the keys typed meanwhile.
class StrayWindows final : public QObject
{
public:
    StrayWindows() { qApp->installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* widget = event->type() == QEvent::Show ? qobject_cast<QWidget*>(watched) : nullptr;
        const bool stray = widget && widget->isWindow() && widget->windowType() == Qt::Window;
        if (stray && !widget->inherits("ui::EntryScreen") && !widget->inherits("ui::MainWindow"))
            m_seen << QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName();
        return false;
    }
    std::string seen() const { return m_seen.join(u", ").toStdString(); }

private:
    QStringList m_seen;
};

using Entry = test::EntryFixture;
using Screens = test::WindowFixture;

} // namespace

TEST_F(Entry, PagesAreBuiltWithoutWindowsOfTheirOwn)
{
    const StrayWindows windows;
    open("id_nom_fr");
    for (const int section : desk->study().form().sections)
        for (const bool shortForm : {false, true})
            screen->page()->show(*screen->session(), section, shortForm);
    settle();
    EXPECT_EQ(windows.seen(), "");
}

TEST_F(Screens, AreBuiltWithoutWindowsOfTheirOwn)
{
    const StrayWindows windows;
    ASSERT_TRUE(open(makeStudy({})));
    for (const char* screen : {"tableau", "acteurs", "saisie", "analyse", "choix", "livrables", "etude"}) {
        window->go({QString::fromLatin1(screen), {}, {}});
        QTest::qWait(20);
    }
    EXPECT_EQ(windows.seen(), "");
}

TEST_F(Entry, KeysSentToAListThatHasJustClosedReachTheFieldInHand)
{
    open("id_province");
    auto* combo = card("id_province")->editor()->findChild<QComboBox*>();
    ASSERT_TRUE(combo);
    combo->setFocus();
    QTest::keyClicks(combo->lineEdit(), QStringLiteral("fes"));
    QWidget* list = combo->completer()->popup();
    ASSERT_TRUE(list->isVisible());
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_FALSE(list->isVisible());
    auto* next = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    ASSERT_TRUE(next);
    ASSERT_NE(next, combo->lineEdit());
    QTest::keyClicks(list, QStringLiteral("12"));
    EXPECT_EQ(next->text(), u"12");
    EXPECT_EQ(stored("id_province"), u"fes");
}

// Under the address sanitizer: the question that hears the key is on the page that the key closes.
TEST_F(Entry, AStateKeyOnTheLastQuestionOfASectionOpensTheNext)
{
    open("id_nom_fr");
    const questionnaire::Form& form = desk->study().form();
    const auto sectionInHand = [&] {
        return form.sectionOf(form.index[screen->page()->current()->question().name]);
    };
    const int before = sectionInHand();
    QString last;
    for (const ui::QuestionCard* each : screen->page()->cards())
        if (each->takesFocus()) last = each->question().name;
    screen->page()->focusQuestion(last);
    ASSERT_EQ(screen->page()->current()->question().name, last);
    screen->page()->pressState(questionnaire::AnswerState::DontKnow);
    settle();
    ASSERT_TRUE(screen->page()->current());
    EXPECT_NE(sectionInHand(), before);
}

TEST_F(Entry, ThePlaceOfTheCaretIsKeptByWhoeverLeavesAtOnce)
{
    open("id_nom_fr");
    screen->page()->focusQuestion(QStringLiteral("id_sigle"));
    screen->leave();
    EXPECT_EQ(settings.value(QStringLiteral("saisie/question")), QStringLiteral("id_sigle"));
}
