#include "ui/choix/rejection_page.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/choice.h"
#include "workflow/messages/messages.h"
#include "workflow/sharing.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace ui {
namespace {

QPushButton* named(QPushButton* item, const char* name)
{
    item->setObjectName(QString::fromLatin1(name));
    return item;
}

} // namespace

RejectionPage::RejectionPage(Desk& desk, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_message(text({}, QStringLiteral("muted"))), m_told(text({})),
      m_content(new QWidget), m_list(new QListWidget), m_text(new QPlainTextEdit),
      m_save(named(button(tr("Enregistrer"), QStringLiteral("primary")), "saveRejection")),
      m_restore(named(button(tr("Rétablir le texte proposé")), "restoreRejection")),
      m_copy(named(button(tr("Copier")), "copyRejection")),
      m_one(named(button(tr("Exporter cette note…")), "exportRejection")),
      m_all(named(button(tr("Toutes…")), "exportRejections"))
{
    m_message->setObjectName(QStringLiteral("rejectionMessage"));
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setContentsMargins(px(48), px(32), px(48), px(32));
    m_told->setObjectName(QStringLiteral("rejectionTold"));
    m_list->setObjectName(QStringLiteral("rejectionList"));
    m_list->setAccessibleName(tr("Organisations présélectionnées et non retenues"));
    m_list->setMaximumWidth(px(230));
    m_list->setProperty("framed", true);
    m_list->setSpacing(px(2));
    m_list->setTextElideMode(Qt::ElideRight);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(16), px(8), px(16), px(10));
    layout->addWidget(m_message, 1);
    layout->addWidget(m_content, 1);
    auto* row = new QHBoxLayout(m_content);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_list);
    row->addWidget(buildNote(), 1);
    connect(m_list, &QListWidget::currentRowChanged, this, &RejectionPage::showNote);
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_text->toPlainText()); });
    connect(m_restore, &QPushButton::clicked, this, [this] { save({}); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        tell(tr("Note copiée telle qu’elle est affichée."), QStringLiteral("good"));
    });
    connect(m_one, &QPushButton::clicked, this, [this] { exportNotes(false); });
    connect(m_all, &QPushButton::clicked, this, [this] { exportNotes(true); });
}

QWidget* RejectionPage::buildNote()
{
    m_text->setObjectName(QStringLiteral("rejectionText"));
    m_text->setAccessibleName(tr("Note de non-sélection"));
    m_text->setTabChangesFocus(true);
    auto* note = new QWidget;
    auto* column = new QVBoxLayout(note);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(small(tr("Une page par organisation, tirée des données que le tirage restreint peut "
                               "montrer. Corrigez-la : vos mots remplacent le texte proposé.")));
    column->addWidget(m_text, 1);
    column->addWidget(m_told);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_restore);
    foot->addStretch(1);
    for (QPushButton* item : {m_copy, m_one, m_all, m_save})
        foot->addWidget(item);
    column->addLayout(foot);
    return note;
}

void RejectionPage::refresh(const QString& obstacle)
{
    QString why = obstacle;
    if (why.isEmpty() && !workflow::trioDecision(m_desk.study()))
        why = tr("Pas encore de décision sur les trois : les notes de non-sélection en découlent.\n"
                 "Onglet Décision, à droite des trios.");
    m_message->setText(typeset(why));
    if (why.isEmpty() && m_notes.empty()) m_message->setText(tr("Calcul en cours…"));
    m_message->setVisible(!why.isEmpty() || m_notes.empty());
    m_content->setVisible(m_message->isHidden());
    const bool reviewer = workflow::isReviewerDossier(m_desk.study());
    m_text->setReadOnly(reviewer);
    m_save->setVisible(!reviewer);
    m_restore->setVisible(!reviewer);
    if (why.isEmpty()) ask();
}

