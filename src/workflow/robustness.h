#pragma once
#include "assessment/robustness.h"
#include "disclosure/gate.h"

namespace workflow {

class Study;

/// What scoring_model § 12 asks to be shown beside any ranking, on one slice of the study. Throws
/// Error(Cancelled) when `progress` says so.
assessment::Robustness robustness(const Study& study, const disclosure::StudyData& data,
                                  const assessment::RobustnessSetup& setup,
                                  const base::Progress& progress = {});

/// The trios under weights that are only tried: nothing is written to the study. Those eligible are judged
/// again on the score that these weights give.
assessment::TrioSearch findTrios(const Study& study, const disclosure::StudyData& data,
                                 const assessment::Weights& weights, int top);

/// The ranking under weights that are only tried.
std::vector<assessment::RankLine> rank(const Study& study, const disclosure::StudyData& data,
                                       const assessment::Weights& weights);

/// Any three, under any weights: "why not these?".
std::optional<assessment::Trio> describeTrio(const Study& study, const disclosure::StudyData& data,
                                             const std::array<QString, 3>& ids,
                                             const assessment::Weights& weights);

/// The best three that hold `id`, among those eligible under the model's weights, the constraints held before
/// the note. None when it is not eligible, or beyond `most` others: there are too many pairs to go through.
std::optional<assessment::Trio> bestTrioWith(const Study& study, const disclosure::StudyData& data,
                                             const QString& id, size_t most = 60);

} // namespace workflow
