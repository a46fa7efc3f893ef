#pragma once
#include "workflow/review.h"
#include "workflow/setting_items.h"

/// Comments and decisions as settings of the study: "comment.ID.FIELD", "decision.ID.FIELD".
namespace workflow::review {

inline const QString CommentKind = QStringLiteral("comment"), DecisionKind = QStringLiteral("decision");

/// Words a field may hold.
struct Words
{
    QStringList words;
    bool mayBeEmpty = false;
    bool isKnown(const QString& word) const { return word.isEmpty() ? mayBeEmpty : words.contains(word); }
};
const QHash<QString, Words>& commentWords();
const QHash<QString, Words>& decisionWords();

using items::Fields;
using items::prefix;

Fields fieldsOf(const Comment& comment);
Fields fieldsOf(const Decision& decision);
Comment commentOf(const QString& id, const Fields& fields);
Decision decisionOf(const QString& id, const Fields& fields);

/// Fields that a reviewer writes; the others are the consultant's.
bool isReviewersField(const QString& kind, const QString& field);
/// "comment", "decision" or a kind of the choice of three, of which a reviewer writes; empty for another.
QString kindOf(const QString& setting);

} // namespace workflow::review