void RejectionPage::ask()
{
    m_slice = m_desk.analysis();
    const int number = ++m_asked;
    using Notes = std::vector<workflow::RejectionNote>;
    m_desk.askLong<Notes>(
        [slice = m_slice](workflow::Study& study, const base::Progress&) {
            return workflow::rejectionNotes(study, slice);
        },
        this,
        [this, number](Result<Notes> result) {
            if (number != m_asked) return;
            if (result.value)
                fill(std::move(*result.value));
            else
                tell(result.error.text(), QStringLiteral("error"));
        });
}

void RejectionPage::fill(std::vector<workflow::RejectionNote> notes)
{
    const bool writing = isWriting();
    m_notes = std::move(notes);
    int row = 0;
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const workflow::RejectionNote& note : m_notes) {
            auto* item = new QListWidgetItem(
                note.written.isEmpty() ? note.name : tr("%1 · rédigée").arg(note.name), m_list);
            item->setToolTip(note.name);
            if (note.record == m_shown) row = m_list->row(item);
        }
        m_list->setCurrentRow(m_notes.empty() ? -1 : row);
    }
    m_message->setText(
        typeset(tr("Aucune organisation présélectionnée n’est restée hors des trois : pas de note à écrire.\n"
                   "La proposition de six à neuf organisations se fait à l’étape Présélection.")));
    m_message->setVisible(m_notes.empty());
    m_content->setVisible(!m_notes.empty());
    if (!writing || !current() || current()->record != m_shown) showNote();
}

const workflow::RejectionNote* RejectionPage::current() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= static_cast<int>(m_notes.size()) ? nullptr : &m_notes[static_cast<size_t>(row)];
}

bool RejectionPage::isWriting() const
{
    return m_text->document()->isModified();
}

void RejectionPage::showNote()
{
    const workflow::RejectionNote* note = current();
    m_shown = note ? note->record : QString();
    m_text->setPlainText(note ? note->text() : QString());
    m_text->document()->setModified(false);
    m_restore->setEnabled(note && !note->written.isEmpty());
}

void RejectionPage::tell(const QString& words, const QString& tone)
{
    m_told->setText(typeset(words));
    restyle(m_told, "tone", tone);
}

void RejectionPage::save(const QString& words)
{
    if (!current()) return;
    m_desk.write([record = m_shown, words](
                     workflow::Study& study) { return workflow::saveRejectionNote(study, record, words); },
                 this,
                 [this](const workflow::Outcome& outcome) {
                     tell(outcome.ok() ? tr("Note enregistrée.")
                                       : workflow::messages::sentencesOf(outcome.issues).join(u'\n'),
                          outcome.ok() ? QStringLiteral("good") : QStringLiteral("error"));
                     if (!outcome.ok()) return;
                     m_text->document()->setModified(false);
                     ask();
                 },
                 tr("note de non-sélection"));
}

void RejectionPage::exportNotes(bool all)
{
    if (!current() || !m_slice) return;
    if (isWriting()) return tell(tr("Enregistrez d’abord ce que vous écrivez."), QStringLiteral("warning"));
    const QString path = QFileDialog::getSaveFileName(
        this, all ? tr("Exporter les notes") : tr("Exporter la note"),
        all ? QStringLiteral("Notes-de-non-selection.docx") : QStringLiteral("Note-de-non-selection.docx"),
        tr("Document Word (*.docx)"));
    if (path.isEmpty()) return;
    m_desk.askLong<workflow::WordExport>(
        [slice = m_slice, record = all ? QString() : m_shown, path](workflow::Study& study,
                                                                    const base::Progress& progress) {
            return workflow::exportRejectionNotes(study, slice, record, path, progress);
        },
        this,
        [this](Result<workflow::WordExport> result) {
            if (!result.value) return tell(result.error.text(), QStringLiteral("error"));
            const auto& made = *result.value;
            tell(tr("Écrit : %1 (%2 pages), tirage restreint.").arg(made.path).arg(made.pages),
                 QStringLiteral("good"));
        });
}

} // namespace ui
