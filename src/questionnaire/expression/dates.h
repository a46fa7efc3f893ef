#pragma once
#include <QDateTime>
#include <QStringView>
#include <QTimeZone>

#include <optional>

namespace questionnaire {

/// A date or an instant read from text. A date alone is the midnight that begins it in the zone asked for.
struct Moment
{
    QDateTime at;
    bool hasTime = false;
};

/// True when a text may be an ISO date: cheap, so that numbers never pay for the parsing of dates.
bool looksLikeDate(QStringView text);
/// Reads "2015-01-06", "2015-01-06T10:20", "…:30.000", with or without Z or ±HH:MM; nothing when it is not a
/// real date. The zone serves texts that name none and receives the result.
std::optional<Moment> parseMoment(QStringView text, const QTimeZone& zone);
/// Days since 1970-01-01T00:00Z, with their fraction.
double daysSinceEpoch(const QDateTime& at);
QDateTime fromDays(double days, const QTimeZone& zone);
/// "2015-01-06T10:20:30.000+01:00".
QString isoDateTime(const QDateTime& at);
/// ODK format-date: %Y %y %m %n %b %d %e %H %h %M %S %3 %a.
QString formatMoment(const QDateTime& at, const QString& format);

} // namespace questionnaire
