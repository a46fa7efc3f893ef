#include "questionnaire/form_text.h"

#include "questionnaire/compiler.h"
#include "questionnaire/tables.h"

#include <QCryptographicHash>

#include <nlohmann/json.hpp>

namespace questionnaire {

namespace {

using Json = nlohmann::json;

std::optional<SheetTable> sheetFrom(const Json& json)
{
    const auto name = json.find("name");
    const auto rows = json.find("rows");
    if (name == json.end() || !name->is_string() || rows == json.end() || !rows->is_array()) return {};
    SheetTable sheet;
    sheet.name = QString::fromStdString(name->get<std::string>());
    for (const Json& cells : *rows) {
        if (!cells.is_array()) return {};
        QStringList row;
        for (const Json& cell : cells) {
            if (!cell.is_string()) return {};
            row << QString::fromStdString(cell.get_ref<const std::string&>());
        }
        sheet.rows.push_back(std::move(row));
    }
    return sheet;
}

} // namespace

QByteArray formText(const Form& form)
{
    Json sheets = Json::array();
    for (const SheetTable& sheet : sheetsOf(form)) {
        Json rows = Json::array();
        for (const QStringList& row : sheet.rows) {
            Json cells = Json::array();
            for (const QString& cell : row)
                cells.push_back(cell.toStdString());
            rows.push_back(std::move(cells));
        }
        sheets.push_back({{"name", sheet.name.toStdString()}, {"rows", std::move(rows)}});
    }
    const Json document{{"format", 1}, {"sheets", std::move(sheets)}};
    return QByteArray::fromStdString(document.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::shared_ptr<const Form> formFromText(const QByteArray& text)
{
    const Json document = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!document.is_object() || document.value("format", Json()) != 1) return nullptr;
    const auto sheets = document.find("sheets");
    if (sheets == document.end() || !sheets->is_array()) return nullptr;
    std::vector<SheetTable> tables;
    for (const Json& json : *sheets) {
        auto sheet = json.is_object() ? sheetFrom(json) : std::nullopt;
        if (!sheet) return nullptr;
        tables.push_back(std::move(*sheet));
    }
    return compileForm(tables).form;
}

QString formDigest(const QByteArray& text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

QString formDigest(const Form& form)
{
    return formDigest(formText(form));
}

} // namespace questionnaire
