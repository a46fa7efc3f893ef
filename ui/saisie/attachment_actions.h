#pragma once
#include "dossier/values/attachment.h"
#include "ui/background/runner.h"

#include <QImage>

class QLabel;
class QMimeData;
class QWidget;

namespace workflow {
class Study;
}

namespace ui {

class Desk;

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

bool isPicture(const dossier::Attachment& attachment);
/// Square that shows a photo once it is decoded, and the sign of its kind for the rest.
QLabel* pictureOf(const dossier::Attachment& attachment, Thumbnails& thumbnails);
/// "photo · 1,2 Mo · 13 janvier 2015".
QString attachmentWords(const dossier::Attachment& attachment);
/// Files of this computer among what is dragged.
QStringList filesIn(const QMimeData* data);
/// Shows a photo over the window, from memory.
void lookAt(const dossier::Attachment& attachment, Desk& desk, QWidget& from);
/// Asks where, then writes the file in the clear; a notice tells what came of it.
void exportAsking(const dossier::Attachment& attachment, Desk& desk, QWidget& from);

} // namespace ui
