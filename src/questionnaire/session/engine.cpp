#include "questionnaire/session/engine.h"

#include "questionnaire/session/standpoint_scope.h"
#include "questionnaire/session/value_check.h"

#include <cmath>

namespace questionnaire {

namespace {

const Answer& notAsked()
{
    static const Answer answer;
    return answer;
}

const Passage* passageOf(const RecordAnswers& record, const QString& uid)
{
    for (const Passage& passage : record.passages)
        if (passage.uid == uid) return &passage;
    return nullptr;
}

const Row* rowOf(const std::vector<Row>* rows, const QString& uid)
{
    if (rows)
        for (const Row& row : *rows)
            if (row.uid == uid) return &row;
    return nullptr;
}

bool isSelect(QuestionType type)
{
    return type == QuestionType::SelectOne || type == QuestionType::SelectMultiple ||
           type == QuestionType::Rank;
}

// Nothing written is no answer, except for choices where "none of these" was confirmed.
bool isAnswered(const Question& question, const Answer& answer)
{
    if (answer.state == AnswerState::NotAsked) return false;
    const bool mayBeEmpty = question.type == QuestionType::SelectMultiple;
    return answer.state != AnswerState::Value || mayBeEmpty || !answer.value.isEmpty();
}

} // namespace

QString conditionText(const Answer& answer)
{
    if (answer.state == AnswerState::DontKnow) return QStringLiteral("nsp");
    return answer.isKnown() ? answer.value : QString();
}

size_t qHash(const Instance& instance, size_t seed)
{
    return qHashMulti(seed, instance.question, instance.passage, instance.row);
}

Engine::Engine(std::shared_ptr<const Form> form, RecordAnswers record, const base::Clock& clock)
    : m_compiled(compiledForm(form)), m_record(std::move(record)), m_united(unite(m_record)), m_clock(clock)
{
}

const Answers* Engine::scalars(const Question& question, const QString& passage) const
{
    if (question.scope == Scope::Actor) return &m_record.actor;
    if (passage.isEmpty()) return &m_united;
    const Passage* found = passageOf(m_record, passage);
    return found ? &found->answers : nullptr;
}

const std::vector<Row>* Engine::rowsOf(int repeat, const QString& passage) const
{
    const Question& question = form().questions[size_t(repeat)];
    const Answers* answers = scalars(question, passage);
    return answers ? answers->rows(question.name) : nullptr;
}

const Answer& Engine::answerOf(const Instance& instance) const
{
    const Question& question = form().questions[size_t(instance.question)];
    if (!instance.row.isEmpty()) {
        const Row* row = rowOf(rowsOf(form().repeatOf(instance.question), instance.passage), instance.row);
        return row ? row->answers.at(question.name) : notAsked();
    }
    const Answers* answers = scalars(question, instance.passage);
    return answers ? answers->at(question.name) : notAsked();
}

Answers* Engine::container(const Instance& instance)
{
    const Question& question = form().questions[size_t(instance.question)];
    Answers* answers = &m_record.actor;
    if (question.scope == Scope::Passage) {
        const Passage* passage = passageOf(m_record, instance.passage);
        if (!passage) return nullptr;
        answers = const_cast<Answers*>(&passage->answers);
    }
    const int repeat = form().repeatOf(instance.question);
    if (repeat < 0) return answers;
    const QString& name = form().questions[size_t(repeat)].name;
    if (!answers->rows(name)) return nullptr;
    for (Row& row : answers->rowsOf(name))
        if (row.uid == instance.row) return &row.answers;
    return nullptr;
}

Standpoint Engine::standpointOf(const Instance& instance) const
{
    return {instance.passage, instance.row, form().repeatOf(instance.question)};
}

// The instance of a question that an expression standing there means: its own passage and row if it has them.
Instance Engine::target(const Standpoint& from, int question) const
{
    const bool ofPassage = form().questions[size_t(question)].scope == Scope::Passage;
    const int repeat = form().repeatOf(question);
    return {question, ofPassage ? from.passage : QString(),
            repeat >= 0 && repeat == from.repeat ? from.row : QString()};
}

Answer Engine::seenFrom(const Standpoint& from, const QString& name) const
{
    const int question = form().index.value(name, -1);
    if (question < 0) return {};
    const Instance instance = target(from, question);
    const Answer& answer = answerOf(instance);
    return isRelevant(instance) ? answer : Answer{AnswerState::OutOfScope, answer.value};
}

ExprValue Engine::read(const Standpoint& from, const QString& name) const
{
    const int question = form().index.value(name, -1);
    if (question < 0) return QString();
    const Instance instance = target(from, question);
    const bool isRepeat = form().questions[size_t(question)].type == QuestionType::Repeat;
    const int repeat = isRepeat ? question : form().repeatOf(question);
    if (repeat >= 0 && instance.row.isEmpty()) {
        QStringList texts;
        if (const auto rows = readRows(from, repeat, name))
            for (const ExprValue& value : *rows)
                texts << toText(value);
        return texts;
    }
    return m_compiled->calculation[size_t(question)] ? calculated(instance)
                                                     : valueOf(instance, answerOf(instance));
}

ExprValue Engine::valueOf(const Instance& instance, const Answer& answer) const
{
    return isRelevant(instance) ? conditionText(answer) : QString();
}

// Remembered: sums of sums would otherwise be worked out once for each way that leads to them.
ExprValue Engine::calculated(const Instance& instance) const
{
    if (const auto known = m_calculated.constFind(instance); known != m_calculated.constEnd()) return *known;
    ExprValue value = QString();
    if (isRelevant(instance)) value = result(m_compiled->calculation[size_t(instance.question)], instance);
    m_calculated.insert(instance, value);
    return value;
}

std::optional<std::vector<ExprValue>> Engine::readRows(const Standpoint& from, int repeat,
                                                       const QString& name) const
{
    const Instance whole = target(from, repeat);
    const std::vector<Row>* rows = rowsOf(repeat, whole.passage);
    if (!rows || !isRelevant(whole)) return std::nullopt;
    const int question = form().index.value(name, -1);
    const bool inRow = question >= 0 && form().repeatOf(question) == repeat;
    const bool isCalculated = inRow && m_compiled->calculation[size_t(question)];
    std::vector<ExprValue> values;
    values.reserve(rows->size());
    Instance instance = inRow ? target(from, question) : Instance();
    for (const Row& row : *rows) {
        instance.row = row.uid;
        values.push_back(question == repeat ? textOf(row, repeat)
                         : !inRow           ? read({from.passage, row.uid, repeat}, name)
                         : isCalculated     ? calculated(instance)
                                            : valueOf(instance, row.answers.at(name)));
    }
    return values;
}

// A row named as a whole is the text of all it holds.
ExprValue Engine::textOf(const Row& row, int repeat) const
{
    QString text;
    for (size_t i = size_t(repeat) + 1; i < form().questions.size(); ++i) {
        if (form().repeatOf(int(i)) != repeat) break;
        text += conditionText(row.answers.at(form().questions[i].name));
    }
    return text;
}

int Engine::rowPosition(const Standpoint& from) const
{
    const std::vector<Row>* rows = from.repeat < 0 ? nullptr : rowsOf(from.repeat, from.passage);
    const Row* row = rowOf(rows, from.row);
    return row ? int(row - rows->data()) + 1 : 0;
}

ExprValue Engine::result(const CompiledForm::Compiled& expression, const Instance& instance) const
{
    const ExprValue value = expression->evaluate(StandpointScope(*this, standpointOf(instance)));
    const auto* number = std::get_if<double>(&value);
    return number && std::isnan(*number) ? QString() : value;
}

bool Engine::holds(const CompiledForm::Compiled& expression, const Instance& instance,
                   const Answer* self) const
{
    const QString text = self ? conditionText(*self) : QString();
    return toBoolean(expression->evaluate(StandpointScope(*this, standpointOf(instance), text)));
}

bool Engine::computeRelevance(const Instance& instance) const
{
    const int parent = form().questions[size_t(instance.question)].parent;
    if (parent >= 0) {
        // A repeat stands outside its own rows.
        const bool inRow = form().questions[size_t(parent)].type != QuestionType::Repeat;
        if (!isRelevant({parent, instance.passage, inRow ? instance.row : QString()})) return false;
    }
    const auto& condition = m_compiled->relevant[size_t(instance.question)];
    return !condition || holds(condition, instance, nullptr);
}

bool Engine::isRelevant(const Instance& instance) const
{
    if (const auto known = m_relevance.constFind(instance); known != m_relevance.constEnd()) return *known;
    const bool relevant = computeRelevance(instance);
    m_relevance.insert(instance, relevant);
    return relevant;
}

bool Engine::isDocumentary() const
{
    return m_united.at(u"ent_mode"_qs) == Answer::of(u"documentaire"_qs);
}

FieldStatus Engine::status(const Instance& instance) const
{
    if (const auto known = m_statuses.constFind(instance); known != m_statuses.constEnd()) return *known;
    const FieldStatus computed = evaluate(instance, answerOf(instance));
    m_statuses.insert(instance, computed);
    return computed;
}

FieldStatus Engine::evaluate(const Instance& instance, const Answer& answer) const
{
    const size_t index = size_t(instance.question);
    const Question& question = form().questions[index];
    FieldStatus status;
    status.relevant = isRelevant(instance);
    const auto& locked = m_compiled->readOnly[index];
    status.readOnly = question.readOnly || question.type == QuestionType::Note || isCalculated(question) ||
                      (locked && holds(locked, instance, &answer));
    const auto& required = m_compiled->required[index];
    status.required = question.required || (required && holds(required, instance, &answer));
    if (question.scope == Scope::Actor && isDocumentary()) status.required = false;
    if (status.relevant) judge(status, instance, answer);
    return status;
}

void Engine::judge(FieldStatus& status, const Instance& instance, const Answer& answer) const
{
    using Problem = FieldStatus::Problem;
    const Question& question = form().questions[size_t(instance.question)];
    const auto found = [&](Problem problem, const QString& detail) {
        status.problem = problem;
        status.problemDetail = detail;
    };
    if (!isAnswered(question, answer)) {
        if (status.required) found(Problem::Required, {});
        return;
    }
    if (!answer.isKnown() || answer.value.isEmpty()) return;
    if (!hasRightType(question.type, answer.value)) return found(Problem::Type, answer.value);
    if (isSelect(question.type) && form().listOf(question)) {
        const QString unknown = unknownCode(question, choices(instance), answer.value);
        if (!unknown.isEmpty()) return found(Problem::Choice, unknown);
    }
    const QString bound = brokenBound(question, answer.value);
    if (!bound.isEmpty()) return found(Problem::Constraint, bound);
    const auto& constraint = m_compiled->constraint[size_t(instance.question)];
    if (constraint && !holds(constraint, instance, &answer)) found(Problem::Constraint, question.constraint);
}

std::vector<Choice> Engine::choices(const Instance& instance) const
{
    const Question& question = form().questions[size_t(instance.question)];
    const ChoiceList* list = form().listOf(question);
    if (!list) return {};
    const auto& filter = m_compiled->choiceFilter[size_t(instance.question)];
    if (!filter) return list->choices;
    std::vector<Choice> kept;
    for (const Choice& choice : list->choices)
        if (toBoolean(filter->evaluate(StandpointScope(*this, standpointOf(instance), {}, &choice))))
            kept.push_back(choice);
    return kept;
}

std::vector<Instance> Engine::instancesOf(int question) const
{
    QStringList passages{QString()};
    if (form().questions[size_t(question)].scope == Scope::Passage)
        for (const Passage& passage : m_record.passages)
            passages << passage.uid;
    const int repeat = form().repeatOf(question);
    std::vector<Instance> all;
    for (const QString& passage : passages) {
        if (repeat < 0) {
            all.push_back({question, passage, {}});
            continue;
        }
        if (const std::vector<Row>* rows = rowsOf(repeat, passage))
            for (const Row& row : *rows)
                all.push_back({question, passage, row.uid});
    }
    return all;
}

void Engine::forget(const std::vector<Instance>& instances)
{
    for (const Instance& instance : instances) {
        m_relevance.remove(instance);
        m_statuses.remove(instance);
        m_calculated.remove(instance);
    }
}

} // namespace questionnaire
