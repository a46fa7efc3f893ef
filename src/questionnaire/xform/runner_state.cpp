#include "questionnaire/xform/runner.h"

namespace questionnaire {

NodeStates FormRunner::states() const
{
    NodeStates states;
    addState(*m_definition->root, {}, false, states);
    return states;
}

void FormRunner::addState(const TreeNode& node, const QString& parentPath, bool readOnly,
                          NodeStates& states) const
{
    const Record record = m_records.value(&node);
    QString path = parentPath + u'/' + node.qualifiedName();
    if (m_definition->repeats.contains(record.path)) {
        int position = 1;
        for (int i = 0; i < node.index; ++i)
            if (m_records.value(node.parent->children[size_t(i)].get()).path == record.path) ++position;
        path += u'[' + QString::number(position) + u']';
    }
    const bool locked =
        readOnly || (record.bind && record.bind->readOnly && truthOf(evaluate(record.bind->readOnly, &node)));
    if (record.isLeaf) {
        states[path] = leafState(node, record, locked);
        return;
    }
    NodeState& state = states[path];
    state.relevant = record.relevant;
    for (const auto& [repeatPath, repeat] : m_definition->repeats) {
        if (repeat.parentPath != record.path) continue;
        NodeState& range = states[path + repeatPath.sliced(repeatPath.lastIndexOf(u'/'))];
        range.relevant = record.relevant;
    }
    for (const auto& child : node.children)
        if (child->isElement()) addState(*child, path, locked, states);
}

NodeState FormRunner::leafState(const TreeNode& node, const Record& record, bool readOnly) const
{
    NodeState state;
    state.isLeaf = true;
    state.relevant = record.relevant;
    state.readOnly = readOnly;
    state.value = node.stringValue();
    // Clients see an acknowledgement as a truth value; OK is how it is written.
    if (m_definition->acknowledgements.contains(record.path))
        state.value = state.value == u"OK" ? u"true"_qs : u"false"_qs;
    const Bind* bind = record.bind;
    state.required = bind && bind->required && truthOf(evaluate(bind->required, &node));
    if (record.select) state.options = options(node, *record.select);
    if (!record.relevant) return state;
    if (state.value.isEmpty()) {
        if (state.required) state.fault = NodeState::Fault::Required;
    } else if (bind && bind->constraint && !truthOf(evaluate(bind->constraint, &node)))
        state.fault = NodeState::Fault::Constraint;
    return state;
}

QStringList FormRunner::options(const TreeNode& node, const SelectControl& select) const
{
    if (!select.itemset) return select.values;
    QStringList values;
    const TreeValue items = evaluate(select.itemset, &node);
    if (const auto* set = std::get_if<NodeSet>(&items))
        for (const TreeNode* item : set->nodes)
            if (const TreeNode* value = item->child(select.valueName))
                values << value->stringValue().trimmed();
    return values;
}

std::unique_ptr<TreeNode> FormRunner::relevantCopy(const TreeNode& node) const
{
    auto copy = std::make_unique<TreeNode>(node.kind, node.name, node.value);
    copy->prefix = node.prefix;
    copy->nameSpace = node.nameSpace;
    for (const auto& attribute : node.attributes) {
        auto cloned = attribute->clone();
        cloned->parent = copy.get();
        copy->attributes.push_back(std::move(cloned));
    }
    const bool isLeaf = m_records.value(&node).isLeaf;
    for (const auto& child : node.children) {
        if (!child->isElement()) {
            if (isLeaf) copy->append(child->clone());
        } else if (m_records.value(child.get()).relevant)
            copy->append(relevantCopy(*child));
    }
    return copy;
}

QByteArray FormRunner::submission() const
{
    return writeTree(*relevantCopy(*m_definition->root));
}

} // namespace questionnaire
