#include "workflow/choice.h"
#include "workflow/model_editing.h"
#include "workflow/review.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QLocale>

namespace workflow {
namespace {

QString percent(double share)
{
    return QLocale(QLocale::French).toString(share * 100, 'f', 1) + QStringLiteral("\u00a0%");
}

QString wordsOf(const assessment::Weights& weights)
{
    QStringList parts;
    for (const auto& [code, share] : weights.dimensions)
        parts << code + QStringLiteral("\u00a0") + percent(share);
    return QStringLiteral("Poids proposés : %1 ; dans la note du trio, niveau moyen %2, couverture %3, "
                          "territoire %4.")
        .arg(parts.join(QStringLiteral(", ")), percent(weights.mean), percent(weights.coverage),
             percent(weights.territory));
}

/// A member who proposes again replaces what was proposed before.
Outcome keepBeside(Study& study, const QString& name, const assessment::Weights& weights)
{
    Stakeholder proposed;
    for (const Stakeholder& known : stakeholders(study))
        if (known.name == name.simplified()) proposed = known;
    proposed.name = name;
    proposed.method = WeightMethod::Budget;
    proposed.inputs.clear();
    for (const assessment::Model::Node& dimension : study.model().dimensions())
        proposed.inputs.push_back(weights.dimensions.at(dimension.code) * 100);
    return setStakeholder(study, proposed);
}

} // namespace

Outcome proposeWeights(Study& study, const QString& name, const assessment::Weights& weights)
{
    Decision proposed;
    proposed.author = name.simplified();
    proposed.subject = QStringLiteral("modele");
    proposed.text = wordsOf(weights);
    proposed.shared = true;
    if (proposed.author.isEmpty()) {
        Outcome refused;
        refused.issues.push_back({base::Severity::Error, QStringLiteral("weights.no_name"), {}, {}});
        return refused;
    }
    const bool dimensionsMoved = weights.dimensions != assessment::Weights::of(study.model()).dimensions;
    if (dimensionsMoved && !isReviewerDossier(study)) {
        const Outcome kept = keepBeside(study, name, weights);
        if (!kept.ok()) return kept;
    }
    return saveDecision(study, proposed);
}

} // namespace workflow
