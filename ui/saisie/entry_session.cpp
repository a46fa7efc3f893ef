#include "ui/saisie/entry_session.h"

#include "workflow/messages/messages.h"

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::Question;

constexpr size_t undoDepth = 200;

QString codeOf(FieldStatus::Problem problem)
{
    switch (problem) {
    case FieldStatus::Problem::Constraint:
        return QStringLiteral("entry.constraint");
    case FieldStatus::Problem::Type:
        return QStringLiteral("entry.type");
    case FieldStatus::Problem::Choice:
        return QStringLiteral("entry.choice");
    default:
        return {};
    }
}

} // namespace

EntrySession::EntrySession(Desk& desk, const QString& record, QObject* parent)
    : QObject(parent), m_desk(desk), m_record(record), m_session(workflow::openSession(desk.study(), record))
{
}

void EntrySession::setPassage(const QString& uid)
{
    m_session->setCurrentPassage(uid);
    Q_EMIT passagesChanged();
}

void EntrySession::addPassage()
{
    m_desk.write([record = m_record](workflow::Study& study) { return workflow::addPassage(study, record); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     if (!outcome.ok()) return;
                     m_session->addPassage(outcome.id);
                     setPassage(outcome.id);
                 });
}

FieldPath EntrySession::pathOf(const Question& question, const QString& row) const
{
    return {question.name, question.scope == questionnaire::Scope::Passage ? passage() : QString(), row};
}

int EntrySession::sectionNumber(int section) const
{
    const auto& sections = study().form().sections;
    return static_cast<int>(std::find(sections.begin(), sections.end(), section) - sections.begin()) + 1;
}

QString EntrySession::numberOf(const QString& name) const
{
    const questionnaire::Form& form = study().form();
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
    const std::vector<FieldPath> touched = m_session->set(path, answer);
    m_desk.write(
        [record = m_record, path, answer](workflow::Study& study) {
            return workflow::setAnswer(study, record, path, answer, true);
        },
        this,
        [this](const workflow::Outcome&) {
            m_assessed.reset();
            Q_EMIT stored();
        });
    Q_EMIT fieldsChanged(touched);
}

void EntrySession::commit(const FieldPath& path, const Answer& answer)
{
    const Answer before = m_session->answer(path);
    if (before == answer) return;
    const FieldStatus status = m_session->check(path, answer);
    if (status.problem == FieldStatus::Problem::Type || status.problem == FieldStatus::Problem::Choice)
        return;
    m_undo.push_back({path, before});
    if (m_undo.size() > undoDepth) m_undo.pop_front();
    apply(path, answer);
}

QString EntrySession::undoName() const
{
    return m_undo.empty() ? QString() : numberOf(m_undo.back().path.question);
}

void EntrySession::undo()
{
    if (m_undo.empty()) return;
    const Step step = m_undo.back();
    m_undo.pop_back();
    apply(step.path, step.before);
}

void EntrySession::addRow(const QString& repeat, std::function<void(const QString&)> done)
{
    const Question* question = study().form().question(repeat);
    const QString owner = question ? pathOf(*question).passage : QString();
    m_desk.write([record = m_record, repeat,
                  owner](workflow::Study& study) { return workflow::addRow(study, record, repeat, owner); },
                 this,
                 [this, repeat, owner, done = std::move(done)](const workflow::Outcome& outcome) {
                     if (!outcome.ok()) return;
                     m_session->addRow(repeat, owner, outcome.id);
                     m_assessed.reset();
                     Q_EMIT rowsChanged(repeat);
                     Q_EMIT fieldsChanged({{repeat, owner, {}}});
                     if (done) done(outcome.id);
                 });
}

void EntrySession::removeRow(const QString& repeat, const QString& row)
{
    const Question* question = study().form().question(repeat);
    m_session->removeRow(repeat, question ? pathOf(*question).passage : QString(), row);
    std::erase_if(m_undo, [&](const Step& step) { return step.path.row == row; });
    m_desk.write([record = m_record, repeat,
                  row](workflow::Study& study) { return workflow::removeRow(study, record, repeat, row); },
                 this,
                 [this](const workflow::Outcome&) {
                     m_assessed.reset();
                     Q_EMIT stored();
                 });
    Q_EMIT rowsChanged(repeat);
    Q_EMIT fieldsChanged({{repeat, {}, {}}});
}

QString EntrySession::problemText(const FieldPath& path, const FieldStatus& status,
                                  const Answer& answer) const
{
    const QString code = codeOf(status.problem);
    const Question* question = study().form().question(path.question);
    if (code.isEmpty() || !question) return {};
    if (status.problem == FieldStatus::Problem::Constraint && !question->constraintMessage.isEmpty())
        return question->constraintMessage;
    const base::Issue issue{base::Severity::Error,
                            code,
                            {},
                            {question->label, answer.value, status.problemDetail, question->name}};
    const auto message = workflow::messages::forIssue(issue);
    return message.remedy.isEmpty() ? message.what : message.what + u' ' + message.remedy;
}

QString EntrySession::hiddenText(const FieldPath& path) const
{
    const auto reason = m_session->whyHidden(path);
    if (!reason) return {};
    const questionnaire::Form& form = study().form();
    QStringList reads;
    for (const auto& [name, answer] : reason->reads) {
        const Question* question = form.question(name);
        if (!question) continue;
        const QString now = answer.isKnown()
                                ? QStringLiteral("« %1 »").arg(form.display(*question, answer.value))
                                : workflow::messages::stateWord(questionnaire::stateCode(answer.state));
        reads << tr("%1 « %2 » : %3").arg(numberOf(name), question->label, now);
    }
    QString words =
        reads.isEmpty() ? tr("Hors champ dans cette fiche.") : tr("Dépend de %1.").arg(reads.join(tr(" ; ")));
    const Question* closing = reason->closedBy.isEmpty() ? nullptr : form.question(reason->closedBy);
    if (closing) words.prepend(tr("Fermée avec « %1 ». ").arg(closing->label));
    const Answer& kept = m_session->answer(path);
    const Question* question = form.question(path.question);
    if (question && !kept.value.isEmpty())
        words += tr(" La valeur déjà saisie (%1) est gardée, hors calcul.")
                     .arg(form.display(*question, kept.value));
    return words;
}

const disclosure::ActorData& EntrySession::assessed()
{
    if (!m_assessed) m_assessed = workflow::actorData(study(), m_record);
    return *m_assessed;
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
