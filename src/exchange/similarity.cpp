#include "exchange/similarity.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QSet>

#include <array>
#include <cmath>

namespace exchange {
namespace {

constexpr int ShortWord = 4;           ///< shorter words must be equal
constexpr size_t CandidateLimit = 400; ///< names met for one name, rarest words first

bool isArticle(const QString& word)
{
    static const QSet<QString> articles{QStringLiteral("a"),
                                        QStringLiteral("au"),
                                        QStringLiteral("aux"),
                                        QStringLiteral("d"),
                                        QStringLiteral("de"),
                                        QStringLiteral("des"),
                                        QStringLiteral("du"),
                                        QStringLiteral("en"),
                                        QStringLiteral("et"),
                                        QStringLiteral("l"),
                                        QStringLiteral("la"),
                                        QStringLiteral("le"),
                                        QStringLiteral("les"),
                                        QStringLiteral("of"),
                                        QStringLiteral("and"),
                                        QStringLiteral("for"),
                                        QStringLiteral("the"),
                                        QStringLiteral("to"),
                                        QStringLiteral("in"),
                                        QStringLiteral("par"),
                                        QStringLiteral("sur"),
                                        QStringLiteral("pour"),
                                        QStringLiteral("contre"),
                                        QStringLiteral("dans"),
                                        base::fold(QStringLiteral("في")),
                                        base::fold(QStringLiteral("من")),
                                        base::fold(QStringLiteral("على"))};
    return articles.contains(word);
}

QString withoutArabicArticle(const QString& word)
{
    static const QString article = QStringLiteral("ال");
    static const QString withConjunction = QStringLiteral("وال");
    if (word.size() > 5 && word.startsWith(withConjunction)) return word.sliced(3);
    if (word.size() > 4 && word.startsWith(article)) return word.sliced(2);
    return word;
}

/// Hashes of a word and of what it becomes less one letter: two words one edit apart share one.
std::vector<size_t> shortenedHashes(const QString& word)
{
    std::vector<size_t> hashes;
    if (word.size() < ShortWord) return hashes;
    hashes.push_back(qHash(word));
    for (qsizetype i = 0; i < word.size(); ++i)
        hashes.push_back(qHash(QString(word).remove(i, 1)));
    return hashes;
}

} // namespace

int editDistance(const QString& a, const QString& b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit) return limit + 1;
    const size_t width = static_cast<size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> previous(width);
    std::vector<int> row(width);
    for (size_t j = 0; j < width; ++j)
        previous[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (size_t j = 1; j < width; ++j) {
            const auto k = static_cast<qsizetype>(j);
            const int substitution = previous[j - 1] + (a[i - 1] == b[k - 1] ? 0 : 1);
            row[j] = std::min({previous[j] + 1, row[j - 1] + 1, substitution});
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
        before.swap(previous);
        previous.swap(row);
    }
    return std::min(previous.back(), limit + 1);
}

QString initials(const QString& name, bool all)
{
    static const QRegularExpression parentheses(QStringLiteral("\\([^)]*\\)"));
    QString letters;
    for (const QString& word : base::foldedWords(QString(name).remove(parentheses)))
        if (all || !isArticle(word) || word == u"contre") letters += word.front();
    return letters;
}

QStringList nameWords(const QString& name)
{
    QStringList words;
    for (const QString& word : base::foldedWords(name))
        if (!isArticle(word)) words << withoutArabicArticle(word);
    return words;
}

NameIndex::NameIndex(const std::vector<QString>& names)
{
    m_wordsOfName.resize(names.size());
    for (size_t name = 0; name < names.size(); ++name)
        for (const QString& word : nameWords(names[name]))
            learn(word, static_cast<int>(name));
    std::sort(m_byShortened.begin(), m_byShortened.end());
}

void NameIndex::learn(const QString& text, int name)
{
    auto found = m_byText.constFind(text);
    if (found == m_byText.cend()) {
        const int fresh = static_cast<int>(m_words.size());
        found = m_byText.insert(text, fresh);
        m_words.push_back({text, {}});
        for (const size_t shortened : shortenedHashes(text))
            m_byShortened.emplace_back(shortened, fresh);
    }
    std::vector<int>& names = m_words[static_cast<size_t>(*found)].names;
    if (names.empty() || names.back() != name) names.push_back(name);
    m_wordsOfName[static_cast<size_t>(name)].push_back(*found);
}

double NameIndex::weight(int word) const
{
    // Inverse document frequency; a word unknown here counts as one held by a single name.
    const double held = word < 0 ? 1.0 : static_cast<double>(m_words[static_cast<size_t>(word)].names.size());
    return std::log(1.0 + (static_cast<double>(m_wordsOfName.size()) + 10.0) / held);
}

/// Known words equal to this one or one edit away, with their likeness.
std::vector<std::pair<int, double>> NameIndex::wordsLike(const QString& word) const
{
    std::vector<std::pair<int, double>> like;
    if (const auto same = m_byText.constFind(word); same != m_byText.cend()) like.emplace_back(*same, 1.0);
    QSet<int> seen;
    for (const size_t shortened : shortenedHashes(word)) {
        auto at = std::lower_bound(m_byShortened.begin(), m_byShortened.end(),
                                   std::pair<size_t, int>(shortened, -1));
        for (; at != m_byShortened.end() && at->first == shortened; ++at) {
            const QString& text = m_words[static_cast<size_t>(at->second)].text;
            if (seen.contains(at->second) || text == word || editDistance(text, word, 1) != 1) continue;
            seen.insert(at->second);
            like.emplace_back(at->second,
                              1.0 - 1.0 / static_cast<double>(std::max(text.size(), word.size())));
        }
    }
    return like;
}

std::vector<int> NameIndex::candidates(const std::vector<std::vector<std::pair<int, double>>>& like) const
{
    std::vector<int> words;
    for (const auto& ones : like)
        for (const auto& [word, likeness] : ones)
            words.push_back(word);
    const auto size = [this](int word) { return m_words[static_cast<size_t>(word)].names.size(); };
    std::sort(words.begin(), words.end(),
              [&](int a, int b) { return size(a) != size(b) ? size(a) < size(b) : a < b; });
    std::vector<int> names;
    QSet<int> seen;
    for (const int word : words) {
        for (const int name : m_words[static_cast<size_t>(word)].names) {
            if (names.size() >= CandidateLimit) return names;
            if (seen.contains(name)) continue;
            seen.insert(name);
            names.push_back(name);
        }
    }
    return names;
}

/// Dice coefficient of the two sets of words, each weighing its rarity and counting its likeness.
double NameIndex::closeness(const QStringList& words,
                            const std::vector<std::vector<std::pair<int, double>>>& like, int name) const
{
    const std::vector<int>& known = m_wordsOfName[static_cast<size_t>(name)];
    std::vector<bool> taken(known.size());
    double shared = 0;
    double total = 0;
    for (const int word : known)
        total += weight(word);
    for (size_t i = 0; i < like.size(); ++i) {
        const auto exact = m_byText.constFind(words[static_cast<qsizetype>(i)]);
        double own = weight(exact == m_byText.cend() ? -1 : *exact);
        for (const auto& [word, likeness] : like[i]) {
            const auto at = std::find_if(known.begin(), known.end(), [&, wanted = word](const int& k) {
                return k == wanted && !taken[static_cast<size_t>(&k - known.data())];
            });
            if (at == known.end()) continue;
            taken[static_cast<size_t>(at - known.begin())] = true;
            // A misspelt word weighs what the word it stands for weighs.
            if (likeness < 1.0) own = weight(word);
            shared += likeness * (own + weight(word));
            break;
        }
        total += own;
    }
    return total > 0 ? shared / total : 0;
}

std::vector<NameIndex::Near> NameIndex::near(const QString& name, double threshold) const
{
    const QStringList words = nameWords(name);
    std::vector<std::vector<std::pair<int, double>>> like;
    for (const QString& word : words)
        like.push_back(wordsLike(word));
    std::vector<Near> found;
    for (const int candidate : candidates(like)) {
        const double score = closeness(words, like, candidate);
        if (score >= threshold) found.push_back({candidate, std::min(score, 1.0)});
    }
    return found;
}

} // namespace exchange
