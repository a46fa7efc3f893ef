#include "workflow/demo/sections.h"

namespace workflow::demo {
namespace {

void fillReceipt(Sheet& sheet, int year, const QDate& today)
{
    Draw& draw = sheet.draw();
    static const QStringList codes{QStringLiteral("definitif"), QStringLiteral("provisoire"),
                                   QStringLiteral("depot_refuse"), QStringLiteral("aucun"),
                                   QStringLiteral("sans_objet")};
    const QString status = sheet.value(QStringLiteral("id_statut"));
    std::vector<double> shares{0.82, 0.13, 0.035, 0.015, 0};
    if (status == u"collectif") shares = {0, 0.1, 0.3, 0.6, 0};
    if (status == u"confessionnel") shares = {0.3, 0, 0, 0, 0.7};
    if (sheet.profile().candidate) shares = {1, 0, 0, 0, 0};
    const QString receipt = codes[qsizetype(draw.weighted(shares))];
    sheet.tell(QStringLiteral("id_recepisse"), receipt);
    if (receipt == u"aucun" || receipt == u"sans_objet") return;
    const QDate first = receipt == u"provisoire" ? today.addDays(-220) : QDate(std::max(year, 1960), 1, 15);
    sheet.tell(QStringLiteral("id_recepisse_date"),
               draw.day(first, today.addDays(-10)).toString(Qt::ISODate));
}

QStringList overseers(Sheet& sheet)
{
    static const QHash<QString, QStringList> byCategory{
        {QStringLiteral("femmes"),
         {QStringLiteral("solidarite"), QStringLiteral("entraide"), QStringLiteral("interieur")}},
        {QStringLiteral("enfance"),
         {QStringLiteral("entraide"), QStringLiteral("solidarite"), QStringLiteral("jeunesse")}},
        {QStringLiteral("gestion_eps"), {QStringLiteral("entraide"), QStringLiteral("collectivite")}},
        {QStringLiteral("sante"), {QStringLiteral("sante"), QStringLiteral("interieur")}},
        {QStringLiteral("droits"), {QStringLiteral("interieur"), QStringLiteral("droits_homme")}},
        {QStringLiteral("migrants"), {QStringLiteral("interieur"), QStringLiteral("migration")}},
        {QStringLiteral("insertion"),
         {QStringLiteral("interieur"), QStringLiteral("formation"), QStringLiteral("education")}},
        {QStringLiteral("ong_inter"), {QStringLiteral("siege_etranger"), QStringLiteral("interieur")}},
        {QStringLiteral("confessionnelle"), {QStringLiteral("culte"), QStringLiteral("siege_etranger")}},
        {QStringLiteral("public"),
         {QStringLiteral("solidarite"), QStringLiteral("sante"), QStringLiteral("justice"),
          QStringLiteral("entraide")}}};
    const QStringList likely = byCategory.value(
        sheet.profile().category, {QStringLiteral("interieur"), QStringLiteral("collectivite")});
    if (!sheet.profile().institution() && sheet.draw().chance(0.15)) return {QStringLiteral("aucune")};
    return sheet.draw().several(likely, sheet.draw().between(1, 2));
}

void fillContacts(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    const QString number = QStringLiteral("%1").arg(profile.number + 1, 6, 10, QChar(u'0'));
    sheet.tell(QStringLiteral("id_adresse"), sheet.phrase(QStringLiteral("adresse")));
    sheet.tell(QStringLiteral("id_tel"),
               QStringLiteral("+212 000 %1 %2").arg(number.first(3), number.sliced(3)));
    sheet.tell(QStringLiteral("id_email"),
               QStringLiteral("contact@organisation-%1.example").arg(profile.number + 1));
    static const QStringList heads{QStringLiteral("Présidence (fonction)"),
                                   QStringLiteral("Direction (fonction)"),
                                   QStringLiteral("Coordination (fonction)")};
    sheet.tell(QStringLiteral("id_responsable"), sheet.draw().pick(heads));
}

} // namespace

void fillIdentity(Sheet& sheet, const Surroundings& around)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    sheet.fix(QStringLiteral("id_nom_fr"), profile.nameFr);
    if (!profile.nameAr.isEmpty() && (profile.mode != Mode::Documentary || draw.chance(0.9)))
        sheet.fix(QStringLiteral("id_nom_ar"), profile.nameAr);
    if (!profile.acronym.isEmpty()) sheet.fix(QStringLiteral("id_sigle"), profile.acronym);
    sheet.fix(QStringLiteral("id_categorie"), profile.category);
    const QString status = profile.institution() ? QStringLiteral("public")
                           : profile.candidate   ? profile.kind->statuses.front()
                                                 : draw.pick(profile.kind->statuses);
    sheet.tell(QStringLiteral("id_statut"), status);
    const int year = draw.between(profile.institution() ? 1960 : 1985, 2013);
    sheet.tell(QStringLiteral("id_annee_creation"), year);
    fillReceipt(sheet, year, around.today);
    sheet.tell(QStringLiteral("id_tutelle"), overseers(sheet).join(u' '));
    sheet.fix(QStringLiteral("id_province"), profile.province);
    fillContacts(sheet);
}

