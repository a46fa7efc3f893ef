#include "ui/widgets/copy_table.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>

namespace ui {
namespace {

QString cell(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

void copyTable(const QAbstractItemView& view, bool selectionOnly)
{
    const QAbstractItemModel* model = view.model();
    if (!model) return;
    QSet<int> selected;
    if (selectionOnly && view.selectionModel())
        for (const QModelIndex& index : view.selectionModel()->selectedIndexes())
            selected.insert(index.row());
    const int columns = model->columnCount(view.rootIndex());
    QStringList lines, cells;
    for (int c = 0; c < columns; ++c)
        cells << cell(model->headerData(c, Qt::Horizontal).toString());
    lines << cells.join(u'\t');
    for (int r = 0; r < model->rowCount(view.rootIndex()); ++r) {
        if (!selected.isEmpty() && !selected.contains(r)) continue;
        cells.clear();
        for (int c = 0; c < columns; ++c) {
            const QModelIndex index = model->index(r, c, view.rootIndex());
            const QVariant words = index.data(Qt::AccessibleTextRole);
            cells << cell(words.isValid() ? words.toString() : index.data().toString());
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

} // namespace ui
