// The screen of submissions: what it shows is what would be done, and a column can be given a question.
#include "tabular/zip.h"
#include "ui/acteurs/actors_screen.h"
#include "ui/acteurs/submission_columns_model.h"
#include "ui/acteurs/submission_lines_model.h"
#include "ui/acteurs/submissions_page.h"
#include "ui/window_fixture.h"

#include <QAbstractItemModelTester>

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QByteArray Csv = "id_nom_fr;Nom court;_uuid;_index\n"
                       "Association Riad Essai (fictive);ARE;11111111-1111-4111-8111-111111111111;1\n"
                       "Fondation Essai (fictive);;22222222-2222-4222-8222-222222222222;2\n";

class SubmissionsScreen : public test::WindowFixture
{
protected:
    void begin()
    {
        ASSERT_TRUE(open(makeStudy(keys({}))));
        screen = window->findChild<ui::ActorsScreen*>();
        ASSERT_TRUE(screen);
        screen->import(folder.write(s("envois.csv"), Csv));
        page = screen->submissions();
        ASSERT_TRUE(wait([this] { return page->lines()->rowCount() == 2; }));
    }
    bool wait(const std::function<bool()>& what) { return QTest::qWaitFor(what, 10000); }
    QModelIndex unknownColumn() const
    {
        for (int r = 0; r < page->columns()->rowCount(); ++r) {
            const QModelIndex one = page->columns()->index(r, ui::SubmissionColumnsModel::Question);
            if (one.data(ui::SubmissionColumnsModel::UnknownRole).toBool()) return one;
        }
        return {};
    }

    ui::ActorsScreen* screen = nullptr;
    ui::SubmissionsPage* page = nullptr;
};

} // namespace

TEST_F(SubmissionsScreen, showsWhatWouldBeDoneAndWritesNothing)
{
    ASSERT_NO_FATAL_FAILURE(begin());
    const QAbstractItemModelTester lines(page->lines()), columns(page->columns());
    EXPECT_FALSE(page->isHidden());
    EXPECT_EQ(page->lines()->index(0, ui::SubmissionLinesModel::Name).data().toString(),
              s("Association Riad Essai (fictive)"));
    EXPECT_EQ(page->columns()->unknown(), 1);
    EXPECT_EQ(window->desk()->study().dossier().recordCount(), 1);
}

TEST_F(SubmissionsScreen, filesSentAlongAreCountedThenAttached)
{
    ASSERT_TRUE(open(makeStudy(keys({}))));
    screen = window->findChild<ui::ActorsScreen*>();
    tabular::ZipWriter media;
    media.add(s("x/note.txt"), "Bonjour");
    const QString zip = folder.write(s("media.zip"), media.finish());
    screen->import(folder.write(s("envois.json"), R"json([{"_uuid":"11111111-1111-4111-8111-111111111111",
        "id_nom_fr":"Association Essai (fictive)","_attachments":[{"filename":"a/note.txt"}]}])json"));
    page = screen->submissions();
    const auto problems = [this] {
        return page->lines()->line(0) ? page->lines()->line(0)->problems.size() : 9;
    };
    ASSERT_TRUE(wait([&] { return problems() == 1; })) << "they are not in the export";
    ASSERT_TRUE(wait([this] { return page->importButton()->isEnabled(); }));
    page->takeFilesFrom(zip);
    ASSERT_TRUE(wait([&] { return problems() == 0 && page->importButton()->isEnabled(); }));
    EXPECT_EQ(page->lines()->index(0, ui::SubmissionLinesModel::Files).data().toString(), s("1"));
    EXPECT_TRUE(window->desk()->study().dossier().attachments().empty())
        << "nothing before the word is given";
    page->importButton()->click();
    ASSERT_TRUE(wait([this] { return window->desk()->study().dossier().attachments().size() == 1; }));
}

TEST_F(SubmissionsScreen, aColumnGivenAQuestionIsReadThenImportedAndRemembered)
{
    ASSERT_NO_FATAL_FAILURE(begin());
    const QModelIndex column = unknownColumn();
    ASSERT_TRUE(column.isValid());
    EXPECT_TRUE(page->columns()->questionsOf(column).contains(s("id_sigle")));
    ASSERT_TRUE(page->columns()->setData(column, s("id_sigle")));
    EXPECT_FALSE(page->importButton()->isEnabled()) << "what is shown is no longer what would be done";
    ASSERT_TRUE(
        wait([this] { return page->importButton()->isEnabled() && page->columns()->unknown() == 0; }));
    page->importButton()->click();
    ASSERT_TRUE(wait([this] { return window->desk()->study().dossier().recordCount() == 3; }));
    bool found = false;
    for (const auto& one : window->desk()->study().dossier().records())
        found = found || one.acronym == s("ARE");
    EXPECT_TRUE(found);
    ASSERT_TRUE(wait([this] { return page->importButton()->isHidden(); }));
    screen->import(folder.path(s("envois.csv")));
    ASSERT_TRUE(wait([this] { return page->lines()->rowCount() == 2 && page->columns()->rowCount() > 0; }));
    EXPECT_EQ(page->columns()->unknown(), 0);
}
