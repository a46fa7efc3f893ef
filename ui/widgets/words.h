#pragma once
#include <QString>

class QFontMetrics;
class QPainter;
class QRect;

namespace ui {

/// Category of an actor in a word or two, for tables and facets; the form's own label when there is none.
QString shortCategory(const QString& code, const QString& label);
/// "A · Abri", "M · Médical"…
QString shortService(int service);

/// Dimension of the capacity model in a word, for the waterfall.
QString shortDimension(const QString& code, const QString& label);
/// A name cut to a width: its trailing parenthesis goes before any of its letters.
QString shortName(const QFontMetrics& metrics, const QString& name, int width);

/// One line, cut to the width: at the side where the window begins, but written in the direction of its own
/// language.
void drawWords(QPainter& painter, const QRect& area, const QString& words, Qt::LayoutDirection window);

} // namespace ui
