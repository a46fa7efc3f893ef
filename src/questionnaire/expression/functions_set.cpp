#include "questionnaire/expression/functions.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace questionnaire::ast {

namespace {

using Values = std::span<const TreeValue>;

// Position of an element among its siblings of the same name, from 1.
double positionAmongSiblings(const TreeNode* node)
{
    if (!node->parent) return 1;
    int position = 1;
    for (int i = 0; i < node->index; ++i) {
        const auto& sibling = node->parent->children[size_t(i)];
        if (sibling->isElement() && sibling->name == node->name) ++position;
    }
    return position;
}

TreeValue position(const EvalContext& context, const Call& call)
{
    if (call.arguments.empty()) return double(context.position);
    if (!context.tree) return double(context.scope.position());
    const TreeValue value = evaluate(*call.arguments[0], context);
    const auto* set = std::get_if<NodeSet>(&value);
    if (!set || set->nodes.empty()) return std::nan("");
    return positionAmongSiblings(set->nodes.front());
}

TreeValue last(const EvalContext& context, Values)
{
    return double(context.size);
}

TreeValue current(const EvalContext& context, Values)
{
    if (context.current) return NodeSet{{context.current}};
    return fromExprValue(context.scope.self());
}

TreeValue instance(const EvalContext& context, Values a)
{
    const TreeNode* content = context.tree ? context.tree->instance(textOf(a[0])) : nullptr;
    return content ? TreeValue(NodeSet{{content}}) : TreeValue(QStringList());
}

const QString& referenceName(const Node& node)
{
    static const QString none;
    const auto* reference = std::get_if<Reference>(&node.what);
    return reference ? reference->name : none;
}

TreeValue indexedRow(const EvalContext& context, const Call& call)
{
    const double index = context.number(evaluate(*call.arguments[2], context));
    const auto rows =
        context.scope.readRows(referenceName(*call.arguments[1]), referenceName(*call.arguments[0]));
    if (!rows || !(index >= 1) || index > double(rows->size())) return QString();
    return fromExprValue((*rows)[size_t(index) - 1]);
}

bool isUnder(const TreeNode* node, const TreeNode* ancestor)
{
    while (node && node != ancestor)
        node = node->parent;
    return node != nullptr;
}

// Keeps the targets that stand in the wanted occurrence of a repeat. Occurrences are counted within one
// parent, so a nested repeat is counted inside the row already chosen.
void keepOccurrence(NodeSet& targets, const NodeSet& rows, double index)
{
    std::erase_if(targets.nodes, [&](const TreeNode* target) {
        return std::none_of(rows.nodes.begin(), rows.nodes.end(), [&](const TreeNode* row) {
            return positionAmongSiblings(row) == index && isUnder(target, row);
        });
    });
}

// Rows given as a relative path from inside one row name that row only: every row of the repeat is meant.
NodeSet allRows(const NodeSet& rows)
{
    NodeSet all;
    for (const TreeNode* row : rows.nodes) {
        if (!row->parent) continue;
        for (const auto& sibling : row->parent->children) {
            const bool same = sibling->isElement() && sibling->name == row->name;
            if (same && std::find(all.nodes.begin(), all.nodes.end(), sibling.get()) == all.nodes.end())
                all.nodes.push_back(sibling.get());
        }
    }
    return all;
}

TreeValue indexedRepeat(const EvalContext& context, const Call& call)
{
    if (!context.tree) return indexedRow(context, call);
    EvalContext outside = context;
    // ${name} must reach every row, not the one the expression stands in.
    if (!referenceName(*call.arguments[0]).isEmpty()) outside.current = context.tree->root();
    TreeValue value = evaluate(*call.arguments[0], outside);
    auto* targets = std::get_if<NodeSet>(&value);
    if (!targets) return QString();
    for (size_t i = 1; i + 1 < call.arguments.size(); i += 2) {
        const TreeValue rows = evaluate(*call.arguments[i], context);
        const auto* set = std::get_if<NodeSet>(&rows);
        if (set)
            keepOccurrence(*targets, allRows(*set),
                           context.number(evaluate(*call.arguments[i + 1], context)));
    }
    return value;
}

// Park-Miller generator, as ODK specifies for a shuffle that a seed makes repeatable.
class ParkMiller
{
public:
    explicit ParkMiller(double seed)
    {
        m_state = qint64(std::fmod(std::trunc(seed), 2147483647.0));
        if (m_state <= 0) m_state += 2147483646;
    }
    double next()
    {
        m_state = m_state * 16807 % 2147483647;
        return double(m_state - 1) / 2147483646.0;
    }

private:
    qint64 m_state;
};

TreeValue randomize(const EvalContext& context, Values a)
{
    const auto* set = std::get_if<NodeSet>(&a[0]);
    if (!set) return a[0];
    NodeSet shuffled = *set;
    const double seed = a.size() > 1 ? context.number(a[1]) : double(context.scope.now().toMSecsSinceEpoch());
    ParkMiller random(std::isfinite(seed) ? seed : 0);
    for (size_t i = shuffled.nodes.size(); i > 1; --i)
        std::swap(shuffled.nodes[i - 1], shuffled.nodes[size_t(random.next() * double(i))]);
    return shuffled;
}

template <QString (*Name)(const TreeNode*)> TreeValue nodeName(const EvalContext& context, Values a)
{
    const auto* set = a.empty() ? nullptr : std::get_if<NodeSet>(&a[0]);
    const TreeNode* node = a.empty()                    ? context.node
                           : set && !set->nodes.empty() ? set->nodes.front()
                                                        : nullptr;
    return node ? Name(node) : QString();
}

QString localName(const TreeNode* node)
{
    return node->name;
}
QString fullName(const TreeNode* node)
{
    return node->qualifiedName();
}
QString nameSpace(const TreeNode* node)
{
    return node->nameSpace;
}

constexpr std::array<BuiltIn, 9> Functions{{
    {QLatin1String("position"), 0, 1, nullptr, position},
    {QLatin1String("last"), 0, 0, last},
    {QLatin1String("current"), 0, 0, current},
    {QLatin1String("instance"), 1, 1, instance},
    {QLatin1String("indexed-repeat"), 3, -1, nullptr, indexedRepeat},
    {QLatin1String("randomize"), 1, 2, randomize},
    {QLatin1String("local-name"), 0, 1, nodeName<localName>},
    {QLatin1String("name"), 0, 1, nodeName<fullName>},
    {QLatin1String("namespace-uri"), 0, 1, nodeName<nameSpace>},
}};

} // namespace

std::span<const BuiltIn> setFunctions()
{
    return Functions;
}

} // namespace questionnaire::ast
