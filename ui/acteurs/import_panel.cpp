#include "ui/acteurs/import_panel.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace ui {
namespace {

constexpr size_t mostListed = 50;

/// HXL lists carry a row of tags beginning with '#' near the top.
QString formatOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return QStringLiteral("liste");
    const QByteArray head = file.read(64 * 1024);
    for (const QByteArray& line : head.split('\n'))
        if (line.contains("#org") || line.contains("#adm")) return QStringLiteral("hxl");
    return QStringLiteral("liste");
}

} // namespace

ImportPanel::ImportPanel(Desk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolledColumn(m_content, tr("Import")));
}

workflow::ImportRequest ImportPanel::request(bool dryRun) const
{
    workflow::ImportRequest request;
    request.path = m_path;
    request.dryRun = dryRun;
    request.format = formatOf(m_path);
    // A mapping of the same name beside the list is the one written for it.
    const QFileInfo info(m_path);
    const QString mapping = info.dir().filePath(info.completeBaseName() + QStringLiteral(".json"));
    if (QFileInfo::exists(mapping)) request.mappingPath = mapping;
    return request;
}

void ImportPanel::preview(const QString& path)
{
    m_path = path;
    run(true);
}

void ImportPanel::run(bool dryRun)
{
    clear(m_content);
    m_content->addWidget(heading(QFileInfo(m_path).fileName()));
    m_content->addWidget(
        text(dryRun ? tr("Lecture de la liste…") : tr("Import en cours…"), QStringLiteral("muted")));
    m_content->addStretch();
    auto report = std::make_shared<workflow::ImportReport>();
    m_desk.writeLong(
        [request = request(dryRun), report](workflow::Study& study, const base::Progress& progress) {
            workflow::Outcome outcome;
            *report = workflow::importList(study, request, progress);
            outcome.changes = report->changes;
            return outcome;
        },
        this, [this, report, dryRun](const workflow::Outcome&) { showReport(*report, dryRun); },
        tr("import de %1").arg(QFileInfo(m_path).fileName()));
}

void ImportPanel::showReport(const workflow::ImportReport& report, bool dryRun)
{
    clear(m_content);
    m_content->addWidget(heading(dryRun ? tr("Avant d’importer") : tr("Import terminé"), 1.05));
    m_content->addWidget(small(QFileInfo(m_path).fileName()));
    m_content->addWidget(ruleLine());
    const auto line = [this](qsizetype count, const QString& words) {
        auto* row = new QHBoxLayout;
        QLabel* number = heading(QLocale().toString(count));
        number->setFixedWidth(px(48));
        number->setAlignment(Qt::AlignTrailing);
        row->addWidget(number);
        row->addSpacing(px(8));
        row->addWidget(text(words), 1);
        m_content->addLayout(row);
    };
    line(report.rows, tr("lignes lues"));
    line(report.organisations, tr("organisations reconnues"));
    if (!dryRun) {
        line(report.created.size(), tr("fiches créées"));
        line(report.updated.size(), tr("fiches complétées"));
    }
    line(static_cast<qsizetype>(report.matched.size()), tr("rapprochements proposés, aucun fusionné"));
    line(static_cast<qsizetype>(report.rejected.size()), tr("lignes écartées"));
    if (dryRun)
        m_content->addWidget(small(tr("Chaque organisation reconnue complétera la fiche du même nom, ou "
                                      "deviendra une nouvelle fiche. Rien n’est écrit avant votre accord.")));
    auto* buttons = new QHBoxLayout;
    QPushButton* close = button(dryRun ? tr("Abandonner") : tr("Fermer"));
    connect(close, &QPushButton::clicked, this, &ImportPanel::closed);
    if (dryRun) {
        QPushButton* go = button(tr("Importer"), QStringLiteral("primary"));
        go->setEnabled(report.organisations > 0);
        connect(go, &QPushButton::clicked, this, [this] { run(false); });
        buttons->addWidget(go);
    }
    buttons->addWidget(close);
    buttons->addStretch();
    m_content->addLayout(buttons);
    addProposals(report);
    addIssues(tr("Lignes écartées"), report.rejected, QStringLiteral("error"));
    addIssues(tr("À savoir"), report.warnings, QStringLiteral("warning"));
    m_content->addStretch();
}

void ImportPanel::addProposals(const workflow::ImportReport& report)
{
    if (report.matched.empty()) return;
    m_content->addWidget(ruleLine());
    m_content->addWidget(groupTitle(tr("Rapprochements proposés")));
    for (size_t i = 0; i < qMin(mostListed, report.matched.size()); ++i) {
        const auto& proposal = report.matched[i];
        const auto actor = m_desk.study().dossier().record(proposal.actor);
        m_content->addWidget(small(tr("Ligne %1 : « %2 » ressemble à « %3 » (%4 %).")
                                       .arg(proposal.row)
                                       .arg(proposal.listedName, actor ? actor->nameFr : proposal.actor)
                                       .arg(qRound(proposal.score * 100)),
                                   {}));
    }
}

void ImportPanel::addIssues(const QString& title, const base::Issues& issues, const QString& tone)
{
    if (issues.empty()) return;
    m_content->addWidget(ruleLine());
    m_content->addWidget(groupTitle(title));
    for (size_t i = 0; i < qMin(mostListed, issues.size()); ++i) {
        const auto message = workflow::messages::forIssue(issues[i]);
        m_content->addWidget(small(message.what + u' ' + message.remedy, tone));
    }
    if (issues.size() > mostListed)
        m_content->addWidget(small(tr("… et %1 autres.").arg(issues.size() - mostListed)));
}

} // namespace ui
