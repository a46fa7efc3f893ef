#include "workflow/demo/sections.h"

namespace workflow::demo {
namespace {

const std::array<QString, 4>& serviceCodes()
{
    static const std::array<QString, 4> codes{QStringLiteral("abri"), QStringLiteral("medical"),
                                              QStringLiteral("psychosocial"), QStringLiteral("juridique")};
    return codes;
}

const std::array<QString, 4>& offerQuestions()
{
    static const std::array<QString, 4> codes{QStringLiteral("abr_offre"), QStringLiteral("med_offre"),
                                              QStringLiteral("psy_offre"), QStringLiteral("jur_offre")};
    return codes;
}

/// Staff of a service, from the best equipped team to none.
QString team(double quality, const std::array<const char*, 4>& bestFirst)
{
    const double floors[] = {0.72, 0.48, 0.26};
    for (size_t level = 0; level < 3; ++level)
        if (quality > floors[level]) return QString::fromLatin1(bestFirst[level]);
    return QString::fromLatin1(bestFirst[3]);
}

void fillShelter(Sheet& sheet)
{
    Draw& draw = sheet.draw();
    const Profile& profile = sheet.profile();
    const double quality = profile.services[0];
    static const QStringList permits{QStringLiteral("oui"), QStringLiteral("oui"), QStringLiteral("oui"),
                                     QStringLiteral("en_cours"), QStringLiteral("non")};
    sheet.tell(QStringLiteral("abr_autorisation"),
               profile.candidate ? QStringLiteral("oui")
                                 : draw.onScale(permits, 0.2 + 0.8 * profile.governance));
    const int places = draw.count(6, 60, quality * quality) + draw.between(0, 6);
    sheet.tell(QStringLiteral("abr_places"), places);
    if (sheet.knows(QStringLiteral("abr_places")))
        sheet.tell(QStringLiteral("abr_places_vdt"), std::min(places, draw.count(0, 14, quality)));
    QStringList ages = sheet.codes(QStringLiteral("pub_sexe_age"));
    if (ages.isEmpty()) ages << QStringLiteral("femmes");
    if (profile.candidate) ages.removeAll(QStringLiteral("mineurs_na"));
    sheet.tell(QStringLiteral("abr_public"), ages.join(u' '));
}

} // namespace

void fillServices(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    for (size_t service = 0; service < 4; ++service)
        sheet.tell(offerQuestions()[service], profile.offers[service]);
    fillShelter(sheet);
    sheet.tell(QStringLiteral("med_personnel"),
               team(profile.services[1], {"medecin_salarie infirmier", "medecin_vacataire infirmier",
                                          "infirmier secouriste", "secouriste"}));
    sheet.tell(QStringLiteral("psy_personnel"),
               team(profile.services[2], {"psychologue_salarie social ecoutante",
                                          "psychologue_vacataire social", "social ecoutante", "ecoutante"}));
    sheet.tell(QStringLiteral("jur_personnel"),
               team(profile.services[3],
                    {"avocat_conv juriste", "juriste", "avocat_benevole parajuriste", "parajuriste"}));
    static const std::array<QString, 3> reached{
        QStringLiteral("med_personnes"), QStringLiteral("psy_personnes"), QStringLiteral("jur_personnes")};
    for (size_t i = 0; i < reached.size(); ++i)
        sheet.tell(reached[i], sheet.draw().count(5, 400, profile.services[i + 1] * profile.means));
}

void fillTrafficking(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    if (profile.institution()) return;
    Draw& draw = sheet.draw();
    static const QStringList positions{QStringLiteral("regulier"), QStringLiteral("ponctuel"),
                                       QStringLiteral("pourrait"), QStringLiteral("indirect"),
                                       QStringLiteral("ne_veut_pas")};
    const double assisted = profile.candidate ? 1.0 : profile.kind->trafficking * (0.4 + 0.8 * profile.fit);
    const double rest = std::max(0.0, 1 - assisted);
    const QString position = positions[qsizetype(
        draw.weighted({assisted * 0.3, assisted * 0.7, rest * 0.72, rest * 0.16, rest * 0.12}))];
    sheet.tell(QStringLiteral("tra_position"), position);
    const int number = position == u"regulier" ? draw.between(6, 45) : draw.between(1, 8);
    sheet.tell(QStringLiteral("tra_nombre"), number);

    QStringList given;
    QStringList possible;
    for (size_t service = 0; service < 4; ++service) {
        const QString& offer = profile.offers[service];
        if (offer == u"direct" && (profile.candidate || draw.chance(0.75))) given << serviceCodes()[service];
        if ((offer == u"direct" || offer == u"convention") && (profile.candidate || draw.chance(0.8)))
            possible << serviceCodes()[service];
    }
    sheet.tell(QStringLiteral("tra_services"), given.join(u' '));
    sheet.tell(QStringLiteral("tra_services_possibles"), possible.join(u' '));
    sheet.tell(QStringLiteral("tra_delai"), draw.count(0, 18, 1 - profile.fit));
    static const QStringList wills{QStringLiteral("deliberation"), QStringLiteral("presidence"),
                                   QStringLiteral("principe"), QStringLiteral("etudier"),
                                   QStringLiteral("non")};
    static const QStringList firm{QStringLiteral("deliberation"), QStringLiteral("presidence"),
                                  QStringLiteral("principe")};
    sheet.tell(QStringLiteral("tra_volonte"),
               draw.onScale(profile.candidate ? firm : wills, 0.2 + 0.7 * profile.fit));
    // The two questions reserved to the interviewer are filled after having met the actor.
    if (!profile.heard()) return;
    sheet.fix(QStringLiteral("sau_alerte"),
              !profile.candidate && draw.chance(0.01) ? QStringLiteral("oui") : QStringLiteral("non"));
    sheet.fix(QStringLiteral("sau_conflit"),
              !profile.candidate && draw.chance(0.01) ? QStringLiteral("oui") : QStringLiteral("non"));
}

void tripVeto(Sheet& sheet)
{
    const auto fix = [&](const char* question, const char* value) {
        sheet.fix(QString::fromLatin1(question), QString::fromLatin1(value));
    };
    switch (sheet.profile().veto) {
    case 1:
        fix("id_statut", "collectif");
        break;
    case 2:
        fix("pub_irreguliers", "exclu");
        break;
    case 3:
        fix("tra_conditionnalite", "oui");
        break;
    case 4:
        fix("sau_alerte", "oui");
        break;
    case 5:
        fix("sau_conflit", "oui");
        break;
    case 6:
        fix("sau_images", "sans");
        break;
    case 7:
        fix("abr_offre", "direct");
        fix("abr_autorisation", "en_cours");
        break;
    case 8:
        fix("abr_offre", "direct");
        fix("abr_public", "hommes femmes mineurs_na");
        fix("abr_separation", "non");
        break;
    case 9:
        fix("tra_volonte", "non");
        break;
    case 10:
        fix("fin_compte", "tiers");
        break;
    case 11:
        fix("sau_conduite", "non");
        break;
    default:
        break;
    }
}

} // namespace workflow::demo
