#pragma once
#include "base/clock.h"
#include "base/issue.h"
#include "workflow/study.h"

#include <QCommandLineParser>

#include <nlohmann/json.hpp>

namespace disclosure {
struct StudyData;
}

namespace cli {

/// Exit codes of the stable contract.
enum ExitCode { Done = 0, Refused = 1, Usage = 2, Unreadable = 3 };

using Json = nlohmann::ordered_json;

/// What a command receives: its arguments, and where it speaks. Results go to stdout, messages to stderr.
class Context
{
public:
    Context(const QCommandLineParser& parser, QStringList arguments)
        : m_parser(parser), m_arguments(std::move(arguments))
    {
    }

    bool json() const { return m_parser.isSet(QStringLiteral("json")); }
    bool isSet(const QString& option) const { return m_parser.isSet(option); }
    QString value(const QString& option) const { return m_parser.value(option); }
    QStringList values(const QString& option) const { return m_parser.values(option); }
    /// Positional argument, empty when absent.
    QString argument(int index) const { return m_arguments.value(index); }
    const QStringList& arguments() const { return m_arguments; }

    const base::Clock& clock() const { return m_clock; }
    /// Passphrase from --passphrase-file (first line) or recovery key from --recovery-key-file, if given;
    /// author from the environment's user name; states seen on this computer.
    dossier::Access access(bool readOnly = false) const;
    std::unique_ptr<workflow::Study> openStudy(bool readOnly = false) const;
    /// An older state of a study seen before is told. Where the study was last worked on, it was put back: it
    /// is written only with --accept-older (else Refusal). Elsewhere it is a copy, to be merged.
    std::unique_ptr<workflow::Study> openStudy(const QString& path, bool readOnly) const;
    /// Whatever its age: merging a later copy is the remedy.
    std::unique_ptr<workflow::Study> openToMerge() const;
    /// Progress shown on stderr when it is a terminal; never in --json.
    base::Progress progress() const;

    void print(const Json& document) const;
    void line(const QString& text) const;
    void complain(const QString& text) const;
    void complainOf(const dossier::OlderState& older) const;
    void report(const base::Issues& issues) const;

private:
    std::unique_ptr<workflow::Study> open(const QString& path, bool readOnly, bool whateverItsAge) const;

    const QCommandLineParser& m_parser;
    QStringList m_arguments;
    base::SystemClock m_clock;
};

/// Thrown by what has already said why it refuses.
struct Refusal
{
};

struct Command
{
    QString name;
    QString usage;   ///< arguments after the name
    QString summary; ///< one French line
    int minArguments = 1, maxArguments = 1;
    std::vector<QCommandLineOption> options;
    int (*run)(const Context&) = nullptr;
};

Command newCommand();
Command importCommand();
Command actorsCommand();
Command recordCommand();
Command formCommand();
Command assessCommand();
Command rankCommand();
Command trioCommand();
Command robustnessCommand();
Command deliverCommand();
Command exportCommand();
Command checkCommand();
Command stressCommand();
Command setCommand();
Command decideCommand();
Command modelCommand();

/// Value-taking option ("--out F").
QCommandLineOption option(const QString& name, const QString& valueName, const QString& defaultValue = {});
QCommandLineOption flag(const QString& name);

// JSON of the shared values, with the field names of the contract.
Json text(const QString& value);
Json textOrNull(const QString& value);
Json texts(const QStringList& values);
Json numberOrNull(const std::optional<double>& value);
Json withheldJson(const std::vector<disclosure::Withheld>& withheld);
Json warningsJson(const base::Issues& issues);

/// French name of each actor, by identifier.
QHash<QString, QString> namesOf(const disclosure::StudyData& data);

/// Left-aligned columns separated by two spaces, widths from the content.
QString columns(const std::vector<QStringList>& rows);

} // namespace cli
