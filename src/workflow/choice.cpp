#include "workflow/choice.h"

#include "workflow/analysis.h"
#include "workflow/choice_fields.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QCollator>

namespace workflow {
namespace {

using choice::issue;
using Writes = std::map<QString, QString>;

QString preselectionKey(const QString& record, const QString& field)
{
    return items::prefix(choice::Preselection, record) + field;
}

Outcome store(Study& study, const Writes& writes)
{
    return items::store(study, QStringLiteral("choice"), writes);
}

/// These are the consultant's to write.
Outcome refusal(const Study& study, bool needsLock)
{
    Outcome outcome = choice::refusal(study, needsLock);
    if (isReviewerDossier(study))
        outcome.issues.insert(outcome.issues.begin(), issue(QStringLiteral("choice.reviewer")));
    return outcome;
}

QString now(const Study& study)
{
    return QString::number(study.clock().nowUtc().toMSecsSinceEpoch());
}

QStringList proposedIds(const Study& study)
{
    QStringList ids;
    for (const auto& [record, fields] : items::read(study.dossier().settings(), choice::Preselection))
        if (fields.value(QStringLiteral("proposed")) == choice::Yes) ids << record;
    return ids;
}

void checkCount(qsizetype count, base::Issues& issues)
{
    if (count < 6 || count > 9)
        issues.push_back(issue(QStringLiteral("choice.six_to_nine"), {QString::number(count)}));
}

} // namespace

std::vector<PreselectionLine> preselectionOf(const Study& study, const disclosure::StudyData& data)
{
    const auto settings = study.dossier().settings();
    std::vector<PreselectionLine> lines;
    for (const disclosure::ActorData& actor : data.actors) {
        const auto field = [&](const char* name) {
            return settings.value(preselectionKey(actor.id, QString::fromLatin1(name)));
        };
        PreselectionLine line;
        line.record = actor.id;
        line.name = nameOf(actor);
        line.criteria = actor.preselection;
        line.holds = assessment::allMet(actor.preselection);
        line.proposed = field("proposed") == choice::Yes;
        line.reason = field("reason");
        line.author = field("author");
        line.decided = field("date").toLongLong();
        lines.push_back(std::move(line));
    }
    const QCollator collator(QLocale(QLocale::French));
    std::sort(lines.begin(), lines.end(), [&](const PreselectionLine& a, const PreselectionLine& b) {
        const int order = collator.compare(a.name, b.name);
        return order ? order < 0 : a.record < b.record;
    });
    return lines;
}

Outcome savePreselection(Study& study, const disclosure::StudyData& data,
                         const std::vector<PreselectionChoice>& choices, const QString& author)
{
    Outcome outcome = refusal(study, false);
    if (author.trimmed().isEmpty()) outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    std::map<QString, PreselectionChoice> byRecord;
    for (const PreselectionChoice& choice : choices)
        byRecord[choice.record] = choice;
    checkCount(
        std::count_if(byRecord.begin(), byRecord.end(), [](const auto& c) { return c.second.proposed; }),
        outcome.issues);
    Writes fields;
    for (const PreselectionLine& line : preselectionOf(study, data)) {
        const auto found = byRecord.find(line.record);
        const PreselectionChoice choice = found == byRecord.end() ? PreselectionChoice() : found->second;
        const QString reason = choice.reason.trimmed();
        if (found != byRecord.end()) byRecord.erase(found);
        if (choice.proposed != line.holds && reason.isEmpty())
            outcome.issues.push_back(issue(line.holds ? QStringLiteral("choice.left_without_reason")
                                                      : QStringLiteral("choice.entry_without_reason"),
                                           {line.name}));
        const bool same = line.proposed == choice.proposed && line.reason == reason;
        if (same && (line.decided || (!choice.proposed && reason.isEmpty()))) continue;
        fields[preselectionKey(line.record, QStringLiteral("proposed"))] =
            choice.proposed ? choice::Yes : choice::No;
        fields[preselectionKey(line.record, QStringLiteral("reason"))] = reason;
        fields[preselectionKey(line.record, QStringLiteral("author"))] = author.trimmed();
        fields[preselectionKey(line.record, QStringLiteral("date"))] = now(study);
    }
    for (const auto& [record, choice] : byRecord)
        outcome.issues.push_back(issue(QStringLiteral("choice.unknown_record"), {record}));
    return outcome.ok() ? store(study, fields) : outcome;
}

std::vector<PreselectionApproval> preselectionApprovals(const Study& study)
{
    const auto versions = items::versions(study.dossier().settings(), choice::Approval);
    const QString proposed = items::textOf(proposedIds(study));
    std::vector<PreselectionApproval> out;
    const auto add = [&](const items::Version& version) {
        const auto field = [&](const char* name) { return version.fields.value(QString::fromLatin1(name)); };
        out.push_back({field("name"), field("role"), field("reason"), field("agrees") != choice::No,
                       QDate::fromString(field("date"), Qt::ISODate), field("records") == proposed,
                       field("from_reviewer") == choice::Yes});
    };
    for (const items::Version& version : versions)
        if (version.replaced) add(version);
    const auto heads = items::heads(versions);
    for (auto head = heads.rbegin(); head != heads.rend(); ++head)
        add(**head);
    return out;
}

std::optional<PreselectionApproval> preselectionApproval(const Study& study)
{
    const auto all = preselectionApprovals(study);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

Outcome approvePreselection(Study& study, const QString& name, const QString& role, const QString& reason,
                            bool agrees)
{
    Outcome outcome;
    if (name.trimmed().isEmpty()) outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    const QStringList ids = proposedIds(study);
    checkCount(ids.size(), outcome.issues);
    if (!agrees && reason.trimmed().isEmpty())
        outcome.issues.push_back(issue(QStringLiteral("choice.reason_missing")));
    if (!outcome.ok()) return outcome;
    const auto versions = items::versions(std::as_const(study).dossier().settings(), choice::Approval);
    return items::addVersion(study, choice::Approval,
                             {{QStringLiteral("name"), name.trimmed()},
                              {QStringLiteral("role"), role.trimmed()},
                              {QStringLiteral("reason"), reason.trimmed()},
                              {QStringLiteral("agrees"), agrees ? choice::Yes : choice::No},
                              {QStringLiteral("date"), study.localNow().date().toString(Qt::ISODate)},
                              {QStringLiteral("records"), items::textOf(ids)}},
                             items::heads(versions));
}

std::map<QString, EligibilityReason> eligibilityReasons(const Study& study)
{
    std::map<QString, EligibilityReason> out;
    if (!study.info().modelLocked) return out;
    for (const auto& [record, fields] : items::read(study.dossier().settings(), choice::Eligibility))
        if (const QString reason = fields.value(QStringLiteral("reason")); !reason.isEmpty())
            out[record] = {reason, fields.value(QStringLiteral("author")),
                           fields.value(QStringLiteral("date")).toLongLong()};
    return out;
}

Outcome saveEligibilityReason(Study& study, const QString& record, const QString& reason,
                              const QString& author)
{
    Outcome outcome = refusal(study, true);
    if (author.trimmed().isEmpty()) outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    if (!std::as_const(study).dossier().record(record))
        outcome.issues.push_back(issue(QStringLiteral("choice.unknown_record"), {record}));
    if (!outcome.ok()) return outcome;
    const QString prefix = items::prefix(choice::Eligibility, record);
    return store(study, {{prefix + QStringLiteral("reason"), reason.trimmed()},
                         {prefix + QStringLiteral("author"), author.trimmed()},
                         {prefix + QStringLiteral("date"), now(study)}});
}

} // namespace workflow
