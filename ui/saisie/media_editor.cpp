#include "ui/saisie/media_editor.h"

#include "ui/saisie/entry_session.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/answer_files.h"
#include "workflow/messages/messages.h"

#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace ui {

using questionnaire::Answer;

MediaEditor::MediaEditor(EntrySession& session, const questionnaire::Question& question,
                         const questionnaire::FieldPath& path, QWidget* parent)
    : AnswerEditor(parent), m_session(session), m_path(path), m_kind(question.typeName),
      m_thumbnails(session.study()), m_frame(new QFrame), m_shown(new QHBoxLayout),
      m_choose(button(tr("Choisir un fichier…"))), m_look(button(tr("Voir"))),
      m_export(button(tr("Exporter…"))), m_remove(button(tr("Retirer"))),
      m_problem(text({}, QStringLiteral("error")))
{
    build();
    setAcceptDrops(true);
    setFocusProxy(m_choose);
    for (QPushButton* item : {m_choose, m_look, m_export, m_remove}) {
        item->setAccessibleName(tr("%1 : %2").arg(item->text(), question.label));
        item->installEventFilter(this);
    }
    connect(m_choose, &QPushButton::clicked, this, &MediaEditor::choose);
    connect(m_remove, &QPushButton::clicked, this, &MediaEditor::remove);
    const auto with = [this](auto action) {
        if (const auto file = workflow::answeredFile(m_session.study(), m_session.record(), m_value))
            action(*file, m_session.desk(), *this);
    };
    connect(m_look, &QPushButton::clicked, this, [with] { with(lookAt); });
    connect(m_export, &QPushButton::clicked, this, [with] { with(exportAsking); });
    // The answer is written beside the form: whoever shows this editor need not hear of it.
    const auto showStored = [this] { show(m_session.shown(m_path)); };
    connect(&session, &EntrySession::rowsChanged, this, showStored);
    connect(&session, &EntrySession::fieldsChanged, this,
            [this, showStored](const std::vector<questionnaire::FieldPath>& fields) {
                if (std::find(fields.begin(), fields.end(), m_path) != fields.end()) showStored();
            });
    fill();
}

void MediaEditor::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_frame->setObjectName(QStringLiteral("mediaAnswer"));
    m_frame->setMaximumWidth(px(480));
    auto* inside = new QVBoxLayout(m_frame);
    inside->setContentsMargins(px(8), px(8), px(8), px(8));
    inside->setSpacing(px(8));
    m_shown->setSpacing(px(8));
    inside->addLayout(m_shown);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    for (QPushButton* item : {m_choose, m_look, m_export, m_remove})
        row->addWidget(item);
    row->addStretch();
    inside->addLayout(row);
    column->addWidget(m_frame);
    column->addWidget(m_problem);
    m_export->setToolTip(tr("Le fichier exporté sort de l’étude scellée : supprimez-le après usage."));
    m_problem->hide();
}

QString MediaEditor::invitation() const
{
    if (m_kind == u"image") return tr("Déposez ici une photo, ou collez-la (Ctrl+V).");
    if (m_kind == u"audio") return tr("Déposez ici un enregistrement sonore, ou collez-le (Ctrl+V).");
    return tr("Déposez ici un fichier, ou collez-le (Ctrl+V).");
}

QString MediaEditor::dialogFilter() const
{
    const QString all = tr("Tous les fichiers (*)");
    if (m_kind == u"image")
        return tr("Photos (*.jpg *.jpeg *.png *.webp *.gif *.tif *.tiff)") + QStringLiteral(";;") + all;
    if (m_kind == u"audio")
        return tr("Sons (*.wav *.mp3 *.ogg *.m4a *.flac *.amr)") + QStringLiteral(";;") + all;
    return all;
}

