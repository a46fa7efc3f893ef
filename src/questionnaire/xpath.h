#pragma once
#include "questionnaire/explanation.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <variant>
#include <vector>

namespace questionnaire {

class Answers;

/// One evaluation of `form eval`: an expression on a node of an XML document, or on the answers of a record.
struct EvalRequest
{
    enum class As : quint8 { Text, Number, Boolean, NodeSet };

    QString expression;
    As as = As::Text;
    QByteArray xml;  ///< empty: no document
    QString context; ///< path of the context node; empty: the document itself
    QString root;    ///< path of what `/` means; empty: the instance around the context, else the document
    QDateTime now;   ///< in the time zone that dates are read in
};

struct EvalFailure
{
    QString code;     ///< as ExpressionError, or unknown_context
    int position = 0; ///< from 0, in the expression
    QStringList args;
};

/// Text, number, truth, or the paths of the nodes ("/*[1]/*[2]/@id").
using EvalOutcome = std::variant<QString, double, bool, QStringList, EvalFailure>;

/// Throws base::Error(Malformed) when the document is not XML.
EvalOutcome evaluateOnDocument(const EvalRequest& request);
/// ${name} reads the answers, rows included; NodeSet gives the texts.
EvalOutcome evaluateOnAnswers(const EvalRequest& request, const Answers& answers);

/// Why an expression gives what it gives on the answers; nothing when it is not one.
std::optional<Explanation> explainOnAnswers(const EvalRequest& request, const Answers& answers);

struct EvalCase
{
    QString id, documentName;
    EvalRequest request; ///< without its document
};

/// Cases of a tab-separated file with a header: id, expression, xml (or context_doc), context (or
/// context_node), context_root, as (or kind); \t \n \r \\ are escapes. Throws base::Error when a column
/// lacks.
std::vector<EvalCase> readEvalCases(const QByteArray& tsv);

} // namespace questionnaire
