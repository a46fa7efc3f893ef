#include "workflow/demo.h"

#include "dossier/transaction.h"
#include "questionnaire/session.h"
#include "questionnaire/standard.h"
#include "workflow/demo/generator.h"
#include "workflow/settings.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using demo::FictionalActor;
using questionnaire::Answers;

constexpr int Batch = 200;   ///< actors in one transaction
constexpr int SetAside = 12; ///< actors that meet the criteria and are not proposed

/// What the mission concluded of an actor.
struct Conclusion
{
    QString status;
    double completeness = 0;
    bool preselectable = false;
};

Conclusion conclude(const Study& study, const assessment::SelectionSetup& setup, const FictionalActor& actor)
{
    Conclusion conclusion;
    const Answers scope = assessment::inScope(study.form(), actor.answers);
    assessment::EvidenceOverrides evidence;
    for (const demo::EvidenceMark& mark : actor.evidence)
        evidence.levels.insert(mark.indicator, mark.level);
    const assessment::Assessment result = assessment::assess(study.model(), study.form(), scope, evidence);
    conclusion.status = result.status;
    conclusion.preselectable =
        assessment::allMet(assessment::preselection(study.model(), scope, result, setup));
    const questionnaire::Session session(study.sharedForm(), actor.answers, actor.answers.passages.back().uid,
                                         study.clock());
    conclusion.completeness = session.completeness();
    return conclusion;
}

/// Writes entities whose identity is given, so that the same seed gives the same study.
class Writer
{
public:
    explicit Writer(dossier::Transaction& transaction) : m_t(transaction) {}

    void write(const FictionalActor& actor, const Conclusion& conclusion)
    {
        create(dossier::entity::Record, actor.id, {}, {});
        for (const questionnaire::Passage& passage : actor.answers.passages) {
            create(dossier::entity::Passage, passage.uid, actor.id, {});
            answers(dossier::entity::Passage, passage.uid, passage.answers, {});
        }
        answers(dossier::entity::Record, actor.id, actor.answers.actor, actor.answers.passages.back().uid);
        for (const demo::EvidenceMark& mark : actor.evidence)
            dossier::setEvidence(m_t, actor.id, mark.indicator, mark.level, mark.reason);
        dossier::setRecordField(m_t, actor.id, QStringLiteral("status"), conclusion.status);
        dossier::setRecordField(m_t, actor.id, QStringLiteral("completeness"),
                                QString::number(conclusion.completeness, 'f', 4));
    }

    void decide(const QString& record, const QString& decision, const QString& reason)
    {
        dossier::setRecordField(m_t, record, QStringLiteral("decision"), decision);
        dossier::setRecordField(m_t, record, QStringLiteral("decision_reason"), reason);
    }

private:
    void create(const QString& type, const QString& id, const QString& parent, const QString& field)
    {
        dossier::Operation operation;
        operation.kind = dossier::kind::Create;
        operation.entityType = type;
        operation.entityId = id;
        operation.parentId = parent;
        operation.field = field;
        m_t.append(std::move(operation));
    }

    void answers(const QString& type, const QString& id, const Answers& answers, const QString& source)
    {
        QStringList questions = answers.cells().keys();
        questions.sort(); // a hash has no order, a study must have one
        for (const QString& question : questions) {
            dossier::setAnswer(m_t, type, id, question, answers.at(question));
            if (!source.isEmpty()) dossier::setSource(m_t, type, id, question, source);
        }
        QStringList repeats = answers.repeats().keys();
        repeats.sort();
        for (const QString& repeat : repeats) {
            dossier::openRepeat(m_t, type, id, repeat);
            for (const questionnaire::Row& row : *answers.rows(repeat)) {
                create(dossier::entity::Row, row.uid, id, repeat);
                this->answers(dossier::entity::Row, row.uid, row.answers, {});
            }
        }
    }

    dossier::Transaction& m_t;
};

void writeSettings(Study& study)
{
    const std::vector<std::pair<QString, QString>> settings{
        {key::Title, QStringLiteral("Étude Maroc 2014-2015 (fictive)")},
        {key::Consultant, QStringLiteral("Équipe de consultation (fictive)")},
        {key::Fictional, QStringLiteral("oui")},
        {key::Division, QStringLiteral("1997")},
        {key::Date, QStringLiteral("2015-02-27")},
        {key::DonePrefix + QStringLiteral("l1"), QStringLiteral("2015-01-13")},
        {key::DonePrefix + QStringLiteral("l2"), QStringLiteral("2015-02-13")},
        {key::ModelLocked, QStringLiteral("2014-12-22")},
        {key::ModelDigest, study.model().digest()},
        {key::ModelVersion, study.model().version()},
        {key::ModelApprover, QStringLiteral("Comité de démonstration (fictif)")},
        {key::ModelRole, QStringLiteral("Comité de pilotage")},
        {key::ModelBody, QStringLiteral("Étude de démonstration (fictive)")}};
    study.dossier().transact(QStringLiteral("demo"), [&](dossier::Transaction& t) {
        for (const auto& [name, value] : settings)
            dossier::setSetting(t, name, value);
    });
}

/// Reasons recorded at the preselection: the candidates are proposed, a few others that meet the criteria are
/// not.
class Preselection
{
public:
    void note(Writer& writer, const demo::Profile& profile, const FictionalActor& actor,
              const Conclusion& conclusion)
    {
        if (!conclusion.preselectable) return;
        const auto& phrases = demo::Material::standard().phrases;
        if (profile.candidate)
            writer.decide(actor.id, QStringLiteral("preselectionnee"),
                          next(phrases.value(QStringLiteral("motif.pre")), m_proposed));
        else if (profile.mode == demo::Mode::Visit && m_setAside < SetAside)
            writer.decide(actor.id, QStringLiteral("ecartee"),
                          next(phrases.value(QStringLiteral("motif.non")), m_setAside));
    }

private:
    static QString next(const QStringList& reasons, int& turn) { return reasons[turn++ % reasons.size()]; }

    int m_proposed = 0;
    int m_setAside = 0;
};

} // namespace

void fillDemonstration(Study& study, int count, quint64 seed, const base::Progress& progress)
{
    writeSettings(study);
    const demo::Generator generator(*questionnaire::standardForm(), study.divisions(), count, seed);
    const assessment::SelectionSetup setup = study.selectionSetup();
    Preselection preselection;
    for (int first = 0; first < count; first += Batch) {
        study.dossier().transact(QStringLiteral("demo"), [&](dossier::Transaction& t) {
            Writer writer(t);
            for (int number = first; number < std::min(first + Batch, count); ++number) {
                if (number % 20 == 0) base::advance(progress, QStringLiteral("demo.write"), number, count);
                const FictionalActor actor = generator.actor(number);
                const Conclusion conclusion = conclude(study, setup, actor);
                writer.write(actor, conclusion);
                preselection.note(writer, generator.profiles()[static_cast<size_t>(number)], actor,
                                  conclusion);
            }
        });
    }
}

} // namespace workflow