void MediaEditor::fill()
{
    clear(m_shown);
    const auto file = workflow::answeredFile(m_session.study(), m_session.record(), m_value);
    if (file)
        fillFile(*file);
    else if (m_value.isEmpty())
        m_shown->addWidget(small(invitation()));
    else
        m_shown->addWidget(
            text(tr("« %1 » est la réponse, mais ce fichier n’est pas joint à la fiche.").arg(m_value),
                 QStringLiteral("warning")));
    const bool here = file && file->available;
    m_choose->setText(m_value.isEmpty() ? tr("Choisir un fichier…") : tr("Remplacer…"));
    m_look->setVisible(here && isPicture(*file));
    m_export->setVisible(here);
    m_remove->setVisible(!m_value.isEmpty() && m_choose->isEnabled());
}

void MediaEditor::fillFile(const dossier::Attachment& file)
{
    m_shown->addWidget(pictureOf(file, m_thumbnails), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    column->addWidget(heading(file.name, 0.95));
    column->addWidget(small(attachmentWords(file)));
    if (!file.available)
        column->addWidget(
            small(tr("Le contenu est resté sur un autre ordinateur : fusionnez son étude entière."),
                  QStringLiteral("warning")));
    column->addStretch();
    m_shown->addLayout(column, 1);
}

void MediaEditor::show(const Answer& answer)
{
    m_value = answer.isKnown() ? answer.value : QString();
    fill();
}

Answer MediaEditor::answer() const
{
    return m_value.isEmpty() ? Answer{} : Answer::of(m_value);
}

void MediaEditor::setReadOnly(bool readOnly)
{
    const bool writable = !readOnly && !m_session.study().dossier().isReadOnly();
    m_choose->setEnabled(writable);
    setAcceptDrops(writable);
    m_remove->setVisible(writable && !m_value.isEmpty());
}

QWidget* MediaEditor::focusTarget()
{
    return m_choose;
}

void MediaEditor::choose()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choisir un fichier"), {}, dialogFilter());
    if (!file.isEmpty()) take({file});
}

void MediaEditor::take(const QStringList& files)
{
    m_problem->hide();
    if (files.isEmpty()) return;
    const QString file = files.front(), name = QFileInfo(file).fileName();
    // The file and the answer that names it are written together: neither can be left without the other.
    m_session.desk().write(
        [record = m_session.record(), path = m_path, file](workflow::Study& study) {
            return workflow::answerWithFile(study, record, path, file);
        },
        this, [this, name](const workflow::Outcome& outcome) { tellProblem(outcome, name); },
        tr("ajout de %1").arg(name));
}

void MediaEditor::tellProblem(const workflow::Outcome& outcome, const QString& file)
{
    if (outcome.ok()) return;
    const auto message = workflow::messages::forIssue(outcome.issues.front());
    m_problem->setText(typeset(tr("« %1 » : %2 %3").arg(file, message.what, message.remedy)));
    m_problem->show();
}

void MediaEditor::remove()
{
    m_problem->hide();
    m_choose->setFocus(Qt::OtherFocusReason);
    m_session.desk().write(
        [record = m_session.record(), path = m_path](workflow::Study& study) {
            return workflow::removeAnsweredFile(study, record, path);
        },
        this, [this, name = m_value](const workflow::Outcome& outcome) { tellProblem(outcome, name); },
        tr("retrait de %1").arg(m_value));
}

bool MediaEditor::pasteFile()
{
    const QStringList files = filesIn(QApplication::clipboard()->mimeData());
    if (files.isEmpty() || !m_choose->isEnabled()) return false;
    take(files);
    return true;
}

bool MediaEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress) return AnswerEditor::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.matches(QKeySequence::Paste) && pasteFile()) return true;
    if (key.key() == Qt::Key_Delete && m_remove->isVisible()) {
        remove();
        return true;
    }
    // The space bar presses the buttons; Enter goes on as in every field.
    return hearLeaving(key) || AnswerEditor::eventFilter(watched, event);
}

void MediaEditor::dragEnterEvent(QDragEnterEvent* event)
{
    if (filesIn(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    restyle(m_frame, "hovered", true);
}

void MediaEditor::dragLeaveEvent(QDragLeaveEvent*)
{
    restyle(m_frame, "hovered", false);
}

void MediaEditor::dropEvent(QDropEvent* event)
{
    restyle(m_frame, "hovered", false);
    event->acceptProposedAction();
    take(filesIn(event->mimeData()));
}

} // namespace ui
