#include "base/error.h"
#include "base/platform/files.h"
#include "cli/dossier_commands.h"
#include "workflow/messages/messages.h"

#include <QGuiApplication>

#include <csignal>
#include <cstdio>

namespace {

std::vector<cli::Command> allCommands()
{
    std::vector<cli::Command> commands{
        cli::newCommand(),    cli::importCommand(),  cli::actorsCommand(), cli::recordCommand(),
        cli::setCommand(),    cli::formCommand(),    cli::assessCommand(), cli::rankCommand(),
        cli::trioCommand(),   cli::deliverCommand(), cli::exportCommand(), cli::checkCommand(),
        cli::stressCommand(), cli::decideCommand(),  cli::modelCommand(),  cli::robustnessCommand()};
    for (cli::Command& command : cli::dossierCommands())
        commands.push_back(std::move(command));
    return commands;
}

int usage(const std::vector<cli::Command>& commands, const QString& problem)
{
    QString text = problem.isEmpty() ? QString() : problem + u'\n';
    text += QStringLiteral(
        "Usage : cartosc-cli COMMANDE … [--json] [--passphrase-file F | --recovery-key-file F] "
        "[--accept-older]\n\n");
    std::vector<QStringList> rows;
    for (const cli::Command& command : commands)
        rows.push_back({QStringLiteral("  ") + command.name + u' ' + command.usage, command.summary});
    text += cli::columns(rows);
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
    return problem.isEmpty() ? cli::Done : cli::Usage;
}

int exitCodeOf(base::ErrorCode code)
{
    switch (code) {
    case base::ErrorCode::AlreadyExists:
    case base::ErrorCode::Locked:
    case base::ErrorCode::WrongKey:
    case base::ErrorCode::KeyRequired:
    case base::ErrorCode::Cancelled:
        return cli::Refused;
    default:
        return cli::Unreadable;
    }
}

int runGuarded(const cli::Command& command, const cli::Context& context)
{
    try {
        return command.run(context);
    } catch (const cli::Refusal&) {
        return cli::Refused;
    } catch (const base::Error& error) {
        const workflow::messages::Message message = workflow::messages::forError(error);
        context.complain(message.what + u' ' + message.remedy);
        return exitCodeOf(error.code());
    } catch (const std::bad_alloc&) {
        context.complain(QStringLiteral("La mémoire manque. Fermez d’autres programmes, puis recommencez."));
        return cli::Unreadable;
    }
}

int parseAndRun(const std::vector<cli::Command>& commands, const QStringList& arguments)
{
    if (arguments.size() < 2) return usage(commands, QStringLiteral("Aucune commande n’est donnée."));
    const QString name = arguments[1];
    if (name == u"--help" || name == u"help") return usage(commands, {});
    const auto found =
        std::find_if(commands.begin(), commands.end(), [&](const auto& c) { return c.name == name; });
    if (found == commands.end())
        return usage(commands, QStringLiteral("La commande « %1 » n’existe pas.").arg(name));

    QCommandLineParser parser;
    parser.addOptions({cli::flag(QStringLiteral("json")),
                       cli::option(QStringLiteral("passphrase-file"), QStringLiteral("F")),
                       cli::option(QStringLiteral("recovery-key-file"), QStringLiteral("F")),
                       cli::flag(QStringLiteral("accept-older"))});
    for (const QCommandLineOption& option : found->options)
        parser.addOption(option);
    QStringList rest{arguments[0]};
    rest += arguments.mid(2);
    if (!parser.parse(rest))
        return usage({*found}, QStringLiteral("Option inconnue ou sans valeur : %1.")
                                   .arg(parser.unknownOptionNames().join(u' ')));
    const QStringList positional = parser.positionalArguments();
    if (positional.size() < found->minArguments || positional.size() > found->maxArguments)
        return usage(
            {*found},
            QStringLiteral("La commande « %1 » n’a pas reçu les arguments qu’elle attend.").arg(name));
    return runGuarded(*found, cli::Context(parser, positional));
}

} // namespace

int main(int argc, char** argv)
{
    // A full disk or a file-size limit must be an error to report, not a signal that kills us.
    std::signal(SIGXFSZ, SIG_IGN);
    base::platform::hardenProcess();
    // Text layout for PDF needs a GUI application object, never a display.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt's own remarks on the environment are not for whoever reads our output.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("cartosc-cli"));
    return parseAndRun(allCommands(), QCoreApplication::arguments());
}
