#include "support/temporary_folder.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small.h"

#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QStyle>
#include <QToolButton>

#include <gtest/gtest.h>

namespace {

/// A window for readers of Arabic, in which the program still speaks French.
struct Mirrored : testing::Test
{
    Mirrored() { QApplication::setLayoutDirection(Qt::RightToLeft); }
    ~Mirrored() override { QApplication::setLayoutDirection(Qt::LeftToRight); }

    test::TemporaryFolder folder;
    QSettings settings{folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ui::Theme theme{settings, QStringLiteral("light")};
};

/// First and last columns that hold ink.
std::pair<int, int> ink(QImage image)
{
    image = image.convertToFormat(QImage::Format_Grayscale8);
    int first = image.width(), last = -1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 128) first = qMin(first, x), last = qMax(last, x);
    return {first, last};
}

QImage drawn(const QString& words)
{
    QImage image(300, 40, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(Qt::RightToLeft);
    QApplication::style()->drawItemText(&painter, image.rect(), Qt::AlignCenter, QApplication::palette(),
                                        true, words);
    return image;
}

TEST_F(Mirrored, WrappedWordsStartAtTheSideOfTheWindow)
{
    for (const char* words : {"Tout est enregistré", "جمعية وهمية", "1 347"}) {
        const std::unique_ptr<QLabel> label(ui::text(QString::fromUtf8(words)));
        label->setFixedSize(400, 40);
        label->show();
        QApplication::processEvents();
        const auto [first, last] = ink(label->grab().toImage());
        EXPECT_GT(first, 150) << words;
        EXPECT_GT(last, 380) << words;
    }
}

TEST_F(Mirrored, WhatStaysInItsOwnDirectionIsLeftAlone)
{
    const std::unique_ptr<QLabel> key(ui::text(QStringLiteral("OSC-PUB:1234")));
    key->setLayoutDirection(Qt::LeftToRight);
    key->setFixedSize(400, 40);
    key->show();
    QApplication::processEvents();
    EXPECT_LT(ink(key->grab().toImage()).first, 40);
}

TEST_F(Mirrored, PunctuationAndNumbersKeepTheirPlaceInFrenchWords)
{
    // The same picture as words of one piece: nothing has changed sides.
    const auto plain = [](const QString& words) {
        return drawn(QString(QChar(0x202a)) + words + QChar(0x202c));
    };
    for (const char* words : {"Ouvrir un fichier…", "4 conflits", "Pourquoi masquée ?"})
        EXPECT_EQ(drawn(QString::fromUtf8(words)), plain(QString::fromUtf8(words))) << words;
    // Arabic is written as before.
    EXPECT_NE(drawn(QString::fromUtf8("فتح…")), plain(QString::fromUtf8("فتح…")));
}

TEST_F(Mirrored, SegmentsKeepTheirOuterBorder)
{
    QList<QToolButton*> items{ui::segment(QStringLiteral("Un")), ui::segment(QStringLiteral("Deux"))};
    const std::unique_ptr<QWidget> row(ui::segments(items));
    row->show();
    QApplication::processEvents();
    EXPECT_LT(items[1]->x(), items[0]->x());
    EXPECT_TRUE(items[1]->property("first").toBool()) << "the one at the left";
    EXPECT_FALSE(items[0]->property("first").toBool());
}

} // namespace
