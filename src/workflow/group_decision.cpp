#include "workflow/choice_fields.h"
#include "workflow/study.h"

#include <numeric>

namespace workflow {
namespace {

using choice::issue;

/// The latest of what nobody replaced.
const items::Version* latest(const std::vector<items::Version>& versions)
{
    const auto heads = items::heads(versions);
    return heads.empty() ? nullptr : heads.front();
}

workflow::Vote voteOf(const items::Version& version, const Three& trio, qint64 created)
{
    const auto field = [&](const char* name) { return version.fields.value(QString::fromLatin1(name)); };
    workflow::Vote vote;
    vote.id = version.id;
    vote.trio = trio;
    vote.member = field("member");
    vote.favours = field("favours") == choice::Yes;
    vote.argument = field("argument");
    vote.created = created;
    vote.fromReviewer = field("from_reviewer") == choice::Yes;
    bool given = false;
    const int score = field("score").toInt(&given);
    if (given) vote.score = score;
    return vote;
}

std::optional<TrioDecision> decisionOf(const items::Version& version)
{
    const auto field = [&](const char* name) { return version.fields.value(QString::fromLatin1(name)); };
    const auto trio = choice::threeOf(field("records"));
    if (!trio) return std::nullopt;
    return TrioDecision{*trio,
                        field("state"),
                        field("reason"),
                        field("dissent"),
                        field("conditions"),
                        field("author"),
                        QDate::fromString(field("date"), Qt::ISODate),
                        field("from_reviewer") == choice::Yes,
                        false};
}

void checkVote(const workflow::Vote& vote, base::Issues& issues)
{
    if (vote.member.isEmpty()) issues.push_back(issue(QStringLiteral("choice.author_missing")));
    if (!choice::threeOf(choice::textOf(vote.trio)))
        issues.push_back(issue(QStringLiteral("choice.three_needed")));
    if (vote.score && (*vote.score < 0 || *vote.score > 10))
        issues.push_back(issue(QStringLiteral("choice.score_range"), {QString::number(*vote.score)}));
}

void checkDecision(const Study& study, const TrioDecision& decision, base::Issues& issues)
{
    const QString trio = choice::textOf(decision.trio);
    const bool taken = decision.state == u"prise";
    if (!choice::threeOf(trio)) issues.push_back(issue(QStringLiteral("choice.three_needed")));
    if (!taken && decision.state != u"proposee")
        issues.push_back(issue(QStringLiteral("review.unknown_word"),
                               {QStringLiteral("state"), decision.state, QStringLiteral("proposee, prise")}));
    if (decision.author.trimmed().isEmpty()) issues.push_back(issue(QStringLiteral("choice.author_missing")));
    if (taken && decision.reason.trimmed().isEmpty())
        issues.push_back(issue(QStringLiteral("choice.reason_missing")));
    QStringList against;
    for (const workflow::Vote& vote : votes(study))
        if (!vote.favours && choice::textOf(vote.trio) == trio) against << vote.member;
    if (taken && !against.isEmpty() && decision.dissent.trimmed().isEmpty())
        issues.push_back(
            issue(QStringLiteral("choice.dissent_missing"), {against.join(QStringLiteral(", "))}));
}

TrioOpinion opinionOf(const Three& trio, const std::vector<const workflow::Vote*>& cast)
{
    TrioOpinion opinion;
    opinion.trio = trio;
    std::vector<int> scores;
    for (const workflow::Vote* vote : cast) {
        ++opinion.voices;
        opinion.inFavour += vote->favours;
        if (vote->score) scores.push_back(*vote->score);
    }
    if (scores.empty()) return opinion;
    opinion.mean = std::accumulate(scores.begin(), scores.end(), 0.0) / double(scores.size());
    opinion.low = *std::min_element(scores.begin(), scores.end());
    opinion.high = *std::max_element(scores.begin(), scores.end());
    return opinion;
}

} // namespace

std::vector<Vote> votes(const Study& study)
{
    std::vector<Vote> out;
    if (!study.info().modelLocked) return out;
    for (const auto& [subject, versions] : choice::votesBySubject(study.dossier().settings()))
        if (const items::Version* version = latest(versions))
            out.push_back(voteOf(*version, *choice::threeOf(version->fields.value(QStringLiteral("trio"))),
                                 versions.front().created));
    std::sort(out.begin(), out.end(), [](const Vote& a, const Vote& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return out;
}

Outcome saveVote(Study& study, Vote vote)
{
    Outcome outcome = choice::refusal(study, true);
    vote.member = vote.member.trimmed();
    checkVote(vote, outcome.issues);
    if (!outcome.ok()) return outcome;
    const QString trio = choice::textOf(vote.trio);
    const auto subjects = choice::votesBySubject(std::as_const(study).dossier().settings());
    const auto known = subjects.find(trio + u'\n' + vote.member);
    return items::addVersion(
        study, choice::Vote,
        {{QStringLiteral("trio"), trio},
         {QStringLiteral("member"), vote.member},
         {QStringLiteral("favours"), vote.favours ? choice::Yes : choice::No},
         {QStringLiteral("score"), vote.score ? QString::number(*vote.score) : QString()},
         {QStringLiteral("argument"), vote.argument.trimmed()}},
        known == subjects.end() ? std::vector<const items::Version*>() : items::heads(known->second));
}

Disagreement disagreement(const std::vector<Vote>& votes)
{
    std::map<QString, std::vector<const Vote*>> byTrio;
    for (const Vote& vote : votes)
        byTrio[choice::textOf(vote.trio)].push_back(&vote);
    Disagreement out;
    for (const auto& [text, cast] : byTrio)
        out.opinions.push_back(opinionOf(*choice::threeOf(text), cast));
    std::stable_sort(out.opinions.begin(), out.opinions.end(), [](const auto& a, const auto& b) {
        return std::pair(a.inFavour, a.mean.value_or(-1)) > std::pair(b.inFavour, b.mean.value_or(-1));
    });
    if (out.opinions.empty()) return out;
    const QString first = choice::textOf(out.opinions.front().trio);
    QStringList agree;
    for (const Vote& vote : votes)
        if (vote.favours && choice::textOf(vote.trio) == first) agree << vote.member;
    for (const Vote& vote : votes)
        if (!agree.contains(vote.member) && !out.dissenters.contains(vote.member))
            out.dissenters << vote.member;
    out.dissenters.sort();
    return out;
}

std::vector<TrioDecision> trioDecisions(const Study& study)
{
    std::vector<TrioDecision> out;
    if (!study.info().modelLocked) return out;
    const auto versions = items::versions(study.dossier().settings(), choice::Trio);
    const items::Version* current = latest(versions);
    for (const items::Version& version : versions)
        if (auto decision = decisionOf(version)) {
            decision->current = &version == current;
            out.push_back(std::move(*decision));
        }
    return out;
}

std::optional<TrioDecision> trioDecision(const Study& study)
{
    for (TrioDecision& decision : trioDecisions(study))
        if (decision.current) return std::move(decision);
    return std::nullopt;
}

Outcome saveTrioDecision(Study& study, TrioDecision decision)
{
    Outcome outcome = choice::refusal(study, true);
    checkDecision(study, decision, outcome.issues);
    if (!outcome.ok()) return outcome;
    const QDate date = decision.date.isValid() ? decision.date : study.localNow().date();
    const auto versions = items::versions(std::as_const(study).dossier().settings(), choice::Trio);
    return items::addVersion(study, choice::Trio,
                             {{QStringLiteral("records"), choice::textOf(decision.trio)},
                              {QStringLiteral("state"), decision.state},
                              {QStringLiteral("reason"), decision.reason.trimmed()},
                              {QStringLiteral("dissent"), decision.dissent.trimmed()},
                              {QStringLiteral("conditions"), decision.conditions.trimmed()},
                              {QStringLiteral("author"), decision.author.trimmed()},
                              {QStringLiteral("date"), date.toString(Qt::ISODate)}},
                             items::heads(versions));
}

base::Issues choiceConflicts(const Study& study)
{
    base::Issues issues;
    const auto settings = study.dossier().settings();
    const auto tell = [&](const std::vector<items::Version>& versions, const QString& code,
                          const QString& whose) {
        const auto heads = items::heads(versions);
        if (!items::differ(heads)) return;
        QStringList names;
        for (const items::Version* head : heads)
            names << head->fields.value(whose);
        names.removeDuplicates();
        issues.push_back({base::Severity::Warning, code, {}, {names.join(QStringLiteral(", "))}});
    };
    tell(items::versions(settings, choice::Approval), QStringLiteral("choice.approval_conflict"),
         QStringLiteral("name"));
    for (const auto& [subject, versions] : choice::votesBySubject(settings))
        tell(versions, QStringLiteral("choice.vote_conflict"), QStringLiteral("member"));
    tell(items::versions(settings, choice::Trio), QStringLiteral("choice.decision_conflict"),
         QStringLiteral("author"));
    return issues;
}

} // namespace workflow
