#pragma once
#include "questionnaire/values/form.h"

#include <optional>

namespace ui {

/// The marks of a range: numbers from its start to its end by its step, downwards when the end is smaller.
class RangeScale
{
public:
    explicit RangeScale(const questionnaire::Question& question);

    int marks() const { return m_marks; }
    QString stored(int mark) const; ///< "2.5"
    QString words(int mark) const;  ///< "2,5"
    /// Mark closest to a stored number; none for what is no number or lies outside.
    std::optional<int> closest(const QString& stored) const;
    /// True for a number that is one of the marks.
    bool holds(const QString& stored) const;
    /// "de 0 à 10, par 2".
    QString span() const;

private:
    double m_start, m_step; ///< the step carries the direction
    int m_marks = 1;
    int m_decimals = 0;
    QString m_stepWords; ///< empty for 1
};

} // namespace ui
