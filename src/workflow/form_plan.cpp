#include "assessment/model.h"
#include "questionnaire/compiler.h"
#include "questionnaire/form_text.h"
#include "workflow/form_readers.h"
#include "workflow/form_versions.h"
#include "workflow/study.h"

#include <QSet>

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Change;
using questionnaire::ChangeKind;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::Form;
using questionnaire::Question;
using questionnaire::RecordAnswers;
using questionnaire::Session;

/// Questions that a difference touches: by name, or through their list.
QSet<QString> touchedBy(const std::vector<Change>& changes, const Form& before)
{
    QSet<QString> questions, lists;
    for (const Change& change : changes) {
        if (change.kind == ChangeKind::FormProperty || change.kind == ChangeKind::Added) continue;
        if (change.question.isEmpty())
            lists.insert(change.list);
        else
            questions.insert(change.kind == ChangeKind::Renamed ? change.before : change.question);
    }
    for (const Question& question : before.questions)
        if (!question.list.isEmpty() && lists.contains(question.list)) questions.insert(question.name);
    return questions;
}

/// One version of a record against another: both are computed, each on its own answers.
class RecordPlan
{
public:
    RecordPlan(const Form& before, const Form& after, const QSet<QString>& touched, const Session& old,
               const Session& now)
        : m_before(before), m_after(after), m_touched(touched), m_old(old), m_now(now)
    {
    }

    std::vector<AffectedAnswer> run(const QString& record)
    {
        m_record = record;
        collect({}, {}, m_old.record().actor);
        for (const questionnaire::Passage& passage : m_old.record().passages)
            collect(passage.uid, {}, passage.answers);
        std::stable_sort(m_found.begin(), m_found.end(), [this](const auto& a, const auto& b) {
            return m_before.index.value(a.path.question) < m_before.index.value(b.path.question);
        });
        return std::move(m_found);
    }

private:
    void collect(const QString& passage, const QString& row, const Answers& answers)
    {
        QStringList names = answers.cells().keys();
        names.sort();
        for (const QString& name : std::as_const(names))
            if (answers.at(name).state != AnswerState::NotAsked)
                judge({name, passage, row}, answers.at(name));
        QStringList repeats = answers.repeats().keys();
        repeats.sort();
        for (const QString& repeat : std::as_const(repeats))
            for (const questionnaire::Row& one : *answers.rows(repeat))
                collect(passage, one.uid, one.answers);
    }

    static QString repeatAround(const Form& form, const QString& question)
    {
        const int repeat = form.repeatOf(form.index.value(question));
        return repeat < 0 ? QString() : form.questions[static_cast<size_t>(repeat)].name;
    }

    /// Held by the version at this place: else it was kept aside before, and stays so.
    static bool isHeld(const Form& form, const FieldPath& path)
    {
        const Question* question = form.question(path.question);
        const bool inPassage = question && question->scope == questionnaire::Scope::Passage;
        return question && inPassage == !path.passage.isEmpty() &&
               repeatAround(form, path.question).isEmpty() == path.row.isEmpty();
    }

    void judge(const FieldPath& path, const Answer& answer)
    {
        const bool wasHeld = isHeld(m_before, path), held = isHeld(m_after, path);
        if (!wasHeld && !held) return;
        AffectedAnswer found{m_record, path, {}, {}, {}, AnswerFate::Kept};
        const bool samePlace =
            !wasHeld || repeatAround(m_before, path.question) == repeatAround(m_after, path.question);
        if (!held || !samePlace)
            found.fate = AnswerFate::SetAside;
        else
            compare(path, wasHeld, found);
        if (found.fate == AnswerFate::Kept && !m_touched.contains(path.question)) return;
        const Form& form = wasHeld ? m_before : m_after;
        const Question& question = *form.question(path.question);
        found.label = question.label.isEmpty() ? question.name : question.label;
        found.value =
            answer.isKnown() ? form.display(question, answer.value) : questionnaire::stateCode(answer.state);
        m_found.push_back(std::move(found));
    }

