#pragma once
#include "questionnaire/expression/expression.h"
#include "questionnaire/expression/tree.h"

namespace questionnaire {

/// Nodes of an XML document, in document order.
struct NodeSet
{
    std::vector<const TreeNode*> nodes;
};

/// What the evaluator computes with: the public values, and real node-sets when there is a document.
using Value = std::variant<QString, double, bool, QStringList, Missing, NodeSet>;

Value fromExprValue(ExprValue value);
/// A node-set becomes the list of its string values.
ExprValue toExprValue(Value value);

inline bool isMissing(const Value& value)
{
    return std::holds_alternative<Missing>(value);
}
inline bool isSet(const Value& value)
{
    return std::holds_alternative<QStringList>(value) || std::holds_alternative<NodeSet>(value);
}

QString textOf(const Value& value);
/// Strings of every member of a set; one string for a scalar.
QStringList textsOf(const Value& value);
bool truthOf(const Value& value);
/// ISO dates are days since 1970 in the scope's time zone (UTC without a scope), as ODK requires.
double numberOf(const Value& value, const ExpressionScope* scope);
double textToNumber(QStringView text, const ExpressionScope* scope);
QString numberToText(double number);

} // namespace questionnaire
