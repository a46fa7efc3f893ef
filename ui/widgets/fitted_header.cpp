#include "ui/widgets/fitted_header.h"

#include "ui/theme/heading_words.h"
#include "ui/theme/metrics.h"

#include <QStyleOptionHeader>

namespace ui {

FittedHeader::FittedHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
}

void FittedHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    QFont bold = font();
    bold.setBold(true); // with the padding, as the style sheet draws them
    const int mark = option->sortIndicator == QStyleOptionHeader::None ? 0 : px(16);
    const QSize room(sectionSize(logicalIndex) - px(17) - mark, height() - px(10));
    option->text = fittedWords(option->text, QFontMetrics(bold), room);
}

} // namespace ui
