#include "deliverables/rejection_note.h"

#include "deliverables/cover.h"
#include "deliverables/pen.h"

namespace deliverables {
namespace {

const QString Dash = QStringLiteral("– ");

void writeLines(Pen& pen, const QString& text)
{
    QStringList items;
    const auto flush = [&] {
        if (!items.isEmpty()) pen.list(items);
        items.clear();
    };
    for (const QString& line : text.split(u'\n')) {
        const QString words = line.trimmed();
        if (words.startsWith(Dash)) {
            items << words.mid(Dash.size());
            continue;
        }
        flush();
        if (words.isEmpty()) continue;
        if (words.endsWith(u'.') || words.endsWith(u':') || words.size() > 80)
            pen.text(words);
        else
            pen.heading(2, {}, words, {});
    }
    flush();
}

} // namespace

report::Document rejectionDocument(const disclosure::View& view, const std::vector<RejectionNote>& notes)
{
    const Reader reader(view);
    report::Document document = blankDocument(reader, QStringLiteral("Notes de non-sélection"));
    Pen pen(reader);
    bool first = true;
    for (const RejectionNote& note : notes) {
        pen.heading(1, {}, note.name, {}, !first);
        writeLines(pen, note.text);
        first = false;
    }
    report::Section section = plainSection(reader, QStringLiteral("Notes de non-sélection"));
    section.blocks = pen.take();
    document.sections.push_back(std::move(section));
    return document;
}

} // namespace deliverables
