#include "questionnaire/expression/tree.h"

#include "base/error.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <algorithm>

namespace questionnaire {

namespace {

constexpr int MaxDepth = 500;

void appendTexts(const TreeNode& node, QString& out)
{
    for (const auto& child : node.children) {
        if (child->kind == TreeNode::Kind::Text)
            out += child->value;
        else if (child->isElement())
            appendTexts(*child, out);
    }
}

void renumber(std::vector<std::unique_ptr<TreeNode>>& nodes, size_t from)
{
    for (size_t i = from; i < nodes.size(); ++i)
        nodes[i]->index = int(i);
}

int depthOf(const TreeNode* node)
{
    int depth = 0;
    for (; node->parent; node = node->parent)
        ++depth;
    return depth;
}

// Attributes come after their element and before its children.
int siblingOrder(const TreeNode* node)
{
    return node->kind == TreeNode::Kind::Attribute ? node->index - (1 << 24) : node->index;
}

std::unique_ptr<TreeNode> elementOf(const QXmlStreamReader& reader)
{
    auto element = std::make_unique<TreeNode>(TreeNode::Kind::Element, reader.name().toString());
    element->prefix = reader.prefix().toString();
    element->nameSpace = reader.namespaceUri().toString();
    for (const QXmlStreamAttribute& given : reader.attributes()) {
        auto attribute = std::make_unique<TreeNode>(TreeNode::Kind::Attribute, given.name().toString(),
                                                    given.value().toString());
        attribute->prefix = given.prefix().toString();
        attribute->nameSpace = given.namespaceUri().toString();
        attribute->parent = element.get();
        attribute->index = int(element->attributes.size());
        element->attributes.push_back(std::move(attribute));
    }
    return element;
}

void appendText(TreeNode& parent, const QString& text)
{
    if (parent.kind == TreeNode::Kind::Document) return;
    if (!parent.children.empty() && parent.children.back()->kind == TreeNode::Kind::Text)
        parent.children.back()->value += text;
    else
        parent.append(std::make_unique<TreeNode>(TreeNode::Kind::Text, QString(), text));
}

void readToken(QXmlStreamReader& reader, TreeNode*& at, int& depth)
{
    switch (reader.tokenType()) {
    case QXmlStreamReader::StartElement:
        if (++depth > MaxDepth) reader.raiseError(QStringLiteral("too deeply nested"));
        at = at->append(elementOf(reader));
        break;
    case QXmlStreamReader::EndElement:
        --depth;
        at = at->parent;
        break;
    case QXmlStreamReader::Characters:
        appendText(*at, reader.text().toString());
        break;
    case QXmlStreamReader::Comment:
        at->append(std::make_unique<TreeNode>(TreeNode::Kind::Comment, QString(), reader.text().toString()));
        break;
    case QXmlStreamReader::ProcessingInstruction:
        at->append(std::make_unique<TreeNode>(TreeNode::Kind::Instruction,
                                              reader.processingInstructionTarget().toString(),
                                              reader.processingInstructionData().toString()));
        break;
    default:
        break;
    }
}

using Declared = QHash<QString, QString>; // prefix -> namespace in force

// Names keep the prefixes they came with; each is declared where it first appears.
void declare(QXmlStreamWriter& writer, const TreeNode& named, Declared& declared)
{
    const bool attributeWithoutPrefix = named.kind == TreeNode::Kind::Attribute && named.prefix.isEmpty();
    if (attributeWithoutPrefix || declared.value(named.prefix) == named.nameSpace) return;
    if (named.prefix == u"xml") return;
    declared[named.prefix] = named.nameSpace;
    const QString xmlns = QStringLiteral("xmlns");
    writer.writeAttribute(named.prefix.isEmpty() ? xmlns : xmlns + u':' + named.prefix, named.nameSpace);
}

void writeNode(QXmlStreamWriter& writer, const TreeNode& node, Declared declared)
{
    switch (node.kind) {
    case TreeNode::Kind::Document:
        for (const auto& child : node.children)
            writeNode(writer, *child, declared);
        break;
    case TreeNode::Kind::Element:
        writer.writeStartElement(node.qualifiedName());
        declare(writer, node, declared);
        for (const auto& attribute : node.attributes)
            declare(writer, *attribute, declared);
        for (const auto& attribute : node.attributes)
            writer.writeAttribute(attribute->qualifiedName(), attribute->value);
        for (const auto& child : node.children)
            writeNode(writer, *child, declared);
        writer.writeEndElement();
        break;
    case TreeNode::Kind::Text:
        writer.writeCharacters(node.value);
        break;
    case TreeNode::Kind::Comment:
        writer.writeComment(node.value);
        break;
    case TreeNode::Kind::Instruction:
        writer.writeProcessingInstruction(node.name, node.value);
        break;
    case TreeNode::Kind::Attribute:
        break;
    }
}

} // namespace

QString TreeNode::stringValue() const
{
    if (kind != Kind::Element && kind != Kind::Document) return value;
    if (children.size() == 1 && children.front()->kind == Kind::Text) return children.front()->value;
    QString text;
    appendTexts(*this, text);
    return text;
}

QString TreeNode::attribute(const QString& attributeName) const
{
    for (const auto& candidate : attributes)
        if (candidate->name == attributeName) return candidate->value;
    return {};
}

const TreeNode* TreeNode::child(const QString& childName) const
{
    for (const auto& candidate : children)
        if (candidate->isElement() && candidate->name == childName) return candidate.get();
    return nullptr;
}

TreeNode* TreeNode::child(const QString& childName)
{
    return const_cast<TreeNode*>(std::as_const(*this).child(childName));
}

TreeNode* TreeNode::append(std::unique_ptr<TreeNode> node)
{
    return insert(int(children.size()), std::move(node));
}

TreeNode* TreeNode::insert(int position, std::unique_ptr<TreeNode> node)
{
    Q_ASSERT(position >= 0 && position <= int(children.size()));
    node->parent = this;
    const auto at = children.insert(children.begin() + position, std::move(node));
    TreeNode* inserted = at->get();
    renumber(children, size_t(position));
    return inserted;
}

std::unique_ptr<TreeNode> TreeNode::take(int position)
{
    Q_ASSERT(position >= 0 && position < int(children.size()));
    auto taken = std::move(children[size_t(position)]);
    children.erase(children.begin() + position);
    renumber(children, size_t(position));
    taken->parent = nullptr;
    taken->index = 0;
    return taken;
}

void TreeNode::setAttribute(const QString& attributeName, const QString& attributeValue)
{
    for (const auto& candidate : attributes) {
        if (candidate->name != attributeName) continue;
        candidate->value = attributeValue;
        return;
    }
    auto added = std::make_unique<TreeNode>(Kind::Attribute, attributeName, attributeValue);
    added->parent = this;
    added->index = int(attributes.size());
    attributes.push_back(std::move(added));
}

void TreeNode::setText(const QString& text)
{
    children.clear();
    if (!text.isEmpty()) append(std::make_unique<TreeNode>(Kind::Text, QString(), text));
}

std::unique_ptr<TreeNode> TreeNode::clone() const
{
    auto copy = std::make_unique<TreeNode>(kind, name, value);
    copy->prefix = prefix;
    copy->nameSpace = nameSpace;
    for (const auto& attribute : attributes) {
        auto cloned = attribute->clone();
        cloned->parent = copy.get();
        cloned->index = attribute->index;
        copy->attributes.push_back(std::move(cloned));
    }
    for (const auto& child : children)
        copy->append(child->clone());
    return copy;
}

bool isBefore(const TreeNode* left, const TreeNode* right)
{
    if (left == right) return false;
    int leftDepth = depthOf(left);
    int rightDepth = depthOf(right);
    const bool leftIsShallower = leftDepth < rightDepth;
    for (; leftDepth > rightDepth; --leftDepth)
        left = left->parent;
    for (; rightDepth > leftDepth; --rightDepth)
        right = right->parent;
    if (left == right) return leftIsShallower;
    while (left->parent != right->parent) {
        left = left->parent;
        right = right->parent;
    }
    // Nodes of two documents keep an order too: any fixed one.
    if (!left->parent) return std::less<>()(left, right);
    return siblingOrder(left) < siblingOrder(right);
}

std::unique_ptr<TreeNode> parseTree(const QByteArray& xml)
{
    auto document = std::make_unique<TreeNode>(TreeNode::Kind::Document, QString());
    QXmlStreamReader reader(xml);
    TreeNode* at = document.get();
    int depth = 0;
    while (!reader.atEnd()) {
        reader.readNext();
        readToken(reader, at, depth);
    }
    if (reader.hasError()) {
        throw base::Error(base::ErrorCode::Malformed, QStringLiteral("line %1, column %2: %3")
                                                          .arg(reader.lineNumber())
                                                          .arg(reader.columnNumber())
                                                          .arg(reader.errorString()));
    }
    return document;
}

QByteArray writeTree(const TreeNode& node)
{
    QByteArray out;
    QXmlStreamWriter writer(&out);
    writeNode(writer, node, {});
    return out;
}

} // namespace questionnaire
