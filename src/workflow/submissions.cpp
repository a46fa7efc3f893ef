#include "workflow/submissions.h"

#include "dossier/transaction.h"
#include "workflow/columns.h"
#include "workflow/study.h"
#include "workflow/submissions_files.h"
#include "workflow/submissions_plan.h"
#include "workflow/submissions_reading.h"

#include <numeric>

namespace workflow {
namespace {

using exchange::Submission;
using questionnaire::FieldPath;

/// Problems of cells go to the line of their submission: the last argument says which.
void sortProblems(const SubmissionReading& reading, SubmissionReport& report)
{
    QHash<int, size_t> places;
    for (size_t i = 0; i < report.lines.size(); ++i)
        places.insert(reading.submissions[i].place.row, i);
    for (const base::Issue& one : reading.cells) {
        const auto place = places.constFind(one.args.value(2).toInt());
        if (place != places.cend())
            report.lines[*place].problems.push_back(one);
        else
            report.issues.push_back(one);
    }
}

void propose(const Study& study, SubmissionReport& report)
{
    std::vector<exchange::KnownActor> known;
    for (const dossier::RecordSummary& record : study.dossier().records())
        known.push_back({record.id, record.nameFr, record.nameAr, record.acronym});
    std::vector<exchange::ListedActor> listed;
    for (const SubmissionLine& line : report.lines) {
        if (!line.newActor || line.name.isEmpty()) continue;
        exchange::ListedActor actor;
        actor.name = line.name;
        actor.rows = {line.place.row};
        listed.push_back(std::move(actor));
    }
    for (const exchange::Match& match : exchange::proposeMatches(listed, known)) {
        const exchange::ListedActor& one = listed[static_cast<size_t>(match.listed)];
        report.matched.push_back({one.rows.front(), match.actor, one.name, match.score, match.reason});
    }
}

/// Carries a plan out: names of the plan become identifiers of the store.
class Executor
{
public:
    Executor(dossier::Transaction& t, SubmissionReport& report, const std::vector<StoredFile>& files)
        : m_t(t), m_report(report), m_files(files)
    {
    }

    void run(const SubmissionPlan& plan)
    {
        for (const PlannedWrite& write : plan.writes)
            carryOut(write);
        for (const StoredFile& file : m_files) {
            dossier::Attachment attachment = file.attachment;
            attachment.record = id(attachment.record);
            dossier::addAttachment(m_t, attachment.id, attachment);
        }
    }

    QString id(const QString& name) const { return m_ids.value(name, name); }

private:
    void carryOut(const PlannedWrite& write)
    {
        switch (write.kind) {
        case PlannedWrite::Kind::Record:
            m_report.created << *m_ids.insert(write.entity, dossier::createRecord(m_t));
            break;
        case PlannedWrite::Kind::Passage:
            m_ids.insert(write.entity, dossier::createPassage(m_t, id(write.owner)));
            break;
        case PlannedWrite::Kind::Row:
            m_ids.insert(write.entity, dossier::createRow(m_t, id(write.owner), write.name));
            break;
        case PlannedWrite::Kind::OpenRepeat:
            dossier::openRepeat(m_t, write.type, id(write.entity), write.name);
            break;
        case PlannedWrite::Kind::Answer:
            dossier::setAnswer(m_t, write.type, id(write.entity), write.name, write.answer);
            if (!write.source.isEmpty())
                dossier::setSource(m_t, write.type, id(write.entity), write.name, id(write.source));
            break;
        case PlannedWrite::Kind::Remember:
            keep(write);
            break;
        }
    }

    void keep(const PlannedWrite& write)
    {
        RememberedSubmission remembered = write.remembered;
        for (QString& row : remembered.rows)
            row = id(row);
        for (const StoredFile& file : m_files)
            for (const QString& name : file.planned.names)
                if (file.planned.passage == write.entity) remembered.files.insert(name, file.attachment.id);
        remember(m_t, id(write.entity), remembered);
    }

