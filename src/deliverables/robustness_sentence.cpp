#include "deliverables/robustness_sentence.h"

#include "assessment/robustness.h"

#include <cmath>

namespace deliverables {

QString weightName(const assessment::Model& model, const QString& weight)
{
    if (weight == u"moyenne") return QStringLiteral("niveau moyen");
    if (weight == u"couverture") return QStringLiteral("couverture des services");
    if (weight == u"territoire") return QStringLiteral("territoire");
    const assessment::Model::Node* node = model.node(weight);
    return node ? weight + QStringLiteral(" · ") + node->label : weight;
}

QString shareWords(double share)
{
    if (share > 0 && share < 0.005) return QStringLiteral("< 1\u00a0%");
    if (share < 1 && share >= 0.995) return QStringLiteral("> 99\u00a0%");
    return QStringLiteral("%1\u00a0%").arg(std::lround(share * 100));
}

QString robustnessSentence(const QString& trio, double share, const assessment::Robustness& found,
                           const assessment::Model& model)
{
    const QString first =
        QStringLiteral("%1 reste premier dans %2 des tirages\u00a0; ").arg(trio, shareWords(share));
    if (found.tipping.empty()) return first + QStringLiteral("aucun poids, changé seul, ne le fait changer.");
    return first + QStringLiteral("le poids le plus sensible est «\u00a0%1\u00a0».")
                       .arg(weightName(model, found.tipping.front().weight));
}

} // namespace deliverables
