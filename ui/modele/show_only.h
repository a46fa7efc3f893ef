#pragma once
#include <QWidget>

namespace ui {

/// Pages in one column of which one is seen. A QStackedWidget would ask for the height of the tallest, and
/// the page would scroll over nothing.
inline void showOnly(const QList<QWidget*>& pages, qsizetype seen)
{
    for (QWidget* page : pages)
        page->hide();
    if (seen >= 0 && seen < pages.size()) pages[seen]->show();
}

} // namespace ui
