#pragma once
#include "disclosure/gate.h"
#include "workflow/entry.h"
#include "workflow/robustness.h"

#include <QDate>

namespace workflow {

class Study;

/// The choice of three (scoring_model § 10), kept as settings: "preselection.RECORD.FIELD" and
/// "eligibility.RECORD.FIELD", written by the consultant; "approval.ID.FIELD", "vote.ID.FIELD" and
/// "trio.ID.FIELD", versions that the consultant or the IOM's reviewer writes: a new one replaces those its
/// author saw, the earlier ones stay.

/// Step 1, one organisation. It never holds a score.
struct PreselectionLine
{
    QString record, name;
    std::vector<assessment::Criterion> criteria; ///< S1…S6
    bool holds = false;                          ///< all six
    bool proposed = false;
    QString reason, author;
    qint64 decided = 0; ///< milliseconds UTC; 0: nothing was decided
};
/// By name, never by merit.
std::vector<PreselectionLine> preselectionOf(const Study& study, const disclosure::StudyData& data);

struct PreselectionChoice
{
    QString record;
    bool proposed = false;
    QString reason;
};
/// The whole proposal: six to nine organisations. A reason is required of one that misses a criterion, and of
/// one left out that holds them all.
Outcome savePreselection(Study& study, const disclosure::StudyData& data,
                         const std::vector<PreselectionChoice>& choices, const QString& author);

/// What the IOM answers to the proposal.
struct PreselectionApproval
{
    QString name, role, reason;
    bool agrees = true; ///< false: the proposal is to be looked at again
    QDate date;
    bool current = false; ///< the proposal is still the one that was answered
    bool fromReviewer = false;
};
std::optional<PreselectionApproval> preselectionApproval(const Study& study);
/// Oldest first, the present one last.
std::vector<PreselectionApproval> preselectionApprovals(const Study& study);
/// What does not agree needs a reason.
Outcome approvePreselection(Study& study, const QString& name, const QString& role,
                            const QString& reason = {}, bool agrees = true);

/// Step 2: what the visits taught on one organisation, beside T1…T8; by record.
struct EligibilityReason
{
    QString reason, author;
    qint64 decided = 0; ///< milliseconds UTC
};
/// Nothing before the model is locked: T5 to T7 read scores.
std::map<QString, EligibilityReason> eligibilityReasons(const Study& study);
/// An empty reason withdraws it.
Outcome saveEligibilityReason(Study& study, const QString& record, const QString& reason,
                              const QString& author);

using Three = std::array<QString, 3>;

/// What one member of the committee says of one set of three.
struct Vote
{
    QString id, member;
    Three trio;
    bool favours = false;
    std::optional<int> score; ///< 0–10
    QString argument;
    qint64 created = 0;
    bool fromReviewer = false;
};
/// In order of creation, one per member and trio. Nothing before the model is locked.
std::vector<Vote> votes(const Study& study);
/// A member has one vote per trio: saving it again replaces it.
Outcome saveVote(Study& study, Vote vote);

struct TrioOpinion
{
    Three trio;
    int inFavour = 0, voices = 0;
    std::optional<double> mean; ///< of the scores given
    int low = 0, high = 0;      ///< meaningful with a mean
};
struct Disagreement
{
    std::vector<TrioOpinion> opinions; ///< most favoured first, then best mean
    QStringList dissenters;            ///< members who do not favour the first, by name
};
Disagreement disagreement(const std::vector<Vote>& votes);

/// Step 4: what the minutes print.
struct TrioDecision
{
    Three trio;
    QString state = QStringLiteral("proposee"); ///< or "prise"
    QString reason, dissent, conditions, author;
    QDate date;
    bool fromReviewer = false;
    bool current = false; ///< nobody replaced it
};
std::optional<TrioDecision> trioDecision(const Study& study);
/// All that was ever decided, oldest first.
std::vector<TrioDecision> trioDecisions(const Study& study);
/// A decision that was taken needs a reason, and what the dissenters say when somebody differs.
Outcome saveTrioDecision(Study& study, TrioDecision decision);

/// Weights that somebody tried: proposed among the decisions of the concertation and, in the consultant's
/// study, kept beside those of the other stakeholders. The study's model stays.
Outcome proposeWeights(Study& study, const QString& name, const assessment::Weights& weights);

/// Approvals, votes and decisions that two people wrote without seeing each other's, as warnings: all are
/// kept, the latest is shown; writing it again settles it.
base::Issues choiceConflicts(const Study& study);

} // namespace workflow
