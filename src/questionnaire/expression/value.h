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
using TreeValue = std::variant<QString, double, bool, QStringList, Missing, NodeSet>;

TreeValue fromExprValue(ExprValue value);
/// A node-set becomes the list of its string values.
ExprValue toExprValue(TreeValue value);

inline bool isMissing(const TreeValue& value)
{
    return std::holds_alternative<Missing>(value);
}
inline bool isSet(const TreeValue& value)
{
    return std::holds_alternative<QStringList>(value) || std::holds_alternative<NodeSet>(value);
}

QString textOf(const TreeValue& value);
/// Strings of every member of a set; one string for a scalar.
QStringList textsOf(const TreeValue& value);
bool truthOf(const TreeValue& value);
/// ISO dates are days since 1970 in the scope's time zone (UTC without a scope), as ODK requires.
double numberOf(const TreeValue& value, const ExpressionScope* scope);
double textToNumber(QStringView text, const ExpressionScope* scope);
QString numberToText(double number);

} // namespace questionnaire
