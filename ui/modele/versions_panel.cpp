#include "ui/modele/versions_panel.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"
#include "workflow/model_editing.h"

#include <QBoxLayout>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>

#include <cmath>

namespace ui {
namespace {

constexpr int ShownDigest = 12;
constexpr int ShownRanks = 12;

QString day(const QDate& date)
{
    return date.isValid() ? QLocale(QLocale::French).toString(date, QStringLiteral("d MMMM yyyy"))
                          : QStringLiteral("–");
}

QTableWidget* table(const QStringList& heads, const QString& name)
{
    auto* out = new QTableWidget(0, static_cast<int>(heads.size()));
    frameList(*out, heads, name);
    return out;
}

void fit(QTableWidget* rows)
{
    rows->resizeColumnsToContents();
    int height = rows->horizontalHeader()->sizeHint().height() + 4;
    for (int r = 0; r < rows->rowCount(); ++r)
        height += rows->rowHeight(r);
    rows->setFixedHeight(height);
}

} // namespace

VersionsPanel::VersionsPanel(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk),
      m_list(table({tr("Version"), tr("Empreinte"), tr("Faite le"), tr("Approuvée le"), tr("Motif")},
                   tr("Versions du modèle"))),
      m_ranks(table({tr("Organisation"), tr("Avant"), tr("Maintenant")}, tr("Rangs qui changent"))),
      m_about(text({})), m_differences(text({})), m_ranksNote(small({}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(12), 0, 0);
    column->setSpacing(px(8));
    m_list->setObjectName(QStringLiteral("modelVersions"));
    m_ranks->setObjectName(QStringLiteral("rankChanges"));
    m_ranks->horizontalHeader()->setStretchLastSection(false);
    m_ranks->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_differences->setObjectName(QStringLiteral("modelDifferences"));
    column->addWidget(m_list);
    QPushButton* back = button(tr("Remettre cette version en vigueur…"));
    back->setObjectName(QStringLiteral("returnToVersion"));
    m_back = back;
    QPushButton* save = button(tr("Exporter…"));
    QPushButton* load = button(tr("Importer…"));
    auto* row = new QHBoxLayout;
    for (QPushButton* action : {back, save, load})
        row->addWidget(action);
    row->addStretch();
    column->addLayout(row);
    column->addWidget(m_about);
    column->addWidget(m_differences);
    column->addWidget(m_ranksNote);
    column->addWidget(m_ranks);
    column->addStretch();
    connect(m_list, &QTableWidget::itemSelectionChanged, this, &VersionsPanel::showComparison);
    connect(back, &QPushButton::clicked, this, &VersionsPanel::goBack);
    connect(save, &QPushButton::clicked, this, &VersionsPanel::chooseExport);
    connect(load, &QPushButton::clicked, this, &VersionsPanel::chooseImport);
    refresh();
}

void VersionsPanel::refresh()
{
    m_versions = workflow::modelVersions(m_desk.study());
    const QSignalBlocker quiet(m_list);
    m_list->setRowCount(static_cast<int>(m_versions.size()));
    for (int r = 0; r < m_list->rowCount(); ++r) {
        const workflow::ModelVersion& version = m_versions[static_cast<size_t>(r)];
        const QString name = version.current ? tr("%1, en vigueur").arg(version.version) : version.version;
        const QStringList cells{
            name, version.digest.left(ShownDigest), day(version.made.date()), day(version.approved),
            version.reason.isEmpty() && r == 0 ? tr("Fournie avec CartOSC") : version.reason};
        for (int c = 0; c < cells.size(); ++c) {
            auto* item = new QTableWidgetItem(cells[c]);
            item->setToolTip(cells[c]);
            m_list->setItem(r, c, item);
        }
        if (version.current) m_list->selectRow(r);
    }
    fit(m_list);
    showComparison();
}

const workflow::ModelVersion* VersionsPanel::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < static_cast<int>(m_versions.size()) ? &m_versions[static_cast<size_t>(row)]
                                                                 : nullptr;
}

QStringList VersionsPanel::differencesFrom(const workflow::ModelVersion& version) const
{
    const auto& model = m_desk.study().model();
    const auto now = workflow::modelWeights(model);
    QStringList lines;
    int others = 0;
    for (const auto& difference : workflow::modelDifferences(m_desk.study(), version.digest, model.digest()))
        if (!difference.path.startsWith(u"/dimensions/") && difference.path != u"/version") ++others;
    for (size_t d = 0; d < std::min(now.size(), version.weights.size()); ++d)
        if (std::abs(now[d] - version.weights[d]) > 1e-9)
            lines << tr("%1 : %2 % → %3 %")
                         .arg(model.dimensions()[d].label,
                              QLocale(QLocale::French).toString(100 * version.weights[d], 'f', 1),
                              QLocale(QLocale::French).toString(100 * now[d], 'f', 1));
    if (others > 0) lines << tr("Autres réglages ou règles qui diffèrent : %1").arg(others);
    if (lines.isEmpty()) lines << tr("Mêmes poids et mêmes règles que la version en vigueur");
    return lines;
}

