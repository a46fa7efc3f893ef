#include "saisie_fixture.h"
#include "support/form_folder.h"
#include "ui/saisie/media_editor.h"
#include "ui/saisie/repeat_card.h"
#include "ui/saisie/repeat_model.h"
#include "workflow/form_versions.h"

#include <QClipboard>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace {

/// The entry screen on a questionnaire that asks for a photo and a sound after the acronym.
struct Media : test::EntryFixture
{
    Media()
    {
        const QString form = test::FormFolder(folder)
                                 .addToSurvey(QStringLiteral("text,id_sigle,"),
                                              QStringLiteral("image,id_photo,Photo de la façade\n"
                                                             "audio,id_son,Son de l’entretien"))
                                 .write();
        desk->write([form](workflow::Study& study) {
            return workflow::adoptForm(
                study, workflow::planFormChange(study, form),
                {{}, {}, QStringLiteral("Essai fictif"), QStringLiteral("Autrice fictive")});
        });
        settle();
        open("id_photo");
    }

    ui::MediaEditor* editor(const char* question = "id_photo") const
    {
        return qobject_cast<ui::MediaEditor*>(card(question)->editor());
    }
    QString photo(const char* name = "façade.jpg", const char* inFolder = "photos")
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        EXPECT_TRUE(QDir(folder.path()).mkpath(QString::fromUtf8(inFolder)));
        const QString file = folder.path(QString::fromUtf8(inFolder) + u'/' + QString::fromUtf8(name));
        EXPECT_TRUE(image.save(file, "JPG"));
        return file;
    }
    void take(const QString& file, const char* question = "id_photo")
    {
        editor(question)->take({file});
        settle();
        settle(); // the record is read again after the write
    }
    QStringList held() const
    {
        QStringList names;
        for (const auto& each : desk->study().dossier().attachments(ids[0]))
            names << each.name;
        names.sort();
        return names;
    }
    QPushButton* buttonCalled(const char* words, const char* question = "id_photo") const
    {
        for (QPushButton* each : editor(question)->findChildren<QPushButton*>())
            if (each->text() == QString::fromUtf8(words) && !each->isHidden()) return each;
        return nullptr;
    }
    bool says(const char* words, const char* question = "id_photo") const
    {
        for (QLabel* each : editor(question)->findChildren<QLabel*>())
            if (!each->isHidden() && each->text().contains(QString::fromUtf8(words))) return true;
        return false;
    }
};

TEST_F(Media, AChosenFileIsSealedAndNamedByTheAnswer)
{
    ASSERT_TRUE(editor());
    EXPECT_TRUE(says("Déposez ici une photo"));
    take(photo());
    EXPECT_EQ(stored("id_photo"), QStringLiteral("façade.jpg"));
    EXPECT_EQ(held(), QStringList{QStringLiteral("façade.jpg")});
    EXPECT_TRUE(says("façade.jpg"));
    EXPECT_TRUE(buttonCalled("Voir"));
    EXPECT_TRUE(buttonCalled("Remplacer…"));
}

TEST_F(Media, OneUndoTakesFileAndAnswerBack)
{
    take(photo());
    EXPECT_EQ(desk->undoLabel(), QStringLiteral("ajout de façade.jpg"));
    desk->undo();
    settle();
    settle();
    EXPECT_EQ(stored("id_photo"), QString());
    EXPECT_TRUE(held().isEmpty());
    EXPECT_TRUE(says("Déposez ici une photo"));
    desk->redo();
    settle();
    EXPECT_EQ(stored("id_photo"), QStringLiteral("façade.jpg"));
    EXPECT_EQ(held().size(), 1);
}

TEST_F(Media, RemovingEmptiesTheAnswerAndOneUndoBringsItBack)
{
    take(photo());
    QTest::keyClick(editor()->focusTarget(), Qt::Key_Delete);
    settle();
    settle();
    EXPECT_EQ(stored("id_photo"), QString());
    EXPECT_TRUE(held().isEmpty());
    EXPECT_FALSE(buttonCalled("Retirer"));
    desk->undo();
    settle();
    EXPECT_EQ(stored("id_photo"), QStringLiteral("façade.jpg"));
    EXPECT_EQ(held().size(), 1);
}

TEST_F(Media, AnotherPhotoReplacesTheFirst)
{
    take(photo());
    take(photo("porte.jpg"));
    EXPECT_EQ(stored("id_photo"), QStringLiteral("porte.jpg"));
    EXPECT_EQ(held(), QStringList{QStringLiteral("porte.jpg")});
}

TEST_F(Media, ANameAlreadyTakenIsChangedALittle)
{
    ASSERT_TRUE(workflow::openSession(desk->study(), ids[0]));
    take(photo());
    take(photo("façade.jpg", "autre")); // the same name from elsewhere
    EXPECT_EQ(stored("id_photo"), QStringLiteral("façade (2).jpg"));
    EXPECT_EQ(held(), QStringList{QStringLiteral("façade (2).jpg")});
}

TEST_F(Media, AFileOfAnotherKindIsRefusedInWords)
{
    take(photo(), "id_son");
    EXPECT_EQ(stored("id_son"), QString());
    EXPECT_TRUE(held().isEmpty());
    EXPECT_TRUE(says("n’est pas un son", "id_son"));
}

TEST_F(Media, AFileMayBeDroppedOrPasted)
{
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(photo())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(editor(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(editor(), &drop);
    settle();
    settle();
    EXPECT_EQ(stored("id_photo"), QStringLiteral("façade.jpg"));
    auto* copied = new QMimeData;
    copied->setUrls({QUrl::fromLocalFile(photo("porte.jpg"))});
    QApplication::clipboard()->setMimeData(copied);
    QTest::keyClick(editor()->focusTarget(), Qt::Key_V, Qt::ControlModifier);
    settle();
    settle();
    EXPECT_EQ(stored("id_photo"), QStringLiteral("porte.jpg"));
}

TEST_F(Media, AFileThatIsNotThereIsToldAndTheAnswerKept)
{
    commit("id_photo", "perdue.jpg");
    settle();
    EXPECT_TRUE(says("perdue.jpg"));
    EXPECT_TRUE(says("n’est pas joint"));
    EXPECT_FALSE(buttonCalled("Voir"));
    EXPECT_EQ(stored("id_photo"), QStringLiteral("perdue.jpg"));
}

TEST_F(Media, EnterGoesOn)
{
    card("id_photo")->focusAnswer();
    QTest::keyClick(editor()->focusTarget(), Qt::Key_Return);
    QApplication::processEvents();
    EXPECT_EQ(screen->page()->current(), card("id_son"));
    QTest::keyClick(editor("id_son")->focusTarget(), Qt::Key_Return, Qt::ShiftModifier);
    QApplication::processEvents();
    EXPECT_EQ(screen->page()->current(), card("id_photo"));
}

} // namespace
