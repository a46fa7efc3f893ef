#pragma once
#include "report/values/figure.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// The neutral document tree: what a deliverable says, without a page or a file format. Writers walk it.
namespace report {

enum class Align : quint8 { Start, Center, End, Justify };

/// A stretch of text of one appearance. Direction follows the language ("ar" is right-to-left).
struct Run
{
    QString text;
    bool bold = false;
    bool italic = false;
    bool small = false;
    bool superscript = false;
    QString language; ///< "fr" (also when empty), "ar", "en"
    QString tone;     ///< "", "muted", "accent", "error", "warning", "good"
    QString link;     ///< "#anchor" within the document, or an address
    QString footnote; ///< not empty: a footnote with this text is called after the run
    QString pageOf;   ///< not empty: the text is replaced by the page label of that anchor
};

using Runs = std::vector<Run>;

/// Named paragraph styles; each writer gives them its own look and, in DOCX, a real style.
enum class Style : quint8 {
    Body,
    Lead,
    Title,
    Subtitle,
    CoverNote,
    Small,
    Source,
    TableText,
    TableHead,
    Quote,
    Box,
    BoxHead,
    Contents
};

struct Paragraph
{
    Runs runs;
    Style style = Style::Body;
    Align align = Align::Start;
    bool keepWithNext = false;
};

/// Numbered heading: `number` is already made ("4.3"), empty for unnumbered ones. Level 1 starts a page
/// when `newPage`. The anchor is unique in the document; it feeds contents, outline and references.
struct Heading
{
    int level = 1; ///< 1…4
    QString number;
    QString text;
    QString anchor;
    bool newPage = false;
    bool inContents = true;
};

struct Block;

struct List
{
    bool ordered = false;
    std::vector<Runs> items;
};

struct Cell
{
    std::vector<Block> blocks;
    int columnSpan = 1;
    int rowSpan = 1;
    bool header = false;
    QString fill; ///< "", "head", "alternate", "accent", "warning", "good"
};

/// Rows never split over two pages unless taller than one; the first `headerRows` repeat on each page.
struct Table
{
    enum class Look : quint8 { Grid, Plain, Layout /**< no rules: places blocks side by side */ };
    struct TableRow
    {
        std::vector<Cell> cells;
    };
    std::vector<double> widths; ///< relative column widths
    int headerRows = 1;
    std::vector<TableRow> rows;
    Look look = Look::Grid;
    bool compact = false; ///< smaller text for wide grids
    QString description;  ///< alternative text
};

struct Figure
{
    FigureSpec spec;
    double widthMm = 160;
    double heightMm = 90;
    QString alternative;
};

/// Numbered title of a table, figure or map. Numbers are given in document order per kind by
/// numberCaptions(); `code` is the item's code in the specification (T-03, F-20, C-05), used as its anchor.
struct Caption
{
    enum class Kind : quint8 { Table, Figure, Map };
    Kind kind = Kind::Table;
    QString code;
    QString text;
    int number = 0;
};

/// A text of the consultant: shown as is when written, else its prompt, visibly to be written.
struct Placeholder
{
    QString id; ///< stable: "l3.4.3"
    QString prompt;
    int words = 0;                   ///< target length
    std::vector<QString> paragraphs; ///< empty: still to be written
};

struct Contents
{
    int depth = 3;
};
struct ListOf
{
    Caption::Kind kind = Caption::Kind::Table;
};
struct PageBreak
{
};
struct Rule
{
};
/// Vertical space in millimetres.
struct Space
{
    double mm = 4;
};
/// Framed group of blocks kept together when it fits ("Point à décider avec l’OIM").
struct Frame
{
    std::vector<Block> blocks;
    QString tone; ///< "accent", "warning"
};

struct Block
{
    std::variant<Heading, Paragraph, List, Table, Figure, Caption, Placeholder, Contents, ListOf, PageBreak,
                 Rule, Space, Frame>
        content;
};

enum class Numbering : quint8 { None, Roman, Arabic, Annex /**< A-1, A-2… */ };
enum class Paper : quint8 { A4, A3 };

/// Pages of one geometry, with their running header and footer.
struct Section
{
    std::vector<Block> blocks;
    bool landscape = false;
    Paper paper = Paper::A4;
    Numbering numbering = Numbering::Arabic;
    bool restartNumbering = false;
    QString header; ///< left part of the running head; the chapter title is on the right
    QString footer; ///< left part of the foot; the page label is on the right
    bool showHeader = true;
    bool lineNumbers = false;
    double marginMm = 22;
    QString part; ///< "body" for what counts in the page gauge, "front", "annex"
};

struct Document
{
    QString title, subtitle, author, subject, language = QStringLiteral("fr");
    QStringList keywords;
    QDate date;
    QString watermark;
    std::vector<Section> sections;
};

/// Numbers the captions of each kind in document order.
void numberCaptions(Document& document);

// Short-hands for the modules that build trees.
Block paragraph(const QString& text, Style style = Style::Body, Align align = Align::Start);
Block heading(int level, const QString& number, const QString& text, const QString& anchor,
              bool newPage = false);
Block caption(Caption::Kind kind, const QString& code, const QString& text);
Cell cell(const QString& text, bool header = false, Align align = Align::Start);
/// Text as runs, each stretch tagged with its language by script (Arabic letters -> "ar").
Runs runs(const QString& text);

} // namespace report
