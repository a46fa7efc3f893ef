#include "exchange/columns.h"
#include "exchange/lists.h"
#include "questionnaire/standard.h"

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using base::Severity;
using nlohmann::json;

QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

class MappingReader
{
public:
    explicit MappingReader(base::Issues& issues) : m_issues(issues) {}

    Mapping read(const json& root)
    {
        for (const auto& [key, value] : root.items()) {
            if (key == "source")
                readSource(value);
            else if (key == "header_row")
                readHeaderRow(value);
            else if (key == "columns")
                readColumns(value);
            else if (key == "values")
                readValues(value);
            else if (!key.starts_with('_'))
                problem(Severity::Warning, "mapping.unknown_key", {}, {text(key)});
        }
        if (m_mapping.columns.isEmpty() && m_mapping.values.isEmpty())
            problem(Severity::Error, "mapping.empty", {}, {});
        return m_mapping;
    }

private:
    void readSource(const json& value)
    {
        if (value.is_string())
            m_mapping.source = text(value.get<std::string>());
        else
            wrongType("source");
    }

    void readHeaderRow(const json& value)
    {
        if (value.is_number_integer() && value.get<qint64>() >= 0 && value.get<qint64>() < 1'000'000)
            m_mapping.headerRow = value.get<int>();
        else
            wrongType("header_row");
    }

    void readColumns(const json& value)
    {
        if (!value.is_object()) return wrongType("columns");
        for (const auto& [column, target] : value.items()) {
            if (!target.is_string()) {
                wrongType("columns." + column);
                continue;
            }
            const QString word = text(target.get<std::string>());
            if (!targetFromWord(word))
                problem(Severity::Error, "mapping.unknown_target", text(column), {text(column), word});
            m_mapping.columns.insert(text(column), word);
        }
    }

    void readValues(const json& value)
    {
        if (!value.is_object()) return wrongType("values");
        for (const auto& [target, codes] : value.items()) {
            if (!codes.is_object()) {
                wrongType("values." + target);
                continue;
            }
            const questionnaire::ChoiceList* list = listOf(text(target));
            if (!list) problem(Severity::Error, "mapping.target_without_list", text(target), {text(target)});
            for (const auto& [source, code] : codes.items())
                readCode(text(target), list, source, code);
        }
    }

    void readCode(const QString& target, const questionnaire::ChoiceList* list, const std::string& source,
                  const json& code)
    {
        if (!code.is_string()) return wrongType("values." + target.toStdString() + "." + source);
        const QString codes = text(code.get<std::string>()).simplified();
        for (const QString& one : codes.split(u' ', Qt::SkipEmptyParts)) {
            const bool known =
                !list || std::any_of(list->choices.begin(), list->choices.end(),
                                     [&](const questionnaire::Choice& c) { return c.name == one; });
            if (!known) problem(Severity::Error, "mapping.unknown_code", target, {one, target, text(source)});
        }
        m_mapping.values[target].insert(text(source), codes);
    }

    /// List a target's codes come from: a question's own, or the question that a type or a sector answers.
    const questionnaire::ChoiceList* listOf(const QString& target) const
    {
        const QString question = target == u"type"     ? QStringLiteral("id_categorie")
                                 : target == u"sector" ? QStringLiteral("dom_domaines")
                                                       : target;
        const questionnaire::Question* found = m_form->question(question);
        return found ? m_form->listOf(*found) : nullptr;
    }

    void wrongType(const std::string& key)
    {
        problem(Severity::Error, "mapping.wrong_type", {}, {text(key)});
    }

    void problem(Severity severity, const char* code, const QString& column, const QStringList& args)
    {
        m_issues.push_back({severity, QString::fromLatin1(code), {{}, 0, column}, args});
    }

    base::Issues& m_issues;
    std::shared_ptr<const questionnaire::Form> m_form = questionnaire::standardForm();
    Mapping m_mapping;
};

} // namespace

Mapping readMapping(const QByteArray& bytes, base::Issues& issues)
{
    json root;
    try {
        root = json::parse(bytes.begin(), bytes.end());
    } catch (const json::parse_error& error) {
        issues.push_back(
            {Severity::Error, QStringLiteral("mapping.not_json"), {}, {QString::number(error.byte)}});
        return {};
    }
    if (!root.is_object()) {
        issues.push_back({Severity::Error, QStringLiteral("mapping.not_object"), {}, {}});
        return {};
    }
    return MappingReader(issues).read(root);
}

} // namespace exchange
