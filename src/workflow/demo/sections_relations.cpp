#include "workflow/demo/sections.h"

namespace workflow::demo {
namespace {

using questionnaire::Answer;
using questionnaire::Row;

void set(Row& row, const char* question, const QString& value)
{
    row.answers.set(QString::fromLatin1(question), Answer::of(value));
}

/// Another actor of the study, or an authority that is not in it.
void nameTheOther(Sheet& sheet, const Surroundings& around, Row& row)
{
    Draw& draw = sheet.draw();
    if (around.actors.size() > 1 && draw.chance(0.6)) {
        // Few are known to many: an early number is drawn more often.
        const double place = draw.unit() * draw.unit();
        const Profile& other =
            around.actors[static_cast<size_t>(place * static_cast<double>(around.actors.size()))];
        if (other.number != sheet.profile().number) {
            set(row, "lien_acteur", other.nameFr);
            set(row, "lien_type",
                other.category == u"ong_inter" ? QStringLiteral("ong_inter")
                : other.institution()          ? QStringLiteral("entraide")
                                               : QStringLiteral("osc"));
            return;
        }
    }
    static const QStringList kinds{QStringLiteral("sante"),        QStringLiteral("justice"),
                                   QStringLiteral("police"),       QStringLiteral("entraide"),
                                   QStringLiteral("collectivite"), QStringLiteral("onu")};
    const QString kind = draw.pick(kinds);
    set(row, "lien_acteur", sheet.phrase(QStringLiteral("autorite.") + kind));
    set(row, "lien_type", kind);
}

Row link(Sheet& sheet, const Surroundings& around, bool written)
{
    static const QStringList natures{QStringLiteral("ref_envoye"),  QStringLiteral("ref_recu"),
                                     QStringLiteral("information"), QStringLiteral("co_action"),
                                     QStringLiteral("plaidoyer"),   QStringLiteral("formation"),
                                     QStringLiteral("financement")};
    static const QStringList forms{QStringLiteral("ecrite"), QStringLiteral("verbale"),
                                   QStringLiteral("aucune")};
    Draw& draw = sheet.draw();
    Row row{around.rowId(), {}};
    nameTheOther(sheet, around, row);
    const QStringList kinds = draw.several(natures, draw.between(1, 3));
    set(row, "lien_nature",
        sheet.profile().candidate ? QStringLiteral("ref_recu ref_envoye") : kinds.join(u' '));
    set(row, "lien_forme", written ? forms.front() : draw.onScale(forms, 0.8 * sheet.profile().care));
    if (draw.chance(0.3)) set(row, "lien_attente", sheet.phrase(QStringLiteral("attente.acteur")));
    return row;
}

QString iso(const QDate& date)
{
    return date.toString(Qt::ISODate);
}

QString servicesConcerned(Sheet& sheet)
{
    static const QStringList codes{QStringLiteral("abri"), QStringLiteral("medical"),
                                   QStringLiteral("psychosocial"), QStringLiteral("juridique")};
    QStringList concerned;
    for (qsizetype service = 0; service < 4; ++service)
        if (sheet.profile().offers[static_cast<size_t>(service)] == u"direct" && sheet.draw().chance(0.7))
            concerned << codes[service];
    return concerned.join(u' ');
}

Row programme(Sheet& sheet, const Surroundings& around)
{
    static const QStringList states{QStringLiteral("en_cours"), QStringLiteral("en_cours"),
                                    QStringLiteral("projete_finance"), QStringLiteral("projete"),
                                    QStringLiteral("clos")};
    Draw& draw = sheet.draw();
    Row row{around.rowId(), {}};
    set(row, "prg_nom", sheet.phrase(QStringLiteral("programme")));
    const QString state = draw.pick(states);
    set(row, "prg_etat", state);
    set(row, "prg_services", servicesConcerned(sheet));
    const QStringList covered = sheet.codes(QStringLiteral("ter_provinces"));
    set(row, "prg_provinces",
        covered.isEmpty() ? sheet.profile().province
                          : covered.first(std::min<qsizetype>(3, covered.size())).join(u' '));
    const QDate start = state == u"clos"       ? draw.day(QDate(2012, 1, 1), QDate(2013, 1, 1))
                        : state == u"en_cours" ? draw.day(QDate(2013, 1, 1), QDate(2014, 11, 1))
                                               : draw.day(QDate(2015, 3, 1), QDate(2015, 12, 1));
    const QDate end = start.addMonths(state == u"clos" ? 12 : 6 * draw.between(2, 6));
    set(row, "prg_debut", iso(start));
    set(row, "prg_fin", iso(end));
    set(row, "prg_bailleur",
        state == u"projete" ? QStringLiteral("Non acquis")
                            : sheet.phrase(QStringLiteral("bailleur.ong_inter")));
    return row;
}

} // namespace

void fillLinks(Sheet& sheet, const Surroundings& around)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    if (profile.mode == Mode::Documentary ? draw.chance(0.25) : sheet.asks(true)) {
        std::vector<Row>& rows = sheet.answers().rowsOf(QStringLiteral("rg_liens"));
        const int number = profile.candidate                   ? 6
                           : profile.mode == Mode::Documentary ? 1
                                                               : draw.count(0, 7, 0.4 * profile.care + 0.3);
        for (int i = 0; i < number; ++i)
            rows.push_back(link(sheet, around, profile.candidate && i < 3));
    }
    if (draw.chance(0.45)) sheet.tell(QStringLiteral("coo_reseaux"), sheet.phrase(QStringLiteral("reseau")));
    if (draw.chance(0.3)) sheet.tell(QStringLiteral("coo_autres"), sheet.phrase(QStringLiteral("autres")));
}

