#include "drawing/pdf_writer.h"

#include "drawing/layout/units.h"
#include "drawing/page_painter.h"
#include "drawing/pdf/finish.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace drawing {
namespace {

double points(int layoutUnits)
{
    return layoutUnits * 72.0 / UnitsPerInch;
}

void setPage(QPdfWriter& writer, const Page& page)
{
    const QSizeF size(points(page.width), points(page.height));
    writer.setPageSize(QPageSize(size, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
}

QByteArray paintPages(const Pages::Data& data, const base::Progress& progress)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(UnitsPerInch);
        setPage(writer, data.pages.front());
        QPainter painter(&writer);
        PagePainter pagePainter(data);
        const int total = static_cast<int>(data.pages.size());
        for (int i = 0; i < total; ++i) {
            base::advance(progress, QStringLiteral("pdf"), i, total);
            if (i > 0) {
                setPage(writer, data.pages[size_t(i)]);
                writer.newPage();
            }
            pagePainter.paint(painter, data.pages[size_t(i)]);
        }
    }
    return buffer.data();
}

/// What the pages know and QPdfWriter cannot write.
class ExtrasReader
{
public:
    explicit ExtrasReader(const Pages::Data& data) : m_data(data) {}

    PdfExtras read(const report::Document& document)
    {
        m_extras.title = document.title.isEmpty() ? QStringLiteral("Document") : document.title;
        m_extras.author = document.author;
        m_extras.subject = document.subject;
        m_extras.language = document.language.isEmpty() ? QStringLiteral("fr") : document.language;
        m_extras.keywords = document.keywords;
        m_extras.date = document.date;
        for (int p = 0; p < static_cast<int>(m_data.pages.size()); ++p)
            readTargets(p);
        for (int p = 0; p < static_cast<int>(m_data.pages.size()); ++p)
            readPage(p);
        return std::move(m_extras);
    }

private:
    struct Target
    {
        int page = 0;
        double y = 0;
    };

    /// A little above the strip, so that what is shown has air.
    static double topOf(const Page& page, const PlacedStrip& placed)
    {
        return points(std::max(0, page.top + placed.y - mm(4)));
    }

    void readTargets(int p)
    {
        const Page& page = m_data.pages[size_t(p)];
        for (const PlacedStrip& placed : page.body.strips) {
            if (!placed.strip->extras) continue;
            const double y = topOf(page, placed);
            for (const QString& anchor : placed.strip->extras->anchors)
                if (!m_targets.contains(anchor)) m_targets.insert(anchor, {p, y});
            for (const HeadingMark& mark : placed.strip->extras->headings)
                m_extras.bookmarks.push_back({mark.level, mark.title, p, y});
        }
    }

    void readPage(int p)
    {
        const Page& page = m_data.pages[size_t(p)];
        for (const auto* list : {&page.body.strips, &page.body.notes})
            for (const PlacedStrip& placed : *list)
                if (placed.strip->extras)
                    for (const Link& link : placed.strip->extras->links)
                        readLink(p, placed, link);
        readLabel(p, page.label);
    }

    void readLink(int p, const PlacedStrip& placed, const Link& link)
    {
        const Page& page = m_data.pages[size_t(p)];
        const QRect box = link.area.translated(page.left, page.top + placed.y);
        PdfExtras::Link made;
        made.page = p;
        made.area = QRectF(points(box.x()), points(box.y()), points(box.width()), points(box.height()));
        if (link.target.startsWith(u'#')) {
            const auto found = m_targets.constFind(link.target.mid(1));
            if (found == m_targets.constEnd()) return;
            made.targetPage = found->page;
            made.targetY = found->y;
        } else {
            made.address = link.target;
        }
        m_extras.links.push_back(made);
    }

    void readLabel(int p, const PageLabel& label)
    {
        const bool follows =
            p > 0 && label.numbering == m_label.numbering && label.number == m_label.number + 1;
        m_label = label;
        if (follows) return;
        using enum report::Numbering;
        PdfExtras::LabelRange range;
        range.firstPage = p;
        if (label.numbering == Roman)
            range.style = QStringLiteral("r");
        else if (label.numbering != None)
            range.style = QStringLiteral("D");
        if (label.numbering == Annex) range.prefix = QStringLiteral("A-");
        range.start = label.numbering == None ? 1 : label.number;
        m_extras.labels.push_back(range);
    }

    const Pages::Data& m_data;
    PdfExtras m_extras;
    QHash<QString, Target> m_targets;
    PageLabel m_label;
};

} // namespace

QByteArray writePdf(const Pages& pages, const report::Document& document, const base::Progress& progress)
{
    const QByteArray painted = paintPages(pages.data(), progress);
    base::advance(progress, QStringLiteral("pdf.finish"), 0, 1);
    return finishPdf(painted, ExtrasReader(pages.data()).read(document));
}

} // namespace drawing
