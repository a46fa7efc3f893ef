#include "workflow/choice.h"

#include "dossier/transaction.h"
#include "workflow/analysis.h"
#include "workflow/sharing.h"
#include "workflow/study.h"

#include <QCollator>
#include <QCryptographicHash>

#include <numeric>

namespace workflow {
namespace {

using Fields = std::map<QString, QString>;

const QString Yes = QStringLiteral("oui"), No = QStringLiteral("non");

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

QHash<QString, QString> settingsOf(const Study& study)
{
    return study.dossier().settings();
}

QString preselectionKey(const QString& record, const QString& field)
{
    return QStringLiteral("preselection.%1.%2").arg(record, field);
}

/// Writes the settings that differ.
Outcome store(Study& study, const Fields& fields)
{
    Outcome outcome;
    const auto settings = settingsOf(study);
    Fields writes;
    for (const auto& [name, value] : fields)
        if (settings.value(name) != value) writes.emplace(name, value);
    if (writes.empty()) return outcome;
    outcome.changes = study.dossier().transact(QStringLiteral("choice"), [&](dossier::Transaction& t) {
        for (const auto& [name, value] : writes)
            dossier::setSetting(t, name, value);
    });
    return outcome;
}

Outcome refusal(const Study& study, bool needsLock)
{
    Outcome outcome;
    if (isReviewerDossier(study)) outcome.issues.push_back(issue(QStringLiteral("choice.reviewer")));
    if (needsLock && !study.info().modelLocked)
        outcome.issues.push_back(issue(QStringLiteral("choice.unlocked")));
    return outcome;
}

QString now(const Study& study)
{
    return QString::number(study.clock().nowUtc().toMSecsSinceEpoch());
}

QString toText(Three trio)
{
    std::sort(trio.begin(), trio.end());
    return QStringList(trio.begin(), trio.end()).join(u' ');
}

std::optional<Three> threeOf(const QString& text)
{
    const QStringList ids = text.split(u' ', Qt::SkipEmptyParts);
    if (ids.size() != 3 || QSet<QString>(ids.begin(), ids.end()).size() != 3) return std::nullopt;
    return Three{ids[0], ids[1], ids[2]};
}

/// Ids proposed, in order.
QStringList proposedIds(const Study& study)
{
    static const QRegularExpression name(QStringLiteral("^preselection\\.(.+)\\.proposed$"));
    QStringList ids;
    const auto settings = settingsOf(study);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        if (const auto match = name.match(setting.key()); match.hasMatch() && *setting == Yes)
            ids << match.captured(1);
    ids.sort();
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
    const auto settings = settingsOf(study);
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
        line.proposed = field("proposed") == Yes;
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
    Fields fields;
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
        fields[preselectionKey(line.record, QStringLiteral("proposed"))] = choice.proposed ? Yes : No;
        fields[preselectionKey(line.record, QStringLiteral("reason"))] = reason;
        fields[preselectionKey(line.record, QStringLiteral("author"))] = author.trimmed();
        fields[preselectionKey(line.record, QStringLiteral("date"))] = now(study);
    }
    for (const auto& [record, choice] : byRecord)
        outcome.issues.push_back(issue(QStringLiteral("choice.unknown_record"), {record}));
    return outcome.ok() ? store(study, fields) : outcome;
}

std::optional<PreselectionApproval> preselectionApproval(const Study& study)
{
    const auto settings = settingsOf(study);
    PreselectionApproval approval;
    approval.name = settings.value(QStringLiteral("approval.name"));
    if (approval.name.isEmpty()) return std::nullopt;
    approval.role = settings.value(QStringLiteral("approval.role"));
    approval.date = QDate::fromString(settings.value(QStringLiteral("approval.date")), Qt::ISODate);
    approval.current = settings.value(QStringLiteral("approval.records")) == proposedIds(study).join(u' ');
    return approval;
}

Outcome approvePreselection(Study& study, const QString& name, const QString& role)
{
    Outcome outcome = refusal(study, false);
    if (name.trimmed().isEmpty()) outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    const QStringList ids = proposedIds(study);
    checkCount(ids.size(), outcome.issues);
    if (!outcome.ok()) return outcome;
    return store(study, {{QStringLiteral("approval.name"), name.trimmed()},
                         {QStringLiteral("approval.role"), role.trimmed()},
                         {QStringLiteral("approval.date"), study.localNow().date().toString(Qt::ISODate)},
                         {QStringLiteral("approval.records"), ids.join(u' ')}});
}

std::map<QString, EligibilityReason> eligibilityReasons(const Study& study)
{
    std::map<QString, EligibilityReason> out;
    if (!study.info().modelLocked) return out;
    static const QRegularExpression name(QStringLiteral("^eligibility\\.(.+)\\.reason$"));
    const auto settings = settingsOf(study);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        const auto match = name.match(setting.key());
        if (!match.hasMatch() || setting->isEmpty()) continue;
        const QString prefix = QStringLiteral("eligibility.%1.").arg(match.captured(1));
        out[match.captured(1)] = {*setting, settings.value(prefix + QStringLiteral("author")),
                                  settings.value(prefix + QStringLiteral("date")).toLongLong()};
    }
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
    const QString prefix = QStringLiteral("eligibility.%1.").arg(record);
    return store(study, {{prefix + QStringLiteral("reason"), reason.trimmed()},
                         {prefix + QStringLiteral("author"), author.trimmed()},
                         {prefix + QStringLiteral("date"), now(study)}});
}

