#include "ui/analyse/acceptability_delegate.h"

#include "ui/analyse/page_frame.h"
#include "ui/analyse/robustness_model.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace ui {
namespace {

constexpr std::array<double, workflow::RankBands> depths{1.0, 0.8, 0.48, 0.24, 0.06};

QColor bandColor(const Colors& colors, size_t band)
{
    const double part = depths[band];
    const auto mix = [part](int from, int to) { return qRound(from + (to - from) * part); };
    return {mix(colors.base.red(), colors.accent.red()), mix(colors.base.green(), colors.accent.green()),
            mix(colors.base.blue(), colors.accent.blue())};
}

/// "1", "2", "3", "4–10", "> 10": what is written inside a bar.
QString bandMark(size_t band)
{
    static const std::array<QString, workflow::RankBands> marks{QStringLiteral("1"), QStringLiteral("2"),
                                                                QStringLiteral("3"), QStringLiteral("4–10"),
                                                                QStringLiteral("> 10")};
    return marks[band];
}

} // namespace

void paintBands(QPainter& painter, const QRectF& area, const std::vector<double>& shares,
                const Colors& colors, Qt::LayoutDirection direction)
{
    painter.save();
    const bool mirrored = direction == Qt::RightToLeft;
    const QFont tiny = sized(0.78);
    painter.setFont(tiny);
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.fillRect(area, colors.base);
    double before = 0;
    for (size_t band = 0; band < shares.size(); ++band) {
        const double width = shares[band] * area.width();
        const double left = mirrored ? area.right() - before - width : area.left() + before;
        const QRectF piece(left, area.top(), width, area.height());
        before += width;
        if (width <= 0) continue;
        painter.fillRect(piece, bandColor(colors, band));
        painter.setPen(colors.base);
        if (before < area.width() - 0.5)
            painter.drawLine(mirrored ? piece.topLeft() : piece.topRight(),
                             mirrored ? piece.bottomLeft() : piece.bottomRight());
        const QString mark = bandMark(band);
        if (QFontMetrics(tiny).horizontalAdvance(mark) + px(4) > width) continue;
        painter.setPen(band < 2 ? colors.onAccent : colors.text);
        painter.drawText(piece, Qt::AlignCenter, mark);
    }
    painter.setPen(colors.border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(0, 0, -1, -1));
    painter.restore();
}

void AcceptabilityDelegate::paint(QPainter* painter, const QStyleOptionViewItem& given,
                                  const QModelIndex& index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const Colors& colors = colorsOf(option.palette);
    painter->save();
    const bool selected = drawLineGround(*painter, option);
    const QRect area = option.rect.adjusted(px(8), 0, -px(8), 0);
    if (index.column() == RobustnessModel::Bands) {
        std::vector<double> shares;
        for (const QVariant& share : index.data(RobustnessModel::BandsRole).toList())
            shares.push_back(share.toDouble());
        paintBands(*painter, QRectF(area).adjusted(0.5, px(6) + 0.5, 0.5, -px(6) + 0.5), shares, colors,
                   option.direction);
    } else {
        const bool muted = index.column() == RobustnessModel::Central;
        painter->setFont(index.column() == RobustnessModel::Rank ? sized(1, true)
                         : muted                                 ? sized(0.88)
                                                                 : option.font);
        painter->setPen(selected ? colors.onAccent : muted ? colors.muted : colors.text);
        drawCell(*painter, area, option.text, option.displayAlignment, option.direction);
    }
    painter->restore();
}

BandsLegend::BandsLegend(QWidget* parent) : QWidget(parent)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(6), px(16), px(6));
    row->setSpacing(px(6));
    for (size_t band = 0; band < workflow::RankBands; ++band) {
        row->addWidget(new Sign(
            [band](QPainter& painter, const QRectF& area, const Colors& colors) {
                painter.fillRect(area, bandColor(colors, band));
                painter.setPen(colors.border);
                painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
            },
            {16, 12}, {}));
        QLabel* word = small(bandName(band));
        word->setWordWrap(false);
        row->addWidget(word);
        row->addSpacing(px(8));
    }
    row->addStretch();
}

} // namespace ui
