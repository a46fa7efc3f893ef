// What the reviewer sends back: comments, decisions and the choice of three, and nothing else.
#include "base/platform/files.h"
#include "dossier/transaction.h"
#include "workflow/choice_fields.h"
#include "workflow/history.h"
#include "workflow/review_fields.h"
#include "workflow/review_names.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <limits>

namespace workflow {
namespace {

using dossier::HistoryEntry;

/// Listed one by one; beyond, a reader has understood.
constexpr size_t MostListed = 50;
constexpr qsizetype LongestText = 100'000;

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

std::vector<HistoryEntry> everything(const dossier::Dossier& dossier)
{
    return dossier.recentHistory(std::numeric_limits<int>::max());
}

bool isBeyond(const HistoryEntry& entry, const dossier::Frontier& frontier)
{
    const qsizetype colon = entry.operation.lastIndexOf(u':');
    return entry.operation.mid(colon + 1).toLongLong() > frontier.value(entry.operation.left(colon));
}

bool isReviewersSetting(const QString& setting)
{
    const QString kind = review::kindOf(setting);
    return !kind.isEmpty() && review::isReviewersField(kind, setting.section(u'.', 2));
}

/// Settings of comments and decisions that the reviewer wrote, with their present values.
QHash<QString, QString> writtenBy(const std::vector<HistoryEntry>& entries, const dossier::Dossier& dossier,
                                  const std::function<bool(const HistoryEntry&)>& isTheirs)
{
    const QHash<QString, QString> settings = dossier.settings();
    QHash<QString, QString> written;
    for (const HistoryEntry& entry : entries)
        if (isTheirs(entry) && isReviewersSetting(entry.field))
            written.insert(entry.field, settings.value(entry.field));
    return written;
}

/// A file that came back, opened.
struct Returned
{
    std::unique_ptr<dossier::Dossier> dossier;
    dossier::Frontier handed; ///< what in it was ours; empty for a file that holds the return only
    bool isReturnFile = false;
};

std::optional<base::Issue> recognise(const Study& study, Returned& returned)
{
    const QHash<QString, QString> settings = returned.dossier->settings(), ours = study.dossier().settings();
    QString reviewer = returned.dossier->id(), source = settings.value(review::Source);
    returned.isReturnFile = settings.contains(review::ReturnOf);
    if (returned.isReturnFile) {
        reviewer = settings.value(review::ReturnOf);
        source = settings.value(review::ReturnSource);
    } else if (settings.value(review::Mode) != u"oui") {
        return issue(QStringLiteral("return.not_a_return"));
    }
    const QString handed = ours.value(review::HandedPrefix + reviewer);
    if (source != study.dossier().id() || handed.isEmpty())
        return issue(QStringLiteral("return.other_study"));
    if (!returned.isReturnFile) returned.handed = dossier::frontierFromText(handed);
    return {};
}

bool isAllowed(const HistoryEntry& entry, bool isReturnFile)
{
    if (entry.event != dossier::HistoryEvent::Changed || entry.entityType != dossier::entity::Study)
        return false;
    return isReviewersSetting(entry.field) || (isReturnFile && entry.field.startsWith(review::ReturnPrefix));
}

base::Issues foreignIn(const Study& study, const Returned& returned, const std::vector<HistoryEntry>& entries)
{
    base::Issues issues;
    for (const HistoryEntry& entry : entries) {
        if (!isBeyond(entry, returned.handed) || isAllowed(entry, returned.isReturnFile)) continue;
        const auto record = entry.record.isEmpty() ? std::nullopt : study.dossier().record(entry.record);
        issues.push_back(issue(QStringLiteral("return.foreign"),
                               {entry.event == dossier::HistoryEvent::Changed ? fieldLabel(study, entry.field)
                                                                              : entityLabel(entry.entityType),
                                record ? record->nameFr : entityLabel(entry.entityType)}));
        if (issues.size() == MostListed) break;
    }
    return issues;
}

base::Issues illegalIn(const Study& study, const QHash<QString, QString>& written)
{
    base::Issues issues;
    for (const QString& kind : choice::sharedKinds())
        for (const auto& [id, fields] : items::read(written, kind))
            for (const QString& name : choice::faultsOf(study, kind, fields))
                issues.push_back(
                    issue(QStringLiteral("return.malformed"), {name, fields.value(name).left(60)}));
    for (auto setting = written.begin(); setting != written.end(); ++setting) {
        const QString kind = review::kindOf(setting.key());
        const auto legal = kind == review::CommentKind    ? review::commentWords()
                           : kind == review::DecisionKind ? review::decisionWords()
                                                          : QHash<QString, review::Words>();
        const auto words = legal.constFind(setting.key().section(u'.', 2));
        const bool known = words == legal.constEnd() || setting->isEmpty() || words->isKnown(*setting);
        if (!known || setting->size() > LongestText)
            issues.push_back(issue(QStringLiteral("return.malformed"),
                                   {setting.key().section(u'.', 2), setting->left(60)}));
    }
    return issues;
}

/// Takes the items whose content is not the one last received.
class Reception
{
public:
    Reception(Study& study, const QHash<QString, QString>& written)
        : m_ours(std::as_const(study).dossier().settings())
    {
        for (const QString& kind : {review::CommentKind, review::DecisionKind})
            for (const auto& [id, fields] : items::read(written, kind))
                take(kind, id, fields, kind == review::CommentKind ? m_report.comments : m_report.decisions);
        for (const QString& kind : choice::sharedKinds())
            for (const auto& [id, fields] : items::read(written, kind))
                takeVersion(kind, id, fields);
    }

