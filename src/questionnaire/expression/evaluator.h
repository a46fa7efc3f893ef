#pragma once
#include "questionnaire/expression/ast.h"

namespace questionnaire {

/// What location paths and form functions reach in a document; absent in the study's own forms, which read
/// through ExpressionScope only.
class TreeScope
{
public:
    virtual ~TreeScope() = default;
    /// Document or element that `/` means.
    virtual const TreeNode* root() const = 0;
    /// ${name} as seen from a node.
    virtual NodeSet reference(const QString& name, const TreeNode* from) const = 0;
    /// Content element of a secondary instance, nullptr when there is none.
    virtual const TreeNode* instance(const QString& id) const = 0;
    virtual QString itext(const QString& id) const = 0;
    virtual QString choiceLabel(const QString& value, const QString& path) const = 0;
    /// True for a row of a repeat.
    virtual bool isRow(const TreeNode*) const { return false; }
    /// Namespace of a prefix, empty when it is not declared.
    virtual QString nameSpace(const QString& prefix) const = 0;
};

struct EvalContext
{
    const ExpressionScope& scope;
    const TreeScope* tree = nullptr;
    const TreeNode* node = nullptr;    ///< context node
    const TreeNode* current = nullptr; ///< node the whole expression belongs to
    int position = 1, size = 1;

    double number(const TreeValue& value) const { return numberOf(value, &scope); }
};

TreeValue evaluate(const ast::Node& node, const EvalContext& context);
TreeValue evaluatePath(const ast::Path& path, const EvalContext& context);

/// `=`, `<`… as XPath 1.0 defines them, sets included.
bool compare(ast::Operator op, const TreeValue& left, const TreeValue& right, const ExpressionScope& scope);

} // namespace questionnaire
