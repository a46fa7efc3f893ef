#include "ui/theme/icons.h"

#include "ui/theme/colors.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

namespace ui {
namespace {

/// Paints another icon's shape in the palette's ink; asks for the palette at each use.
class InkedEngine final : public QIconEngine
{
public:
    explicit InkedEngine(QString source) : m_source(std::move(source)) {}

    QIconEngine* clone() const override { return new InkedEngine(m_source); }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->drawPixmap(rect, draw(rect.size(), mode, state, painter->device()->devicePixelRatioF()));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return draw(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap result = draw(size, mode, state, 1);
        result.setDevicePixelRatio(scale);
        return result;
    }

private:
    QPixmap draw(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal ratio) const
    {
        const QPalette palette = QApplication::palette();
        const bool onAccent = mode == QIcon::Selected || state == QIcon::On;
        const QColor ink = onAccent                  ? palette.color(QPalette::HighlightedText)
                           : mode == QIcon::Disabled ? colorsOf(palette).subtle
                                                     : palette.color(QPalette::Text);
        return inked(source(), size, ink, ratio);
    }

    QIcon source() const { return m_source.startsWith(u':') ? QIcon(m_source) : QIcon::fromTheme(m_source); }

    QString m_source;
};

} // namespace

QPixmap inked(const QIcon& icon, const QSize& size, const QColor& ink, qreal pixelRatio)
{
    const QSize device = size * pixelRatio;
    const QString key = QStringLiteral("ink %1 %2 %3 %4")
                            .arg(icon.cacheKey())
                            .arg(device.width())
                            .arg(device.height())
                            .arg(ink.name());
    QPixmap result;
    if (QPixmapCache::find(key, &result)) return result;
    result = QPixmap(device);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    icon.paint(&painter, QRect(QPoint(), device));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(result.rect(), ink);
    painter.end();
    result.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, result);
    return result;
}

QIcon icon(const QString& name)
{
    return QIcon(new InkedEngine(name));
}

QIcon serviceIcon(int service)
{
    static const std::array<QString, 4> files{
        QStringLiteral(":/icons/service-abri.svg"), QStringLiteral(":/icons/service-medical.svg"),
        QStringLiteral(":/icons/service-psychosocial.svg"), QStringLiteral(":/icons/service-juridique.svg")};
    return QIcon(new InkedEngine(files[static_cast<size_t>(service)]));
}

} // namespace ui
