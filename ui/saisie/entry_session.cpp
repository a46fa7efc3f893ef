#include "ui/saisie/entry_session.h"

#include "ui/saisie/problem_words.h"
#include "workflow/interview.h"
#include "workflow/messages/explanation.h"

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::Question;

} // namespace

EntrySession::EntrySession(Desk& desk, const QString& record, QObject* parent)
    : QObject(parent), m_desk(desk), m_record(record), m_session(workflow::openSession(desk.study(), record)),
      m_lock(desk.settings(), desk.access().passphrase)
{
    connect(&desk, &Desk::changed, this, &EntrySession::hearChange);
}

void EntrySession::write(Desk::Write work, std::function<void(const workflow::Outcome&)> done)
{
    m_desk.write(std::move(work), this, [this, done = std::move(done)](const workflow::Outcome& outcome) {
        m_foreign.remove(outcome.changes.sequence);
        done(outcome);
    });
}

void EntrySession::setPassage(const QString& uid)
{
    m_session->setCurrentPassage(uid);
    Q_EMIT passagesChanged();
}

void EntrySession::addPassage()
{
    write([record = m_record](workflow::Study& study) { return workflow::addPassage(study, record); },
          [this](const workflow::Outcome& outcome) {
              if (!outcome.ok()) return;
              m_session->addPassage(outcome.id);
              follow(outcome);
              setPassage(outcome.id);
          });
}

FieldPath EntrySession::pathOf(const Question& question, const QString& row) const
{
    return {question.name, question.scope == questionnaire::Scope::Passage ? passage() : QString(), row};
}

int EntrySession::sectionNumber(int section) const
{
    const auto& sections = m_session->form().sections;
    return static_cast<int>(std::find(sections.begin(), sections.end(), section) - sections.begin()) + 1;
}

QString EntrySession::numberOf(const QString& name) const
{
    const questionnaire::Form& form = m_session->form();
    const int index = form.index.value(name, -1);
    if (index < 0) return name;
    const Question& question = form.questions[static_cast<size_t>(index)];
    // A repeated group is called by its first question.
    const bool group = question.number == 0 && !question.children.empty();
    const int number =
        group ? form.questions[static_cast<size_t>(question.children.front())].number : question.number;
    return QStringLiteral("%1.%2").arg(sectionNumber(form.sectionOf(index))).arg(number);
}

void EntrySession::apply(const FieldPath& path, const Answer& answer)
{
    const Step step{path, m_session->answer(path)};
    const std::vector<FieldPath> touched = m_session->set(path, answer);
    ++m_writing[path];
    write([record = m_record, path,
           answer](workflow::Study& study) { return workflow::setAnswer(study, record, path, answer); },
          [this, step, answer](const workflow::Outcome& outcome) { settle(step, answer, outcome); });
    Q_EMIT fieldsChanged(touched);
    retryRefused();
}

void EntrySession::settle(const Step& step, const Answer& answer, const workflow::Outcome& outcome)
{
    if (--m_writing[step.path] <= 0) m_writing.remove(step.path);
    if (outcome.ok()) {
        follow(outcome);
        return Q_EMIT stored();
    }
    // The file moved under the form (an import, for instance): show what it holds, and why it refused.
    if (m_session->answer(step.path) == answer) m_session->set(step.path, step.before);
    refuse(step.path, answer);
}

void EntrySession::commit(const FieldPath& path, const Answer& answer)
{
    const Answer before = m_session->answer(path);
    if (before == answer) return revert(path);
    if (isRefusal(m_session->check(path, answer).problem)) return refuse(path, answer);
    forgetRefusal(path);
    apply(path, answer);
}

const EntrySession::Refusal* EntrySession::refusalOf(const FieldPath& path) const
{
    const auto found = std::find_if(m_refused.begin(), m_refused.end(),
                                    [&](const Refusal& refusal) { return refusal.path == path; });
    return found == m_refused.end() ? nullptr : &*found;
}

void EntrySession::refuse(const FieldPath& path, const Answer& answer)
{
    forgetRefusal(path);
    m_refused.push_back({path, answer});
    Q_EMIT fieldsChanged({path});
}

bool EntrySession::forgetRefusal(const FieldPath& path)
{
    return std::erase_if(m_refused, [&](const Refusal& refusal) { return refusal.path == path; }) > 0;
}

void EntrySession::revert(const FieldPath& path)
{
    if (forgetRefusal(path)) Q_EMIT fieldsChanged({path});
}

void EntrySession::retryRefused()
{
    // "Corrigez ce nombre ou la réponse 9.4": once 9.4 is corrected, what was typed is right.
    const auto acceptable = [this](const Refusal& refusal) {
        const FieldStatus status = m_session->check(refusal.path, refusal.answer);
        return status.relevant && !isRefusal(status.problem);
    };
    const auto found = std::find_if(m_refused.begin(), m_refused.end(), acceptable);
    if (found == m_refused.end()) return;
    const Refusal refusal = *found;
    commit(refusal.path, refusal.answer);
}

const Answer& EntrySession::shown(const FieldPath& path) const
{
    const Refusal* refusal = refusalOf(path);
    return refusal ? refusal->answer : m_session->answer(path);
}

