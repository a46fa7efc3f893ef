#include "dossier/values/grouped_text.h"
#include "dossier/values/recovery_key.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <gtest/gtest.h>

using dossier::RecoveryKey;

namespace {

const QString Alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

RecoveryKey key()
{
    static const RecoveryKey one = RecoveryKey::generate();
    return one;
}

} // namespace

TEST(RecoveryKey, printsEightGroupsOfFive)
{
    const QRegularExpression form(QStringLiteral("^([0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}$"));
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const RecoveryKey one = RecoveryKey::generate();
        EXPECT_TRUE(form.match(one.text()).hasMatch()) << one.text().toStdString();
        EXPECT_EQ(RecoveryKey::parse(one.text()).key, one);
        EXPECT_EQ(RecoveryKey::parse(one.qrText()).key, one);
        seen.insert(one.text());
    }
    EXPECT_EQ(seen.size(), 200);
}

TEST(RecoveryKey, readsWhatPeopleType)
{
    const QString text = key().text();
    const auto typed = [&](QString variant) { return RecoveryKey::parse(variant).key == key(); };
    EXPECT_TRUE(typed(text.toLower()));
    EXPECT_TRUE(typed(QString(text).remove(u'-')));
    EXPECT_TRUE(typed(QString(text).replace(u'-', u' ')));
    EXPECT_TRUE(typed(QString(text).replace(u'-', QChar(0x2013))));
    EXPECT_TRUE(typed(QStringLiteral("  %1 \n").arg(QString(text).insert(24, u'\n'))));
    EXPECT_TRUE(typed(QString(text).replace(u'0', u'O').replace(u'1', u'I')));
    EXPECT_TRUE(typed(QString(text).replace(u'0', u'o').replace(u'1', u'l')));
    EXPECT_TRUE(typed(QString(text).replace(u'V', u'U')));
    EXPECT_TRUE(typed(key().qrText().toLower()));
}

TEST(RecoveryKey, findsEveryWrongCharacterAndItsGroup)
{
    const QString text = key().text();
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] == u'-') continue;
        for (const QChar c : Alphabet) {
            if (c == text[at]) continue;
            QString wrong = text;
            wrong[at] = c;
            const auto parsed = RecoveryKey::parse(wrong);
            EXPECT_FALSE(parsed.key) << at;
            EXPECT_EQ(parsed.wrongGroups, QList<int>{static_cast<int>(at / 6) + 1}) << at;
        }
        QString wrong = text;
        wrong[at] = u'é';
        EXPECT_EQ(RecoveryKey::parse(wrong).wrongGroups, QList<int>{static_cast<int>(at / 6) + 1});
    }
}

TEST(RecoveryKey, findsExchangedCharactersAndGroups)
{
    for (int round = 0; round < 50; ++round) {
        const QString text = RecoveryKey::generate().text();
        for (qsizetype a = 0; a < 5; ++a) {
            for (qsizetype b = a + 1; b < 5; ++b) {
                QString wrong = text;
                std::swap(wrong[6 + a], wrong[6 + b]);
                EXPECT_EQ(RecoveryKey::parse(wrong).key.has_value(), wrong == text);
            }
        }
        QStringList groups = text.split(u'-');
        groups.swapItemsAt(2, 5);
        if (groups[2] != groups[5]) {
            EXPECT_EQ(RecoveryKey::parse(groups.join(u'-')).wrongGroups, (QList<int>{3, 6}));
        }
    }
}

TEST(RecoveryKey, saysWhenTheLengthIsWrong)
{
    const QString text = key().text();
    for (const QString& wrong :
         {QString(), text.chopped(1), text + u'0', text.left(20), QStringLiteral("-----")}) {
        const auto parsed = RecoveryKey::parse(wrong);
        EXPECT_FALSE(parsed.key);
        EXPECT_TRUE(parsed.wrongGroups.isEmpty());
    }
}

// Fixed by hand, from the published alphabet: five-bit values of 20 bytes, most significant bit first.
TEST(GroupedText, isCrockfordBase32WithCheckCharacters)
{
    const QByteArray bytes =
        QByteArray::fromHex("00443214c74254b635cf84653a56d7c675be77df"); // values 0 to 31
    QString data;
    for (const QString& group : dossier::groupedText(bytes).split(u'-'))
        data += group.left(4);
    EXPECT_EQ(data, Alphabet);
    // All zeros: the check character is the number of the group.
    EXPECT_EQ(dossier::groupedText(QByteArray(5, '\0')), QStringLiteral("00001-00002"));
}

TEST(GroupedText, refusesBitsBeyondTheBytes)
{
    const QByteArray bytes(32, '\x5a'); // 256 bits in 260
    const QString text = dossier::groupedText(bytes);
    EXPECT_EQ(dossier::fromGroupedText(text, 32).bytes, bytes);
    int accepted = 0;
    for (const QChar last : Alphabet)
        for (const QChar check : Alphabet)
            accepted +=
                dossier::fromGroupedText(text.chopped(2) + last + check, 32).bytes.has_value() ? 1 : 0;
    EXPECT_EQ(accepted, 2) << "one bit of the last character belongs to the bytes";
}
