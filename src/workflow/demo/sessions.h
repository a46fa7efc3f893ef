#pragma once
#include "workflow/demo/sections.h"

namespace workflow::demo {

/// Dates on which an actor was dealt with, in order: papers, then a call or an interview, then a visit.
struct Agenda
{
    QDate papers, talk, visit; ///< invalid: did not happen
    QDate latest() const;
};
Agenda makeAgenda(const Profile& profile, Draw& draw);

/// The sessions of an actor (section 1 of the instrument), with respondents and consents.
std::vector<questionnaire::Passage> makeSessions(const Profile& profile, const Agenda& agenda, Draw& draw,
                                                 const std::function<QString()>& newId);

} // namespace workflow::demo
