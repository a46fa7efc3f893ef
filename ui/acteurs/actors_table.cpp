#include "ui/acteurs/actors_table.h"

#include "ui/acteurs/actor_delegate.h"
#include "ui/acteurs/actors_model.h"
#include "ui/theme/metrics.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>

namespace ui {
namespace {

const QString columnsKey = QStringLiteral("acteurs/largeurs");
const QString comfortableKey = QStringLiteral("acteurs/confortable");

/// Widths at scale 1 that hold what the column usually says.
constexpr std::array<int, ActorsModel::ColumnCount> usual{206, 114, 82, 114, 144, 140, 104};

void dress(QTableView* view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setShowGrid(false);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView* columns = view->horizontalHeader();
    columns->setMinimumSectionSize(px(48));
    columns->setHighlightSections(false);
    columns->setFixedHeight(px(28));
    columns->setSortIndicatorShown(true);
    columns->setSectionsClickable(true);
}

} // namespace

ActorsTable::ActorsTable(ActorsModel* model, QSettings& settings, QWidget* parent)
    : QTableView(parent), m_settings(settings), m_frozen(new QTableView(this))
{
    setModel(model);
    setItemDelegate(new ActorDelegate(this));
    dress(this);
    horizontalHeader()->setSortIndicator(ActorsModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
    setAccessibleName(tr("Liste des acteurs"));
    QHeaderView* columns = horizontalHeader();
    columns->setSectionsMovable(true);
    columns->setFirstSectionMovable(false);
    for (int c = 0; c < ActorsModel::ColumnCount; ++c)
        columns->resizeSection(c, px(usual[static_cast<size_t>(c)]));
    m_own = columns->restoreState(m_settings.value(columnsKey).toByteArray());
    columns->setStretchLastSection(m_own);
    sortByColumn(ActorsModel::Name, Qt::AscendingOrder);
    buildFrozen();
    setComfortable(m_settings.value(comfortableKey, false).toBool());
    columns->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(columns, &QHeaderView::customContextMenuRequested, this, &ActorsTable::chooseColumns);
    connect(columns, &QHeaderView::sectionMoved, this, &ActorsTable::keepColumns);
    connect(columns, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (section == ActorsModel::Name) m_frozen->setColumnWidth(section, width);
        placeFrozen();
        // Only a hand on the header makes the widths the user's own.
        if (!m_sharing && QGuiApplication::mouseButtons().testFlag(Qt::LeftButton)) keepColumns();
    });
}

void ActorsTable::buildFrozen()
{
    m_frozen->setModel(model());
    m_frozen->setSelectionModel(selectionModel());
    m_frozen->setItemDelegate(itemDelegate());
    dress(m_frozen);
    m_frozen->setFocusPolicy(Qt::NoFocus);
    m_frozen->setObjectName(QStringLiteral("frozen"));
    m_frozen->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_frozen->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (int c = 1; c < ActorsModel::ColumnCount; ++c)
        m_frozen->setColumnHidden(c, true);
    m_frozen->setColumnWidth(ActorsModel::Name, columnWidth(ActorsModel::Name));
    m_frozen->hide();
    QHeaderView *columns = horizontalHeader(), *name = m_frozen->horizontalHeader();
    name->setSortIndicator(columns->sortIndicatorSection(), columns->sortIndicatorOrder());
    connect(columns, &QHeaderView::sortIndicatorChanged, name, &QHeaderView::setSortIndicator);
    connect(name, &QHeaderView::sectionClicked, this, &ActorsTable::sortByName);
    connect(name, &QHeaderView::sectionResized, this, [this](int section, int, int width) {
        if (section == ActorsModel::Name) setColumnWidth(section, width);
    });
    connect(m_frozen, &QTableView::activated, this, &QTableView::activated);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_frozen->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_frozen->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, &ActorsTable::placeFrozen);
}

void ActorsTable::sortByName()
{
    const QHeaderView* columns = horizontalHeader();
    const bool descend = columns->sortIndicatorSection() == ActorsModel::Name &&
                         columns->sortIndicatorOrder() == Qt::AscendingOrder;
    sortByColumn(ActorsModel::Name, descend ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void ActorsTable::setComfortable(bool comfortable)
{
    m_comfortable = comfortable;
    m_settings.setValue(comfortableKey, comfortable);
    for (QTableView* view : {static_cast<QTableView*>(this), m_frozen})
        view->verticalHeader()->setDefaultSectionSize(px(comfortable ? 36 : 28));
}

void ActorsTable::shareRoom()
{
    if (m_own) return;
    m_sharing = true;
    const auto width = [](int column) { return px(usual[static_cast<size_t>(column)]); };
    int needed = 0;
    for (int c = ActorsModel::Name; c <= ActorsModel::Services; ++c)
        needed += width(c);
    const int room = viewport()->width();
    for (int c : {ActorsModel::Status, ActorsModel::Completeness}) {
        const bool fits = needed + width(c) <= room;
        setColumnHidden(c, !fits);
        if (fits) needed += width(c);
    }
    // Names take most of what is left or missing; a region's name is the next longest.
    const int spare = room - needed, arabic = spare / 4, region = spare / 5;
    setColumnWidth(ActorsModel::Name, width(ActorsModel::Name) + spare - arabic - region);
    setColumnWidth(ActorsModel::NameAr, width(ActorsModel::NameAr) + arabic);
    setColumnWidth(ActorsModel::Region, width(ActorsModel::Region) + region);
    m_sharing = false;
}

void ActorsTable::placeFrozen()
{
    const bool needed = horizontalScrollBar()->maximum() > horizontalScrollBar()->minimum();
    m_frozen->setVisible(needed);
    if (!needed) return;
    const int width = columnWidth(ActorsModel::Name);
    const int left = isRightToLeft() ? viewport()->geometry().right() + 1 - width : viewport()->x();
    m_frozen->setGeometry(left, frameWidth(), width, viewport()->height() + horizontalHeader()->height());
    m_frozen->verticalScrollBar()->setValue(verticalScrollBar()->value());
    m_frozen->raise();
}

void ActorsTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    shareRoom();
    placeFrozen();
}

void ActorsTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    // The names are always in sight: going to one never moves the other columns.
    const int across = horizontalScrollBar()->value();
    QTableView::scrollTo(index, hint);
    if (index.column() == ActorsModel::Name) horizontalScrollBar()->setValue(across);
}

void ActorsTable::chooseColumns(const QPoint& at)
{
    QMenu menu(this);
    for (int c = ActorsModel::NameAr; c < ActorsModel::ColumnCount; ++c) {
        QAction* item = menu.addAction(model()->headerData(c, Qt::Horizontal).toString());
        item->setCheckable(true);
        item->setChecked(!isColumnHidden(c));
        connect(item, &QAction::toggled, this, [this, c](bool shown) {
            setColumnHidden(c, !shown);
            keepColumns();
        });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Colonnes d’origine")), &QAction::triggered, this, [this] {
        m_own = false;
        m_settings.remove(columnsKey);
        horizontalHeader()->setStretchLastSection(false);
        for (int c = 0; c < ActorsModel::ColumnCount; ++c) {
            setColumnHidden(c, false);
            setColumnWidth(c, px(usual[static_cast<size_t>(c)]));
        }
        shareRoom();
    });
    menu.exec(horizontalHeader()->mapToGlobal(at));
}

void ActorsTable::keepColumns()
{
    m_own = true;
    horizontalHeader()->setStretchLastSection(true);
    m_settings.setValue(columnsKey, horizontalHeader()->saveState());
}

} // namespace ui
