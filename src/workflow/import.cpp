#include "workflow/import.h"

#include "base/atomic_file.h"
#include "base/text.h"
#include "dossier/transaction.h"
#include "workflow/study.h"

#include <QFileInfo>
#include <QSet>

namespace workflow {
namespace {

using questionnaire::Answer;

exchange::ListReading read(const ImportRequest& request, QString& source, base::Issues& problems,
                           const base::Progress& progress)
{
    base::advance(progress, QStringLiteral("import.read"));
    const exchange::RawTable table = exchange::readTable(request.path);
    exchange::Mapping mapping;
    if (!request.mappingPath.isEmpty())
        mapping = exchange::readMapping(base::readFile(request.mappingPath), problems);
    if (base::hasErrors(problems)) return {};
    source = mapping.source.isEmpty() ? QFileInfo(request.path).fileName() : mapping.source;
    if (request.format == u"hxl") return exchange::readHxl(table, mapping, progress);
    if (!request.mappingPath.isEmpty()) return exchange::readMapped(table, mapping, progress);
    // A plain list without a mapping file: its HXL tags, if it has any, are the mapping.
    return exchange::readHxl(table, mapping, progress);
}

std::vector<exchange::KnownActor> knownActors(const Study& study)
{
    std::vector<exchange::KnownActor> known;
    for (const dossier::RecordSummary& record : study.dossier().records())
        known.push_back({record.id, record.nameFr, record.nameAr, record.acronym});
    return known;
}

QString identity(const QString& name, const QString& acronym)
{
    return base::foldedWords(name.isEmpty() ? acronym : name).join(u' ');
}

/// Each actor by its folded name, else its acronym.
QHash<QString, QString> recordsByName(const Study& study)
{
    QHash<QString, QString> records;
    for (const exchange::KnownActor& actor : knownActors(study))
        records.insert(identity(actor.nameFr, actor.acronym), actor.id);
    return records;
}

class Importer
{
public:
    Importer(Study& study, QString source, QDate date)
        : m_study(study), m_source(std::move(source)), m_date(date), m_byName(recordsByName(study))
    {
    }

    void write(dossier::Transaction& t, const exchange::ListedActor& listed, ImportReport& report)
    {
        const QString known = m_byName.value(identity(listed.name, listed.acronym));
        if (known.isEmpty()) {
            report.created << create(t, listed);
            m_byName.insert(identity(listed.name, listed.acronym), report.created.back());
        } else {
            update(t, known, listed);
            report.updated << known;
        }
    }

private:
    QString create(dossier::Transaction& t, const exchange::ListedActor& listed)
    {
        const QString id = dossier::createRecord(t);
        const QString passage = documentaryPassage(t, id);
        for (const auto& [question, value] : answersOf(listed))
            answer(t, id, passage, question, value);
        addFacts(t, id, listed);
        return id;
    }

    void update(dossier::Transaction& t, const QString& id, const exchange::ListedActor& listed)
    {
        const questionnaire::RecordAnswers present = m_study.dossier().answers(id);
        const QString passage = documentaryPassage(t, id);
        for (const auto& [question, value] : answersOf(listed)) {
            // What somebody has answered is never overwritten by a list.
            if (present.actor.at(question).state == questionnaire::AnswerState::NotAsked)
                answer(t, id, passage, question, value);
        }
        addFacts(t, id, listed);
    }

    QString documentaryPassage(dossier::Transaction& t, const QString& record)
    {
        const QString passage = dossier::createPassage(t, record);
        const auto set = [&](const QString& question, const QString& value) {
            dossier::setAnswer(t, dossier::entity::Passage, passage, question, Answer::of(value));
        };
        set(QStringLiteral("ent_mode"), QStringLiteral("documentaire"));
        set(QStringLiteral("ent_type"), QStringLiteral("document"));
        set(QStringLiteral("ent_date"), m_date.toString(Qt::ISODate));
        return passage;
    }

    static std::vector<std::pair<QString, QString>> answersOf(const exchange::ListedActor& listed)
    {
        std::vector<std::pair<QString, QString>> answers;
        const auto add = [&](const QString& question, const QString& value) {
            if (!value.isEmpty()) answers.emplace_back(question, value);
        };
        add(QStringLiteral("id_nom_fr"), listed.name.isEmpty() ? listed.acronym : listed.name);
        add(QStringLiteral("id_nom_ar"), listed.nameAr);
        add(QStringLiteral("id_sigle"), listed.acronym);
        QStringList questions = listed.answers.keys();
        questions.sort();
        for (const QString& question : questions) {
            const bool taken = std::any_of(answers.begin(), answers.end(),
                                           [&](const auto& known) { return known.first == question; });
            if (!taken) add(question, listed.answers.value(question));
        }
        return answers;
    }

