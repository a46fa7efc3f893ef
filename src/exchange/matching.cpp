#include "base/text.h"
#include "exchange/lists.h"
#include "exchange/similarity.h"

namespace exchange {
namespace {

constexpr double NearThreshold = 0.78;
constexpr size_t ProposalsPerActor = 5;
constexpr qsizetype ShortestInitials = 3;

QString keyOf(const QString& text)
{
    return base::foldedWords(text).join(u' ');
}

/// An acronym without its dots and spaces.
QString acronymKey(const QString& text)
{
    return base::foldedWords(text).join(QString());
}

std::vector<QString> namesOf(const std::vector<KnownActor>& known, QString KnownActor::*name)
{
    std::vector<QString> names;
    names.reserve(known.size());
    for (const KnownActor& actor : known)
        names.push_back(actor.*name);
    return names;
}

class Matcher
{
public:
    explicit Matcher(const std::vector<KnownActor>& known)
        : m_known(known), m_french(namesOf(known, &KnownActor::nameFr)),
          m_arabic(namesOf(known, &KnownActor::nameAr))
    {
        for (size_t i = 0; i < known.size(); ++i) {
            const int index = static_cast<int>(i);
            add(m_byName, keyOf(known[i].nameFr), index);
            add(m_byArabic, keyOf(known[i].nameAr), index);
            add(m_byAcronym, acronymKey(known[i].acronym), index);
            for (const bool all : {false, true})
                addInitials(initials(known[i].nameFr, all), index);
        }
    }

    std::vector<Match> matches(const ListedActor& listed, int position)
    {
        m_best.clear();
        for (const int actor : m_byName.value(keyOf(listed.name)))
            propose(actor, 1.0, "same_name");
        for (const int actor : m_byArabic.value(keyOf(listed.nameAr)))
            propose(actor, 0.98, "arabic_name");
        if (!listed.name.isEmpty())
            for (const auto& [name, score] : m_french.near(listed.name, NearThreshold))
                propose(name, 0.99 * score, "near_name");
        if (!listed.nameAr.isEmpty())
            for (const auto& [name, score] : m_arabic.near(listed.nameAr, NearThreshold))
                propose(name, 0.97 * score, "arabic_name");
        acronyms(listed);
        return sorted(position);
    }

private:
    using Index = QHash<QString, std::vector<int>>;

    static void add(Index& index, const QString& key, int actor)
    {
        if (!key.isEmpty()) index[key].push_back(actor);
    }

    void addInitials(const QString& letters, int actor)
    {
        if (letters.size() < ShortestInitials) return;
        std::vector<int>& actors = m_byInitials[letters];
        if (actors.empty() || actors.back() != actor) actors.push_back(actor);
    }

    /// A list may put an acronym in either column, or only the name it abbreviates.
    void acronyms(const ListedActor& listed)
    {
        const QString acronym = acronymKey(listed.acronym);
        const bool oneWord = !listed.name.isEmpty() && !keyOf(listed.name).contains(u' ');
        const QString written = !acronym.isEmpty() ? acronym : oneWord ? acronymKey(listed.name) : QString();
        if (written.size() >= 2)
            for (const int actor : m_byAcronym.value(written))
                propose(actor, 0.9, "acronym");
        if (written.size() >= ShortestInitials)
            for (const int actor : m_byInitials.value(written))
                propose(actor, 0.75, "acronym_of_name");
        for (const bool all : {false, true}) {
            const QString letters = initials(listed.name, all);
            if (letters.size() < ShortestInitials) continue;
            for (const int actor : m_byAcronym.value(letters))
                propose(actor, 0.75, "acronym_of_name");
            for (const int actor : m_byName.value(letters))
                propose(actor, 0.75, "acronym_of_name");
        }
        if (!acronym.isEmpty())
            for (const int actor : m_byName.value(acronym))
                propose(actor, 0.9, "acronym");
    }

    void propose(int actor, double score, const char* reason)
    {
        auto& best = m_best[actor];
        if (score > best.first) best = {score, reason};
    }

    std::vector<Match> sorted(int position) const
    {
        std::vector<Match> matches;
        for (auto it = m_best.cbegin(); it != m_best.cend(); ++it)
            matches.push_back({position, m_known[static_cast<size_t>(it.key())].id, it->first,
                               QString::fromLatin1(it->second)});
        std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
            return a.score > b.score || (!(b.score > a.score) && a.actor < b.actor);
        });
        if (matches.size() > ProposalsPerActor) matches.resize(ProposalsPerActor);
        return matches;
    }

    const std::vector<KnownActor>& m_known;
    NameIndex m_french, m_arabic;
    Index m_byName, m_byArabic, m_byAcronym, m_byInitials;
    QHash<int, std::pair<double, const char*>> m_best; ///< for the listed actor at hand
};

} // namespace

std::vector<Match> proposeMatches(const std::vector<ListedActor>& listed,
                                  const std::vector<KnownActor>& known)
{
    std::vector<Match> all;
    if (known.empty()) return all;
    Matcher matcher(known);
    for (size_t i = 0; i < listed.size(); ++i) {
        const std::vector<Match> found = matcher.matches(listed[i], static_cast<int>(i));
        all.insert(all.end(), found.begin(), found.end());
    }
    return all;
}

} // namespace exchange