FieldStatus EntrySession::status(const FieldPath& path) const
{
    const Refusal* refusal = refusalOf(path);
    return refusal ? m_session->check(path, refusal->answer) : m_session->status(path);
}

questionnaire::SectionCount EntrySession::count(int section, bool shortForm) const
{
    const questionnaire::Form& form = m_session->form();
    questionnaire::SectionCount count = m_session->count(section, shortForm);
    for (const Refusal& refusal : m_refused) {
        const int index = form.index.value(refusal.path.question, -1);
        const bool elsewhere = index < 0 || form.sectionOf(index) != section ||
                               (!refusal.path.passage.isEmpty() && refusal.path.passage != passage());
        if (elsewhere || (shortForm && !form.questions[static_cast<size_t>(index)].shortForm)) continue;
        const FieldStatus status = m_session->status(refusal.path);
        if (status.relevant && !isRefusal(status.problem)) ++count.errors;
    }
    return count;
}

std::vector<FieldPath> EntrySession::toCorrect() const
{
    const questionnaire::Form& form = m_session->form();
    std::vector<FieldPath> wrong;
    const auto add = [&](const FieldPath& path) {
        const FieldStatus now = status(path);
        if (now.relevant && isRefusal(now.problem)) wrong.push_back(path);
    };
    for (size_t i = 0; i < form.questions.size(); ++i) {
        const Question& question = form.questions[i];
        if (question.number == 0) continue;
        if (form.repeatOf(static_cast<int>(i)) < 0) {
            add(pathOf(question));
            continue;
        }
        for (const Refusal& refusal : m_refused)
            if (refusal.path.question == question.name) add(refusal.path);
    }
    return wrong;
}

void EntrySession::addRow(const QString& repeat, std::function<void(const QString&)> done)
{
    const Question* question = m_session->form().question(repeat);
    const QString owner = question ? pathOf(*question).passage : QString();
    write([record = m_record, repeat,
           owner](workflow::Study& study) { return workflow::addRow(study, record, repeat, owner); },
          [this, repeat, owner, done = std::move(done)](const workflow::Outcome& outcome) {
              if (!outcome.ok()) return;
              m_session->addRow(repeat, owner, outcome.id);
              follow(outcome);
              Q_EMIT rowsChanged(repeat);
              Q_EMIT fieldsChanged({{repeat, owner, {}}});
              if (done) done(outcome.id);
          });
}

void EntrySession::removeRow(const QString& repeat, const QString& row)
{
    const Question* question = m_session->form().question(repeat);
    m_session->removeRow(repeat, question ? pathOf(*question).passage : QString(), row);
    std::erase_if(m_refused, [&](const Refusal& refusal) { return refusal.path.row == row; });
    write([record = m_record, repeat,
           row](workflow::Study& study) { return workflow::removeRow(study, record, repeat, row); },
          [this](const workflow::Outcome& outcome) {
              follow(outcome);
              Q_EMIT stored();
          });
    Q_EMIT rowsChanged(repeat);
    Q_EMIT fieldsChanged({{repeat, {}, {}}});
}

bool EntrySession::isClosed(int question) const
{
    return m_lock.isClosed(m_record) && workflow::isReservedToInterviewer(m_session->form(), question);
}

QString EntrySession::hiddenText(const FieldPath& path) const
{
    const auto reason = m_session->whyHidden(path);
    if (!reason) return {};
    if (!reason->why) return tr("Masquée parce qu’elle est hors champ dans cette fiche.");
    return workflow::messages::hiddenBecause(m_session->form(), reason->closedBy, *reason->why);
}

QString EntrySession::keptText(const FieldPath& path) const
{
    const Answer& kept = m_session->answer(path);
    const Question* question = m_session->form().question(path.question);
    if (!question || kept.value.isEmpty()) return {};
    return m_session->form().display(*question, kept.value);
}

QStringList EntrySession::commandedBy(const FieldPath& path) const
{
    QStringList names;
    if (const auto reason = m_session->whyHidden(path))
        for (const auto& [name, answer] : reason->reads)
            if (m_session->form().question(name) && !names.contains(name)) names << name;
    return names;
}

const disclosure::ActorData& EntrySession::assessed()
{
    if (!m_assessed)
        m_assessed = std::make_shared<const disclosure::ActorData>(workflow::actorData(study(), m_record));
    return *m_assessed;
}

void EntrySession::assessAgain()
{
    using Read = std::shared_ptr<const disclosure::ActorData>;
    m_reader.run<Read>(
        [&study = study(), record = m_record]() -> Read {
            if (!study.dossier().record(record)) return {};
            return std::make_shared<const disclosure::ActorData>(workflow::actorData(study, record));
        },
        this,
        [this](Result<Read> result) {
            if (!result.value || !*result.value) return;
            m_assessed = *result.value;
            Q_EMIT assessmentChanged();
        });
}

int EntrySession::evidenceOf(const Question& question)
{
    int level = -1;
    const auto& indicators = assessed().assessment.indicators;
    for (const QString& code : question.indicators)
        if (const auto found = indicators.find(code); found != indicators.end())
            level = qMax(level, found->second.evidence);
    return level;
}

} // namespace ui