    ReturnReport apply(Study& study)
    {
        m_report.changes = items::store(study, QStringLiteral("return"), m_writes).changes;
        m_report.warnings = choiceConflicts(study);
        return m_report;
    }

private:
    static QString digestOf(const review::Fields& fields)
    {
        QStringList names = fields.keys();
        names.sort();
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const QString& name : names)
            hash.addData((name + u'\n' + fields.value(name) + u'\0').toUtf8());
        return QString::fromLatin1(hash.result().toHex());
    }

    void take(const QString& kind, const QString& id, const review::Fields& fields, int& count)
    {
        ++count;
        const QString digest = digestOf(fields), received = review::ReceivedPrefix + id;
        if (m_ours.value(received) == digest) return;
        const QString prefix = review::prefix(kind, id);
        const bool isNew = m_ours.value(prefix + QStringLiteral("text")).isEmpty();
        ++(isNew ? m_report.created : m_report.changed);
        m_writes[received] = digest;
        if (isNew) m_writes[prefix + QStringLiteral("from_reviewer")] = QStringLiteral("oui");
        for (auto field = fields.begin(); field != fields.end(); ++field)
            if (m_ours.value(prefix + field.key()) != *field) m_writes[prefix + field.key()] = *field;
    }

    /// A version never changes: one that is known already stays as it was received.
    void takeVersion(const QString& kind, const QString& id, items::Fields fields)
    {
        ++m_report.choices;
        const QString prefix = items::prefix(kind, id);
        if (m_ours.contains(prefix + items::Created)) return;
        ++m_report.created;
        fields.insert(items::FromReviewer, choice::Yes);
        for (auto field = fields.cbegin(); field != fields.cend(); ++field)
            m_writes[prefix + field.key()] = *field;
    }

    const QHash<QString, QString> m_ours;
    ReturnReport m_report;
    std::map<QString, QString> m_writes;
};

ShareReport refusedShare(const QString& code)
{
    ShareReport report;
    report.issues.push_back(issue(code));
    return report;
}

} // namespace

ShareReport shareReturn(const Study& study, const QString& out, const dossier::Access& access)
{
    if (!isReviewerDossier(study)) return refusedShare(QStringLiteral("share.not_reviewer"));
    const bool sealed = (access.passphrase && !access.passphrase->isEmpty()) || !access.readers.empty();
    if (!sealed && std::as_const(study).dossier().isProtected())
        return refusedShare(QStringLiteral("share.key_required"));
    const QHash<QString, QString> written =
        writtenBy(everything(study.dossier()), study.dossier(),
                  [](const HistoryEntry& entry) { return entry.cause != review::HandoverCause; });
    QStringList names = written.keys();
    names.sort();
    const bool existed = QFileInfo::exists(out);
    try {
        const auto back = dossier::Dossier::create(out, access, study.clock());
        back->transact(QStringLiteral("return"), [&](dossier::Transaction& t) {
            dossier::setSetting(t, review::ReturnOf, study.dossier().id());
            dossier::setSetting(t, review::ReturnSource, study.dossier().setting(review::Source));
            for (const QString& name : names)
                if (!written.value(name).isEmpty()) dossier::setSetting(t, name, written.value(name));
        });
        back->close();
    } catch (...) {
        if (!existed) base::platform::removeQuietly(out);
        throw;
    }
    ShareReport report;
    if (!sealed)
        report.warnings.push_back({base::Severity::Warning, QStringLiteral("share.unsealed"), {}, {}});
    report.path = out;
    report.bytes = QFileInfo(out).size();
    report.operations = names.size();
    return report;
}

ReturnReport returnFromIom(Study& study, const QString& path, const dossier::Access& access)
{
    dossier::Access reading = access;
    reading.readOnly = true;
    reading.seenStates.reset();
    Returned returned{dossier::Dossier::open(path, reading, study.clock()), {}, false};
    ReturnReport report;
    if (const auto problem = recognise(study, returned)) {
        report.refused.push_back(*problem);
        return report;
    }
    const std::vector<HistoryEntry> entries = everything(*returned.dossier);
    const QHash<QString, QString> written =
        writtenBy(entries, *returned.dossier,
                  [&](const HistoryEntry& entry) { return isBeyond(entry, returned.handed); });
    report.refused = foreignIn(study, returned, entries);
    for (const base::Issue& problem : illegalIn(study, written))
        report.refused.push_back(problem);
    if (!report.ok()) return report;
    return Reception(study, written).apply(study);
}

} // namespace workflow
