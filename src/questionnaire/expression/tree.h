#pragma once
#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace questionnaire {

/// A node of an XML document in memory: what location paths walk, and what a running form fills.
class TreeNode
{
public:
    enum class Kind : quint8 { Document, Element, Attribute, Text, Comment, Instruction };

    TreeNode(Kind nodeKind, QString nodeName, QString nodeValue = {})
        : kind(nodeKind), name(std::move(nodeName)), value(std::move(nodeValue))
    {
    }

    Kind kind;
    QString name; ///< local name; target of an instruction
    QString prefix, nameSpace;
    QString value; ///< of attributes, texts, comments and instructions
    TreeNode* parent = nullptr;
    int index = 0; ///< among the parent's children or attributes
    std::vector<std::unique_ptr<TreeNode>> children;
    std::vector<std::unique_ptr<TreeNode>> attributes;

    bool isElement() const { return kind == Kind::Element; }
    QString qualifiedName() const { return prefix.isEmpty() ? name : prefix + u':' + name; }
    /// XPath string-value: the texts below, or the node's own value.
    QString stringValue() const;
    QString attribute(const QString& attributeName) const;
    const TreeNode* child(const QString& childName) const;
    TreeNode* child(const QString& childName);

    TreeNode* append(std::unique_ptr<TreeNode> node);
    TreeNode* insert(int position, std::unique_ptr<TreeNode> node);
    std::unique_ptr<TreeNode> take(int position);
    void setAttribute(const QString& attributeName, const QString& attributeValue);
    /// Replaces everything below by one text.
    void setText(const QString& text);
    std::unique_ptr<TreeNode> clone() const;
};

/// True when `left` stands before `right` in document order.
bool isBefore(const TreeNode* left, const TreeNode* right);

/// Reads a document. Throws base::Error(Malformed) with the line and column when it is not XML.
std::unique_ptr<TreeNode> parseTree(const QByteArray& xml);
/// Writes an element or a document, without indentation.
QByteArray writeTree(const TreeNode& node);

} // namespace questionnaire
