#include "base/resources.h"
#include "drawing/figures/charts.h"

#include <QSvgRenderer>

namespace drawing {
namespace {

constexpr size_t Services = 4;
constexpr const char* IconNames[Services] = {"abri", "medical", "psychosocial", "juridique"};
constexpr const char16_t* Letters[Services] = {u"A", u"M", u"P", u"J"};
constexpr const char16_t* Names[Services] = {u"Abri", u"Médical", u"Psychosocial", u"Juridique"};

/// Pictograms parsed once for each thread that paints, in black and in the grey of what is not offered.
QSvgRenderer& pictogram(size_t service, bool grey)
{
    thread_local std::array<std::array<std::unique_ptr<QSvgRenderer>, 2>, Services> loaded;
    auto& slot = loaded[service][grey];
    if (!slot) {
        QByteArray svg =
            base::resource(QStringLiteral("icons/service-%1.svg").arg(QLatin1String(IconNames[service])));
        if (grey) svg.replace("#1f2428", "#9aa1a8");
        slot = std::make_unique<QSvgRenderer>(svg);
    }
    return *slot;
}

/// How an offer looks, told apart without colour: by the border, the ground and the strength of the picture.
struct Appearance
{
    QString word;
    bool filled = false;
    bool grey = true;
    Qt::PenStyle border = Qt::NoPen;
    double weight = 0.2;
};

Appearance appearanceOf(const QString& offer)
{
    if (offer.isEmpty()) return {QStringLiteral("non connu")};
    if (offer == u"direct") return {QStringLiteral("en direct"), true, false, Qt::SolidLine, 0.35};
    if (offer == u"convention") return {QStringLiteral("par convention"), false, false, Qt::SolidLine, 0.35};
    if (offer == u"orientation") return {offer, false, false, Qt::DashLine, 0.2};
    if (offer == u"possible") return {offer, false, true, Qt::DotLine, 0.2};
    if (offer == u"non") return {QStringLiteral("aucun")};
    return {offer};
}

/// One line, in a smaller size when it would not fit.
void fitted(Canvas& canvas, const QRectF& box, Qt::Alignment alignment, const QString& text,
            Lettering lettering)
{
    while (lettering.points > 5 && Canvas::textWidth(text, lettering.points, lettering.bold) > box.width())
        lettering.points -= 0.25;
    canvas.text(box, alignment, text, lettering);
}

void paintBox(Canvas& canvas, const QRectF& box, const Appearance& look)
{
    QPen pen(look.grey ? ink::Threshold : ink::Accent, Canvas::mm(look.weight), look.border);
    canvas.painter().setBrush(look.filled ? QBrush(ink::shade(1)) : QBrush(Qt::NoBrush));
    canvas.painter().setPen(look.border == Qt::NoPen ? QPen(ink::Grid, Canvas::mm(0.15)) : pen);
    const double half = Canvas::mm(look.weight) / 2;
    canvas.painter().drawRect(box.adjusted(half, half, -half, -half));
}

/// Picture on the left, name and offer on two lines beside it.
void paintWide(Canvas& canvas, const QRectF& box, size_t service, const Appearance& look)
{
    const double icon = std::min(box.height() * 0.66, Canvas::mm(7));
    pictogram(service, look.grey)
        .render(&canvas.painter(),
                QRectF(box.left() + Canvas::mm(1.1), box.center().y() - icon / 2, icon, icon));
    const double left = box.left() + icon + Canvas::mm(2);
    const QRectF text(left, box.center().y() - Canvas::mm(3.7), box.right() - left - Canvas::mm(0.5),
                      Canvas::mm(3.7));
    const QString name =
        QString::fromUtf16(Letters[service]) + QStringLiteral(" · ") + QString::fromUtf16(Names[service]);
    fitted(canvas, text, Qt::AlignLeft | Qt::AlignVCenter, name, {7.5, ink::Text, true});
    fitted(canvas, text.translated(0, Canvas::mm(3.7)), Qt::AlignLeft | Qt::AlignVCenter, look.word,
           {7.5, look.grey ? ink::Muted : ink::Text, false});
}

/// Picture and letter above, offer below.
void paintNarrow(Canvas& canvas, const QRectF& box, size_t service, const Appearance& look)
{
    const double foot = Canvas::mm(3.4),
                 icon = std::min(box.height() - foot - Canvas::mm(1.2), Canvas::mm(7));
    const double top = box.top() + (box.height() - foot - icon) / 2;
    const double left = box.center().x() - (icon + Canvas::mm(3.4)) / 2;
    pictogram(service, look.grey).render(&canvas.painter(), QRectF(left, top, icon, icon));
    canvas.text(QRectF(left + icon + Canvas::mm(1), top, Canvas::mm(3), icon),
                Qt::AlignLeft | Qt::AlignVCenter, QString::fromUtf16(Letters[service]), {8, ink::Text, true});
    fitted(canvas,
           QRectF(box.left() + Canvas::mm(0.4), box.bottom() - foot, box.width() - Canvas::mm(0.8), foot),
           Qt::AlignHCenter | Qt::AlignVCenter, look.word, {7.5, look.grey ? ink::Muted : ink::Text, false});
}

} // namespace

void paintServices(Canvas& canvas, const report::ServiceStrip& strip)
{
    const double slot = canvas.area().width() / static_cast<double>(Services);
    for (size_t s = 0; s < Services; ++s) {
        const QRectF box(slot * static_cast<double>(s), 0, slot - Canvas::mm(1.2), canvas.area().height());
        const Appearance look = appearanceOf(strip.offers[s]);
        paintBox(canvas, box, look);
        if (slot >= Canvas::mm(23))
            paintWide(canvas, box, s, look);
        else
            paintNarrow(canvas, box, s, look);
    }
}

} // namespace drawing
