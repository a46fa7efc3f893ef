#include "workflow/model_versions.h"

#include "assessment/selection.h"
#include "base/resources.h"
#include "dossier/transaction.h"
#include "workflow/model_editing.h"
#include "workflow/record_scope.h"
#include "workflow/settings.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using nlohmann::json;
using Settings = QHash<QString, QString>;

Outcome refused(const QString& code)
{
    Outcome outcome;
    outcome.issues.push_back({base::Severity::Error, code, {}, {}});
    return outcome;
}

json parsed(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    json document = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    return document.is_object() ? document : json::object();
}

QString textOf(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

/// Who approved a version: its own mark, or the study's lock when it is that version's.
json approvalOf(const Settings& settings, const QString& digest)
{
    const json kept = parsed(settings.value(key::ModelApprovalPrefix + digest));
    if (!kept.empty()) return kept;
    if (settings.value(key::ModelDigest) != digest || settings.value(key::ModelLocked).isEmpty()) return kept;
    return {{"on", settings.value(key::ModelLocked).toStdString()},
            {"name", settings.value(key::ModelApprover).toStdString()},
            {"role", settings.value(key::ModelRole).toStdString()},
            {"body", settings.value(key::ModelBody).toStdString()}};
}

ModelVersion described(const Study& study, const Settings& settings, const assessment::Model& model)
{
    ModelVersion version;
    version.digest = model.digest();
    version.version = model.version();
    version.weights = modelWeights(model);
    version.current = study.info().modelDigest == version.digest;
    const json reason = parsed(settings.value(key::ModelReasonPrefix + version.digest));
    version.made = QDateTime::fromString(textOf(reason, "on"), Qt::ISODate);
    version.from = textOf(reason, "from");
    version.reason = textOf(reason, "reason");
    const json approval = approvalOf(settings, version.digest);
    version.approved = QDate::fromString(textOf(approval, "on"), Qt::ISODate);
    QStringList who{textOf(approval, "name"), textOf(approval, "role"), textOf(approval, "body")};
    who.removeAll(QString());
    version.approver = who.join(QStringLiteral(", "));
    return version;
}

void restoreLock(dossier::Transaction& t, const assessment::Model& model, const json& approval)
{
    dossier::setSetting(t, key::ModelLocked, textOf(approval, "on"));
    dossier::setSetting(t, key::ModelDigest, model.digest());
    dossier::setSetting(t, key::ModelVersion, model.version());
    dossier::setSetting(t, key::ModelApprover, textOf(approval, "name"));
    dossier::setSetting(t, key::ModelRole, textOf(approval, "role"));
    dossier::setSetting(t, key::ModelBody, textOf(approval, "body"));
}

/// In one transaction: the approval of what is left, the new text and its reason, and which is in force.
Outcome putInForce(Study& study, const assessment::Model& model, const QByteArray& text,
                   const QString& reason)
{
    const Settings settings = study.dossier().settings();
    const QString left = study.info().modelDigest;
    if (left == model.digest()) return refused(QStringLiteral("model.same"));
    const json leftApproval = approvalOf(settings, left);
    if (!leftApproval.empty() && reason.trimmed().isEmpty())
        return refused(QStringLiteral("model.no_reason"));
    const json approval = approvalOf(settings, model.digest());
    const json why{{"on", study.localNow().toString(Qt::ISODate).toStdString()},
                   {"from", left.toStdString()},
                   {"reason", reason.trimmed().toStdString()}};
    Outcome outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("setting"), [&](dossier::Transaction& t) {
        if (!leftApproval.empty())
            dossier::setSetting(t, key::ModelApprovalPrefix + left,
                                QString::fromStdString(leftApproval.dump()));
        if (settings.value(key::ModelTextPrefix + model.digest()).isEmpty())
            dossier::setSetting(t, key::ModelTextPrefix + model.digest(), QString::fromUtf8(text));
        dossier::setSetting(t, key::ModelReasonPrefix + model.digest(), QString::fromStdString(why.dump()));
        dossier::setSetting(t, key::ModelCurrent, model.digest());
        if (!approval.empty()) restoreLock(t, model, approval);
    });
    outcome.id = model.digest();
    study.info();
    return outcome;
}

/// "1.1" then "1.1.1", "1.1.2"…
QString nextVersion(const Study& study)
{
    const auto versions = modelVersions(study);
    const QString root = assessment::Model::standard()->version();
    for (int next = 1;; ++next) {
        const QString name = QStringLiteral("%1.%2").arg(root).arg(next);
        if (std::none_of(versions.begin(), versions.end(),
                         [&](const ModelVersion& version) { return version.version == name; }))
            return name;
    }
}

struct Ranks
{
    QHash<QString, int> of;
    QHash<QString, QString> names;
    QStringList order;
};

