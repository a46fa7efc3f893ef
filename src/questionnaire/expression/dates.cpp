#include "questionnaire/expression/dates.h"

#include <array>
#include <cmath>

namespace questionnaire {

namespace {

constexpr double MillisecondsPerDay = 86400000.0;

std::optional<int> digits(QStringView text, qsizetype from, qsizetype count)
{
    if (from + count > text.size()) return std::nullopt;
    int number = 0;
    for (qsizetype i = from; i < from + count; ++i) {
        const char16_t c = text[i].unicode();
        if (c < u'0' || c > u'9') return std::nullopt;
        number = number * 10 + (c - u'0');
    }
    return number;
}

std::optional<QDate> parseDate(QStringView text)
{
    const auto year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const QDate date(*year, *month, *day);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

struct Clocked
{
    QTime time;
    std::optional<int> offsetSeconds;
};

std::optional<int> parseOffset(QStringView text)
{
    if (text == u"Z" || text == u"z") return 0;
    if (text.size() < 3 || (text[0] != u'+' && text[0] != u'-')) return std::nullopt;
    const auto hours = digits(text, 1, 2);
    const auto minutes = text.size() == 6 && text[3] == u':' ? digits(text, 4, 2)
                         : text.size() == 5                  ? digits(text, 3, 2)
                         : text.size() == 3                  ? std::optional(0)
                                                             : std::nullopt;
    if (!hours || !minutes || *hours > 14 || *minutes > 59) return std::nullopt;
    const int seconds = *hours * 3600 + *minutes * 60;
    return text[0] == u'-' ? -seconds : seconds;
}

std::optional<Clocked> parseTime(QStringView text)
{
    const auto hours = digits(text, 0, 2), minutes = digits(text, 3, 2);
    if (!hours || !minutes || text[2] != u':') return std::nullopt;
    qsizetype at = 5;
    int seconds = 0, milliseconds = 0;
    if (at < text.size() && text[at] == u':') {
        const auto given = digits(text, at + 1, 2);
        if (!given) return std::nullopt;
        seconds = *given;
        at += 3;
        if (at < text.size() && text[at] == u'.') {
            int scale = 100;
            for (++at; at < text.size() && text[at].isDigit(); ++at, scale /= 10)
                milliseconds += text[at].digitValue() * scale;
        }
    }
    Clocked clocked{QTime(*hours, *minutes, seconds, milliseconds), std::nullopt};
    if (!clocked.time.isValid()) return std::nullopt;
    if (at == text.size()) return clocked;
    clocked.offsetSeconds = parseOffset(text.sliced(at));
    return clocked.offsetSeconds ? std::optional(clocked) : std::nullopt;
}

constexpr std::array Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array Days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

QString padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

QString formatCode(const QDateTime& at, QChar code)
{
    const QDate date = at.date();
    const QTime time = at.time();
    switch (code.unicode()) {
    case u'Y':
        return padded(date.year(), 4);
    case u'y':
        return padded(date.year() % 100, 2);
    case u'm':
        return padded(date.month(), 2);
    case u'n':
        return QString::number(date.month());
    case u'b':
        return QString::fromLatin1(Months[size_t(date.month() - 1)]);
    case u'd':
        return padded(date.day(), 2);
    case u'e':
        return QString::number(date.day());
    case u'H':
        return padded(time.hour(), 2);
    case u'h':
        return QString::number(time.hour());
    case u'M':
        return padded(time.minute(), 2);
    case u'S':
        return padded(time.second(), 2);
    case u'3':
        return padded(time.msec(), 3);
    case u'a':
        return QString::fromLatin1(Days[size_t(date.dayOfWeek() - 1)]);
    default:
        return QStringLiteral("%") + code;
    }
}

} // namespace

bool looksLikeDate(QStringView text)
{
    return text.size() >= 10 && text[4] == u'-' && text[7] == u'-' && text[0].isDigit();
}

std::optional<Moment> parseMoment(QStringView text, const QTimeZone& zone)
{
    text = text.trimmed();
    if (!looksLikeDate(text)) return std::nullopt;
    const auto date = parseDate(text);
    if (!date) return std::nullopt;
    if (text.size() == 10) return Moment{QDateTime(*date, QTime(0, 0), zone), false};
    if (text[10] != u'T' && text[10] != u' ') return std::nullopt;
    const auto clocked = parseTime(text.sliced(11));
    if (!clocked) return std::nullopt;
    if (!clocked->offsetSeconds) return Moment{QDateTime(*date, clocked->time, zone), true};
    const QDateTime fixed(*date, clocked->time, Qt::OffsetFromUTC, *clocked->offsetSeconds);
    return Moment{fixed.toTimeZone(zone), true};
}

double daysSinceEpoch(const QDateTime& at)
{
    return double(at.toMSecsSinceEpoch()) / MillisecondsPerDay;
}

QDateTime fromDays(double days, const QTimeZone& zone)
{
    // Beyond this a QDateTime overflows; no questionnaire holds such a date.
    if (!(std::abs(days) < 1e8)) return {};
    return QDateTime::fromMSecsSinceEpoch(qint64(std::llround(days * MillisecondsPerDay)), zone);
}

QString isoDateTime(const QDateTime& at)
{
    return at.toOffsetFromUtc(at.offsetFromUtc()).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz")) +
           [offset = at.offsetFromUtc()] {
               const int minutes = std::abs(offset) / 60;
               return (offset < 0 ? QStringLiteral("-") : QStringLiteral("+")) + padded(minutes / 60, 2) +
                      u':' + padded(minutes % 60, 2);
           }();
}

QString formatMoment(const QDateTime& at, const QString& format)
{
    QString out;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != u'%' || i + 1 == format.size())
            out += format[i];
        else
            out += formatCode(at, format[++i]);
    }
    return out;
}

} // namespace questionnaire
