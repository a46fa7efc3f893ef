#include "scoring/ranking.h"

#include "assessment/selection.h"
#include "base/text.h"

#include <algorithm>

namespace assessment {
namespace {

struct Entry
{
    RankLine line;
    QString name; ///< folded, for ties and for lines without a rank
    bool ranked = false;
};

Entry entryOf(const RankInput& input, const QString& service)
{
    const Assessment& assessment = *input.assessment;
    Entry entry;
    entry.line.id = input.id;
    entry.name = base::fold(input.name);
    if (service.isEmpty())
        entry.line.score = input.global.value_or(assessment.global);
    else if (const auto found = assessment.profileIntervals.find(service);
             found != assessment.profileIntervals.end())
        entry.line.score = found->second;
    entry.ranked = assessment.rankable && entry.line.score.central;
    return entry;
}

bool before(const Entry& a, const Entry& b)
{
    if (a.ranked != b.ranked) return a.ranked;
    if (a.ranked && *a.line.score.central != *b.line.score.central)
        return *a.line.score.central > *b.line.score.central;
    if (a.name != b.name) return a.name < b.name;
    return a.line.id < b.line.id;
}

} // namespace

std::vector<RankLine> rank(const std::vector<RankInput>& inputs, const QString& service, double indifference)
{
    std::vector<Entry> entries;
    for (const RankInput& input : inputs)
        if (input.assessment && !input.assessment->institution) entries.push_back(entryOf(input, service));
    std::sort(entries.begin(), entries.end(), before);

    std::vector<scoring::Scored> scored;
    for (const Entry& entry : entries)
        if (entry.ranked)
            scored.push_back({*entry.line.score.central, entry.line.score.low, entry.line.score.high});
    const std::vector<scoring::Rank> ranks = scoring::rankInGroups(scored, indifference);

    std::vector<RankLine> lines;
    for (size_t i = 0; i < entries.size(); ++i) {
        lines.push_back(std::move(entries[i].line));
        if (i >= ranks.size()) continue;
        lines.back().rank = ranks[i].rank;
        lines.back().group = ranks[i].group;
    }
    return lines;
}

} // namespace assessment
