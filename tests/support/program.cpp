#include "support/program.h"

#include <QProcess>

namespace test {

Run run(const QString& program, const QStringList& arguments, const QByteArray& input)
{
    QProcess process;
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
