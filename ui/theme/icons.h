#pragma once
#include <QIcon>

namespace ui {

/// An icon of the system's theme (breeze) inked with the text colour of the present palette, so that it stays
/// legible in light, dark and on the selection.
QIcon icon(const QString& name);
/// Pictogram of a service, 0 to 3 (abri, médical, psychosocial, juridique).
QIcon serviceIcon(int service);
/// One pixmap of an icon in a given ink.
QPixmap inked(const QIcon& icon, const QSize& size, const QColor& ink, qreal pixelRatio);

} // namespace ui
