#pragma once
#include "questionnaire/expression/value.h"

#include <memory>
#include <variant>
#include <vector>

namespace questionnaire::ast {

struct Node;
/// Frees chains of operators in a loop: they lean to the left, as deep as the text is long.
struct DropNode
{
    inline void operator()(Node* node) const;
};
using NodePtr = std::unique_ptr<Node, DropNode>;

struct Literal
{
    TreeValue value;
};

/// ${name}
struct Reference
{
    QString name;
};

/// `.` alone: the answer being checked, or the context node.
struct Self
{
};

struct Negation
{
    NodePtr operand;
};

enum class Operator : quint8 {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Union
};

struct Binary
{
    Operator op;
    NodePtr left, right;
};

struct BuiltIn;

/// Call of a function of the library (`builtIn`) or of one a module registered (`extra`).
struct Call
{
    const BuiltIn* builtIn = nullptr;
    std::vector<NodePtr> arguments;
    std::shared_ptr<const ExtraFunction> extra;
    QStringList references;           ///< per argument: name of a plain reference, else empty
    std::vector<ExprValue> constants; ///< per argument, when none has to be evaluated; else empty
};

enum class Axis : quint8 {
    Child,
    Descendant,
    DescendantOrSelf,
    Parent,
    Ancestor,
    AncestorOrSelf,
    Self,
    FollowingSibling,
    PrecedingSibling,
    Following,
    Preceding,
    Attribute
};

struct NodeTest
{
    enum class Kind : quint8 { Name, AnyName, AnyNode, Text, Comment, Instruction } kind = Kind::Name;
    QString prefix, name;
};

struct Step
{
    Axis axis = Axis::Child;
    NodeTest test;
    std::vector<NodePtr> predicates;
};

/// A location path: from the root, from the context node, or from the value of `start` after its predicates.
struct Path
{
    NodePtr start;
    std::vector<NodePtr> predicates;
    bool absolute = false;
    std::vector<Step> steps;
};

/// A node of the tree with where it begins in the text.
struct Node
{
    int position = 0;
    std::variant<Literal, Reference, Self, Negation, Binary, Call, Path> what;
};

/// What a binary operator takes on its left when that is one more operator, else nullptr: chains are followed
/// by it in loops, never by recursion.
inline const Binary* binaryAtLeft(const Binary& binary)
{
    return std::get_if<Binary>(&binary.left->what);
}

void DropNode::operator()(Node* node) const
{
    while (node) {
        auto* binary = std::get_if<Binary>(&node->what);
        Node* const left = binary ? binary->left.release() : nullptr;
        delete node;
        node = left;
    }
}

} // namespace questionnaire::ast
