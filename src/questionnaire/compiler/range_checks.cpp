#include "questionnaire/compiler/parameters.h"

#include <cmath>
#include <set>

namespace questionnaire {

namespace {

/// Numbers are written in decimal: 0.3 is a multiple of 0.1.
bool isMultiple(double number, double of)
{
    const double quotient = number / of;
    return std::abs(quotient - std::round(quotient)) < 1e-9 * std::max(1.0, std::abs(quotient));
}

class RangeCheck
{
public:
    RangeCheck(FormBuild& build, const Question& question, const base::Place& place)
        : m_build(build), m_question(question), m_place(place), m_start(number(u"start"_qs).value_or(1)),
          m_end(number(u"end"_qs).value_or(10)), m_step(number(u"step"_qs).value_or(1))
    {
    }

    void run()
    {
        checkAppearance();
        // Numbers that are none have been reported.
        for (const QString& key :
             {u"start"_qs, u"end"_qs, u"step"_qs, u"tick_interval"_qs, u"placeholder"_qs})
            if (m_question.parameters.contains(key) && !number(key)) return;
        if (!isSpan(u"step"_qs, m_step)) return;
        const auto interval = number(u"tick_interval"_qs);
        if (interval && isSpan(u"tick_interval"_qs, *interval) && !isMultiple(*interval, m_step))
            error(u"range_multiple"_qs, {u"tick_interval"_qs});
        checkPlaceholder();
        const double mark = interval.value_or(m_step);
        if (mark != 0 && m_question.parameters.contains(u"tick_labelset"_qs))
            checkLabels(mark, interval ? u"tick_interval"_qs : u"step"_qs);
    }

private:
    std::optional<double> number(const QString& key) const
    {
        bool ok = false;
        const double value = m_question.parameters.value(key).toDouble(&ok);
        return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    void error(const QString& code, const QStringList& args = {}) { m_build.error(code, m_place, args); }
    bool isOutside(double value) const
    {
        return value < std::min(m_start, m_end) || value > std::max(m_start, m_end);
    }
    bool hidesTicks() const { return m_question.appearance.split(u' ').contains(u"no-ticks"_qs); }

    bool isSpan(const QString& key, double value)
    {
        if (value == 0) error(u"range_zero"_qs, {key});
        if (value > std::abs(m_end - m_start)) error(u"range_too_large"_qs, {key});
        return value != 0 && value <= std::abs(m_end - m_start);
    }

    void checkAppearance()
    {
        const auto has = [&](const QString& key) { return m_question.parameters.contains(key); };
        if (!has(u"tick_interval"_qs) && !has(u"placeholder"_qs) && !has(u"tick_labelset"_qs)) return;
        for (const QString& word : m_question.appearance.split(u' ', Qt::SkipEmptyParts)) {
            if (word == u"vertical" || word == u"no-ticks") continue;
            error(u"range_appearance"_qs, {m_question.appearance});
            return;
        }
    }

    void checkPlaceholder()
    {
        const auto placeholder = number(u"placeholder"_qs);
        if (!placeholder) return;
        if (!isMultiple(*placeholder - m_start, m_step)) error(u"range_multiple"_qs, {u"placeholder"_qs});
        if (isOutside(*placeholder)) error(u"range_outside"_qs, {u"placeholder"_qs});
    }

    void checkLabels(double mark, const QString& markKey)
    {
        const QString name = m_question.parameters.value(u"tick_labelset"_qs);
        const auto list = m_build.form.lists.constFind(name);
        if (list == m_build.form.lists.constEnd()) {
            error(u"range_labels_list"_qs, {name});
            return;
        }
        std::set<double> labelled;
        for (const Choice& choice : list->choices) {
            bool ok = false;
            const double value = choice.name.toDouble(&ok);
            if (!ok || !std::isfinite(value))
                error(u"range_labels_number"_qs, {choice.name, name});
            else if (isOutside(value))
                error(u"range_labels_outside"_qs, {choice.name, name});
            else if (!isMultiple(value - m_start, mark))
                error(u"range_labels_multiple"_qs, {choice.name, name, markKey});
            labelled.insert(value);
        }
        if (hidesTicks() && labelled != std::set<double>{m_start, m_end})
            error(u"range_labels_ends"_qs, {name});
    }

    FormBuild& m_build;
    const Question& m_question;
    const base::Place& m_place;
    double m_start, m_end, m_step;
};

} // namespace

void checkRange(FormBuild& build, const Question& question, const base::Place& place)
{
    RangeCheck(build, question, place).run();
}

} // namespace questionnaire
