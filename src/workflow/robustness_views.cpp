#include "workflow/robustness_views.h"

#include "deliverables/robustness_sentence.h"
#include "workflow/analysis.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <functional>

namespace workflow {
namespace {

using assessment::ActorRobustness;
using assessment::Robustness;
using disclosure::StudyData;

QHash<QString, QString> namesOf(const StudyData& data)
{
    QHash<QString, QString> names;
    for (const disclosure::ActorData& actor : data.actors)
        names.insert(actor.id, nameOf(actor));
    return names;
}

size_t bandOf(size_t rank)
{
    return rank <= 3 ? rank - 1 : rank <= 10 ? 3 : 4;
}

RobustRank describe(const ActorRobustness& actor, const QString& name, int samples)
{
    RobustRank out;
    out.id = actor.id;
    out.name = name;
    out.rank = actor.rank.value_or(0);
    out.rankWithoutCaps = actor.rankWithoutCaps;
    out.first3 = actor.first3;
    out.halfWidth95 = 1.96 * std::sqrt(std::max(0.0, actor.first3 * (1 - actor.first3)) / samples);
    out.centralWeights = actor.centralWeights;
    for (size_t r = 1; r <= actor.acceptability.size(); ++r) {
        const double share = actor.acceptability[r - 1];
        out.bands[bandOf(r)] += share;
        out.expected += share * static_cast<double>(r);
        if (share <= 0) continue;
        if (out.best == 0) out.best = static_cast<int>(r);
        out.worst = static_cast<int>(r);
    }
    return out;
}

void feed(QCryptographicHash& hash, double value)
{
    const quint64 bits = qToLittleEndian(std::bit_cast<quint64>(value));
    hash.addData(QByteArrayView(reinterpret_cast<const char*>(&bits), sizeof bits));
}

} // namespace

std::vector<RobustRank> robustRanks(const Robustness& found, const StudyData& data)
{
    const auto names = namesOf(data);
    std::vector<RobustRank> out;
    for (const ActorRobustness& actor : found.actors)
        out.push_back(describe(actor, names.value(actor.id), found.setup.samples));
    std::stable_sort(out.begin(), out.end(), [](const RobustRank& a, const RobustRank& b) {
        return std::tie(a.rank, a.expected) < std::tie(b.rank, b.expected);
    });
    return out;
}

std::vector<RankWithout> ranksWithout(const Robustness& found, const StudyData& data, size_t most)
{
    std::vector<RankWithout> out;
    for (const RobustRank& each : robustRanks(found, data)) {
        if (out.size() == most) break;
        out.push_back({each.id, each.name, each.rank, {}});
    }
    for (const assessment::WithoutDimension& without : found.withoutDimension) {
        // Ranks by central score, as those they are compared with: not the places of a "coude à coude".
        QHash<QString, double> scores;
        std::vector<double> best;
        for (const assessment::RankLine& line : without.ranking) {
            if (!line.score.central) continue;
            scores.insert(line.id, *line.score.central);
            best.push_back(*line.score.central);
        }
        std::sort(best.begin(), best.end(), std::greater<>());
        const auto rankOf = [&best](double score) {
            const auto at = std::lower_bound(best.begin(), best.end(), score, std::greater<>());
            return 1 + static_cast<int>(at - best.begin());
        };
        for (RankWithout& each : out)
            each.without.push_back(scores.contains(each.id) ? std::optional(rankOf(scores.value(each.id)))
                                                            : std::nullopt);
    }
    return out;
}

PairwiseShares pairwiseShares(const Robustness& found, const StudyData& data, size_t most)
{
    PairwiseShares out;
    QHash<QString, size_t> places;
    for (size_t i = 0; i < found.actors.size(); ++i)
        places.insert(found.actors[i].id, i);
    std::vector<size_t> first;
    for (const RobustRank& each : robustRanks(found, data)) {
        if (first.size() == most) break;
        first.push_back(places.value(each.id));
        out.ids << each.id;
        out.names << each.name;
    }
    for (const size_t row : first) {
        out.ahead.emplace_back();
        for (const size_t column : first) {
            const auto& shares = found.actors[row].pairwise;
            out.ahead.back().push_back(
                row == column || column >= shares.size() ? std::nullopt : std::optional(shares[column]));
        }
    }
    return out;
}

std::optional<RobustnessSentence> robustnessSentence(const Robustness& found, const StudyData& data)
{
    if (data.trios.trios.empty() || !data.trios.anyMeetsConstraints) return std::nullopt;
    std::array<QString, 3> first = data.trios.trios.front().actors;
    std::sort(first.begin(), first.end());
    double share = 0;
    for (const assessment::TrioRobustness& trio : found.trios) {
        std::array<QString, 3> same = trio.actors;
        std::sort(same.begin(), same.end());
        if (same == first) share = trio.optimal;
    }
    return RobustnessSentence{
        deliverables::robustnessSentence(QStringLiteral("Le trio proposé"), share, found, *data.model),
        share >= deliverables::FirmShare};
}

QString weightName(const StudyData& data, const QString& weight)
{
    return deliverables::weightName(*data.model, weight);
}

QString inputsDigest(const StudyData& data)
{
    std::vector<const disclosure::ActorData*> ranked;
    for (const disclosure::ActorData& actor : data.actors)
        if (actor.assessment.rankable && !actor.assessment.institution) ranked.push_back(&actor);
    std::sort(ranked.begin(), ranked.end(), [](const auto* a, const auto* b) { return a->id < b->id; });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(data.info.modelDigest.toUtf8());
    for (const disclosure::ActorData* actor : ranked) {
        hash.addData(actor->id.toUtf8());
        for (const auto* scores : {&actor->assessment.dimensions, &actor->assessment.services})
            for (const auto& [code, score] : *scores) {
                hash.addData(code.toUtf8());
                feed(hash, score.central.value_or(-1));
                feed(hash, score.low);
                feed(hash, score.high);
            }
        feed(hash, actor->eligibleFrom.value_or(-1));
    }
    return QString::fromLatin1(hash.result().toHex());
}

int rankedCount(const StudyData& data)
{
    return static_cast<int>(std::count_if(data.ranking.begin(), data.ranking.end(),
                                          [](const auto& line) { return line.rank.has_value(); }));
}

} // namespace workflow
