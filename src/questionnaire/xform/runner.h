#pragma once
#include "questionnaire/form_run.h"
#include "questionnaire/xform/definition.h"

namespace questionnaire {

/// The state of a running form behind FormRun: values, relevance, and their recomputation.
class FormRunner
{
public:
    FormRunner(std::unique_ptr<FormDefinition> definition, const QDateTime& now);

    bool apply(const RunStep& step);
    NodeStates states() const;
    QByteArray submission() const;

private:
    /// What a node holds beside its text, which is emptied while the node is hidden.
    struct Record
    {
        QString path; ///< name path
        const Bind* bind = nullptr;
        const SelectControl* select = nullptr;
        bool isLeaf = true, relevant = true;
        QString stored;
        std::optional<QString> computed; ///< last result of the calculation: a user may overwrite it
    };

    void addRecords(TreeNode& node);
    void dropRecords(const TreeNode& node);
    void addMeta();
    void start();
    void preload(TreeNode& node, Record& record) const;
    void fire(const QString& event, TreeNode* at);
    void runAction(const SetValueAction& action, const TreeNode* at);
    void store(TreeNode& node, const QString& value);

    void recompute();
    bool recomputeCounts();
    bool resize(TreeNode& parent, const QString& path, const RepeatDefinition& repeat);
    bool recomputeNode(TreeNode& node, bool parentRelevant);
    bool recomputeChildren(TreeNode& node, bool relevant);
    bool recomputeValue(TreeNode& node, Record& record);
    QString offeredPart(const TreeNode& node, const Record& record) const;

    TreeNode* addRow(TreeNode& parent, const QString& path, const RepeatDefinition& repeat);
    void removeRow(TreeNode& row);
    int placeForRow(const TreeNode& parent, const QString& path) const;
    std::vector<TreeNode*> rows(TreeNode& parent, const QString& path) const;
    TreeNode* find(const QString& exact);
    TreeNode* nearest(const QString& path, const TreeNode* from);

    TreeValue evaluate(const XPathCode& code, const TreeNode* node) const;
    void addState(const TreeNode& node, const QString& parentPath, bool readOnly, NodeStates& states) const;
    NodeState leafState(const TreeNode& node, const Record& record, bool readOnly) const;
    QStringList options(const TreeNode& node, const SelectControl& select) const;
    std::unique_ptr<TreeNode> relevantCopy(const TreeNode& node) const;

    std::unique_ptr<FormDefinition> m_definition;
    InstantScope m_scope;
    QHash<const TreeNode*, Record> m_records;
};

} // namespace questionnaire
