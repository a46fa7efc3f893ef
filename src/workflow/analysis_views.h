#pragma once
#include "base/progress.h"
#include "disclosure/gate.h"

#include <QHash>

namespace workflow {

class Study;

/// Evidence that would lift a cap: what to ask an organisation for, and what showing it would bring.
struct Claim
{
    QString actor, name;
    QString indicator, label;
    std::vector<QStringList> evidence; ///< alternatives of expected pieces
    double raw = 0, kept = 0;          ///< of the indicator, 0–4
    double gain = 0;                   ///< points of global score
};

/// The evidence to claim from the ranked organisations, greatest gain first. For the working file only.
/// Throws Error(Cancelled) when stopped.
std::vector<Claim> evidenceToClaim(const Study& study, const disclosure::StudyData& data,
                                   const base::Progress& progress = {});

/// How many organisations have claims whose gains add up to more than `points`.
int actorsGaining(const std::vector<Claim>& claims, double points);

/// An answer that a piece, an observation or a third party refutes: evidence set to 0 by hand.
struct Contradiction
{
    QString actor, name;
    QString indicator, label;
    std::vector<std::pair<QString, QString>> questions; ///< read by the indicator: code and label
    double lost = 0; ///< points of global score that the answer would bring if it were only declared
};

/// Of one organisation, in order of the model; for the working file only.
std::vector<Contradiction> contradictionsOf(const Study& study, const disclosure::ActorData& actor);
/// Of the ranked organisations, in order of the ranking. Throws Error(Cancelled) when stopped.
std::vector<Contradiction> contradictions(const Study& study, const disclosure::StudyData& data,
                                          const base::Progress& progress = {});

/// An answer that the model lacks, in the words of the form.
struct MissingQuestion
{
    QString question, label;
    QStringList indicators;
    double low = 0, high = 0; ///< of the global score, were this answer alone known
};
/// The questions to ask again, those that could change the score most first.
std::vector<MissingQuestion> questionsToAsk(const Study& study, const disclosure::ActorData& actor);

/// The global score of one organisation if evidence capped nothing.
assessment::Interval rawScore(const assessment::Model& model, const disclosure::ActorData& actor);
/// Global scores of the ranked organisations if evidence capped nothing, by id.
QHash<QString, assessment::Interval> rawScores(const disclosure::StudyData& data);

} // namespace workflow
