#include "questionnaire/expression/evaluator.h"

#include "questionnaire/expression/functions.h"

#include <QVarLengthArray>

#include <cmath>

namespace questionnaire {

namespace {

using namespace ast;

bool isComparison(Operator op)
{
    return op >= Operator::Equal && op <= Operator::GreaterEqual;
}

bool compareNumbers(Operator op, double left, double right)
{
    switch (op) {
    case Operator::Equal:
        return left == right;
    case Operator::NotEqual:
        return !(left == right);
    case Operator::Less:
        return left < right;
    case Operator::LessEqual:
        return left <= right;
    case Operator::Greater:
        return left > right;
    case Operator::GreaterEqual:
        return left >= right;
    default:
        Q_ASSERT(false);
        return false;
    }
}

bool compareScalars(Operator op, const TreeValue& left, const TreeValue& right, const ExpressionScope& scope)
{
    if (op > Operator::NotEqual) return compareNumbers(op, numberOf(left, &scope), numberOf(right, &scope));
    const bool wantEqual = op == Operator::Equal;
    if (std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right))
        return (truthOf(left) == truthOf(right)) == wantEqual;
    if (std::holds_alternative<double>(left) || std::holds_alternative<double>(right))
        return compareNumbers(op, numberOf(left, &scope), numberOf(right, &scope));
    const auto* leftText = std::get_if<QString>(&left);
    const auto* rightText = std::get_if<QString>(&right);
    if (leftText && rightText) return (*leftText == *rightText) == wantEqual;
    return (textOf(left) == textOf(right)) == wantEqual;
}

bool compareSets(Operator op, const TreeValue& left, const TreeValue& right, const ExpressionScope& scope)
{
    // ODK clients compare the order of a truth value with each member; XPath 1.0 would take the set's own
    // truth.
    const bool isTruth = std::holds_alternative<bool>(left) || std::holds_alternative<bool>(right);
    if (isTruth && op <= Operator::NotEqual) return compareScalars(op, truthOf(left), truthOf(right), scope);
    const auto members = [](const TreeValue& value) {
        std::vector<TreeValue> all;
        if (!isSet(value))
            all.push_back(value);
        else
            for (const QString& text : textsOf(value))
                all.emplace_back(text);
        return all;
    };
    const std::vector<TreeValue> rights = members(right);
    for (const TreeValue& one : members(left))
        for (const TreeValue& other : rights)
            if (compareScalars(op, one, other, scope)) return true;
    return false;
}

double arithmetic(Operator op, double left, double right)
{
    switch (op) {
    case Operator::Add:
        return left + right;
    case Operator::Subtract:
        return left - right;
    case Operator::Multiply:
        return left * right;
    case Operator::Divide:
        return left / right;
    case Operator::Modulo:
        return std::fmod(left, right);
    default:
        Q_ASSERT(false);
        return 0;
    }
}

TreeValue unite(const TreeValue& left, const TreeValue& right)
{
    const auto* a = std::get_if<NodeSet>(&left);
    const auto* b = std::get_if<NodeSet>(&right);
    if (!a || !b) return textsOf(left) + textsOf(right);
    NodeSet all = *a;
    all.nodes.insert(all.nodes.end(), b->nodes.begin(), b->nodes.end());
    std::sort(all.nodes.begin(), all.nodes.end(), isBefore);
    all.nodes.erase(std::unique(all.nodes.begin(), all.nodes.end()), all.nodes.end());
    return all;
}

// `and` and `or` stop as soon as the result is known, and at the first missing value, from left to right.
TreeValue combine(const Binary& binary, TreeValue left, const EvalContext& context)
{
    if (isMissing(left)) return left;
    const bool isLogic = binary.op == Operator::Or || binary.op == Operator::And;
    const bool stopsAt = binary.op == Operator::Or;
    if (isLogic && truthOf(left) == stopsAt) return stopsAt;
    const TreeValue right = evaluate(*binary.right, context);
    if (isMissing(right)) return right;
    if (isLogic) return truthOf(right);
    if (isComparison(binary.op)) return compare(binary.op, left, right, context.scope);
    if (binary.op == Operator::Union) return unite(left, right);
    return arithmetic(binary.op, context.number(left), context.number(right));
}

TreeValue evaluateBinary(const Binary& binary, const EvalContext& context)
{
    QVarLengthArray<const Binary*, 8> chain;
    for (const Binary* each = &binary; each; each = binaryAtLeft(*each))
        chain.push_back(each);
    TreeValue value = evaluate(*chain.back()->left, context);
    for (auto each = chain.crbegin(); each != chain.crend(); ++each)
        value = combine(**each, std::move(value), context);
    return value;
}

TreeValue callExtra(const Call& call, const EvalContext& context)
{
    if (!call.constants.empty() || call.arguments.empty())
        return fromExprValue(call.extra->call(context.scope, call.constants, call.references));
    std::vector<ExprValue> arguments;
    arguments.reserve(call.arguments.size());
    for (size_t i = 0; i < call.arguments.size(); ++i) {
        const QString& reference = call.references[qsizetype(i)];
        if (!reference.isEmpty()) {
            arguments.emplace_back(reference);
            continue;
        }
        TreeValue value = evaluate(*call.arguments[i], context);
        if (isMissing(value)) return value;
        arguments.push_back(toExprValue(std::move(value)));
    }
    return fromExprValue(call.extra->call(context.scope, arguments, call.references));
}

TreeValue evaluateCall(const Call& call, const EvalContext& context)
{
    if (call.extra) return callExtra(call, context);
    if (call.builtIn->lazy) return call.builtIn->lazy(context, call);
    QVarLengthArray<TreeValue, 4> arguments;
    for (const NodePtr& argument : call.arguments) {
        arguments.push_back(evaluate(*argument, context));
        if (isMissing(arguments.back())) return arguments.back();
    }
    return call.builtIn->eager(context, {arguments.constData(), size_t(arguments.size())});
}

struct Evaluation
{
    const EvalContext& context;

    TreeValue operator()(const Literal& literal) const { return literal.value; }
    TreeValue operator()(const Reference& reference) const
    {
        if (context.tree) return context.tree->reference(reference.name, context.current);
        return fromExprValue(context.scope.read(reference.name));
    }
    TreeValue operator()(const Self&) const
    {
        if (context.node) return NodeSet{{context.node}};
        return fromExprValue(context.scope.self());
    }
    TreeValue operator()(const Negation& negation) const
    {
        TreeValue value = evaluate(*negation.operand, context);
        if (isMissing(value)) return value;
        return -context.number(value);
    }
    TreeValue operator()(const Binary& binary) const { return evaluateBinary(binary, context); }
    TreeValue operator()(const Call& call) const { return evaluateCall(call, context); }
    TreeValue operator()(const Path& path) const { return evaluatePath(path, context); }
};

} // namespace

bool compare(ast::Operator op, const TreeValue& left, const TreeValue& right, const ExpressionScope& scope)
{
    if (isSet(left) || isSet(right)) return compareSets(op, left, right, scope);
    return compareScalars(op, left, right, scope);
}

TreeValue evaluate(const ast::Node& node, const EvalContext& context)
{
    return std::visit(Evaluation{context}, node.what);
}

} // namespace questionnaire
