#include "base/resources.h"

#include <QFile>

#include <cassert>

namespace base {

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    assert(opened && "unknown resource");
    return opened ? file.readAll() : QByteArray();
}

} // namespace base
