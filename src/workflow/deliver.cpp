#include "workflow/deliver.h"

#include "base/atomic_file.h"
#include "base/error.h"
#include "deliverables/deliverables.h"
#include "drawing/figure_painter.h"
#include "drawing/pdf_writer.h"
#include "report/docx_writer.h"
#include "workflow/analysis.h"
#include "workflow/messages/messages.h"
#include "workflow/study.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace workflow {
namespace {

bool wants(const DeliverRequest& request, const QString& format)
{
    if (request.formats.isEmpty()) return true;
    return request.formats.contains(format);
}

/// One deliverable in all the formats asked for; layout is done once and serves PDF and DOCX.
class Delivery
{
public:
    Delivery(const DeliverRequest& request, const disclosure::View& view, const base::Progress& progress,
             DeliverReport& report)
        : m_request(request), m_view(view), m_progress(progress), m_report(report)
    {
    }

    void write(const QString& code)
    {
        const QString stem = QDir(m_request.folder).filePath(deliverables::fileStem(code));
        if (wants(m_request, QStringLiteral("pdf")) || wants(m_request, QStringLiteral("docx")))
            writePages(code, stem);
        if (code == u"grille" && wants(m_request, QStringLiteral("xlsx"))) {
            base::advance(m_progress, QStringLiteral("deliver.xlsx.") + code);
            const QString path = stem + QStringLiteral(".xlsx");
            report::writeXlsx(deliverables::grilleWorkbook(m_view), path);
            record(path);
        }
    }

private:
    void writePages(const QString& code, const QString& stem)
    {
        base::advance(m_progress, QStringLiteral("deliver.build.") + code);
        const report::Document document = deliverables::build(code, m_view);
        base::advance(m_progress, QStringLiteral("deliver.paginate.") + code);
        const drawing::Pages pages = drawing::paginate(document, m_progress);
        if (wants(m_request, QStringLiteral("pdf"))) {
            base::advance(m_progress, QStringLiteral("deliver.pdf.") + code);
            const QString path = stem + QStringLiteral(".pdf");
            base::writeFileAtomically(path, drawing::writePdf(pages, document, m_progress));
            record(path, &pages.map());
        }
        if (wants(m_request, QStringLiteral("docx"))) {
            base::advance(m_progress, QStringLiteral("deliver.docx.") + code);
            const QString path = stem + QStringLiteral(".docx");
            const drawing::FigurePainter figures;
            base::writeFileAtomically(path, report::writeDocx(document, pages.map(), figures, m_progress));
            record(path, &pages.map());
        }
        warnAboutGauge(code, pages.map());
    }

    void record(const QString& path, const report::PageMap* map = nullptr)
    {
        DeliveredFile file;
        file.path = path;
        file.bytes = QFileInfo(path).size();
        if (map) {
            file.pages = map->pages;
            if (map->bodyPages > 0) file.bodyPages = map->bodyPages;
        }
        m_report.files.push_back(std::move(file));
    }

    void warnAboutGauge(const QString& code, const report::PageMap& map)
    {
        if (code != u"l2" && code != u"l3") return;
        if (map.bodyPages >= 50 && map.bodyPages <= 70) return;
        m_report.warnings.push_back({base::Severity::Warning,
                                     QStringLiteral("deliver.gauge"),
                                     {},
                                     {code, QString::number(map.bodyPages)}});
    }

    const DeliverRequest& m_request;
    const disclosure::View& m_view;
    const base::Progress& m_progress;
    DeliverReport& m_report;
};

void prepareFolder(const QString& folder)
{
    if (QFileInfo(folder).isFile())
        throw base::Error(base::ErrorCode::AlreadyExists,
                          QStringLiteral("a file stands where the folder should be"), folder);
    if (!QDir().mkpath(folder))
        throw base::Error(base::ErrorCode::AccessDenied, QStringLiteral("cannot create folder"), folder);
}

QByteArray accountText(const DeliverReport& report, disclosure::Audience audience)
{
    QMap<QString, QMap<QString, int>> counts;
    for (const disclosure::Withheld& withheld : report.withheld)
        ++counts[withheld.rule][withheld.field];
    QStringList lines{QStringLiteral("Compte rendu de ce qui a été retiré"),
                      QStringLiteral("Tirage : %1").arg(disclosure::audienceCode(audience)),
                      QStringLiteral("Éléments retirés ou masqués : %1").arg(report.withheld.size()),
                      QString()};
    for (auto rule = counts.cbegin(); rule != counts.cend(); ++rule) {
        lines << messages::withheldWord(rule.key());
        for (auto field = rule->cbegin(); field != rule->cend(); ++field)
            lines << QStringLiteral("    %1 : %2").arg(field.key()).arg(field.value());
    }
    return (lines.join(u'\n') + u'\n').toUtf8();
}

const QString AccountName = QStringLiteral("compte-rendu-diffusion.txt");

QStringList documentsOf(const DeliverRequest& request)
{
    return request.documents.isEmpty() ? deliverables::documentCodes() : request.documents;
}

} // namespace

QStringList deliveredNames(const DeliverRequest& request)
{
    QStringList names;
    for (const QString& code : documentsOf(request))
        for (const char* format : {"pdf", "docx", "xlsx"}) {
            const QString extension = QString::fromLatin1(format);
            const bool made = extension != u"xlsx" || code == u"grille";
            if (made && wants(request, extension)) names << deliverables::fileStem(code) + u'.' + extension;
        }
    return names << AccountName;
}

Preview preview(const Study& study, const QString& code, disclosure::Audience audience,
                const base::Progress& progress)
{
    const disclosure::View view(studyData(study, progress), audience);
    Preview result;
    base::advance(progress, QStringLiteral("deliver.build.") + code);
    auto document = std::make_shared<report::Document>(deliverables::build(code, view));
    base::advance(progress, QStringLiteral("deliver.paginate.") + code);
    result.pages = std::make_shared<drawing::Pages>(drawing::paginate(*document, progress));
    result.document = std::move(document);
    result.withheld = view.account();
    return result;
}

DeliverReport deliver(const Study& study, const DeliverRequest& request, const base::Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    prepareFolder(request.folder);
    DeliverReport report;
    const disclosure::View view(studyData(study, progress), request.audience, request.organisation);
    Delivery delivery(request, view, progress, report);
    for (const QString& code : documentsOf(request))
        delivery.write(code);
    report.withheld = view.account();
    const QString account = QDir(request.folder).filePath(AccountName);
    base::writeFileAtomically(account, accountText(report, request.audience));
    report.files.push_back({account, {}, {}, QFileInfo(account).size()});
    report.seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    return report;
}

} // namespace workflow
