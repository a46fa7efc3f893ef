#include "assessment/model_data.h"
#include "assessment/model_reader.h"
#include "base/resources.h"

#include <cassert>

namespace assessment {

Model::Model(std::unique_ptr<Private> d) : m_d(std::move(d)) {}

Model::~Model() = default;

std::shared_ptr<const Model> Model::load(const QByteArray& json, base::Issues& issues)
{
    std::unique_ptr<Private> data = readModel(json, issues);
    if (!data) return nullptr;
    return std::shared_ptr<const Model>(new Model(std::move(data)));
}

std::shared_ptr<const Model> Model::standard()
{
    base::Issues issues;
    auto model = load(base::resource(QStringLiteral("assessment/osc-2014.json")), issues);
    assert(model && "the model shipped with the program is valid");
    return model;
}

QString Model::version() const
{
    return m_d->version;
}

QString Model::digest() const
{
    return m_d->digest;
}

const std::vector<Model::Indicator>& Model::indicators() const
{
    return m_d->indicators;
}

const Model::Indicator* Model::indicator(const QString& code) const
{
    const auto found = m_d->indicatorIndex.constFind(code);
    return found == m_d->indicatorIndex.constEnd() ? nullptr : &m_d->indicators[static_cast<size_t>(*found)];
}

const std::vector<Model::Node>& Model::dimensions() const
{
    return m_d->dimensions;
}

const Model::Node* Model::node(const QString& code) const
{
    const auto found = m_d->nodeIndex.constFind(code);
    return found == m_d->nodeIndex.constEnd() ? nullptr : &m_d->nodes[static_cast<size_t>(*found)];
}

const std::array<Model::Service, ServiceCount>& Model::services() const
{
    return m_d->services;
}

QString Model::vetoLabel(const QString& code) const
{
    for (const VetoRule& veto : m_d->vetoes)
        if (veto.code == code) return veto.label;
    return {};
}

QString Model::criterionLabel(const QString& code) const
{
    for (const auto* criteria : {&m_d->preselection, &m_d->eligibility})
        for (const CriterionRule& criterion : *criteria)
            if (criterion.code == code) return criterion.label;
    for (const ConstraintRule& constraint : m_d->constraints)
        if (constraint.code == code) return constraint.label;
    return {};
}

double Model::threshold(const QString& name) const
{
    assert(m_d->thresholds.contains(name));
    return m_d->thresholds.value(name);
}

const std::vector<Model::Need>& Model::trainingNeeds() const
{
    return m_d->training;
}

const std::vector<Model::Need>& Model::practiceNeeds() const
{
    return m_d->practices;
}

} // namespace assessment
