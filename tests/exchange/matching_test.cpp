#include "base/random.h"
#include "exchange/lists.h"
#include "exchange/similarity.h"

#include <gtest/gtest.h>

namespace {

using exchange::KnownActor;
using exchange::ListedActor;

struct DistanceCase
{
    const char* a;
    const char* b;
    int distance;
};

class EditDistance : public testing::TestWithParam<DistanceCase>
{
};

TEST_P(EditDistance, countsSwapsAsOne)
{
    EXPECT_EQ(exchange::editDistance(QString::fromUtf8(GetParam().a), QString::fromUtf8(GetParam().b), 3),
              GetParam().distance);
}

INSTANTIATE_TEST_SUITE_P(Words, EditDistance,
                         testing::Values(DistanceCase{"", "", 0}, DistanceCase{"amal", "amal", 0},
                                         DistanceCase{"amal", "amla", 1}, DistanceCase{"amal", "aml", 1},
                                         DistanceCase{"amal", "amaal", 1}, DistanceCase{"amal", "amel", 1},
                                         DistanceCase{"kitten", "sitting", 3},
                                         DistanceCase{"abcdef", "uvwxyz", 4},
                                         DistanceCase{"a", "abcdefgh", 4}, DistanceCase{"أمل", "أمال", 1}));

TEST(Initials, leaveOutArticlesUnlessAsked)
{
    const QString name = QStringLiteral("Association pour l’Éducation de la Femme (fictive)");
    EXPECT_EQ(exchange::initials(name, false), QStringLiteral("aef"));
    EXPECT_EQ(exchange::initials(name, true), QStringLiteral("apledlf"));
}

// The study every proposal is tried against.
std::vector<KnownActor> study()
{
    return {{QStringLiteral("riad"), QStringLiteral("Association Riad Amal (fictive)"),
             QStringLiteral("جمعية رياض الأمل"), QStringLiteral("ARA")},
            {QStringLiteral("nour"),
             QStringLiteral("Association Nour pour les femmes (fictive)"),
             QStringLiteral("جمعية نور للنساء"),
             {}},
            {QStringLiteral("phare"),
             QStringLiteral("Association Le Phare des enfants (fictive)"),
             {},
             QStringLiteral("PHENF")},
            {QStringLiteral("vent"), QStringLiteral("Réseau Vent d’Est Solidarité (fictif)"), {}, {}},
            {QStringLiteral("pin"), QStringLiteral("Association La Pinède (fictive)"), {}, {}}};
}

struct MatchCase
{
    const char* name;
    const char* listedName;
    const char* listedArabic;
    const char* listedAcronym;
    const char* actor; // empty: no proposal
    const char* reason;
};

class Matching : public testing::TestWithParam<MatchCase>
{
};

TEST_P(Matching, proposesTheSameActor)
{
    ListedActor listed;
    listed.name = QString::fromUtf8(GetParam().listedName);
    listed.nameAr = QString::fromUtf8(GetParam().listedArabic);
    listed.acronym = QString::fromUtf8(GetParam().listedAcronym);
    const std::vector<exchange::Match> matches = exchange::proposeMatches({listed}, study());
    if (*GetParam().actor == '\0') {
        EXPECT_TRUE(matches.empty()) << matches.front().actor.toStdString() << ' ' << matches.front().score;
        return;
    }
    ASSERT_FALSE(matches.empty());
    EXPECT_EQ(matches.front().actor.toStdString(), GetParam().actor);
    EXPECT_EQ(matches.front().reason.toStdString(), GetParam().reason);
    EXPECT_GT(matches.front().score, 0.5);
    EXPECT_LE(matches.front().score, 1.0);
}

INSTANTIATE_TEST_SUITE_P(
    Names, Matching,
    testing::Values(MatchCase{"same", "association RIAD AMAL (Fictive)", "", "", "riad", "same_name"},
                    MatchCase{"misspelt", "Assocation Riad Amaal (fictive)", "", "", "riad", "near_name"},
                    MatchCase{"otherOrder", "Amal Riad, association (fictive)", "", "", "riad", "near_name"},
                    MatchCase{"articles", "Association La Nour des femmes (fictive)", "", "", "nour",
                              "near_name"},
                    MatchCase{"arabicSame", "", "جمعيه رياض الامل", "", "riad", "arabic_name"},
                    MatchCase{"arabicWithoutArticle", "", "جمعية رياض أمل", "", "riad", "arabic_name"},
                    MatchCase{"acronym", "Tout autre nom", "", "A.R.A.", "riad", "acronym"},
                    MatchCase{"nameIsTheAcronym", "ARA", "", "", "riad", "acronym"},
                    MatchCase{"acronymOfKnownName", "", "", "RVES", "vent", "acronym_of_name"},
                    MatchCase{"initialsOfListedName", "Projet Humain Entre Nos Foyers (fictif)", "", "",
                              "phare", "acronym_of_name"},
                    MatchCase{"unrelated", "Coopérative Tournesol (fictive)", "", "", "", ""},
                    MatchCase{"onlyCommonWords", "Association (fictive)", "", "", "", ""},
                    MatchCase{"nothing", "", "", "", "", ""}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Matching, putsTheBestFirstAndKeepsFew)
{
    std::vector<KnownActor> known;
    for (int i = 0; i < 20; ++i)
        known.push_back({QString::number(i), QStringLiteral("Association Palmier Bleu %1").arg(i), {}, {}});
    ListedActor listed;
    listed.name = QStringLiteral("Association Palmier Bleu 7");
    const auto matches = exchange::proposeMatches({listed}, known);
    ASSERT_FALSE(matches.empty());
    EXPECT_EQ(matches.front().actor, QStringLiteral("7"));
    EXPECT_LE(matches.size(), 5U);
    for (size_t i = 1; i < matches.size(); ++i)
        EXPECT_LE(matches[i].score, matches[i - 1].score);
}

TEST(Matching, meetsAHundredThousandKnownActorsWithoutComparingThemAll)
{
    base::Random random(7);
    const auto word = [&] {
        QString text;
        for (int i = 0; i < 3; ++i)
            text += QString(QChar(char16_t('a' + random.below(20)))) + QChar(u"aeiou"[random.below(5)]);
        return text;
    };
    std::vector<KnownActor> known;
    for (int i = 0; i < 100'000; ++i)
        known.push_back({QString::number(i),
                         QStringLiteral("Association ") + word() + u' ' + word() + u' ' + word(),
                         {},
                         {}});
    std::vector<ListedActor> listed(3'000);
    for (size_t i = 0; i < listed.size(); ++i) {
        listed[i].name = known[i * 30].nameFr;
        listed[i].name.remove(14, 1); // one letter lost
    }
    const auto matches = exchange::proposeMatches(listed, known);
    std::vector<bool> found(listed.size());
    for (const exchange::Match& match : matches)
        if (match.actor == QString::number(match.listed * 30))
            found[static_cast<size_t>(match.listed)] = true;
    EXPECT_GT(std::count(found.begin(), found.end(), true), 2'950);
}

} // namespace
