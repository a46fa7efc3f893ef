#include "base/error.h"
#include "disclosure/passages.h"
#include "exchange/submissions/writing.h"
#include "workflow/analysis.h"
#include "workflow/study.h"
#include "workflow/submissions.h"
#include "workflow/submissions_memory.h"

#include <QFileInfo>

namespace workflow {
namespace {

using exchange::Submission;
using questionnaire::Answers;
using questionnaire::Passage;
using questionnaire::Scope;

class Exporter
{
public:
    Exporter(const Study& study, const disclosure::View& view, const disclosure::StudyData& data)
        : m_study(study), m_view(view), m_remembered(rememberedSubmissions(study))
    {
        for (const disclosure::ActorData& actor : data.actors)
            m_data.insert(actor.id, &actor);
    }

    std::vector<Submission> run()
    {
        std::vector<Submission> all;
        for (const disclosure::ActorView& actor : m_view.actors()) {
            const std::vector<Passage> passages = disclosure::passagesFor(m_view, *m_data.value(actor.id));
            if (passages.empty())
                all.push_back(whole(actor));
            else
                split(actor, passages, all);
        }
        return all;
    }

private:
    Submission whole(const disclosure::ActorView& actor) const
    {
        Submission made;
        made.instanceId = QStringLiteral("uuid:") + actor.id;
        made.formVersion = m_view.form().version;
        made.actor = actor.id;
        made.answers = actor.answers;
        made.submitted = instantOf(actor.answers);
        return made;
    }

    static QString instantOf(const Answers& answers)
    {
        const questionnaire::Answer& date = answers.at(QStringLiteral("ent_date"));
        const bool day = date.isKnown() && QDate::fromString(date.value, Qt::ISODate).isValid();
        return day ? date.value + QStringLiteral("T00:00:00") : QString();
    }

    /// One submission per passage, each with the answers of the actor that cite it.
    void split(const disclosure::ActorView& actor, const std::vector<Passage>& passages,
               std::vector<Submission>& all) const
    {
        QHash<QString, size_t> places;
        for (const Passage& passage : passages) {
            places.insert(passage.uid, all.size());
            all.push_back(ofPassage(actor, passage));
        }
        const QHash<QString, dossier::AnswerNote> notes = m_study.dossier().notes(actor.id);
        const auto& cells = actor.answers.cells();
        for (auto it = cells.cbegin(); it != cells.cend(); ++it) {
            if (isOfPassage(it.key())) continue;
            const QString uid = passageOf(notes.value(it.key()).source, passages);
            all[places.value(uid)].answers.set(it.key(), *it);
        }
        const auto& repeats = actor.answers.repeats();
        for (auto it = repeats.cbegin(); it != repeats.cend(); ++it) {
            if (isOfPassage(it.key())) continue;
            if (it->empty()) all[places.value(passages.back().uid)].answers.rowsOf(it.key());
            for (const questionnaire::Row& row : *it)
                all[places.value(passageOf(sourceOf(row, notes), passages))]
                    .answers.rowsOf(it.key())
                    .push_back(row);
        }
    }

    bool isOfPassage(const QString& name) const
    {
        const questionnaire::Question* question = m_view.form().question(name);
        return question && question->scope == Scope::Passage;
    }

    /// A row goes with the passage that the first of its answers cites.
    static QString sourceOf(const questionnaire::Row& row, const QHash<QString, dossier::AnswerNote>& notes)
    {
        QStringList names = row.answers.cells().keys();
        names.sort();
        for (const QString& name : names) {
            const QString source = notes.value(name + u'@' + row.uid).source;
            if (!source.isEmpty()) return source;
        }
        return {};
    }

    Submission ofPassage(const disclosure::ActorView& actor, const Passage& passage) const
    {
        const RememberedSubmission known = m_remembered.value(passage.uid);
        Submission made;
        made.instanceId = known.instance.isEmpty() ? QStringLiteral("uuid:") + passage.uid : known.instance;
        made.formVersion = known.version.isEmpty() ? m_view.form().version : known.version;
        made.submitted = known.submitted.isEmpty() ? instantOf(passage.answers) : known.submitted;
        made.submitter = known.submitter;
        made.actor = actor.id;
        made.answers = passage.answers;
        // Tells people whose submission it is; read again, it is what the study already holds.
        const QString name = QStringLiteral("id_nom_fr");
        if (actor.answers.contains(name)) made.answers.set(name, actor.answers.at(name));
        return made;
    }

    const Study& m_study;
    const disclosure::View& m_view;
    QHash<QString, RememberedSubmission> m_remembered;
    QHash<QString, const disclosure::ActorData*> m_data;
};

} // namespace

std::optional<exchange::SubmissionLayout> exportLayout(const QString& word)
{
    using exchange::SubmissionLayout;
    for (const SubmissionLayout layout : {SubmissionLayout::KoboXlsx, SubmissionLayout::KoboJson,
                                          SubmissionLayout::OdkZip, SubmissionLayout::OdkXml})
        if (exchange::layoutCode(layout) == word) return layout;
    return {};
}

SubmissionExportReport exportSubmissions(const Study& study, const SubmissionExport& request,
                                         const base::Progress& progress)
{
    const auto data = studyData(study, progress);
    const disclosure::View view(data, request.audience, request.organisation);
    exchange::SubmissionBook book;
    book.form = &study.form();
    book.date = study.clock().nowUtc().date();
    book.submissions = Exporter(study, view, *data).run();
    SubmissionExportReport report;
    exchange::writeSubmissions(book, request.layout, request.path, report.warnings);
    report.submissions = static_cast<int>(book.submissions.size());
    report.bytes = QFileInfo(request.path).size();
    report.withheld = view.account();
    return report;
}

} // namespace workflow
