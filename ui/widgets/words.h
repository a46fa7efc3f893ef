#pragma once
#include <QString>

namespace ui {

/// Category of an actor in a word or two, for tables and facets; the form's own label when there is none.
QString shortCategory(const QString& code, const QString& label);
/// "A · Abri", "M · Médical"…
QString shortService(int service);

} // namespace ui
