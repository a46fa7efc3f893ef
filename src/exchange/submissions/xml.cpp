// ODK: one XML document per submission, repeats nested.
#include "tabular/xml.h"

#include "base/error.h"
#include "exchange/submissions/builder.h"

namespace exchange {
namespace {

using tabular::attribute;
using tabular::localName;

/// Prefix bound to our own attributes in this document; they are read by their local names under it.
QString ownPrefix(const pugi::xml_node& root)
{
    for (const pugi::xml_attribute& one : root.attributes()) {
        const QString name = QString::fromUtf8(one.name());
        if (name.startsWith(u"xmlns:") && QString::fromUtf8(one.value()) == own::Namespace)
            return name.mid(6) + u':';
    }
    return {};
}

bool isElement(const pugi::xml_node& node)
{
    return node.type() == pugi::node_element;
}

bool isLeaf(const pugi::xml_node& node)
{
    return std::none_of(node.begin(), node.end(), isElement);
}

class Reader
{
public:
    Reader(SubmissionSource& source, const questionnaire::Form& form, const pugi::xml_node& root)
        : m_builder(source), m_form(form), m_prefix(ownPrefix(root))
    {
    }

    SourceRow row(const pugi::xml_node& node, int table, const QString& path, int number)
    {
        SourceRow row;
        row.number = number;
        QStringList states;
        children(row, states, node, table, path);
        if (!states.isEmpty()) m_builder.put(row, table, own::States, states.join(u' '));
        const QString uid = ours(node, "ligne");
        if (!uid.isEmpty()) m_builder.put(row, table, own::Row, uid);
        if (table != 0) settle(row, table);
        return row;
    }

    QString ours(const pugi::xml_node& node, const char* name) const
    {
        return m_prefix.isEmpty() ? QString() : attribute(node, (m_prefix.toUtf8() + name).constData());
    }

    void put(SourceRow& row, const QString& header, const QString& text)
    {
        if (!text.isEmpty()) m_builder.put(row, 0, header, text);
    }

    void settle(SourceRow& row, int table = 0) { m_builder.settle(row, table); }

private:
    bool isRepeat(const pugi::xml_node& node) const
    {
        const questionnaire::Question* known = m_form.question(localName(node));
        if (known) return known->type == questionnaire::QuestionType::Repeat;
        // Beside another of the same name: looking further would take the square of their number.
        const auto same = [&](const pugi::xml_node& other) { return localName(other) == localName(node); };
        return !isLeaf(node) && (same(node.next_sibling()) || same(node.previous_sibling()));
    }

    void children(SourceRow& row, QStringList& states, const pugi::xml_node& node, int table,
                  const QString& path)
    {
        const auto within = [&](const QString& name) { return path.isEmpty() ? name : path + u'/' + name; };
        for (const pugi::xml_node& one : node) {
            if (!isElement(one)) continue;
            const QString name = localName(one), state = ours(one, "etat");
            if (!state.isEmpty()) states << name + u'=' + state;
            if (isRepeat(one)) {
                if (!state.isEmpty()) continue; // asked, and none
                const int child = m_builder.table(within(name));
                auto& rows = row.rowsOf(child);
                const int number = static_cast<int>(rows.size()) + 1;
                SourceRow made = this->row(one, child, within(name), number);
                row.rowsOf(child).push_back(std::move(made));
            } else if (isLeaf(one)) {
                const QString text = tabular::innerText(one);
                if (!text.isEmpty()) m_builder.put(row, table, within(name), text);
            } else {
                children(row, states, one, table, within(name));
            }
        }
    }

    SourceBuilder m_builder;
    const questionnaire::Form& m_form;
    QString m_prefix;
};

} // namespace

void addOdkXml(const QByteArray& bytes, const questionnaire::Form& form, SubmissionSource& source)
{
    tabular::XmlLimits limits;
    limits.depth = 40;
    limits.nodes = 300'000;
    limits.bytes = qint64(16) << 20;
    const auto document = tabular::parseXml(bytes, limits);
    const pugi::xml_node root = document->document_element();
    const QString id = attribute(root, "id");
    if (isLeaf(root) || localName(root) == u"html")
        throw base::Error(base::ErrorCode::Malformed, QStringLiteral("XML that is no submission"));
    if (source.formId.isEmpty()) source.formId = id;
    Reader reader(source, form, root);
    SourceRow row = reader.row(root, 0, {}, static_cast<int>(source.rows.size()) + 1);
    reader.put(row, QStringLiteral("__version__"), attribute(root, "version"));
    reader.put(row, QStringLiteral("_submission_time"), attribute(root, "submissionDate"));
    reader.put(row, QStringLiteral("_submitted_by"), attribute(root, "submitter"));
    reader.put(row, own::Actor, reader.ours(root, "fiche"));
    reader.put(row, QStringLiteral("KEY"), attribute(root, "instanceID"));
    reader.settle(row);
    source.rows.push_back(std::move(row));
}

} // namespace exchange
