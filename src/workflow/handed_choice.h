#pragma once
#include "disclosure/gate.h"

#include <map>

namespace workflow {

class Study;

namespace review {

/// The choice of three as the reviewer may read it: its settings, and what of it is not told.
struct HandedChoice
{
    std::map<QString, QString> settings;
    std::vector<disclosure::Withheld> withheld;
};
/// The proposal and its reasons; what the visits taught on those whose scores are told; the last approval,
/// votes and decision, without those about an organisation whose rank is withheld. All free words pass the
/// gate. Members' names are told: the minutes that the IOM signs carry them.
HandedChoice handedChoice(const Study& study, const disclosure::StudyData& data,
                          const disclosure::View& view);

} // namespace review
} // namespace workflow
