#include "questionnaire/xform/runner.h"

#include "questionnaire/expression/dates.h"
#include "questionnaire/repeat_size.h"
#include "questionnaire/xform/node_path.h"

#include <QRegularExpression>
#include <QUuid>

#include <cmath>

namespace questionnaire {

namespace {

// A form whose calculations never settle stops here rather than never.
constexpr int MostPasses = 50;

bool hasElements(const TreeNode& node)
{
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const auto& child) { return child->isElement(); });
}

bool isDay(const QString& text)
{
    return text.size() == 10 && parseMoment(text, QTimeZone::utc());
}

TreeNode* childAt(TreeNode& parent, const QString& name, int position)
{
    for (const auto& child : parent.children)
        if (child->isElement() && child->qualifiedName() == name && --position == 0) return child.get();
    return nullptr;
}

} // namespace

FormRunner::FormRunner(std::unique_ptr<FormDefinition> definition, const QDateTime& now)
    : m_definition(std::move(definition)), m_scope(now)
{
    addMeta();
    addRecords(*m_definition->root);
    start();
}

// Clients give every submission an instanceID, whether the author thought of it or not.
void FormRunner::addMeta()
{
    TreeNode& root = *m_definition->root;
    TreeNode* meta = root.child(u"meta"_qs);
    if (!meta) meta = root.append(std::make_unique<TreeNode>(TreeNode::Kind::Element, u"meta"_qs));
    if (meta->child(u"instanceID"_qs)) return;
    TreeNode* id = meta->append(std::make_unique<TreeNode>(TreeNode::Kind::Element, u"instanceID"_qs));
    id->setText(u"uuid:"_qs + QUuid::createUuid().toString(QUuid::WithoutBraces));
}

void FormRunner::addRecords(TreeNode& node)
{
    Record record;
    record.path = namePath(&node, m_definition->instance);
    if (const auto bind = m_definition->binds.constFind(record.path); bind != m_definition->binds.constEnd())
        record.bind = &*bind;
    if (const auto select = m_definition->selects.constFind(record.path);
        select != m_definition->selects.constEnd())
        record.select = &*select;
    const bool isRow = m_definition->repeats.contains(record.path);
    const bool holdsRows =
        std::any_of(m_definition->repeats.begin(), m_definition->repeats.end(),
                    [&](const auto& repeat) { return repeat.second.parentPath == record.path; });
    record.isLeaf = !hasElements(node) && !isRow && !holdsRows && &node != m_definition->root;
    if (record.isLeaf) record.stored = node.stringValue().trimmed();
    // An author's default that is no date never shows.
    if (record.bind && record.bind->type == u"date" && !isDay(record.stored)) record.stored.clear();
    if (record.isLeaf && record.stored != node.stringValue()) node.setText(record.stored);
    if (isRow) m_definition->document.addRow(&node);
    m_records.insert(&node, record);
    for (const auto& child : node.children)
        if (child->isElement()) addRecords(*child);
}

void FormRunner::dropRecords(const TreeNode& node)
{
    m_records.remove(&node);
    m_definition->document.removeRow(&node);
    for (const auto& child : node.children)
        dropRecords(*child);
}

void FormRunner::start()
{
    std::vector<TreeNode*> leaves;
    for (auto record = m_records.begin(); record != m_records.end(); ++record)
        if (record->bind && !record->bind->preload.isEmpty())
            leaves.push_back(const_cast<TreeNode*>(record.key()));
    for (TreeNode* leaf : leaves)
        preload(*leaf, m_records[leaf]);
    recompute();
    fire(u"odk-instance-first-load"_qs, nullptr);
    recompute();
}

void FormRunner::preload(TreeNode& node, Record& record) const
{
    const QString& kind = record.bind->preload;
    const QString& params = record.bind->preloadParams;
    QString value;
    if (kind == u"uid")
        value = u"uuid:"_qs + QUuid::createUuid().toString(QUuid::WithoutBraces);
    else if (kind == u"timestamp" && params == u"start")
        value = isoDateTime(m_scope.now());
    else if (kind == u"date")
        value = m_scope.now().date().toString(Qt::ISODate);
    if (value.isEmpty() || !record.stored.isEmpty()) return;
    record.stored = value;
    node.setText(value);
}

