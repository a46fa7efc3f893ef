#pragma once
#include "base/random.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace workflow::demo {

/// Draws of the shapes fictional answers need. Integer arithmetic and sums only: the same seed gives the same
/// study on every machine.
class Draw
{
public:
    explicit Draw(base::Random random) : m_random(random) {}

    double unit() { return m_random.unit(); }
    bool chance(double p) { return m_random.chance(p); }
    /// Both ends included.
    int between(int low, int high);
    /// Approximately normal (sum of twelve uniforms).
    double normal(double mean, double deviation);
    /// Normal, kept in 0–1.
    double quality(double mean, double deviation);
    const QString& pick(const QStringList& values);
    /// Index drawn in proportion to the weights.
    size_t weighted(const std::vector<double>& weights);
    /// A code of a scale written best first: the better the quality, the nearer to the first.
    QString onScale(const QStringList& bestFirst, double quality);
    /// Number between two bounds that grows with the quality.
    int count(int low, int high, double quality);
    /// That many distinct codes, the first ones likelier, in the order given.
    QStringList several(const QStringList& likelyFirst, int count);
    QDate day(const QDate& from, const QDate& to);
    /// Identity of version 7 whose time part is the given millisecond.
    QString uuid(qint64 milliseconds);

private:
    base::Random m_random;
};

} // namespace workflow::demo
