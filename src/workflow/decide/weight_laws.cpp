#include "workflow/decide/weight_laws.h"

namespace workflow::decisions {
namespace {

using Law = std::optional<scoring::WeightLaw>;

Law dirichlet(ProblemReader& reader, const Json& node, const QString& place, size_t criteria)
{
    const auto alpha = reader.numbers(node, place, criteria, {1e-3, 1e6});
    if (!alpha) return {};
    return scoring::DirichletWeights{*alpha};
}

Law ordinal(ProblemReader& reader, const Json& node, const QString& place, size_t criteria)
{
    const auto order = reader.indices(node, place, criteria);
    if (!order) return {};
    scoring::OrdinalWeights law{*order};
    if (scoring::isSound(law, criteria)) return law;
    reader.fault("not_an_order", place, {QString::number(criteria)});
    return {};
}

Law ranges(ProblemReader& reader, const Json& node, const QString& place, size_t criteria)
{
    if (!reader.isList(node, place, criteria)) return {};
    scoring::RangedWeights law;
    for (size_t c = 0; c < criteria; ++c) {
        const auto range = reader.numbers(node[c], at(place, c), 2, {0, 1});
        if (!range) continue;
        if ((*range)[0] > (*range)[1])
            reader.fault("bad_interval", at(place, c));
        else
            law.low.push_back((*range)[0]), law.high.push_back((*range)[1]);
    }
    if (law.low.size() != criteria) return {};
    if (scoring::isSound(law, criteria)) return law;
    reader.fault("no_weights_between", place);
    return {};
}

Law relative(ProblemReader& reader, const Json& node, const QString& place, size_t criteria,
             const Json& whole)
{
    const auto weights = reader.numbers(node, place, criteria, NotNegative);
    std::optional<double> share = 0.30;
    if (const auto found = whole.find("share"); found != whole.end())
        share = reader.number(*found, QStringLiteral("weights.share"), {0, 0.999});
    if (!weights || !share) return {};
    scoring::RelativeWeights law{*weights, *share};
    if (scoring::isSound(law, criteria)) return law;
    reader.fault("all_zero", place);
    return {};
}

Law samples(ProblemReader& reader, const Json& node, const QString& place, size_t criteria)
{
    auto matrix = reader.matrix(node, place, criteria);
    if (!matrix) return {};
    return scoring::GivenWeights{std::move(*matrix)};
}

} // namespace

Law weightLaw(ProblemReader& reader, const Json& node, const QString& place, size_t criteria)
{
    if (node == "uniform") return scoring::UniformWeights{};
    if (node.is_object()) {
        if (node.contains("dirichlet"))
            return dirichlet(reader, node["dirichlet"], member(place, "dirichlet"), criteria);
        if (node.contains("ordinal"))
            return ordinal(reader, node["ordinal"], member(place, "ordinal"), criteria);
        if (node.contains("ranges")) return ranges(reader, node["ranges"], member(place, "ranges"), criteria);
        if (node.contains("relative"))
            return relative(reader, node["relative"], member(place, "relative"), criteria, node);
        if (node.contains("samples"))
            return samples(reader, node["samples"], member(place, "samples"), criteria);
    }
    reader.fault("unknown_law", place);
    return {};
}

} // namespace workflow::decisions
