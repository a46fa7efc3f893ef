#pragma once
#include <QString>

/// Names of the study's settings in the dossier (entity "study"). Dates are ISO, lists separated by a space.
namespace workflow::key {

inline const QString Title = QStringLiteral("title");
inline const QString Mission = QStringLiteral("mission");
inline const QString Client = QStringLiteral("client");
inline const QString Consultant = QStringLiteral("consultant");
inline const QString Disclaimer = QStringLiteral("disclaimer"); ///< printed under every map
inline const QString Start = QStringLiteral("start");           ///< order to start
inline const QString End = QStringLiteral("end");
inline const QString Date = QStringLiteral("date");           ///< date printed on outputs; empty = today
inline const QString Division = QStringLiteral("division");   ///< "1997" or "2015"
inline const QString Fictional = QStringLiteral("fictional"); ///< "oui" marks every window and page
inline const QString PriorityRegions = QStringLiteral("priority_regions"); ///< region codes; empty = all
inline const QString SameTownReason = QStringLiteral("same_town_reason");  ///< of the IOM, for K4
inline const QString Suspended = QStringLiteral("suspended");              ///< "2014-12-24/2015-01-01 …"
inline const QString Holidays = QStringLiteral("holidays");                ///< "2015-01-01 2015-01-11"
inline const QString MilestonePrefix = QStringLiteral("milestone."); ///< milestone.l1, .l2, .l3: due date
inline const QString DonePrefix = QStringLiteral("done.");           ///< done.l1…: date handed over

inline const QString ModelLocked = QStringLiteral("model.locked"); ///< date of the approval; empty = unlocked
inline const QString ModelDigest = QStringLiteral("model.digest");
inline const QString ModelVersion = QStringLiteral("model.version");
inline const QString ModelApprover = QStringLiteral("model.approver"); ///< name
inline const QString ModelRole = QStringLiteral("model.role");
inline const QString ModelBody = QStringLiteral("model.body"); ///< organisation of the approver

// The study's own versions of the model, each under its digest; they merge as different settings.
inline const QString ModelCurrent = QStringLiteral("model.current");  ///< digest; empty = the shipped model
inline const QString ModelTextPrefix = QStringLiteral("model.text."); ///< JSON of the version
inline const QString ModelReasonPrefix = QStringLiteral("model.reason.");     ///< JSON: on, by, from, reason
inline const QString ModelApprovalPrefix = QStringLiteral("model.approval."); ///< JSON: on, name, role, body
// The study's own versions of the questionnaire, each under its digest.
inline const QString FormCurrent = QStringLiteral("form.current");      ///< digest; empty = the standard one
inline const QString FormTextPrefix = QStringLiteral("form.text.");     ///< JSON of the version
inline const QString FormReasonPrefix = QStringLiteral("form.reason."); ///< JSON: on, by, from, reason
inline const QString FormOfPrefix = QStringLiteral("form.of.");         ///< digest on which a record stays
// What each stakeholder says of the weights: JSON, one setting each.
inline const QString WeightsPrefix = QStringLiteral("weights.of.");
inline const QString WeightsMix = QStringLiteral("weights.mix"); ///< "geometrique", else arithmetic

} // namespace workflow::key
