#include "deliverables/cover.h"
#include "deliverables/report_items.h"
#include "deliverables/report_outline.h"
#include "deliverables/reports.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables {
namespace {

/// Chapters whose proposals the IOM decides upon: framed in the preliminary report.
const QStringList& decisions()
{
    static const QStringList numbers{QStringLiteral("3.5"), QStringLiteral("4.9"), QStringLiteral("5.5")};
    return numbers;
}

void decisionFrame(Pen& pen, const QString& number)
{
    static const QHash<QString, QString> texts{
        {QStringLiteral("3.5"),
         QStringLiteral("Confirmer les poids, les seuils et les règles éliminatoires du modèle.")},
        {QStringLiteral("4.9"),
         QStringLiteral("Examiner les trois trios proposés et consigner la décision et ses motifs.")},
        {QStringLiteral("5.5"), QStringLiteral("Arrêter le calendrier et l’appui au plan de renforcement.")}};
    pen.frame({report::paragraph(report::french(QStringLiteral("Point à décider avec l’OIM")),
                                 report::Style::BoxHead),
               report::paragraph(report::french(texts.value(number)), report::Style::Box)},
              QStringLiteral("warning"));
}

void writeBody(Pen& pen, bool preliminary)
{
    for (const Chapter& chapter : finalChapters()) {
        writeChapters(pen, {chapter}, QStringLiteral("l3"));
        if (preliminary && decisions().contains(chapter.number)) decisionFrame(pen, chapter.number);
    }
}

bool isPrinted(const Reader& reader, const Chapter& annex)
{
    return !(reader.toPublic() && annex.number == u"A-12");
}

} // namespace

report::Document finalReport(const Reader& reader, bool preliminary)
{
    const QString title =
        preliminary ? QStringLiteral("L2 – Rapport préliminaire") : QStringLiteral("L3 – Rapport final");
    report::Document document = blankDocument(reader, title);
    if (preliminary) document.watermark = QStringLiteral("Version préliminaire pour commentaires");
    addFrontPages(document, reader, title,
                  preliminary ? QStringLiteral("Version préliminaire pour commentaires")
                              : QStringLiteral("Version finale"),
                  QStringLiteral("l3.remerciements"));
    report::Section body = plainSection(reader, title);
    body.restartNumbering = true;
    body.part = QStringLiteral("body");
    body.lineNumbers = preliminary;
    Pen pen(reader);
    writeBody(pen, preliminary);
    body.blocks = pen.take();
    document.sections.push_back(std::move(body));

    report::Section annexSection = plainSection(reader, title + QStringLiteral(" – annexes"));
    annexSection.numbering = report::Numbering::Annex;
    annexSection.restartNumbering = true;
    annexSection.part = QStringLiteral("annex");
    Pen annexPen(reader);
    Chapters printed;
    std::copy_if(annexes().begin(), annexes().end(), std::back_inserter(printed),
                 [&](const Chapter& annex) { return isPrinted(reader, annex); });
    writeChapters(annexPen, printed, QStringLiteral("annexe"));
    annexSection.blocks = annexPen.take();
    document.sections.push_back(std::move(annexSection));
    return document;
}

} // namespace deliverables
