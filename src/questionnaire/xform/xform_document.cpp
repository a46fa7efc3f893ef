#include "questionnaire/xform/xform_document.h"

namespace questionnaire {

namespace {

void collectPrefixes(const TreeNode& node, QHash<QString, QString>& prefixes)
{
    if (!node.prefix.isEmpty() && !node.nameSpace.isEmpty()) prefixes.insert(node.prefix, node.nameSpace);
    for (const auto& attribute : node.attributes)
        collectPrefixes(*attribute, prefixes);
    for (const auto& child : node.children)
        collectPrefixes(*child, prefixes);
}

void collectNamed(const TreeNode& from, const QString& name, std::vector<const TreeNode*>& found)
{
    for (const auto& child : from.children) {
        if (!child->isElement()) continue;
        if (child->name == name) found.push_back(child.get());
        collectNamed(*child, name, found);
    }
}

// "jr:itext('id')" names a translation.
std::optional<QString> translationId(const QString& reference)
{
    const qsizetype open = reference.indexOf(u'('), close = reference.lastIndexOf(u')');
    if (!reference.trimmed().startsWith(u"jr:itext") || open < 0 || close < open + 3) return std::nullopt;
    const QString inside = reference.sliced(open + 1, close - open - 1).trimmed();
    const bool quoted = inside.startsWith(u'\'') || inside.startsWith(u'"');
    return quoted ? std::optional(inside.sliced(1, inside.size() - 2)) : std::nullopt;
}

} // namespace

TreeNode* findElement(TreeNode& from, const QString& name)
{
    for (const auto& child : from.children) {
        if (!child->isElement()) continue;
        if (child->name == name) return child.get();
        if (TreeNode* found = findElement(*child, name)) return found;
    }
    return nullptr;
}

XFormDocument::XFormDocument(std::unique_ptr<TreeNode> document)
    : m_document(std::move(document)), m_model(findElement(*m_document, u"model"_qs)),
      m_root(m_document.get()), m_prefixes{{u"h"_qs, u"http://www.w3.org/1999/xhtml"_qs},
                                           {u"xhtml"_qs, u"http://www.w3.org/1999/xhtml"_qs}}
{
    collectPrefixes(*m_document, m_prefixes);
}

// Looked for under the document element only: a question may be called body too.
const TreeNode* XFormDocument::body() const
{
    for (const auto& child : m_document->children)
        if (child->isElement()) return std::as_const(*child).child(u"body"_qs);
    return nullptr;
}

QString XFormDocument::title() const
{
    const TreeNode* title = findElement(*m_document, u"title"_qs);
    return title ? title->stringValue() : QString();
}

TreeNode* XFormDocument::primaryInstance()
{
    return m_model ? m_model->child(u"instance"_qs) : nullptr;
}

// The nearest node of that name: in the same row, then outside, then in every row.
NodeSet XFormDocument::reference(const QString& name, const TreeNode* from) const
{
    for (const TreeNode* at = from; at; at = at == m_root ? nullptr : at->parent) {
        NodeSet found;
        collectNamed(*at, name, found.nodes);
        if (!found.nodes.empty()) return found;
    }
    return {};
}

const TreeNode* XFormDocument::instance(const QString& id) const
{
    if (!m_model) return nullptr;
    for (const auto& child : m_model->children)
        if (child->isElement() && child->name == u"instance" && child->attribute(u"id"_qs) == id)
            return child.get();
    return nullptr;
}

QStringList XFormDocument::languages() const
{
    QStringList all;
    const TreeNode* itext = m_model ? std::as_const(*m_model).child(u"itext"_qs) : nullptr;
    if (!itext) return all;
    for (const auto& child : itext->children) {
        if (!child->isElement() || child->name != u"translation") continue;
        const bool isDefault = !child->attribute(u"default"_qs).isEmpty();
        all.insert(isDefault ? 0 : all.size(), child->attribute(u"lang"_qs));
    }
    return all;
}

const TreeNode* XFormDocument::translation(const QString& language) const
{
    const TreeNode* itext = m_model ? std::as_const(*m_model).child(u"itext"_qs) : nullptr;
    if (!itext) return nullptr;
    for (const auto& child : itext->children)
        if (child->isElement() && child->attribute(u"lang"_qs) == language) return child.get();
    return nullptr;
}

QString XFormDocument::itext(const QString& id, const QString& language) const
{
    const TreeNode* texts = translation(language);
    if (!texts) return {};
    for (const auto& text : texts->children) {
        if (!text->isElement() || text->attribute(u"id"_qs) != id) continue;
        for (const auto& value : text->children)
            if (value->isElement() && value->attribute(u"form"_qs).isEmpty()) return value->stringValue();
    }
    return {};
}

QString XFormDocument::itext(const QString& id) const
{
    const QStringList all = languages();
    return all.isEmpty() ? QString() : itext(id, all.front());
}

QString XFormDocument::textOf(const TreeNode* element, const QString& language) const
{
    if (!element) return {};
    const auto id = translationId(element->attribute(u"ref"_qs));
    if (!id) return element->stringValue().simplified();
    return language.isEmpty() ? itext(*id) : itext(*id, language);
}

// Label of a choice of the control on `path`.
QString XFormDocument::choiceLabel(const QString& value, const QString& path) const
{
    std::vector<const TreeNode*> controls;
    if (const TreeNode* all = body())
        for (const QString& kind : {u"select1"_qs, u"select"_qs, u"rank"_qs})
            collectNamed(*all, kind, controls);
    for (const TreeNode* control : controls) {
        if (control->attribute(u"ref"_qs).trimmed() != path.trimmed()) continue;
        for (const auto& item : control->children) {
            const TreeNode* itemValue = item->child(u"value"_qs);
            if (item->name == u"item" && itemValue && itemValue->stringValue().trimmed() == value)
                return textOf(item->child(u"label"_qs));
        }
    }
    return value;
}

QString XFormDocument::nameSpace(const QString& prefix) const
{
    return m_prefixes.value(prefix);
}

} // namespace questionnaire
