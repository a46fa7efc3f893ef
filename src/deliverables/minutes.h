#pragma once
#include "disclosure/gate.h"
#include "report/values/document.h"

#include <QDate>

#include <array>

namespace deliverables {

/// What the committee said and decided, its free words already through the gate.
struct Minutes
{
    struct Opinion
    {
        QString member;
        std::array<QString, 3> trio;
        bool favours = false;
        std::optional<int> score; ///< 0–10
        QString argument;
    };
    QDate date; ///< of the decision, else of the print
    std::vector<Opinion> opinions;
    std::optional<std::array<QString, 3>> chosen; ///< none: nothing is decided
    bool taken = false;                           ///< false: only proposed
    QString author, reason, dissent;
    QStringList dissenters; ///< members who do not favour the set most favoured
    QString conditions;     ///< one per line
    QString sameTownReason; ///< of the IOM, when two of the chosen are in one town
};

/// « Procès-verbal de concertation » : those present, options, arguments, decision, conditions, and room to
/// sign.
report::Document minutesDocument(const disclosure::View& view, const Minutes& minutes);

} // namespace deliverables
