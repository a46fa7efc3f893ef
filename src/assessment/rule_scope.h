#pragma once
#include "assessment/model.h"
#include "questionnaire/expression/expression.h"

#include <QDateTime>

namespace assessment {

/// What the model's rules read: answers in scope, and what has been computed so far.
///
/// Strict reading is for indicators: an answer that is not known is Missing, and spreads. Lenient reading is
/// for vetoes, statuses and criteria, where what is not known triggers nothing: it reads as the empty string.
class RuleScope final : public questionnaire::ExpressionScope
{
public:
    enum class Reading : quint8 { Strict, Lenient };

    /// `form` may be null: numbers and dates are then not checked. References must outlive the scope.
    RuleScope(const Model& model, const questionnaire::Form* form, const questionnaire::Answers& answers,
              const Assessment& soFar, Reading reading)
        : m_model(model), m_form(form), m_answers(answers), m_soFar(soFar), m_reading(reading)
    {
    }

    questionnaire::ExprValue read(const QString& name) const override;
    std::optional<std::vector<questionnaire::ExprValue>> readRows(const QString& repeat,
                                                                  const QString& name) const override;
    QString stateOf(const QString& name) const override;
    QDateTime now() const override;

    const Model& model() const { return m_model; }
    const questionnaire::Answers& answers() const { return m_answers; }
    const Assessment& soFar() const { return m_soFar; }
    /// Number of priority regions where the actor is present, given by whoever knows them.
    int priorityRegions() const { return m_priorityRegions; }
    void setPriorityRegions(int count) { m_priorityRegions = count; }

    /// Missing in strict reading, `otherwise` in lenient reading.
    questionnaire::ExprValue missing(questionnaire::Missing why, questionnaire::ExprValue otherwise) const;
    /// Why an answer or a repeat is not known; nothing when it is.
    std::optional<questionnaire::Missing> lack(const QString& name) const;

private:
    questionnaire::ExprValue typed(const QString& name, const QString& text) const;

    const Model& m_model;
    const questionnaire::Form* m_form;
    const questionnaire::Answers& m_answers;
    const Assessment& m_soFar;
    Reading m_reading;
    int m_priorityRegions = 0;
};

/// True when the condition is known and true.
bool holds(const std::shared_ptr<const questionnaire::Expression>& condition, const RuleScope& scope);

} // namespace assessment
