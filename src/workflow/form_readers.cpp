#include "workflow/form_readers.h"

#include "assessment/questions_read.h"
#include "workflow/messages/form_words.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using questionnaire::Form;
using questionnaire::Question;

QString repeatAround(const Form& form, const QString& question)
{
    const int repeat = form.repeatOf(form.index.value(question));
    return repeat < 0 ? QString() : form.questions[static_cast<size_t>(repeat)].name;
}

/// Why a question is no longer read as it was; empty when it is.
QString breakage(const Form& before, const Form& after, const QString& name)
{
    const Question* now = after.question(name);
    const Question* old = before.question(name);
    if (!now) return QStringLiteral("form.read_question_missing");
    if (now->type != old->type) return QStringLiteral("form.read_question_type");
    const bool moved = now->scope != old->scope || repeatAround(before, name) != repeatAround(after, name);
    return moved ? QStringLiteral("form.read_question_place") : QString();
}

} // namespace

const QStringList& questionsReadByProgram()
{
    static const QStringList names =
        QString::fromLatin1(
            "abr_autorisation abr_offre abr_places_vdt acc_charge acc_confidentialite "
            "acc_consentement acc_identification acc_outils acc_plan acc_referencement "
            "acc_reinsertion acc_risque acc_suivi att_etat att_oim att_osc bil_besoins "
            "bil_changements bil_difficultes bil_forces bil_limites bil_menaces bil_pratiques "
            "bil_reussites cons_annuaire cons_enregistrement cons_partage cons_participation "
            "cons_photo cons_province cons_retrait coo_reseaux dom_approches dom_domaines "
            "dom_mission dom_mode dom_prerogatives dom_principal ent_date ent_enqueteur ent_mode "
            "ent_type fin_budget form_priorite form_theme id_adresse id_annee_creation id_categorie "
            "id_email id_nom_ar id_nom_fr id_province id_recepisse id_responsable id_sigle id_statut "
            "id_tel id_tutelle inst_attentes inst_conventions inst_donnees inst_loi inst_mandat "
            "inst_obstacles inst_orient_detail inst_orientation inst_services inst_traite jur_offre "
            "jur_personnes lien_acteur lien_forme lien_nature lien_type med_offre med_personnes "
            "prg_bailleur prg_debut prg_etat prg_fin prg_nom prg_provinces prg_services psy_offre "
            "psy_personnes pub_etrangers pub_exclusions pub_femmes pub_groupes pub_irreguliers "
            "pub_sexe_age pub_total rg_formations rg_liens rg_programmes rg_repondants rg_sites "
            "rh_benevoles rh_metiers rh_salaries s17_cloture sau_alerte sau_conflit site_nom "
            "site_province site_type ter_echelle ter_provinces tra_nombre tra_services_possibles "
            "tra_volonte ver_documents ver_observations ver_relecture ver_relecture_etat ")
            .split(u' ', Qt::SkipEmptyParts);
    return names;
}

base::Issues brokenReadings(const Study& study, const Form& after)
{
    const QStringList byModel = assessment::questionsRead(study.model());
    QStringList names = byModel + questionsReadByProgram();
    names.sort();
    names.removeDuplicates();
    base::Issues issues;
    const Form& before = study.form();
    for (const QString& name : std::as_const(names)) {
        if (!before.question(name)) continue; // not an answer, or gone with an earlier version
        const QString code = breakage(before, after, name);
        if (code.isEmpty()) continue;
        const QString reader = messages::readerWord(byModel.contains(name) ? QStringLiteral("model")
                                                                           : QStringLiteral("program"));
        issues.push_back({base::Severity::Error, code, {}, {name, before.question(name)->label, reader}});
    }
    return issues;
}

} // namespace workflow
