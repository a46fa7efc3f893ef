#include "assessment/model_reader.h"

namespace assessment {
namespace {

using Placeholders = QHash<QString, QString>;

Placeholders placeholdersOf(const Model::Service& service)
{
    return {{QStringLiteral("service"), service.code},
            {QStringLiteral("noeud"), service.node},
            {QStringLiteral("offre"), service.offer},
            {QStringLiteral("convention"), service.convention}};
}

VetoEffect readEffect(const ModelJson& json)
{
    const QString code = json.text("effect");
    for (const VetoEffect effect : {VetoEffect::Liftable, VetoEffect::Blocking, VetoEffect::Suspensive})
        if (effectCode(effect) == code) return effect;
    json.fault("model.unknown_effect", {code});
    return VetoEffect::Liftable;
}

/// A condition that must be there.
ExpressionPtr condition(const ModelJson& json, const char* key, const Placeholders& placeholders = {})
{
    return json.at(key).asExpression(placeholders);
}

void readVetoes(const ModelJson& json, Model::Private& model)
{
    for (const ModelJson& item : json.items()) {
        VetoRule veto{item.text("code"), item.text("label"), {}};
        for (const ModelJson& clause : item.at("clauses").items())
            veto.clauses.push_back({readEffect(clause), clause.text("reason"), condition(clause, "when")});
        model.vetoes.push_back(std::move(veto));
    }
}

StatusRule readStatus(const ModelJson& json, const Placeholders& placeholders = {})
{
    return {json.text("status"), json.text("reason", false), json.expression("when", placeholders),
            json.expression("provisional", placeholders)};
}

void readStatuses(const ModelJson& json, Model::Private& model)
{
    model.outOfScope = readStatus(json.at("out_of_scope"));
    if (!model.outOfScope.when) json.at("out_of_scope").fault("model.missing_member");
    for (size_t s = 0; s < ServiceCount; ++s)
        for (const ModelJson& rule : json.at("service").items())
            model.serviceStatus[s].push_back(readStatus(rule, placeholdersOf(model.services[s])));
    for (const ModelJson& rule : json.at("actor").items())
        model.actorStatus.push_back(readStatus(rule));
}

std::vector<CriterionRule> readCriteria(const ModelJson& json)
{
    std::vector<CriterionRule> criteria;
    for (const ModelJson& item : json.items())
        criteria.push_back(
            {item.text("code"), item.text("label"), condition(item, "when"), item.expression("unknown")});
    return criteria;
}

ConstraintRule readConstraint(const ModelJson& json, const Model::Private& model)
{
    ConstraintRule constraint{
        json.text("code"), json.text("label"), {}, json.expression("one_actor"), json.expression("distinct")};
    if (json.has("each_service"))
        for (size_t s = 0; s < ServiceCount; ++s)
            constraint.eachService[s] = condition(json, "each_service", placeholdersOf(model.services[s]));
    if (!constraint.oneActor && !constraint.distinct && !constraint.eachService[0])
        json.fault("model.empty_constraint", {constraint.code});
    return constraint;
}

void readTrio(const ModelJson& json, Model::Private& model)
{
    const ModelJson objective = json.at("objective");
    model.trio = {objective.number("mean"), objective.number("coverage"), objective.number("territory")};
    for (size_t s = 0; s < ServiceCount; ++s)
        model.withheld[s] =
            json.at("withheld_service").expression(model.services[s].code.toUtf8().constData());
    model.national = condition(json, "national");
    for (const ModelJson& item : json.at("constraints").items())
        model.constraints.push_back(readConstraint(item, model));
}

} // namespace

void readRules(const ModelJson& json, Model::Private& model)
{
    readVetoes(json.at("vetoes"), model);
    readStatuses(json.at("status"), model);
    const ModelJson selection = json.at("selection");
    model.knownBeforeVisit = selection.at("preselection").at("rules_known").asTexts();
    model.preselection = readCriteria(selection.at("preselection").at("criteria"));
    model.eligibility = readCriteria(selection.at("eligibility").at("criteria"));
    readTrio(selection.at("trio"), model);
}

} // namespace assessment
