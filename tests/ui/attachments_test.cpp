#include "saisie_fixture.h"
#include "ui/saisie/attachment_list.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

namespace {

struct Attachments : test::EntryFixture
{
    Attachments()
    {
        open("id_sigle");
        list = std::make_unique<ui::AttachmentList>(*desk, thumbnails());
        list->resize(280, 400);
        list->setVisible(true);
        list->show(ids[0]);
    }
    ~Attachments() override { list.reset(); }

    ui::Thumbnails& thumbnails()
    {
        if (!pictures) pictures = std::make_unique<ui::Thumbnails>(desk->study());
        return *pictures;
    }
    QString photo()
    {
        QImage image(640, 480, QImage::Format_RGB32);
        image.fill(Qt::darkCyan);
        const QString file = folder.path(QStringLiteral("façade.jpg"));
        EXPECT_TRUE(image.save(file, "JPG"));
        return file;
    }
    std::vector<dossier::Attachment> held() const { return desk->study().dossier().attachments(ids[0]); }
    QPushButton* buttonCalled(const char* words) const
    {
        for (QPushButton* each : list->findChildren<QPushButton*>())
            if (each->text().startsWith(QString::fromUtf8(words))) return each;
        return nullptr;
    }

    std::unique_ptr<ui::Thumbnails> pictures;
    std::unique_ptr<ui::AttachmentList> list;
};

TEST_F(Attachments, APhotoIsKeptShownFromMemoryAndNamed)
{
    const QString file = photo();
    const QSignalSpy ready(pictures.get(), &ui::Thumbnails::ready);
    list->add({file});
    settle();
    ASSERT_EQ(held().size(), 1U);
    EXPECT_EQ(held()[0].name, QStringLiteral("façade.jpg"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !ready.isEmpty(); }, 5000));
    const QImage small = pictures->of(held()[0].id);
    EXPECT_LE(small.width(), 224);
    EXPECT_EQ(ui::Thumbnails::whole(desk->study(), held()[0].id).size(), QSize(640, 480));
    // Looking at it writes nothing beside the study.
    QFile::remove(file);
    QStringList files;
    for (QDirIterator it(folder.path({}), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files << QFileInfo(it.next()).suffix();
    EXPECT_FALSE(files.contains(QStringLiteral("jpg")));
    EXPECT_EQ(desk->undoLabel(), QStringLiteral("ajout de façade.jpg"));
}

TEST_F(Attachments, WhatIsNoKnownKindIsRefusedInWords)
{
    const QString file = folder.path(QStringLiteral("programme.bin"));
    QFile out(file);
    ASSERT_TRUE(out.open(QIODevice::WriteOnly));
    out.write(QByteArray("\x7f"
                         "ELF\0\1\2\3",
                         8));
    out.close();
    list->add({file});
    settle();
    EXPECT_TRUE(held().empty());
    EXPECT_TRUE(list->problem().contains(QStringLiteral("programme.bin")));
}

TEST_F(Attachments, RemovingAsksInPlaceAndCanBeUndone)
{
    list->add({photo()});
    settle();
    ASSERT_TRUE(buttonCalled("Retirer…"));
    buttonCalled("Retirer…")->click();
    EXPECT_EQ(held().size(), 1U);
    auto* confirm = list->findChild<QPushButton*>(QStringLiteral("removeAttachment"));
    ASSERT_TRUE(confirm);
    confirm->click();
    settle();
    EXPECT_TRUE(held().empty());
    desk->undo();
    settle();
    EXPECT_EQ(held().size(), 1U);
}

TEST_F(Attachments, AFileMayBeDropped)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(photo())});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(list.get(), &drop);
    settle();
    EXPECT_EQ(held().size(), 1U);
}

} // namespace
