#include "base/text.h"

namespace base {
namespace {

QString expansion(char16_t letter)
{
    switch (letter) {
    case u'œ':
        return QStringLiteral("oe");
    case u'æ':
        return QStringLiteral("ae");
    case u'ß':
        return QStringLiteral("ss");
    case u'ø':
        return QStringLiteral("o");
    case u'ı':
        return QStringLiteral("i");
    case u'’':
    case u'‘':
    case u'ʼ':
        return QStringLiteral("'");
    case 0x0629:
        return QString(QChar(0x0647)); // teh marbuta -> heh
    case 0x0649:
        return QString(QChar(0x064A)); // alef maksura -> yeh
    case 0x0671:
        return QString(QChar(0x0627)); // alef wasla -> alef
    case 0x0621:                       // hamza alone
    case 0x0640:
        return {}; // tatweel
    default:
        return QString(QChar(letter));
    }
}

} // namespace

QString fold(const QString& text)
{
    QString out;
    out.reserve(text.size());
    const QString lower = text.toLower().normalized(QString::NormalizationForm_KD);
    for (const QChar c : lower) {
        if (c.isMark()) continue;
        if (c.isSpace()) {
            if (!out.isEmpty() && !out.endsWith(u' ')) out += u' ';
            continue;
        }
        out += c.unicode() < 0x80 ? QString(c) : expansion(c.unicode());
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QStringList foldedWords(const QString& text)
{
    QStringList words;
    QString word;
    const QString folded = fold(text) + u' ';
    for (const QChar c : folded) {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words << word;
            word.clear();
        }
    }
    return words;
}

bool isRightToLeft(const QString& text)
{
    for (const QChar c : text) {
        if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL) return true;
        if (c.direction() == QChar::DirL) return false;
    }
    return false;
}

} // namespace base
