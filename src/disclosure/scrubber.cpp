#include "disclosure/scrubber.h"

#include <algorithm>

namespace disclosure {
namespace {

struct Word
{
    QString text;
    qsizetype begin = 0, end = 0;
};

std::vector<Word> wordsOf(const QString& text)
{
    std::vector<Word> words;
    for (qsizetype at = 0; at < text.size();) {
        if (!text[at].isLetterOrNumber() && !text[at].isMark()) {
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark()))
            ++at;
        words.push_back({text.mid(begin, at - begin).toLower(), begin, at});
    }
    return words;
}

QStringList plainWords(const QString& text)
{
    QStringList plain;
    for (const Word& word : wordsOf(text))
        plain << word.text;
    return plain;
}

/// A place is designated by a proper noun: these words and bare small numbers alone are no name.
bool designates(const QStringList& words)
{
    static const QStringList common{
        u"abri"_qs,        u"foyer"_qs,       u"centre"_qs,  u"refuge"_qs,   u"maison"_qs,  u"lieu"_qs,
        u"site"_qs,        u"hébergement"_qs, u"accueil"_qs, u"d"_qs,        u"de"_qs,      u"l"_qs,
        u"la"_qs,          u"le"_qs,          u"les"_qs,     u"des"_qs,      u"du"_qs,      u"et"_qs,
        u"femmes"_qs,      u"enfants"_qs,     u"jour"_qs,    u"nuit"_qs,     u"antenne"_qs, u"siège"_qs,
        u"communiquée"_qs, u"communiqué"_qs,  u"non"_qs,     u"principal"_qs};
    return std::any_of(words.begin(), words.end(), [](const QString& word) {
        return !common.contains(word) &&
               (word.size() > 3 || (word.size() > 1 && word[0].isDigit() && word.size() > 2));
    });
}

QString replacement()
{
    return QStringLiteral("(lieu non communiqué)");
}

} // namespace

void Scrubber::add(const QStringList& words, bool alone)
{
    if (words.isEmpty()) return;
    m_byFirstWord[words.first()].push_back({words, alone});
}

void Scrubber::addTerm(const QString& term)
{
    const QStringList words = plainWords(term);
    if (designates(words)) add(words, false);
}

void Scrubber::addPlaceName(const QString& name)
{
    add(plainWords(name), true);
    const QStringList parts = name.split(u'-');
    for (const QString& part : parts) {
        const QStringList words = plainWords(part);
        if (parts.size() > 1 && part.size() >= 5) add(words, true);
        if (words.size() > 1 && words.first().size() >= 6) add({words.first()}, true);
    }
}

QString Scrubber::clean(const QString& text) const
{
    if (m_byFirstWord.isEmpty() || text.isEmpty()) return text;
    const std::vector<Word> words = wordsOf(text);
    const auto hyphenAt = [&](qsizetype at) { return at >= 0 && at < text.size() && text[at] == u'-'; };
    QString out;
    qsizetype copied = 0;
    for (size_t i = 0; i < words.size(); ++i) {
        const auto found = m_byFirstWord.constFind(words[i].text);
        if (found == m_byFirstWord.constEnd()) continue;
        size_t longest = 0;
        for (const Term& term : *found) {
            const size_t n = static_cast<size_t>(term.words.size());
            if (n <= longest || i + n > words.size()) continue;
            bool same = true;
            for (size_t k = 1; same && k < n; ++k)
                same = words[i + k].text == term.words[static_cast<qsizetype>(k)];
            if (same && term.alone) same = !hyphenAt(words[i].begin - 1) && !hyphenAt(words[i + n - 1].end);
            if (same) longest = n;
        }
        if (longest == 0) continue;
        out += text.mid(copied, words[i].begin - copied) + replacement();
        copied = words[i + longest - 1].end;
        i += longest - 1;
    }
    return copied == 0 && out.isEmpty() ? text : out + text.mid(copied);
}

} // namespace disclosure
