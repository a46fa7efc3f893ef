#include "questionnaire/expression/evaluator.h"

#include <algorithm>
#include <cmath>

namespace questionnaire {

namespace {

using namespace ast;
using Nodes = std::vector<const TreeNode*>;
using Kind = TreeNode::Kind;

void addDescendants(const TreeNode* node, Nodes& out)
{
    for (const auto& child : node->children) {
        out.push_back(child.get());
        addDescendants(child.get(), out);
    }
}

void addSubtreeBackwards(const TreeNode* node, Nodes& out)
{
    for (auto child = node->children.rbegin(); child != node->children.rend(); ++child)
        addSubtreeBackwards(child->get(), out);
    out.push_back(node);
}

bool hasSiblings(const TreeNode* node)
{
    return node->parent && node->kind != Kind::Attribute;
}

void addFollowingSiblings(const TreeNode* node, Nodes& out)
{
    if (!hasSiblings(node)) return;
    const auto& siblings = node->parent->children;
    for (size_t i = size_t(node->index) + 1; i < siblings.size(); ++i)
        out.push_back(siblings[i].get());
}

void addPrecedingSiblings(const TreeNode* node, Nodes& out)
{
    if (!hasSiblings(node)) return;
    for (int i = node->index - 1; i >= 0; --i)
        out.push_back(node->parent->children[size_t(i)].get());
}

void addFollowing(const TreeNode* node, Nodes& out)
{
    if (node->kind == Kind::Attribute && node->parent) {
        node = node->parent;
        addDescendants(node, out);
    }
    for (; node; node = node->parent) {
        Nodes siblings;
        addFollowingSiblings(node, siblings);
        for (const TreeNode* sibling : siblings) {
            out.push_back(sibling);
            addDescendants(sibling, out);
        }
    }
}

void addPreceding(const TreeNode* node, Nodes& out)
{
    if (node->kind == Kind::Attribute && node->parent) node = node->parent;
    for (; node; node = node->parent) {
        Nodes siblings;
        addPrecedingSiblings(node, siblings);
        for (const TreeNode* sibling : siblings)
            addSubtreeBackwards(sibling, out);
    }
}

void addAncestors(const TreeNode* node, Nodes& out)
{
    for (node = node->parent; node; node = node->parent)
        out.push_back(node);
}

void addAll(const std::vector<std::unique_ptr<TreeNode>>& nodes, Nodes& out)
{
    for (const auto& node : nodes)
        out.push_back(node.get());
}

/// Nodes of an axis in its own order: nearest first for those that go backwards.
Nodes axisNodes(Axis axis, const TreeNode* node)
{
    Nodes out;
    switch (axis) {
    case Axis::Child:
        addAll(node->children, out);
        break;
    case Axis::Attribute:
        addAll(node->attributes, out);
        break;
    case Axis::DescendantOrSelf:
        out.push_back(node);
        [[fallthrough]];
    case Axis::Descendant:
        addDescendants(node, out);
        break;
    case Axis::AncestorOrSelf:
        out.push_back(node);
        [[fallthrough]];
    case Axis::Ancestor:
        addAncestors(node, out);
        break;
    case Axis::Self:
        out.push_back(node);
        break;
    case Axis::Parent:
        if (node->parent) out.push_back(node->parent);
        break;
    case Axis::FollowingSibling:
        addFollowingSiblings(node, out);
        break;
    case Axis::PrecedingSibling:
        addPrecedingSiblings(node, out);
        break;
    case Axis::Following:
        addFollowing(node, out);
        break;
    case Axis::Preceding:
        addPreceding(node, out);
        break;
    }
    return out;
}

bool nameMatches(const NodeTest& test, const TreeNode* node, const TreeScope& tree)
{
    if (test.kind == NodeTest::Kind::Name && node->name != test.name) return false;
    if (test.prefix.isEmpty()) return test.kind == NodeTest::Kind::AnyName || node->prefix.isEmpty();
    const QString wanted = tree.nameSpace(test.prefix);
    return wanted.isEmpty() ? node->prefix == test.prefix : node->nameSpace == wanted;
}

bool matches(const Step& step, const TreeNode* node, const TreeScope& tree)
{
    const Kind principal = step.axis == Axis::Attribute ? Kind::Attribute : Kind::Element;
    switch (step.test.kind) {
    case NodeTest::Kind::AnyNode:
        return true;
    case NodeTest::Kind::Text:
        return node->kind == Kind::Text;
    case NodeTest::Kind::Comment:
        return node->kind == Kind::Comment;
    case NodeTest::Kind::Instruction:
        return node->kind == Kind::Instruction && (step.test.name.isEmpty() || step.test.name == node->name);
    case NodeTest::Kind::Name:
    case NodeTest::Kind::AnyName:
        return node->kind == principal && nameMatches(step.test, node, tree);
    }
    return false;
}

Nodes filter(const Nodes& nodes, const Node& predicate, const EvalContext& context)
{
    Nodes kept;
    EvalContext inner = context;
    inner.size = int(nodes.size());
    for (size_t i = 0; i < nodes.size(); ++i) {
        inner.node = nodes[i];
        inner.position = int(i) + 1;
        const TreeValue value = evaluate(predicate, inner);
        const auto* number = std::get_if<double>(&value);
        if (number ? *number == inner.position : truthOf(value)) kept.push_back(nodes[i]);
    }
    return kept;
}

void sortAndUnite(Nodes& nodes)
{
    if (!std::is_sorted(nodes.begin(), nodes.end(), isBefore))
        std::sort(nodes.begin(), nodes.end(), isBefore);
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

Nodes applyStep(const Step& step, const Nodes& from, const EvalContext& context)
{
    Nodes result;
    for (const TreeNode* node : from) {
        Nodes found;
        for (const TreeNode* candidate : axisNodes(step.axis, node))
            if (matches(step, candidate, *context.tree)) found.push_back(candidate);
        for (const NodePtr& predicate : step.predicates)
            found = filter(found, *predicate, context);
        result.insert(result.end(), found.begin(), found.end());
    }
    sortAndUnite(result);
    return result;
}

bool isWithin(const TreeNode* node, const TreeNode* ancestor)
{
    while (node && node != ancestor)
        node = node->parent;
    return node != nullptr;
}

// "/data/rep/a" written in a row of rep means that row's, as ODK clients read it.
void stayInRow(Nodes& nodes, const EvalContext& context)
{
    const auto own = std::find_if(nodes.begin(), nodes.end(), [&](const TreeNode* node) {
        return context.tree->isRow(node) && isWithin(context.current, node);
    });
    if (own != nodes.end()) nodes = {*own};
}

// Without a document, a bare name is a column of the choice being tried, and a path is read by its last name.
TreeValue readWithoutTree(const Path& path, const ExpressionScope& scope)
{
    if (path.steps.empty() || path.steps.back().test.kind != NodeTest::Kind::Name) return QStringList();
    const QString& name = path.steps.back().test.name;
    const bool bare = !path.absolute && path.steps.size() == 1 && path.steps.back().axis == Axis::Child;
    return fromExprValue(bare ? scope.column(name) : scope.read(name));
}

} // namespace

TreeValue evaluatePath(const ast::Path& path, const EvalContext& context)
{
    NodeSet set;
    if (path.start) {
        TreeValue start = evaluate(*path.start, context);
        if (isMissing(start)) return start;
        const auto* nodes = std::get_if<NodeSet>(&start);
        if (!nodes || !context.tree) return start;
        set = *nodes;
        for (const NodePtr& predicate : path.predicates)
            set.nodes = filter(set.nodes, *predicate, context);
    } else if (!context.tree)
        return readWithoutTree(path, context.scope);
    else if (!context.node)
        return QStringList();
    else
        set.nodes = {path.absolute ? context.tree->root() : context.node};
    for (const Step& step : path.steps) {
        set.nodes = applyStep(step, set.nodes, context);
        if (path.absolute && step.predicates.empty() && &step != &path.steps.back())
            stayInRow(set.nodes, context);
    }
    return set;
}

} // namespace questionnaire
