#pragma once
#include <QByteArray>
#include <QJsonDocument>
#include <QString>
#include <QStringList>

namespace test {

struct Run
{
    int exitCode = -1; ///< -1: crashed or did not start
    QByteArray out, err;
    QJsonDocument json() const { return QJsonDocument::fromJson(out); }
};

/// Runs a program to its end (two minutes at most).
Run run(const QString& program, const QStringList& arguments, const QByteArray& input = {});
/// Runs the command line as people do.
Run cli(const QStringList& arguments);

} // namespace test
