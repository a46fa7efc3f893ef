#include "ui/coffre/passphrase_strength.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>
#include <QtMath>

namespace ui {
namespace {

constexpr double BitsPerWord = 12;  ///< a word that somebody picked among a few thousand
constexpr double BitsPerCommon = 3; ///< a word that everybody tries first
constexpr double BitsPerLetter = 2.5;
constexpr double BitsPerSign = 4.5; ///< of a word with digits and signs in it

QString tr(const char* text)
{
    return QCoreApplication::translate("PassphraseStrength", text);
}

/// Folded: the words of our own subject, of keyboards and of every list of leaked passwords.
bool isCommon(const QString& word)
{
    static const QSet<QString> words = [] {
        const QString list = QStringLiteral("a le la les de des du et un une mon ma je mot passe motdepasse "
                                            "phrase password azerty qwerty azertyuiop "
                                            "qwertyuiop admin bonjour salut soleil amour maroc casablanca "
                                            "rabat tanger marrakech fes agadir oim "
                                            "iom traite victimes victime osc association associations "
                                            "cartographie cartosc etude mission secret "
                                            "secrets code cle rapport projet test essai consultant migration "
                                            "abri janvier fevrier mars avril mai juin "
                                            "juillet aout septembre octobre novembre decembre");
        const QStringList split = list.split(u' ');
        return QSet<QString>(split.cbegin(), split.cend());
    }();
    return words.contains(word);
}

bool isSequence(const QString& word)
{
    int steps = 0;
    for (qsizetype i = 1; i < word.size(); ++i)
        steps += qAbs(word[i].unicode() - word[i - 1].unicode()) <= 1;
    // A run that starts again ("…8901…") is a run still.
    return word.size() > 2 && 5 * steps >= 4 * (word.size() - 1);
}

double bitsOf(const QString& word)
{
    if (isCommon(word) || isSequence(word)) return BitsPerCommon;
    QSet<QChar> characters(word.cbegin(), word.cend());
    int letters = 0;
    for (const QChar c : characters)
        letters += c.isLetter();
    const double distinct = double(characters.size());
    if (letters == characters.size()) return qMin(BitsPerWord, distinct * BitsPerLetter);
    return distinct * BitsPerSign;
}

QString wordOf(int level)
{
    static const std::array<const char*, 5> words{"", QT_TRANSLATE_NOOP("PassphraseStrength", "très faible"),
                                                  QT_TRANSLATE_NOOP("PassphraseStrength", "faible"),
                                                  QT_TRANSLATE_NOOP("PassphraseStrength", "correcte"),
                                                  QT_TRANSLATE_NOOP("PassphraseStrength", "solide")};
    return level == 0 ? QString() : tr(words[static_cast<size_t>(level)]);
}

QString adviceOf(const PassphraseStrength& strength, const QString& phrase, qsizetype common)
{
    if (strength.level == 4) return {};
    if (phrase.size() < ShortestPassphrase)
        return tr(
            "Au moins douze caractères. Le plus sûr et le plus facile à retenir : cinq mots sans rapport "
            "entre eux.");
    if (common > 0)
        return tr("Des mots que chacun essaie d’abord : remplacez-les par d’autres, sans rapport.");
    return tr("Ajoutez un mot sans rapport : cinq mots tirés au hasard tiennent des siècles.");
}

} // namespace

PassphraseStrength passphraseStrength(const QString& phrase)
{
    PassphraseStrength strength;
    if (phrase.isEmpty()) return strength;
    static const QRegularExpression gap(QStringLiteral("[\\s\\-_.,;:'’]+"));
    const QStringList words = base::fold(phrase).split(gap, Qt::SkipEmptyParts);
    QSet<QString> seen;
    qsizetype common = 0;
    for (const QString& word : words) {
        if (seen.contains(word)) continue;
        seen.insert(word);
        common += isCommon(word) || isSequence(word);
        strength.bits += bitsOf(word);
    }
    strength.level = strength.bits < 28 ? 1 : strength.bits < 40 ? 2 : strength.bits < 55 ? 3 : 4;
    if (phrase.size() < ShortestPassphrase) strength.level = qMin(strength.level, 2);
    strength.word = wordOf(strength.level);
    strength.advice = adviceOf(strength, phrase, common);
    return strength;
}

} // namespace ui
