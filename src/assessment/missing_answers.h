#pragma once
#include "assessment/model.h"

namespace assessment {

/// An answer that is missing, and between what bounds knowing it alone could put the global score: each
/// indicator that lacks it at 0, then at 4; an offer that is unknown at 0, then at 100.
struct MissingAnswer
{
    QString question;
    QStringList indicators; ///< those it leaves unknown; the service's node when it is an offer
    double low = 0, high = 0;
    double span() const { return high - low; }
};

/// The answers that the model lacks on an actor, those that could change the score most first. An answer
/// that could change nothing is absent.
std::vector<MissingAnswer> missingAnswers(const Model& model, const questionnaire::Answers& answersInScope,
                                          const Assessment& assessment);

/// The global score if evidence capped nothing; what was contradicted stays so.
Interval scoreWithoutCaps(const Model& model, const questionnaire::Answers& answersInScope,
                          const Assessment& assessment);

} // namespace assessment