/// Ranks under two models, the records being read once.
std::pair<Ranks, Ranks> ranksUnder(const Study& study, const assessment::Model& first,
                                   const assessment::Model& second, const base::Progress& progress)
{
    struct Scored
    {
        QString id, name;
        std::array<assessment::Assessment, 2> by;
    };
    std::vector<Scored> all;
    const auto evidence = study.dossier().allEvidence();
    const int total = study.dossier().recordCount();
    all.reserve(static_cast<size_t>(total));
    study.dossier().forEachRecord(
        [&](const dossier::RecordSummary& summary, questionnaire::RecordAnswers&& record) {
            base::advance(progress, QStringLiteral("assess"), static_cast<int>(all.size()), total);
            const questionnaire::Answers scope = inScope(study, summary.id, record);
            assessment::EvidenceOverrides overrides;
            overrides.levels = evidence.value(summary.id);
            all.push_back({summary.id,
                           scope.at(QStringLiteral("id_nom_fr")).value,
                           {assessment::assess(first, *study.formOf(summary.id), scope, overrides),
                            assessment::assess(second, *study.formOf(summary.id), scope, overrides)}});
        });
    std::array<Ranks, 2> ranks;
    for (size_t m = 0; m < ranks.size(); ++m) {
        std::vector<assessment::RankInput> inputs;
        for (const Scored& actor : all)
            if (!actor.by[m].institution) inputs.push_back({actor.id, actor.name, &actor.by[m]});
        for (const assessment::RankLine& line : assessment::rank(inputs)) {
            ranks[m].order << line.id;
            if (line.rank) ranks[m].of[line.id] = *line.rank;
        }
        for (const Scored& actor : all)
            ranks[m].names[actor.id] = actor.name;
    }
    return {ranks[0], ranks[1]};
}

std::optional<int> found(const QHash<QString, int>& ranks, const QString& id)
{
    const auto at = ranks.constFind(id);
    return at == ranks.constEnd() ? std::nullopt : std::optional<int>(*at);
}

} // namespace

std::vector<ModelVersion> modelVersions(const Study& study)
{
    const Settings settings = study.dossier().settings();
    std::vector<ModelVersion> versions{described(study, settings, *study.modelVersion({}))};
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!it.key().startsWith(key::ModelTextPrefix) || it.value().isEmpty()) continue;
        const QString digest = it.key().mid(key::ModelTextPrefix.size());
        const auto model = study.modelVersion(digest);
        if (model && digest != versions.front().digest)
            versions.push_back(described(study, settings, *model));
    }
    std::sort(versions.begin() + 1, versions.end(), [](const ModelVersion& a, const ModelVersion& b) {
        return std::tie(a.made, a.digest) < std::tie(b.made, b.digest);
    });
    return versions;
}

QByteArray modelText(const Study& study, const QString& digest)
{
    const QString asked = digest.isEmpty() ? study.info().modelDigest : digest;
    const QString kept = study.dossier().setting(key::ModelTextPrefix + asked);
    return kept.isEmpty() ? base::resource(QStringLiteral("assessment/osc-2014.json")) : kept.toUtf8();
}

base::Issues checkModel(const QByteArray& text)
{
    base::Issues issues;
    assessment::Model::load(text, issues);
    return issues;
}

QByteArray withWeights(const QByteArray& text, const std::vector<double>& weights, const QString& version)
{
    auto document = nlohmann::ordered_json::parse(text.begin(), text.end());
    document["version"] = version.toStdString();
    for (size_t i = 0; i < weights.size(); ++i)
        document["dimensions"][i]["weight"] = std::round(weights[i] * 1000) / 10;
    return QByteArray::fromStdString(document.dump(1, ' '));
}

Outcome adoptModel(Study& study, const QByteArray& text, const QString& reason)
{
    Outcome outcome;
    const auto model = assessment::Model::load(text, outcome.issues);
    if (!model) return outcome;
    return putInForce(study, *model, text, reason);
}

Outcome adoptWeights(Study& study, const std::vector<double>& weights, const QString& reason)
{
    if (static_cast<int>(weights.size()) != dimensionCount(study))
        return refused(QStringLiteral("weights.nothing_to_adopt"));
    const std::vector<double> present = modelWeights(study.model());
    if (std::equal(weights.begin(), weights.end(), present.begin(),
                   [](double a, double b) { return std::abs(a - b) < 1e-9; }))
        return refused(QStringLiteral("model.same"));
    return adoptModel(study, withWeights(modelText(study), weights, nextVersion(study)), reason);
}

Outcome returnToModel(Study& study, const QString& digest, const QString& reason)
{
    const auto model = study.modelVersion(digest);
    if (!model) return refused(QStringLiteral("model.unknown_version"));
    return putInForce(study, *model, modelText(study, digest), reason);
}

std::vector<ModelDifference> modelDifferences(const Study& study, const QString& before, const QString& after)
{
    const json old = parsed(QString::fromUtf8(modelText(study, before)));
    std::vector<ModelDifference> differences;
    for (const json& step : json::diff(old, parsed(QString::fromUtf8(modelText(study, after))))) {
        ModelDifference difference;
        difference.path = textOf(step, "path");
        const json::json_pointer at(step["path"].get<std::string>());
        if (step["op"] != "add") difference.before = QString::fromStdString(old.at(at).dump());
        if (step["op"] != "remove") difference.after = QString::fromStdString(step["value"].dump());
        differences.push_back(std::move(difference));
    }
    return differences;
}

std::optional<std::vector<RankChange>> rankChanges(const Study& study, const QString& before,
                                                   const base::Progress& progress)
{
    const auto info = study.info();
    const auto old = study.modelVersion(before);
    if (!info.modelLocked || !old || approvalOf(study.dossier().settings(), old->digest()).empty())
        return std::nullopt;
    const auto [first, second] = ranksUnder(study, *old, study.model(), progress);
    std::vector<RankChange> changes;
    for (const QString& id : second.order) {
        RankChange change{id, second.names.value(id), found(first.of, id), found(second.of, id)};
        if (change.before != change.after) changes.push_back(std::move(change));
    }
    return changes;
}

} // namespace workflow
