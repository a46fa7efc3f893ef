#include "questionnaire/xform/to_form.h"

#include "questionnaire/compiler/sheet.h"
#include "questionnaire/expression/expression.h"
#include "questionnaire/xform/node_path.h"
#include "questionnaire/xform/xform_document.h"
#include "tabular/xml.h"

#include <QRegularExpression>
#include <QSet>

namespace questionnaire {

namespace {

using Type = QuestionType;

Type typeOfBind(const QString& bindType)
{
    static const QHash<QString, Type> known{
        {u"int"_qs, Type::Integer},       {u"decimal"_qs, Type::Decimal},   {u"date"_qs, Type::Date},
        {u"time"_qs, Type::Time},         {u"dateTime"_qs, Type::DateTime}, {u"geopoint"_qs, Type::Geopoint},
        {u"geotrace"_qs, Type::Geotrace}, {u"geoshape"_qs, Type::Geoshape}, {u"binary"_qs, Type::Media},
        {u"barcode"_qs, Type::Barcode}};
    const qsizetype colon = bindType.indexOf(u':');
    return known.value(bindType.mid(colon + 1), Type::Text);
}

std::optional<Type> typeOfControl(const QString& control)
{
    static const QHash<QString, Type> known{
        {u"input"_qs, Type::Text},   {u"select1"_qs, Type::SelectOne},   {u"select"_qs, Type::SelectMultiple},
        {u"rank"_qs, Type::Rank},    {u"trigger"_qs, Type::Acknowledge}, {u"range"_qs, Type::Range},
        {u"upload"_qs, Type::Media}, {u"secret"_qs, Type::Text}};
    const auto found = known.constFind(control);
    return found == known.constEnd() ? std::nullopt : std::optional(*found);
}

class FormReader
{
public:
    explicit FormReader(XFormDocument& document) : m_document(document) {}

    CompileResult run()
    {
        TreeNode* instance = m_document.primaryInstance();
        const auto root = instance ? std::find_if(instance->children.begin(), instance->children.end(),
                                                  [](const auto& child) { return child->isElement(); })
                                   : decltype(instance->children.begin())();
        if (!instance || root == instance->children.end()) {
            error(u"missing_instance"_qs, {});
            return {nullptr, m_issues};
        }
        m_instance = instance;
        notePaths(*instance, {});
        readSettings(**root);
        readBinds();
        if (const TreeNode* body = m_document.body()) readControls(*body, -1);
        addUnshown(**root);
        if (base::hasErrors(m_issues)) return {nullptr, m_issues};
        return {std::make_shared<const Form>(std::move(m_form)), m_issues};
    }

private:
    void error(const QString& code, const base::Place& place, QStringList args = {})
    {
        m_issues.push_back({base::Severity::Error, u"form."_qs + code, place, std::move(args)});
    }

    void readSettings(const TreeNode& root)
    {
        m_form.id = root.attribute(u"id"_qs);
        m_form.version = root.attribute(u"version"_qs);
        m_form.title = m_document.title();
        const QStringList languages = m_document.languages();
        m_form.languages = languages;
        if (!languages.isEmpty()) m_form.defaultLanguage = languageCode(languages.front());
    }

    void readBinds()
    {
        const TreeNode* model = m_document.model();
        for (const auto& child : model->children) {
            if (!child->isElement() || child->name != u"bind") continue;
            const QString path = child->attribute(u"nodeset"_qs).trimmed();
            m_binds.insert(path, child.get());
            if (!hasNode(path)) error(u"unknown_node"_qs, {u"model"_qs, 0, u"bind"_qs}, {path});
            for (const QString& name :
                 {u"relevant"_qs, u"constraint"_qs, u"calculate"_qs, u"required"_qs, u"readonly"_qs})
                checkExpression(path, name, child->attribute(name));
        }
    }

