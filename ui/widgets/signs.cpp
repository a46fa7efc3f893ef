#include "ui/widgets/signs.h"

#include "assessment/values/result.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {
namespace {

QRectF squareIn(const QRectF& area, double size)
{
    return QRectF(area.center().x() - size / 2, area.center().y() - size / 2, size, size);
}

void paintHatchedDisc(QPainter& painter, const QRectF& disc, const QColor& ink)
{
    QPainterPath clip;
    clip.addEllipse(disc);
    painter.save();
    painter.setClipPath(clip);
    painter.setPen(QPen(ink, disc.width() / 6));
    for (double x = -disc.width(); x <= disc.width(); x += disc.width() / 3)
        painter.drawLine(QPointF(disc.left() + x, disc.bottom()),
                         QPointF(disc.left() + x + disc.width(), disc.top()));
    painter.restore();
    painter.drawEllipse(disc);
}

} // namespace

double evidenceWidth(double height)
{
    return height * 4.6;
}

void paintEvidence(QPainter& painter, const QRectF& area, int level, const QColor& ink)
{
    if (level < 0) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double size = area.height() * 0.86;
    const double step = area.height() * 1.18;
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    for (int i = 0; i < 4; ++i) {
        const int place = mirrored ? 3 - i : i;
        const QRectF dot(area.left() + place * step + 0.5, area.center().y() - size / 2, size, size);
        painter.setPen(QPen(ink, size / 7));
        painter.setBrush(i < level ? QBrush(ink) : Qt::NoBrush);
        painter.drawEllipse(dot.adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter.restore();
}

void paintStatus(QPainter& painter, const QRectF& area, const QString& status, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF disc = squareIn(area, qMin(area.width(), area.height()) * 0.85);
    painter.setPen(QPen(ink, disc.width() / 8));
    if (status == u"intervient") {
        painter.setBrush(ink);
        painter.drawEllipse(disc);
    } else if (status == u"intervient_declare") {
        paintHatchedDisc(painter, disc, ink);
    } else if (status == u"peut_intervenir") {
        painter.drawEllipse(disc);
        painter.setBrush(ink);
        painter.drawChord(disc, -90 * 16, 180 * 16);
    } else if (status == u"n_intervient_pas") {
        painter.drawEllipse(disc);
    } else if (status == u"indetermine") {
        painter.drawEllipse(disc);
        painter.drawLine(QPointF(disc.left() + disc.width() * 0.25, disc.center().y()),
                         QPointF(disc.right() - disc.width() * 0.25, disc.center().y()));
    } else {
        painter.setPen(QPen(ink, disc.width() / 8, Qt::DotLine));
        painter.drawEllipse(disc);
    }
    painter.restore();
}

void paintInterval(QPainter& painter, const QRectF& area, const ScaleSpan& scale, double low,
                   std::optional<double> central, double high, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto at = [&](double value) {
        const double share = (qBound(scale.low, value, scale.high) - scale.low) / (scale.high - scale.low);
        const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
        return area.left() + (mirrored ? 1 - share : share) * area.width();
    };
    const double middle = area.center().y();
    const double left = qMin(at(low), at(high)), right = qMax(at(low), at(high));
    QColor band = ink;
    band.setAlphaF(0.35F);
    painter.fillRect(QRectF(left, middle - px(4), right - left, 2 * px(4)), band);
    painter.setPen(QPen(ink, 1.6));
    painter.drawLine(QPointF(left, middle), QPointF(right, middle));
    for (double whisker : {left, right})
        painter.drawLine(QPointF(whisker, middle - px(7)), QPointF(whisker, middle + px(7)));
    if (central) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(QPointF(at(*central), middle), px(4), px(4));
    }
    painter.restore();
}

void paintService(QPainter& painter, const QRectF& area, int service, const QString& offer, const QColor& ink,
                  const QColor& mutedInk)
{
    const bool direct = offer == u"direct";
    painter.save();
    if (!direct && offer != u"convention") {
        painter.setPen(mutedInk);
        painter.drawText(area, Qt::AlignCenter, offer.isEmpty() ? QStringLiteral("?") : QStringLiteral("–"));
        painter.restore();
        return;
    }
    const QColor color = direct ? ink : mutedInk;
    const int size = px(14);
    const QString letter = assessment::serviceLetters()[static_cast<size_t>(service)] +
                           (direct ? QString() : QStringLiteral("°"));
    const QPixmap pixmap =
        inked(serviceIcon(service), QSize(size, size), color, painter.device()->devicePixelRatioF());
    const QRectF place(area.left(), area.center().y() - size / 2.0, size, size);
    painter.drawPixmap(place.topLeft(), pixmap);
    painter.setFont(sized(0.85));
    painter.setPen(color);
    painter.drawText(area.adjusted(size + 1, 0, px(8), 0), Qt::AlignVCenter | Qt::AlignLeft, letter);
    painter.restore();
}

void paintRule(QPainter& painter, const QRectF& area, Rule rule, const QColor& ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = squareIn(area, qMin(area.width(), area.height()) * 0.9);
    painter.setPen(QPen(ink, box.width() / 10));
    QPolygonF shape;
    if (rule == Rule::Liftable) {
        shape << QPointF(box.center().x(), box.top()) << box.bottomRight() << box.bottomLeft();
        painter.drawPolygon(shape);
        const double x = box.center().x();
        painter.drawLine(QPointF(x, box.top() + box.height() * 0.38),
                         QPointF(x, box.top() + box.height() * 0.66));
        painter.drawPoint(QPointF(x, box.top() + box.height() * 0.82));
    } else {
        const double cut = box.width() * 0.29;
        shape << QPointF(box.left() + cut, box.top()) << QPointF(box.right() - cut, box.top())
              << QPointF(box.right(), box.top() + cut) << QPointF(box.right(), box.bottom() - cut)
              << QPointF(box.right() - cut, box.bottom()) << QPointF(box.left() + cut, box.bottom())
              << QPointF(box.left(), box.bottom() - cut) << QPointF(box.left(), box.top() + cut);
        painter.drawPolygon(shape);
        painter.drawLine(QPointF(box.left() + box.width() * 0.28, box.center().y()),
                         QPointF(box.right() - box.width() * 0.28, box.center().y()));
    }
    painter.restore();
}

void paintBar(QPainter& painter, const QRectF& area, double share, const QColor& ink, const QColor& ground)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    const double radius = area.height() / 4;
    painter.drawRoundedRect(area, radius, radius);
    QRectF filled = area;
    filled.setWidth(area.width() * qBound(0.0, share, 1.0));
    if (painter.layoutDirection() == Qt::RightToLeft) filled.moveRight(area.right());
    painter.setBrush(ink);
    if (filled.width() > 0) painter.drawRoundedRect(filled, radius, radius);
    painter.restore();
}

} // namespace ui
