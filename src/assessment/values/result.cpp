#include "assessment/values/result.h"

#include <algorithm>

namespace assessment {

const std::array<QString, ServiceCount>& serviceCodes()
{
    static const std::array<QString, ServiceCount> codes{QStringLiteral("abri"), QStringLiteral("medical"),
                                                         QStringLiteral("psychosocial"),
                                                         QStringLiteral("juridique")};
    return codes;
}

const std::array<QString, ServiceCount>& serviceLetters()
{
    static const std::array<QString, ServiceCount> letters{QStringLiteral("A"), QStringLiteral("M"),
                                                           QStringLiteral("P"), QStringLiteral("J")};
    return letters;
}

QString effectCode(VetoEffect effect)
{
    switch (effect) {
    case VetoEffect::Liftable:
        return QStringLiteral("levable");
    case VetoEffect::Blocking:
        return QStringLiteral("bloquant");
    case VetoEffect::Suspensive:
        return QStringLiteral("suspensif");
    }
    Q_UNREACHABLE();
}

const Veto* Assessment::veto(const QString& code) const
{
    const auto found =
        std::find_if(vetoes.begin(), vetoes.end(), [&code](const Veto& veto) { return veto.code == code; });
    return found == vetoes.end() ? nullptr : &*found;
}

const Interval* Assessment::score(const QString& node) const
{
    if (node == u"global") return &global;
    for (const auto* scores : {&dimensions, &services, &subDimensions})
        if (const auto found = scores->find(node); found != scores->end()) return &found->second;
    return nullptr;
}

} // namespace assessment
