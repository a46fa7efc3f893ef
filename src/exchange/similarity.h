#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace exchange {

/// Edits (insertion, deletion, substitution, swap of neighbours) between two words, or limit + 1 when they
/// are more than `limit`.
int editDistance(const QString& a, const QString& b, int limit);

/// First letters of the words that matter, marks in parentheses left aside: "Action contre la faim (ONG)" ->
/// "acf"; with `all`, of every word ("aclf").
QString initials(const QString& name, bool all);

/// Words of a name as they are compared: folded, without articles, Arabic article cut off.
QStringList nameWords(const QString& name);

/// Names indexed by their words, so that a name meets only those that share a rare word with it, give or take
/// one letter. Built once, then asked many times.
class NameIndex
{
public:
    explicit NameIndex(const std::vector<QString>& names);

    struct Near
    {
        int name = 0;     ///< index given at construction
        double score = 0; ///< 1: same words
    };
    /// Names at least as close as `threshold`, in no order.
    std::vector<Near> near(const QString& name, double threshold) const;

private:
    struct Word
    {
        QString text;
        std::vector<int> names;
    };
    double weight(int word) const;
    std::vector<std::pair<int, double>> wordsLike(const QString& word) const;
    std::vector<int> candidates(const std::vector<std::vector<std::pair<int, double>>>& like) const;
    double closeness(const QStringList& words, const std::vector<std::vector<std::pair<int, double>>>& like,
                     int name) const;
    void learn(const QString& word, int name);

    std::vector<Word> m_words;
    QHash<QString, int> m_byText;
    /// Hash of a word less one letter (or whole) and the word, sorted; chance collisions cost a comparison.
    std::vector<std::pair<size_t, int>> m_byShortened;
    std::vector<std::vector<int>> m_wordsOfName;
};

} // namespace exchange
