#pragma once
#include "workflow/review.h"

#include <QHash>

#include <map>

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

inline QString prefix(const QString& kind, const QString& id)
{
    return kind + u'.' + id + u'.';
}

using Fields = QHash<QString, QString>;
/// By id; those whose every field was emptied are gone.
std::map<QString, Fields> itemsOf(const QHash<QString, QString>& settings, const QString& kind);

Fields fieldsOf(const Comment& comment);
Fields fieldsOf(const Decision& decision);
Comment commentOf(const QString& id, const Fields& fields);
Decision decisionOf(const QString& id, const Fields& fields);

/// Fields that a reviewer writes; the others are the consultant's.
bool isReviewersField(const QString& kind, const QString& field);
/// "comment" or "decision" for one of their settings; empty for another.
QString kindOf(const QString& setting);

} // namespace workflow::review
