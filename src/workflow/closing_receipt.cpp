#include "workflow/closing_receipt.h"

#include "base/atomic_file.h"
#include "drawing/pdf_writer.h"

#include <QCryptographicHash>

namespace workflow {
namespace {

const std::vector<std::pair<QString, QString>>& kinds()
{
    static const std::vector<std::pair<QString, QString>> words{
        {QStringLiteral("garde"), QStringLiteral("Ce qui est gardé")},
        {QStringLiteral("remis"), QStringLiteral("Ce qui est remis")},
        {QStringLiteral("detruit"), QStringLiteral("Ce qui a été détruit")},
        {QStringLiteral("a_detruire"), QStringLiteral("Ce qui reste à détruire")}};
    return words;
}

std::vector<ClosingItem> ofKind(const std::vector<ClosingItem>& items, const QString& kind)
{
    std::vector<ClosingItem> out;
    std::copy_if(items.begin(), items.end(), std::back_inserter(out),
                 [&](const ClosingItem& item) { return item.kind == kind; });
    return out;
}

QStringList headLines(const ReceiptHead& head)
{
    return {head.title, QStringLiteral("Dossier : %1").arg(head.dossier),
            QStringLiteral("Fait le %1").arg(head.date.toString(QStringLiteral("dd/MM/yyyy 'à' HH:mm"))),
            QStringLiteral("Consultant : %1").arg(head.consultant),
            QStringLiteral("Commanditaire : %1").arg(head.client)};
}

QString warning(const ReceiptHead& head)
{
    return head.destroyed
               ? QStringLiteral(
                     "Les copies, sauvegardes et paquets faits avant cette clôture contiennent encore ce qui "
                     "a été détruit ici : détruisez-les aussi.")
               : QStringLiteral(
                     "Rien n’a encore été détruit : la destruction demande l’accord exprès du consultant.");
}

QString measure(const ClosingItem& item)
{
    return item.path.isEmpty() ? QString::number(item.count) : QStringLiteral("%1 octets").arg(item.bytes);
}

report::Table tableOf(const std::vector<ClosingItem>& items)
{
    report::Table table;
    table.widths = {3, 4, 2};
    table.compact = true;
    table.description = QStringLiteral("Fichiers et valeurs, avec leur taille et leur empreinte.");
    table.rows.push_back({{report::cell(QStringLiteral("Nature"), true),
                           report::cell(QStringLiteral("Fichier et empreinte"), true),
                           report::cell(QStringLiteral("Taille ou nombre"), true)}});
    for (const ClosingItem& item : items) {
        report::Cell file = report::cell(item.path);
        if (!item.digest.isEmpty())
            for (const QString& half : {item.digest.left(32), item.digest.mid(32)})
                file.blocks.push_back(report::paragraph(half, report::Style::TableText));
        table.rows.push_back({{report::cell(item.what), file, report::cell(measure(item))}});
    }
    return table;
}

void addSignatures(std::vector<report::Block>& blocks, const ReceiptHead& head)
{
    blocks.push_back({report::Space{8}});
    report::Table table;
    table.look = report::Table::Look::Layout;
    table.headerRows = 0;
    table.widths = {1, 1};
    table.rows.push_back({{report::cell(QStringLiteral("Pour le consultant : %1").arg(head.consultant)),
                           report::cell(QStringLiteral("Pour le commanditaire : %1").arg(head.client))}});
    blocks.push_back({std::move(table)});
}

} // namespace

QString fileDigest(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) base::readFile(path);
    return QString::fromLatin1(hash.result().toHex());
}

QByteArray receiptText(const ReceiptHead& head, const std::vector<ClosingItem>& items)
{
    QStringList lines{QStringLiteral("Reçu de fin de mission"), QString()};
    lines += headLines(head);
    for (const auto& [kind, title] : kinds()) {
        const std::vector<ClosingItem> of = ofKind(items, kind);
        if (of.empty()) continue;
        lines << QString() << title;
        for (const ClosingItem& item : of) {
            const QString file = item.path.isEmpty() ? QString() : item.path + QStringLiteral(", ");
            lines << QStringLiteral("  - %1 : %2%3").arg(item.what, file, measure(item));
            if (!item.digest.isEmpty()) lines << QStringLiteral("    BLAKE2b-256 %1").arg(item.digest);
        }
    }
    lines << QString() << warning(head) << QString();
    return lines.join(u'\n').toUtf8();
}

QByteArray receiptPdf(const ReceiptHead& head, const std::vector<ClosingItem>& items)
{
    report::Document document;
    document.title = QStringLiteral("Reçu de fin de mission");
    document.author = head.consultant;
    document.date = head.date.date();
    report::Section section;
    section.showHeader = false;
    section.part = QStringLiteral("front");
    std::vector<report::Block>& blocks = section.blocks;
    blocks.push_back(report::paragraph(document.title, report::Style::Title));
    for (const QString& line : headLines(head))
        if (!line.isEmpty()) blocks.push_back(report::paragraph(line));
    for (const auto& [kind, title] : kinds()) {
        const std::vector<ClosingItem> of = ofKind(items, kind);
        if (of.empty()) continue;
        blocks.push_back(report::heading(2, {}, title, kind));
        blocks.push_back({tableOf(of)});
    }
    report::Frame frame;
    frame.tone = QStringLiteral("warning");
    frame.blocks.push_back(report::paragraph(warning(head)));
    blocks.push_back({report::Space{4}});
    blocks.push_back({std::move(frame)});
    addSignatures(blocks, head);
    document.sections.push_back(std::move(section));
    return drawing::writePdf(drawing::paginate(document), document);
}

} // namespace workflow
