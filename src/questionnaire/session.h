#pragma once
#include "base/clock.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <memory>
#include <optional>

namespace questionnaire {

/// True for what somebody is asked: not what groups, tells or computes.
bool isAsked(const Question& question);

/// Where an answer stands in a record: a question, in the actor, in a passage, and possibly in a row.
struct FieldPath
{
    QString question;
    QString passage; ///< uid, empty for actor questions
    QString row;     ///< uid, empty outside repeats
    bool operator==(const FieldPath&) const = default;
};
size_t qHash(const FieldPath& path, size_t seed = 0);

/// What the form says of one field now. Required is a problem only in the sense that something is left to do:
/// a documentary record (ent_mode = documentaire) requires nothing of its actor.
struct FieldStatus
{
    bool relevant = true;
    bool required = false;
    bool readOnly = false;
    enum class Problem : quint8 { None, Constraint, Type, Choice, Required } problem = Problem::None;
    QString problemDetail; ///< the constraint expression, the bad code…, for the message
};

/// Counts of a section for the tree.
struct SectionCount
{
    int inScope = 0, filled = 0, hidden = 0, errors = 0, toDo = 0 /**< required and not asked */;
    bool closed = false; ///< the section itself is out of scope
};

struct Explanation;

/// Why a field is hidden: the smallest false condition, with the answers it read.
struct HiddenReason
{
    QString expression;                            ///< the condition that is false
    std::vector<std::pair<QString, Answer>> reads; ///< questions read, with their present answers
    QString closedBy;                       ///< section or group that closes it; empty: its own condition
    std::shared_ptr<const Explanation> why; ///< the whole condition, part by part
};

/// Live state of one record being entered: relevance, constraints and counts, recomputed incrementally after
/// each answer. Holds its own copy of the answers; knows nothing of storage. The path of a passage question
/// may leave the passage out: the current one is meant. Conditions of actor questions read the united
/// passages, those of passage questions their own passage.
class Session
{
public:
    Session(std::shared_ptr<const Form> form, RecordAnswers record, QString currentPassage,
            const base::Clock& clock);
    ~Session();

    const Form& form() const;
    const RecordAnswers& record() const;
    QString currentPassage() const;
    void setCurrentPassage(const QString& uid);

    const Answer& answer(const FieldPath& path) const;
    FieldStatus status(const FieldPath& path) const;
    /// What a calculated question shows now; empty for others, and while it is hidden.
    QString calculated(const FieldPath& path) const;
    /// Checks a value without storing it (as the user types).
    FieldStatus check(const FieldPath& path, const Answer& answer) const;
    /// Stores an answer; returns the fields whose status changed (relevance, problem), itself included.
    std::vector<FieldPath> set(const FieldPath& path, const Answer& answer);
    /// Rows are created and removed by the caller with ids of the store.
    void addRow(const QString& repeat, const QString& passage, const QString& uid);
    void removeRow(const QString& repeat, const QString& passage, const QString& uid);
    void addPassage(const QString& uid);

    /// `section` is the index of its group in form().questions, as form().sections lists them. Questions of a
    /// passage count for the current one; every row of a repeat counts.
    SectionCount count(int section, bool shortFormOnly = false) const;
    /// Share of the questions in scope that have an answer or a declared state, 0 to 1.
    double completeness() const;
    std::optional<HiddenReason> whyHidden(const FieldPath& path) const;
    /// Choices of a select after its choice filter.
    std::vector<Choice> choices(const FieldPath& path) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace questionnaire
