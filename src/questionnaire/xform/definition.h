#pragma once
#include "base/issue.h"
#include "questionnaire/xform/xform_document.h"

namespace questionnaire {

/// A compiled expression of an XForm; nullptr where there is none.
using XPathCode = std::shared_ptr<const ast::Node>;

/// What a bind says of a node.
struct Bind
{
    XPathCode relevant, constraint, calculate, required, readOnly;
    QString type, preload, preloadParams;
};

struct SelectControl
{
    QStringList values; ///< choices written in the control
    XPathCode itemset;  ///< or nodes to take them from
    QString valueName;  ///< child of such a node that holds the code
};

struct RepeatDefinition
{
    XPathCode count;                 ///< nullptr: rows are added by hand
    std::unique_ptr<TreeNode> model; ///< what a new row holds
    QString parentPath;
};

struct SetValueAction
{
    QStringList events;
    QString target, trigger; ///< name paths; trigger: the control the action sits in
    XPathCode value;         ///< nullptr: the text
    QString text;
};

/// What runs: the document of a form with its logic compiled, by name path ("/data/group/name"). Repeats have
/// been given their model row and emptied of template elements.
struct FormDefinition
{
    explicit FormDefinition(std::unique_ptr<TreeNode> xform);

    XFormDocument document;
    TreeNode* instance = nullptr; ///< parent of the root; nullptr when the form has none
    TreeNode* root = nullptr;
    QHash<QString, Bind> binds;
    QHash<QString, SelectControl> selects;
    QSet<QString> acknowledgements; ///< nodes of `trigger` controls
    std::map<QString, RepeatDefinition> repeats;
    std::vector<SetValueAction> actions;
    /// Names of a parent's children in the order of the form: tells where rows go when there is none left.
    QHash<QString, QStringList> childOrder;
    base::Issues issues;

private:
    XPathCode compile(const QString& text, const QString& where);
    void readBinds();
    void readBody(const TreeNode& from);
    void readSelect(const TreeNode& control);
    void readAction(const TreeNode& element, const QString& trigger);
    void extractModels(TreeNode& parent);
    static void clearLeaves(TreeNode& node);
    void noteOrder(const TreeNode& parent);
};

} // namespace questionnaire
