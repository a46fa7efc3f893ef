#include "assessment/model.h"
#include "questionnaire/expression/expression.h"

#include <QDateTime>

#include <mutex>

namespace assessment {
namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Expression;
using questionnaire::ExprValue;
using questionnaire::Form;
using questionnaire::Question;
using questionnaire::QuestionType;

/// How a condition of the form reads an answer: what is not known is the empty string, "nsp" its own text.
QString conditionText(const Answer& answer)
{
    if (answer.state == AnswerState::DontKnow) return QStringLiteral("nsp");
    return answer.isKnown() ? answer.value : QString();
}

class ConditionScope final : public questionnaire::ExpressionScope
{
public:
    explicit ConditionScope(const Answers& answers) : m_answers(answers) {}

    ExprValue read(const QString& name) const override
    {
        if (const auto* rows = m_answers.rows(name)) {
            QStringList list;
            for (const questionnaire::Row& row : *rows)
                list << row.uid;
            return list;
        }
        return conditionText(m_answers.at(name));
    }
    std::optional<std::vector<ExprValue>> readRows(const QString& repeat, const QString& name) const override
    {
        const auto* rows = m_answers.rows(repeat);
        if (!rows) return std::nullopt;
        std::vector<ExprValue> values;
        for (const questionnaire::Row& row : *rows)
            values.emplace_back(conditionText(row.answers.at(name)));
        return values;
    }
    QString stateOf(const QString& name) const override
    {
        return questionnaire::stateCode(m_answers.at(name).state);
    }
    // Scope is decided by the answers alone, so that the same record gives the same scores on any day.
    QDateTime now() const override
    {
        return QDate::fromString(conditionText(m_answers.at(QStringLiteral("ent_date"))), Qt::ISODate)
            .startOfDay();
    }

private:
    const Answers& m_answers;
};

/// The conditions of a form, compiled. Equal conditions share one expression.
struct Conditions
{
    QStringList texts;                                       ///< beside the questions of the form
    std::vector<std::shared_ptr<const Expression>> compiled; ///< nullptr: always in scope

    explicit Conditions(const Form& form)
    {
        QHash<QString, std::shared_ptr<const Expression>> known;
        for (const Question& question : form.questions) {
            texts << question.relevant;
            std::shared_ptr<const Expression>& expression = known[question.relevant];
            questionnaire::ExpressionError error;
            if (!expression && !question.relevant.isEmpty())
                expression = Expression::compile(question.relevant, error);
            compiled.push_back(expression);
        }
    }

    bool areOf(const Form& form) const
    {
        if (form.questions.size() != compiled.size()) return false;
        for (size_t i = 0; i < compiled.size(); ++i)
            if (form.questions[i].relevant != texts[static_cast<qsizetype>(i)]) return false;
        return true;
    }
};

/// Compiled once per form, for all threads. A form is known by its address and then checked by its
/// conditions, since another form may come to live at the same address.
std::shared_ptr<const Conditions> conditionsOf(const Form& form)
{
    static std::mutex mutex;
    static QHash<const Form*, std::shared_ptr<const Conditions>> cache;
    constexpr qsizetype Most = 16;
    const std::lock_guard lock(mutex);
    std::shared_ptr<const Conditions> found = cache.value(&form);
    if (found && found->areOf(form)) return found;
    if (cache.size() >= Most) cache.clear();
    found = std::make_shared<const Conditions>(form);
    cache.insert(&form, found);
    return found;
}

bool isRepeatOrGroup(const Question& question)
{
    return question.type == QuestionType::Group || question.type == QuestionType::Repeat;
}

void drop(Answers& answers, const Question& question)
{
    if (question.type == QuestionType::Repeat) answers.removeRepeat(question.name);
    answers.remove(question.name);
}

} // namespace

Answers inScope(const Form& form, const questionnaire::RecordAnswers& record)
{
    const std::shared_ptr<const Conditions> conditions = conditionsOf(form);
    Answers answers = questionnaire::unite(record);
    const ConditionScope scope(answers);
    std::vector<bool> closed(form.questions.size());
    std::vector<bool> inRepeat(form.questions.size());
    for (size_t i = 0; i < form.questions.size(); ++i) {
        const Question& question = form.questions[i];
        const auto parent = static_cast<size_t>(question.parent);
        if (question.parent >= 0) {
            closed[i] = closed[parent];
            inRepeat[i] = inRepeat[parent] || form.questions[parent].type == QuestionType::Repeat;
        }
        if (inRepeat[i]) continue; // rows are not filtered, and go with their repeat
        const bool holdsAnswer = isRepeatOrGroup(question) || answers.contains(question.name);
        if (!holdsAnswer) continue;
        const auto& condition = conditions->compiled[i];
        if (!closed[i] && condition) closed[i] = !questionnaire::toBoolean(condition->evaluate(scope));
        if (closed[i]) drop(answers, question);
    }
    return answers;
}

} // namespace assessment
