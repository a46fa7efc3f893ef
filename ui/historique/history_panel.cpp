#include "ui/historique/history_panel.h"

#include "ui/historique/history_delegate.h"
#include "ui/historique/history_detail.h"
#include "ui/historique/history_model.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int answerRowsShown = 2;
constexpr size_t deletedShown = 8;

QListView* listOf(HistoryModel* model, const QString& name)
{
    auto* view = new QListView;
    view->setModel(model);
    view->setItemDelegate(new HistoryDelegate(view));
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setResizeMode(QListView::Adjust);
    view->setLayoutMode(QListView::Batched);
    view->setBatchSize(200);
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    return view;
}

} // namespace

HistoryPanel::HistoryPanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_model(new HistoryModel(this)), m_answerModel(new HistoryModel(this)),
      m_answerBox(new QWidget), m_askDeleted(link(tr("Fiches supprimées…"))), m_deleted(new QVBoxLayout),
      m_foot(new QWidget), m_answerTitle(groupTitle({})), m_title(groupTitle({})),
      m_empty(text({}, QStringLiteral("muted"))), m_filter(new QLineEdit),
      m_answerList(listOf(m_answerModel, tr("Historique de la réponse"))),
      m_list(listOf(m_model, tr("Historique de la fiche"))), m_detail(new HistoryDetail(desk))
{
    setObjectName(QStringLiteral("sheetContent"));
    setAttribute(Qt::WA_StyledBackground);
    build();
    m_delay.setSingleShot(true);
    m_delay.setInterval(40);
    connect(&m_delay, &QTimer::timeout, this, &HistoryPanel::read);
    connect(m_filter, &QLineEdit::textChanged, m_model, &HistoryModel::setFilter);
    for (QListView* view : {m_answerList, m_list}) {
        // Not at once: the detail takes room from the list, which is still finding what was clicked.
        connect(
            view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this, view] { showDetail(view); }, Qt::QueuedConnection);
        connect(view, &QListView::clicked, this, [this, view] { showDetail(view); });
        connect(view, &QListView::activated, m_detail, &HistoryDetail::goToQuestion);
    }
    connect(m_detail, &HistoryDetail::roomAsked, this, &HistoryPanel::arrange);
    connect(m_detail, &HistoryDetail::questionAsked, this, &HistoryPanel::questionAsked);
    connect(&desk, &Desk::changed, this, [this](const dossier::ChangeSet& changes) {
        if (changes.records.contains(m_record)) ask();
        if (changes.deleted.isEmpty() && changes.created.isEmpty()) return;
        clear(m_deleted);
        m_askDeleted->show();
    });
    take({});
}

void HistoryPanel::build()
{
    const auto padded = [](QWidget* widget, int top) {
        auto* box = new QVBoxLayout;
        box->setContentsMargins(px(16), px(top), px(16), px(6));
        box->addWidget(widget);
        return box;
    };
    auto* answer = new QVBoxLayout(m_answerBox);
    answer->setContentsMargins(0, 0, 0, 0);
    answer->setSpacing(0);
    answer->addLayout(padded(m_answerTitle, 12));
    answer->addWidget(m_answerList);
    m_filter->setPlaceholderText(tr("Filtrer : 9.4, mots, auteur"));
    m_filter->setAccessibleName(tr("Filtrer l’historique par question, mots ou auteur"));
    m_filter->setClearButtonEnabled(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_answerBox);
    layout->addLayout(padded(m_title, 12));
    layout->addLayout(padded(m_filter, 0));
    layout->addLayout(padded(m_empty, 4));
    layout->addWidget(ruleLine());
    layout->addWidget(m_list, 1);
    layout->addStretch();
    layout->addWidget(m_detail);
    m_askDeleted->setObjectName(QStringLiteral("askDeleted"));
    m_deleted->setSpacing(px(4));
    auto* foot = new QVBoxLayout(m_foot);
    foot->setContentsMargins(px(16), px(6), px(16), px(8));
    foot->addLayout(m_deleted);
    foot->addWidget(m_askDeleted, 0, Qt::AlignLeading);
    layout->addWidget(m_foot);
    connect(m_askDeleted, &QPushButton::clicked, this, &HistoryPanel::readDeleted);
}

void HistoryPanel::show(const QString& record, const QString& question)
{
    if (record == m_record && question == m_question) return;
    if (record != m_record) {
        m_filter->clear();
        take({});
    }
    m_record = record;
    m_question = question;
    ask();
}

void HistoryPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_stale) m_delay.start();
}

void HistoryPanel::ask()
{
    m_stale = true;
    if (isVisible()) m_delay.start();
}

void HistoryPanel::read()
{
    m_stale = false;
    if (m_record.isEmpty()) return take({});
    m_reader.run<Lines>(
        [this, record = m_record, question = m_question] {
            const workflow::Study& study = m_desk.study();
            Lines lines;
            lines.record = workflow::historyOf(study, record);
            if (!question.isEmpty()) lines.answer = workflow::historyOf(study, record, question);
            lines.isDeleted = !study.dossier().record(record);
            return lines;
        },
        this,
        [this, record = m_record, question = m_question](Result<Lines> result) {
            if (record != m_record || question != m_question) return;
            if (result.value)
                take(std::move(*result.value));
            else
                Q_EMIT m_desk.failed(result.error);
        });
}

void HistoryPanel::take(Lines lines)
{
    m_detail->clearLine();
    const QString label = m_question.isEmpty()
                              ? QString()
                              : workflow::fieldLabel(m_desk.study(), QStringLiteral("q:") + m_question);
    m_answerTitle->setText(typeset(label));
    qobject_cast<HistoryDelegate*>(m_answerList->itemDelegate())->setTitle(label);
    m_model->setLines(std::move(lines.record));
    m_answerModel->setLines(std::move(lines.answer));
    const int rows = qMin(answerRowsShown, m_answerModel->rowCount());
    int height = 0;
    for (int row = 0; row < rows; ++row)
        height += m_answerList->sizeHintForRow(row);
    m_answerList->setFixedHeight(qMax(height, 1));
    m_title->setText(typeset((lines.isDeleted ? tr("Fiche supprimée (%1)") : tr("Toute la fiche (%1)"))
                                 .arg(QLocale().toString(m_model->total()))));
    m_empty->setText(typeset(m_record.isEmpty()
                                 ? tr("Choisissez un acteur : qui a changé quoi, et quand, paraît ici.")
                                 : tr("Rien n’est encore arrivé à cette fiche.")));
    arrange(false);
}

void HistoryPanel::arrange(bool onlyDetail)
{
    const bool any = m_model->total() > 0;
    m_empty->setVisible(!any);
    m_foot->setVisible(m_offersDeleted && !onlyDetail);
    m_answerBox->setVisible(!onlyDetail && !m_question.isEmpty() && m_answerModel->rowCount() > 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_filter, m_list})
        widget->setVisible(any && !onlyDetail);
}

void HistoryPanel::showDetail(QListView* from)
{
    QListView* other = from == m_list ? m_answerList : m_list;
    const QModelIndex current = from->currentIndex();
    if (!current.isValid()) return m_detail->clearLine();
    other->clearSelection();
    m_detail->show(m_record, qobject_cast<HistoryModel*>(from->model())->line(current.row()));
}

void HistoryPanel::offerDeleted(bool offered)
{
    m_offersDeleted = offered;
    m_foot->setVisible(offered);
}

void HistoryPanel::readDeleted()
{
    m_reader.run<std::vector<workflow::DeletedRecord>>(
        [this] { return workflow::deletedRecords(m_desk.study()); }, this,
        [this](Result<std::vector<workflow::DeletedRecord>> result) {
            if (result.value)
                listDeleted(*result.value);
            else
                Q_EMIT m_desk.failed(result.error);
        });
}

void HistoryPanel::listDeleted(const std::vector<workflow::DeletedRecord>& deleted)
{
    clear(m_deleted);
    m_askDeleted->hide();
    m_deleted->addWidget(
        groupTitle(deleted.empty() ? tr("Aucune fiche supprimée") : tr("Fiches supprimées")));
    for (size_t i = 0; i < qMin(deleted.size(), deletedShown); ++i) {
        const workflow::DeletedRecord& each = deleted[i];
        QPushButton* choice = link(each.name.isEmpty() ? tr("Sans nom") : each.name);
        choice->setObjectName(QStringLiteral("deletedRecord"));
        choice->setToolTip(tr("Supprimée le %1 par %2").arg(historyTime(each.time), each.author));
        connect(choice, &QPushButton::clicked, this, [this, record = each.record] { show(record); });
        m_deleted->addWidget(choice);
    }
    if (deleted.size() > deletedShown)
        m_deleted->addWidget(
            small(tr("et %1 plus anciennes").arg(QLocale().toString(deleted.size() - deletedShown))));
}

} // namespace ui
