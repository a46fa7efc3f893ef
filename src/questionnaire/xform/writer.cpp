#include "questionnaire/xform/writer.h"

namespace questionnaire {

namespace {

std::unique_ptr<TreeNode> element(const QString& name)
{
    return std::make_unique<TreeNode>(TreeNode::Kind::Element, name);
}

QString bindType(QuestionType type)
{
    switch (type) {
    case QuestionType::Integer:
        return u"int"_qs;
    case QuestionType::Decimal:
    case QuestionType::Range:
        return u"decimal"_qs;
    case QuestionType::Geotrace:
        return u"geotrace"_qs;
    case QuestionType::Geoshape:
        return u"geoshape"_qs;
    case QuestionType::Barcode:
        return u"barcode"_qs;
    case QuestionType::Rank:
        return u"odk:rank"_qs;
    case QuestionType::Date:
        return u"date"_qs;
    case QuestionType::Time:
        return u"time"_qs;
    case QuestionType::DateTime:
        return u"dateTime"_qs;
    case QuestionType::Geopoint:
        return u"geopoint"_qs;
    case QuestionType::Media:
        return u"binary"_qs;
    default:
        return u"string"_qs;
    }
}

class Writer
{
public:
    explicit Writer(const Form& form) : m_form(form) {}

    std::unique_ptr<TreeNode> run()
    {
        auto document = std::make_unique<TreeNode>(TreeNode::Kind::Document, QString());
        TreeNode* html = document->append(element(u"html"_qs));
        TreeNode* head = html->append(element(u"head"_qs));
        head->append(element(u"title"_qs))->setText(m_form.title);
        m_model = head->append(element(u"model"_qs));
        TreeNode* data = m_model->append(element(u"instance"_qs))->append(element(u"data"_qs));
        data->setAttribute(u"id"_qs, m_form.id);
        data->setAttribute(u"version"_qs, m_form.version);
        TreeNode* body = html->append(element(u"body"_qs));
        for (size_t i = 0; i < m_form.questions.size(); ++i)
            if (m_form.questions[i].parent < 0) write(int(i), *data, *body, u"/data"_qs);
        writeInstanceName(*data);
        writeLists();
        writeTriggers();
        return document;
    }

private:
    void write(int index, TreeNode& instance, TreeNode& body, const QString& parentPath)
    {
        const Question& question = m_form.questions[size_t(index)];
        const QString path = parentPath + u'/' + question.name;
        TreeNode* node = instance.append(element(question.name));
        m_paths.insert(question.name, path);
        writeBind(question, path);
        if (question.type == QuestionType::Group || question.type == QuestionType::Repeat) {
            TreeNode& group =
                *body.append(element(question.type == QuestionType::Group ? u"group"_qs : u"repeat"_qs));
            group.setAttribute(question.type == QuestionType::Group ? u"ref"_qs : u"nodeset"_qs, path);
            if (!question.repeatCount.isEmpty()) group.setAttribute(u"count"_qs, question.repeatCount);
            for (const int child : question.children)
                write(child, *node, group, path);
            return;
        }
        writeDefault(question, *node, path);
        writeControl(question, body, path);
    }

    void writeBind(const Question& question, const QString& path)
    {
        TreeNode& bind = *m_model->append(element(u"bind"_qs));
        bind.setAttribute(u"nodeset"_qs, path);
        bind.setAttribute(u"type"_qs, bindType(question.type));
        const auto add = [&](const QString& name, const QString& value) {
            if (!value.isEmpty()) bind.setAttribute(name, value);
        };
        add(u"relevant"_qs, question.relevant);
        add(u"constraint"_qs, question.constraint);
        // A calculation with a trigger runs when the trigger changes only.
        if (question.trigger.isEmpty()) add(u"calculate"_qs, question.calculation);
        add(u"required"_qs, question.required ? u"true()"_qs : question.requiredExpression);
        const bool locked = question.readOnly || question.type == QuestionType::Note;
        add(u"readonly"_qs, locked ? u"true()"_qs : question.readOnlyExpression);
        if (question.type == QuestionType::Metadata) writePreload(question, bind);
    }

    // What the device knows by itself; recordings and positions are taken, not preloaded.
    static void writePreload(const Question& question, TreeNode& bind)
    {
        const QString& type = question.typeName;
        if (type == u"audit" || type.startsWith(u"background-") || type == u"start-geopoint") return;
        const bool isTime = type == u"start" || type == u"end";
        bind.setAttribute(u"preload"_qs, isTime             ? u"timestamp"_qs
                                         : type == u"today" ? u"date"_qs
                                                            : u"property"_qs);
        bind.setAttribute(u"preloadParams"_qs, type);
    }

    // The name of a record is computed beside its questions.
    void writeInstanceName(TreeNode& data)
    {
        if (m_form.instanceName.isEmpty()) return;
        data.append(element(u"meta"_qs))->append(element(u"instanceName"_qs));
        TreeNode& bind = *m_model->append(element(u"bind"_qs));
        bind.setAttribute(u"nodeset"_qs, u"/data/meta/instanceName"_qs);
        bind.setAttribute(u"type"_qs, u"string"_qs);
        bind.setAttribute(u"calculate"_qs, m_form.instanceName);
    }

