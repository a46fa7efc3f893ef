#include "ui/saisie/attachment_actions.h"

#include "ui/saisie/picture_overlay.h"
#include "ui/shell/desk.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "workflow/attachments.h"
#include "workflow/messages/dossier_words.h"
#include "workflow/messages/messages.h"

#include <QBuffer>
#include <QFileDialog>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QTimeZone>
#include <QUrl>

namespace ui {
namespace {

constexpr int pictureSide = 56;
constexpr int storedSide = 224; ///< enough for twice the size on a dense screen

QString tr(const char* words)
{
    return QCoreApplication::translate("AttachmentActions", words);
}

QString kindIcon(const QString& mediaType)
{
    if (mediaType.startsWith(u"image/")) return QStringLiteral("view-preview");
    if (mediaType.startsWith(u"audio/")) return QStringLiteral("audio-volume-high");
    return QStringLiteral("document-multiple");
}

QImage decode(const QByteArray& bytes, int side)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (side > 0 && (size.width() > side || size.height() > side))
        reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
    return reader.read();
}

void exportTo(const QString& id, const QString& path, Desk& desk)
{
    desk.jobs().start<workflow::Outcome>(
        [&desk, id, path](const base::Progress&) {
            return workflow::extractAttachment(desk.study(), id, path);
        },
        &desk,
        [&desk, path](Result<workflow::Outcome> result) {
            if (!result.value)
                Q_EMIT desk.failed(result.error);
            else if (!result.value->ok())
                Q_EMIT desk.notice(workflow::messages::forIssue(result.value->issues.front()).what);
            else
                Q_EMIT desk.notice(tr("Exporté en clair : %1").arg(path));
        });
}

} // namespace

QImage Thumbnails::of(const QString& attachment)
{
    if (const auto known = m_images.constFind(attachment); known != m_images.cend()) return *known;
    m_images.insert(attachment, {});
    m_reader.run<QImage>(
        [this, attachment] { return decode(m_study.dossier().readAttachment(attachment), storedSide); }, this,
        [this, attachment](Result<QImage> result) {
            if (!result.value || result.value->isNull()) return;
            m_images.insert(attachment, *result.value);
            Q_EMIT ready(attachment);
        });
    return {};
}

QImage Thumbnails::whole(const workflow::Study& study, const QString& attachment)
{
    return decode(study.dossier().readAttachment(attachment), 0);
}

bool isPicture(const dossier::Attachment& attachment)
{
    return attachment.mediaType.startsWith(u"image/");
}

QLabel* pictureOf(const dossier::Attachment& attachment, Thumbnails& thumbnails)
{
    auto* picture = new QLabel;
    picture->setFixedSize(px(pictureSide), px(pictureSide));
    picture->setAlignment(Qt::AlignCenter);
    picture->setPixmap(icon(kindIcon(attachment.mediaType)).pixmap(px(24)));
    if (!isPicture(attachment) || !attachment.available) return picture;
    const auto draw = [&thumbnails, picture, id = attachment.id] {
        const QImage image = thumbnails.of(id);
        if (image.isNull()) return;
        const qreal ratio = picture->devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(
            image.scaled(picture->size() * ratio, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        picture->setPixmap(pixmap);
    };
    QObject::connect(&thumbnails, &Thumbnails::ready, picture,
                     [draw, id = attachment.id](const QString& which) {
                         if (which == id) draw();
                     });
    draw();
    return picture;
}

QString attachmentWords(const dossier::Attachment& attachment)
{
    const QLocale french(QLocale::French);
    const QDateTime added = QDateTime::fromMSecsSinceEpoch(attachment.added, QTimeZone("Africa/Casablanca"));
    return QStringLiteral("%1 · %2 · %3")
        .arg(workflow::messages::mediaWord(attachment.mediaType),
             french.formattedDataSize(attachment.size, 1, QLocale::DataSizeSIFormat),
             french.toString(added.date(), u"d MMMM yyyy"));
}

QStringList filesIn(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile()) paths << url.toLocalFile();
    return paths;
}

void lookAt(const dossier::Attachment& attachment, Desk& desk, QWidget& from)
{
    desk.jobs().start<QImage>(
        [&desk, id = attachment.id](const base::Progress&) { return Thumbnails::whole(desk.study(), id); },
        &from,
        [&desk, &from, name = attachment.name](Result<QImage> result) {
            if (!result.value)
                Q_EMIT desk.failed(result.error);
            else if (!result.value->isNull())
                new PictureOverlay(std::move(*result.value), name, from.window());
        });
}

void exportAsking(const dossier::Attachment& attachment, Desk& desk, QWidget& from)
{
    const QString path = QFileDialog::getSaveFileName(&from, tr("Exporter la pièce"), attachment.name, {},
                                                      nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty()) exportTo(attachment.id, path, desk);
}

} // namespace ui
