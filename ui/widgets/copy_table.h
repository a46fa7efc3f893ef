#pragma once

class QAbstractItemView;

namespace ui {

/// Puts a table on the clipboard as tab-separated text, with its headings: the selected rows, or all of them.
void copyTable(const QAbstractItemView& view, bool selectionOnly);

} // namespace ui
