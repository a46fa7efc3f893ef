#pragma once
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace questionnaire {

/// The six states of an answer. They are distinct everywhere: zero, unknown and not applicable are three
/// different things.
enum class AnswerState : quint8 {
    NotAsked,      ///< non_pose: still to be asked (also: nothing stored)
    Value,         ///< answered, zero and "none of these" included
    DontKnow,      ///< nsp
    Refused,       ///< refus
    NotApplicable, ///< na, declared
    OutOfScope     ///< hors_champ: skipped by relevance; the value is kept but never exported or scored
};

/// Stable codes used in files and on the command line: non_pose, value, nsp, refus, na, hors_champ.
QString stateCode(AnswerState state);
/// Inverse of stateCode; NotAsked for an unknown code.
AnswerState stateFromCode(const QString& code);

/// One answer. Values are XForms text: integers and decimals with '.', dates ISO, select_multiple as codes
/// separated by one space (empty = "none of these", confirmed), geopoint "lat lon alt acc".
struct Answer
{
    AnswerState state = AnswerState::NotAsked;
    QString value;

    static Answer of(QString text) { return {AnswerState::Value, std::move(text)}; }
    static Answer inState(AnswerState state) { return {state, {}}; }
    bool isKnown() const { return state == AnswerState::Value; }
    /// Codes of a select_multiple.
    QStringList codes() const { return value.split(u' ', Qt::SkipEmptyParts); }
    bool operator==(const Answer&) const = default;
};

struct Row;

/// Answers by question code, and rows by repeat code. A repeat that is absent is "not asked"; present and
/// empty is "none". Plain value type.
class Answers
{
public:
    /// NotAsked when nothing is stored.
    const Answer& at(const QString& question) const;
    bool contains(const QString& question) const { return m_cells.contains(question); }
    void set(const QString& question, const Answer& answer) { m_cells.insert(question, answer); }
    void remove(const QString& question) { m_cells.remove(question); }
    const QHash<QString, Answer>& cells() const { return m_cells; }

    /// nullptr when the repeat was never opened.
    const std::vector<Row>* rows(const QString& repeat) const;
    std::vector<Row>& rowsOf(const QString& repeat) { return m_repeats[repeat]; }
    const QHash<QString, std::vector<Row>>& repeats() const { return m_repeats; }
    void removeRepeat(const QString& repeat) { m_repeats.remove(repeat); }

private:
    QHash<QString, Answer> m_cells;
    QHash<QString, std::vector<Row>> m_repeats;
};

/// One row of a repeat, with its stable identity.
struct Row
{
    QString uid;
    Answers answers;
};

/// One collection session (passage): section 1 of the instrument, answered once per session.
struct Passage
{
    QString uid;
    Answers answers;
};

/// All that is known on one actor.
struct RecordAnswers
{
    Answers actor;
    std::vector<Passage> passages; ///< in order of creation
};

/// Actor answers with the passages united as scoring_model § 15.2 and questionnaire § 1 fix it: latest
/// ent_date, most complete ent_mode, last consents among OSC and institution sessions, withdrawals winning.
Answers unite(const RecordAnswers& record);

} // namespace questionnaire
