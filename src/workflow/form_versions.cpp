#include "workflow/form_versions.h"

#include "dossier/transaction.h"
#include "questionnaire/form_text.h"
#include "questionnaire/standard.h"
#include "workflow/columns.h"
#include "workflow/settings.h"
#include "workflow/study.h"

#include <QSet>

#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using questionnaire::Answer;
using questionnaire::Form;
using questionnaire::RecordAnswers;
using questionnaire::Session;
using Settings = QHash<QString, QString>;

constexpr int DigestShown = 12;

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

QString memberOf(const QString& json, const char* name)
{
    const QByteArray bytes = json.toUtf8();
    const auto document = nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (!document.is_object()) return {};
    const auto found = document.find(name);
    return found != document.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                         : QString();
}

FormVersion described(const Settings& settings, const QString& digest, const Form& form)
{
    const QString reason = settings.value(key::FormReasonPrefix + digest);
    FormVersion version;
    version.digest = digest;
    version.version = form.version;
    version.title = form.title;
    version.from = memberOf(reason, "from");
    version.reason = memberOf(reason, "reason");
    version.author = memberOf(reason, "by");
    version.made = QDateTime::fromString(memberOf(reason, "on"), Qt::ISODate);
    version.questions =
        static_cast<int>(std::count_if(form.questions.begin(), form.questions.end(), questionnaire::isAsked));
    return version;
}

/// The standard version is never written in the study, nor does it need a reason.
FormVersion standardVersion(const Settings& settings)
{
    const auto form = questionnaire::standardForm();
    return described(settings, questionnaire::formDigest(*form), *form);
}

base::Issues refusals(const Study& study, const FormPlan& plan, const FormChoices& choices)
{
    base::Issues issues;
    if (base::hasErrors(plan.issues) || !plan.form) return plan.issues;
    if (plan.state != study.dossier().frontier()) return {issue(QStringLiteral("form.plan_stale"))};
    for (const QString& id : choices.keepOld)
        if (std::none_of(plan.records.begin(), plan.records.end(),
                         [&](const PlannedRecord& record) { return record.id == id; }))
            issues.push_back(issue(QStringLiteral("form.cannot_keep"), {id}));
    const std::vector<FormRename> proposed = proposedRenames(plan);
    for (const FormRename& rename : choices.renames)
        if (std::find(proposed.begin(), proposed.end(), rename) == proposed.end())
            issues.push_back(issue(QStringLiteral("form.not_a_rename"), {rename.from, rename.to}));
    return issues;
}

/// An answer written under the new name of its question.
struct Carried
{
    QString entityType, entity, question;
    Answer answer;
};

class Adoption
{
public:
    Adoption(Study& study, const FormPlan& plan, const FormChoices& choices)
        : m_study(study), m_plan(plan), m_choices(choices),
          m_settings(std::as_const(study).dossier().settings())
    {
    }

    dossier::ChangeSet run()
    {
        std::vector<Moving> moving;
        const QSet<QString> kept(m_choices.keepOld.begin(), m_choices.keepOld.end());
        for (const PlannedRecord& record : m_plan.records)
            if (!kept.contains(record.id)) moving.push_back(movingOf(record.id));
        return m_study.dossier().transact(QStringLiteral("form"), [&](dossier::Transaction& t) {
            writeVersion(t);
            writeStaying(t, kept);
            for (const Moving& record : moving) {
                for (const Carried& carried : record.carried)
                    dossier::setAnswer(t, carried.entityType, carried.entity, carried.question,
                                       carried.answer);
                storeColumns(m_study, t, record.id, record.columns);
            }
        });
    }

private:
    struct Moving
    {
        QString id;
        Columns columns;
        std::vector<Carried> carried;
    };

    void carry(const QString& type, const QString& entity, questionnaire::Answers& answers,
               std::vector<Carried>& out) const
    {
        for (const FormRename& rename : m_choices.renames) {
            if (!answers.contains(rename.from) || answers.contains(rename.to)) continue;
            const Answer answer = answers.at(rename.from);
            answers.set(rename.to, answer);
            out.push_back({type, entity, rename.to, answer});
        }
        for (const QString& repeat : answers.repeats().keys())
            for (questionnaire::Row& row : answers.rowsOf(repeat))
                carry(dossier::entity::Row, row.uid, row.answers, out);
    }