std::vector<Vote> votes(const Study& study)
{
    std::vector<Vote> out;
    if (!study.info().modelLocked) return out;
    static const QRegularExpression name(QStringLiteral("^vote\\.(.+)\\.trio$"));
    const auto settings = settingsOf(study);
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        const auto match = name.match(setting.key());
        const auto trio = match.hasMatch() ? threeOf(*setting) : std::nullopt;
        if (!trio) continue;
        const QString prefix = QStringLiteral("vote.%1.").arg(match.captured(1));
        Vote vote;
        vote.id = match.captured(1);
        vote.trio = *trio;
        vote.member = settings.value(prefix + QStringLiteral("member"));
        vote.favours = settings.value(prefix + QStringLiteral("favours")) == Yes;
        vote.argument = settings.value(prefix + QStringLiteral("argument"));
        vote.created = settings.value(prefix + QStringLiteral("created")).toLongLong();
        bool given = false;
        const int score = settings.value(prefix + QStringLiteral("score")).toInt(&given);
        if (given) vote.score = score;
        out.push_back(std::move(vote));
    }
    std::sort(out.begin(), out.end(), [](const Vote& a, const Vote& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return out;
}

Outcome saveVote(Study& study, Vote vote)
{
    Outcome outcome = refusal(study, true);
    vote.member = vote.member.trimmed();
    const QString trio = toText(vote.trio);
    if (vote.member.isEmpty()) outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    if (!threeOf(trio)) outcome.issues.push_back(issue(QStringLiteral("choice.three_needed")));
    if (vote.score && (*vote.score < 0 || *vote.score > 10))
        outcome.issues.push_back(issue(QStringLiteral("choice.score_range"), {QString::number(*vote.score)}));
    if (!outcome.ok()) return outcome;
    // The same member's vote has the same name on every laptop: two of them merge into one.
    const QByteArray subject = (trio + u'\n' + vote.member).toUtf8();
    vote.id =
        QString::fromLatin1(QCryptographicHash::hash(subject, QCryptographicHash::Sha256).toHex().left(32));
    const QString prefix = QStringLiteral("vote.%1.").arg(vote.id);
    const QString known = settingsOf(study).value(prefix + QStringLiteral("created"));
    outcome = store(
        study, {{prefix + QStringLiteral("trio"), trio},
                {prefix + QStringLiteral("member"), vote.member},
                {prefix + QStringLiteral("favours"), vote.favours ? Yes : No},
                {prefix + QStringLiteral("score"), vote.score ? QString::number(*vote.score) : QString()},
                {prefix + QStringLiteral("argument"), vote.argument.trimmed()},
                {prefix + QStringLiteral("created"), known.isEmpty() ? now(study) : known}});
    outcome.id = vote.id;
    return outcome;
}

Disagreement disagreement(const std::vector<Vote>& votes)
{
    std::map<QString, std::vector<const Vote*>> byTrio;
    for (const Vote& vote : votes)
        byTrio[toText(vote.trio)].push_back(&vote);
    Disagreement out;
    for (const auto& [text, cast] : byTrio) {
        TrioOpinion opinion;
        opinion.trio = *threeOf(text);
        std::vector<int> scores;
        for (const Vote* vote : cast) {
            ++opinion.voices;
            opinion.inFavour += vote->favours;
            if (vote->score) scores.push_back(*vote->score);
        }
        if (!scores.empty()) {
            opinion.mean = std::accumulate(scores.begin(), scores.end(), 0.0) / double(scores.size());
            opinion.low = *std::min_element(scores.begin(), scores.end());
            opinion.high = *std::max_element(scores.begin(), scores.end());
        }
        out.opinions.push_back(std::move(opinion));
    }
    std::stable_sort(out.opinions.begin(), out.opinions.end(), [](const auto& a, const auto& b) {
        return std::pair(a.inFavour, a.mean.value_or(-1)) > std::pair(b.inFavour, b.mean.value_or(-1));
    });
    if (out.opinions.empty()) return out;
    const QString first = toText(out.opinions.front().trio);
    QStringList agree;
    for (const Vote& vote : votes)
        if (vote.favours && toText(vote.trio) == first) agree << vote.member;
    for (const Vote& vote : votes)
        if (!agree.contains(vote.member) && !out.dissenters.contains(vote.member))
            out.dissenters << vote.member;
    out.dissenters.sort();
    return out;
}

std::optional<TrioDecision> trioDecision(const Study& study)
{
    if (!study.info().modelLocked) return std::nullopt;
    const auto settings = settingsOf(study);
    const auto field = [&](const char* name) {
        return settings.value(QStringLiteral("trio.") + QString::fromLatin1(name));
    };
    const auto trio = threeOf(field("records"));
    if (!trio) return std::nullopt;
    return TrioDecision{*trio,
                        field("state"),
                        field("reason"),
                        field("dissent"),
                        field("conditions"),
                        field("author"),
                        QDate::fromString(field("date"), Qt::ISODate)};
}

Outcome saveTrioDecision(Study& study, TrioDecision decision)
{
    Outcome outcome = refusal(study, true);
    const QString trio = toText(decision.trio);
    const bool taken = decision.state == u"prise";
    if (!threeOf(trio)) outcome.issues.push_back(issue(QStringLiteral("choice.three_needed")));
    if (!taken && decision.state != u"proposee")
        outcome.issues.push_back(
            issue(QStringLiteral("review.unknown_word"),
                  {QStringLiteral("state"), decision.state, QStringLiteral("proposee, prise")}));
    if (decision.author.trimmed().isEmpty())
        outcome.issues.push_back(issue(QStringLiteral("choice.author_missing")));
    if (taken && decision.reason.trimmed().isEmpty())
        outcome.issues.push_back(issue(QStringLiteral("choice.reason_missing")));
    QStringList against;
    for (const Vote& vote : votes(study))
        if (!vote.favours && toText(vote.trio) == trio) against << vote.member;
    if (taken && !against.isEmpty() && decision.dissent.trimmed().isEmpty())
        outcome.issues.push_back(
            issue(QStringLiteral("choice.dissent_missing"), {against.join(QStringLiteral(", "))}));
    if (!outcome.ok()) return outcome;
    const QDate date = decision.date.isValid() ? decision.date : study.localNow().date();
    return store(study, {{QStringLiteral("trio.records"), trio},
                         {QStringLiteral("trio.state"), decision.state},
                         {QStringLiteral("trio.reason"), decision.reason.trimmed()},
                         {QStringLiteral("trio.dissent"), decision.dissent.trimmed()},
                         {QStringLiteral("trio.conditions"), decision.conditions.trimmed()},
                         {QStringLiteral("trio.author"), decision.author.trimmed()},
                         {QStringLiteral("trio.date"), date.toString(Qt::ISODate)}});
}

} // namespace workflow
