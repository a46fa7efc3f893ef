#pragma once
#include "base/issue.h"
#include "questionnaire/form_run.h"
#include "questionnaire/xpath.h"

#include <functional>
#include <nlohmann/json_fwd.hpp>

namespace workflow {

/// Problems of a form file (XLSForm workbook, CSV folder, Markdown tables, XForm); empty = accepted.
/// Throws base::Error when the file cannot be read at all.
base::Issues checkForm(const QString& path);

/// One evaluation as the contract prints it: {"value": …}, or {"error": {"message", "position"}}.
/// `answers`: JSON of answers read in the standard instrument; used when the request has no document.
nlohmann::ordered_json evaluate(const questionnaire::EvalRequest& request, const QByteArray& answers = {});
/// Why, in French: {"value": …, "explanation": "parce que …"}, in the words of the standard instrument.
nlohmann::ordered_json explain(const questionnaire::EvalRequest& request, const QByteArray& answers);
/// Many: one JSON line per case of a TSV file, in order, each with its "id".
/// `folder` is where the documents that the cases name are found.
void evaluateCases(const QByteArray& tsv, const QString& folder, const QDateTime& now,
                   const std::function<void(const nlohmann::ordered_json&)>& print);

/// Replays the steps of a JSON Lines text on a form, printing as the contract says: first all nodes, then
/// what each step changed. False, with the problems, when the form has errors or a step is not one; what was
/// printed before it stays printed.
struct ReplayRequest
{
    QString form;
    QByteArray steps;
    QDateTime now;
    QString submission; ///< where the final submission is written; empty = nowhere
};
bool replayForm(const ReplayRequest& request, const std::function<void(const nlohmann::ordered_json&)>& print,
                base::Issues& issues);

} // namespace workflow
