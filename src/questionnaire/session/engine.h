#pragma once
#include "questionnaire/session.h"
#include "questionnaire/session/compiled_form.h"

namespace questionnaire {

/// Where an expression stands: in a passage (empty: the actor, who sees the united passages) and in a row.
struct Standpoint
{
    QString passage, row;
    int repeat = -1; ///< question index of the repeat the row belongs to
};

/// A question as it exists once: per passage and per row.
struct Instance
{
    int question = -1;
    QString passage, row;
    bool operator==(const Instance&) const = default;
};
size_t qHash(const Instance& instance, size_t seed = 0);

/// Answers of a record seen through a form: what each field reads, whether it is relevant, and its status.
/// All is computed when asked and remembered until forgotten.
class Engine
{
public:
    Engine(std::shared_ptr<const Form> form, RecordAnswers record, const base::Clock& clock);

    const Form& form() const { return *m_compiled->form; }
    const CompiledForm& compiled() const { return *m_compiled; }
    const RecordAnswers& record() const { return m_record; }
    RecordAnswers& record() { return m_record; }
    const base::Clock& clock() const { return m_clock; }

    bool isRelevant(const Instance& instance) const;
    FieldStatus status(const Instance& instance) const;
    FieldStatus evaluate(const Instance& instance, const Answer& answer) const;
    std::vector<Choice> choices(const Instance& instance) const;
    /// What an expression of the form gives where an instance stands, as clients write it: what is no number
    /// is nothing.
    ExprValue result(const CompiledForm::Compiled& expression, const Instance& instance) const;

    /// Answer stored, united when the instance is a passage question of no passage; never nullptr.
    const Answer& answerOf(const Instance& instance) const;
    /// Answer as a condition sees it: out of scope when it is not relevant.
    Answer seenFrom(const Standpoint& from, const QString& name) const;
    ExprValue read(const Standpoint& from, const QString& name) const;
    std::optional<std::vector<ExprValue>> readRows(const Standpoint& from, int repeat,
                                                   const QString& name) const;
    int rowPosition(const Standpoint& from) const;

    Standpoint standpointOf(const Instance& instance) const;
    /// Every instance of a question in the passages and rows that exist.
    std::vector<Instance> instancesOf(int question) const;
    /// Answers a question lives in; nullptr when the passage or the row does not exist.
    Answers* container(const Instance& instance);
    const std::vector<Row>* rowsOf(int repeat, const QString& passage) const;

    void forget(const std::vector<Instance>& instances);
    /// Unites the passages again, after one of them changed.
    void reunite() { m_united = unite(m_record); }

private:
    const Answers* scalars(const Question& question, const QString& passage) const;
    Instance target(const Standpoint& from, int question) const;
    ExprValue valueOf(const Instance& instance, const Answer& answer) const;
    ExprValue calculated(const Instance& instance) const;
    ExprValue textOf(const Row& row, int repeat) const;
    bool computeRelevance(const Instance& instance) const;
    bool holds(const CompiledForm::Compiled& expression, const Instance& instance, const Answer* self) const;
    void judge(FieldStatus& status, const Instance& instance, const Answer& answer) const;
    bool isDocumentary() const;

    std::shared_ptr<const CompiledForm> m_compiled;
    RecordAnswers m_record;
    Answers m_united;
    const base::Clock& m_clock;
    mutable QHash<Instance, bool> m_relevance;
    mutable QHash<Instance, FieldStatus> m_statuses;
    mutable QHash<Instance, ExprValue> m_calculated;
};

/// Text of an answer in a condition: nothing when it is not known, "nsp" its own text.
QString conditionText(const Answer& answer);

} // namespace questionnaire
