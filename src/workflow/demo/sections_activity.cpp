#include "workflow/demo/sections.h"

namespace workflow::demo {
namespace {

using questionnaire::Answer;
using questionnaire::Row;

QStringList coveredProvinces(Sheet& sheet, const Surroundings& around)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    QStringList covered{profile.province};
    const QString region = around.divisions.regionOf(profile.province, cartography::Division::Regions1997);
    const auto add = [&](int wanted, bool anywhere) {
        for (int tries = 0; tries < 60 && covered.size() <= wanted; ++tries) {
            const auto& all = around.divisions.provinces();
            const cartography::Province& one =
                all[static_cast<size_t>(draw.between(0, static_cast<int>(all.size()) - 1))];
            if ((anywhere || one.region1997 == region) && !covered.contains(one.code)) covered << one.code;
        }
    };
    if (profile.scale == u"regionale") add(draw.between(1, 3), false);
    if (profile.scale == u"plurireg") add(draw.between(3, 7), true);
    if (profile.scale == u"nationale") add(draw.between(6, 14), true);
    return covered;
}

Row site(Sheet& sheet, const Surroundings& around, const QString& type, const QString& province,
         const QStringList& services)
{
    Row row{around.rowId(), {}};
    const auto set = [&](const char* question, const QString& value) {
        row.answers.set(QString::fromLatin1(question), Answer::of(value));
    };
    // A shelter goes by a code, never by a name or a point.
    set("site_nom",
        sheet.phrase(QStringLiteral("site.") + type) + u' ' + QString::number(sheet.draw().between(1, 9)));
    set("site_type", type);
    set("site_province", province);
    set("site_services", services.join(u' '));
    const cartography::Province* known = around.divisions.province(province);
    if (type != u"abri" && known && sheet.profile().mode == Mode::Visit && sheet.draw().chance(0.5))
        set("site_gps",
            QStringLiteral("%1 %2 0 0").arg(known->label.y(), 0, 'f', 4).arg(known->label.x(), 0, 'f', 4));
    return row;
}

void fillSites(Sheet& sheet, const Surroundings& around)
{
    if (!sheet.asks(true)) return;
    const Profile& profile = sheet.profile();
    static const QStringList codes{QStringLiteral("abri"), QStringLiteral("medical"),
                                   QStringLiteral("psychosocial"), QStringLiteral("juridique")};
    QStringList atSeat;
    for (size_t service = 1; service < 4; ++service)
        if (profile.offers[service] == u"direct") atSeat << codes[qsizetype(service)];
    std::vector<Row>& rows = sheet.answers().rowsOf(QStringLiteral("rg_sites"));
    rows.push_back(site(sheet, around, QStringLiteral("siege"), profile.province, atSeat));
    if (profile.offers[0] == u"direct")
        rows.push_back(site(sheet, around, QStringLiteral("abri"), profile.province, {codes[0]}));
    if (profile.offers[1] == u"direct" && sheet.draw().chance(0.5))
        rows.push_back(site(sheet, around, QStringLiteral("sante"), profile.province, {codes[1]}));
    if (profile.offers[2] == u"direct" && sheet.draw().chance(0.4))
        rows.push_back(
            site(sheet, around,
                 sheet.draw().chance(0.5) ? QStringLiteral("ecoute") : QStringLiteral("centre_jour"),
                 profile.province, {codes[2]}));
    const QStringList covered = sheet.codes(QStringLiteral("ter_provinces"));
    if (covered.size() > 1 && sheet.draw().chance(0.5))
        rows.push_back(site(sheet, around, QStringLiteral("antenne"), covered[1], {}));
}

QString exclusions(Sheet& sheet)
{
    Draw& draw = sheet.draw();
    if (sheet.profile().candidate) return QStringLiteral("aucune");
    QStringList reasons;
    const QStringList ages = sheet.codes(QStringLiteral("pub_sexe_age"));
    if (!ages.contains(QStringLiteral("hommes")) && !ages.contains(QStringLiteral("familles")) &&
        draw.chance(0.35))
        reasons << QStringLiteral("hommes");
    static const std::vector<std::pair<QString, double>> chances{
        {QStringLiteral("addiction"), 0.14},    {QStringLiteral("sante_mentale"), 0.12},
        {QStringLiteral("identite"), 0.04},     {QStringLiteral("sejour"), 0.035},
        {QStringLiteral("handicap"), 0.03},     {QStringLiteral("vih"), 0.02},
        {QStringLiteral("grossesse"), 0.02},    {QStringLiteral("orientation"), 0.02},
        {QStringLiteral("nationalite"), 0.012}, {QStringLiteral("plainte"), 0.006},
        {QStringLiteral("religion"), 0.004}};
    for (const auto& [reason, chance] : chances)
        if (draw.chance(chance * (1.6 - sheet.profile().care))) reasons << reason;
    return reasons.isEmpty() ? QStringLiteral("aucune") : reasons.join(u' ');
}

QString reception(Sheet& sheet)
{
    static const QStringList open{QStringLiteral("inconditionnel"), QStringLiteral("inconditionnel"),
                                  QStringLiteral("cas_par_cas")};
    static const QStringList usual{QStringLiteral("inconditionnel"), QStringLiteral("cas_par_cas"),
                                   QStringLiteral("cas_par_cas"), QStringLiteral("possible"),
                                   QStringLiteral("exclu")};
    const QString& category = sheet.profile().category;
    const bool migrants = category == u"migrants" || category == u"communautaire" ||
                          category == u"ong_inter" || category == u"confessionnelle";
    return sheet.draw().onScale(migrants ? open : usual, 0.25 + 0.75 * sheet.profile().fit);
}

} // namespace

void fillTerritory(Sheet& sheet, const Surroundings& around)
{
    sheet.tell(QStringLiteral("ter_echelle"), sheet.profile().scale);
    sheet.tell(QStringLiteral("ter_provinces"), coveredProvinces(sheet, around).join(u' '));
    fillSites(sheet, around);
}

void fillGroups(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    static const QStringList everybody{QStringLiteral("tous"), QStringLiteral("femmes_violence"),
                                       QStringLiteral("migrants_irreg")};
    static const QStringList allAges{QStringLiteral("femmes"), QStringLiteral("hommes"),
                                     QStringLiteral("familles"), QStringLiteral("filles"),
                                     QStringLiteral("garcons")};
    const QStringList& groups = profile.kind ? profile.kind->publics : everybody;
    const QStringList& ages = profile.kind ? profile.kind->ages : allAges;
    sheet.tell(QStringLiteral("pub_groupes"), draw.several(groups, draw.between(1, 4)).join(u' '));
    sheet.tell(QStringLiteral("pub_sexe_age"),
               (profile.candidate ? ages : draw.several(ages, draw.between(1, 4))).join(u' '));
    sheet.tell(QStringLiteral("pub_irreguliers"), reception(sheet));
    sheet.tell(QStringLiteral("pub_exclusions"), exclusions(sheet));
    const int total = draw.count(20, 900, profile.means * profile.means) + draw.between(0, 40);
    sheet.tell(QStringLiteral("pub_total"), total);
    if (!sheet.knows(QStringLiteral("pub_total"))) return;
    const bool women = profile.category == u"femmes";
    sheet.tell(QStringLiteral("pub_femmes"),
               women ? total - draw.between(0, total / 20) : draw.between(total / 5, total * 3 / 4));
    const bool migrants = profile.category == u"migrants" || profile.category == u"communautaire";
    sheet.tell(QStringLiteral("pub_etrangers"),
               migrants ? draw.between(total * 3 / 5, total) : draw.between(0, total / 6));
}

} // namespace workflow::demo
