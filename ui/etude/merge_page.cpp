#include "ui/etude/merge_page.h"

#include "ui/coffre/reader_key_file.h"
#include "ui/shell/desk.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ui {
MergePage::MergePage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_phrase(new QLineEdit), m_readerTold(small({})), m_told(text({})),
      m_detail(text({}, QStringLiteral("muted"))),
      m_merge(button(tr("Fusionner un fichier…"), QStringLiteral("primary"))),
      m_return(button(tr("Reprendre le retour de l’OIM…"))), m_conflicts(button(tr("Voir les conflits")))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addWidget(heading(tr("Fusion"), 1.1));
    column->addWidget(
        text(tr("Un paquet de l’équipe ou une autre copie de cette étude : rien n’est perdu de part ni "
                "d’autre. Deux réponses différentes à la même question sont gardées toutes les deux, "
                "jusqu’à ce que quelqu’un choisisse."),
             QStringLiteral("muted")));
    column->addSpacing(px(8));
    addKeys(column);
    auto* row = new QHBoxLayout;
    row->addWidget(m_merge);
    row->addWidget(m_return);
    row->addStretch();
    column->addLayout(row);
    m_told->setObjectName(QStringLiteral("mergeReport"));
    column->addWidget(m_told);
    column->addWidget(m_detail);
    column->addWidget(m_conflicts, 0, Qt::AlignLeading);
    m_conflicts->hide();
    const bool reviewer = workflow::isReviewerDossier(desk.study());
    m_return->setVisible(!reviewer);
    for (QPushButton* item : {m_merge, m_return})
        item->setEnabled(!desk.study().dossier().isReadOnly());
    if (desk.study().dossier().isReadOnly())
        m_told->setText(tr("Cette étude est ouverte en lecture seule : rien ne peut y être fusionné."));
    connect(m_merge, &QPushButton::clicked, this, [this] { choose(false); });
    connect(m_return, &QPushButton::clicked, this, [this] { choose(true); });
    connect(m_conflicts, &QPushButton::clicked, this, &MergePage::conflictsAsked);
}

void MergePage::addKeys(QBoxLayout* column)
{
    column->addWidget(text(tr("Phrase de passe du fichier (vide : celle de cette étude)")));
    m_phrase->setObjectName(QStringLiteral("otherPhrase"));
    m_phrase->setEchoMode(QLineEdit::Password);
    m_phrase->setAccessibleName(tr("Phrase de passe du fichier"));
    m_phrase->setMaximumWidth(px(420));
    column->addWidget(m_phrase);
    QPushButton* reader = link(tr("Il est scellé pour ma clé de lecteur…"));
    reader->setObjectName(QStringLiteral("otherReader"));
    m_readerTold->setObjectName(QStringLiteral("otherReaderTold"));
    auto* row = new QHBoxLayout;
    row->addWidget(reader);
    row->addWidget(m_readerTold, 1);
    column->addLayout(row);
    column->addSpacing(px(8));
    connect(reader, &QPushButton::clicked, this, &MergePage::chooseReader);
}

void MergePage::chooseReader()
{
    QString problem;
    m_readerKey = chooseReaderKey(this, problem);
    restyle(m_readerTold, "tone", problem.isEmpty() ? QStringLiteral("muted") : QStringLiteral("error"));
    m_readerTold->setText(
        typeset(m_readerKey ? tr("Clé choisie : elle servira à lire le fichier.") : problem));
}

void MergePage::forgetKeys()
{
    m_phrase->clear();
    m_readerKey.reset();
    m_readerTold->clear();
}

dossier::Access MergePage::access() const
{
    dossier::Access access;
    if (!m_phrase->text().isEmpty()) access.passphrase = m_phrase->text();
    access.privateKey = m_readerKey;
    return access;
}

void MergePage::choose(bool isReturn)
{
    const QString path =
        QFileDialog::getOpenFileName(this, isReturn ? tr("Retour de l’OIM") : tr("Fichier à fusionner"),
                                     QString(), tr("Études CartOSC (*.osc)"));
    if (path.isEmpty()) return;
    if (isReturn)
        takeReturn(path);
    else
        mergeNow(path);
}