void VersionsPanel::showComparison()
{
    const workflow::ModelVersion* version = chosen();
    m_back->setEnabled(version && !version->current);
    for (QWidget* part : std::initializer_list<QWidget*>{m_differences, m_ranks, m_ranksNote})
        part->hide();
    if (!version) return m_about->clear();
    m_about->setText(typeset(
        version->approved.isValid()
            ? tr("Version %1, approuvée le %2 par %3. Empreinte %4.")
                  .arg(version->version, day(version->approved), version->approver, version->digest)
            : tr("Version %1, pas encore approuvée. Empreinte %2.").arg(version->version, version->digest)));
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    if (version->current) return;
    const QStringList lines = differencesFrom(*version);
    m_differences->setText(
        typeset(tr("De cette version à celle en vigueur") + QStringLiteral(" :\n") + lines.join(u'\n')));
    m_differences->show();
    compareRanks(version->digest);
}

void VersionsPanel::compareRanks(const QString& digest)
{
    using Changes = std::optional<std::vector<workflow::RankChange>>;
    m_desk.ask<Changes>([digest](workflow::Study& study) { return workflow::rankChanges(study, digest); },
                        this,
                        [this, digest](const Result<Changes>& result) {
                            if (chosen() && chosen()->digest == digest && result.value)
                                showRanks(*result.value);
                        });
}

void VersionsPanel::showRanks(const std::optional<std::vector<workflow::RankChange>>& changes)
{
    m_ranksNote->show();
    if (!changes) {
        m_ranksNote->setText(typeset(tr("Les rangs se comparent une fois les deux versions approuvées.")));
        return;
    }
    const int shown = std::min(ShownRanks, static_cast<int>(changes->size()));
    QString note = tr("Aucun rang ne change.");
    if (shown > 0) note = tr("Rangs qui changent : %1").arg(changes->size());
    if (shown < static_cast<int>(changes->size())) note += tr(", dont les %1 premiers").arg(shown);
    m_ranksNote->setText(typeset(note));
    m_ranks->setVisible(shown > 0);
    m_ranks->setRowCount(shown);
    const auto rank = [](const std::optional<int>& value) {
        return value ? QString::number(*value) : QStringLiteral("–");
    };
    for (int r = 0; r < shown; ++r) {
        const auto& change = (*changes)[static_cast<size_t>(r)];
        m_ranks->setItem(r, 0, new QTableWidgetItem(change.name));
        m_ranks->setItem(r, 1, new QTableWidgetItem(rank(change.before)));
        m_ranks->setItem(r, 2, new QTableWidgetItem(rank(change.after)));
    }
    fit(m_ranks);
}

void VersionsPanel::afterChange(const workflow::Outcome& outcome)
{
    if (outcome.ok())
        Q_EMIT told(typeset(tr("La version est en vigueur. Notes et rangs suivent son approbation.")),
                    QStringLiteral("good"));
    else
        Q_EMIT told(typeset(workflow::messages::sentencesOf(outcome.issues).join(u'\n')),
                    QStringLiteral("error"));
}

void VersionsPanel::goBack()
{
    const workflow::ModelVersion* version = chosen();
    if (!version) return;
    bool given = false;
    const QString reason = QInputDialog::getText(this, tr("Remettre une version en vigueur"),
                                                 tr("Motif du changement"), QLineEdit::Normal, {}, &given);
    if (!given) return;
    m_desk.write([digest = version->digest,
                  reason](workflow::Study& study) { return workflow::returnToModel(study, digest, reason); },
                 this, [this](const workflow::Outcome& outcome) { afterChange(outcome); },
                 tr("retour à une version du modèle"));
}

void VersionsPanel::chooseExport()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Exporter le modèle"),
                                                      QStringLiteral("modele.json"), tr("Modèle (*.json)"));
    if (!path.isEmpty()) exportTo(path);
}

void VersionsPanel::exportTo(const QString& path)
{
    try {
        base::writeFileAtomically(
            path, workflow::modelText(m_desk.study(), chosen() ? chosen()->digest : QString()));
        Q_EMIT told(typeset(tr("Le modèle est écrit dans « %1 ».").arg(path)), QStringLiteral("good"));
    } catch (const base::Error& error) {
        const auto message = workflow::messages::forError(error);
        Q_EMIT told(typeset(message.what + u' ' + message.remedy), QStringLiteral("error"));
    }
}

void VersionsPanel::chooseImport()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Importer un modèle"), {}, tr("Modèle (*.json)"));
    if (path.isEmpty()) return;
    bool given = false;
    const QString reason = QInputDialog::getText(this, tr("Importer un modèle"), tr("Motif du changement"),
                                                 QLineEdit::Normal, {}, &given);
    if (given) importFrom(path, reason);
}

void VersionsPanel::importFrom(const QString& path, const QString& reason)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_EMIT told(typeset(tr("Le fichier « %1 » ne peut pas être lu.").arg(path)), QStringLiteral("error"));
        return;
    }
    m_desk.write([content = file.readAll(),
                  reason](workflow::Study& study) { return workflow::adoptModel(study, content, reason); },
                 this, [this](const workflow::Outcome& outcome) { afterChange(outcome); },
                 tr("import d’un modèle"));
}

} // namespace ui
