#include "disclosure/rules.h"

#include "base/text.h"

#include <QRegularExpression>

namespace disclosure {

const std::array<QString, 4>& offerQuestions()
{
    static const std::array<QString, 4> questions{QStringLiteral("abr_offre"), QStringLiteral("med_offre"),
                                                  QStringLiteral("psy_offre"), QStringLiteral("jur_offre")};
    return questions;
}

bool shownDespiteSensitivity(const QString& question)
{
    return question == field::LinkType || question == field::Date || question == field::PossibleServices;
}

bool mentionsTrafficking(const QString& text)
{
    // "traite" alone is also a verb ("traite les demandes"): an article or a complement makes it the noun.
    static const QRegularExpression pattern(QStringLiteral(
        "\\b(la|de|cette|anti)[ -]traite\\b|\\btraite (des|de|d'|et|interne|transnationale)|"
        "\\btrafic d.{0,5}etres|\\btrafficking\\b|\\bantitraite\\b|\\boim\\b.{0,20}\\bvictimes?\\b|\\bvdt\\b|"
        "\u0627\u0644\u0627\u062a\u062c\u0627\u0631 ?\u0628"));
    return pattern.match(base::fold(text)).hasMatch();
}

} // namespace disclosure
