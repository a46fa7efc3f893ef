#include "workflow/demo/sections.h"

namespace workflow::demo {
namespace {

/// Chance that a piece was shown, by how the actor was met: papers are seen on the spot.
double shown(const Profile& profile, double quality)
{
    if (profile.candidate) return 0.97;
    switch (profile.mode) {
    case Mode::Documentary:
        return 0.06;
    case Mode::Phone:
        return 0.04;
    case Mode::Interview:
        return 0.35 * quality;
    case Mode::Visit:
        return 0.15 + 0.8 * quality;
    }
    return 0;
}

QStringList documentsSeen(Sheet& sheet)
{
    static const std::vector<std::pair<QString, QString>> pieces{
        {QStringLiteral("statuts"), QStringLiteral("a")},
        {QStringLiteral("recepisse"), QStringLiteral("a")},
        {QStringLiteral("autorisation_eps"), QStringLiteral("a")},
        {QStringLiteral("pv_ag"), QStringLiteral("a")},
        {QStringLiteral("reglement"), QStringLiteral("a")},
        {QStringLiteral("plan_strategique"), QStringLiteral("a")},
        {QStringLiteral("rapport_moral"), QStringLiteral("a")},
        {QStringLiteral("rapport_financier"), QStringLiteral("b")},
        {QStringLiteral("audit"), QStringLiteral("b")},
        {QStringLiteral("manuel"), QStringLiteral("b")},
        {QStringLiteral("releve_bancaire"), QStringLiteral("b")},
        {QStringLiteral("contrats"), QStringLiteral("b")},
        {QStringLiteral("organigramme"), QStringLiteral("b")},
        {QStringLiteral("diplomes"), QStringLiteral("b")},
        {QStringLiteral("conventions"), QStringLiteral("c")},
        {QStringLiteral("outils_cas"), QStringLiteral("c")},
        {QStringLiteral("politique_donnees"), QStringLiteral("c")},
        {QStringLiteral("conduite"), QStringLiteral("a")},
        {QStringLiteral("registre"), QStringLiteral("e")},
        {QStringLiteral("protocoles"), QStringLiteral("c")}};
    const Profile& profile = sheet.profile();
    const bool shelters = profile.offers[0] == u"direct" || profile.category == u"gestion_eps";
    QStringList seen;
    for (const auto& [piece, quality] : pieces) {
        if (piece == u"autorisation_eps" && !shelters) continue;
        if (sheet.draw().chance(shown(profile, profile.quality(quality)))) seen << piece;
    }
    return seen;
}

QStringList observationsMade(Sheet& sheet)
{
    static const QStringList general{QStringLiteral("entretien_confidentiel"),
                                     QStringLiteral("dossiers_fermes"),
                                     QStringLiteral("accueil"),
                                     QStringLiteral("equipement"),
                                     QStringLiteral("locaux"),
                                     QStringLiteral("droits_affiches")};
    static const QStringList shelter{QStringLiteral("abri_securite"), QStringLiteral("abri_separation"),
                                     QStringLiteral("abri_commodites"), QStringLiteral("abri_presence"),
                                     QStringLiteral("abri_circulation")};
    const Profile& profile = sheet.profile();
    QStringList possible = general;
    if (profile.offers[0] == u"direct") possible << shelter;
    if (profile.offers[1] == u"direct") possible << QStringLiteral("pharmacie");
    QStringList made;
    for (const QString& observation : possible)
        if (sheet.draw().chance(shown(profile, 0.3 + 0.7 * profile.means))) made << observation;
    return made;
}

void fillReview(Sheet& sheet, const Surroundings& around)
{
    static const QStringList states{QStringLiteral("validee"), QStringLiteral("corrigee"),
                                    QStringLiteral("refusee"), QStringLiteral("sans_reponse"),
                                    QStringLiteral("non_envoyee")};
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    std::vector<double> shares{0, 0, 0, 0, 1};
    if (profile.heard()) shares = {0.22, 0.06, 0.02, 0.30, 0.40};
    if (profile.heard() && profile.mode == Mode::Visit) shares = {0.50, 0.20, 0.03, 0.17, 0.10};
    if (profile.candidate) shares = {0.7, 0.3, 0, 0, 0};
    // The last candidate has not answered yet: it misses the trio for that alone.
    if (profile.candidate && profile.category == u"ong_inter") shares = {0, 0, 0, 1, 0};
    const size_t drawn = draw.weighted(shares);
    sheet.fix(QStringLiteral("ver_relecture_etat"), states[qsizetype(drawn)]);
    if (drawn < 3)
        sheet.fix(
            QStringLiteral("ver_relecture"),
            std::min(around.today.addDays(draw.between(3, 10)), QDate(2015, 2, 12)).toString(Qt::ISODate));
}

void fillCorroboration(Sheet& sheet)
{
    static const QStringList sources{QStringLiteral("partenaire"), QStringLiteral("autorite"),
                                     QStringLiteral("bailleur"), QStringLiteral("document_tiers"),
                                     QStringLiteral("oim")};
    Draw& draw = sheet.draw();
    if (!sheet.profile().heard()) return;
    QStringList confirmed = draw.several(sources, draw.count(0, 3, 0.5 * sheet.profile().overall()));
    if (draw.chance(0.12) || sheet.profile().candidate) confirmed << QStringLiteral("assistance_vdt");
    if (confirmed.isEmpty()) confirmed << QStringLiteral("aucune");
    sheet.fix(QStringLiteral("ver_corroboration"), confirmed.join(u' '));
}

} // namespace

void fillClosing(Sheet& sheet, const Surroundings& around)
{
    const QStringList seen = documentsSeen(sheet);
    if (!seen.isEmpty()) sheet.fix(QStringLiteral("ver_documents"), seen.join(u' '));
    if (sheet.profile().mode == Mode::Visit)
        sheet.fix(QStringLiteral("ver_observations"), observationsMade(sheet).join(u' '));
    if (sheet.profile().mode == Mode::Visit && sheet.draw().chance(0.06) && !sheet.profile().candidate)
        sheet.fix(QStringLiteral("ver_ecarts"), sheet.phrase(QStringLiteral("ecart")));
    fillCorroboration(sheet);
    fillReview(sheet, around);
}

} // namespace workflow::demo
