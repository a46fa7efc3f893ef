#pragma once
#include "assessment/model_data.h"

#include <nlohmann/json.hpp>

namespace assessment {

/// A place in the text of a model: reads members, and notes every fault with its path instead of stopping.
class ModelJson
{
public:
    struct Shared
    {
        base::Issues& issues;
        std::vector<questionnaire::ExtraFunction> functions;
        QHash<QString, QString> lists; ///< texts that expressions name as {list}
    };

    ModelJson(const nlohmann::json& value, Shared& shared, QString path = {})
        : m_value(value), m_shared(shared), m_path(std::move(path))
    {
    }

    bool has(const char* key) const { return m_value.is_object() && m_value.contains(key); }
    ModelJson at(const char* key) const;
    std::vector<ModelJson> items() const;
    std::vector<std::pair<QString, ModelJson>> members() const;

    QString text(const char* key, bool required = true) const;
    double number(const char* key) const;
    QString asText() const;
    double asNumber() const;
    QStringList asTexts() const;
    /// Codes separated by spaces.
    QStringList asCodes() const { return asText().split(u' ', Qt::SkipEmptyParts); }
    bool isText() const { return m_value.is_string(); }

    /// Compiled condition, after {placeholders}; nullptr without the key.
    ExpressionPtr expression(const char* key, const QHash<QString, QString>& placeholders = {}) const;
    ExpressionPtr asExpression(const QHash<QString, QString>& placeholders = {}) const;

    void fault(const char* code, const QStringList& args = {}) const;
    Shared& shared() const { return m_shared; }

private:
    const nlohmann::json& m_value;
    Shared& m_shared;
    QString m_path;
};

} // namespace assessment
