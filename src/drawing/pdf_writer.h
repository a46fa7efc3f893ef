#pragma once
#include "base/progress.h"
#include "report/values/document.h"
#include "report/values/page_map.h"

#include <QByteArray>

#include <memory>

class QPainter;
class QImage;

namespace drawing {

/// A document laid out in pages: kept by whoever needs the preview, the PDF, the gauge or the page numbers,
/// so that layout is done once. Immutable; safe to read from several threads.
class Pages
{
public:
    ~Pages();
    Pages(Pages&&) noexcept;
    Pages& operator=(Pages&&) noexcept;

    const report::PageMap& map() const;
    int count() const;
    /// Size of a page in millimetres.
    double widthMm(int page) const;
    double heightMm(int page) const;
    /// Paints one page at the given scale (device pixels per millimetre).
    QImage image(int page, double pixelsPerMm) const;

    struct Data;
    explicit Pages(std::unique_ptr<Data> data);
    const Data& data() const { return *m_data; }

private:
    std::unique_ptr<Data> m_data;
};

/// Breaks the document into pages. Throws base::Error(Cancelled). Needs a QGuiApplication (offscreen is
/// enough).
Pages paginate(const report::Document& document, const base::Progress& progress = {});

/// PDF with outline, internal links, page labels, metadata, embedded fonts; same bytes for the same document.
QByteArray writePdf(const Pages& pages, const report::Document& document,
                    const base::Progress& progress = {});

} // namespace drawing
