#pragma once
#include "base/clock.h"
#include "questionnaire/values/answer.h"
#include "questionnaire/values/form.h"

#include <memory>
#include <optional>

namespace questionnaire {

/// True for what somebody is asked: not what groups, tells or computes.
bool isAsked(const Question& question);
/// True for what always shows the result of its calculation. One that waits for a trigger is an answer, which
/// the trigger writes.
bool isCalculated(const Question& question);
/// True for what shows an answer or a result: what is asked, and the calculations that a person sees.
bool isShown(const Question& question);

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

/// True for what is never stored from a person: a wrong type, a choice out of the list, a broken constraint.
/// What is required and missing is only to do.
bool isRefusal(FieldStatus::Problem problem);

/// Counts of a section for the tree.
struct SectionCount
{
    int inScope = 0, filled = 0, hidden = 0, errors = 0, toDo = 0 /**< required and not asked */;
    bool closed = false; ///< the section itself is out of scope
};

/// An answer that the form gives by itself.
struct Assignment
{
    FieldPath path;
    Answer answer;
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

    /// What the form writes by itself is asked for by the caller, who stores it. Each call puts it in the
    /// session and returns it. What the form would refuse from a person (type, list, constraint) is left out.
    /// A default goes to a question that nobody answered, of a new actor (no passage), passage or row; a
    /// default that reads others sees those before it. `start` and `today` are the clock's.
    std::vector<Assignment> setDefaults(const QString& passage = {}, const QString& repeat = {},
                                        const QString& row = {});
    /// The calculations that wait for an answer to this question, its own row's if they are in one, else
    /// every row's. As in XForms, what they write sets nothing off.
    std::vector<Assignment> setTriggered(const FieldPath& path);
    /// Rows that repeat_count wants, 0 to 10,000 (0 when it cannot be worked out); nothing when the repeat is
    /// free, or hidden: it keeps its rows.
    std::optional<int> wantedRows(const QString& repeat, const QString& passage) const;
    int rowCount(const QString& repeat, const QString& passage) const;
    /// Rows at the end of a repeat, beyond those wanted, in which nobody answered anything: they may go.
    QStringList blankRowsBeyond(const QString& repeat, const QString& passage, int wanted) const;
    /// A text of the form as it reads at a field: each ${name} with the answer it names.
    QString worded(const QString& text, const FieldPath& at) const;

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
