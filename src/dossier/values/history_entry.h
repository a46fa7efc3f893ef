#pragma once
#include <QString>

namespace dossier {

enum class HistoryEvent : quint8 {
    Changed, ///< a field: `before` and `value`
    Created, ///< a record, passage, row (field: its repeat) or fact
    Deleted,
    Restored,
    Redacted, ///< values removed for ever; `value` names the operations
    Frozen    ///< a frozen snapshot; `field` is its label
};

/// One operation as people read it.
struct HistoryEntry
{
    QString operation, author, cause;
    QString field;   ///< "q:CODE", or "q:CODE@entity" unless the record itself holds it
    QString value;   ///< as operations hold it: "state|text" for an answer
    qint64 time = 0; ///< milliseconds UTC
    HistoryEvent event = HistoryEvent::Changed;
    QString before; ///< value replaced; empty when there was none
    QString record; ///< empty for the study's own
    QString entityType, entity;
    bool isRedacted = false; ///< its value was removed for ever
};

} // namespace dossier
