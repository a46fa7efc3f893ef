#pragma once
#include "workflow/robustness.h"

namespace workflow {

/// Ranks told together: 1, 2, 3, 4 to 10, and after.
inline constexpr size_t RankBands = 5;

/// One organisation over the draws, as it is shown.
struct RobustRank
{
    QString id, name;
    int rank = 0; ///< by the scores that count
    std::optional<int> rankWithoutCaps;
    std::array<double, RankBands> bands{};                   ///< shares, in the order of the ranks
    double first3 = 0, halfWidth95 = 0;                      ///< of that share
    double expected = 0;                                     ///< mean rank
    int best = 0, worst = 0;                                 ///< ranks seen in a draw
    std::optional<std::map<QString, double>> centralWeights; ///< none when never first
};

/// In order of rank, then of expected rank.
std::vector<RobustRank> robustRanks(const assessment::Robustness& found, const disclosure::StudyData& data);

/// Where the first of the ranking stand without one dimension.
struct RankWithout
{
    QString id, name;
    int rank = 0;
    std::vector<std::optional<int>> without; ///< in the order of the model's dimensions
};
std::vector<RankWithout> ranksWithout(const assessment::Robustness& found, const disclosure::StudyData& data,
                                      size_t most);

/// Share of the draws where the first of the ranking are ahead of each other.
struct PairwiseShares
{
    QStringList ids, names;
    std::vector<std::vector<std::optional<double>>> ahead; ///< row ahead of column; nothing of itself
};
PairwiseShares pairwiseShares(const assessment::Robustness& found, const disclosure::StudyData& data,
                              size_t most);

/// P-25 on the best trio of the slice, and how sure it is.
struct RobustnessSentence
{
    QString words;
    bool firm = true; ///< else it is a warning
};
/// Nothing when no trio meets the constraints: the draws know none but those that do.
std::optional<RobustnessSentence> robustnessSentence(const assessment::Robustness& found,
                                                     const disclosure::StudyData& data);
/// "A · Capacité institutionnelle"
QString weightName(const disclosure::StudyData& data, const QString& weight);

/// SHA-256, hex, of the model's digest and of what the draws read on those that are ranked: scores and bounds
/// of the dimensions and services, least eligible score. Same inputs, seed and number of draws, same ranks.
QString inputsDigest(const disclosure::StudyData& data);

/// The fewest ranked organisations among which ranks can be put to the test.
inline constexpr int FewestRanked = 2;
int rankedCount(const disclosure::StudyData& data);

} // namespace workflow
