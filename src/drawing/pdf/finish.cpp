#include "drawing/pdf/finish.h"

#include "base/error.h"

// The shared_ptr form of QPDF's pointers, the only one kept in later versions.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>

namespace drawing {
namespace {

using Handle = QPDFObjectHandle;

Handle unicode(const QString& text)
{
    return Handle::newUnicodeString(text.toStdString());
}

Handle number(double value)
{
    return Handle::newReal(value, 2);
}

/// Thousands of pages are written once, straight into their final buffer.
class ByteSink final : public Pipeline
{
public:
    explicit ByteSink(QByteArray& bytes) : Pipeline("bytes", nullptr), m_bytes(bytes) {}
    void write(unsigned char const* data, size_t size) override
    {
        m_bytes.append(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    }
    void finish() override {}

private:
    QByteArray& m_bytes;
};

class Finisher
{
public:
    Finisher(QPDF& pdf, const PdfExtras& extras)
        : m_pdf(pdf), m_extras(extras), m_pages(QPDFPageDocumentHelper(pdf).getAllPages())
    {
    }

    void run()
    {
        metadata();
        labels();
        outline();
        links();
        plainText();
    }

private:
    Handle root() { return m_pdf.getRoot(); }

    double heightOf(int page)
    {
        return m_pages[static_cast<size_t>(page)]
            .getObjectHandle()
            .getKey("/MediaBox")
            .getArrayItem(3)
            .getNumericValue();
    }

    Handle destination(int page, double y)
    {
        return Handle::newArray({m_pages[static_cast<size_t>(page)].getObjectHandle(),
                                 Handle::newName("/XYZ"), Handle::newNull(), number(heightOf(page) - y),
                                 Handle::newNull()});
    }

    void metadata()
    {
        // Both the information dictionary and XMP would name the program and the instant; one dated
        // dictionary is enough.
        root().removeKey("/Metadata");
        Handle info = m_pdf.makeIndirectObject(Handle::newDictionary());
        info.replaceKey("/Title", unicode(m_extras.title));
        if (!m_extras.author.isEmpty()) info.replaceKey("/Author", unicode(m_extras.author));
        if (!m_extras.subject.isEmpty()) info.replaceKey("/Subject", unicode(m_extras.subject));
        if (!m_extras.keywords.isEmpty())
            info.replaceKey("/Keywords", unicode(m_extras.keywords.join(QStringLiteral(", "))));
        info.replaceKey("/Creator", unicode(QStringLiteral("CartOSC")));
        const QString day = m_extras.date.toString(QStringLiteral("'D:'yyyyMMdd'000000Z'"));
        if (m_extras.date.isValid()) {
            info.replaceKey("/CreationDate", Handle::newString(day.toStdString()));
            info.replaceKey("/ModDate", Handle::newString(day.toStdString()));
        }
        m_pdf.getTrailer().replaceKey("/Info", info);
        root().replaceKey("/Lang", Handle::newString(m_extras.language.toStdString()));
        Handle preferences = Handle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        root().replaceKey("/ViewerPreferences", preferences);
    }

    void labels()
    {
        Handle numbers = Handle::newArray();
        for (const PdfExtras::LabelRange& range : m_extras.labels) {
            Handle label = Handle::newDictionary();
            if (!range.style.isEmpty())
                label.replaceKey("/S", Handle::newName('/' + range.style.toStdString()));
            if (!range.prefix.isEmpty()) label.replaceKey("/P", unicode(range.prefix));
            if (range.start != 1) label.replaceKey("/St", Handle::newInteger(range.start));
            numbers.appendItem(Handle::newInteger(range.firstPage));
            numbers.appendItem(label);
        }
        if (numbers.getArrayNItems() == 0) return;
        Handle tree = Handle::newDictionary();
        tree.replaceKey("/Nums", numbers);
        root().replaceKey("/PageLabels", tree);
    }

    struct Node
    {
        Handle handle;
        int level = 0;
        std::vector<size_t> children;
    };

