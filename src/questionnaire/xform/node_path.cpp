#include "questionnaire/xform/node_path.h"

namespace questionnaire {

namespace {

QString stepOf(const TreeNode* node)
{
    using Kind = TreeNode::Kind;
    if (node->kind == Kind::Attribute) return u'@' + node->qualifiedName();
    int position = 1;
    for (int i = 0; i < node->index; ++i)
        if (node->parent->children[size_t(i)]->kind == node->kind) ++position;
    const QString test = node->kind == Kind::Text      ? u"text()"_qs
                         : node->kind == Kind::Comment ? u"comment()"_qs
                         : node->isElement()           ? u"*"_qs
                                                       : u"processing-instruction()"_qs;
    return test + u'[' + QString::number(position) + u']';
}

} // namespace

QString exactPath(const TreeNode* node)
{
    if (!node->parent) return u"/"_qs;
    QString path;
    for (; node->parent; node = node->parent)
        path = u'/' + stepOf(node) + path;
    return path;
}

QString namePath(const TreeNode* node, const TreeNode* top)
{
    QString path;
    for (; node && node != top; node = node->parent)
        path = u'/' + node->qualifiedName() + path;
    return path;
}

} // namespace questionnaire
