#pragma once
#include "assessment/robustness.h"
#include "disclosure/gate.h"

#include <map>

/// The figures of a study in its reviewer's dossier, where the records are reduced and would give others.
namespace workflow {

class Study;

namespace review {

/// Facts of one record, by field, as the gate lets the reviewer read them.
std::map<QString, QString> resultsOf(const disclosure::ActorData& actor, const disclosure::ActorView& view,
                                     const assessment::Model& model);
/// The trios whose three scores the reviewer reads, in JSON.
QString triosText(const disclosure::View& view);

/// What the draws say of trios whose three scores the reviewer reads, in JSON.
QString drawsText(const disclosure::View& view, const assessment::Robustness& draws);

/// In a reviewer's dossier: the figures that were handed over take the place of those of the reduced record.
void useResults(disclosure::ActorData& actor);
/// In a reviewer's dossier: the trios that were handed over.
assessment::TrioSearch handedTrios(const Study& study);
/// In a reviewer's dossier: what the study's draws say of trios takes the place of what draws made on reduced
/// records would.
void useDraws(const Study& study, assessment::Robustness& draws);

} // namespace review
} // namespace workflow
