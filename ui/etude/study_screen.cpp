#include "ui/etude/study_screen.h"

#include "ui/etude/backup_page.h"
#include "ui/etude/closing_page.h"
#include "ui/etude/merge_page.h"
#include "ui/etude/protection_page.h"
#include "ui/etude/share_page.h"
#include "ui/modele/model_page.h"
#include "ui/questionnaire/form_page.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

namespace ui {

StudyScreen::StudyScreen(Desk& desk, Backups& backups, QWidget* parent)
    : Screen(desk, tr("Étude"), parent), m_list(new QListWidget), m_pages(new QStackedWidget),
      m_merge(new MergePage(desk))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_list->setObjectName(QStringLiteral("studyPages"));
    m_list->setAccessibleName(tr("Parties de l’étude"));
    m_list->setFixedWidth(px(184));
    row->addWidget(m_list);
    row->addWidget(m_pages, 1);
    auto* path = new QLabel(QDir::toNativeSeparators(desk.study().dossier().path()));
    path->setProperty("tone", QStringLiteral("muted"));
    path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    headerLayout()->addWidget(path, 1);
    auto* protection = new ProtectionPage(desk);
    addPage(QStringLiteral("protection"), tr("Protection"), protection);
    addPage(QStringLiteral("sauvegarde"), tr("Sauvegarde"), new BackupPage(desk, backups));
    addPage(QStringLiteral("partage"), tr("Partage"), new SharePage(desk));
    addPage(QStringLiteral("fusion"), tr("Fusion"), m_merge);
    addPage(QStringLiteral("questionnaire"), tr("Questionnaire"), new FormPage(desk));
    addPage(QStringLiteral("modele"), tr("Modèle"), new ModelPage(desk));
    addPage(QStringLiteral("cloture"), tr("Fin de mission"), new ClosingPage(desk));
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(protection, &ProtectionPage::changed, this, &StudyScreen::protectionChanged);
    connect(protection, &ProtectionPage::lockAsked, this, &StudyScreen::lockAsked);
    connect(m_merge, &MergePage::conflictsAsked, this, [this] {
        Q_EMIT goTo({QStringLiteral("conflits"), {}, {}});
    });
    m_list->setCurrentRow(0);
}

void StudyScreen::addPage(const QString& name, const QString& title, QWidget* page)
{
    auto* item = new QListWidgetItem(title, m_list);
    item->setSizeHint({px(160), px(32)});
    m_names << name;
    QBoxLayout* column = nullptr;
    QScrollArea* area = scrolledColumn(column, title);
    area->setObjectName(QString());
    area->widget()->setObjectName(QString());
    column->setContentsMargins(px(24), px(16), px(24), px(24));
    page->setMaximumWidth(px(760));
    column->addWidget(page);
    column->addStretch();
    m_pages->addWidget(area);
}

void StudyScreen::activate()
{
    m_list->setFocus();
}

void StudyScreen::open(const Target& target)
{
    const auto at = m_names.indexOf(target.question);
    if (at >= 0) m_list->setCurrentRow(static_cast<int>(at));
    if (target.question == u"fusion" && !target.record.isEmpty()) m_merge->mergeNow(target.record);
}

Target StudyScreen::place() const
{
    return {QStringLiteral("etude"), {}, m_names.value(m_list->currentRow())};
}

} // namespace ui
