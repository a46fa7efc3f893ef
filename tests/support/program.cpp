#include "support/program.h"

#include <QProcess>
#include <QTemporaryDir>

namespace test {
namespace {

/// What programs remember of studies goes to a folder of this test, never to the user's own.
QProcessEnvironment environment()
{
    static const QTemporaryDir memory;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), memory.path());
    return environment;
}

} // namespace

Run run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
    process.setProcessEnvironment(environment());
    process.start(program, arguments);
    Run result;
    if (!process.waitForStarted()) return result;
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(120000);
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit && process.state() == QProcess::NotRunning)
        result.exitCode = process.exitCode();
    return result;
}

Run cli(const QStringList& arguments)
{
    return run(QStringLiteral(CARTOSC_BINARIES "/cartosc-cli"), arguments);
}

} // namespace test
