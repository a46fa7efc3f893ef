#include "support/temporary_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <stdexcept>

namespace test {

TemporaryFolder::TemporaryFolder()
{
    if (!m_folder.isValid()) throw std::runtime_error("no temporary folder");
}

QString TemporaryFolder::path(const QString& name) const
{
    return name.isEmpty() ? m_folder.path() : m_folder.filePath(name);
}

QString TemporaryFolder::write(const QString& name, const QByteArray& content) const
{
    const QString target = path(name);
    QDir().mkpath(QFileInfo(target).absolutePath());
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        throw std::runtime_error("cannot write " + target.toStdString());
    return target;
}

QString fixture(const QString& name)
{
    return QStringLiteral(CARTOSC_TEST_DATA "/") + name;
}

QByteArray readAll(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) throw std::runtime_error("cannot read " + path.toStdString());
    return file.readAll();
}

} // namespace test
