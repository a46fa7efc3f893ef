#pragma once
#include "workflow/messages/messages.h"

/// Words for what dossiers keep: causes, fields that no question holds, older states, keys.
namespace dossier {
struct OlderState;
}

namespace workflow::messages {

/// Cause of an operation: "saisie", "import d’une liste"…
QString causeWord(const QString& cause);
/// Field of a record, of the study or of an attachment that no question holds.
QString fieldWord(const QString& field);
/// What an entity is: "la fiche", "une ligne"…
QString entityWord(const QString& entityType);
/// What a kept file is: "photo", "PDF"…
QString mediaWord(const QString& mediaType);
/// Columns of the matrix of comments and words of its lists.
QString reviewWord(const QString& code);
/// "bloquant", "accepté en partie"… for a decision of a record: "présélectionnée".
QString decisionWord(const QString& code);
Message forOlderState(const dossier::OlderState& older);
/// "1 modification", "12 modifications": 0 and 1 are singular.
QString counted(qint64 count, const QString& singular, const QString& plural);

} // namespace workflow::messages
