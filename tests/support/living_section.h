#pragma once
#include "support/form_folder.h"

namespace test {

/// The standard questionnaire with a last section that computes, writes and counts by itself.
inline QString withLivingSection(const TemporaryFolder& folder)
{
    // type, name, label, relevant, calculation, default, trigger, repeat_count
    const char* const lines[][8] = {
        {"begin_group", "s18_essai", "Section d’essai", "", "", "", "", ""},
        {"integer", "es_lits", "Lits", "", "", "12", "", ""},
        {"integer", "es_chambres", "Chambres", "", "", "", "", ""},
        {"integer", "es_places", "Places en tout", "", "${es_lits} * 2", "", "", ""},
        {"note", "es_rappel", "Vous avez dit ${es_lits} lits et ${es_chambres} chambres.", "", "", "", "",
         ""},
        {"date", "es_vu", "Chambres comptées le", "", "today()", "", "${es_chambres}", ""},
        {"begin_repeat", "es_chambre", "Chambre", "", "", "", "", "${es_chambres}"},
        {"text", "es_nom", "Nom", "", "", "Chambre", "", ""},
        {"begin_group", "es_dedans", "Dedans", "", "", "", "", ""},
        {"integer", "es_dedans_lits", "Lits dedans", "", "", "", "", ""},
        {"end_group", "", "", "", "", "", "", ""},
        {"integer", "es_double", "Le double", "", "${es_dedans_lits} * 2", "", "", ""},
        {"end_repeat", "", "", "", "", "", "", ""},
        {"text", "es_grand", "Pourquoi tant de chambres", "count(${es_chambre}) > 2", "", "", "", ""},
        {"end_group", "", "", "", "", "", "", ""},
    };
    FormFolder form(folder, QStringLiteral("vivant"));
    form.addColumns(QStringLiteral("calculation,default,trigger,repeat_count"));
    QStringList added;
    for (const auto& line : lines) {
        const auto cell = [&](int column) { return QString::fromUtf8(line[column]); };
        added << QStringList{cell(0), cell(1), cell(2), {},      {},     {}, cell(3),
                             {},      {},      {},      {},      {},     {}, QStringLiteral("acteur"),
                             {},      cell(4), cell(5), cell(6), cell(7)}
                     .join(u',');
    }
    form.addToSurvey(QStringLiteral("end_group,s17_cloture"), added.join(u'\n'));
    return form.write();
}

} // namespace test