    void outline()
    {
        if (m_extras.bookmarks.empty()) return;
        std::vector<Node> nodes{{m_pdf.makeIndirectObject(Handle::newDictionary()), 0, {}}};
        std::vector<size_t> open{0};
        for (const PdfExtras::Bookmark& bookmark : m_extras.bookmarks) {
            while (open.size() > 1 && nodes[open.back()].level >= bookmark.level)
                open.pop_back();
            Node node{m_pdf.makeIndirectObject(Handle::newDictionary()), bookmark.level, {}};
            node.handle.replaceKey("/Title", unicode(bookmark.title));
            node.handle.replaceKey("/Dest", destination(bookmark.page, bookmark.y));
            node.handle.replaceKey("/Parent", nodes[open.back()].handle);
            nodes[open.back()].children.push_back(nodes.size());
            open.push_back(nodes.size());
            nodes.push_back(node);
        }
        for (Node& node : nodes)
            chain(node, nodes);
        nodes[0].handle.replaceKey("/Type", Handle::newName("/Outlines"));
        root().replaceKey("/Outlines", nodes[0].handle);
        root().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    static void chain(Node& node, std::vector<Node>& nodes)
    {
        if (node.children.empty()) return;
        node.handle.replaceKey("/First", nodes[node.children.front()].handle);
        node.handle.replaceKey("/Last", nodes[node.children.back()].handle);
        // Only the top level opens; deeper levels are closed (negative count).
        const auto count = static_cast<long long>(node.children.size());
        node.handle.replaceKey("/Count", Handle::newInteger(node.level == 0 ? count : -count));
        for (size_t i = 0; i < node.children.size(); ++i) {
            Handle child = nodes[node.children[i]].handle;
            if (i > 0) child.replaceKey("/Prev", nodes[node.children[i - 1]].handle);
            if (i + 1 < node.children.size()) child.replaceKey("/Next", nodes[node.children[i + 1]].handle);
        }
    }

    void links()
    {
        for (const PdfExtras::Link& link : m_extras.links) {
            Handle page = m_pages[static_cast<size_t>(link.page)].getObjectHandle();
            const double height = heightOf(link.page);
            Handle annotation = Handle::newDictionary();
            annotation.replaceKey("/Type", Handle::newName("/Annot"));
            annotation.replaceKey("/Subtype", Handle::newName("/Link"));
            annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
            annotation.replaceKey(
                "/Rect", Handle::newArray({number(link.area.left()), number(height - link.area.bottom()),
                                           number(link.area.right()), number(height - link.area.top())}));
            if (link.targetPage >= 0)
                annotation.replaceKey("/Dest", destination(link.targetPage, link.targetY));
            else
                annotation.replaceKey("/A", address(link.address));
            Handle list = page.getKey("/Annots");
            if (!list.isArray()) list = page.replaceKeyAndGetNew("/Annots", Handle::newArray());
            list.appendItem(m_pdf.makeIndirectObject(annotation));
        }
    }

    static Handle address(const QString& uri)
    {
        Handle action = Handle::newDictionary();
        action.replaceKey("/S", Handle::newName("/URI"));
        action.replaceKey("/URI", Handle::newString(uri.toStdString()));
        return action;
    }

    void plainText()
    {
        for (Handle object : m_pdf.getAllObjects()) {
            if (!object.isDictionary() || !object.hasKey("/ToUnicode")) continue;
            Handle stream = object.getKey("/ToUnicode");
            const auto data = stream.getStreamData(qpdf_dl_generalized);
            const QByteArray cmap(reinterpret_cast<const char*>(data->getBuffer()),
                                  static_cast<qsizetype>(data->getSize()));
            stream.replaceStreamData(plainToUnicode(cmap).toStdString(), Handle::newNull(),
                                     Handle::newNull());
        }
    }

    QPDF& m_pdf;
    const PdfExtras& m_extras;
    std::vector<QPDFPageObjectHelper> m_pages;
};

} // namespace

QByteArray finishPdf(const QByteArray& pdf, const PdfExtras& extras)
{
    try {
        QPDF document;
        document.setSuppressWarnings(true);
        document.processMemoryFile("cartosc", pdf.constData(), static_cast<size_t>(pdf.size()));
        Finisher(document, extras).run();
        QByteArray out;
        out.reserve(pdf.size() + pdf.size() / 16);
        ByteSink sink(out);
        QPDFWriter writer(document);
        writer.setOutputPipeline(&sink);
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setCompressStreams(true);
        writer.write();
        return out;
    } catch (const std::exception& failure) {
        throw base::Error(base::ErrorCode::Internal, QString::fromUtf8(failure.what()));
    }
}

} // namespace drawing
