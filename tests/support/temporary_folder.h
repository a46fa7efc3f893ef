#pragma once
#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace test {

/// A folder of its own for one test, removed with it.
class TemporaryFolder
{
public:
    TemporaryFolder();
    QString path(const QString& name = {}) const;
    /// Writes a file and returns its path.
    QString write(const QString& name, const QByteArray& content) const;

private:
    QTemporaryDir m_folder;
};

/// A fixture file under tests/.
QString fixture(const QString& name);
QByteArray readAll(const QString& path);

} // namespace test
