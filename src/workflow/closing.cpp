#include "workflow/closing.h"

#include "base/atomic_file.h"
#include "dossier/transaction.h"
#include "workflow/backup.h"
#include "workflow/closing_doomed.h"
#include "workflow/closing_receipt.h"
#include "workflow/deliver.h"
#include "workflow/merging.h"
#include "workflow/settings.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QDir>
#include <QFileInfo>

namespace workflow {
namespace {

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

class Closing
{
public:
    Closing(Study& study, const ClosingRequest& request, const base::Progress& progress)
        : m_study(study), m_request(request), m_progress(progress),
          m_folder(QFileInfo(request.folder).absoluteFilePath())
    {
    }

    ClosingReport run()
    {
        refuseFolder();
        if (consultant().isEmpty()) m_report.issues.push_back(issue(QStringLiteral("closing.consultant")));
        if (!m_report.ok()) return m_report;
        // What is handed over first: statuses and alerts are read from answers that are destroyed next.
        handOver();
        destroy(doomedAtClosing(study()));
        if (m_request.destroy) m_study.dossier().compact();
        archive();
        if (m_report.ok()) receipt();
        return m_report;
    }

private:
    const Study& study() const { return m_study; }
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString given(const QString& value, const QString& setting) const
    {
        return value.trimmed().isEmpty() ? study().dossier().setting(setting) : value.trimmed();
    }
    QString consultant() const { return given(m_request.consultant, key::Consultant); }

    void refuseFolder()
    {
        const bool used = QFileInfo::exists(m_request.folder) &&
                          (!QFileInfo(m_request.folder).isDir() ||
                           !m_folder.isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot));
        if (used)
            m_report.issues.push_back(issue(QStringLiteral("closing.folder"), {m_request.folder}));
        else
            m_folder.mkpath(QStringLiteral("."));
    }

    void addFile(const QString& kind, const QString& what, const QString& file)
    {
        ClosingItem item;
        item.kind = kind;
        item.what = what;
        item.path = m_folder.relativeFilePath(file);
        item.bytes = QFileInfo(file).size();
        item.digest = fileDigest(file);
        m_report.items.push_back(std::move(item));
    }

    void handOver()
    {
        DeliverRequest request;
        request.folder = path(QStringLiteral("remis"));
        request.audience = disclosure::Audience::Iom;
        for (const DeliveredFile& file : deliver(study(), request, m_progress).files)
            addFile(QStringLiteral("remis"), QStringLiteral("Livrable"), file.path);
        const dossier::Access& keys = m_request.iomAccess;
        if (!keys.passphrase && keys.readers.empty()) return;
        const ShareReport shared =
            shareWithIom(m_study, path(QStringLiteral("remis/dossier-oim.osc")), keys, m_progress);
        m_report.issues.insert(m_report.issues.end(), shared.issues.begin(), shared.issues.end());
        if (shared.ok())
            addFile(QStringLiteral("remis"), QStringLiteral("Dossier de relecture de l’OIM"), shared.path);
    }

    void destroy(const Doomed& doomed)
    {
        const std::vector<ClosingItem> items =
            itemsOf(doomed, m_request.destroy ? QStringLiteral("detruit") : QStringLiteral("a_detruire"));
        m_report.items.insert(m_report.items.end(), items.begin(), items.end());
        if (!m_request.destroy) return;
        destroyValues(doomed);
        const QStringList files = doomed.recordings + doomed.photos;
        if (files.isEmpty()) return;
        m_study.dossier().transact(QStringLiteral("closing"), [&](dossier::Transaction& t) {
            for (const QString& id : files)
                dossier::deleteEntity(t, dossier::entity::Attachment, id);
        });
    }

    void destroyValues(const Doomed& doomed)
    {
        const QStringList operations = doomed.confidential.operations + doomed.personal.operations;
        if (operations.isEmpty()) return;
        m_report.changes = m_study.dossier().redact(operations, QStringLiteral("closing"));
        refreshRecords(m_study, doomed.confidential.records + doomed.personal.records, m_progress);
    }

    void archive()
    {
        m_folder.mkpath(QStringLiteral("garde"));
        const QString name = QFileInfo(study().dossier().path()).completeBaseName();
        const BackupReport made =
            backup(study(), path(QStringLiteral("garde/%1 archive.osc").arg(name)), m_request.access);
        m_report.issues.insert(m_report.issues.end(), made.issues.begin(), made.issues.end());
        if (!made.ok()) return;
        addFile(QStringLiteral("garde"),
                study().dossier().isProtected()
                    ? QStringLiteral("Archive de l’étude, scellée et relue")
                    : QStringLiteral("Archive de l’étude, relue, sans phrase de passe"),
                made.path);
    }

    void receipt()
    {
        ReceiptHead head;
        head.title = study().dossier().setting(key::Title);
        head.consultant = consultant();
        head.client = given(m_request.client, key::Client);
        head.dossier = study().dossier().id();
        head.date = study().localNow();
        head.destroyed = m_request.destroy;
        m_report.receiptText = path(QStringLiteral("recu.txt"));
        m_report.receiptPdf = path(QStringLiteral("recu.pdf"));
        base::writeFileAtomically(m_report.receiptText, receiptText(head, m_report.items));
        base::writeFileAtomically(m_report.receiptPdf, receiptPdf(head, m_report.items));
    }

    Study& m_study;
    const ClosingRequest& m_request;
    const base::Progress& m_progress;
    const QDir m_folder;
    ClosingReport m_report;
};

} // namespace

ClosingReport closeMission(Study& study, const ClosingRequest& request, const base::Progress& progress)
{
    return Closing(study, request, progress).run();
}

} // namespace workflow
