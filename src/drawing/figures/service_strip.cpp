#include "base/resources.h"
#include "drawing/figures/charts.h"

#include <QSvgRenderer>

namespace drawing {
namespace {

const std::array<QString, 4>& iconNames()
{
    static const std::array<QString, 4> names{QStringLiteral("abri"), QStringLiteral("medical"),
                                              QStringLiteral("psychosocial"), QStringLiteral("juridique")};
    return names;
}

QString offerWord(const QString& offer)
{
    if (offer.isEmpty()) return QStringLiteral("non connu");
    if (offer == u"non") return QStringLiteral("aucun");
    if (offer == u"convention") return QStringLiteral("par convention");
    return offer;
}

} // namespace

void paintServices(Canvas& canvas, const report::ServiceStrip& strip)
{
    static const std::array<QString, 4> words{QStringLiteral("A · Abri"), QStringLiteral("M · Médical"),
                                              QStringLiteral("P · Psychosocial"),
                                              QStringLiteral("J · Juridique")};
    const double slot = canvas.area().width() / 4;
    const double icon = std::min({canvas.area().height() * 0.8, Canvas::mm(8), slot * 0.3});
    for (size_t s = 0; s < 4; ++s) {
        const bool offered = strip.offers[s] == u"direct" || strip.offers[s] == u"convention";
        const QRectF box(slot * static_cast<double>(s), 0, slot - Canvas::mm(1.5), canvas.area().height());
        canvas.painter().setBrush(strip.offers[s] == u"direct" ? ink::shade(1) : ink::Paper);
        canvas.painter().setPen(QPen(offered ? ink::Accent : ink::Hairline, Canvas::mm(offered ? 0.3 : 0.15),
                                     strip.offers[s] == u"convention" ? Qt::DashLine : Qt::SolidLine));
        canvas.painter().drawRect(box);
        QSvgRenderer picture(base::resource(QStringLiteral("icons/service-%1.svg").arg(iconNames()[s])));
        canvas.painter().setOpacity(offered ? 1.0 : 0.4);
        picture.render(&canvas.painter(),
                       QRectF(box.left() + Canvas::mm(1.2), box.center().y() - icon / 2, icon, icon));
        canvas.painter().setOpacity(1.0);
        const double left = box.left() + icon + Canvas::mm(2.4);
        const double width = box.right() - left - Canvas::mm(0.5);
        canvas.text(QRectF(left, box.top(), width, box.height() / 2), Qt::AlignLeft | Qt::AlignBottom,
                    Canvas::textWidth(words[s], 7.5, true) <= width ? words[s] : words[s].left(1), 7.5,
                    ink::Text, true);
        canvas.text(QRectF(left, box.center().y(), width, box.height() / 2), Qt::AlignLeft | Qt::AlignTop,
                    offerWord(strip.offers[s]), 7, offered ? ink::Text : ink::Muted);
    }
}

} // namespace drawing
