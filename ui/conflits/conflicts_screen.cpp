#include "ui/conflits/conflicts_screen.h"

#include "ui/conflits/conflict_view.h"
#include "ui/conflits/conflicts_model.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QShortcut>

namespace ui {
namespace {

void dress(QListView& list)
{
    list.setItemDelegate(new ConflictDelegate(&list));
    list.setUniformItemSizes(true);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setAccessibleName(ConflictsScreen::tr("Conflits en attente"));
    list.setFixedWidth(px(336));
    list.setObjectName(QStringLiteral("conflictList"));
}

void fillEmpty(QWidget* page)
{
    auto* empty = new QVBoxLayout(page);
    QLabel* words =
        text(ConflictsScreen::tr(
                 "Rien n’attend de décision. Quand deux ordinateurs auront répondu différemment à la "
                 "même question, les deux valeurs viendront ici, côte à côte."),
             QStringLiteral("muted"));
    words->setAlignment(Qt::AlignCenter);
    empty->addStretch();
    empty->addWidget(words);
    empty->addStretch();
}

} // namespace

ConflictsScreen::ConflictsScreen(Desk& desk, QWidget* parent)
    : Screen(desk, tr("Conflits"), parent), m_model(new ConflictsModel(this)), m_list(new QListView),
      m_view(new ConflictView(desk)), m_count(new QLabel), m_body(new QWidget), m_empty(new QWidget)
{
    m_count->setProperty("tone", QStringLiteral("muted"));
    headerLayout()->addWidget(m_count);
    headerLayout()->addStretch(1);
    QLabel* keys = small(tr("1, 2 : choisir   ·   ↑ ↓ : passer au suivant"));
    keys->setWordWrap(false);
    headerLayout()->addWidget(keys);
    m_list->setModel(m_model);
    dress(*m_list);
    auto* row = new QHBoxLayout(m_body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    auto* edge = new QFrame;
    edge->setObjectName(QStringLiteral("sideLine"));
    row->addWidget(edge);
    row->addWidget(m_view, 1);
    fillEmpty(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_empty, 1);
    addKeys();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ConflictsScreen::showCurrent);
    connect(&desk.conflicts(), &ConflictWatch::changed, this, &ConflictsScreen::showAll);
    connect(m_view, &ConflictView::recordAsked, this, [this](const QString& record, const QString& question) {
        Q_EMIT goTo({QStringLiteral("saisie"), record, question});
    });
    showAll();
}

void ConflictsScreen::addKeys()
{
    for (int number = 1; number <= 9; ++number) {
        auto* key = new QShortcut(QKeySequence(Qt::Key_0 + number), this);
        connect(key, &QShortcut::activated, m_view, [this, number] { m_view->choose(number); });
    }
}

void ConflictsScreen::activate()
{
    m_list->setFocus();
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
}

void ConflictsScreen::open(const Target& target)
{
    m_wanted = target;
    if (target.record.isEmpty()) return;
    const int row = m_model->rowOf(target.record, target.question);
    if (row < 0) return;
    m_list->setCurrentIndex(m_model->index(row));
    m_wanted = {};
}

void ConflictsScreen::showAll()
{
    const int before = m_list->currentIndex().row();
    const QString key = m_model->key(before);
    m_model->show(desk().conflicts().waiting());
    const int count = m_model->rowCount();
    m_count->setText(count == 0   ? tr("aucun")
                     : count == 1 ? tr("1 décision à prendre")
                                  : tr("%1 décisions à prendre").arg(QLocale().toString(count)));
    m_body->setVisible(count > 0);
    m_empty->setVisible(count == 0);
    int row = qBound(0, before, qMax(0, count - 1));
    for (int at = 0; at < count && !key.isEmpty(); ++at)
        if (m_model->key(at) == key) row = at;
    m_list->setCurrentIndex(count > 0 ? m_model->index(row) : QModelIndex());
    if (count == 0) m_view->showNothing();
    if (!m_wanted.record.isEmpty()) open(Target(m_wanted));
}

void ConflictsScreen::showCurrent()
{
    const int row = m_list->currentIndex().row();
    if (const auto* line = m_model->conflict(row))
        m_view->show(*line);
    else if (const auto* erased = m_model->flagged(row))
        m_view->show(*erased);
    else
        m_view->showNothing();
}

} // namespace ui
