#include "base/atomic_file.h"
#include "base/error.h"
#include "cli/command.h"
#include "workflow/analysis.h"
#include "workflow/backup.h"
#include "workflow/keys.h"
#include "workflow/messages/dossier_words.h"

#include <cstdio>
#include <unistd.h>

namespace cli {
namespace {

dossier::RecoveryKey recoveryKeyIn(const Context& context, const QString& path)
{
    base::Issues issues;
    const auto key = workflow::readRecoveryKey(QString::fromUtf8(base::readFile(path, 64 * 1024)), issues);
    if (key) return *key;
    context.report(issues);
    throw Refusal();
}

} // namespace

dossier::Access Context::access(bool readOnly) const
{
    dossier::Access access;
    access.readOnly = readOnly;
    access.author = qEnvironmentVariable("USER", QStringLiteral("consultant"));
    access.seenStates = workflow::seenStates();
    if (isSet(QStringLiteral("recovery-key-file")))
        access.recoveryKey = recoveryKeyIn(*this, value(QStringLiteral("recovery-key-file")));
    if (isSet(QStringLiteral("passphrase-file"))) {
        const QByteArray content = base::readFile(value(QStringLiteral("passphrase-file")), 64 * 1024);
        access.passphrase = QString::fromUtf8(content).section(u'\n', 0, 0).remove(u'\r');
    }
    return access;
}

std::unique_ptr<workflow::Study> Context::openStudy(bool readOnly) const
{
    return openStudy(argument(0), readOnly);
}

std::unique_ptr<workflow::Study> Context::openStudy(const QString& path, bool readOnly) const
{
    return open(path, readOnly, readOnly);
}

std::unique_ptr<workflow::Study> Context::openToMerge() const
{
    return open(argument(0), false, true);
}

std::unique_ptr<workflow::Study> Context::open(const QString& path, bool readOnly, bool whateverItsAge) const
{
    auto study = workflow::Study::open(path, access(readOnly), m_clock);
    if (const auto older = std::as_const(*study).dossier().olderState()) {
        complainOf(*older);
        if (isSet(QStringLiteral("accept-older")))
            study->dossier().acceptOlderState();
        else if (!whateverItsAge && workflow::isLastPlace(*study))
            throw Refusal();
    }
    if (!readOnly) workflow::rememberPlace(*study);
    return study;
}

void Context::complainOf(const dossier::OlderState& older) const
{
    const workflow::messages::Message message = workflow::messages::forOlderState(older);
    complain(message.what + u' ' + message.remedy);
}

base::Progress Context::progress() const
{
    if (json() || !::isatty(STDERR_FILENO)) return {};
    return [](const base::ProgressStep& step) {
        const QString text = workflow::messages::forStage(step.stage);
        const QString count =
            step.total > 0 ? QStringLiteral(" %1/%2").arg(step.done).arg(step.total) : QString();
        std::fprintf(stderr, "\r\033[K%s%s", qUtf8Printable(text), qUtf8Printable(count));
        return true;
    };
}

void Context::print(const Json& document) const
{
    const std::string out = document.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fputc('\n', stdout);
}

void Context::line(const QString& text) const
{
    std::fprintf(stdout, "%s\n", text.toUtf8().constData());
}

void Context::complain(const QString& text) const
{
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

void Context::report(const base::Issues& issues) const
{
    for (const base::Issue& issue : issues) {
        const workflow::messages::Message message = workflow::messages::forIssue(issue);
        complain(message.remedy.isEmpty() ? message.what : message.what + u' ' + message.remedy);
    }
}

QCommandLineOption option(const QString& name, const QString& valueName, const QString& defaultValue)
{
    return QCommandLineOption(name, {}, valueName, defaultValue);
}

QCommandLineOption flag(const QString& name)
{
    return QCommandLineOption(name);
}

Json text(const QString& value)
{
    return value.toStdString();
}

Json textOrNull(const QString& value)
{
    return value.isEmpty() ? Json(nullptr) : text(value);
}

Json texts(const QStringList& values)
{
    Json list = Json::array();
    for (const QString& value : values)
        list.push_back(text(value));
    return list;
}

Json numberOrNull(const std::optional<double>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json withheldJson(const std::vector<disclosure::Withheld>& withheld)
{
    Json list = Json::array();
    for (const disclosure::Withheld& item : withheld)
        list.push_back(
            {{"actor", textOrNull(item.actor)}, {"field", text(item.field)}, {"rule", text(item.rule)}});
    return list;
}

Json warningsJson(const base::Issues& issues)
{
    Json list = Json::array();
    for (const base::Issue& issue : issues) {
        const workflow::messages::Message message = workflow::messages::forIssue(issue);
        list.push_back(
            {{"code", text(issue.code)}, {"message", text(message.what)}, {"remedy", text(message.remedy)}});
    }
    return list;
}

QHash<QString, QString> namesOf(const disclosure::StudyData& data)
{
    QHash<QString, QString> names;
    for (const auto& actor : data.actors)
        names.insert(actor.id, actor.inScope.at(QStringLiteral("id_nom_fr")).value);
    return names;
}

QString columns(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[static_cast<size_t>(i)] = std::max(widths[static_cast<size_t>(i)], row[i].size());
    }
    QStringList lines;
    for (const QStringList& row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i + 1 < row.size() ? row[i].leftJustified(widths[static_cast<size_t>(i)] + 2) : row[i];
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace cli
