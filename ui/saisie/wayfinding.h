#pragma once
#include <QString>

namespace ui {

class EntrySession;

/// Question called "9.4", "9,4" or "9 4", or by its code; empty when there is none.
QString questionCalled(const EntrySession& session, const QString& typed);

/// First question after `from`, in the order of the form and going round, that is asked and has no answer;
/// empty when none is left.
QString nextUnanswered(const EntrySession& session, const QString& from, bool shortForm);

} // namespace ui
