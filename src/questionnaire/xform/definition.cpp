#include "questionnaire/xform/definition.h"

#include "questionnaire/expression/parser.h"
#include "questionnaire/xform/node_path.h"

namespace questionnaire {

namespace {

TreeNode* firstElement(TreeNode& parent)
{
    for (const auto& child : parent.children)
        if (child->isElement()) return child.get();
    return nullptr;
}

bool isTemplate(const TreeNode& node)
{
    return std::any_of(node.attributes.begin(), node.attributes.end(),
                       [](const auto& attribute) { return attribute->name == u"template"; });
}

void dropTemplateMark(TreeNode& node)
{
    std::erase_if(node.attributes, [](const auto& attribute) { return attribute->name == u"template"; });
}

} // namespace

FormDefinition::FormDefinition(std::unique_ptr<TreeNode> xform) : document(std::move(xform))
{
    instance = document.primaryInstance();
    root = instance ? firstElement(*instance) : nullptr;
    if (!root) {
        issues.push_back({base::Severity::Error, u"form.missing_instance"_qs, {}, {}});
        return;
    }
    document.setRoot(instance);
    readBinds();
    if (const TreeNode* body = document.body()) readBody(*body);
    noteOrder(*root);
    extractModels(*root);
}

XPathCode FormDefinition::compile(const QString& text, const QString& where)
{
    if (text.trimmed().isEmpty()) return nullptr;
    ExpressionError error;
    QStringList references;
    XPathCode code = parseExpression(text, {}, error, references);
    if (!code) {
        const QStringList args{text, error.code, QString::number(error.position + 1)};
        issues.push_back(
            {base::Severity::Error, u"form.bad_expression"_qs, {u"model"_qs, 0, where}, args + error.args});
    }
    return code;
}

void FormDefinition::readBinds()
{
    for (const auto& child : document.model()->children) {
        if (!child->isElement()) continue;
        if (child->name == u"setvalue") readAction(*child, {});
        if (child->name != u"bind") continue;
        const QString path = child->attribute(u"nodeset"_qs).trimmed();
        Bind& bind = binds[path];
        const auto code = [&](const QString& name) {
            return compile(child->attribute(name), path + u' ' + name);
        };
        bind.relevant = code(u"relevant"_qs);
        bind.constraint = code(u"constraint"_qs);
        bind.calculate = code(u"calculate"_qs);
        bind.required = code(u"required"_qs);
        bind.readOnly = code(u"readonly"_qs);
        bind.type = child->attribute(u"type"_qs);
        bind.preload = child->attribute(u"preload"_qs);
        bind.preloadParams = child->attribute(u"preloadParams"_qs);
    }
}

void FormDefinition::readBody(const TreeNode& from)
{
    for (const auto& child : from.children) {
        if (!child->isElement()) continue;
        if (child->name == u"setvalue") readAction(*child, from.attribute(u"ref"_qs).trimmed());
        if (child->name == u"select" || child->name == u"select1" || child->name == u"rank")
            readSelect(*child);
        if (child->name == u"trigger") acknowledgements.insert(child->attribute(u"ref"_qs).trimmed());
        if (child->name == u"repeat") {
            const QString path = child->attribute(u"nodeset"_qs).trimmed();
            RepeatDefinition& repeat = repeats[path];
            repeat.count = compile(child->attribute(u"count"_qs), path + u" jr:count"_qs);
            repeat.parentPath = path.left(path.lastIndexOf(u'/'));
        }
        readBody(*child);
    }
}

void FormDefinition::readSelect(const TreeNode& control)
{
    const QString path = control.attribute(u"ref"_qs).trimmed();
    SelectControl& select = selects[path];
    for (const auto& child : control.children) {
        if (!child->isElement()) continue;
        const TreeNode* value = child->child(u"value"_qs);
        if (child->name == u"item" && value) select.values << value->stringValue().trimmed();
        if (child->name != u"itemset") continue;
        select.itemset = compile(child->attribute(u"nodeset"_qs), path + u" itemset"_qs);
        select.valueName = value ? value->attribute(u"ref"_qs).trimmed() : u"name"_qs;
    }
}

void FormDefinition::readAction(const TreeNode& element, const QString& trigger)
{
    SetValueAction action;
    action.events = element.attribute(u"event"_qs).split(u' ', Qt::SkipEmptyParts);
    action.target = element.attribute(u"ref"_qs).trimmed();
    if (action.target.isEmpty()) action.target = element.attribute(u"bind"_qs).trimmed();
    action.trigger = trigger;
    action.value = compile(element.attribute(u"value"_qs), action.target + u" setvalue"_qs);
    action.text = element.stringValue();
    actions.push_back(std::move(action));
}

void FormDefinition::noteOrder(const TreeNode& parent)
{
    const QString path = namePath(&parent, instance);
    for (const auto& child : parent.children) {
        if (!child->isElement()) continue;
        QStringList& order = childOrder[path];
        if (!order.contains(child->name)) order << child->name;
        noteOrder(*child);
    }
}

void FormDefinition::clearLeaves(TreeNode& node)
{
    std::erase_if(node.children, [](const auto& child) { return !child->isElement(); });
    for (size_t i = 0; i < node.children.size(); ++i) {
        node.children[i]->index = int(i);
        clearLeaves(*node.children[i]);
    }
}

// A template element is a model and no row; without one, the first row serves as a model, without its values.
void FormDefinition::extractModels(TreeNode& parent)
{
    for (size_t i = 0; i < parent.children.size();) {
        TreeNode& child = *parent.children[i];
        const auto repeat = child.isElement() ? repeats.find(namePath(&child, instance)) : repeats.end();
        if (child.isElement()) extractModels(child);
        const bool marked = isTemplate(child);
        if (repeat != repeats.end() && (marked || !repeat->second.model)) {
            repeat->second.model = child.clone();
            if (!marked) clearLeaves(*repeat->second.model);
            dropTemplateMark(*repeat->second.model);
        }
        if (marked)
            parent.take(int(i));
        else
            ++i;
    }
}

} // namespace questionnaire
