#include "dossier/values/operation.h"

#include <QSet>

namespace dossier {

bool isRedactable(const Operation& operation)
{
    if (operation.kind == kind::Create) return operation.entityType == entity::Fact;
    return operation.kind != kind::Delete && operation.kind != kind::Redact && operation.kind != kind::Freeze;
}

bool isKnown(const Operation& operation)
{
    static const QSet<QString> kinds{kind::Create, kind::Set, kind::Delete, kind::Redact, kind::Freeze};
    return operation.format <= OperationFormat && kinds.contains(operation.kind);
}

} // namespace dossier
