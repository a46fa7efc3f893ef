#include "ui/analyse/ranking_legend.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QLabel>
#include <QPainter>

namespace ui {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("RankingLegend", words);
}

Sign* intervalSign()
{
    return new Sign(
        [](QPainter& painter, const QRectF& area, const Colors& colors) {
            paintInterval(painter, area, {0, 100}, 5, 50, 95, colors.accent);
        },
        {30, 16}, {});
}

/// The dotted line that crosses the bars.
Sign* thresholdSign()
{
    return new Sign(
        [](QPainter& painter, const QRectF& area, const Colors& colors) {
            painter.setPen(QPen(colors.text, 1.4, Qt::DotLine));
            const double x = area.center().x();
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        },
        {8, 16}, {});
}

} // namespace

QWidget* rankingLegend()
{
    auto* legend = new QWidget;
    auto* row = new QHBoxLayout(legend);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->setSpacing(px(6));
    const auto add = [row](Sign* sign, const QString& words, const QString& tip) {
        QLabel* label = small(words);
        label->setWordWrap(false);
        label->setToolTip(tip);
        sign->setToolTip(tip);
        row->addWidget(sign);
        row->addWidget(label);
        row->addSpacing(px(10));
    };
    add(intervalSign(), tr("borne basse, valeur centrale, borne haute"),
        tr("La bande va du score si toutes les réponses inconnues valaient zéro au score si elles valaient "
           "le plus possible ; le point est le score sans elles."));
    add(thresholdSign(), tr("seuil d’éligibilité 50"),
        tr("Le trait pointillé marque le score global à partir duquel une organisation peut être du trio."));
    add(Sign::rule(Rule::Liftable), tr("condition à lever"),
        tr("Sélection possible ; condition à lever avant signature."));
    add(Sign::rule(Rule::Blocking), tr("hors sélection"),
        tr("Une règle bloquante : hors du choix des trois."));
    row->addStretch();
    return legend;
}

} // namespace ui
