#pragma once
#include <QDate>
#include <QString>

#include <vector>

namespace workflow {

class Study;

/// A contractual milestone and where it stands.
struct Milestone
{
    QString code; ///< l1, l2, l3
    QDate due;
    QDate done;         ///< invalid: not handed over
    int missionDay = 0; ///< J-number of the due date, suspended days not counted
};

/// The mission's time: 45 mission days, suspended spans apart.
struct MissionCalendar
{
    QDate start, end;
    int missionDays = 0;  ///< from start to end without the suspended days
    int calendarDays = 0; ///< bounds included
    int suspendedDays = 0;
    int contractDays = 45;
    bool impossible = false; ///< 45 calendar days cannot hold both ends
    std::vector<Milestone> milestones;
    std::vector<QDate> holidays;
};

MissionCalendar missionCalendar(const Study& study);
/// Mission day of a date (J1 = start); 0 before the start or on a suspended day.
int missionDay(const Study& study, const QDate& date);

} // namespace workflow