TreeValue FormRunner::evaluate(const XPathCode& code, const TreeNode* node) const
{
    return questionnaire::evaluate(*code, EvalContext{m_scope, &m_definition->document, node, node});
}

void FormRunner::fire(const QString& event, TreeNode* at)
{
    const QString path = at ? m_records[at].path : QString();
    for (const SetValueAction& action : m_definition->actions) {
        if (!action.events.contains(event)) continue;
        const bool concerned = event == u"xforms-value-changed" ? action.trigger == path
                               : event == u"odk-new-repeat"     ? action.target.startsWith(path + u'/')
                                                                : true;
        if (concerned) runAction(action, at);
    }
}

void FormRunner::runAction(const SetValueAction& action, const TreeNode* at)
{
    TreeNode* target = nearest(action.target, at);
    if (!target || !m_records[target].isLeaf) return;
    store(*target, action.value ? textOf(evaluate(action.value, target)) : action.text);
}

void FormRunner::store(TreeNode& node, const QString& value)
{
    Record& record = m_records[&node];
    record.stored = value;
    if (record.relevant) node.setText(value);
}

void FormRunner::recompute()
{
    for (int pass = 0; pass < MostPasses; ++pass) {
        const bool moved = recomputeNode(*m_definition->root, true);
        if (!recomputeCounts() && !moved) return;
    }
}

bool FormRunner::recomputeNode(TreeNode& node, bool parentRelevant)
{
    Record& record = m_records[&node];
    const bool wasRelevant = record.relevant;
    const Bind* bind = record.bind;
    record.relevant =
        parentRelevant && (!bind || !bind->relevant || truthOf(evaluate(bind->relevant, &node)));
    const bool moved = wasRelevant != record.relevant;
    if (record.isLeaf) {
        if (!record.relevant) record.computed.reset();
        if (record.relevant) return recomputeValue(node, record) || moved;
        if (moved) node.setText({});
        return moved;
    }
    return recomputeChildren(node, record.relevant) || moved;
}

bool FormRunner::recomputeChildren(TreeNode& node, bool relevant)
{
    bool moved = false;
    for (const auto& child : node.children)
        if (child->isElement()) moved = recomputeNode(*child, relevant) || moved;
    return moved;
}

// A calculation writes when its result changes, so that what a user wrote over it stays until then.
bool FormRunner::recomputeValue(TreeNode& node, Record& record)
{
    const QString before = node.stringValue();
    if (record.bind && record.bind->calculate) {
        const TreeValue result = evaluate(record.bind->calculate, &node);
        const auto* number = std::get_if<double>(&result);
        const QString computed = number && std::isnan(*number) ? QString() : textOf(result);
        if (record.computed != computed) record.stored = computed;
        record.computed = computed;
    }
    const QString shown = record.select ? offeredPart(node, record) : record.stored;
    if (shown != before) node.setText(shown);
    return shown != before;
}

// A choice that is no longer offered is hidden, and comes back with its choice.
QString FormRunner::offeredPart(const TreeNode& node, const Record& record) const
{
    if (record.stored.isEmpty()) return {};
    const QStringList offered = options(node, *record.select);
    QStringList kept = record.stored.split(u' ', Qt::SkipEmptyParts);
    kept.removeIf([&](const QString& code) { return !offered.contains(code); });
    return kept.join(u' ');
}

bool FormRunner::recomputeCounts()
{
    bool moved = false;
    for (const auto& [path, repeat] : m_definition->repeats) {
        if (!repeat.count || !repeat.model) continue;
        std::vector<TreeNode*> parents;
        for (auto record = m_records.begin(); record != m_records.end(); ++record)
            // A hidden repeat keeps its rows: its count is hidden too, hence unknown.
            if (record->relevant && record->path == repeat.parentPath)
                parents.push_back(const_cast<TreeNode*>(record.key()));
        for (TreeNode* parent : parents)
            moved = resize(*parent, path, repeat) || moved;
    }
    return moved;
}

