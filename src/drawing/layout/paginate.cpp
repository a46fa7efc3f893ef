#include "drawing/layout/furniture.h"
#include "drawing/layout/units.h"

#include <algorithm>
#include <array>

namespace drawing {
namespace {

using report::Section;

struct Geometry
{
    int width, height, margin;
};

Geometry geometryOf(const Section& section)
{
    const bool a3 = section.paper == report::Paper::A3;
    int width = mm(a3 ? 297 : 210), height = mm(a3 ? 420 : 297);
    if (section.landscape) std::swap(width, height);
    return {width, height, std::clamp(mm(section.marginMm), mm(5), mm(70))};
}

/// Lays a document out, as many times as references to pages need to settle.
class Paginator
{
public:
    Paginator(Pages::Data& data, const report::Document& document, const base::Progress& progress)
        : m_data(data), m_document(document), m_progress(progress)
    {
    }

    void run()
    {
        Labels labels;
        for (int pass = 0; pass < 3; ++pass) {
            InlineSetter setter(m_data.shaper, labels, pass > 0);
            layOut(setter);
            readMap();
            const bool settled = !setter.refers() || m_data.map.labelOf == labels;
            labels = m_data.map.labelOf;
            if (!settled && pass < 2) continue;
            Furnisher furnisher(m_data, setter);
            furnisher.furnish(m_document);
            furnisher.fillLabels(labels);
            return;
        }
    }

private:
    void layOut(InlineSetter& setter)
    {
        m_data.figures.clear();
        m_data.strips.clear();
        m_data.pages.clear();
        m_last = {};
        Flow flow(setter, m_data.figures, m_document);
        for (size_t i = 0; i < m_document.sections.size(); ++i)
            layOut(flow, setter, static_cast<int>(i));
        if (m_data.pages.empty()) m_data.pages.push_back(blank());
    }

    void layOut(Flow& flow, InlineSetter& setter, int index)
    {
        const Section& section = m_document.sections[size_t(index)];
        const Geometry g = geometryOf(section);
        const int textWidth = g.width - 2 * g.margin, textHeight = g.height - 2 * g.margin;
        setter.setNoteWidth(textWidth);
        m_data.strips.emplace_back();
        Strips& strips = m_data.strips.back();
        flow.add(strips, section.blocks, {textWidth, false, false, textHeight}, m_progress);
        std::vector<PageBody> bodies = breakPages(strips, textHeight, m_data.shaper);
        if (section.restartNumbering) m_last[size_t(section.numbering)] = 0;
        for (PageBody& body : bodies) {
            Page page;
            page.width = g.width;
            page.height = g.height;
            page.left = page.top = g.margin;
            page.textWidth = textWidth;
            page.section = index;
            page.label = {section.numbering, ++m_last[size_t(section.numbering)]};
            page.body = std::move(body);
            m_data.pages.push_back(std::move(page));
        }
        base::advance(m_progress, QStringLiteral("layout"), index + 1,
                      static_cast<int>(m_document.sections.size()));
    }

    static Page blank()
    {
        Page page;
        page.width = mm(210);
        page.height = mm(297);
        page.left = page.top = mm(22);
        page.textWidth = page.width - 2 * page.left;
        return page;
    }

    void readMap();
    void readChapters();

    Pages::Data& m_data;
    const report::Document& m_document;
    const base::Progress& m_progress;
    std::array<int, 4> m_last{}; ///< number of the last page, by numbering
};

void Paginator::readMap()
{
    report::PageMap map;
    map.pages = static_cast<int>(m_data.pages.size());
    for (int p = 0; p < map.pages; ++p) {
        const Page& page = m_data.pages[size_t(p)];
        if (size_t(page.section) < m_document.sections.size() &&
            m_document.sections[size_t(page.section)].part == QStringLiteral("body"))
            ++map.bodyPages;
        for (const PlacedStrip& placed : page.body.strips) {
            if (!placed.strip->extras) continue;
            for (const QString& anchor : placed.strip->extras->anchors) {
                if (anchor.isEmpty() || map.pageOf.contains(anchor)) continue;
                map.pageOf.insert(anchor, p);
                map.labelOf.insert(anchor, page.label.text());
            }
        }
    }
    m_data.map = std::move(map);
    readChapters();
}

/// A chapter lasts until the next one or the next part of the document; a page shared by two counts for the
/// first.
void Paginator::readChapters()
{
    QString open, part;
    int start = 0;
    const auto close = [&](int page) {
        if (!open.isEmpty()) m_data.map.chapterPages.insert(open, std::max(1, page - start));
        open.clear();
    };
    for (int p = 0; p < m_data.map.pages; ++p) {
        const Page& page = m_data.pages[size_t(p)];
        if (m_document.sections.empty()) return;
        const QString& here = m_document.sections[size_t(page.section)].part;
        if (here != part) close(p);
        part = here;
        for (const PlacedStrip& placed : page.body.strips) {
            if (!placed.strip->extras) continue;
            for (const HeadingMark& mark : placed.strip->extras->headings) {
                if (mark.level != 1) continue;
                const bool top = placed.strip == page.body.strips.front().strip;
                close(top ? p : p + 1);
                open = mark.anchor;
                start = p;
            }
        }
    }
    close(m_data.map.pages);
}

} // namespace

Pages::Pages(std::unique_ptr<Data> data) : m_data(std::move(data)) {}
Pages::~Pages() = default;
Pages::Pages(Pages&&) noexcept = default;
Pages& Pages::operator=(Pages&&) noexcept = default;

const report::PageMap& Pages::map() const
{
    return m_data->map;
}

int Pages::count() const
{
    return static_cast<int>(m_data->pages.size());
}

double Pages::widthMm(int page) const
{
    return m_data->pages[size_t(page)].width / UnitsPerMm;
}

double Pages::heightMm(int page) const
{
    return m_data->pages[size_t(page)].height / UnitsPerMm;
}

Pages paginate(const report::Document& document, const base::Progress& progress)
{
    auto data = std::make_unique<Pages::Data>();
    data->watermark = document.watermark;
    Paginator(*data, document, progress).run();
    return Pages(std::move(data));
}

} // namespace drawing
