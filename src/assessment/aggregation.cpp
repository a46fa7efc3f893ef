#include "assessment/steps.h"

namespace assessment {
namespace {

using questionnaire::Answers;

Interval meanOfIndicators(const Model& model, const Model::Node& node, const Assessment& result)
{
    const Model::Private& data = model.d();
    std::vector<scoring::Grade> grades;
    for (const QString& code : node.children) {
        const IndicatorScore& score = result.indicators.at(code);
        const Model::Indicator& indicator =
            data.indicators[static_cast<size_t>(data.indicatorIndex.value(code))];
        grades.push_back({indicator.weight, score.knowledge, score.kept});
    }
    return scoring::gradeMean(grades, data.scale);
}

/// Answer as a code; empty when it is not known.
QString codeOf(const Answers& answers, const QString& question)
{
    const questionnaire::Answer& answer = answers.at(question);
    return answer.isKnown() ? answer.value : QString();
}

Interval exactly(double score)
{
    return {score, score, score, 1, false};
}

Interval serviceScore(const Model& model, const Model::Service& service, const Answers& answers,
                      const Assessment& result)
{
    const FixedScores& fixed = model.d().fixed;
    const QString offer = codeOf(answers, service.offer);
    if (offer == fixed.direct)
        return scoring::unknownIfNotApplicable(meanOfIndicators(model, *model.node(service.node), result));
    if (offer == fixed.convention) {
        const auto known = fixed.byConvention.constFind(codeOf(answers, service.convention));
        return known == fixed.byConvention.constEnd() ? fixed.conventionUnknown : exactly(*known);
    }
    const auto known = fixed.byOffer.constFind(offer);
    return known == fixed.byOffer.constEnd() ? Interval() : exactly(*known);
}

Interval dimensionScore(const Model& model, const Model::Node& dimension, Assessment& result)
{
    const Model::Private& data = model.d();
    if (dimension.code == data.orderedNode) {
        std::vector<Interval> services;
        for (const QString& service : dimension.children)
            services.push_back(result.services.at(service));
        return scoring::orderedMean(services, data.orderedWeights);
    }
    const bool holdsIndicators = data.indicatorIndex.contains(dimension.children.value(0));
    if (holdsIndicators) {
        const Interval mean = meanOfIndicators(model, dimension, result);
        result.subDimensions.emplace(dimension.code, mean);
        return scoring::unknownIfNotApplicable(mean);
    }
    std::vector<scoring::Part> parts;
    for (const QString& code : dimension.children) {
        const Model::Node& part = *model.node(code);
        const Interval mean = meanOfIndicators(model, part, result);
        result.subDimensions.emplace(code, mean);
        parts.push_back({part.percent, mean});
    }
    return scoring::partMean(parts);
}

Interval globalScore(const Model& model, const Assessment& result)
{
    std::vector<scoring::Part> parts;
    for (const Model::Node& dimension : model.dimensions())
        parts.push_back({dimension.percent, result.dimensions.at(dimension.code)});
    return scoring::partMean(parts);
}

void scoreProfiles(const Model& model, Assessment& result)
{
    const Model::Private& data = model.d();
    for (const Model::Service& service : data.services) {
        const Interval& own = result.services.at(service.node);
        std::vector<scoring::Part> parts{{data.profileService, own}};
        for (const auto& [dimension, weight] : data.profileDimensions)
            parts.push_back({weight, result.dimensions.at(dimension)});
        Interval profile = scoring::partMean(parts);
        if (!own.central) profile.central.reset();
        profile.completeness = own.completeness;
        result.profiles.emplace(service.node, profile.central);
        result.profileIntervals.emplace(service.node, profile);
    }
}

/// Share of the global score that each indicator of a node carries, before its own weight in the node:
/// services share the weight of their dimension equally among those offered directly.
double nodeWeight(const Model& model, const Model::Node& dimension, const QString& code,
                  size_t directServices)
{
    if (code == dimension.code) return dimension.weight;
    if (dimension.code == model.d().orderedNode)
        return dimension.weight / static_cast<double>(directServices);
    return dimension.weight * model.node(code)->weight;
}

/// Weight of what should be proved by a piece or an observation, and of what is.
struct Proved
{
    double all = 0, proved = 0;

    void add(const Model& model, const Model::Node& node, double weight, const Assessment& result)
    {
        const Model::Private& data = model.d();
        for (const QString& code : node.children) {
            const auto index = static_cast<size_t>(data.indicatorIndex.value(code));
            const auto needed = data.provedFrom.constFind(data.indicators[index].proof);
            const IndicatorScore& score = result.indicators.at(code);
            if (needed == data.provedFrom.constEnd() || score.knowledge != Knowledge::Known) continue;
            const double share = weight * data.rules[index].share;
            all += share;
            if (score.evidence >= *needed) proved += share;
        }
    }
};

std::optional<double> evidenceIndex(const Model& model, const Answers& answers, const Assessment& result)
{
    const Model::Private& data = model.d();
    QStringList direct;
    for (const Model::Service& service : data.services)
        if (codeOf(answers, service.offer) == data.fixed.direct) direct << service.node;
    Proved sum;
    for (const Model::Node& dimension : model.dimensions()) {
        QStringList nodes{dimension.code};
        if (dimension.code == data.orderedNode)
            nodes = direct;
        else if (!data.indicatorIndex.contains(dimension.children.value(0)))
            nodes = dimension.children;
        for (const QString& code : nodes)
            sum.add(model, *model.node(code),
                    nodeWeight(model, dimension, code, static_cast<size_t>(direct.size())), result);
    }
    if (sum.all <= 0) return std::nullopt;
    return sum.proved / sum.all;
}

} // namespace

void aggregate(const Model& model, const Answers& answers, Assessment& result)
{
    for (const Model::Service& service : model.services())
        result.services.emplace(service.node, serviceScore(model, service, answers, result));
    for (const Model::Node& dimension : model.dimensions())
        result.dimensions.emplace(dimension.code, dimensionScore(model, dimension, result));
    result.global = globalScore(model, result);
    scoreProfiles(model, result);
    result.evidenceIndex = evidenceIndex(model, answers, result);
}

} // namespace assessment
