#include "dossier/values/frontier.h"

namespace dossier {

QString toText(const Frontier& frontier)
{
    QStringList out;
    for (auto it = frontier.begin(); it != frontier.end(); ++it)
        out << it.key() + u':' + QString::number(it.value());
    out.sort();
    return out.join(u' ');
}

Frontier frontierFromText(const QString& text)
{
    Frontier out;
    for (const QString& entry : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype colon = entry.lastIndexOf(u':');
        if (colon > 0) out.insert(entry.left(colon), entry.mid(colon + 1).toLongLong());
    }
    return out;
}

QStringList OperationRange::ids() const
{
    QStringList out;
    for (qint64 sequence = first; !isEmpty() && sequence <= last; ++sequence)
        out << replica + u':' + QString::number(sequence);
    return out;
}

} // namespace dossier
