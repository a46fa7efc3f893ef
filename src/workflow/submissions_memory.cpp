#include "workflow/submissions_memory.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "tabular/zip.h"
#include "workflow/study.h"
#include "workflow/submissions.h"

#include <QFile>
#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace workflow {
namespace {

using nlohmann::json;

const QString SubmissionPrefix = QStringLiteral("submission.of.");
const QString ColumnsPrefix = QStringLiteral("submission.columns.");

QString text(const json& object, const char* key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                       : QString();
}

QHash<QString, QString> texts(const json& object)
{
    QHash<QString, QString> all;
    if (!object.is_object()) return all;
    for (const auto& [key, value] : object.items())
        if (value.is_string())
            all.insert(QString::fromStdString(key), QString::fromStdString(value.get<std::string>()));
    return all;
}

json jsonOf(const QHash<QString, QString>& all)
{
    json object = json::object();
    for (auto it = all.cbegin(); it != all.cend(); ++it)
        object[it.key().toStdString()] = it->toStdString();
    return object;
}

QString dumped(const json& object)
{
    return QString::fromStdString(object.dump(-1, ' ', false, json::error_handler_t::replace));
}

} // namespace

QHash<QString, RememberedSubmission> rememberedSubmissions(const Study& study)
{
    QHash<QString, RememberedSubmission> all;
    const QHash<QString, QString> settings = study.dossier().settings();
    for (auto it = settings.cbegin(); it != settings.cend(); ++it) {
        if (!it.key().startsWith(SubmissionPrefix)) continue;
        const json object = json::parse(it->toStdString(), nullptr, false);
        if (!object.is_object()) continue; // undone since
        all.insert(it.key().mid(SubmissionPrefix.size()),
                   {text(object, "i"), text(object, "v"), text(object, "t"), text(object, "s"),
                    text(object, "f"), texts(object.value("r", json::object())),
                    texts(object.value("m", json::object()))});
    }
    return all;
}

void remember(dossier::Transaction& t, const QString& passage, const RememberedSubmission& submission)
{
    json object{{"i", submission.instance.toStdString()},  {"v", submission.version.toStdString()},
                {"t", submission.submitted.toStdString()}, {"s", submission.submitter.toStdString()},
                {"f", submission.actor.toStdString()},     {"r", jsonOf(submission.rows)}};
    if (!submission.files.isEmpty()) object["m"] = jsonOf(submission.files);
    dossier::setSetting(t, SubmissionPrefix + passage, dumped(object));
}

exchange::ColumnChoices rememberedColumns(const Study& study, const QString& signature)
{
    const json object =
        json::parse(study.dossier().setting(ColumnsPrefix + signature).toStdString(), nullptr, false);
    return texts(object);
}

void rememberColumns(dossier::Transaction& t, const QString& signature,
                     const exchange::ColumnChoices& columns)
{
    dossier::setSetting(t, ColumnsPrefix + signature, dumped(jsonOf(columns)));
}

exchange::ColumnChoices readColumnChoices(const QByteArray& bytes, base::Issues& issues)
{
    const json root = json::parse(bytes.begin(), bytes.end(), nullptr, false);
    const auto refuse = [&](const char* code, const QStringList& args) {
        issues.push_back({base::Severity::Error, QString::fromLatin1(code), {}, args});
        return exchange::ColumnChoices();
    };
    if (root.is_discarded()) return refuse("mapping.not_json", {QStringLiteral("?")});
    if (!root.is_object()) return refuse("mapping.not_object", {});
    const auto columns = root.find("columns");
    if (columns == root.end() || !columns->is_object())
        return refuse("mapping.wrong_type", {QStringLiteral("columns")});
    return texts(*columns);
}

QString passageOf(const QString& source, const std::vector<questionnaire::Passage>& passages)
{
    const bool known = std::any_of(passages.begin(), passages.end(),
                                   [&](const auto& passage) { return passage.uid == source; });
    if (known) return source;
    return passages.empty() ? QString() : passages.back().uid;
}

namespace {

bool namesServerColumns(const QByteArray& bytes)
{
    for (const char* column : {"_uuid", "_submission_time", "instanceID", "_submission__id"})
        if (bytes.contains(column)) return true;
    return false;
}

bool inWorkbook(const QString& path)
{
    const tabular::ZipReader zip(base::readFile(path, qint64(40) << 20));
    for (const char* part : {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"})
        if (zip.contains(QString::fromLatin1(part)) &&
            namesServerColumns(zip.read(QString::fromLatin1(part))))
            return true;
    return false;
}

} // namespace

bool looksLikeSubmissions(const QString& path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (QFileInfo(path).isDir() || suffix == u"json" || suffix == u"zip" || suffix == u"xml") return true;
    try {
        if (suffix == u"xlsx") return inWorkbook(path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && namesServerColumns(file.read(256 * 1024));
    } catch (const base::Error&) {
        return false;
    }
}

} // namespace workflow
