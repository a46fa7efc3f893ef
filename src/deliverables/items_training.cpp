#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorData;
using disclosure::ActorView;
using report::frenchNumber;

namespace {

using Signals = std::vector<std::pair<QString, QStringList>>;

/// Which indicators, at 2 or under, say that a training is needed (capacity model, § 11).
const Signals& trainingSignals()
{
    static const Signals all{
        {u"traite"_qs, {u"C1.2"_qs, u"E2"_qs}},
        {u"identification"_qs, {u"C1.2"_qs, u"E2"_qs}},
        {u"gestion_cas"_qs, {u"C2.1"_qs, u"C2.2"_qs, u"C2.4"_qs, u"C2.5"_qs, u"C4.1"_qs}},
        {u"confidentialite"_qs, {u"C3.2"_qs, u"C3.3"_qs, u"B3.2"_qs, u"D2.5"_qs}},
        {u"securite"_qs, {u"C3.1"_qs, u"C3.4"_qs, u"D1.4"_qs}},
        {u"enfance"_qs, {u"C2.6"_qs, u"A4.2"_qs}},
        {u"abri_normes"_qs, {u"D1.3"_qs, u"D1.4"_qs, u"D1.5"_qs, u"D1.6"_qs, u"D1.7"_qs, u"D1.8"_qs}},
        {u"sante_vdt"_qs, {u"D2.4"_qs, u"D2.5"_qs, u"D2.6"_qs}},
        {u"psp"_qs, {u"D3.1"_qs, u"D3.3"_qs, u"D3.5"_qs}},
        {u"droit_migrants"_qs, {u"D4.1"_qs, u"D4.5"_qs, u"D4.6"_qs}},
        {u"soin_equipes"_qs, {u"B1.6"_qs, u"D3.4"_qs}},
        {u"interculturel"_qs, {u"C1.3"_qs}},
        {u"gestion_fin"_qs, {u"B2.1"_qs, u"B2.2"_qs, u"B2.3"_qs, u"B2.6"_qs}},
        {u"suivi_eval"_qs, {u"A3.2"_qs}},
        {u"gouvernance"_qs, {u"A1.2"_qs, u"A2.2"_qs, u"A2.3"_qs, u"A3.1"_qs}}};
    return all;
}

const Signals& practiceSignals()
{
    static const Signals all{{u"reperage"_qs, {u"C1.2"_qs, u"E2"_qs}},
                             {u"gestion_cas"_qs, {u"C2.2"_qs, u"C2.4"_qs, u"C2.5"_qs}},
                             {u"consentement"_qs, {u"C2.1"_qs, u"D2.5"_qs, u"D4.5"_qs}},
                             {u"confidentialite"_qs, {u"C3.2"_qs, u"C3.3"_qs, u"B3.2"_qs}},
                             {u"orientation"_qs, {u"C4.1"_qs, u"C4.2"_qs}},
                             {u"securite"_qs, {u"C3.1"_qs, u"C3.4"_qs, u"D1.4"_qs}},
                             {u"interpretariat"_qs, {u"C1.3"_qs}},
                             {u"mineurs"_qs, {u"C2.6"_qs}},
                             {u"accueil_etrangers"_qs, {u"E3"_qs}},
                             {u"participation"_qs, {u"A2.3"_qs}},
                             {u"equipe"_qs, {u"B1.6"_qs, u"D3.4"_qs}},
                             {u"plaintes"_qs, {u"A4.3"_qs, u"D1.8"_qs}},
                             {u"gestion"_qs, {u"A2.2"_qs, u"B2.1"_qs, u"B2.2"_qs}},
                             {u"coordination"_qs, {u"C4.2"_qs}}};
    return all;
}

Classify observed(const Signals& rules)
{
    return [&rules](const ActorData& actor) {
        QStringList codes;
        for (const auto& [code, indicators] : rules)
            for (const QString& indicator : indicators) {
                const auto found = actor.assessment.indicators.find(indicator);
                const bool low = found != actor.assessment.indicators.end() &&
                                 found->second.knowledge == assessment::Knowledge::Known &&
                                 found->second.kept <= 2;
                if (low && !codes.contains(code)) codes << code;
            }
        return codes;
    };
}

QStringList codesOf(const Signals& rules)
{
    QStringList codes;
    for (const auto& [code, indicators] : rules)
        codes << code;
    return codes;
}

/// Demand beside observation, for trainings or for practices.
void crossed(const Reader& reader, Grid& grid, const QString& code, const Signals& rules,
             const Classify& asked, const Labels& labels, const QString& kind)
{
    const QStringList codes = codesOf(rules);
    const bool scores = reader.view().info().modelLocked;
    const Tabulation wanted = countBy(reader, code + u".demande"_qs, codes, asked, false, isOrganisation);
    const Tabulation seen =
        countBy(reader, code + u".constat"_qs, codes, observed(rules), true, isOrganisation);
    const Classify both = [asked, see = observed(rules)](const ActorData& actor) {
        const QStringList demanded = asked(actor);
        QStringList common;
        for (const QString& each : see(actor))
            if (demanded.contains(each)) common << each;
        return common;
    };
    const Tabulation together = countBy(reader, code + u".deux"_qs, codes, both, true, isOrganisation);
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const auto at = size_t(i);
        grid.rows.push_back({kind, labels(codes[i]), countText(wanted.rowTotals[at]),
                             scores ? countText(seen.rowTotals[at]) : u"–"_qs,
                             scores ? countText(together.rowTotals[at]) : u"–"_qs});
    }
}

