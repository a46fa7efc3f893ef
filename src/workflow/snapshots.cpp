#include "workflow/snapshots.h"

#include "workflow/history.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/record_scope.h"
#include "workflow/study.h"

namespace workflow {
namespace {

constexpr qsizetype LongestLabel = 80;

QString presentLabel()
{
    return QStringLiteral("maintenant");
}

base::Issue issue(const QString& code, const QStringList& args)
{
    return {base::Severity::Error, code, {}, args};
}

/// A state to compare: the present dossier, or a past one that this owns.
struct State
{
    QString label;
    std::unique_ptr<const dossier::Dossier> past;
    const dossier::Dossier* dossier = nullptr;
    std::map<QString, Standing> standings;
};

std::optional<State> stateCalled(const Study& study, const QString& label, base::Issues& issues)
{
    State state;
    state.label = label;
    state.dossier = &study.dossier();
    if (label == presentLabel()) return state;
    QStringList known;
    for (const dossier::Snapshot& snapshot : study.dossier().snapshots()) {
        known << snapshot.label;
        if (snapshot.label != label) continue;
        state.past = study.dossier().at(snapshot.frontier);
        state.dossier = state.past.get();
        return state;
    }
    issues.push_back(issue(
        QStringLiteral("compare.unknown"),
        {label, known.isEmpty() ? QStringLiteral("aucun état figé") : known.join(QStringLiteral(", "))}));
    return {};
}

void standActors(const Study& study, State& state, const base::Progress& progress)
{
    std::map<QString, assessment::Assessment> assessed;
    std::vector<assessment::RankInput> inputs;
    const auto evidence = state.dossier->allEvidence();
    const int total = state.dossier->recordCount();
    state.dossier->forEachRecord(
        [&](const dossier::RecordSummary& summary, questionnaire::RecordAnswers&& record) {
            base::advance(progress, QStringLiteral("assess"), static_cast<int>(assessed.size()), total);
            assessment::EvidenceOverrides overrides;
            overrides.levels = evidence.value(summary.id);
            auto& result = assessed[summary.id];
            result = assessment::assess(study.model(), *study.formOf(summary.id),
                                        inScope(study, summary.id, record), overrides);
            state.standings[summary.id].status = result.status;
            if (!result.institution) inputs.push_back({summary.id, summary.nameFr, &result});
        });
    if (!study.info().modelLocked) return;
    for (const assessment::RankLine& line : assessment::rank(inputs)) {
        Standing& standing = state.standings[line.id];
        standing.global = assessed.at(line.id).global.central;
        standing.rank = line.rank;
    }
}

bool differ(const Standing& a, const Standing& b)
{
    return a.status != b.status || a.global != b.global || a.rank != b.rank;
}

QString nameIn(const dossier::Dossier& dossier, const QString& record)
{
    const auto summary = record.isEmpty() ? std::nullopt : dossier.record(record);
    return summary ? summary->nameFr : QString();
}

/// A kept file is told by its name.
bool isDetailOfFile(const QString& shownField)
{
    return shownField.startsWith(u"media@") || shownField.startsWith(u"size@");
}

bool isSaid(const dossier::FieldChange& change)
{
    return !isDetailOfFile(change.field) && change.field != dossier::StatusField &&
           change.field != dossier::CompletenessField && !change.field.startsWith(u"s:");
}

AnswerChange changeOf(const Study& study, const State& b, const dossier::FieldChange& change)
{
    return {change.record,
            nameIn(*b.dossier, change.record),
            change.field,
            fieldLabel(study, change.field),
            fieldDisplay(study, change.field, change.before),
            fieldDisplay(study, change.field, change.after)};
}

QString scoreText(const Standing& standing)
{
    QStringList parts;
    if (standing.global) parts << QString::number(*standing.global, 'f', 1).replace(u'.', u',');
    if (standing.rank) parts << QStringLiteral("rang %1").arg(*standing.rank);
    parts << messages::statusWord(standing.status);
    return parts.join(QStringLiteral(", "));
}

QString valueText(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("rien") : text;
}

void addNames(QStringList& lines, const QString& title,
              const std::vector<std::pair<QString, QString>>& actors)
{
    lines << QString() << QStringLiteral("%1 : %2").arg(title).arg(actors.size());
    for (const auto& [id, name] : actors)
        lines << QStringLiteral("    %1").arg(name.isEmpty() ? id : name);
}

} // namespace

Outcome freeze(Study& study, const QString& label)
{
    Outcome outcome;
    const QString name = label.simplified();
    if (name.isEmpty() || name == presentLabel() || name.size() > LongestLabel)
        outcome.issues.push_back(issue(QStringLiteral("freeze.label"), {name.left(LongestLabel)}));
    for (const dossier::Snapshot& snapshot : std::as_const(study).dossier().snapshots())
        if (snapshot.label == name) outcome.issues.push_back(issue(QStringLiteral("freeze.taken"), {name}));
    if (!outcome.ok()) return outcome;
    outcome.id = study.dossier().freeze(name).label;
    outcome.changes.study = true;
    return outcome;
}

std::optional<StateComparison> compareStates(const Study& study, const QString& a, const QString& b,
                                             base::Issues& issues, const base::Progress& progress)
{
    auto before = stateCalled(study, a, issues), after = stateCalled(study, b, issues);
    if (!before || !after) return {};
    standActors(study, *before, progress);
    standActors(study, *after, progress);
    const dossier::Comparison found = dossier::compare(*before->dossier, *after->dossier);
    StateComparison out;
    out.a = a;
    out.b = b;
    for (const QString& record : found.added)
        out.added.emplace_back(record, nameIn(*after->dossier, record));
    for (const QString& record : found.removed)
        out.removed.emplace_back(record, nameIn(*before->dossier, record));
    for (const dossier::FieldChange& change : found.changes)
        if (isSaid(change)) out.answers.push_back(changeOf(study, *after, change));
    for (const dossier::RecordSummary& summary : after->dossier->records()) {
        const auto was = before->standings.find(summary.id), is = after->standings.find(summary.id);
        if (was == before->standings.end() || is == after->standings.end()) continue;
        if (differ(was->second, is->second))
            out.scores.push_back({summary.id, summary.nameFr, was->second, is->second});
    }
    return out;
}

QString comparisonText(const StateComparison& comparison)
{
    QStringList lines{QStringLiteral("De « %1 » à « %2 »").arg(comparison.a, comparison.b)};
    addNames(lines, QStringLiteral("Acteurs ajoutés"), comparison.added);
    addNames(lines, QStringLiteral("Acteurs retirés"), comparison.removed);
    lines << QString() << QStringLiteral("Réponses changées : %1").arg(comparison.answers.size());
    for (const AnswerChange& change : comparison.answers)
        lines << QStringLiteral("    %1 – %2 : %3 → %4")
                     .arg(change.name.isEmpty() ? QStringLiteral("Étude") : change.name, change.label,
                          valueText(change.before), valueText(change.after));
    lines << QString()
          << QStringLiteral("Notes, rangs et statuts changés : %1").arg(comparison.scores.size());
    for (const ScoreMove& move : comparison.scores)
        lines << QStringLiteral("    %1 : %2 → %3")
                     .arg(move.name, scoreText(move.before), scoreText(move.after));
    return lines.join(u'\n');
}

} // namespace workflow
