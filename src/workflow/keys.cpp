#include "workflow/keys.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "drawing/pdf_writer.h"
#include "workflow/settings.h"
#include "workflow/study.h"

#include <QFileInfo>

namespace workflow {
namespace {

constexpr qsizetype ShortestPassphrase = 8;
constexpr qsizetype GroupsPerLine = 4;
constexpr double QrSideMm = 52;

report::Block line(const QString& text, report::Style style)
{
    return report::paragraph(text, style, report::Align::Center);
}

/// The key on two lines, so that it is copied by halves.
void addKey(std::vector<report::Block>& blocks, const QString& key)
{
    const QStringList groups = key.split(u'-');
    for (qsizetype first = 0; first < groups.size(); first += GroupsPerLine)
        blocks.push_back(
            line(groups.mid(first, GroupsPerLine).join(QStringLiteral(" - ")), report::Style::Title));
}

void addQrCode(std::vector<report::Block>& blocks, const dossier::RecoveryKey& key)
{
    report::Figure figure;
    figure.spec = report::QrCode{key.qrText()};
    figure.heightMm = QrSideMm;
    figure.alternative = QStringLiteral("Code QR de la clé de secours.");
    blocks.push_back({std::move(figure)});
}

report::List instructions(bool replaces)
{
    QStringList lines{
        QStringLiteral(
            "Imprimez cette feuille en un seul exemplaire, puis supprimez son fichier PDF et videz la "
            "corbeille."),
        QStringLiteral(
            "Gardez-la sous enveloppe fermée, en lieu sûr, loin de l’ordinateur et des sauvegardes."),
        QStringLiteral("Pour ouvrir l’étude sans phrase de passe : écran d’accueil, « Ouvrir avec la clé de "
                       "secours », puis recopiez la clé ou lisez le code."),
        QStringLiteral(
            "Changer la phrase de passe produit une nouvelle feuille : détruisez alors celle-ci.")};
    if (replaces)
        lines << QStringLiteral(
            "Cette feuille remplace les précédentes, qui n’ouvrent plus que les copies faites "
            "avant ce jour.");
    report::List list;
    list.ordered = true;
    for (const QString& text : lines)
        list.items.push_back(report::runs(text));
    return list;
}

report::Document sheetDocument(const RecoverySheet& sheet, const dossier::RecoveryKey& key)
{
    report::Document document;
    document.title = QStringLiteral("Clé de secours");
    document.date = sheet.date;
    report::Section section;
    section.numbering = report::Numbering::None;
    section.showHeader = false;
    section.part = QStringLiteral("front");
    std::vector<report::Block>& blocks = section.blocks;
    blocks.push_back(line(QStringLiteral("Clé de secours d’une étude CartOSC"), report::Style::Subtitle));
    if (!sheet.title.isEmpty()) blocks.push_back(line(sheet.title, report::Style::Lead));
    blocks.push_back(line(QStringLiteral("Fichier « %1 » – feuille du %2")
                              .arg(sheet.file, sheet.date.toString(QStringLiteral("dd/MM/yyyy"))),
                          report::Style::Body));
    blocks.push_back({report::Space{6}});
    addKey(blocks, key.text());
    blocks.push_back({report::Space{4}});
    addQrCode(blocks, key);
    blocks.push_back({report::Space{4}});
    report::Frame frame;
    frame.tone = QStringLiteral("warning");
    frame.blocks.push_back(report::paragraph(QStringLiteral(
        "Cette clé ouvre l’étude quand la phrase de passe est perdue. Quiconque la tient peut lire "
        "toute l’étude ; sans elle ni la phrase de passe, personne ne le peut, pas même l’auteur "
        "du programme.")));
    blocks.push_back({std::move(frame)});
    blocks.push_back({report::Space{3}});
    blocks.push_back({instructions(sheet.replaces)});
    document.sections.push_back(std::move(section));
    return document;
}

} // namespace

QByteArray recoverySheetPdf(const RecoverySheet& sheet, const dossier::RecoveryKey& key)
{
    const report::Document document = sheetDocument(sheet, key);
    return drawing::writePdf(drawing::paginate(document), document);
}

void writeRecoverySheet(const QString& path, const RecoverySheet& sheet, const dossier::RecoveryKey& key)
{
    if (QFileInfo::exists(path))
        throw base::Error(base::ErrorCode::AlreadyExists, QStringLiteral("a file is there"), path);
    base::writeFileAtomically(path, recoverySheetPdf(sheet, key));
}

RecoverySheet recoverySheetFor(const Study& study, bool replaces)
{
    return {study.dossier().setting(key::Title), QFileInfo(study.dossier().path()).fileName(),
            study.localNow().date(), replaces};
}

std::optional<dossier::RecoveryKey> readRecoveryKey(const QString& text, base::Issues& issues)
{
    const dossier::RecoveryKey::Parsed parsed = dossier::RecoveryKey::parse(text);
    if (parsed.key) return parsed.key;
    QStringList groups;
    for (const int group : parsed.wrongGroups)
        groups << QString::number(group);
    issues.push_back(
        {base::Severity::Error,
         groups.isEmpty() ? QStringLiteral("key.wrong_length") : QStringLiteral("key.wrong_groups"),
         {},
         {groups.join(QStringLiteral(", "))}});
    return {};
}

base::Issues changePassphrase(Study& study, const QString& passphrase, const dossier::RecoveryKey& key)
{
    if (passphrase.size() < ShortestPassphrase)
        return {{base::Severity::Error,
                 QStringLiteral("key.passphrase_short"),
                 {},
                 {QString::number(ShortestPassphrase)}}};
    study.dossier().changePassphrase(passphrase, key);
    return {};
}

} // namespace workflow
