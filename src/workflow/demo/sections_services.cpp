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

/// Where the actor stands and how many people it says it helped.
void fillPosition(Sheet& sheet)
{
    static const QStringList positions{QStringLiteral("regulier"), QStringLiteral("ponctuel"),
                                       QStringLiteral("pourrait"), QStringLiteral("indirect"),
                                       QStringLiteral("ne_veut_pas")};
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    const double assisted = profile.candidate ? 1.0 : profile.kind->trafficking * (0.4 + 0.8 * profile.fit);
    const double rest = std::max(0.0, 1 - assisted);
    const size_t drawn =
        draw.weighted({assisted * 0.3, assisted * 0.7, rest * 0.72, rest * 0.16, rest * 0.12});
    sheet.tell(QStringLiteral("tra_position"), positions[qsizetype(drawn)]);
    sheet.tell(QStringLiteral("tra_nombre"), drawn == 0 ? draw.between(6, 45) : draw.between(1, 8));
}

/// What it gave, could give, when, and how firmly it says so.
void fillPossibleHelp(Sheet& sheet)
{
    static const QStringList wills{QStringLiteral("deliberation"), QStringLiteral("presidence"),
                                   QStringLiteral("principe"), QStringLiteral("etudier"),
                                   QStringLiteral("non")};
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    QStringList given;
    QStringList possible;
    for (size_t service = 0; service < 4; ++service) {
        const bool direct = profile.offers[service] == u"direct";
        const bool agreed = profile.offers[service] == u"convention";
        if (direct && (profile.candidate || draw.chance(0.75))) given << serviceCodes()[service];
        if ((direct || agreed) && (profile.candidate || draw.chance(0.8)))
            possible << serviceCodes()[service];
    }
    sheet.tell(QStringLiteral("tra_services"), given.join(u' '));
    sheet.tell(QStringLiteral("tra_services_possibles"), possible.join(u' '));
    sheet.tell(QStringLiteral("tra_delai"), draw.count(0, 18, 1 - profile.fit));
    const QStringList answers = profile.candidate ? wills.first(3) : wills;
    sheet.tell(QStringLiteral("tra_volonte"), draw.onScale(answers, 0.2 + 0.7 * profile.fit));
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
    if (sheet.profile().institution()) return;
    fillPosition(sheet);
    fillPossibleHelp(sheet);
    // The two questions reserved to the interviewer are filled after having met the actor.
    if (!sheet.profile().heard()) return;
    for (const char* question : {"sau_alerte", "sau_conflit"}) {
        const bool yes = !sheet.profile().candidate && sheet.draw().chance(0.01);
        sheet.fix(QString::fromLatin1(question), yes ? QStringLiteral("oui") : QStringLiteral("non"));
    }
}

void tripVeto(Sheet& sheet)
{
    using Answer = std::pair<const char*, const char*>;
    static const std::array<std::vector<Answer>, 12> trips{
        {{},
         {{"id_statut", "collectif"}},
         {{"pub_irreguliers", "exclu"}},
         {{"tra_conditionnalite", "oui"}},
         {{"sau_alerte", "oui"}},
         {{"sau_conflit", "oui"}},
         {{"sau_images", "sans"}},
         {{"abr_offre", "direct"}, {"abr_autorisation", "en_cours"}},
         {{"abr_offre", "direct"}, {"abr_public", "hommes femmes mineurs_na"}, {"abr_separation", "non"}},
         {{"tra_volonte", "non"}},
         {{"fin_compte", "tiers"}},
         {{"sau_conduite", "non"}}}};
    for (const auto& [question, value] : trips[static_cast<size_t>(sheet.profile().veto)])
        sheet.fix(QString::fromLatin1(question), QString::fromLatin1(value));
}

} // namespace workflow::demo
