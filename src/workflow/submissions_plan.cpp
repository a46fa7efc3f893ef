#include "workflow/submissions_plan.h"

#include "base/text.h"
#include "workflow/study.h"

namespace workflow {

using dossier::entity::Passage;
using dossier::entity::Record;
using exchange::Submission;
using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Question;
using questionnaire::Row;

namespace {

const QString Cause = QStringLiteral("submissions");
const QString NameQuestion = QStringLiteral("id_nom_fr");
constexpr size_t MostProblems = 100;

QString identityOf(const Answers& answers)
{
    for (const QString& question : {NameQuestion, QStringLiteral("id_sigle")})
        if (answers.at(question).isKnown()) return base::foldedWords(answers.at(question).value).join(u' ');
    return {};
}

QString cellKey(const QString& type, const QString& entity, const QString& question)
{
    return type == Record ? question : question + u'@' + entity;
}

bool sameCells(const Answers& a, const Answers& b)
{
    return a.cells() == b.cells();
}

} // namespace

SubmissionPlanner::SubmissionPlanner(const Study& study)
    : m_study(study), m_remembered(rememberedSubmissions(study))
{
    index();
}

void SubmissionPlanner::index()
{
    m_study.dossier().forEachRecord(
        [&](const dossier::RecordSummary& summary, questionnaire::RecordAnswers&& answers) {
            m_knownRecords.insert(summary.id);
            const QString name = identityOf(answers.actor);
            if (!name.isEmpty() && !m_byName.contains(name)) m_byName.insert(name, summary.id);
            for (const questionnaire::Passage& passage : answers.passages) {
                m_recordOf.insert(passage.uid, summary.id);
                m_passages.insert(QStringLiteral("uuid:") + passage.uid, passage.uid);
                const auto known = m_remembered.constFind(passage.uid);
                if (known == m_remembered.cend()) continue;
                m_passages.insert(known->instance, passage.uid);
                if (!known->actor.isEmpty()) m_byActor.insert(known->actor, summary.id);
            }
        });
}

questionnaire::RecordAnswers& SubmissionPlanner::record(const QString& id)
{
    const auto known = m_plan.after.find(id);
    if (known != m_plan.after.end()) return *known;
    m_plan.touched << id;
    return *m_plan.after.insert(id, m_knownRecords.contains(id) ? m_study.dossier().answers(id)
                                                                : questionnaire::RecordAnswers());
}

const questionnaire::Form& SubmissionPlanner::formOf(const QString& id) const
{
    return *m_study.formOf(id);
}

const QHash<QString, dossier::AnswerNote>& SubmissionPlanner::notes(const QString& id) const
{
    const auto known = m_notes.constFind(id);
    if (known != m_notes.cend()) return *known;
    return *m_notes.insert(id, m_knownRecords.contains(id) ? m_study.dossier().notes(id)
                                                           : QHash<QString, dossier::AnswerNote>());
}

Answers& SubmissionPlanner::passageAnswers(const Work& work)
{
    for (questionnaire::Passage& passage : record(work.record).passages)
        if (passage.uid == work.passage) return passage.answers;
    Q_UNREACHABLE();
}

void SubmissionPlanner::tell(Work& work, const char* code, const QString& column,
                             const QStringList& args) const
{
    if (work.line.problems.size() >= MostProblems) return;
    base::Place place = work.submission.place;
    place.column = column;
    work.line.problems.push_back({base::Severity::Warning, QString::fromLatin1(code), place, args});
}

void SubmissionPlanner::add(const Submission& submission, SubmissionLine& line)
{
    line.instance = submission.instanceId;
    line.place = submission.place;
    line.name = submission.answers.at(NameQuestion).value;
    ++m_lines;
    Work work{submission, line, {}, m_passages.value(submission.instanceId), {}, false, {}};
    work.known = !work.passage.isEmpty();
    if (submission.answers.cells().isEmpty() && submission.answers.repeats().isEmpty()) {
        line.action = SubmissionLine::Action::Rejected;
        return tell(work, "submission.empty", {}, {});
    }
    openRecord(work);
    openPassage(work);
    addMetadata(work);
    writeCells(work);
    planFiles(work);
    if (line.name.isEmpty()) line.name = record(work.record).actor.at(NameQuestion).value;
    const bool changed = line.answers > 0 || line.rows > 0 || line.files > 0;
    line.action = !work.known ? SubmissionLine::Action::New
                  : changed   ? SubmissionLine::Action::Update
                              : SubmissionLine::Action::Identical;
    if (!work.known || line.rows > 0 || line.files > 0)
        m_plan.writes.push_back(
            {PlannedWrite::Kind::Remember, {}, work.passage, {}, {}, {}, {}, work.remembered});
    if (!work.known) m_passages.insert(submission.instanceId, work.passage);
}

QString SubmissionPlanner::knownRecord(const Submission& submission) const
{
    const QString passage = m_passages.value(submission.instanceId);
    return passage.isEmpty() ? recordFor(submission) : m_recordOf.value(passage);
}

/// The record of its passage; the one the source names; the one of that name before this import, or made by
/// it for submissions that name no record. Near names are proposed, never merged.
QString SubmissionPlanner::recordFor(const Submission& submission) const
{
    const QString& actor = submission.actor;
    if (m_knownRecords.contains(actor)) return actor;
    if (m_byActor.contains(actor)) return m_byActor.value(actor);
    const QString found = m_byName.value(identityOf(submission.answers));
    return actor.isEmpty() || m_knownRecords.contains(found) ? found : QString();
}

void SubmissionPlanner::openRecord(Work& work)
{
    work.record = knownRecord(work.submission);
    work.line.newActor = work.record.isEmpty() || !m_knownRecords.contains(work.record);
    if (m_knownRecords.contains(work.record)) work.line.actor = work.record;
    if (!work.record.isEmpty()) return;
    work.record = newName();
    m_plan.writes.push_back({PlannedWrite::Kind::Record, Record, work.record, {}, {}});
    const QString name = identityOf(work.submission.answers);
    if (name.isEmpty())
        tell(work, "submission.no_name", {}, {});
    else if (!m_byName.contains(name))
        m_byName.insert(name, work.record);
}

void SubmissionPlanner::openPassage(Work& work)
{
    const Submission& sent = work.submission;
    if (!sent.actor.isEmpty()) m_byActor.insert(sent.actor, work.record);
    const Answer& day = sent.answers.at(QStringLiteral("ent_date"));
    work.date = QDate::fromString(day.isKnown() ? day.value : sent.submitted.left(10), Qt::ISODate);
    if (work.known) {
        work.remembered = m_remembered.value(work.passage);
        if (!work.remembered.instance.isEmpty()) return;
    } else {
        work.passage = newName();
        m_recordOf.insert(work.passage, work.record);
        record(work.record).passages.push_back({work.passage, {}});
        m_plan.writes.push_back({PlannedWrite::Kind::Passage, Record, work.passage, work.record, {}});
    }
    work.remembered = {sent.instanceId, sent.formVersion, sent.submitted, sent.submitter, sent.actor, {}, {}};
}

/// Date and enumerator of a passage, where the form did not ask for them and the server knows.
void SubmissionPlanner::addMetadata(Work& work)
{
    if (work.known) return;
    const auto fill = [&](const QString& question, const QString& value) {
        if (value.isEmpty() || !formOf(work.record).question(question) ||
            work.submission.answers.contains(question))
            return;
        writeCell(work, {Passage, work.passage, &passageAnswers(work)}, question, Answer::of(value));
    };
    fill(QStringLiteral("ent_date"), work.date.toString(Qt::ISODate));
    fill(QStringLiteral("ent_enqueteur"), work.submission.submitter);
}

void SubmissionPlanner::writeCells(Work& work)
{
    const Answers& sent = work.submission.answers;
    tellOfUnheld(work, sent);
    for (const Question& question : formOf(work.record).questions) {
        const bool passage = question.scope == questionnaire::Scope::Passage;
        if (question.type == questionnaire::QuestionType::Repeat) {
            if (const auto* rows = sent.rows(question.name)) writeRepeat(work, question.name, *rows);
        } else if (sent.contains(question.name)) {
            const Target target = passage ? Target{Passage, work.passage, &passageAnswers(work)}
                                          : Target{Record, work.record, &record(work.record).actor};
            writeCell(work, target, question.name, sent.at(question.name));
        }
    }
}

/// Two submissions may turn out to be of one record when they are compared, after they were read.
void SubmissionPlanner::tellOfUnheld(Work& work, const Answers& sent) const
{
    const questionnaire::Form& form = formOf(work.record);
    QStringList names = sent.cells().keys() + sent.repeats().keys();
    names.removeIf([&](const QString& name) { return form.question(name); });
    names.sort();
    if (!names.isEmpty())
        tell(work, "submission.not_in_version", {}, {names.join(QStringLiteral(", ")), form.version});
    for (const std::vector<Row>& rows : sent.repeats())
        for (const Row& row : rows)
            tellOfUnheld(work, row.answers);
}

void SubmissionPlanner::writeCell(Work& work, const Target& target, const QString& question,
                                  const Answer& answer)
{
    if (!formOf(work.record).question(question)) return; // told
    const Answer present = target.answers->at(question);
    if (present == answer) return;
    const bool empty = present.state == AnswerState::NotAsked;
    if (!empty && !mayReplace(work, target, question)) {
        ++work.line.kept;
        const questionnaire::Form& form = formOf(work.record);
        const Question* its = form.question(question);
        return tell(work, "submission.kept", question, {its->label, form.display(*its, present.value)});
    }
    ++work.line.answers;
    m_written.insert(target.entity + u'/' + question, work.date);
    target.answers->set(question, answer);
    const QString source = target.type == Passage ? QString() : work.passage;
    m_plan.writes.push_back(
        {PlannedWrite::Kind::Answer, target.type, target.entity, {}, question, answer, source});
}

/// What this submission said and nobody changed since is its own to change. What another passage said gives
/// way to a later one.
bool SubmissionPlanner::mayReplace(const Work& work, const Target& target, const QString& question) const
{
    const auto written = m_written.constFind(target.entity + u'/' + question);
    if (written != m_written.cend()) // by another submission of this import: the later one stands
        return !written->isValid() || !work.date.isValid() || work.date >= *written;
    const QString key = cellKey(target.type, target.entity, question);
    const QString source = target.type == Passage ? work.passage : notes(work.record).value(key).source;
    if (source != work.passage) {
        const QDate other = dateOf(work.record, source);
        return work.date.isValid() && (!other.isValid() || work.date >= other) && !source.isEmpty();
    }
    const std::vector<dossier::HistoryEntry> history =
        m_study.dossier().history(work.record, QStringLiteral("q:") + key);
    return !history.empty() && history.back().cause == Cause;
}

QDate SubmissionPlanner::dateOf(const QString& id, const QString& passage) const
{
    const auto known = m_plan.after.constFind(id);
    if (known == m_plan.after.cend()) return {};
    for (const questionnaire::Passage& one : known->passages)
        if (one.uid == passage)
            return QDate::fromString(one.answers.at(QStringLiteral("ent_date")).value, Qt::ISODate);
    return {};
}

void SubmissionPlanner::writeRepeat(Work& work, const QString& repeat, const std::vector<Row>& rows)
{
    const Question* question = formOf(work.record).question(repeat);
    const bool ofPassage = question->scope == questionnaire::Scope::Passage;
    Answers& owner = ofPassage ? passageAnswers(work) : record(work.record).actor;
    const QString type = ofPassage ? Passage : Record, entity = ofPassage ? work.passage : work.record;
    if (!owner.rows(repeat)) {
        owner.rowsOf(repeat);
        if (rows.empty()) {
            ++work.line.answers;
            m_plan.writes.push_back({PlannedWrite::Kind::OpenRepeat, type, entity, {}, repeat});
        }
    }
    std::vector<Row>& present = owner.rowsOf(repeat);
    const size_t before = present.size();
    QSet<QString> taken;
    for (const Row& row : rows) {
        QString uid = rowFor(work, row, present, taken, before);
        if (uid.isEmpty()) {
            uid = newName();
            ++work.line.rows;
            present.push_back({uid, {}});
            m_plan.writes.push_back({PlannedWrite::Kind::Row, type, uid, entity, repeat});
        }
        taken.insert(uid);
        work.remembered.rows.insert(row.uid, uid);
        const auto place =
            std::find_if(present.begin(), present.end(), [&](const Row& r) { return r.uid == uid; });
        if (place == present.end()) {
            tell(work, "submission.row_removed", repeat, {question->label});
            continue;
        }
        QStringList names = row.answers.cells().keys();
        names.sort();
        for (const QString& name : names)
            writeCell(work, {dossier::entity::Row, uid, &place->answers}, name, row.answers.at(name));
    }
}

/// The row that the source's row became, or is: remembered; by its identifier; for a submission of another
/// program, one of the same content. Empty: a new one.
QString SubmissionPlanner::rowFor(const Work& work, const Row& row, const std::vector<Row>& present,
                                  const QSet<QString>& taken, size_t presentBefore) const
{
    const QString known = work.remembered.rows.value(row.uid);
    if (work.known && !known.isEmpty()) return known;
    const bool ours = !row.uid.endsWith(u']');
    for (size_t i = 0; i < presentBefore; ++i) {
        const Row& one = present[i];
        if (one.uid == row.uid) return one.uid;
        if (!ours && !taken.contains(one.uid) && sameCells(one.answers, row.answers)) return one.uid;
    }
    return {};
}

} // namespace workflow
