#include "ui/modele/model_page.h"
#include "ui/modele/versions_panel.h"
#include "ui/modele/weights_editor.h"
#include "window_fixture.h"
#include "workflow/model_editing.h"
#include "workflow/model_versions.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QSlider>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>

namespace {

class ModelPageTest : public test::WindowFixture
{
protected:
    void openPage()
    {
        ASSERT_TRUE(open(makeStudy({})));
        window->go({QStringLiteral("etude"), {}, QStringLiteral("modele")});
        ASSERT_TRUE(waitFor<QTabBar>("stakeholders"));
    }

    const workflow::Study& study() { return window->desk()->study(); }

    bool settled(const std::function<bool()>& condition) { return QTest::qWaitFor(condition, 15000); }

    void addStakeholder()
    {
        const size_t before = workflow::stakeholders(study()).size();
        click(seen<QPushButton>("addStakeholder"));
        ASSERT_TRUE(settled([&] {
            return workflow::stakeholders(study()).size() == before + 1 && seen<QLineEdit>("stakeholderName");
        }));
    }

    void type(const char* field, const QString& value)
    {
        auto* input = seen<QDoubleSpinBox>(field);
        ASSERT_TRUE(input);
        input->setFocus();
        input->selectAll();
        QTest::keyClicks(input, value);
        QTest::keyClick(input, Qt::Key_Return);
    }

    void choosePart(int part)
    {
        auto* choice = seen<QToolButton>(qPrintable(QStringLiteral("modelPart%1").arg(part)));
        ASSERT_TRUE(choice);
        QTest::mouseClick(choice, Qt::LeftButton);
    }

    QString words(const char* label)
    {
        auto* found = seen<QLabel>(label);
        return found ? found->text() : QString();
    }
};

TEST_F(ModelPageTest, points_are_shared_then_put_in_force_with_a_reason)
{
    openPage();
    addStakeholder();
    type("input0", QStringLiteral("20"));
    EXPECT_TRUE(words("weightAdvice").contains(QStringLiteral("5,0 points de trop")))
        << words("weightAdvice").toStdString();
    type("input1", QStringLiteral("20"));
    EXPECT_TRUE(words("weightAdvice").isEmpty());
    EXPECT_TRUE(words("weight0").startsWith(QStringLiteral("20,0")));
    seen<QTabBar>("stakeholders")->setCurrentIndex(0);
    ASSERT_TRUE(settled([&] {
        const auto all = workflow::stakeholders(study());
        return all.front().inputs[1] == 20 && seen<QPushButton>("adoptWeights")->isEnabled();
    }));
    const QString before = study().info().modelDigest;
    QTest::keyClicks(seen<QLineEdit>("adoptionReason"), QStringLiteral("Accord fictif"));
    click(seen<QPushButton>("adoptWeights"));
    ASSERT_TRUE(settled([&] { return study().info().modelDigest != before; }));
    ASSERT_TRUE(settled([&] { return words("modelTold").contains(QStringLiteral("nouvelle version")); }));
    EXPECT_NEAR(workflow::modelWeights(study().model())[0], 0.2, 1e-12);
    choosePart(3);
    auto* list = seen<QTableWidget>("modelVersions");
    ASSERT_TRUE(list);
    EXPECT_EQ(list->rowCount(), 2);
    list->selectRow(0);
    EXPECT_TRUE(words("modelDifferences").contains(QStringLiteral("→ 20,0")));
    window->desk()->undo();
    EXPECT_TRUE(settled([&] { return study().info().modelDigest == before; }));
}

TEST_F(ModelPageTest, analysis_leads_to_it)
{
    ASSERT_TRUE(open(makeStudy({})));
    window->go({QStringLiteral("analyse"), {}, {}});
    ASSERT_TRUE(waitFor<QPushButton>("openModel"));
    click(seen<QPushButton>("openModel"));
    EXPECT_TRUE(waitFor<QTabBar>("stakeholders"));
}

TEST_F(ModelPageTest, pair_to_reconsider_is_said_in_words)
{
    openPage();
    addStakeholder();
    auto* method = seen<QComboBox>("weightMethod");
    method->setFocus();
    while (method->currentText() != QStringLiteral("Par paires (AHP)"))
        QTest::keyClick(method, Qt::Key_Down);
    ASSERT_TRUE(waitFor<QSlider>("pair0"));
    EXPECT_TRUE(words("weightAdvice").contains(QStringLiteral("cohérents")));
    auto* pair = seen<QSlider>("pair3"); // A against E
    pair->setFocus();
    QTest::keyClick(pair, Qt::Key_End); // E counts nine times more
    EXPECT_TRUE(pair->accessibleName().contains(QStringLiteral("9 fois plus")))
        << pair->accessibleName().toStdString();
    const QString advice = words("weightAdvice");
    EXPECT_TRUE(advice.contains(QStringLiteral("À reconsidérer"))) << advice.toStdString();
    EXPECT_TRUE(advice.contains(QStringLiteral("E –")) &&
                advice.contains(QStringLiteral("9 fois plus que A –")))
        << advice.toStdString();
}

TEST_F(ModelPageTest, locked_model_is_not_changed_without_a_reason)
{
    openPage();
    choosePart(2);
    QTest::keyClicks(seen<QLineEdit>("name"), QStringLiteral("Responsable fictive"));
    QTest::keyClicks(seen<QLineEdit>("body"), QStringLiteral("OIM"));
    click(seen<QPushButton>("lock"));
    ASSERT_TRUE(settled([&] { return study().info().modelLocked; }));
    ASSERT_TRUE(settled([&] { return words("modelState").contains(QStringLiteral("Responsable fictive")); }));
    choosePart(0);
    addStakeholder();
    type("input0", QStringLiteral("10"));
    type("input1", QStringLiteral("30"));
    seen<QTabBar>("stakeholders")->setCurrentIndex(0);
    ASSERT_TRUE(settled([&] { return seen<QPushButton>("adoptWeights")->isEnabled(); }));
    click(seen<QPushButton>("adoptWeights"));
    ASSERT_TRUE(settled([&] { return words("modelTold").contains(QStringLiteral("motif")); }));
    EXPECT_TRUE(study().info().modelLocked);
}

TEST_F(ModelPageTest, exported_model_is_read_back_and_faults_are_all_told)
{
    openPage();
    choosePart(3);
    auto* versions = window->findChild<ui::VersionsPanel*>();
    const QString path = folder.path(QStringLiteral("modele.json"));
    versions->exportTo(path);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    QByteArray text = file.readAll();
    text.replace("\"weight\": 15,", "\"weight\": -1,");
    file.resize(0);
    file.write(text);
    file.close();
    const QString before = study().info().modelDigest;
    versions->importFrom(path, {});
    ASSERT_TRUE(settled([&] { return words("modelTold").contains(QStringLiteral("/dimensions/0")); }));
    EXPECT_GE(words("modelTold").count(u'\n'), 1) << words("modelTold").toStdString();
    EXPECT_EQ(study().info().modelDigest, before);
}

} // namespace
