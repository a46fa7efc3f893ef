#pragma once
#include "questionnaire/expression/evaluator.h"

#include <QSet>

namespace questionnaire {

/// An XML document as expressions reach it: what `/` means, secondary instances, translations and prefixes of
/// an XForm. Any other document has only the first.
class XFormDocument final : public TreeScope
{
public:
    explicit XFormDocument(std::unique_ptr<TreeNode> document);

    const TreeNode& document() const { return *m_document; }
    /// The model element; nullptr when the document is not an XForm.
    TreeNode* model() { return m_model; }
    const TreeNode* model() const { return m_model; }
    const TreeNode* body() const;
    QString title() const;
    /// The instance element that holds the answers; nullptr when there is none.
    TreeNode* primaryInstance();

    void setRoot(const TreeNode* root) { m_root = root; }
    const TreeNode* root() const override { return m_root; }
    NodeSet reference(const QString& name, const TreeNode* from) const override;
    const TreeNode* instance(const QString& id) const override;
    QString itext(const QString& id) const override;
    QString choiceLabel(const QString& value, const QString& path) const override;
    QString nameSpace(const QString& prefix) const override;

    /// Rows of repeats: an absolute path that crosses a repeat stays in the row its expression belongs to.
    void addRow(const TreeNode* row) { m_rows.insert(row); }
    void removeRow(const TreeNode* row) { m_rows.remove(row); }
    bool isRow(const TreeNode* node) const override { return m_rows.contains(node); }

    /// Languages of the translations; the default one first.
    QStringList languages() const;
    QString itext(const QString& id, const QString& language) const;
    /// Text of a label or hint element: its reference to a translation, else its own words.
    QString textOf(const TreeNode* element, const QString& language = {}) const;

private:
    const TreeNode* translation(const QString& language) const;

    std::unique_ptr<TreeNode> m_document;
    TreeNode* m_model = nullptr;
    const TreeNode* m_root = nullptr;
    QHash<QString, QString> m_prefixes;
    QSet<const TreeNode*> m_rows;
};

/// First element below with that local name.
TreeNode* findElement(TreeNode& from, const QString& name);

/// Gives expressions an instant, and nothing to read but the document.
class InstantScope final : public ExpressionScope
{
public:
    explicit InstantScope(QDateTime instant) : m_now(std::move(instant)) {}
    ExprValue read(const QString&) const override { return QString(); }
    std::optional<std::vector<ExprValue>> readRows(const QString&, const QString&) const override
    {
        return std::nullopt;
    }
    QString stateOf(const QString&) const override { return QString(); }
    QDateTime now() const override { return m_now; }

private:
    QDateTime m_now;
};

} // namespace questionnaire