    Moving movingOf(const QString& id) const
    {
        Moving moving{id, {}, {}};
        RecordAnswers answers = std::as_const(m_study).dossier().answers(id);
        if (!m_choices.renames.empty()) {
            carry(dossier::entity::Record, id, answers.actor, moving.carried);
            for (questionnaire::Passage& passage : answers.passages)
                carry(dossier::entity::Passage, passage.uid, passage.answers, moving.carried);
        }
        const QString passage = answers.passages.empty() ? QString() : answers.passages.back().uid;
        const Session session(m_plan.form, std::move(answers), passage, m_study.clock());
        moving.columns = columnsOf(m_study, id, session);
        return moving;
    }

    void set(dossier::Transaction& t, const QString& name, const QString& value) const
    {
        if (m_settings.value(name) != value) dossier::setSetting(t, name, value);
    }

    void writeVersion(dossier::Transaction& t) const
    {
        const QString reasonKey = key::FormReasonPrefix + m_plan.digest;
        const QString given = m_choices.reason.trimmed();
        const QString reason = given.isEmpty() ? memberOf(m_settings.value(reasonKey), "reason") : given;
        const nlohmann::json why{{"on", m_study.localNow().toString(Qt::ISODate).toStdString()},
                                 {"by", m_choices.author.toStdString()},
                                 {"from", m_plan.from.toStdString()},
                                 {"reason", reason.toStdString()}};
        if (m_plan.digest != questionnaire::formDigest(*questionnaire::standardForm()))
            set(t, key::FormTextPrefix + m_plan.digest,
                QString::fromUtf8(questionnaire::formText(*m_plan.form)));
        if (m_plan.digest == m_plan.from) return; // only records that stayed behind come along
        set(t, reasonKey, QString::fromStdString(why.dump()));
        set(t, key::FormCurrent, m_plan.digest);
    }

    void writeStaying(dossier::Transaction& t, const QSet<QString>& kept) const
    {
        for (const PlannedRecord& record : m_plan.records)
            set(t, key::FormOfPrefix + record.id, kept.contains(record.id) ? record.version : QString());
    }

    Study& m_study;
    const FormPlan& m_plan;
    const FormChoices& m_choices;
    const Settings m_settings;
};

} // namespace

std::vector<FormVersion> formVersions(const Study& study)
{
    study.info(); // the version in force now
    const Settings settings = study.dossier().settings();
    std::vector<FormVersion> versions{standardVersion(settings)};
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!it.key().startsWith(key::FormTextPrefix) || it.value().isEmpty()) continue;
        const QString digest = it.key().mid(key::FormTextPrefix.size());
        if (const auto form = study.formVersion(digest))
            versions.push_back(described(settings, digest, *form));
    }
    std::sort(versions.begin() + 1, versions.end(), [](const FormVersion& a, const FormVersion& b) {
        return std::tie(a.made, a.digest) < std::tie(b.made, b.digest);
    });
    QHash<const Form*, int> records;
    for (const dossier::RecordSummary& record : study.dossier().records())
        ++records[study.formOf(record.id).get()];
    for (FormVersion& version : versions) {
        const auto form = study.formVersion(version.digest);
        version.records = records.value(form.get());
        version.current = form.get() == &study.form();
    }
    return versions;
}

QString formVersionName(const Study& study, const QString& digest)
{
    const auto form = study.formVersion(digest);
    return form && !form->version.isEmpty() ? form->version : digest.left(DigestShown);
}

std::vector<questionnaire::Change> formDifference(const Study& study, const QString& before,
                                                  const QString& after)
{
    const auto old = study.formVersion(before), now = study.formVersion(after);
    return old && now ? questionnaire::difference(*old, *now) : std::vector<questionnaire::Change>();
}

Outcome adoptForm(Study& study, const FormPlan& plan, const FormChoices& choices)
{
    Outcome outcome;
    outcome.issues = refusals(study, plan, choices);
    if (!outcome.ok()) return outcome;
    outcome.changes = Adoption(study, plan, choices).run();
    outcome.id = plan.digest;
    study.info();
    return outcome;
}

} // namespace workflow
