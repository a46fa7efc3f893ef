#include "ui/saisie/range_scale.h"

#include <QCoreApplication>

#include <cmath>

namespace ui {
namespace {

/// A slider counts in int, and nobody aims at more marks than this.
constexpr double mostMarks = 1e6;

QString tr(const char* words)
{
    return QCoreApplication::translate("RangeScale", words);
}

QString french(QString number)
{
    return number.replace(u'.', u',').replace(u'-', QChar(0x2212));
}

int decimalsOf(const QString& number)
{
    const qsizetype point = number.indexOf(u'.');
    return point < 0 ? 0 : static_cast<int>(number.size() - point - 1);
}

} // namespace

RangeScale::RangeScale(const questionnaire::Question& question)
{
    const auto parameter = [&](const char16_t* key, const char16_t* otherwise) {
        const QString text = question.parameters.value(QString::fromUtf16(key)).trimmed();
        bool ok = false;
        text.toDouble(&ok);
        return ok ? text : QString::fromUtf16(otherwise);
    };
    const QString start = parameter(u"start", u"1"), step = parameter(u"step", u"1");
    const double end = parameter(u"end", u"10").toDouble();
    m_start = start.toDouble();
    m_step = std::abs(step.toDouble());
    if (m_step == 0) m_step = 1;
    m_decimals = qMax(decimalsOf(start), decimalsOf(step));
    // 0.3 holds three steps of 0.1, whatever binary makes of them.
    m_marks = static_cast<int>(qMin(mostMarks, std::floor(std::abs(end - m_start) / m_step + 1e-9))) + 1;
    if (m_step != 1) m_stepWords = french(QString::number(m_step, 'g', 12));
    if (end < m_start) m_step = -m_step;
}

QString RangeScale::stored(int mark) const
{
    return QString::number(m_start + mark * m_step, 'f', m_decimals);
}

QString RangeScale::words(int mark) const
{
    return french(stored(mark));
}

std::optional<int> RangeScale::closest(const QString& stored) const
{
    bool ok = false;
    const double number = stored.toDouble(&ok);
    const double mark = ok && std::isfinite(number) ? (number - m_start) / m_step : -1;
    if (mark < -1e-9 || mark > m_marks - 1 + 1e-9) return std::nullopt;
    return static_cast<int>(std::lround(mark));
}

bool RangeScale::holds(const QString& stored) const
{
    const auto mark = closest(stored);
    return mark &&
           std::abs(stored.toDouble() - (m_start + *mark * m_step)) < 1e-9 * qMax(1.0, std::abs(m_start));
}

QString RangeScale::span() const
{
    const QString ends = tr("de %1 à %2").arg(words(0), words(m_marks - 1));
    return m_stepWords.isEmpty() ? ends : tr("%1, par %2").arg(ends, m_stepWords);
}

} // namespace ui