    void compare(const FieldPath& path, bool wasHeld, AffectedAnswer& found) const
    {
        using Problem = FieldStatus::Problem;
        const FieldStatus now = m_now.status(path);
        const FieldStatus old = wasHeld ? m_old.status(path) : FieldStatus{false, false, false, {}, {}};
        if (!now.relevant) {
            if (!old.relevant) return;
            found.fate = AnswerFate::OutOfScope;
            if (const auto why = m_now.whyHidden(path)) found.detail = why->expression;
            return;
        }
        const bool newProblem = now.problem != old.problem || now.problemDetail != old.problemDetail;
        if (newProblem && now.problem == Problem::Choice)
            found.fate = AnswerFate::ToReview;
        else if (newProblem && now.problem == Problem::Type)
            found.fate = AnswerFate::Unfit;
        else if (newProblem && now.problem == Problem::Constraint)
            found.fate = AnswerFate::Broken;
        else if (!old.relevant)
            found.fate = AnswerFate::InScope;
        if (found.fate != AnswerFate::Kept && found.fate != AnswerFate::InScope)
            found.detail = now.problemDetail;
    }

    const Form &m_before, &m_after;
    const QSet<QString>& m_touched;
    const Session &m_old, &m_now;
    QString m_record;
    std::vector<AffectedAnswer> m_found;
};

std::unique_ptr<Session> sessionOn(const Study& study, std::shared_ptr<const Form> form,
                                   const RecordAnswers& answers)
{
    const QString passage = answers.passages.empty() ? QString() : answers.passages.back().uid;
    return std::make_unique<Session>(std::move(form), answers, passage, study.clock());
}

void planRecords(const Study& study, FormPlan& plan, const base::Progress& progress)
{
    struct Left
    {
        QString digest;
        QSet<QString> touched;
    };
    QHash<const Form*, Left> left;
    const int total = study.dossier().recordCount();
    int done = 0;
    study.dossier().forEachRecord([&](const dossier::RecordSummary& summary, RecordAnswers&& answers) {
        base::advance(progress, QStringLiteral("form_plan"), done++, total);
        const std::shared_ptr<const Form> before = study.formOf(summary.id);
        if (!left.contains(before.get()))
            left.insert(before.get(), {questionnaire::formDigest(*before),
                                       touchedBy(questionnaire::difference(*before, *plan.form), *before)});
        const Left& version = left[before.get()];
        if (version.digest == plan.digest) return;
        PlannedRecord record{summary.id, summary.nameFr, version.digest, 0, 0};
        const auto old = sessionOn(study, before, answers), now = sessionOn(study, plan.form, answers);
        for (AffectedAnswer& answer :
             RecordPlan(*before, *plan.form, version.touched, *old, *now).run(summary.id)) {
            ++record.affected;
            if (answer.fate != AnswerFate::Kept) ++record.notKept;
            plan.answers.push_back(std::move(answer));
        }
        plan.records.push_back(std::move(record));
    });
}

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

/// What a study cannot hold, though it is a form.
base::Issues unusable(const Form& form)
{
    base::Issues issues;
    for (const QString& file : form.externalFiles)
        issues.push_back(issue(QStringLiteral("form.external_table"), {file}));
    for (size_t i = 0; i < form.questions.size(); ++i)
        if (form.index.value(form.questions[i].name) != static_cast<int>(i))
            issues.push_back(issue(QStringLiteral("form.name_used_twice"), {form.questions[i].name}));
    for (const Question& question : form.questions) {
        if (question.type != questionnaire::QuestionType::Repeat || !isNestedRepeat(form, question.name))
            continue;
        const int around = form.repeatOf(form.index.value(question.name));
        issues.push_back(issue(QStringLiteral("form.nested_repeat"),
                               {question.name, form.questions[static_cast<size_t>(around)].name}));
    }
    const auto again = questionnaire::formFromText(questionnaire::formText(form));
    if (!again || !questionnaire::difference(form, *again).empty())
        issues.push_back(issue(QStringLiteral("form.not_keepable")));
    return issues;
}

