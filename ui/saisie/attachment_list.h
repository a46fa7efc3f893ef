#pragma once
#include "ui/saisie/attachment_actions.h"
#include "ui/shell/desk.h"

#include <QFrame>

class QBoxLayout;
class QLabel;

namespace ui {

/// Files kept with an actor: add by choosing or dropping, look at pictures without writing anything to disk,
/// export the others on explicit request, remove.
class AttachmentList final : public QFrame
{
    Q_OBJECT
public:
    AttachmentList(Desk& desk, Thumbnails& thumbnails, QWidget* parent = nullptr);

    void show(const QString& record);
    void add(const QStringList& paths);
    void choose();
    QString problem() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void fill();
    QWidget* cardOf(const dossier::Attachment& attachment);
    void askExport(const dossier::Attachment& attachment, QBoxLayout* column);
    void askRemoval(const dossier::Attachment& attachment, QBoxLayout* column);
    void setHovered(bool hovered);

    Desk& m_desk;
    Thumbnails& m_thumbnails;
    QString m_record;
    QBoxLayout *m_column, *m_cards;
    QLabel *m_title, *m_problem;
};

} // namespace ui
