#pragma once
#include "deliverables/reader.h"

/// Classifications of full data for the gate's tabulations: they run inside the gate, nothing of the data
/// they read comes out but counts.
namespace deliverables {

using Classify = disclosure::View::Classify;
using Predicate = std::function<bool(const disclosure::ActorData&)>;

/// Codes of a known answer; "ne sait pas" and the like count as unknown.
Classify byAnswer(const QString& question);
/// Regions of the study's division where the actor works (its provinces, else its seat).
Classify byRegion(const Reader& reader);
/// Region of the seat.
Classify bySeat(const Reader& reader);
Classify byStatus();
Classify byCategory();
/// Services by index "0".."3" whose offer is one of these.
Classify byService(const QStringList& offers);
/// Class bounds: code i holds values in [bounds[i], bounds[i+1]).
Classify byClass(const QString& question, const std::vector<double>& bounds);
/// Values of one question in the rows of a repeat.
Classify byRows(const QString& repeat, const QString& question);

bool isOrganisation(const disclosure::ActorData& actor);
bool isSurveyed(const disclosure::ActorData& actor);
bool isVisited(const disclosure::ActorData& actor);
bool intervenesOrMay(const QString& status);

/// Organisations by category and intervention status: asked everywhere in the same terms, so that the gate
/// masks it once.
disclosure::Tabulation statusByCategory(const Reader& reader);

QStringList regionCodes(const Reader& reader);
QStringList statusCodes();

} // namespace deliverables
