#include "drawing/palette.h"

#include <QHash>

namespace drawing::palette {

QRgb tone(const QString& name)
{
    static const QHash<QString, QRgb> tones = {{QStringLiteral("muted"), Muted},
                                               {QStringLiteral("accent"), Accent},
                                               {QStringLiteral("error"), Error},
                                               {QStringLiteral("warning"), Warning},
                                               {QStringLiteral("good"), Good}};
    return tones.value(name, Text);
}

QRgb fill(const QString& name)
{
    static const QHash<QString, QRgb> fills = {{QStringLiteral("head"), Head},
                                               {QStringLiteral("alternate"), Alternate},
                                               {QStringLiteral("accent"), AccentPale},
                                               {QStringLiteral("warning"), WarningPale},
                                               {QStringLiteral("good"), GoodPale}};
    return fills.value(name, 0);
}

} // namespace drawing::palette
