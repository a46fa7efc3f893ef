#include "ui/shell/main_window.h"
#include "ui/shell/single_instance.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("CartOSC"));
    QApplication::setApplicationName(QStringLiteral("CartOSC"));
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    QTranslator qtWords;
    if (qtWords.load(QStringLiteral("qtbase_fr"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(&qtWords);

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("etude"), QStringLiteral("Fichier de l’étude (.osc)"),
                                 QStringLiteral("[FICHIER.osc]"));
    parser.process(application);
    const QString file = parser.positionalArguments().value(0);

    ui::SingleInstance instance;
    if (instance.handOver(file)) return 0;
    instance.listen();

    QSettings settings;
    ui::Theme theme(settings, qEnvironmentVariable("CARTOSC_THEME"));
    const base::SystemClock clock;
    ui::MainWindow window(theme, settings, clock);
    QObject::connect(&instance, &ui::SingleInstance::fileAsked, &window, [&window](const QString& asked) {
        window.comeForward();
        if (!asked.isEmpty()) window.openFile(asked);
    });
    window.show();
    if (!file.isEmpty()) window.openFile(file);
    return QApplication::exec();
}
