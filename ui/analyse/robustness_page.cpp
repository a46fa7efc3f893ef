#include "ui/analyse/robustness_page.h"

#include "ui/analyse/acceptability_delegate.h"
#include "ui/analyse/page_frame.h"
#include "ui/analyse/robustness_model.h"
#include "ui/analyse/robustness_setup_bar.h"
#include "ui/analyse/robustness_tables.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

namespace ui {
namespace {

QTableView* ranksTable(RobustnessModel* model)
{
    auto* view = new QTableView;
    view->setModel(model);
    frameTable(view);
    view->setItemDelegate(new AcceptabilityDelegate(view));
    view->setAccessibleName(RobustnessPage::tr("Rangs tirés"));
    view->setObjectName(QStringLiteral("robustRanks"));
    const std::array<int, RobustnessModel::FirstCopied> widths{48, 0, 150, 106, 64, 82, 176};
    for (int c = 0; c < RobustnessModel::FirstCopied; ++c)
        view->setColumnWidth(c, px(widths[static_cast<size_t>(c)]));
    return view;
}

/// Columns that copies alone carry.
void hideCopied(QTableView* view)
{
    for (int c = RobustnessModel::FirstCopied; c < view->model()->columnCount(); ++c)
        view->setColumnHidden(c, true);
    view->horizontalHeader()->setSectionResizeMode(RobustnessModel::Name, QHeaderView::Stretch);
}

} // namespace

RobustnessPage::RobustnessPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_setup(new RobustnessSetupBar), m_ranks(new RobustnessModel(this)),
      m_sentence(text({}, QStringLiteral("note"))), m_intro(new ElidedLabel),
      m_state(text({}, QStringLiteral("muted"))), m_foot(small({})), m_legend(new BandsLegend),
      m_tables(new QStackedWidget)
{
    QVBoxLayout* layout = framePage(this, m_intro);
    buildHead(layout);
    m_state->setObjectName(QStringLiteral("robustnessState"));
    m_state->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_tables, 1);
    layout->addWidget(m_state, 1);
    layout->addWidget(m_legend);
    buildTables();
    m_foot->setObjectName(QStringLiteral("robustnessFoot"));
    m_foot->setContentsMargins(px(16), px(4), px(16), px(10));
    m_foot->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_foot);
    connect(m_setup, &RobustnessSetupBar::drawAsked, this, &RobustnessPage::draw);
    connect(m_setup, &RobustnessSetupBar::stopAsked, this, &RobustnessPage::stop);
    connect(&desk.jobs(), &Jobs::progressed, this, [this](const QString& stage, int done, int total) {
        if (m_setup->isRunning() && stage == u"robustness" && total > 0)
            m_setup->showProgress(100 * done / total);
    });
    showPart(Part::Ranks);
    tell({});
}

RobustnessPage::~RobustnessPage()
{
    if (m_stop) *m_stop = true;
}

void RobustnessPage::buildHead(QLayout* layout)
{
    auto* column = static_cast<QBoxLayout*>(layout);
    const QList<QToolButton*> parts{segment(tr("Rangs")), segment(tr("Sans une dimension")),
                                    segment(tr("Bascules")), segment(tr("Deux à deux"))};
    for (int i = 0; i < parts.size(); ++i) {
        parts[i]->setObjectName(QStringLiteral("part%1").arg(i));
        connect(parts[i], &QToolButton::clicked, this, [this, i] { showPart(static_cast<Part>(i)); });
    }
    parts.front()->setChecked(true);
    m_choices = segments(parts);
    m_sentence->setObjectName(QStringLiteral("robustnessSentence"));
    column->insertWidget(0, m_setup);
    column->insertWidget(1, ruleLine());
    auto* around = new QVBoxLayout;
    around->setContentsMargins(px(16), px(8), px(16), 0);
    around->setSpacing(px(8));
    around->addWidget(m_sentence);
    around->addWidget(m_choices, 0, Qt::AlignLeading);
    column->insertLayout(2, around);
}

void RobustnessPage::buildTables()
{
    for (QTableView* table : {ranksTable(m_ranks), withoutTable(), tippingTable(), pairwiseTable()}) {
        m_tables->addWidget(table);
        watch(table);
    }
}

void RobustnessPage::watch(QTableView* table)
{
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                const QString id = now.siblingAtColumn(0).data(TableIdRole).toString();
                if (!id.isEmpty()) Q_EMIT chosen(id, {});
            });
}

void RobustnessPage::showPart(Part part)
{
    static const std::array<QString, 4> intros{
        tr("À quel rang chaque organisation se trouve quand les poids et les inconnus sont tirés au sort"),
        tr("Le rang de chacune quand une dimension est retirée, les autres gardant leurs proportions"),
        tr("Le plus petit changement d’un seul poids qui change le trio, ou fait rattraper la précédente"),
        tr("Part des tirages, en pour cent, où l’organisation de la ligne devance celle de la colonne")};
    m_tables->setCurrentIndex(static_cast<int>(part));
    m_intro->setText(intros[static_cast<size_t>(part)]);
    m_legend->setVisible(part == Part::Ranks && m_found.has_value());
}