FormPlan planned(const Study& study, std::shared_ptr<const Form> form, base::Issues issues,
                 const base::Progress& progress)
{
    FormPlan plan;
    plan.state = study.dossier().frontier();
    plan.form = std::move(form);
    plan.issues = std::move(issues);
    plan.from = questionnaire::formDigest(study.form());
    if (!plan.form) return plan;
    plan.digest = questionnaire::formDigest(*plan.form);
    plan.changes = questionnaire::difference(study.form(), *plan.form);
    const base::Issues faults = unusable(*plan.form), broken = brokenReadings(study, *plan.form);
    plan.issues.insert(plan.issues.end(), faults.begin(), faults.end());
    plan.issues.insert(plan.issues.end(), broken.begin(), broken.end());
    if (faults.empty()) planRecords(study, plan, progress);
    if (plan.digest == plan.from && plan.records.empty())
        plan.issues.push_back(issue(QStringLiteral("form.same_version")));
    return plan;
}

} // namespace

QString fateCode(AnswerFate fate)
{
    static const std::array<QString, 7> codes{QStringLiteral("kept"),      QStringLiteral("set_aside"),
                                              QStringLiteral("to_review"), QStringLiteral("unfit"),
                                              QStringLiteral("broken"),    QStringLiteral("out_of_scope"),
                                              QStringLiteral("in_scope")};
    return codes[static_cast<size_t>(fate)];
}

int FormPlan::count(AnswerFate fate) const
{
    return static_cast<int>(std::count_if(answers.begin(), answers.end(),
                                          [fate](const auto& answer) { return answer.fate == fate; }));
}

FormPlan planFormChange(const Study& study, const QString& formPath, const base::Progress& progress)
{
    questionnaire::CompileResult read = questionnaire::readForm(formPath);
    std::erase_if(read.issues, [](const auto& found) { return found.severity != base::Severity::Error; });
    return planned(study, std::move(read.form), std::move(read.issues), progress);
}

FormPlan planFormReturn(const Study& study, const QString& digest, const base::Progress& progress)
{
    auto form = study.formVersion(digest);
    base::Issues issues;
    if (!form) issues.push_back(issue(QStringLiteral("form.unknown_version"), {digest}));
    return planned(study, std::move(form), std::move(issues), progress);
}

std::vector<FormRename> proposedRenames(const FormPlan& plan)
{
    std::vector<FormRename> renames;
    for (const Change& change : plan.changes)
        if (change.kind == ChangeKind::Renamed) renames.push_back({change.before, change.after});
    return renames;
}

FormsCompared compareWithVersion(const Study& study, const QString& digest, const QString& path)
{
    FormsCompared compared;
    questionnaire::CompileResult read = questionnaire::readForm(path);
    for (const base::Issue& found : read.issues)
        if (found.severity == base::Severity::Error) compared.issues.push_back(found);
    compared.before = study.formVersion(digest);
    compared.after = std::move(read.form);
    if (!compared.before) compared.issues.push_back(issue(QStringLiteral("form.unknown_version"), {digest}));
    if (compared.before && compared.after)
        compared.changes = questionnaire::difference(*compared.before, *compared.after);
    return compared;
}

FormsCompared compareForms(const QString& beforePath, const QString& afterPath)
{
    FormsCompared compared;
    questionnaire::CompileResult before = questionnaire::readForm(beforePath),
                                 after = questionnaire::readForm(afterPath);
    for (const base::Issues& issues : {before.issues, after.issues})
        for (const base::Issue& found : issues)
            if (found.severity == base::Severity::Error) compared.issues.push_back(found);
    compared.before = std::move(before.form);
    compared.after = std::move(after.form);
    if (compared.before && compared.after)
        compared.changes = questionnaire::difference(*compared.before, *compared.after);
    return compared;
}

} // namespace workflow
