#pragma once
#include "scoring/interval.h"

#include <optional>
#include <span>
#include <vector>

namespace scoring {

enum class Knowledge : unsigned char { Known, Unknown, NotApplicable };

/// One graded criterion, on 0…scale.top.
struct Grade
{
    double weight = 1;
    Knowledge knowledge = Knowledge::Unknown;
    double value = 0;
};

/// Highest grade, and points on 0–100 of one grade.
struct Scale
{
    double top = 4;
    double points = 25;
};

/// Weighted mean of the applicable grades: unknown grades are left out of the centre, count as nothing in the
/// low bound and as the top grade in the high one. Nothing applicable: notApplicable with completeness 1.
Interval gradeMean(std::span<const Grade> grades, const Scale& scale = {});

/// One part of a whole, with its share.
struct Part
{
    double weight = 0;
    Interval score;
};

/// Weighted mean of scored parts. A part that does not apply gives its weight to its neighbours; an unknown
/// one is left out of the centre only. Completeness is averaged over all parts. No part applies: unknown.
Interval partMean(std::span<const Part> parts);

/// Ordered weighted average: weights go to the best score first, renormalised over the scores that are known;
/// the bounds use all scores, each sorted for itself. Completeness is that of the best known score (first
/// when equal).
Interval orderedMean(std::span<const Interval> scores, std::span<const double> weights);

/// Weighted mean of the known values, weights renormalised; empty when none is known.
std::optional<double> knownMean(std::span<const double> weights,
                                std::span<const std::optional<double>> values);

/// Something that does not apply as a whole counts as unknown one level up.
Interval unknownIfNotApplicable(const Interval& score);

} // namespace scoring
