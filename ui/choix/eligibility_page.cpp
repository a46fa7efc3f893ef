#include "ui/choix/eligibility_page.h"

#include "ui/choix/trio_words.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/copy_table.h"
#include "ui/widgets/small.h"
#include "workflow/choice.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

namespace ui {
namespace {

constexpr int criteriaCount = 8;
enum Column { Name, Verdict, FirstCriterion, Reason = FirstCriterion + criteriaCount, ColumnCount };

QTableWidgetItem* fixed(const QString& words)
{
    auto* item = new QTableWidgetItem(words);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    return item;
}

QTableWidgetItem* criterionItem(const assessment::Criterion& criterion)
{
    auto* item = fixed(criterion.met ? QStringLiteral("✓") : QStringLiteral("✗"));
    item->setTextAlignment(Qt::AlignCenter);
    item->setToolTip(QObject::tr("%1 %2 : %3")
                         .arg(criterion.code, workflow::messages::criterionWord(criterion.code),
                              criterion.met ? QObject::tr("tenu") : QObject::tr("non tenu")));
    item->setData(Qt::AccessibleTextRole, item->toolTip());
    return item;
}

} // namespace

EligibilityPage::EligibilityPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_intro(small({})), m_told(text({})), m_table(new QTableWidget),
      m_author(new QLineEdit)
{
    buildTable();
    m_author->setObjectName(QStringLiteral("eligibilityAuthor"));
    m_author->setPlaceholderText(tr("Noté par"));
    m_author->setAccessibleName(tr("Noté par"));
    m_told->setObjectName(QStringLiteral("eligibilityTold"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_told, 2);
    foot->addWidget(m_author, 1);
    QPushButton* copy = button(tr("Copier le tableau"));
    foot->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(16), px(8), px(16), px(10));
    layout->addWidget(m_intro);
    layout->addWidget(m_table, 1);
    layout->addLayout(foot);
    connect(copy, &QPushButton::clicked, this, [this] { copyTable(*m_table, false); });
    connect(m_table, &QTableWidget::itemChanged, this, [this](const QTableWidgetItem* item) {
        if (item->column() == Reason) save(item->row());
    });
}

void EligibilityPage::buildTable()
{
    m_table->setObjectName(QStringLiteral("eligibilityTable"));
    m_table->setAccessibleName(tr("Éligibilité"));
    m_table->setProperty("framed", true);
    QStringList heads{tr("Organisation"), tr("Éligible")};
    for (int i = 1; i <= criteriaCount; ++i)
        heads << QStringLiteral("T%1").arg(i);
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels(heads << tr("Ce que la visite a appris"));
    m_table->horizontalHeader()->setMinimumSectionSize(px(30));
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (const int words : {int(Name), int(Verdict), int(Reason)})
        m_table->horizontalHeaderItem(words)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(Name, px(250));
    m_table->setColumnWidth(Verdict, px(76));
    for (int i = 0; i < criteriaCount; ++i) {
        m_table->setColumnWidth(FirstCriterion + i, px(36));
        m_table->horizontalHeaderItem(FirstCriterion + i)
            ->setToolTip(workflow::messages::criterionWord(heads[FirstCriterion + i]));
    }
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(px(28));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
}

void EligibilityPage::refresh(const QString& obstacle)
{
    const bool free = obstacle.isEmpty();
    m_table->setVisible(free);
    const bool reviewer = workflow::isReviewerDossier(m_desk.study());
    m_author->setVisible(free && !reviewer);
    m_table->setEditTriggers(reviewer ? QAbstractItemView::NoEditTriggers
                                      : QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                            QAbstractItemView::AnyKeyPressed);
    m_intro->setText(typeset(
        free && reviewer ? tr("Critères T1 à T8 après les visites, et ce que le consultant en a appris. "
                              "« n. c. » : classement non communiqué.")
        : free ? tr("Critères T1 à T8, lus sur les réponses après les visites. Écrivez qui note, "
                    "puis ce que la visite a appris.")
               : obstacle));
    if (free) fill();
}

void EligibilityPage::fill()
{
    const auto slice = m_desk.analysis();
    const auto reasons = workflow::eligibilityReasons(m_desk.study());
    std::vector<const disclosure::ActorData*> actors;
    for (const disclosure::ActorData& actor : slice->actors)
        if (!actor.assessment.institution) actors.push_back(&actor);
    const ActorBook book(slice);
    // The eligible first: among a thousand organisations, they are what one comes to read.
    std::sort(actors.begin(), actors.end(), [&](const auto* a, const auto* b) {
        const bool first = assessment::allMet(a->eligibility), second = assessment::allMet(b->eligibility);
        if (first != second) return first;
        const int order = QString::localeAwareCompare(book.name(a->id), book.name(b->id));
        return order ? order < 0 : a->id < b->id;
    });
    const QSignalBlocker quiet(m_table);
    m_table->setRowCount(static_cast<int>(actors.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const disclosure::ActorData& actor = *actors[static_cast<size_t>(row)];
        auto* name = fixed(book.name(actor.id));
        name->setData(Qt::UserRole, actor.id);
        m_table->setItem(row, Name, name);
        m_table->setItem(row, Verdict,
                         fixed(actor.eligibility.empty()               ? tr("n. c.")
                               : assessment::allMet(actor.eligibility) ? tr("oui")
                                                                       : tr("non")));
        for (size_t i = actor.eligibility.size(); i < criteriaCount; ++i)
            m_table->setItem(row, FirstCriterion + static_cast<int>(i), fixed(QString()));
        for (size_t i = 0; i < actor.eligibility.size() && i < criteriaCount; ++i)
            m_table->setItem(row, FirstCriterion + static_cast<int>(i), criterionItem(actor.eligibility[i]));
        const auto reason = reasons.find(actor.id);
        auto* words = new QTableWidgetItem(reason == reasons.end() ? QString() : reason->second.reason);
        if (reason != reasons.end()) words->setToolTip(tr("Noté par %1").arg(reason->second.author));
        m_table->setItem(row, Reason, words);
    }
}

void EligibilityPage::save(int row)
{
    const QString record = m_table->item(row, Name)->data(Qt::UserRole).toString();
    m_desk.write(
        [record, reason = m_table->item(row, Reason)->text(),
         author = m_author->text()](workflow::Study& study) {
            return workflow::saveEligibilityReason(study, record, reason, author);
        },
        this,
        [this](const workflow::Outcome& outcome) {
            const QStringList lines = workflow::messages::sentencesOf(outcome.issues);
            m_told->setText(typeset(outcome.ok() ? tr("Noté.") : lines.join(u'\n')));
            restyle(m_told, "tone", outcome.ok() ? QStringLiteral("good") : QStringLiteral("error"));
        },
        tr("motif d’éligibilité"));
}

} // namespace ui
