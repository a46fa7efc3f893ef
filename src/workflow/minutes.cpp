#include "workflow/minutes.h"

#include "deliverables/minutes.h"
#include "workflow/choice.h"
#include "workflow/study.h"

namespace workflow {
namespace {

const QString Field = QStringLiteral("proces_verbal");

QStringList listOf(const Three& three)
{
    return {three.begin(), three.end()};
}

/// The IOM's reason for K4, when these three need it.
QString waiverOf(const Study& study, const disclosure::StudyData& data, const Three& three)
{
    const auto trio = describeTrio(study, data, three, assessment::Weights::of(study.model()));
    QString waiver;
    if (trio)
        for (const assessment::Constraint& constraint : trio->constraints)
            if (!constraint.waiver.isEmpty()) waiver = constraint.waiver;
    return waiver;
}

deliverables::Minutes minutesOf(const Study& study, const disclosure::StudyData& data,
                                const disclosure::View& view)
{
    deliverables::Minutes minutes;
    minutes.date = study.localNow().date();
    const std::vector<Vote> all = votes(study);
    for (const Vote& vote : all)
        minutes.opinions.push_back({vote.member, vote.trio, vote.favours, vote.score,
                                    view.textAbout(listOf(vote.trio), Field, vote.argument)});
    minutes.dissenters = disagreement(all).dissenters;
    const auto decision = trioDecision(study);
    if (!decision) return minutes;
    const auto free = [&](const QString& text) {
        return view.textAbout(listOf(decision->trio), Field, text);
    };
    if (decision->date.isValid()) minutes.date = decision->date;
    minutes.chosen = decision->trio;
    minutes.taken = decision->state == u"prise";
    minutes.author = decision->author;
    minutes.reason = free(decision->reason);
    minutes.dissent = free(decision->dissent);
    minutes.conditions = free(decision->conditions);
    minutes.sameTownReason = free(waiverOf(study, data, decision->trio));
    return minutes;
}

} // namespace

WordExport exportMinutes(const Study& study, std::shared_ptr<const disclosure::StudyData> data,
                         const QString& path, const base::Progress& progress)
{
    const disclosure::View view(data, disclosure::Audience::Restricted);
    const report::Document document = deliverables::minutesDocument(view, minutesOf(study, *data, view));
    return writeWord(document, view, path, progress);
}

} // namespace workflow