    dossier::Transaction& m_t;
    SubmissionReport& m_report;
    const std::vector<StoredFile>& m_files;
    QHash<QString, QString> m_ids;
};

/// Answers are taken even against a constraint, which entry will show: what was collected is not lost.
void checkConstraints(const Study& study, const questionnaire::Session& session, const SubmissionPlan& plan,
                      const QHash<QString, std::vector<const PlannedWrite*>>& writes, const QString& record,
                      SubmissionReport& report)
{
    for (const PlannedWrite* write : writes.value(record)) {
        FieldPath path;
        path.question = write->name;
        if (write->type == dossier::entity::Passage) path.passage = write->entity;
        if (write->type == dossier::entity::Row) path.row = write->entity;
        if (session.status(path).problem != questionnaire::FieldStatus::Problem::Constraint) continue;
        const questionnaire::Question* question = study.formOf(record)->question(write->name);
        report.issues.push_back({base::Severity::Warning,
                                 QStringLiteral("submission.constraint"),
                                 {{}, 0, write->name},
                                 {question->label, write->answer.value,
                                  plan.after.value(record).actor.at(QStringLiteral("id_nom_fr")).value}});
    }
}

struct ColumnsAfter
{
    QString record;
    Columns columns;
};

std::vector<ColumnsAfter> columnsAfter(const Study& study, const SubmissionPlan& plan,
                                       SubmissionReport& report, const base::Progress& progress)
{
    QHash<QString, QString> recordOf;
    QHash<QString, std::vector<const PlannedWrite*>> writes;
    for (const QString& record : plan.touched) {
        recordOf.insert(record, record);
        for (const questionnaire::Passage& passage : plan.after.constFind(record)->passages)
            recordOf.insert(passage.uid, record);
    }
    for (const PlannedWrite& write : plan.writes) {
        if (!write.owner.isEmpty()) recordOf.insert(write.entity, recordOf.value(write.owner, write.owner));
        if (write.kind == PlannedWrite::Kind::Answer) {
            const auto passage = recordOf.value(write.source);
            const QString record = recordOf.value(write.entity, passage);
            writes[record].push_back(&write);
        }
    }
    std::vector<ColumnsAfter> all;
    for (const QString& record : plan.touched) {
        base::advance(progress, QStringLiteral("import.check"), static_cast<int>(all.size()),
                      static_cast<int>(plan.touched.size()));
        const questionnaire::RecordAnswers& answers = *plan.after.constFind(record);
        const QString passage = answers.passages.empty() ? QString() : answers.passages.back().uid;
        const questionnaire::Session session(study.formOf(record), answers, passage, study.clock());
        checkConstraints(study, session, plan, writes, record, report);
        all.push_back({record, columnsOf(study, record, session)});
    }
    return all;
}

} // namespace

int SubmissionReport::count(SubmissionLine::Action action) const
{
    return static_cast<int>(std::count_if(lines.begin(), lines.end(),
                                          [&](const SubmissionLine& one) { return one.action == action; }));
}

int SubmissionReport::files() const
{
    return std::accumulate(lines.begin(), lines.end(), 0,
                           [](int sum, const SubmissionLine& line) { return sum + line.files; });
}

SubmissionReport importSubmissions(Study& study, const SubmissionRequest& request,
                                   const base::Progress& progress)
{
    SubmissionReport report;
    base::advance(progress, QStringLiteral("import.read"));
    SubmissionPlanner planner(study);
    const SubmissionReading reading = readRequested(study, request, planner, report);
    if (base::hasErrors(report.issues)) return report;
    const auto media = mediaOf(request, report.layout);
    planner.lookIn(media ? &*media : nullptr);
    report.lines.resize(reading.submissions.size());
    for (size_t i = 0; i < reading.submissions.size(); ++i)
        planner.add(reading.submissions[i], report.lines[i]);
    sortProblems(reading, report);
    propose(study, report);
    const SubmissionPlan& plan = planner.plan();
    const std::vector<ColumnsAfter> columns = columnsAfter(study, plan, report, progress);
    if (request.dryRun) return report;
    const bool choosing = !reading.asked.isEmpty();
    if (plan.writes.empty() && !choosing) return report;
    dossier::AttachmentBatch batch(study.dossier());
    std::vector<StoredFile> files;
    if (media) files = storeFiles(plan.files, *media, batch, report, progress);
    base::advance(progress, QStringLiteral("import.write"));
    report.changes = study.dossier().transact(QStringLiteral("submissions"), [&](dossier::Transaction& t) {
        Executor executor(t, report, files);
        executor.run(plan);
        for (const ColumnsAfter& one : columns)
            storeColumns(study, t, executor.id(one.record), one.columns);
        if (choosing) rememberColumns(t, report.mapping.signature, report.columns);
    });
    return report;
}

} // namespace workflow