const Classify& trainingDemand()
{
    static const Classify demand = byRows(u"rg_formations"_qs, u"form_theme"_qs);
    return demand;
}

} // namespace

void tableT44(Pen& pen)
{
    const Reader& reader = pen.reader();
    Grid grid;
    grid.header = {u"Nature"_qs, u"Thème ou changement"_qs, u"Demandé"_qs, u"Constaté"_qs, u"Les deux"_qs};
    grid.widths = {1.4, 5, 1, 1, 1};
    grid.textColumns = 2;
    grid.compact = true;
    crossed(reader, grid, u"T-44.formations"_qs, trainingSignals(), trainingDemand(),
            labelsOf(reader, u"form_theme"_qs), u"Formation"_qs);
    crossed(reader, grid, u"T-44.pratiques"_qs, practiceSignals(), byAnswer(u"bil_pratiques"_qs),
            labelsOf(reader, u"bil_pratiques"_qs), u"Pratique"_qs);
    const int n = reader.view().count(u"osc"_qs, isOrganisation).value;
    QString note = u"Constaté : un indicateur du thème est à 2 ou moins. « < 5 » : effectif de 1 à 4."_qs;
    if (!reader.view().info().modelLocked)
        note = u"Aucune note avant l’approbation du modèle : les constats ne sont pas donnés."_qs;
    pen.table(u"T-44"_qs, u"Besoins demandés et constatés : formations et changements de pratiques"_qs, grid,
              {n, note});
}

void figureF29(Pen& pen)
{
    const Reader& reader = pen.reader();
    const Tabulation table =
        countBy(reader, u"F-29"_qs, reader.codes(u"form_theme"_qs), trainingDemand(), false, isOrganisation);
    barItem(pen, u"F-29"_qs, u"Thèmes de formation demandés"_qs, table, labelsOf(reader, u"form_theme"_qs));
}

void tableT53(Pen& pen)
{
    const Reader& reader = pen.reader();
    const QString why = whyNoScore(reader);
    if (!why.isEmpty()) {
        pen.missing(u"T-53"_qs, why);
        return;
    }
    Grid grid;
    grid.header = {u"OSC"_qs, u"Écart"_qs, u"Note"_qs, u"Action, responsable, échéance, coût"_qs};
    grid.widths = {2, 4, 0.7, 3};
    grid.textColumns = 2;
    int members = 0;
    const assessment::TrioSearch& search = reader.view().trios();
    if (!search.trios.empty()) {
        for (const QString& id : search.trios.front().actors) {
            const ActorView* actor = reader.view().actor(id);
            if (!actor || !actor->assessment) continue;
            ++members;
            for (const assessment::Veto& veto : actor->assessment->vetoes)
                grid.rows.push_back(
                    {reader.shortName(*actor),
                     u"Lever %1 : %2"_qs.arg(veto.code, reader.view().model().vetoLabel(veto.code)), u"–"_qs,
                     u"à convenir"_qs});
            for (const assessment::Model::Indicator& indicator : reader.view().model().indicators()) {
                const auto found = actor->assessment->indicators.find(indicator.code);
                if (found == actor->assessment->indicators.end() ||
                    found->second.knowledge != assessment::Knowledge::Known)
                    continue;
                if (found->second.kept <= 2)
                    grid.rows.push_back({reader.shortName(*actor),
                                         u"%1 %2"_qs.arg(indicator.code, indicator.label),
                                         frenchNumber(found->second.kept, 1), u"à convenir"_qs});
            }
        }
    }
    pen.table(u"T-53"_qs, u"Plan de renforcement : écarts des trois organisations"_qs, grid,
              {members, u"Une ligne par règle à lever, puis par indicateur à 2 ou moins."_qs});
}

void tableT54(Pen& pen)
{
    const Reader& reader = pen.reader();
    const QStringList themes = reader.codes(u"form_theme"_qs);
    const Tabulation table =
        crossBy(reader, u"T-54"_qs, themes, trainingDemand(), reader.codes(u"form_priorite"_qs),
                byRows(u"rg_formations"_qs, u"form_priorite"_qs), false, isOrganisation);
    pen.table(
        u"T-54"_qs,
        u"Programme de formation : thèmes demandés, selon les priorités des OSC qui les demandent"_qs,
        crossGrid(table, u"Thème"_qs, labelsOf(reader, u"form_theme"_qs),
                  labelsOf(reader, u"form_priorite"_qs)),
        {table.total.value, u"Une OSC compte à chaque priorité qu’elle donne à l’une de ses demandes."_qs});
}

} // namespace deliverables
