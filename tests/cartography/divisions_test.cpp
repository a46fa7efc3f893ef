#include "cartography/divisions.h"

#include <QSet>

#include <gtest/gtest.h>

using namespace cartography;

namespace {

const Divisions& divisions()
{
    static const Divisions loaded = Divisions::load();
    return loaded;
}

/// The instrument's list `provinces` as its author wrote it: name, region of 2015, region of 1997.
constexpr const char* Instrument =
    "tanger_assilah r15_tta r97_tt, mdiq_fnideq r15_tta r97_tt, tetouan r15_tta r97_tt, fahs_anjra r15_tta "
    "r97_tt, "
    "larache r15_tta r97_tt, chefchaouen r15_tta r97_tt, ouezzane r15_tta r97_tt, al_hoceima r15_tta "
    "r97_tht, "
    "oujda_angad r15_ori r97_ori, nador r15_ori r97_ori, driouch r15_ori r97_ori, jerada r15_ori r97_ori, "
    "berkane r15_ori r97_ori, taourirt r15_ori r97_ori, figuig r15_ori r97_ori, guercif r15_ori r97_tht, "
    "fes r15_fm r97_fb, moulay_yacoub r15_fm r97_fb, sefrou r15_fm r97_fb, boulemane r15_fm r97_fb, "
    "meknes r15_fm r97_mt, el_hajeb r15_fm r97_mt, ifrane r15_fm r97_mt, taounate r15_fm r97_tht, "
    "taza r15_fm r97_tht, rabat r15_rsk r97_rszz, sale r15_rsk r97_rszz, skhirate_temara r15_rsk r97_rszz, "
    "khemisset r15_rsk r97_rszz, kenitra r15_rsk r97_gcbh, sidi_kacem r15_rsk r97_gcbh, sidi_slimane r15_rsk "
    "r97_gcbh, "
    "beni_mellal r15_bmk r97_ta, azilal r15_bmk r97_ta, fquih_ben_salah r15_bmk r97_ta, khenifra r15_bmk "
    "r97_mt, "
    "khouribga r15_bmk r97_co, casablanca r15_cs r97_gc, mohammedia r15_cs r97_gc, mediouna r15_cs r97_gc, "
    "nouaceur r15_cs r97_gc, settat r15_cs r97_co, berrechid r15_cs r97_co, benslimane r15_cs r97_co, "
    "el_jadida r15_cs r97_da, sidi_bennour r15_cs r97_da, marrakech r15_ms r97_mth, al_haouz r15_ms r97_mth, "
    "chichaoua r15_ms r97_mth, el_kelaa r15_ms r97_mth, essaouira r15_ms r97_mth, rehamna r15_ms r97_mth, "
    "safi r15_ms r97_da, youssoufia r15_ms r97_da, errachidia r15_dt r97_mt, midelt r15_dt r97_mt, "
    "ouarzazate r15_dt r97_smd, tinghir r15_dt r97_smd, zagora r15_dt r97_smd, agadir r15_sm r97_smd, "
    "inezgane r15_sm r97_smd, chtouka r15_sm r97_smd, taroudannt r15_sm r97_smd, tiznit r15_sm r97_smd, "
    "tata r15_sm r97_ges, guelmim r15_gon r97_ges, assa_zag r15_gon r97_ges, tan_tan r15_gon r97_ges, "
    "sidi_ifni r15_gon r97_smd, laayoune r15_lsh r97_lbsh, boujdour r15_lsh r97_lbsh, tarfaya r15_lsh "
    "r97_lbsh, "
    "es_semara r15_lsh r97_ges, oued_ed_dahab r15_dod r97_odl, aousserd r15_dod r97_odl";

struct Lookup
{
    const char16_t* text;
    const char* code;
};

class ProvinceLookup : public testing::TestWithParam<Lookup>
{
};

} // namespace

