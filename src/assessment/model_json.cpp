#include "assessment/model_json.h"

namespace assessment {

namespace {

const nlohmann::json Nothing;

QString filled(QString text, const QHash<QString, QString>& placeholders)
{
    for (auto it = placeholders.cbegin(); it != placeholders.cend(); ++it)
        text.replace(u'{' + it.key() + u'}', it.value());
    return text;
}

} // namespace

void ModelJson::fault(const char* code, const QStringList& args) const
{
    m_shared.issues.push_back(
        {base::Severity::Error, QString::fromLatin1(code), {}, QStringList{m_path} + args});
}

ModelJson ModelJson::at(const char* key) const
{
    const QString path = m_path + u'/' + QString::fromUtf8(key);
    if (has(key)) return {m_value.at(key), m_shared, path};
    ModelJson absent(Nothing, m_shared, path);
    absent.fault("model.missing_member");
    return absent;
}

std::vector<ModelJson> ModelJson::items() const
{
    std::vector<ModelJson> all;
    if (!m_value.is_array()) {
        if (!m_value.is_null()) fault("model.not_a_list");
        return all;
    }
    for (size_t i = 0; i < m_value.size(); ++i)
        all.emplace_back(m_value[i], m_shared, m_path + u'/' + QString::number(i));
    return all;
}

std::vector<std::pair<QString, ModelJson>> ModelJson::members() const
{
    std::vector<std::pair<QString, ModelJson>> all;
    if (!m_value.is_object()) {
        if (!m_value.is_null()) fault("model.not_an_object");
        return all;
    }
    for (auto it = m_value.begin(); it != m_value.end(); ++it) {
        const QString key = QString::fromStdString(it.key());
        all.emplace_back(key, ModelJson(it.value(), m_shared, m_path + u'/' + key));
    }
    return all;
}

QString ModelJson::asText() const
{
    if (m_value.is_string()) return QString::fromStdString(m_value.get<std::string>());
    if (!m_value.is_null()) fault("model.not_a_text");
    return {};
}

double ModelJson::asNumber() const
{
    if (m_value.is_number()) return m_value.get<double>();
    if (!m_value.is_null()) fault("model.not_a_number");
    return 0;
}

QStringList ModelJson::asTexts() const
{
    QStringList texts;
    for (const ModelJson& item : items())
        texts << item.asText();
    return texts;
}

QString ModelJson::text(const char* key, bool required) const
{
    return required || has(key) ? at(key).asText() : QString();
}

double ModelJson::number(const char* key) const
{
    return at(key).asNumber();
}

ExpressionPtr ModelJson::expression(const char* key, const QHash<QString, QString>& placeholders) const
{
    return has(key) ? at(key).asExpression(placeholders) : nullptr;
}

ExpressionPtr ModelJson::asExpression(const QHash<QString, QString>& placeholders) const
{
    const QString text = filled(filled(asText(), m_shared.lists), placeholders);
    questionnaire::ExpressionError error;
    auto compiled = questionnaire::Expression::compile(text, error, m_shared.functions);
    if (!compiled) fault("model.expression", {text, error.code, QString::number(error.position)});
    return compiled;
}

} // namespace assessment
