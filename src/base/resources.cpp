#include "base/resources.h"

#include <QFile>

#include <cassert>

/// The data sit in a static library: the linker keeps them only when they are asked for by name, which has
/// to be done outside any namespace.
static void linkResources()
{
    Q_INIT_RESOURCE(cartosc);
}

namespace base {

QByteArray resource(const QString& name)
{
    linkResources();
    QFile file(QStringLiteral(":/") + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    assert(opened && "unknown resource");
    return opened ? file.readAll() : QByteArray();
}

} // namespace base