void MergePage::start(const QString& path)
{
    m_merge->setEnabled(false);
    m_return->setEnabled(false);
    m_conflicts->hide();
    m_detail->clear();
    restyle(m_told, "tone", QStringLiteral("muted"));
    m_told->setText(tr("Lecture de %1…").arg(QFileInfo(path).fileName()));
}

void MergePage::mergeNow(const QString& path)
{
    start(path);
    m_desk.askLong<workflow::MergeOutcome>(
        [path, access = access()](workflow::Study& study, const base::Progress& progress) {
            return workflow::mergeFile(study, path, access, progress);
        },
        this, [this](Result<workflow::MergeOutcome> result) { finishMerge(result); });
}

void MergePage::takeReturn(const QString& path)
{
    start(path);
    m_desk.askLong<workflow::ReturnReport>(
        [path, access = access()](workflow::Study& study, const base::Progress&) {
            return workflow::returnFromIom(study, path, access);
        },
        this, [this](Result<workflow::ReturnReport> result) { finishReturn(result); });
}

void MergePage::showFailure(const QString& sentence)
{
    restyle(m_told, "tone", QStringLiteral("error"));
    m_told->setText(typeset(sentence));
}

void MergePage::finishMerge(const Result<workflow::MergeOutcome>& result)
{
    m_merge->setEnabled(true);
    m_return->setEnabled(true);
    if (!result.value) return showFailure(result.error.text());
    if (!result.value->ok())
        return showFailure(workflow::messages::sentencesOf(result.value->issues).join(u'\n'));
    forgetKeys();
    const dossier::MergeReport& report = result.value->report;
    m_desk.announce(report.changes);
    restyle(m_told, "tone", QStringLiteral("good"));
    m_told->setText(typeset(report.added == 0
                                ? tr("Tout était déjà là : rien n’a changé.")
                                : tr("Modifications reprises : %1, sur %2 lues ; fiches touchées : %3.")
                                      .arg(report.added)
                                      .arg(report.received)
                                      .arg(report.changes.records.size())));
    QStringList parts;
    if (result.value->attachments > 0)
        parts << tr("Pièces jointes reprises : %1.").arg(result.value->attachments);
    if (const auto count = report.conflicts.size(); count > 0)
        parts << tr("Réponses qui diffèrent d’une copie à l’autre : %1. Les deux valeurs sont gardées.")
                     .arg(count);
    if (const auto count = report.flagged.size(); count > 0)
        parts << tr("Suppressions qui portent sur ce que l’autre copie modifiait : %1. Rien n’est supprimé "
                    "sans "
                    "votre accord.")
                     .arg(count);
    m_detail->setText(typeset(parts.join(u'\n')));
    m_conflicts->setVisible(!report.conflicts.empty() || !report.flagged.empty());
}

void MergePage::finishReturn(const Result<workflow::ReturnReport>& result)
{
    m_merge->setEnabled(true);
    m_return->setEnabled(true);
    if (!result.value) return showFailure(result.error.text());
    if (!result.value->ok())
        return showFailure(workflow::messages::sentencesOf(result.value->refused).join(u'\n'));
    forgetKeys();
    m_desk.announce(result.value->changes);
    restyle(m_told, "tone", QStringLiteral("good"));
    m_told->setText(
        typeset(tr("Commentaires lus : %1 ; décisions lues : %2 ; avis et réponses sur le "
                   "choix des trois : %3. Nouveaux : %4 ; modifiés : %5.")
                    .arg(result.value->comments)
                    .arg(result.value->decisions)
                    .arg(result.value->choices)
                    .arg(result.value->created)
                    .arg(result.value->changed) +
                (result.value->warnings.empty()
                     ? QString()
                     : u'\n' + workflow::messages::sentencesOf(result.value->warnings).join(u'\n'))));
}

} // namespace ui
