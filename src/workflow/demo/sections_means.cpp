#include "workflow/demo/sections.h"

#include <cmath>

namespace workflow::demo {
namespace {

using questionnaire::Answer;
using questionnaire::Row;

/// Yearly spending in dirhams: a step scale with room between the steps.
int budgetOf(double quality, Draw& draw)
{
    static const std::vector<int> steps{15'000,  60'000,    180'000,   450'000,
                                        900'000, 1'800'000, 4'000'000, 9'000'000};
    const double place = std::clamp(draw.normal(quality * 6.5, 0.8), 0.0, 6.999);
    const auto step = static_cast<size_t>(place);
    const double within = place - static_cast<double>(step);
    const int amount = steps[step] + static_cast<int>(within * (steps[step + 1] - steps[step]));
    return amount / 1000 * 1000;
}

QStringList professions(Sheet& sheet)
{
    const Profile& profile = sheet.profile();
    Draw& draw = sheet.draw();
    QStringList all;
    const auto add = [&](const char* code, bool wanted) {
        if (wanted) all << QString::fromLatin1(code);
    };
    const auto direct = [&](size_t service) { return profile.offers[service] == u"direct"; };
    add("assistant_social", draw.chance(0.35 + 0.6 * profile.means));
    add("educateur", direct(0) || draw.chance(0.3));
    add("psychologue", direct(2) && draw.chance(0.3 + 0.7 * profile.services[2]));
    add("medecin", direct(1) && draw.chance(0.2 + 0.8 * profile.services[1]));
    add("infirmier", direct(1) && draw.chance(0.6));
    add("juriste", direct(3) && draw.chance(0.3 + 0.7 * profile.services[3]));
    add("avocat", direct(3) && draw.chance(0.6 * profile.services[3]));
    add("mediateur", draw.chance(0.15 + 0.5 * profile.care));
    add("interprete", draw.chance(0.3 * profile.care));
    add("comptable", draw.chance(profile.means));
    add("coordination", draw.chance(0.7));
    add("suivi_eval", draw.chance(0.3 * profile.governance));
    add("veilleur", direct(0) && draw.chance(0.6));
    return all;
}

QStringList funds(Sheet& sheet)
{
    static const QStringList likely{QStringLiteral("dons"),          QStringLiteral("cotisations"),
                                    QStringLiteral("ong_inter"),     QStringLiteral("entraide"),
                                    QStringLiteral("bilaterale"),    QStringLiteral("etat"),
                                    QStringLiteral("collectivites"), QStringLiteral("onu"),
                                    QStringLiteral("activites"),     QStringLiteral("entreprises")};
    if (sheet.profile().category == u"ong_inter")
        return {QStringLiteral("siege"), QStringLiteral("bilaterale"), QStringLiteral("onu")};
    return sheet.draw().several(likely, sheet.draw().count(1, 5, sheet.profile().means));
}

/// Amounts received: the more solid the actor, the more evenly they are shared out.
void fillGrants(Sheet& sheet, const Surroundings& around, const QStringList& sources, int budget)
{
    if (!sheet.asks(false)) return;
    std::vector<Row>& rows = sheet.answers().rowsOf(QStringLiteral("rg_bailleurs"));
    const double evenness = sheet.profile().means;
    double share = 1;
    double total = 0;
    std::vector<double> shares;
    for (qsizetype i = 0; i < std::min<qsizetype>(5, sources.size()); ++i) {
        shares.push_back(share);
        total += share;
        share *= 0.25 + 0.7 * evenness;
    }
    for (size_t i = 0; i < shares.size(); ++i) {
        const QString& source = sources[qsizetype(i)];
        const int amount = static_cast<int>(0.9 * budget * shares[i] / total) / 100 * 100;
        Row row{around.rowId(), {}};
        row.answers.set(QStringLiteral("bail_nom"),
                        Answer::of(sheet.phrase(QStringLiteral("bailleur.") + source)));
        row.answers.set(QStringLiteral("bail_type"), Answer::of(source));
        row.answers.set(QStringLiteral("bail_montant"), Answer::of(QString::number(amount)));
        rows.push_back(std::move(row));
    }
}

} // namespace

void fillStaff(Sheet& sheet)
{
    Draw& draw = sheet.draw();
    const double quality = sheet.profile().means;
    const int paid = quality < 0.25 && draw.chance(0.7) ? 0 : draw.count(0, 26, quality * quality);
    sheet.tell(QStringLiteral("rh_salaries"), sheet.profile().candidate ? std::max(paid, 11) : paid);
    sheet.tell(QStringLiteral("rh_metiers"), professions(sheet).join(u' '));
    const int cases = draw.count(8, 45, 1 - sheet.profile().care);
    sheet.tell(QStringLiteral("acc_charge"), draw.chance(0.04) ? 0 : cases);
}

void fillMoney(Sheet& sheet, const Surroundings& around)
{
    const int budget = budgetOf(sheet.profile().means, sheet.draw());
    sheet.tell(QStringLiteral("fin_budget"), budget);
    const QStringList sources = funds(sheet);
    sheet.tell(QStringLiteral("fin_sources"), sources.join(u' '));
    fillGrants(sheet, around, sources, budget);
}

void fillByRecipe(Sheet& sheet)
{
    Draw& draw = sheet.draw();
    for (const Recipe& recipe : Material::standard().recipes) {
        const double quality = sheet.profile().quality(recipe.quality);
        if (recipe.nature == Recipe::Nature::Scale) {
            sheet.tell(recipe.question,
                       draw.onScale(recipe.values, recipe.quality == u"x" ? draw.unit() : quality));
        } else if (recipe.nature == Recipe::Nature::Number) {
            sheet.tell(recipe.question, draw.between(recipe.low, recipe.high));
        } else {
            QStringList codes =
                draw.several(recipe.values, draw.count(recipe.low, recipe.high,
                                                       recipe.quality == u"x" ? draw.unit() : quality));
            const questionnaire::ChoiceList* list =
                sheet.form().listOf(*sheet.form().question(recipe.question));
            // "None of these" has its own code where the instrument gives it one.
            if (codes.isEmpty() && list->labelOf(QStringLiteral("aucune")) != u"aucune")
                codes << QStringLiteral("aucune");
            sheet.tell(recipe.question, codes.join(u' '));
        }
    }
}

} // namespace workflow::demo