    void writeDefault(const Question& question, TreeNode& node, const QString& path)
    {
        if (!isDynamicDefault(question.defaultValue)) {
            node.setText(question.defaultValue);
            return;
        }
        TreeNode& action = *m_model->append(element(u"setvalue"_qs));
        action.setAttribute(u"event"_qs, u"odk-instance-first-load odk-new-repeat"_qs);
        action.setAttribute(u"ref"_qs, path);
        action.setAttribute(u"value"_qs, question.defaultValue);
    }

    void writeControl(const Question& question, TreeNode& body, const QString& path)
    {
        static const QHash<QuestionType, QString> controls{
            {QuestionType::SelectOne, u"select1"_qs}, {QuestionType::SelectMultiple, u"select"_qs},
            {QuestionType::Rank, u"rank"_qs},         {QuestionType::Acknowledge, u"trigger"_qs},
            {QuestionType::Range, u"range"_qs},       {QuestionType::Media, u"upload"_qs}};
        const bool hidden = question.type == QuestionType::Calculate ||
                            question.type == QuestionType::Hidden || question.type == QuestionType::Metadata;
        if (hidden || (!question.calculation.isEmpty() && question.label.isEmpty())) return;
        TreeNode& control = *body.append(element(controls.value(question.type, u"input"_qs)));
        control.setAttribute(u"ref"_qs, path);
        m_controls.insert(question.name, &control);
        control.append(element(u"label"_qs))->setText(question.label);
        if (question.type == QuestionType::Range)
            for (auto bound = question.parameters.begin(); bound != question.parameters.end(); ++bound)
                control.setAttribute(bound.key(), bound.value());
        writeChoices(question, control);
    }

    void writeChoices(const Question& question, TreeNode& control)
    {
        QString nodes, value = u"name"_qs;
        if (m_form.listOf(question))
            nodes = u"instance('"_qs + question.list + u"')/root/item"_qs;
        else if (question.list.startsWith(u"${")) {
            // The answers given to a question of a repeat, one choice for each row that has one.
            value = question.list.mid(2).chopped(1).trimmed();
            const QString path = m_paths.value(value);
            if (path.isEmpty()) return;
            nodes = path.left(path.lastIndexOf(u'/')) + u"[./"_qs + value + u" != '']"_qs;
        } else if (question.typeName.endsWith(u"_from_file")) {
            nodes =
                u"instance('"_qs + question.list.left(question.list.lastIndexOf(u'.')) + u"')/root/item"_qs;
            value = question.parameters.value(u"value"_qs, value);
        } else
            return;
        if (!question.choiceFilter.isEmpty()) nodes += u'[' + question.choiceFilter + u']';
        if (question.parameters.value(u"randomize"_qs) == u"true") {
            const QString seed = question.parameters.value(u"seed"_qs);
            nodes = u"randomize("_qs + nodes + (seed.isEmpty() ? QString() : u", "_qs + seed) + u')';
        }
        TreeNode& itemset = *control.append(element(u"itemset"_qs));
        itemset.setAttribute(u"nodeset"_qs, nodes);
        itemset.append(element(u"value"_qs))->setAttribute(u"ref"_qs, value);
    }

    void writeLists()
    {
        for (const ChoiceList& list : m_form.lists) {
            TreeNode& instance = *m_model->append(element(u"instance"_qs));
            instance.setAttribute(u"id"_qs, list.name);
            TreeNode& root = *instance.append(element(u"root"_qs));
            for (const Choice& choice : list.choices)
                writeChoice(choice, root);
        }
    }

    static void writeChoice(const Choice& choice, TreeNode& root)
    {
        TreeNode& item = *root.append(element(u"item"_qs));
        item.append(element(u"name"_qs))->setText(choice.name);
        item.append(element(u"label"_qs))->setText(choice.label);
        for (auto cell = choice.attributes.begin(); cell != choice.attributes.end(); ++cell)
            item.append(element(cell.key()))->setText(cell.value());
    }

    void writeTriggers()
    {
        for (const Question& question : m_form.questions) {
            for (auto control = m_controls.begin(); control != m_controls.end(); ++control) {
                if (!question.trigger.contains(u"${"_qs + control.key() + u'}')) continue;
                TreeNode& action = *(*control)->append(element(u"setvalue"_qs));
                action.setAttribute(u"event"_qs, u"xforms-value-changed"_qs);
                action.setAttribute(u"ref"_qs, m_paths.value(question.name));
                action.setAttribute(u"value"_qs,
                                    question.calculation.isEmpty() ? u"''"_qs : question.calculation);
            }
        }
    }

    const Form& m_form;
    TreeNode* m_model = nullptr;
    QHash<QString, QString> m_paths;
    QHash<QString, TreeNode*> m_controls;
};

} // namespace

std::unique_ptr<TreeNode> xformOf(const Form& form)
{
    return Writer(form).run();
}

} // namespace questionnaire
