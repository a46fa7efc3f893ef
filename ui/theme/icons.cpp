#include "ui/theme/icons.h"

#include "ui/theme/colors.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>

namespace ui {
namespace {

/// The 16-pixel drawing of the theme, scaled: breeze draws larger sizes in another, coloured manner.
QIcon fromTheme(const QString& name)
{
    for (const QString& folder : QIcon::themeSearchPaths())
        for (const char* group : {"actions", "places", "status"}) {
            const QString file =
                QStringLiteral("%1/breeze/%2/16/%3.svg").arg(folder, QString::fromLatin1(group), name);
            if (QFile::exists(file)) return QIcon(file);
        }
    return QIcon::fromTheme(name);
}

/// Paints another icon's shape in the palette's ink; asks for the palette at each use.
class InkedEngine final : public QIconEngine
{
public:
    explicit InkedEngine(QString source)
        : m_source(std::move(source)),
          m_icon(m_source.startsWith(u':') ? QIcon(m_source) : fromTheme(m_source))
    {
    }

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
        return inked(m_icon, size, ink, ratio);
    }

    QString m_source;
    QIcon m_icon;
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