void fillRecord(Sheet& sheet, const Surroundings& around)
{
    if (sheet.profile().institution()) return;
    Draw& draw = sheet.draw();
    if (sheet.asks(true)) {
        std::vector<Row>& rows = sheet.answers().rowsOf(QStringLiteral("rg_programmes"));
        for (int i = draw.count(0, 3, sheet.profile().means); i > 0; --i)
            rows.push_back(programme(sheet, around));
    }
    static const std::vector<std::pair<QString, QString>> texts{
        {QStringLiteral("bil_reussites"), QStringLiteral("reussite")},
        {QStringLiteral("bil_limites"), QStringLiteral("limite")},
        {QStringLiteral("bil_menaces"), QStringLiteral("menace")},
        {QStringLiteral("bil_changements"), QStringLiteral("changement")},
        {QStringLiteral("att_oim"), QStringLiteral("attente.oim")},
        {QStringLiteral("att_etat"), QStringLiteral("attente.etat")},
        {QStringLiteral("att_osc"), QStringLiteral("attente.osc")}};
    for (const auto& [question, purpose] : texts)
        sheet.tell(question, sheet.phrase(purpose));
}

void fillTraining(Sheet& sheet, const Surroundings& around)
{
    if (sheet.profile().institution() || !sheet.asks(false)) return;
    static const QStringList themes{
        QStringLiteral("traite"),       QStringLiteral("identification"), QStringLiteral("gestion_cas"),
        QStringLiteral("psp"),          QStringLiteral("droit_migrants"), QStringLiteral("confidentialite"),
        QStringLiteral("soin_equipes"), QStringLiteral("gestion_fin"),    QStringLiteral("sante_vdt"),
        QStringLiteral("abri_normes"),  QStringLiteral("interculturel"),  QStringLiteral("securite")};
    static const QStringList audiences{QStringLiteral("accueil"),   QStringLiteral("bureau"),
                                       QStringLiteral("psy"),       QStringLiteral("benevoles"),
                                       QStringLiteral("juridique"), QStringLiteral("gestion")};
    static const QStringList priorities{QStringLiteral("p1"), QStringLiteral("p2"), QStringLiteral("p3")};
    Draw& draw = sheet.draw();
    std::vector<Row>& rows = sheet.answers().rowsOf(QStringLiteral("rg_formations"));
    for (const QString& theme : draw.several(themes, draw.between(0, 3))) {
        Row row{around.rowId(), {}};
        set(row, "form_theme", theme);
        set(row, "form_public", draw.several(audiences, draw.between(1, 2)).join(u' '));
        set(row, "form_priorite", draw.pick(priorities));
        set(row, "form_effectif", QString::number(draw.between(2, 15)));
        rows.push_back(std::move(row));
    }
}

} // namespace workflow::demo
