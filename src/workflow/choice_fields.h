#pragma once
#include "workflow/choice.h"
#include "workflow/setting_items.h"

/// How the choice of three is kept.
namespace workflow::choice {

inline const QString Preselection = QStringLiteral("preselection"),
                     Eligibility = QStringLiteral("eligibility"), Approval = QStringLiteral("approval"),
                     Vote = QStringLiteral("vote"), Trio = QStringLiteral("trio");
inline const QString Yes = QStringLiteral("oui"), No = QStringLiteral("non");

base::Issue issue(const QString& code, const QStringList& args = {});
/// Refused before the lock, when it is needed.
Outcome refusal(const Study& study, bool needsLock);

QString textOf(Three trio);
std::optional<Three> threeOf(const QString& text);

/// Versions of one member's vote on one trio, of all votes.
using Subjects = std::map<QString, std::vector<items::Version>>;
Subjects votesBySubject(const items::Settings& settings);

/// The kinds of which the IOM's reviewer writes new versions.
const QStringList& sharedKinds();
/// What is wrong with a version that came from elsewhere: names of its fields.
QStringList faultsOf(const Study& study, const QString& kind, const items::Fields& fields);

} // namespace workflow::choice
