#include "ui/theme/heading_words.h"

#include <QApplication>
#include <QFontMetrics>

#include <gtest/gtest.h>

namespace {

const QString words = QStringLiteral("Nombre de places d’hébergement disponibles cette nuit");

QFontMetrics metrics()
{
    return QFontMetrics(QApplication::font());
}

int widthOf(const QString& text)
{
    return metrics().horizontalAdvance(text);
}

TEST(HeadingWords, ThatFitAreLeftAlone)
{
    EXPECT_EQ(ui::fittedWords(words, metrics(), {widthOf(words) + 1, metrics().lineSpacing()}), words);
    EXPECT_EQ(ui::fittedWords({}, metrics(), {10, 10}), QString());
}

TEST(HeadingWords, TakeTheLinesThereAre)
{
    const QSize room(widthOf(QStringLiteral("d’hébergement disponibles")) + 2, 3 * metrics().lineSpacing());
    const QStringList lines = ui::fittedWords(words, metrics(), room).split(u'\n');
    EXPECT_EQ(lines.join(u' '), words);
    for (const QString& line : lines)
        EXPECT_LE(widthOf(line), room.width()) << line.toStdString();
}

TEST(HeadingWords, EndWithAnEllipsisWhereRoomLacks)
{
    for (const int lines : {0, 1, 2}) {
        const QSize room(widthOf(QStringLiteral("Nombre de places")), lines * metrics().lineSpacing());
        const QStringList shown = ui::fittedWords(words, metrics(), room).split(u'\n');
        EXPECT_EQ(shown.size(), qMax(1, lines));
        EXPECT_TRUE(shown.last().endsWith(QChar(0x2026))) << shown.last().toStdString();
        for (const QString& line : shown)
            EXPECT_LE(widthOf(line), room.width()) << line.toStdString();
    }
}

} // namespace
