#include "workflow/demo/draw.h"

#include <cmath>

namespace workflow::demo {

int Draw::between(int low, int high)
{
    return low + static_cast<int>(m_random.below(static_cast<std::uint32_t>(high - low + 1)));
}

double Draw::normal(double mean, double deviation)
{
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += m_random.unit();
    return mean + deviation * (sum - 6);
}

double Draw::quality(double mean, double deviation)
{
    return std::clamp(normal(mean, deviation), 0.0, 1.0);
}

const QString& Draw::pick(const QStringList& values)
{
    return values[static_cast<qsizetype>(m_random.below(static_cast<std::uint32_t>(values.size())))];
}

size_t Draw::weighted(const std::vector<double>& weights)
{
    double total = 0;
    for (const double weight : weights)
        total += weight;
    double at = m_random.unit() * total;
    for (size_t i = 0; i + 1 < weights.size(); ++i) {
        at -= weights[i];
        if (at < 0) return i;
    }
    return weights.size() - 1;
}

QString Draw::onScale(const QStringList& bestFirst, double quality)
{
    const double last = static_cast<double>(bestFirst.size() - 1);
    const double place = (1 - quality) * last + normal(0, 0.12 * last);
    return bestFirst[static_cast<qsizetype>(std::lround(std::clamp(place, 0.0, last)))];
}

int Draw::count(int low, int high, double quality)
{
    const double span = high - low;
    const double place = low + quality * span + normal(0, 0.12 * span);
    return static_cast<int>(std::lround(std::clamp(place, double(low), double(high))));
}

QStringList Draw::several(const QStringList& likelyFirst, int count)
{
    std::vector<double> weights;
    for (qsizetype i = 0; i < likelyFirst.size(); ++i)
        weights.push_back(1.0 / (1.0 + 0.45 * static_cast<double>(i)));
    std::vector<bool> taken(weights.size());
    for (int n = 0; n < std::min(count, static_cast<int>(likelyFirst.size())); ++n) {
        const size_t index = weighted(weights);
        taken[index] = true;
        weights[index] = 0;
    }
    QStringList chosen;
    for (qsizetype i = 0; i < likelyFirst.size(); ++i)
        if (taken[static_cast<size_t>(i)]) chosen << likelyFirst[i];
    return chosen;
}

QDate Draw::day(const QDate& from, const QDate& to)
{
    return from.addDays(between(0, static_cast<int>(std::max<qint64>(0, from.daysTo(to)))));
}

QString Draw::uuid(qint64 milliseconds)
{
    const quint64 time = static_cast<quint64>(milliseconds) & 0xFFFF'FFFF'FFFFULL;
    const quint64 high = (time << 16U) | 0x7000ULL | (m_random.next() & 0x0FFFULL);
    const quint64 low = 0x8000'0000'0000'0000ULL | (m_random.next() >> 2U);
    const QString hex = QStringLiteral("%1%2").arg(high, 16, 16, QChar(u'0')).arg(low, 16, 16, QChar(u'0'));
    return QStringList{hex.sliced(0, 8), hex.sliced(8, 4), hex.sliced(12, 4), hex.sliced(16, 4),
                       hex.sliced(20)}
        .join(u'-');
}

} // namespace workflow::demo