    static void answer(dossier::Transaction& t, const QString& record, const QString& passage,
                       const QString& question, const QString& value)
    {
        dossier::setAnswer(t, dossier::entity::Record, record, question, Answer::of(value));
        dossier::setSource(t, dossier::entity::Record, record, question, passage);
    }

    void addFacts(dossier::Transaction& t, const QString& record, const exchange::ListedActor& listed)
    {
        const auto add = [&](const QString& field, const QString& value) {
            if (!value.isEmpty()) dossier::addFact(t, record, m_source, field, value);
        };
        add(QStringLiteral("type"), listed.type);
        add(QStringLiteral("sectors"), listed.sectors.join(QStringLiteral(" ; ")));
        add(QStringLiteral("places"), listed.places.join(QStringLiteral(" ; ")));
        add(QStringLiteral("activities"), listed.activities.join(QStringLiteral(" ; ")));
        QStringList fields = listed.facts.keys();
        fields.sort();
        for (const QString& field : fields)
            add(field, listed.facts.value(field).join(QStringLiteral(" ; ")));
    }

    Study& m_study;
    QString m_source;
    QDate m_date;
    QHash<QString, QString> m_byName;
};

/// Drops answers whose code the version of the record does not hold, with a warning: a list never brings in a
/// bad value.
void dropIllegalAnswers(const Study& study, exchange::ListReading& reading)
{
    const QHash<QString, QString> known = recordsByName(study);
    for (exchange::ListedActor& listed : reading.actors) {
        const auto form = study.formOf(known.value(identity(listed.name, listed.acronym)));
        for (auto it = listed.answers.begin(); it != listed.answers.end();) {
            const questionnaire::Question* question = form->question(it.key());
            const questionnaire::ChoiceList* list = question ? form->listOf(*question) : nullptr;
            const auto holds = [&](const QString& code) {
                return std::any_of(list->choices.begin(), list->choices.end(),
                                   [&](const questionnaire::Choice& choice) { return choice.name == code; });
            };
            const QStringList codes = it.value().split(u' ', Qt::SkipEmptyParts);
            if (question && (!list || std::all_of(codes.begin(), codes.end(), holds))) {
                ++it;
                continue;
            }
            reading.warnings.push_back({base::Severity::Warning,
                                        QStringLiteral("import.unknown_code"),
                                        {{}, listed.rows.empty() ? 0 : listed.rows.front(), it.key()},
                                        {it.value(), it.key()}});
            it = listed.answers.erase(it);
        }
    }
}

void propose(const Study& study, const exchange::ListReading& reading, ImportReport& report)
{
    const std::vector<exchange::KnownActor> known = knownActors(study);
    QHash<QString, QString> names;
    for (const exchange::KnownActor& actor : known)
        names.insert(actor.id, identity(actor.nameFr, actor.acronym));
    for (const exchange::Match& match : exchange::proposeMatches(reading.actors, known)) {
        const exchange::ListedActor& listed = reading.actors[static_cast<size_t>(match.listed)];
        if (names.value(match.actor) == identity(listed.name, listed.acronym))
            continue; // updated, not proposed
        report.matched.push_back({listed.rows.empty() ? 0 : listed.rows.front(), match.actor,
                                  listed.name.isEmpty() ? listed.acronym : listed.name, match.score,
                                  match.reason});
    }
}

} // namespace

ImportReport importList(Study& study, const ImportRequest& request, const base::Progress& progress)
{
    ImportReport report;
    QString source;
    exchange::ListReading reading = read(request, source, report.rejected, progress);
    if (base::hasErrors(report.rejected)) return report;
    dropIllegalAnswers(study, reading);
    report.rows = reading.rows;
    report.organisations = static_cast<int>(reading.actors.size());
    report.rejected = reading.rejected;
    report.warnings = reading.warnings;
    propose(study, reading, report);
    if (request.dryRun || reading.actors.empty()) return report;

    Importer importer(study, source, study.localNow().date());
    report.changes = study.dossier().transact(QStringLiteral("import"), [&](dossier::Transaction& t) {
        int done = 0;
        for (const exchange::ListedActor& listed : reading.actors) {
            base::advance(progress, QStringLiteral("import.write"), done++, report.organisations);
            importer.write(t, listed, report);
        }
    });
    return report;
}

} // namespace workflow
