#pragma once
#include "report/docx/xml.h"
#include "report/figure_renderer.h"

#include <QHash>

#include <vector>

namespace tabular {
class ZipWriter;
}

namespace report::docx {

/// What the parts of one package share: relationships of the main part, images, heads and feet, footnotes,
/// ordered lists, and the counter that keeps identifiers unique.
class Parts
{
public:
    explicit Parts(const FigureRenderer& figures);

    int nextId() { return ++m_lastId; }
    /// Relationship to an outside address.
    QString linkTo(const QString& address);
    /// Relationship to the picture of a figure; the same figure is painted and stored once. Empty when the
    /// renderer gave nothing.
    QString image(const FigureSpec& spec, double widthMm, double heightMm);
    /// Relationship to a head or a foot with that content; the same content is stored once.
    enum class Margin : quint8 { Header, Footer };
    QString margin(Margin kind, const QByteArray& content);
    /// Number of a new footnote whose content is the given paragraphs.
    int addFootnote(const QByteArray& paragraphs);
    int lastFootnote() const { return m_footnotes; }
    /// numId of a new ordered list, which starts again at 1.
    int addOrderedList() { return firstOrderedList + m_orderedLists++; }
    int orderedLists() const { return m_orderedLists; }
    /// Everything kept here, into the package.
    void writeTo(tabular::ZipWriter& zip) const;
    /// Names of the parts that need a content type of their own, with that type.
    std::vector<std::pair<QString, QString>> overrides() const;

    static constexpr int bulletList = 1;
    static constexpr int firstOrderedList = 2;

private:
    struct Relation
    {
        QString type, target;
        bool external;
    };
    QString relate(const char* type, const QString& target, bool external = false);

    const FigureRenderer& m_figures;
    int m_lastId = 0;
    std::vector<Relation> m_relations;
    QHash<QString, QString> m_links;
    QHash<QByteArray, QString> m_imageOf;  // figure as JSON -> relationship
    QHash<QByteArray, QString> m_marginOf; // content -> relationship
    std::vector<std::pair<QString, QByteArray>> m_images;
    std::vector<std::pair<QString, QByteArray>> m_margins;
    Xml m_footnoteText;
    int m_footnotes = 0;
    int m_orderedLists = 0;
};

} // namespace report::docx
