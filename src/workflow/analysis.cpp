#include "workflow/analysis.h"

#include "workflow/handed_results.h"
#include "workflow/record_scope.h"
#include "workflow/robustness.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QCollator>

namespace workflow {
namespace {

using disclosure::ActorData;
using disclosure::StudyData;

ActorData describe(const Study& study, const dossier::RecordSummary& summary,
                   questionnaire::RecordAnswers record, const QHash<QString, int>& evidence,
                   const assessment::SelectionSetup& setup)
{
    ActorData actor;
    actor.id = summary.id;
    actor.number = summary.number;
    actor.decision = summary.decision;
    actor.completeness = summary.completeness;
    actor.record = std::move(record);
    actor.inScope = inScope(study, actor.id, actor.record);
    assessment::EvidenceOverrides overrides;
    overrides.levels = evidence;
    actor.assessment = assessment::assess(study.model(), *study.formOf(actor.id), actor.inScope, overrides);
    actor.preselection = assessment::preselection(study.model(), actor.inScope, actor.assessment, setup);
    actor.eligibility = assessment::eligibility(study.model(), actor.inScope, actor.assessment);
    for (const dossier::SourceFact& fact : study.dossier().facts(summary.id)) {
        if (!actor.sources.contains(fact.source)) actor.sources << fact.source;
        QString& value = actor.facts[fact.field];
        value = value.isEmpty() ? fact.value : value + QStringLiteral(" ; ") + fact.value;
    }
    actor.eligibleFrom = assessment::eligibleFrom(study.model(), actor.inScope, actor.assessment);
    if (isReviewerDossier(study)) review::useResults(actor);
    return actor;
}

void rankActors(StudyData& data)
{
    std::vector<assessment::RankInput> inputs;
    for (const ActorData& actor : data.actors)
        if (!actor.assessment.institution) inputs.push_back({actor.id, nameOf(actor), &actor.assessment});
    data.ranking = assessment::rank(inputs);
    static const std::array<QString, 4> services{QStringLiteral("D1"), QStringLiteral("D2"),
                                                 QStringLiteral("D3"), QStringLiteral("D4")};
    for (size_t s = 0; s < services.size(); ++s)
        data.serviceRankings[s] = assessment::rank(inputs, services[s]);
}

/// Points of global score that one indicator would win by being shown the evidence it expects.
double gainFromEvidence(const Study& study, const ActorData& actor, const QHash<QString, int>& evidence,
                        const assessment::Model::Indicator& indicator)
{
    if (!actor.assessment.global.central) return 0;
    assessment::EvidenceOverrides shown;
    shown.levels = evidence;
    const int level = indicator.proof == u'O' ? 3 : 2;
    if (actor.assessment.indicators.at(indicator.code).evidence >= level) return 0;
    shown.levels.insert(indicator.code, level);
    const assessment::Assessment better =
        assessment::assess(study.model(), *study.formOf(actor.id), actor.inScope, shown);
    return better.global.central.value_or(0) - *actor.assessment.global.central;
}

std::vector<AnswerRead> answersRead(const Study& study, const ActorData& actor,
                                    const QHash<QString, dossier::AnswerNote>& notes,
                                    const assessment::Model::Indicator& indicator)
{
    std::vector<AnswerRead> reads;
    for (QString name : indicator.inputs) {
        if (name.endsWith(u'?')) name.chop(1);
        const questionnaire::Question* question = study.form().question(name);
        if (!question) continue;
        AnswerRead read;
        read.question = name;
        read.label = question->label;
        const dossier::AnswerNote note = notes.value(name);
        read.source = note.source;
        read.author = note.author;
        read.changed = note.changed;
        if (question->type == questionnaire::QuestionType::Repeat) {
            const auto* rows = actor.inScope.rows(name);
            read.state = questionnaire::stateCode(rows ? questionnaire::AnswerState::Value
                                                       : questionnaire::AnswerState::NotAsked);
            read.text = rows ? QString::number(rows->size()) : QString();
        } else {
            const questionnaire::Answer& answer = actor.inScope.at(name);
            read.state = questionnaire::stateCode(answer.state);
            read.text = answer.isKnown() ? study.form().display(*question, answer.value) : QString();
        }
        reads.push_back(std::move(read));
    }
    return reads;
}

QStringList piecesSeen(const ActorData& actor, const assessment::Model::Indicator& indicator)
{
    const QStringList documents = actor.inScope.at(QStringLiteral("ver_documents")).codes();
    const QStringList observations = actor.inScope.at(QStringLiteral("ver_observations")).codes();
    QStringList seen;
    for (const QStringList& alternative : indicator.evidence)
        for (const QString& piece : alternative)
            if ((documents.contains(piece) || observations.contains(piece)) && !seen.contains(piece))
                seen << piece;
    return seen;
}

} // namespace

QString nameOf(const ActorData& actor)
{
    return actor.inScope.at(QStringLiteral("id_nom_fr")).value;
}

std::shared_ptr<const StudyData> studyData(const Study& study, const base::Progress& progress)
{
    auto data = std::make_shared<StudyData>();
    data->info = study.info();
    data->form = &study.form();
    data->model = &study.model();
    data->divisions = &study.divisions();
    data->guidedTexts = study.dossier().guidedTexts();
    const assessment::SelectionSetup setup = study.selectionSetup();
    const auto evidence = study.dossier().allEvidence();
    const int total = study.dossier().recordCount();
    data->actors.reserve(static_cast<size_t>(total));
    study.dossier().forEachRecord(
        [&](const dossier::RecordSummary& summary, questionnaire::RecordAnswers&& record) {
            base::advance(progress, QStringLiteral("assess"), static_cast<int>(data->actors.size()), total);
            data->actors.push_back(
                describe(study, summary, std::move(record), evidence.value(summary.id), setup));
        });
    base::advance(progress, QStringLiteral("rank"));
    rankActors(*data);
    data->trios = findTrios(study, *data, 3);
    return data;
}

assessment::TrioSearch findTrios(const Study& study, const StudyData& data, int top)
{
    return findTrios(study, data, assessment::Weights::of(study.model()), top);
}

ActorData actorData(const Study& study, const QString& record)
{
    const auto summary = study.dossier().record(record);
    assert(summary && "unknown record");
    return describe(study, *summary, study.dossier().answers(record), study.dossier().evidence(record),
                    study.selectionSetup());
}

IndicatorExplanation explainIndicator(const Study& study, const QString& record, const QString& code)
{
    const assessment::Model::Indicator* indicator = study.model().indicator(code);
    assert(indicator && "unknown indicator");
    const ActorData actor = actorData(study, record);
    IndicatorExplanation explanation;
    explanation.code = code;
    explanation.label = indicator->label;
    explanation.rule = indicator->ruleText;
    explanation.proof = indicator->proof;
    explanation.score = actor.assessment.indicators.at(code);
    explanation.reads = answersRead(study, actor, study.dossier().notes(record), *indicator);
    explanation.evidence = indicator->evidence;
    explanation.seen = piecesSeen(actor, *indicator);
    explanation.gain = gainFromEvidence(study, actor, study.dossier().evidence(record), *indicator);
    return explanation;
}

std::vector<std::pair<QString, double>> contributions(const assessment::Model& model,
                                                      const assessment::Assessment& a)
{
    std::vector<std::pair<QString, double>> parts;
    double known = 0;
    for (const assessment::Model::Node& node : model.dimensions())
        if (a.dimensions.at(node.code).central) known += node.weight;
    for (const assessment::Model::Node& node : model.dimensions()) {
        const auto& central = a.dimensions.at(node.code).central;
        parts.emplace_back(node.code, central ? *central * node.weight / known : 0.0);
    }
    return parts;
}

} // namespace workflow
