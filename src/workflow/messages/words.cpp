#include "deliverables/words.h"

#include "assessment/values/result.h"
#include "workflow/messages/messages.h"

#include <QHash>

namespace workflow::messages {
namespace {

using Words = QHash<QString, QString>;

/// The word for a code, or the code itself: an unknown code must stay visible, never vanish.
QString wordFor(const Words& words, const QString& code)
{
    return words.value(code, code);
}

} // namespace

QString statusWord(const QString& code)
{
    return deliverables::statusWord(code);
}

QString serviceWord(const QString& code)
{
    const auto& codes = assessment::serviceCodes();
    const auto found = std::find(codes.begin(), codes.end(), code);
    return found == codes.end() ? code : deliverables::serviceName(static_cast<int>(found - codes.begin()));
}

QString offerWord(const QString& code)
{
    return code.isEmpty() ? QStringLiteral("non connu") : deliverables::offerWord(code);
}

QString evidenceWord(int level)
{
    switch (level) {
    case 0:
        return QStringLiteral("contredit");
    case 1:
        return QStringLiteral("déclaré");
    case 2:
        return QStringLiteral("document vu");
    case 3:
        return QStringLiteral("observé");
    case 4:
        return QStringLiteral("corroboré");
    default:
        return {};
    }
}

QString stateWord(const QString& stateCode)
{
    static const Words words{{QStringLiteral("non_pose"), QStringLiteral("non posé")},
                             {QStringLiteral("value"), QStringLiteral("répondu")},
                             {QStringLiteral("nsp"), QStringLiteral("ne sait pas")},
                             {QStringLiteral("refus"), QStringLiteral("refus")},
                             {QStringLiteral("na"), QStringLiteral("sans objet")},
                             {QStringLiteral("hors_champ"), QStringLiteral("hors champ")}};
    return wordFor(words, stateCode);
}

QString criterionWord(const QString& code)
{
    return code.startsWith(u'K') ? deliverables::constraintWord(code) : deliverables::criterionWord(code);
}

QString withheldWord(const QString& rule)
{
    static const Words words{
        {QStringLiteral("confidentiel"), QStringLiteral("Réponses confidentielles")},
        {QStringLiteral("restreint"), QStringLiteral("Réponses restreintes")},
        {QStringLiteral("partage"), QStringLiteral("Réponses sans accord de partage")},
        {QStringLiteral("annuaire"), QStringLiteral("Mentions de l’aide aux victimes non autorisées")},
        {QStringLiteral("abri"), QStringLiteral("Abris : région seule")},
        {QStringLiteral("petit_effectif"), QStringLiteral("Petits effectifs")},
        {QStringLiteral("classement"), QStringLiteral("Classements non communiqués")},
        {QStringLiteral("preuve"), QStringLiteral("Niveaux de preuve")}};
    return wordFor(words, rule);
}

} // namespace workflow::messages
