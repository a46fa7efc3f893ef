#pragma once
#include <QString>

/// Names in the dossiers that go to and come from a reviewer.
namespace workflow::review {

/// Cause of everything that was handed over: what has another cause is the reviewer's.
inline const QString HandoverCause = QStringLiteral("handover");

// Settings of a reviewer's dossier.
inline const QString Mode = QStringLiteral("review.mode");     ///< "oui"
inline const QString Source = QStringLiteral("review.source"); ///< id of the study it was made from
inline const QString SourceFrontier = QStringLiteral("review.frontier");
inline const QString HandedOn = QStringLiteral("review.date");

// Settings of the file that comes back.
inline const QString ReturnPrefix = QStringLiteral("return.");
inline const QString ReturnOf = QStringLiteral("return.of");         ///< id of the reviewer's dossier
inline const QString ReturnSource = QStringLiteral("return.source"); ///< id of the study

// Settings of the study.
inline const QString HandedPrefix = QStringLiteral("handed."); ///< + id of a reviewer's dossier: its frontier
inline const QString ReceivedPrefix = QStringLiteral("received."); ///< + id of a comment: digest of what came

/// Source of the facts that hold, in a reviewer's dossier, what was computed on whole records.
inline const QString ResultSource = QStringLiteral("Résultats remis");
inline const QString Region1997 = QStringLiteral("region_1997"), Region2015 = QStringLiteral("region_2015"),
                     RegionsCovered = QStringLiteral("regions_couvertes"), Rank = QStringLiteral("rang"),
                     Scores = QStringLiteral("notes"), ///< JSON of the assessment
    Criteria = QStringLiteral("criteres"),             ///< "S1+ S2- S3?": held, not, to be asked
    EligibleFrom = QStringLiteral("eligible_des");     ///< global score from which it is eligible
/// Setting of a reviewer's dossier: the trios of the model's weights, in JSON.
inline const QString Trios = QStringLiteral("review.trios");
/// Setting of a reviewer's dossier: what the draws of the study say of trios, in JSON.
inline const QString Draws = QStringLiteral("review.draws");

} // namespace workflow::review
