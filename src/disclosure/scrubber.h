#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace disclosure {

/// Takes place names out of free texts: the usual names and addresses of shelters, wherever somebody wrote
/// them. Whole words, case ignored.
class Scrubber
{
public:
    /// Terms too vague to designate a place ("abri", "foyer 2") are ignored.
    void addTerm(const QString& term);
    /// A name of which each significant part also designates the place ("Tanger-Assilah": "Tanger").
    void addPlaceName(const QString& name);
    bool isEmpty() const { return m_byFirstWord.isEmpty(); }
    /// The text with each occurrence replaced; the text itself when there is none.
    QString clean(const QString& text) const;

private:
    void add(const QStringList& words, bool alone);
    struct Term
    {
        QStringList words;
        bool alone = false; ///< must not be part of a hyphenated name
    };
    QHash<QString, std::vector<Term>> m_byFirstWord;
};

} // namespace disclosure