void fillMandate(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    sheet.tell(QStringLiteral("dom_mission"), sheet.phrase(QStringLiteral("mission.") + profile.category));
    QStringList powers{QStringLiteral("accueil")};
    static const QStringList byService{QStringLiteral("hebergement"), QStringLiteral("soins"),
                                       QStringLiteral("accompagnement"), QStringLiteral("conseil_jur")};
    for (size_t service = 0; service < 4; ++service)
        if (profile.offers[service] == u"direct") powers << byService[qsizetype(service)];
    if (draw.chance(0.4)) powers << QStringLiteral("plaidoyer");
    if (draw.chance(0.2)) powers << QStringLiteral("formation");
    if (profile.category == u"reseau") powers << QStringLiteral("coordination");
    if (profile.institution()) powers << QStringLiteral("service_delegue");
    sheet.tell(QStringLiteral("dom_prerogatives"), powers.join(u' '));
    sheet.tell(QStringLiteral("dom_prerog_base"), sheet.phrase(QStringLiteral("base")));
    const QStringList fields =
        draw.several(profile.kind ? profile.kind->domains
                                  : QStringList{QStringLiteral("protection_femmes"), QStringLiteral("sante"),
                                                QStringLiteral("acces_droits")},
                     draw.between(1, 4));
    sheet.tell(QStringLiteral("dom_domaines"), fields.join(u' '));
    if (sheet.knows(QStringLiteral("dom_domaines")))
        sheet.tell(QStringLiteral("dom_principal"), fields.front());
}

void fillGovernance(Sheet& sheet, const Surroundings& around)
{
    Draw& draw = sheet.draw();
    const double quality = sheet.profile().governance;
    const int monthsAgo = draw.count(1, 44, 1 - quality);
    sheet.tell(QStringLiteral("gov_ag_date"),
               around.today.addDays(-30 * monthsAgo - draw.between(0, 20)).toString(Qt::ISODate));
    const int board = draw.count(3, 11, quality);
    sheet.tell(QStringLiteral("gov_bureau"), board);
    const bool women = sheet.profile().category == u"femmes";
    if (sheet.knows(QStringLiteral("gov_bureau")))
        sheet.tell(QStringLiteral("gov_bureau_f"),
                   women ? draw.between(board - 1, board) : draw.between(0, (board + 1) / 2));
}

void fillInstitution(Sheet& sheet)
{
    if (!sheet.profile().institution()) return;
    sheet.tell(QStringLiteral("inst_mandat"), sheet.phrase(QStringLiteral("mandat")));
    sheet.tell(QStringLiteral("inst_orient_detail"), sheet.phrase(QStringLiteral("orientation")));
    sheet.tell(QStringLiteral("inst_loi"), sheet.phrase(QStringLiteral("loi")));
    sheet.tell(QStringLiteral("inst_attentes"), sheet.phrase(QStringLiteral("attente.inst")));
}

} // namespace workflow::demo
