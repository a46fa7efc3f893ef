#include "dossier/dossier.h"
#include "dossier/transaction.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

using dossier::Dossier;
using dossier::RecordFilter;
using dossier::Transaction;
using questionnaire::Answer;

namespace {

struct Actor
{
    const char *nameFr, *nameAr, *acronym, *category, *province, *shelter, *legal, *free;
};

// Fictional organisations.
const Actor Actors[] = {
    {"Association Œuvre du Cœur (fictive)", "جمعية عمل القلب", "AOC", "association", "rabat", "direct", "non",
     "Accueille des familles près de la médina"},
    {"Fédération Été-Solidaire (fictive)", "فيدرالية الصيف", "FES;Solidaires", "federation", "fes", "non",
     "direct", "Aide juridique gratuite"},
    {"Ligue de l'Espoir (fictive)", "رابطة الأمل", "LE", "association", "rabat", "convention", "direct",
     "Travaille avec l'association du Cœur"},
    {"Maison d'Amal (fictive)", "دارُ الأَمَل", "", "gestion_eps", "tanger", "direct", "direct",
     "marrakech et environs"},
};

class SearchTest : public testing::Test
{
protected:
    test::TemporaryFolder folder;
    base::FixedClock clock{QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC)};
    QString path = folder.path(QStringLiteral("a.osc"));
    std::unique_ptr<Dossier> dossier = Dossier::create(path, {}, clock);

    void SetUp() override
    {
        dossier->transact(QStringLiteral("import"), [](Transaction& t) {
            for (const Actor& actor : Actors) {
                const QString id = createRecord(t);
                const auto set = [&](const char* question, const char* value) {
                    setAnswer(t, dossier::entity::Record, id, QString::fromLatin1(question),
                              Answer::of(QString::fromUtf8(value)));
                };
                set("id_nom_fr", actor.nameFr);
                set("id_nom_ar", actor.nameAr);
                set("id_sigle", actor.acronym);
                set("id_categorie", actor.category);
                set("id_province", actor.province);
                set("abr_offre", actor.shelter);
                set("jur_offre", actor.legal);
                set("dom_mission", actor.free);
            }
        });
    }

    QList<int> numbers(const RecordFilter& filter) const
    {
        QList<int> out;
        for (const auto& record : dossier->records(filter))
            out << record.number;
        return out;
    }
    QList<int> search(const char* text) const
    {
        RecordFilter filter;
        filter.text = QString::fromUtf8(text);
        return numbers(filter);
    }
};

} // namespace

TEST_F(SearchTest, findsFrenchArabicAndAcronyms)
{
    EXPECT_EQ(search(""), (QList<int>{1, 2, 3, 4}));
    EXPECT_EQ(search("oeuvre"), QList<int>{1});
    EXPECT_EQ(search("ŒUV"), QList<int>{1});
    EXPECT_EQ(search("ete"), QList<int>{2});
    EXPECT_EQ(search("fédé sol"), QList<int>{2});
    EXPECT_EQ(search("espoir"), QList<int>{3});
    EXPECT_EQ(search("l'esp"), QList<int>{3});
    EXPECT_EQ(search("aoc"), QList<int>{1});
    EXPECT_EQ(search("جمعيه"), QList<int>{1});      // ة and ه are one letter here
    EXPECT_EQ(search("الامل"), (QList<int>{3, 4})); // vowels and hamza do not count
    EXPECT_EQ(search("امل"), (QList<int>{3, 4}));   // nor does the article
    EXPECT_TRUE(search("spoir").isEmpty());         // a prefix, not any part
    EXPECT_TRUE(search("zzz").isEmpty());
    EXPECT_TRUE(search("espoir \"* OR AND NOT (").isEmpty()); // no query language leaks in
}

TEST_F(SearchTest, putsNamesBeforeTheRestOfTheText)
{
    EXPECT_EQ(search("association"), (QList<int>{1, 3}));
    EXPECT_EQ(search("coeur"), (QList<int>{1, 3}));
    EXPECT_EQ(search("médina"), QList<int>{1});
    EXPECT_EQ(search("espoir coeur"), QList<int>{3}); // one word in the name, one in the text
    EXPECT_EQ(search("marrakech"), QList<int>{4});    // typed in small letters only
    EXPECT_TRUE(search("direct").isEmpty());          // codes of closed questions are no text
}

TEST_F(SearchTest, crossesTextAndFacets)
{
    RecordFilter filter;
    filter.categories = QStringList{QStringLiteral("association")};
    EXPECT_EQ(numbers(filter), (QList<int>{1, 3}));
    filter.provinces = QStringList{QStringLiteral("rabat"), QStringLiteral("tanger")};
    filter.services = QStringList{QStringLiteral("juridique")};
    EXPECT_EQ(numbers(filter), QList<int>{3});
    filter.text = QStringLiteral("coeur");
    EXPECT_EQ(numbers(filter), QList<int>{3});
    filter.services = QStringList{QStringLiteral("abri")}; // "convention" is not a direct offer
    EXPECT_EQ(numbers(filter), QList<int>{1});
    RecordFilter limited;
    limited.limit = 2;
    EXPECT_EQ(numbers(limited), (QList<int>{1, 2}));
    RecordFilter status;
    status.statuses = QStringList{QStringLiteral("intervient")};
    EXPECT_TRUE(numbers(status).isEmpty());
}

TEST_F(SearchTest, followsChangesAndReopening)
{
    const QString id = dossier->records()[1].id;
    dossier->transact(QStringLiteral("entry"), [&](Transaction& t) {
        setAnswer(t, dossier::entity::Record, id, QStringLiteral("id_nom_fr"),
                  Answer::of(QStringLiteral("Nom nouveau")));
        setComment(t, dossier::entity::Record, id, QStringLiteral("id_nom_fr"),
                   QStringLiteral("renommée en assemblée"));
    });
    const auto verify = [&] {
        EXPECT_TRUE(search("ete").isEmpty());
        EXPECT_EQ(search("nouv"), QList<int>{2});
        EXPECT_EQ(search("assemblee"), QList<int>{2});
    };
    verify();
    dossier.reset();
    dossier = Dossier::open(path, {}, clock);
    verify();
    dossier->transact(QStringLiteral("entry"), [&](Transaction& t) { deleteRecord(t, id); });
    EXPECT_TRUE(search("nouv").isEmpty());
    EXPECT_EQ(search(""), (QList<int>{1, 3, 4}));
}
