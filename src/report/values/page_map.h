#pragma once
#include <QHash>
#include <QString>

namespace report {

/// Where things fell when a document was laid out: feeds contents, references, the page gauge and the page
/// numbers pre-filled in the DOCX.
struct PageMap
{
    QHash<QString, QString> labelOf;  ///< anchor -> page label as printed ("iv", "12", "A-3")
    QHash<QString, int> pageOf;       ///< anchor -> page index from 0
    QHash<QString, int> chapterPages; ///< anchor of a level-1 heading -> number of pages of the chapter
    int pages = 0;                    ///< all pages
    int bodyPages = 0;                ///< pages of the sections whose part is "body"
};

} // namespace report
