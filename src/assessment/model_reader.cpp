#include "assessment/model_reader.h"

#include "assessment/domain_functions.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace assessment {
namespace {

constexpr double Percent = 100;

void readScales(const ModelJson& json, Model::Private& model)
{
    model.scale.top = json.at("scale").number("top");
    model.scale.points = json.at("scale").number("points");
    for (const auto& [name, value] : json.at("thresholds").members())
        model.thresholds[name] = value.asNumber();
    for (const char* needed : {"completude", "couverture"})
        json.at("thresholds").at(needed);
    for (const auto& [proof, levels] : json.at("caps").members()) {
        const std::vector<ModelJson> items = levels.items();
        std::array<double, 5> caps{};
        if (items.size() != caps.size()) levels.fault("model.five_levels");
        for (size_t i = 0; i < std::min(items.size(), caps.size()); ++i)
            caps[i] = items[i].asNumber();
        if (!proof.isEmpty()) model.caps[proof.front()] = caps;
    }
    for (const auto& [proof, level] : json.at("proved_from").members())
        if (!proof.isEmpty()) model.provedFrom[proof.front()] = static_cast<int>(level.asNumber());
    model.documents = json.at("evidence").text("documents");
    model.observations = json.at("evidence").text("observations");
}

CountingTables readCountingTables(const ModelJson& json)
{
    CountingTables tables;
    for (const auto& [name, groups] : json.at("group_counts").members())
        for (const ModelJson& group : groups.items())
            tables.groups[name].push_back(group.asCodes());
    for (const auto& [name, columns] : json.at("row_counts").members())
        for (const auto& [column, codes] : columns.members())
            tables.rows[name].emplace_back(column, codes.asCodes());
    for (const auto& [name, column] : json.at("row_shares").members())
        tables.shares[name] = column.asText();
    return tables;
}

void addNode(const ModelJson& json, Model::Private& model, Model::Node node)
{
    if (model.nodeIndex.contains(node.code)) json.fault("model.duplicate", {node.code});
    model.nodeIndex.insert(node.code, static_cast<int>(model.nodes.size()));
    model.nodes.push_back(std::move(node));
}

void readServices(const ModelJson& json, Model::Private& model)
{
    const std::vector<ModelJson> items = json.at("services").items();
    if (items.size() != ServiceCount) {
        json.at("services").fault("model.four_services");
        return;
    }
    for (size_t s = 0; s < ServiceCount; ++s) {
        model.services[s] = {items[s].text("code"),  items[s].text("letter"), items[s].text("node"),
                             items[s].text("label"), items[s].text("offer"),  items[s].text("convention")};
        if (model.services[s].code != serviceCodes()[s]) items[s].fault("model.service_order");
    }
}

Model::Node readNode(const ModelJson& json)
{
    const double percent = json.number("weight");
    return {json.text("code"), json.text("label"), percent / Percent, percent, {}};
}

/// Shares of a whole, none negative: else scores would leave their scale.
void checkShares(const ModelJson& list)
{
    constexpr double Slack = 1e-6;
    double sum = 0;
    for (const ModelJson& item : list.items()) {
        const double weight = item.number("weight");
        if (weight < 0) item.fault("model.negative_weight");
        sum += weight;
    }
    if (std::abs(sum - Percent) > Slack) list.fault("model.weights_sum", {QString::number(sum)});
}

void readTree(const ModelJson& json, Model::Private& model)
{
    checkShares(json.at("dimensions"));
    std::vector<Model::Node> parts;
    for (const ModelJson& item : json.at("dimensions").items()) {
        Model::Node node = readNode(item);
        if (item.has("parts")) checkShares(item.at("parts"));
        if (item.has("parts"))
            for (const ModelJson& part : item.at("parts").items()) {
                parts.push_back(readNode(part));
                node.children << parts.back().code;
            }
        if (item.has("ordered_weights")) {
            model.orderedNode = node.code;
            for (const ModelJson& weight : item.at("ordered_weights").items())
                model.orderedWeights.push_back(weight.asNumber());
            for (const Model::Service& service : model.services) {
                parts.push_back({service.node, service.label, 0, 0, {}});
                node.children << service.node;
            }
        }
        addNode(json, model, std::move(node));
    }
    if (model.orderedWeights.size() != ServiceCount)
        json.at("dimensions").fault("model.four_ordered_weights");
    model.dimensions.resize(model.nodes.size());
    for (Model::Node& part : parts)
        addNode(json, model, std::move(part));
}

QHash<QString, double> readScores(const ModelJson& json, const ModelJson& root)
{
    const ModelJson named = json.isText() ? root.at("scales").at(json.asText().toUtf8().constData()) : json;
    QHash<QString, double> scores;
    for (const auto& [code, score] : named.members())
        scores[code] = score.asNumber();
    return scores;
}

IndicatorRule readRule(const ModelJson& json, const ModelJson& root, const QStringList& inputs)
{
    IndicatorRule rule;
    rule.notApplicable = json.expression("not_applicable");
    for (const QString& input : inputs)
        if (!input.endsWith(u'?')) rule.required << input;
    const ModelJson body = json.at("rule");
    if (body.has("of")) {
        rule.of = body.text("of");
        rule.scores = readScores(body.at("scores"), root);
        return rule;
    }
    for (const ModelJson& step : body.at("steps").items())
        rule.steps.push_back({step.number("score"), step.expression("when")});
    return rule;
}

/// A node exists and is not made of other nodes.
bool canHoldIndicators(const Model::Private& model, const QString& code)
{
    const auto found = model.nodeIndex.constFind(code);
    return found != model.nodeIndex.constEnd() && model.nodes[static_cast<size_t>(*found)].children.isEmpty();
}

void readIndicators(const ModelJson& json, Model::Private& model)
{
    for (const ModelJson& item : json.at("indicators").items()) {
        Model::Indicator indicator;
        indicator.code = item.text("code");
        indicator.label = item.text("label");
        indicator.parent = item.text("parent");
        indicator.weight = item.number("weight");
        const QString proof = item.text("proof");
        if (!proof.isEmpty()) indicator.proof = proof.front();
        if (!model.caps.contains(indicator.proof)) item.fault("model.unknown_proof", {proof});
        for (const ModelJson& alternative : item.at("evidence").items())
            indicator.evidence.push_back(alternative.asTexts());
        indicator.inputs = item.at("inputs").asTexts();
        indicator.ruleText = item.text("text");
        if (model.indicatorIndex.contains(indicator.code)) item.fault("model.duplicate", {indicator.code});
        if (!canHoldIndicators(model, indicator.parent))
            item.fault("model.unknown_parent", {indicator.parent});
        if (indicator.weight <= 0) item.fault("model.no_weight", {indicator.code});
        model.rules.push_back(readRule(item, json, indicator.inputs));
        model.indicatorIndex.insert(indicator.code, static_cast<int>(model.indicators.size()));
        model.indicators.push_back(std::move(indicator));
    }
}

/// Ties indicators to their parents and gives each its share of the parent's weight.
void linkIndicators(Model::Private& model)
{
    QHash<QString, double> totals;
    for (const Model::Indicator& indicator : model.indicators) {
        totals[indicator.parent] += indicator.weight;
        const auto parent = model.nodeIndex.constFind(indicator.parent);
        if (parent != model.nodeIndex.constEnd())
            model.nodes[static_cast<size_t>(*parent)].children << indicator.code;
    }
    for (size_t i = 0; i < model.indicators.size(); ++i)
        model.rules[i].share = model.indicators[i].weight / totals.value(model.indicators[i].parent);
    std::copy_n(model.nodes.begin(), model.dimensions.size(), model.dimensions.begin());
}

bool isDimension(const Model::Private& model, const QString& code)
{
    return std::any_of(model.dimensions.begin(), model.dimensions.end(),
                       [&code](const Model::Node& dimension) { return dimension.code == code; });
}

void readFixedScores(const ModelJson& json, Model::Private& model)
{
    const ModelJson fixed = json.at("fixed_service_scores");
    model.fixed.direct = fixed.text("direct_code");
    for (const auto& [offer, score] : fixed.at("by_offer").members())
        model.fixed.byOffer[offer] = score.asNumber();
    const ModelJson convention = fixed.at("by_convention");
    model.fixed.convention = convention.text("code");
    for (const auto& [form, score] : convention.at("scores").members())
        model.fixed.byConvention[form] = score.asNumber();
    const ModelJson unknown = convention.at("unknown");
    model.fixed.conventionUnknown = {unknown.number("central"), unknown.number("low"), unknown.number("high"),
                                     unknown.number("completeness"), false};
    const ModelJson profile = json.at("profile");
    model.profileService = profile.number("service");
    for (const auto& [dimension, weight] : profile.at("dimensions").members()) {
        model.profileDimensions.emplace_back(dimension, weight.asNumber());
        if (!isDimension(model, dimension)) weight.fault("model.unknown_dimension", {dimension});
    }
}

std::vector<Model::Need> readNeeds(const ModelJson& json, const Model::Private& model)
{
    std::vector<Model::Need> needs;
    for (const ModelJson& item : json.items()) {
        needs.push_back({item.at("codes").asTexts(), item.at("indicators").asTexts()});
        for (const QString& indicator : needs.back().indicators)
            if (!model.indicatorIndex.contains(indicator)) item.fault("model.unknown_indicator", {indicator});
    }
    return needs;
}

void readAll(const ModelJson& json, Model::Private& model)
{
    model.version = json.text("version");
    readScales(json, model);
    for (const auto& [name, codes] : json.at("lists").members())
        json.shared().lists[name] = codes.asText();
    json.shared().functions = domainFunctions(readCountingTables(json));
    readServices(json, model);
    readTree(json, model);
    readIndicators(json, model);
    linkIndicators(model);
    readFixedScores(json, model);
    readRules(json, model);
    model.training = readNeeds(json.at("training_themes"), model);
    model.practices = readNeeds(json.at("practice_changes"), model);
}

} // namespace

std::unique_ptr<Model::Private> readModel(const QByteArray& text, base::Issues& issues)
{
    const nlohmann::json document = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    if (!document.is_object()) {
        issues.push_back({base::Severity::Error, QStringLiteral("model.syntax"), {}, {}});
        return nullptr;
    }
    ModelJson::Shared shared{issues, {}, {}};
    auto model = std::make_unique<Model::Private>();
    readAll(ModelJson(document, shared), *model);
    const std::string canonical = document.dump();
    model->digest = QString::fromLatin1(
        QCryptographicHash::hash(QByteArray::fromStdString(canonical), QCryptographicHash::Sha256).toHex());
    if (base::hasErrors(issues)) return nullptr;
    return model;
}

} // namespace assessment
