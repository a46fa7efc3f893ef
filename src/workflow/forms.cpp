#include "workflow/forms.h"

#include "assessment/assessment_json.h"
#include "base/atomic_file.h"
#include "questionnaire/compiler.h"
#include "questionnaire/standard.h"
#include "workflow/messages/explanation.h"
#include "workflow/messages/messages.h"

#include <QDir>
#include <QFileInfo>

#include <cmath>

namespace workflow {
namespace {

using Json = nlohmann::ordered_json;
using questionnaire::EvalFailure;
using questionnaire::EvalOutcome;
using questionnaire::EvalRequest;

struct ToJson
{
    const QString& expression;

    Json operator()(const QString& text) const { return {{"value", text.toStdString()}}; }
    Json operator()(bool truth) const { return {{"value", truth}}; }
    Json operator()(double number) const
    {
        // JSON has no such numbers; XPath writes them as text.
        if (std::isnan(number)) return {{"value", "NaN"}};
        if (std::isinf(number)) return {{"value", number > 0 ? "Infinity" : "-Infinity"}};
        return {{"value", number}};
    }
    Json operator()(const QStringList& nodes) const
    {
        Json list = Json::array();
        for (const QString& node : nodes)
            list.push_back(node.toStdString());
        return {{"value", list}};
    }
    Json operator()(const EvalFailure& failure) const
    {
        const base::Issue issue{base::Severity::Error,
                                QStringLiteral("expression.") + failure.code,
                                {},
                                QStringList{expression, QString::number(failure.position + 1)} +
                                    failure.args};
        return {
            {"error",
             {{"message", messages::forIssue(issue).what.toStdString()}, {"position", failure.position}}}};
    }
};

/// Cases may name their document with or without its ending.
QString documentPath(const QString& folder, const QString& name)
{
    const QString path = QDir(folder).filePath(name);
    return QFileInfo::exists(path) ? path : path + QStringLiteral(".xml");
}

questionnaire::Answers answersOf(const QByteArray& json)
{
    base::Issues issues;
    const auto model = assessment::Model::standard();
    const auto input = assessment::readInput(*model, *questionnaire::standardForm(), json, issues);
    return input ? questionnaire::unite(input->record) : questionnaire::Answers();
}

} // namespace

base::Issues checkForm(const QString& path)
{
    return questionnaire::readForm(path).issues;
}

Json evaluate(const EvalRequest& request, const QByteArray& answers)
{
    const EvalOutcome outcome = request.xml.isEmpty()
                                    ? questionnaire::evaluateOnAnswers(
                                          request, answersOf(answers.isEmpty() ? QByteArray("{}") : answers))
                                    : questionnaire::evaluateOnDocument(request);
    return std::visit(ToJson{request.expression}, outcome);
}

Json explain(const EvalRequest& request, const QByteArray& answers)
{
    const questionnaire::Answers record = answers.isEmpty() ? questionnaire::Answers() : answersOf(answers);
    Json result = std::visit(ToJson{request.expression}, questionnaire::evaluateOnAnswers(request, record));
    if (const auto why = questionnaire::explainOnAnswers(request, record))
        result["explanation"] = messages::because(*questionnaire::standardForm(), *why).toStdString();
    return result;
}

void evaluateCases(const QByteArray& tsv, const QString& folder, const QDateTime& now,
                   const std::function<void(const Json&)>& print)
{
    QHash<QString, QByteArray> documents;
    for (questionnaire::EvalCase& item : questionnaire::readEvalCases(tsv)) {
        if (!item.documentName.isEmpty() && !documents.contains(item.documentName))
            documents.insert(item.documentName, base::readFile(documentPath(folder, item.documentName)));
        item.request.xml = documents.value(item.documentName);
        if (!item.request.now.isValid()) item.request.now = now;
        Json line{{"id", item.id.toStdString()}};
        line.update(evaluate(item.request));
        print(line);
    }
}

} // namespace workflow
