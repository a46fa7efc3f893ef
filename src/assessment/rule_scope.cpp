#include "assessment/rule_scope.h"

namespace assessment {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::ExprValue;
using questionnaire::Missing;
using questionnaire::QuestionType;

namespace {

bool isDontKnow(const Answer& answer)
{
    return answer.state == AnswerState::DontKnow || answer.value == u"nsp";
}

} // namespace

std::optional<Missing> RuleScope::lack(const QString& name) const
{
    if (m_answers.rows(name)) return std::nullopt;
    const Answer& answer = m_answers.at(name);
    if (answer.state == AnswerState::NotApplicable) return Missing::NotApplicable;
    if (!answer.isKnown() || isDontKnow(answer)) return Missing::Unknown;
    return std::nullopt;
}

ExprValue RuleScope::missing(Missing why, ExprValue otherwise) const
{
    return m_reading == Reading::Strict ? ExprValue(why) : std::move(otherwise);
}

ExprValue RuleScope::typed(const QString& name, const QString& text) const
{
    const auto found = m_form ? m_form->index.constFind(name) : QHash<QString, int>::const_iterator();
    if (!m_form || found == m_form->index.constEnd()) return text;
    switch (m_form->questions[static_cast<size_t>(*found)].type) {
    case QuestionType::Integer:
    case QuestionType::Decimal:
    case QuestionType::Range: {
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        return isNumber ? ExprValue(number) : missing(Missing::Unknown, QString());
    }
    case QuestionType::Date:
        return QDate::fromString(text, Qt::ISODate).isValid() ? ExprValue(text)
                                                              : missing(Missing::Unknown, QString());
    default:
        return text;
    }
}

ExprValue RuleScope::read(const QString& name) const
{
    if (const auto why = lack(name)) return missing(*why, QString());
    return typed(name, m_answers.at(name).value);
}

std::optional<std::vector<ExprValue>> RuleScope::readRows(const QString& repeat, const QString& name) const
{
    const std::vector<questionnaire::Row>* rows = m_answers.rows(repeat);
    if (!rows) return std::nullopt;
    std::vector<ExprValue> values;
    for (const questionnaire::Row& row : *rows) {
        const Answer& answer = row.answers.at(name);
        const bool known = answer.isKnown() && !isDontKnow(answer);
        values.push_back(known ? ExprValue(answer.value) : missing(Missing::Unknown, QString()));
    }
    return values;
}

QString RuleScope::stateOf(const QString& name) const
{
    return questionnaire::stateCode(m_answers.at(name).state);
}

// The rules count time from the session, never from today: the same answers give the same scores for ever.
QDateTime RuleScope::now() const
{
    return m_soFar.reference.startOfDay();
}

bool holds(const std::shared_ptr<const questionnaire::Expression>& condition, const RuleScope& scope)
{
    return questionnaire::toBoolean(condition->evaluate(scope));
}

} // namespace assessment