TEST(Divisions, HoldsEveryProvinceOfTheInstrumentInItsRegions)
{
    const QStringList rows = QString::fromLatin1(Instrument).split(QStringLiteral(", "));
    ASSERT_EQ(rows.size(), 75);
    ASSERT_EQ(divisions().provinces().size(), 75U);
    for (const QString& row : rows) {
        const QStringList fields = row.split(u' ');
        const Province* p = divisions().province(fields[0]);
        ASSERT_NE(p, nullptr) << row.toStdString();
        EXPECT_EQ(p->region2015, fields[1]);
        EXPECT_EQ(p->region1997, fields[2]);
        EXPECT_EQ(divisions().regionOf(fields[0], Division::Regions2015), fields[1]);
        EXPECT_NE(divisions().region(fields[1]), nullptr);
        EXPECT_NE(divisions().region(fields[2]), nullptr);
    }
}

TEST(Divisions, CodesAndNamesAreUniqueAndComplete)
{
    QSet<QString> iso;
    for (const Province& p : divisions().provinces()) {
        iso.insert(p.iso);
        EXPECT_TRUE(p.iso.startsWith(QStringLiteral("MA-")));
        EXPECT_EQ(divisions().findProvince(p.nameFr), &p) << p.nameFr.toStdString();
        EXPECT_EQ(divisions().findProvince(p.nameAr), &p) << p.nameFr.toStdString();
    }
    EXPECT_EQ(iso.size(), 75);
    EXPECT_EQ(divisions().regions(Division::Regions1997).size(), 16U);
    EXPECT_EQ(divisions().regions(Division::Regions2015).size(), 12U);
    for (const auto division : {Division::Regions1997, Division::Regions2015})
        for (const Region& r : divisions().regions(division)) {
            EXPECT_EQ(divisions().findRegion(r.nameFr, division), &r) << r.nameFr.toStdString();
            EXPECT_EQ(divisions().findRegion(r.nameAr, division), &r) << r.nameFr.toStdString();
        }
}

TEST_P(ProvinceLookup, FindsByNameOrCode)
{
    const Province* found = divisions().findProvince(QString::fromUtf16(GetParam().text));
    const QString code = QString::fromLatin1(GetParam().code);
    EXPECT_EQ(found ? found->code : QString(), code);
}

INSTANTIATE_TEST_SUITE_P(
    Names, ProvinceLookup,
    testing::Values(Lookup{u"MEKNES", "meknes"}, Lookup{u"  meknès ", "meknes"}, Lookup{u"مكناس", "meknes"},
                    Lookup{u"MA-MEK", "meknes"}, Lookup{u"09.001", "agadir"}, Lookup{u"MA009001", "agadir"},
                    Lookup{u"Agadir-Ida-Ou-Tanane", "agadir"}, Lookup{u"M'diq - Fnideq", "mdiq_fnideq"},
                    Lookup{u"Préfecture de Salé", "sale"}, Lookup{u"Province d’El Hajeb", "el_hajeb"},
                    Lookup{u"El Kelâa des Sraghna", "el_kelaa"}, Lookup{u"El Kelaa Des-Sraghna", "el_kelaa"},
                    Lookup{u"Mohammadia", "mohammedia"}, Lookup{u"mohammedia", "mohammedia"},
                    Lookup{u"Tétouan", "tetouan"}, Lookup{u"", ""}, Lookup{u"N’Djamena", ""},
                    Lookup{u"province", ""}));

TEST(Divisions, FindsRegionsInTheirOwnDivisionOnly)
{
    const auto code = [](const char16_t* name, Division division) {
        const Region* r = divisions().findRegion(QString::fromUtf16(name), division);
        return r ? r->code.toStdString() : std::string();
    };
    EXPECT_EQ(code(u"Oriental", Division::Regions2015), "r15_ori");
    EXPECT_EQ(code(u"L'Oriental", Division::Regions1997), "r97_ori");
    EXPECT_EQ(code(u"Région de Fès-Meknès", Division::Regions2015), "r15_fm");
    EXPECT_EQ(code(u"Fès-Meknès", Division::Regions1997), "");
    EXPECT_EQ(code(u"MA007", Division::Regions2015), "r15_ori");
    EXPECT_EQ(divisions().regionOf(QStringLiteral("nowhere"), Division::Regions1997), QString());
}