    void checkExpression(const QString& path, const QString& column, const QString& text)
    {
        ExpressionError fault;
        if (text.trimmed().isEmpty() || Expression::compile(text, fault)) return;
        error(u"bad_expression"_qs, {u"model"_qs, 0, path + u" "_qs + column},
              QStringList{text, fault.code, QString::number(fault.position + 1)} + fault.args);
    }

    void notePaths(const TreeNode& parent, const QString& path)
    {
        for (const auto& child : parent.children) {
            if (!child->isElement()) continue;
            const QString below = path + u'/' + child->name;
            m_paths.insert(below);
            notePaths(*child, below);
        }
    }

    bool hasNode(const QString& path) const
    {
        if (!path.contains(u':')) return m_paths.contains(path);
        static const QRegularExpression prefix(u"/[^/:]*:"_qs);
        return m_paths.contains(QString(path).replace(prefix, u"/"_qs));
    }

    void readControls(const TreeNode& from, int parent)
    {
        for (const auto& child : from.children) {
            if (!child->isElement()) continue;
            if (child->name == u"group" || child->name == u"repeat")
                readGroup(*child, parent);
            else if (const auto type = typeOfControl(child->name))
                readControl(*child, *type, parent);
        }
    }

    // A group around a repeat with the same node is the repeat's label.
    void readGroup(const TreeNode& element, int parent)
    {
        const bool isRepeat = element.name == u"repeat";
        const QString path = element.attribute(isRepeat ? u"nodeset"_qs : u"ref"_qs).trimmed();
        const TreeNode* inner = element.child(u"repeat"_qs);
        const bool wrapsRepeat = inner && inner->attribute(u"nodeset"_qs).trimmed() == path;
        if (path.isEmpty() || wrapsRepeat) {
            if (wrapsRepeat) m_repeatLabels.insert(path, m_document.textOf(element.child(u"label"_qs)));
            readControls(element, parent);
            return;
        }
        Question question = questionAt(path, isRepeat ? Type::Repeat : Type::Group, element, parent);
        question.repeatCount = element.attribute(u"count"_qs).trimmed();
        if (isRepeat) question.label = m_repeatLabels.value(path);
        readControls(element, append(std::move(question)));
    }

    void readControl(const TreeNode& element, Type type, int parent)
    {
        const QString path = element.attribute(u"ref"_qs).trimmed();
        if (!hasNode(path)) error(u"unknown_node"_qs, {u"body"_qs, 0, element.name}, {path});
        const TreeNode* bind = m_binds.value(path);
        if (bind && element.name == u"input") type = typeOfBind(bind->attribute(u"type"_qs));
        Question question = questionAt(path, type, element, parent);
        if (type == Type::SelectOne || type == Type::SelectMultiple || type == Type::Rank)
            readItems(element, question);
        if (type == Type::Range)
            for (const QString& bound : {u"start"_qs, u"end"_qs, u"step"_qs})
                if (const QString given = element.attribute(bound); !given.isEmpty())
                    question.parameters.insert(bound, given);
        const bool untouchable =
            element.name == u"input" && question.readOnly && question.calculation.isEmpty();
        if (untouchable && question.type == Type::Text) question.type = Type::Note;
        append(std::move(question));
    }

    Question questionAt(const QString& path, Type type, const TreeNode& element, int parent)
    {
        Question question;
        question.name = path.mid(path.lastIndexOf(u'/') + 1);
        question.type = type;
        question.parent = parent;
        question.appearance = element.attribute(u"appearance"_qs);
        question.label = m_document.textOf(element.child(u"label"_qs));
        question.hint = m_document.textOf(element.child(u"hint"_qs));
        for (const QString& language : m_form.languages) {
            question.labels.insert(languageCode(language),
                                   m_document.textOf(element.child(u"label"_qs), language));
            question.hints.insert(languageCode(language),
                                  m_document.textOf(element.child(u"hint"_qs), language));
        }
        if (const TreeNode* bind = m_binds.value(path)) readBind(*bind, question);
        m_shown << path;
        return question;
    }

