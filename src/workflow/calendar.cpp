#include "workflow/calendar.h"

#include "workflow/settings.h"
#include "workflow/study.h"

namespace workflow {
namespace {

struct Span
{
    QDate first, last;
    bool contains(const QDate& date) const { return date >= first && date <= last; }
};

std::vector<Span> spansOf(const QString& text)
{
    std::vector<Span> spans;
    for (const QString& item : text.split(u' ', Qt::SkipEmptyParts)) {
        const Span span{QDate::fromString(item.section(u'/', 0, 0), Qt::ISODate),
                        QDate::fromString(item.section(u'/', -1), Qt::ISODate)};
        if (span.first.isValid() && span.last.isValid()) spans.push_back(span);
    }
    return spans;
}

bool isSuspended(const std::vector<Span>& spans, const QDate& date)
{
    return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.contains(date); });
}

int daysBetween(const std::vector<Span>& suspended, const QDate& start, const QDate& date)
{
    int days = 0;
    for (QDate day = start; day <= date; day = day.addDays(1))
        if (!isSuspended(suspended, day)) ++days;
    return days;
}

QDate dateOf(const QHash<QString, QString>& settings, const QString& key)
{
    return QDate::fromString(settings.value(key), Qt::ISODate);
}

} // namespace

int missionDay(const Study& study, const QDate& date)
{
    const auto settings = study.dossier().settings();
    const std::vector<Span> suspended = spansOf(settings.value(key::Suspended));
    const QDate start = dateOf(settings, key::Start);
    if (!start.isValid() || date < start || isSuspended(suspended, date)) return 0;
    return daysBetween(suspended, start, date);
}

MissionCalendar missionCalendar(const Study& study)
{
    const auto settings = study.dossier().settings();
    const std::vector<Span> suspended = spansOf(settings.value(key::Suspended));
    MissionCalendar calendar;
    calendar.start = dateOf(settings, key::Start);
    calendar.end = dateOf(settings, key::End);
    if (!calendar.start.isValid() || !calendar.end.isValid() || calendar.end < calendar.start)
        return calendar;
    calendar.calendarDays = static_cast<int>(calendar.start.daysTo(calendar.end)) + 1;
    calendar.missionDays = daysBetween(suspended, calendar.start, calendar.end);
    calendar.suspendedDays = calendar.calendarDays - calendar.missionDays;
    for (const Span& span : spansOf(settings.value(key::Holidays)))
        calendar.holidays.push_back(span.first);
    QDate first, last;
    for (const QString& code : {QStringLiteral("l1"), QStringLiteral("l2"), QStringLiteral("l3")}) {
        Milestone milestone{code, dateOf(settings, key::MilestonePrefix + code),
                            dateOf(settings, key::DonePrefix + code), 0};
        if (!milestone.due.isValid()) continue;
        milestone.missionDay = daysBetween(suspended, calendar.start, std::min(milestone.due, calendar.end));
        if (!first.isValid()) first = milestone.due;
        last = milestone.due;
        calendar.milestones.push_back(milestone);
    }
    // The call counts calendar days: from the first deliverable to the eve of the last is already too long.
    calendar.impossible = first.isValid() && first.daysTo(last.addDays(-1)) + 1 > calendar.contractDays;
    return calendar;
}

} // namespace workflow
