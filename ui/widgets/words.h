#pragma once
#include <QString>

class QFontMetrics;

namespace ui {

/// Category of an actor in a word or two, for tables and facets; the form's own label when there is none.
QString shortCategory(const QString& code, const QString& label);
/// "A · Abri", "M · Médical"…
QString shortService(int service);

/// Dimension of the capacity model in a word, for the waterfall.
QString shortDimension(const QString& code, const QString& label);
/// A name cut to a width: its trailing parenthesis goes before any of its letters.
QString shortName(const QFontMetrics& metrics, const QString& name, int width);

} // namespace ui
