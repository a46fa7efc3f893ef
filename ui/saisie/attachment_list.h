#pragma once
#include "ui/background/runner.h"
#include "ui/shell/desk.h"

#include <QFrame>
#include <QImage>

class QBoxLayout;
class QLabel;

namespace ui {

/// Small pictures of attached photos, decoded behind the windows and kept in memory only.
class Thumbnails final : public QObject
{
    Q_OBJECT
public:
    explicit Thumbnails(const workflow::Study& study, QObject* parent = nullptr)
        : QObject(parent), m_study(study)
    {
    }
    /// Null until `ready` says so, and for what is no readable picture.
    QImage of(const QString& attachment);
    /// The whole picture, read again: it is not kept.
    static QImage whole(const workflow::Study& study, const QString& attachment);

Q_SIGNALS:
    void ready(const QString& attachment);

private:
    const workflow::Study& m_study;
    QHash<QString, QImage> m_images;
    Runner m_reader;
};

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
    QLabel* pictureOf(const dossier::Attachment& attachment);
    void look(const dossier::Attachment& attachment);
    void askExport(const dossier::Attachment& attachment, QBoxLayout* column);
    void exportTo(const QString& id, const QString& path);
    void askRemoval(const dossier::Attachment& attachment, QBoxLayout* column);
    void setHovered(bool hovered);

    Desk& m_desk;
    Thumbnails& m_thumbnails;
    QString m_record;
    QBoxLayout *m_column, *m_cards;
    QLabel *m_title, *m_problem;
};

} // namespace ui
