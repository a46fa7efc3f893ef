#include "assessment/questions_read.h"

#include "assessment/model_data.h"

#include <QSet>

namespace assessment {
namespace {

class Collector
{
public:
    void add(const QString& name)
    {
        if (!name.isEmpty()) m_names.insert(name.endsWith(u'?') ? name.chopped(1) : name);
    }
    void add(const QStringList& names)
    {
        for (const QString& name : names)
            add(name);
    }
    void add(const ExpressionPtr& expression)
    {
        if (expression) add(expression->references());
    }
    void add(const StatusRule& rule)
    {
        add(rule.when);
        add(rule.provisional);
    }
    void add(const std::vector<CriterionRule>& rules)
    {
        for (const CriterionRule& rule : rules) {
            add(rule.when);
            add(rule.unknown);
        }
    }
    void add(const IndicatorRule& rule)
    {
        add(rule.notApplicable);
        add(rule.required);
        add(rule.of);
    }

    QStringList sorted() const
    {
        QStringList names = m_names.values();
        names.sort();
        return names;
    }

private:
    QSet<QString> m_names;
};

} // namespace

QStringList questionsRead(const Model& model)
{
    const Model::Private& d = model.d();
    Collector all;
    all.add(QStringList{d.documents, d.observations});
    for (const Model::Indicator& indicator : d.indicators)
        all.add(indicator.inputs);
    for (const IndicatorRule& rule : d.rules)
        all.add(rule);
    for (const Model::Service& service : d.services)
        all.add(QStringList{service.offer, service.convention});
    for (const VetoRule& veto : d.vetoes)
        for (const VetoClause& clause : veto.clauses)
            all.add(clause.when);
    all.add(d.outOfScope);
    for (const auto& rules : d.serviceStatus)
        for (const StatusRule& rule : rules)
            all.add(rule);
    for (const StatusRule& rule : d.actorStatus)
        all.add(rule);
    all.add(d.preselection);
    all.add(d.eligibility);
    for (const ExpressionPtr& expression : d.withheld)
        all.add(expression);
    all.add(d.national);
    for (const ConstraintRule& constraint : d.constraints) {
        for (const ExpressionPtr& expression : constraint.eachService)
            all.add(expression);
        all.add(constraint.oneActor);
        all.add(constraint.distinct);
    }
    return all.sorted();
}

} // namespace assessment
