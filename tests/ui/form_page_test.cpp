#include "support/form_folder.h"
#include "ui/questionnaire/difference_tree.h"
#include "ui/questionnaire/form_page.h"
#include "window_fixture.h"
#include "workflow/form_versions.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTableView>
#include <QTableWidget>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

class FormPageTest : public test::WindowFixture
{
protected:
    void openPage()
    {
        const QString path = makeStudy({});
        {
            const auto study = workflow::Study::open(path, {}, clock);
            const QString passage = workflow::openSession(*study, record)->currentPassage();
            const auto answer = [&](const char* question, const QString& inPassage, const char* value) {
                ASSERT_TRUE(workflow::setAnswer(*study, record, {s(question), inPassage, {}},
                                                questionnaire::Answer::of(s(value)))
                                .ok());
            };
            answer("ent_mode", passage, "documentaire");
            answer("coo_autres", {}, "Réseau fictif");
            answer("coo_role", {}, "passif");
            other = workflow::addActor(*study, s("Association Voisine (fictive)")).id;
        }
        ASSERT_TRUE(open(path));
        window->go({s("etude"), {}, s("questionnaire")});
        ASSERT_TRUE(waitFor<QTableWidget>("formVersions"));
    }
    const workflow::Study& study() { return window->desk()->study(); }
    bool settled(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 15000); }
    QString words(const char* label)
    {
        auto* found = seen<QLabel>(label);
        return found ? found->text() : QString();
    }
    ui::FormPage& page() { return *window->findChild<ui::FormPage*>(); }
    QString shorter()
    {
        return test::FormFolder(folder, s("court"))
            .removeFromSurvey(s("text,coo_autres,"))
            .removeFromChoices(s("role_coord,passif,"))
            .write();
    }
    void examine(const QString& path)
    {
        page().planFrom(path);
        ASSERT_TRUE(waitFor<QPushButton>("adoptForm"));
    }

    QString other;
};

TEST_F(FormPageTest, change_is_examined_adopted_and_undone)
{
    openPage();
    EXPECT_TRUE(words("formState").contains(s("version 1.1"))) << words("formState").toStdString();
    examine(shorter());
    EXPECT_EQ(seen<QTableView>("formAnswers")->model()->rowCount(), 2);
    EXPECT_FALSE(study().hasOwnForms());
    auto* fates = seen<QComboBox>("formFates");
    fates->setFocus();
    QTest::keyClick(fates, Qt::Key_Down); // the first fate
    EXPECT_EQ(seen<QTableView>("formAnswers")->model()->rowCount(), 1);
    QTest::keyClicks(seen<QLineEdit>("formReason"), s("Essai fictif"));
    click(seen<QPushButton>("adoptForm"));
    ASSERT_TRUE(settled([&] { return words("formTold").contains(s("en vigueur")); }));
    EXPECT_EQ(study().form().version, s("1.2"));
    auto* list = seen<QTableWidget>("formVersions");
    ASSERT_EQ(list->rowCount(), 2);
    EXPECT_EQ(list->item(1, 5)->text(), s("Essai fictif"));
    EXPECT_EQ(list->item(1, 4)->text(), s("2"));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Up);
    EXPECT_TRUE(words("formAbout").contains(s("1.1"))) << words("formAbout").toStdString();
    EXPECT_TRUE(seen<ui::DifferenceTree>("formDifference"));
    window->desk()->undo();
    ASSERT_TRUE(settled([&] { return study().form().version == s("1.1"); }));
    EXPECT_TRUE(settled([&] { return words("formState").contains(s("version 1.1")); }));
}

TEST_F(FormPageTest, touched_records_stay_then_come_along)
{
    openPage();
    examine(shorter());
    click(seen<QPushButton>("keepTouched"));
    auto* records = seen<QTableWidget>("formRecords");
    ASSERT_EQ(records->rowCount(), 2);
    EXPECT_EQ(records->item(0, 0)->checkState(), Qt::Checked);
    EXPECT_EQ(records->item(1, 0)->checkState(), Qt::Unchecked);
    click(seen<QPushButton>("adoptForm"));
    ASSERT_TRUE(settled([&] { return words("formState").contains(s("Une fiche reste")); }));
    EXPECT_EQ(study().formOf(record)->version, s("1.1"));
    EXPECT_EQ(study().formOf(other)->version, s("1.2"));
    QPushButton* bring = seen<QPushButton>("returnToForm");
    ASSERT_TRUE(bring->isEnabled());
    click(bring);
    ASSERT_TRUE(waitFor<QPushButton>("adoptForm"));
    click(seen<QPushButton>("adoptForm"));
    ASSERT_TRUE(settled([&] { return study().formOf(record)->version == s("1.2"); }));
}

TEST_F(FormPageTest, what_must_stay_is_told_and_nothing_can_be_adopted)
{
    openPage();
    examine(test::FormFolder(folder, s("x")).removeFromSurvey(s("text,id_sigle,")).write());
    EXPECT_TRUE(words("formProblems").contains(s("id_sigle"))) << words("formProblems").toStdString();
    EXPECT_FALSE(seen<QPushButton>("adoptForm")->isEnabled());
    EXPECT_FALSE(seen<QTableWidget>("formRecords"));
    click(seen<QPushButton>("dropForm"));
    EXPECT_FALSE(seen<QPushButton>("adoptForm"));
}

TEST_F(FormPageTest, file_that_is_no_form_is_told)
{
    openPage();
    page().planFrom(folder.path(s("absent.xlsx")));
    ASSERT_TRUE(settled([&] { return words("formTold").contains(s("absent.xlsx")); }));
    EXPECT_TRUE(seen<QPushButton>("changeForm")->isEnabled());
}

TEST_F(FormPageTest, study_that_changed_meanwhile_asks_for_another_examination)
{
    openPage();
    examine(shorter());
    window->desk()->write([this](workflow::Study& opened) {
        return workflow::setAnswer(opened, other, {s("id_sigle"), {}, {}},
                                   questionnaire::Answer::of(s("AVF")));
    });
    window->desk()->waitForWrites();
    click(seen<QPushButton>("adoptForm"));
    ASSERT_TRUE(settled([&] { return words("formTold").contains(s("a changé depuis")); }));
    EXPECT_FALSE(study().hasOwnForms());
}

TEST_F(FormPageTest, file_is_compared_without_a_change)
{
    openPage();
    page().compareWith(shorter());
    ASSERT_TRUE(settled([&] { return words("formAbout").contains(s("court")); }));
    auto* tree = seen<ui::DifferenceTree>("formDifference");
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->topLevelItemCount(), 3); // the form, a section, the lists
    EXPECT_FALSE(seen<QPushButton>("adoptForm"));
}

TEST_F(FormPageTest, rename_is_offered)
{
    openPage();
    examine(test::FormFolder(folder, s("x"))
                .survey(s("text,coo_autres,"), s("coo_autres"), s("coo_divers"))
                .write());
    auto* box = seen<QCheckBox>("rename_coo_divers");
    ASSERT_TRUE(box);
    QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
    ASSERT_TRUE(box->isChecked());
    click(seen<QPushButton>("adoptForm"));
    ASSERT_TRUE(settled([&] {
        return study().dossier().answers(record).actor.at(s("coo_divers")).value == s("Réseau fictif");
    }));
}

} // namespace
