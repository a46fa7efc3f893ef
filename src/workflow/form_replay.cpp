#include "base/atomic_file.h"
#include "workflow/forms.h"

#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using Json = nlohmann::ordered_json;
using questionnaire::FormRun;
using questionnaire::NodeState;
using questionnaire::RunStep;

Json nodeJson(const NodeState& node)
{
    Json json{{"rel", node.relevant}};
    if (!node.isLeaf) return json;
    json["v"] = node.value.toStdString();
    json["ro"] = node.readOnly;
    json["req"] = node.required;
    if (node.fault == NodeState::Fault::Constraint) json["bad"] = "constraint";
    if (node.fault == NodeState::Fault::Required) json["bad"] = "required";
    if (node.options) {
        json["opts"] = Json::array();
        for (const QString& option : *node.options)
            json["opts"].push_back(option.toStdString());
    }
    return json;
}

QString textOf(const Json& object, const char* key)
{
    const auto found = object.find(key);
    if (found == object.end()) return {};
    return QString::fromStdString(found->is_string() ? found->get<std::string>() : found->dump());
}

std::optional<RunStep> stepOf(const QByteArray& line)
{
    const Json json = Json::parse(line.constData(), line.constData() + line.size(), nullptr, false);
    if (!json.is_object()) return {};
    static const QHash<QString, RunStep::Op> verbs{
        {QStringLiteral("set"), RunStep::Op::Set},
        {QStringLiteral("addRepeat"), RunStep::Op::AddRepeat},
        {QStringLiteral("removeRepeat"), RunStep::Op::RemoveRepeat}};
    const auto verb = verbs.constFind(textOf(json, "op"));
    if (verb == verbs.constEnd()) return {};
    RunStep step;
    step.op = *verb;
    step.ref = textOf(json, "ref");
    step.value = textOf(json, "value");
    step.at = textOf(json, "at").toInt();
    return step;
}

Json changesJson(const questionnaire::NodeChanges& changes)
{
    Json changed = Json::object();
    for (const auto& [path, node] : changes)
        changed[path.toStdString()] = node ? nodeJson(*node) : Json(nullptr);
    return {{"changed", changed}};
}

} // namespace

bool replayForm(const ReplayRequest& request, const std::function<void(const Json&)>& print,
                base::Issues& issues)
{
    const std::unique_ptr<FormRun> run = FormRun::open(request.form, request.now, issues);
    if (!run) return false;
    Json nodes = Json::object();
    for (const auto& [path, node] : run->nodes())
        nodes[path.toStdString()] = nodeJson(node);
    print({{"nodes", nodes}});
    int number = 0;
    for (const QByteArray& line : request.steps.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty()) continue;
        const std::optional<RunStep> step = stepOf(line);
        questionnaire::NodeChanges changes;
        if (!step || !run->apply(*step, changes)) {
            issues.push_back({base::Severity::Error,
                              QStringLiteral("form.bad_step"),
                              {{}, number, {}},
                              {QString::fromUtf8(line.left(200))}});
            return false;
        }
        print(changesJson(changes));
    }
    if (!request.submission.isEmpty()) base::writeFileAtomically(request.submission, run->submission());
    return true;
}

} // namespace workflow