QTableView* RobustnessPage::table() const
{
    return static_cast<QTableView*>(m_tables->currentWidget());
}

std::optional<workflow::RobustnessSentence> RobustnessPage::sentence() const
{
    return m_found ? workflow::robustnessSentence(*m_found, *m_slice) : std::nullopt;
}

void RobustnessPage::copy() const
{
    copyTable(*table(), false);
    QClipboard* clipboard = QGuiApplication::clipboard();
    clipboard->setText(clipboard->text() + u'\n' + provenance() + u'\n');
}

void RobustnessPage::show(std::shared_ptr<const disclosure::StudyData> slice)
{
    if (slice == m_slice && (m_found || m_setup->isRunning())) return;
    m_slice = std::move(slice);
    if (!m_slice) {
        stop();
        m_stop.reset();
        return tell({});
    }
    draw();
}

void RobustnessPage::draw()
{
    stop();
    if (!m_slice) return;
    const int ranked = workflow::rankedCount(*m_slice);
    m_setup->setEnabled(ranked >= workflow::FewestRanked);
    if (ranked < workflow::FewestRanked)
        return tell(tr("Ici s’éprouve le classement. Il faut au moins deux organisations classables ;\n"
                       "il y en a %1. Les questions à poser sont dans « D’où vient ce chiffre ? ».")
                        .arg(ranked));
    tell(tr("Tirages en cours…"));
    m_setup->showProgress(0);
    const auto stopped = m_stop = std::make_shared<std::atomic<bool>>(false);
    m_desk.askLong<assessment::Robustness>(
        [slice = m_slice, setup = m_setup->setup(), stopped](workflow::Study& study,
                                                             const base::Progress& progress) {
            return workflow::robustness(study, *slice, setup, [&](const base::ProgressStep& step) {
                return !*stopped && (!progress || progress(step));
            });
        },
        this,
        [this, stopped](Result<assessment::Robustness> result) {
            if (stopped == m_stop) receive(std::move(result)); // else others were asked for since
        });
}

void RobustnessPage::stop()
{
    if (m_stop) *m_stop = true;
}

void RobustnessPage::receive(Result<assessment::Robustness> result)
{
    m_setup->showProgress(-1);
    if (!result.value)
        return tell(result.error.cancelled ? tr("Tirages arrêtés. « Recalculer » les reprend.")
                                           : result.error.text());
    m_found = std::move(*result.value);
    m_digest = workflow::inputsDigest(*m_slice);
    fill();
    Q_EMIT changed();
}

/// A state without figures.
void RobustnessPage::tell(const QString& why)
{
    const bool forgets = m_found.has_value();
    m_found.reset();
    if (m_setup->isRunning() && !m_slice) m_setup->showProgress(-1);
    m_state->setText(why);
    m_state->show();
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_tables, m_sentence, m_choices, m_intro, m_legend, m_foot})
        part->hide();
    if (forgets) Q_EMIT changed();
}

void RobustnessPage::fill()
{
    QStringList dimensions;
    for (const assessment::Model::Node& node : m_slice->model->dimensions())
        dimensions << node.code;
    m_ranks->show(workflow::robustRanks(*m_found, *m_slice), dimensions);
    hideCopied(static_cast<QTableView*>(m_tables->widget(0)));
    fillWithout(static_cast<QTableView*>(m_tables->widget(1)), *m_found, *m_slice);
    fillTipping(static_cast<QTableView*>(m_tables->widget(2)), *m_found, *m_slice);
    fillPairwise(static_cast<QTableView*>(m_tables->widget(3)), *m_found, *m_slice);
    const auto told = sentence();
    m_sentence->setText(
        typeset(told ? told->words
                     : tr("Aucun trio ne tient toutes les contraintes : seuls les rangs sont éprouvés.")));
    restyle(m_sentence, "tone", told && !told->firm ? QStringLiteral("alert") : QStringLiteral("note"));
    m_foot->setText(provenance());
    m_state->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_tables, m_sentence, m_choices, m_intro, m_foot})
        part->show();
    m_legend->setVisible(m_tables->currentIndex() == 0);
}

QString RobustnessPage::provenance() const
{
    if (!m_found) return {};
    const disclosure::StudyInfo& info = m_slice->info;
    return tr("%1 · au plus ± %2 à 95 % · modèle %3, empreinte %4 · entrées %5")
        .arg(setupWords(m_found->setup), percentText(m_found->halfWidth95), info.modelVersion,
             info.modelDigest.left(8), m_digest.left(12));
}

} // namespace ui