bool FormRunner::resize(TreeNode& parent, const QString& path, const RepeatDefinition& repeat)
{
    const int count = repeatSize(numberOf(evaluate(repeat.count, &parent), &m_scope));
    std::vector<TreeNode*> present = rows(parent, path);
    const bool moved = int(present.size()) != count;
    for (int i = int(present.size()); i < count; ++i)
        addRow(parent, path, repeat);
    while (int(present.size()) > count) {
        removeRow(*present.back());
        present.pop_back();
    }
    return moved;
}

std::vector<TreeNode*> FormRunner::rows(TreeNode& parent, const QString& path) const
{
    std::vector<TreeNode*> found;
    for (const auto& child : parent.children)
        if (child->isElement() && m_records.value(child.get()).path == path) found.push_back(child.get());
    return found;
}

// After the last row, or after whatever the form puts before the repeat.
int FormRunner::placeForRow(const TreeNode& parent, const QString& path) const
{
    const QStringList order = m_definition->childOrder.value(m_records.value(&parent).path);
    const qsizetype own = order.indexOf(path.mid(path.lastIndexOf(u'/') + 1));
    int place = 0;
    for (const auto& child : parent.children)
        if (child->isElement() && order.indexOf(child->name) <= own) place = child->index + 1;
    return place;
}

TreeNode* FormRunner::addRow(TreeNode& parent, const QString& path, const RepeatDefinition& repeat)
{
    TreeNode* row = parent.insert(placeForRow(parent, path), repeat.model->clone());
    addRecords(*row);
    fire(u"odk-new-repeat"_qs, row);
    return row;
}

void FormRunner::removeRow(TreeNode& row)
{
    dropRecords(row);
    row.parent->take(row.index);
}

TreeNode* FormRunner::find(const QString& exact)
{
    static const QRegularExpression step(u"^([^\\[]+)(?:\\[([0-9]+)\\])?$"_qs);
    if (!exact.startsWith(u'/')) return nullptr;
    TreeNode* at = m_definition->instance;
    for (const QString& part : exact.split(u'/', Qt::SkipEmptyParts)) {
        const auto match = step.match(part);
        if (!match.hasMatch()) return nullptr;
        at = childAt(*at, match.captured(1), match.captured(2).isEmpty() ? 1 : match.captured(2).toInt());
        if (!at) return nullptr;
    }
    return at;
}

// The node of a name path that shares most rows with `from`.
TreeNode* FormRunner::nearest(const QString& path, const TreeNode* from)
{
    TreeNode* at = m_definition->instance;
    for (const QString& name : path.split(u'/', Qt::SkipEmptyParts)) {
        TreeNode* next = childAt(*at, name, 1);
        for (const TreeNode* above = from; above; above = above->parent)
            if (above->parent == at && above->qualifiedName() == name) next = const_cast<TreeNode*>(above);
        if (!next) return nullptr;
        at = next;
    }
    return at;
}

bool FormRunner::apply(const RunStep& step)
{
    if (step.op == RunStep::Op::Set) {
        TreeNode* node = find(step.ref);
        if (!node || !m_records[node].isLeaf) return false;
        store(*node, step.value);
        fire(u"xforms-value-changed"_qs, node);
        recompute();
        return true;
    }
    const qsizetype slash = step.ref.lastIndexOf(u'/');
    TreeNode* parent = find(step.ref.left(slash));
    if (slash <= 0 || !parent) return false;
    const QString path = m_records[parent].path + step.ref.sliced(slash);
    const auto repeat = m_definition->repeats.find(path);
    if (repeat == m_definition->repeats.end() || !repeat->second.model) return false;
    if (step.op == RunStep::Op::AddRepeat)
        addRow(*parent, path, repeat->second);
    else {
        const std::vector<TreeNode*> present = rows(*parent, path);
        if (step.at < 0 || step.at >= int(present.size())) return false;
        removeRow(*present[size_t(step.at)]);
    }
    recompute();
    return true;
}

} // namespace questionnaire
