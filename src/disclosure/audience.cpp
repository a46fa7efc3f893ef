#include "disclosure/values/view.h"

namespace disclosure {

QString audienceCode(Audience audience)
{
    switch (audience) {
    case Audience::Working:
        return QStringLiteral("travail");
    case Audience::Iom:
        return QStringLiteral("oim");
    case Audience::Restricted:
        return QStringLiteral("restreint");
    case Audience::Wide:
        return QStringLiteral("large");
    case Audience::Organisation:
        return QStringLiteral("osc");
    }
    return {};
}

std::optional<Audience> audienceFromCode(const QString& code)
{
    if (code.startsWith(u"osc:") && code.size() > 4) return Audience::Organisation;
    for (const Audience audience : {Audience::Working, Audience::Iom, Audience::Restricted, Audience::Wide})
        if (code == audienceCode(audience)) return audience;
    return std::nullopt;
}

} // namespace disclosure
