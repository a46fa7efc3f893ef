// KoboToolbox, API v2: {"results": [ … ]}, or what a single submission or a plain array holds.
#include "base/error.h"
#include "exchange/submissions/builder.h"

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using base::Error;
using base::ErrorCode;
using Json = nlohmann::json; // sorted keys: keeping their order would take the square of their number

constexpr int DeepestJson = 32;
constexpr qsizetype LongestText = 200'000, LongestNumber = 400;
constexpr qsizetype MostValues = 1'200'000, MostObjects = 200'000;

[[noreturn]] void tooLarge(const char* what)
{
    throw Error(ErrorCode::LimitExceeded, QString::fromLatin1(what));
}

/// Looks at depth, lengths and numbers of things before memory is taken for them.
class ShapeCheck
{
public:
    void run(const QByteArray& bytes)
    {
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            const char c = bytes[i];
            if (c == '"')
                i = endOfText(bytes, i);
            else if (c == '{' || c == '[')
                open(c);
            else if (c == '}' || c == ']')
                close();
            else if (c == ',' || c == ':')
                count();
            else if (++m_run > LongestNumber && c != ' ' && c != '\n')
                tooLarge("a number too long");
            else if (c == ' ' || c == '\n')
                m_run = 0;
        }
    }

private:
    static qsizetype endOfText(const QByteArray& bytes, qsizetype start)
    {
        qsizetype i = start;
        while (++i < bytes.size() && bytes[i] != '"')
            if (bytes[i] == '\\') ++i;
        if (i - start > LongestText) tooLarge("a text too long");
        return i;
    }

    void open(char c)
    {
        m_run = 0;
        if (++m_depth > DeepestJson) tooLarge("JSON too deep");
        if (c == '{' && ++m_objects > MostObjects) tooLarge("too many rows");
    }

    void close()
    {
        m_run = 0;
        --m_depth;
    }

    void count()
    {
        m_run = 0;
        if (++m_values > MostValues) tooLarge("too many cells");
    }

    int m_depth = 0;
    qsizetype m_run = 0, m_values = 0, m_objects = 0;
};

Json parsed(const QByteArray& bytes)
{
    ShapeCheck().run(bytes);
    try {
        return Json::parse(bytes.begin(), bytes.end());
    } catch (const Json::exception& error) {
        throw Error(ErrorCode::Malformed, QStringLiteral("not JSON: ") + QString::fromUtf8(error.what()));
    }
}

QString textOf(const Json& value)
{
    if (value.is_string()) return QString::fromStdString(value.get_ref<const std::string&>());
    if (value.is_boolean()) return value.get<bool>() ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    return value.is_number() ? QString::fromStdString(value.dump()) : QString();
}

class Reader
{
public:
    explicit Reader(SubmissionSource& source) : m_builder(source) {}

    SourceRow row(const Json& object, int table, int number)
    {
        SourceRow row;
        row.number = number;
        for (const auto& [key, value] : object.items())
            field(row, table, QString::fromStdString(key), value);
        m_builder.settle(row, table);
        return row;
    }

private:
    void field(SourceRow& row, int table, const QString& key, const Json& value)
    {
        if (key == u"_attachments") return attachments(row, value);
        if (value.is_array() && !value.empty() && value.front().is_object()) return repeat(row, key, value);
        if (value.is_array()) return list(row, table, key, value);
        if (value.is_object() || value.is_null()) return; // what the server says of itself
        m_builder.put(row, table, key, textOf(value));
    }

    void repeat(SourceRow& row, const QString& key, const Json& value)
    {
        if (key.startsWith(u'_')) return;
        const int child = m_builder.table(key);
        int number = 0;
        for (const Json& one : value)
            if (one.is_object()) {
                SourceRow made = this->row(one, child, ++number);
                row.rowsOf(child).push_back(std::move(made));
            }
    }

    void list(SourceRow& row, int table, const QString& key, const Json& value)
    {
        QStringList texts;
        for (const Json& one : value)
            if (!one.is_null()) texts << textOf(one);
        if (!texts.isEmpty()) m_builder.put(row, table, key, texts.join(u' '));
    }

    static void attachments(SourceRow& row, const Json& value)
    {
        if (!value.is_array()) return;
        for (const Json& one : value) {
            if (!one.is_object()) continue;
            for (const char* name : {"media_file_basename", "filename"}) {
                const auto found = one.find(name);
                if (found == one.end() || !found->is_string()) continue;
                row.attachments << textOf(*found).section(u'/', -1);
                break;
            }
        }
    }

    SourceBuilder m_builder;
};

/// Where the submissions stand.
const Json& submissionsOf(const Json& root)
{
    if (!root.is_object()) return root;
    for (const char* name : {"results", "submissions", "data"}) {
        const auto found = root.find(name);
        if (found != root.end() && found->is_array()) return *found;
    }
    return root;
}

} // namespace

SubmissionSource readKoboJson(const QByteArray& bytes)
{
    const Json root = parsed(bytes);
    SubmissionSource source;
    source.layout = SubmissionLayout::KoboJson;
    Reader reader(source);
    const Json& all = submissionsOf(root);
    if (all.is_object()) {
        source.rows.push_back(reader.row(all, 0, 1));
    } else if (all.is_array()) {
        for (const Json& one : all) {
            const int number = static_cast<int>(source.rows.size()) + 1;
            if (!one.is_object())
                throw Error(ErrorCode::Malformed, QStringLiteral("JSON without submissions"));
            source.rows.push_back(reader.row(one, 0, number));
        }
    } else {
        throw Error(ErrorCode::Malformed, QStringLiteral("JSON without submissions"));
    }
    if (root.is_object() && root.contains("next") && root["next"].is_string())
        source.issues.push_back({base::Severity::Warning, QStringLiteral("submission.more_pages"), {}, {}});
    return source;
}

} // namespace exchange
