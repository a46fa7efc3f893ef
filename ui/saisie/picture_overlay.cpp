#include "ui/saisie/picture_overlay.h"

#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QPainter>

namespace ui {

PictureOverlay::PictureOverlay(QImage picture, const QString& name, QWidget* window)
    : QWidget(window), m_picture(std::move(picture)), m_name(name)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Pièce « %1 », Échap pour fermer").arg(name));
    setGeometry(window->rect());
    window->installEventFilter(this);
    show();
    raise();
    setFocus();
}

bool PictureOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) setGeometry(parentWidget()->rect());
    return false;
}

void PictureOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillRect(rect(), QColor(0, 0, 0, 225));
    const QRect area = rect().adjusted(px(24), px(24), -px(24), -px(56));
    const QSize size = m_picture.size().scaled(area.size(), Qt::KeepAspectRatio).boundedTo(m_picture.size());
    QRect place(QPoint(), size);
    place.moveCenter(area.center());
    painter.drawImage(place, m_picture);
    painter.setPen(Qt::white);
    painter.drawText(rect().adjusted(px(24), 0, -px(24), -px(16)), Qt::AlignHCenter | Qt::AlignBottom,
                     tr("%1   ·   Échap ou clic : fermer").arg(m_name));
}

void PictureOverlay::mousePressEvent(QMouseEvent*)
{
    leave();
}

void PictureOverlay::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Space || event->key() == Qt::Key_Return)
        leave();
}

void PictureOverlay::leave()
{
    m_picture = {};
    close();
}

} // namespace ui
