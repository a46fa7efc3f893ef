#pragma once
#include <QByteArray>
#include <QDate>
#include <QPointF>
#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

namespace drawing {

/// What QPdfWriter cannot say and libqpdf adds. Coordinates are points (1/72 inch) from the top left corner
/// of the page.
struct PdfExtras
{
    struct Bookmark
    {
        int level = 1; ///< 1 = top
        QString title;
        int page = 0;
        double y = 0;
    };
    struct Link
    {
        int page = 0;
        QRectF area;
        int targetPage = -1; ///< internal when not negative
        double targetY = 0;
        QString address; ///< external otherwise
    };
    struct LabelRange
    {
        int firstPage = 0;
        QString style; ///< "r" roman, "D" decimal, "" none
        QString prefix;
        int start = 1;
    };
    QString title, author, subject, language;
    QStringList keywords;
    QDate date;
    std::vector<Bookmark> bookmarks;
    std::vector<Link> links;
    std::vector<LabelRange> labels;
};

/// The PDF with outline, links, page labels, metadata and language; text that extracts as people typed it
/// (no ligatures nor Arabic presentation forms); the same bytes for the same input.
/// Throws base::Error(Internal) when the input is not the PDF we wrote.
QByteArray finishPdf(const QByteArray& pdf, const PdfExtras& extras);

/// A ToUnicode CMap with its targets in NFKC: ligatures and Arabic presentation forms become plain letters.
QByteArray plainToUnicode(const QByteArray& cmap);

} // namespace drawing
