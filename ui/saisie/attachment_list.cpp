#include "ui/saisie/attachment_list.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"
#include "workflow/attachments.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>

namespace ui {

AttachmentList::AttachmentList(Desk& desk, Thumbnails& thumbnails, QWidget* parent)
    : QFrame(parent), m_desk(desk), m_thumbnails(thumbnails), m_column(new QVBoxLayout(this)),
      m_cards(new QVBoxLayout), m_title(groupTitle({})), m_problem(text({}, QStringLiteral("error")))
{
    setObjectName(QStringLiteral("attachments"));
    setAcceptDrops(!desk.study().dossier().isReadOnly());
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(8));
    m_cards->setSpacing(px(8));
    m_column->addWidget(m_title);
    m_column->addLayout(m_cards);
    m_column->addWidget(m_problem);
    m_problem->hide();
    QPushButton* choose = button(tr("Ajouter une pièce…"), {}, QStringLiteral("list-add"));
    choose->setEnabled(acceptDrops());
    m_column->addWidget(choose, 0, Qt::AlignLeading);
    connect(choose, &QPushButton::clicked, this, &AttachmentList::choose);
}

QString AttachmentList::problem() const
{
    return m_problem->text();
}

void AttachmentList::show(const QString& record)
{
    m_record = record;
    fill();
}

void AttachmentList::fill()
{
    clear(m_cards);
    const auto attachments = m_desk.study().dossier().attachments(m_record);
    m_title->setText(typeset(tr("Fichiers joints à la fiche (%1)").arg(attachments.size())));
    if (attachments.empty())
        m_cards->addWidget(small(tr("Déposez ici une photo, un PDF, un enregistrement ou un texte : il est "
                                    "nettoyé de ses métadonnées et scellé dans l’étude.")));
    for (const dossier::Attachment& attachment : attachments)
        m_cards->addWidget(cardOf(attachment));
}

QWidget* AttachmentList::cardOf(const dossier::Attachment& attachment)
{
    auto* card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto* outer = new QVBoxLayout(card);
    outer->setContentsMargins(px(8), px(7), px(8), px(7));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    row->addWidget(pictureOf(attachment, m_thumbnails), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(px(2));
    row->addLayout(column, 1);
    outer->addLayout(row);
    column->addWidget(heading(attachment.name, 0.95));
    column->addWidget(small(attachmentWords(attachment)));
    if (!attachment.available)
        column->addWidget(
            small(tr("Le contenu est resté sur un autre ordinateur : fusionnez son étude entière."),
                  QStringLiteral("warning")));
    auto* actions = new QHBoxLayout;
    actions->setSpacing(px(12));
    const auto addAction = [&](const QString& label, auto action) {
        QPushButton* item = link(label);
        item->setAccessibleName(tr("%1 « %2 »").arg(label, attachment.name));
        connect(item, &QPushButton::clicked, this, action);
        actions->addWidget(item);
    };
    if (attachment.available && isPicture(attachment))
        addAction(tr("Voir"), [this, attachment] { lookAt(attachment, m_desk, *this); });
    if (attachment.available)
        addAction(tr("Exporter…"), [this, attachment, outer] { askExport(attachment, outer); });
    if (acceptDrops())
        addAction(tr("Retirer…"), [this, attachment, outer] { askRemoval(attachment, outer); });
    actions->addStretch();
    column->addLayout(actions);
    return card;
}

/// A question in place, under the card: words and two buttons. One at a time.
static QPushButton* askUnder(QBoxLayout* column, const QString& words, const QString& verb)
{
    if (QLayoutItem* asked = column->count() > 1 ? column->itemAt(1) : nullptr) {
        delete asked->widget();
    }
    auto* box = new QWidget;
    auto* inside = new QVBoxLayout(box);
    inside->setContentsMargins(0, px(4), 0, 0);
    inside->addWidget(text(words, QStringLiteral("alert")));
    auto* row = new QHBoxLayout;
    QPushButton* go = button(verb);
    QPushButton* stop = button(AttachmentList::tr("Abandonner"));
    row->addWidget(go);
    row->addWidget(stop);
    row->addStretch();
    inside->addLayout(row);
    column->addWidget(box);
    QObject::connect(stop, &QPushButton::clicked, box, &QObject::deleteLater);
    QObject::connect(go, &QPushButton::clicked, box, &QObject::deleteLater);
    return go;
}

void AttachmentList::askExport(const dossier::Attachment& attachment, QBoxLayout* column)
{
    QPushButton* go =
        askUnder(column,
                 tr("Le fichier exporté sort de l’étude scellée : qui aura accès au dossier choisi "
                    "pourra le lire. Supprimez-le après usage."),
                 tr("Choisir où…"));
    go->setObjectName(QStringLiteral("exportAttachment"));
    connect(go, &QPushButton::clicked, this, [this, attachment] { exportAsking(attachment, m_desk, *this); });
}

void AttachmentList::askRemoval(const dossier::Attachment& attachment, QBoxLayout* column)
{
    QPushButton* go = askUnder(column,
                               tr("La pièce quitte la fiche. Son contenu quitte le fichier à la prochaine "
                                  "réécriture ; jusque-là, Ctrl+Z la rétablit."),
                               tr("Retirer"));
    go->setObjectName(QStringLiteral("removeAttachment"));
    connect(go, &QPushButton::clicked, this, [this, attachment] {
        m_desk.write(
            [id = attachment.id](workflow::Study& study) { return workflow::removeAttachment(study, id); },
            this, [this](const workflow::Outcome&) { fill(); }, tr("retrait de %1").arg(attachment.name));
    });
}

void AttachmentList::choose()
{
    add(QFileDialog::getOpenFileNames(
        this, tr("Ajouter une pièce"), {},
        tr("Photos, PDF, sons et textes (*.jpg *.jpeg *.png *.webp *.pdf *.wav *.mp3 *.ogg *.m4a *.txt);;"
           "Tous les fichiers (*)")));
}

void AttachmentList::add(const QStringList& paths)
{
    m_problem->hide();
    for (const QString& path : paths) {
        const QString name = QFileInfo(path).fileName();
        m_desk.write(
            [path, record = m_record](workflow::Study& study) {
                return workflow::attachFile(study, path, record);
            },
            this,
            [this, name](const workflow::Outcome& outcome) {
                if (outcome.ok()) return fill();
                const auto message = workflow::messages::forIssue(outcome.issues.front());
                m_problem->setText(typeset(tr("« %1 » : %2 %3").arg(name, message.what, message.remedy)));
                m_problem->show();
            },
            tr("ajout de %1").arg(name));
    }
}

void AttachmentList::setHovered(bool hovered)
{
    restyle(this, "hovered", hovered);
}

void AttachmentList::dragEnterEvent(QDragEnterEvent* event)
{
    if (filesIn(event->mimeData()).isEmpty()) return;
    event->acceptProposedAction();
    setHovered(true);
}

void AttachmentList::dragLeaveEvent(QDragLeaveEvent*)
{
    setHovered(false);
}

void AttachmentList::dropEvent(QDropEvent* event)
{
    setHovered(false);
    event->acceptProposedAction();
    add(filesIn(event->mimeData()));
}

} // namespace ui
