#include "deliverables/report_outline.h"

#include "deliverables/cover.h"
#include "deliverables/report_items.h"
#include "deliverables/words.h"

namespace deliverables {

void writeChapters(Pen& pen, const Chapters& chapters, const QString& prefix)
{
    for (const Chapter& chapter : chapters) {
        const QString anchor = prefix + u'.' + chapter.number;
        pen.heading(chapter.level, chapter.number, chapter.title, anchor, chapter.level == 1);
        if (chapter.automatic) chapter.automatic(pen);
        if (!chapter.prompt.isEmpty()) pen.guided(anchor, chapter.prompt, chapter.words);
    }
}

void addFrontPages(report::Document& document, const Reader& reader, const QString& title,
                   const QString& version, const QString& thanksId)
{
    document.sections.push_back(coverSection(reader, title, reader.view().info().title, version));
    report::Section front = plainSection(reader, title);
    front.numbering = report::Numbering::Roman;
    front.restartNumbering = true;
    front.part = QStringLiteral("front");
    Pen pen(reader);
    const auto unnumbered = [&](const QString& text, const QString& anchor) {
        report::Heading heading;
        heading.text = text;
        heading.anchor = anchor;
        heading.newPage = true;
        heading.inContents = false;
        pen.add({heading});
    };
    if (!thanksId.isEmpty()) {
        unnumbered(QStringLiteral("Remerciements et avertissement"), QStringLiteral("front.thanks"));
        pen.guided(thanksId,
                   QStringLiteral("Remerciements aux personnes et organisations qui ont contribué à l’étude"),
                   120);
        pen.text(reader.view().info().disclaimer);
    }
    unnumbered(QStringLiteral("Sommaire"), QStringLiteral("front.contents"));
    pen.add({report::Contents{3}});
    unnumbered(QStringLiteral("Sigles et abréviations"), QStringLiteral("front.acronyms"));
    items::acronyms(pen);
    unnumbered(QStringLiteral("Tableaux, figures et cartes"), QStringLiteral("front.lists"));
    for (const auto kind :
         {report::Caption::Kind::Table, report::Caption::Kind::Figure, report::Caption::Kind::Map}) {
        pen.add({report::ListOf{kind}});
        pen.space(3);
    }
    front.blocks = pen.take();
    document.sections.push_back(std::move(front));
}

} // namespace deliverables