    static void readBind(const TreeNode& bind, Question& question)
    {
        const auto isTrue = [](const QString& text) { return text == u"true()" || text == u"1"; };
        question.relevant = bind.attribute(u"relevant"_qs).trimmed();
        question.constraint = bind.attribute(u"constraint"_qs).trimmed();
        question.calculation = bind.attribute(u"calculate"_qs).trimmed();
        question.constraintMessage = bind.attribute(u"constraintMsg"_qs);
        const QString readOnly = bind.attribute(u"readonly"_qs).trimmed();
        question.readOnly = isTrue(readOnly);
        if (!question.readOnly && readOnly != u"false()") question.readOnlyExpression = readOnly;
        const QString required = bind.attribute(u"required"_qs).trimmed();
        question.required = isTrue(required);
        if (!question.required && required != u"false()") question.requiredExpression = required;
    }

    void readItems(const TreeNode& element, Question& question)
    {
        ChoiceList list{question.name, {}};
        for (const auto& item : element.children) {
            if (item->name != u"item" || !item->child(u"value"_qs)) continue;
            Choice choice;
            choice.name = item->child(u"value"_qs)->stringValue().trimmed();
            choice.label = m_document.textOf(item->child(u"label"_qs));
            list.choices.push_back(std::move(choice));
        }
        if (list.choices.empty()) return;
        question.list = list.name;
        m_form.lists.insert(list.name, std::move(list));
    }

    int append(Question question)
    {
        const int index = int(m_form.questions.size());
        if (question.parent >= 0)
            m_form.questions[size_t(question.parent)].children.push_back(index);
        else if (question.type == Type::Group)
            m_form.sections.push_back(index);
        if (!m_form.index.contains(question.name)) m_form.index.insert(question.name, index);
        m_form.questions.push_back(std::move(question));
        return index;
    }

    // Nodes no control shows: calculations and hidden values.
    void addUnshown(const TreeNode& root)
    {
        for (const auto& child : root.children) {
            if (!child->isElement() || child->name == u"meta") continue;
            const QString path = namePath(child.get(), m_instance);
            const bool isLeaf = std::none_of(child->children.begin(), child->children.end(),
                                             [](const auto& below) { return below->isElement(); });
            if (!isLeaf)
                addUnshown(*child);
            else if (!m_shown.contains(path))
                addHidden(*child, path);
        }
    }

    void addHidden(const TreeNode& node, const QString& path)
    {
        Question question;
        question.name = node.name;
        question.type = Type::Hidden;
        question.defaultValue = node.stringValue();
        if (const TreeNode* bind = m_binds.value(path)) readBind(*bind, question);
        if (!question.calculation.isEmpty()) question.type = Type::Calculate;
        append(std::move(question));
        m_shown << path;
    }

    XFormDocument& m_document;
    const TreeNode* m_instance = nullptr;
    Form m_form;
    base::Issues m_issues;
    QHash<QString, const TreeNode*> m_binds;
    QHash<QString, QString> m_repeatLabels;
    QSet<QString> m_shown;
    QSet<QString> m_paths; ///< of the nodes of the instance
};

/// A form needs no DOCTYPE, and none nests nor grows beyond this.
void refuseHostile(const QByteArray& xml)
{
    tabular::XmlLimits limits;
    limits.depth = 80;
    limits.nodes = 400'000;
    limits.bytes = qint64(16) << 20;
    for (tabular::XmlStream check(xml, limits); check.next();) {
        // Only its refusals matter.
    }
}

} // namespace

CompileResult formOfXForm(const QByteArray& xml)
{
    refuseHostile(xml);
    XFormDocument document(parseTree(xml));
    if (!document.model()) {
        const base::Issue issue{base::Severity::Error, u"form.not_an_xform"_qs, {}, {}};
        return {nullptr, {issue}};
    }
    return FormReader(document).run();
}

} // namespace questionnaire
