#include "workflow/coordinates.h"

#include "cartography/boundaries.h"
#include "questionnaire/expression/geometry.h"

#include <QLocale>
#include <QPolygonF>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace workflow {
namespace {

constexpr QChar NoBreak(0x00A0);

/// Signs and words that people and devices write for the same thing.
QString plain(const QString& typed)
{
    static const QRegularExpression minutes(QStringLiteral("[\u2032\u2019\u2018\u00B4`\u02B9]"));
    static const QRegularExpression seconds(QStringLiteral("''|[\u2033\u201D\u201C\u02BA]"));
    static const QRegularExpression labels(
        QStringLiteral("^(GEO|POINT)\\s*:|LATITUDE|LONGITUDE|\\bLAT\\b|\\bLONG?\\b|[()=]"));
    QString text = typed.toUpper();
    text.replace(minutes, QStringLiteral("'")).replace(seconds, QStringLiteral("\""));
    text.replace(QChar(0x00BA), QChar(u'°')).replace(QChar(0x02DA), QChar(u'°'));
    text.replace(QChar(0x2212), QChar(u'-')).replace(QChar(0x2013), QChar(u'-'));
    text.remove(labels).replace(u':', u' ');
    const std::array<std::pair<const char16_t*, char16_t>, 8> names{{{u"NORTH", u'N'},
                                                                     {u"NORD", u'N'},
                                                                     {u"SOUTH", u'S'},
                                                                     {u"SUD", u'S'},
                                                                     {u"OUEST", u'O'},
                                                                     {u"WEST", u'O'},
                                                                     {u"EAST", u'E'},
                                                                     {u"EST", u'E'}}};
    for (const auto& [name, letter] : names)
        text.replace(QString::fromUtf16(name), QString(QChar(letter)));
    return text.replace(u'W', u'O').simplified();
}

QString withPoint(QString number)
{
    return number.replace(u',', u'.');
}

/// Two to four decimal numbers. Commas are decimal unless points are: "33,57 -7,58" and "33.57,-7.58".
QStringList decimals(const QString& text)
{
    static const QRegularExpression frenchNumber(QStringLiteral("^[+-]?\\d+(,\\d+)?$"));
    static const QRegularExpression number(QStringLiteral("^[+-]?\\d+(\\.\\d+)?$"));
    static const QRegularExpression frenchBreak(QStringLiteral("\\s*[;/]\\s*|,?\\s+"));
    static const QRegularExpression anyBreak(QStringLiteral("\\s*[,;/]\\s*|\\s+"));
    const auto allMatch = [](const QStringList& parts, const QRegularExpression& form) {
        return parts.size() >= 2 && parts.size() <= 4 &&
               std::all_of(parts.begin(), parts.end(),
                           [&](const QString& part) { return form.match(part).hasMatch(); });
    };
    QStringList parts = text.split(frenchBreak);
    if (allMatch(parts, frenchNumber))
        return parts.replaceInStrings(QStringLiteral(","), QStringLiteral("."));
    parts = text.split(anyBreak);
    // "33,57" alone is one number: without a point, only a sign tells the second.
    const bool told = text.contains(u'.') || text.contains(u",-");
    return told && allMatch(parts, number) ? parts : QStringList();
}

/// Degrees of one coordinate written without its letter: "33°34'25,5\"", "-7 35.4".
std::optional<double> degreesOf(QString text)
{
    static const QRegularExpression marks(QStringLiteral("[°'\"]"));
    static const QRegularExpression number(QStringLiteral("^\\d{1,3}([.,]\\d+)?$"));
    const bool negative = text.startsWith(u'-');
    if (negative || text.startsWith(u'+')) text.remove(0, 1);
    const QStringList parts = text.replace(marks, QStringLiteral(" ")).simplified().split(u' ');
    if (parts.size() > 3) return std::nullopt;
    double value = 0, unit = 1;
    for (qsizetype i = 0; i < parts.size(); ++i, unit *= 60) {
        const double digits = withPoint(parts[i]).toDouble();
        // 33.5° 20' would say two things at once.
        const bool broken = i + 1 < parts.size() && digits != std::floor(digits);
        if (!number.match(parts[i]).hasMatch() || broken || (i > 0 && digits >= 60)) return std::nullopt;
        value += digits / unit;
    }
    return negative ? -value : value;
}

/// One coordinate with its letter, if it has one: before or after the digits.
struct Part
{
    double degrees = 0;
    QChar letter;
};

std::optional<Part> partOf(QString text)
{
    static const QRegularExpression edges(QStringLiteral("^[\\s,;/]+|[\\s,;/]+$"));
    static const QString letters = QStringLiteral("NSEO");
    text.remove(edges);
    Part part;
    if (!text.isEmpty() && letters.contains(text.front())) {
        part.letter = text.front();
        text = text.mid(1).trimmed();
    } else if (!text.isEmpty() && letters.contains(text.back())) {
        part.letter = text.back();
        text = text.chopped(1).trimmed();
    }
    const auto degrees = degreesOf(text);
    if (!degrees || (!part.letter.isNull() && *degrees < 0)) return std::nullopt;
    part.degrees = part.letter == u'S' || part.letter == u'O' ? -*degrees : *degrees;
    return part;
}

/// Where the second coordinate begins: at its letter, after the first's, or at the digits before its sign °.
qsizetype secondPart(const QString& text)
{
    static const QRegularExpression letter(QStringLiteral("[NSEO]"));
    static const QRegularExpression degrees(QStringLiteral("[+-]?\\s*\\d+(?:[.,]\\d+)?\\s*°"));
    const qsizetype first = text.indexOf(letter);
    if (first == 0) return text.indexOf(letter, 1);
    if (first > 0) return first + 1;
    auto found = degrees.globalMatch(text);
    if (found.hasNext()) found.next();
    return found.hasNext() ? found.next().capturedStart() : -1;
}

QString sixDecimals(double value)
{
    QString text = QString::number(value, 'f', 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

QString onTheGlobe(const QString& stored)
{
    return questionnaire::geoPoint(stored) ? stored : QString();
}

QString inDegrees(double value, QChar positive, QChar negative)
{
    const qint64 tenths = std::llround(std::abs(value) * 36000);
    const QLocale french(QLocale::French);
    return QStringLiteral("%1°%2%3′%2%4″%2%5")
        .arg(tenths / 36000)
        .arg(NoBreak)
        .arg(tenths / 600 % 60, 2, 10, QChar(u'0'))
        .arg(french.toString(double(tenths % 600) / 10, 'f', 1), value < 0 ? negative : positive);
}

std::vector<questionnaire::GeoPoint> pointsOf(const QStringList& stored)
{
    std::vector<questionnaire::GeoPoint> points;
    for (const QString& text : stored)
        if (const auto point = questionnaire::geoPoint(text)) points.push_back(*point);
    return points;
}

/// Three figures that mean something: "850 m", "1,24 km", "12,4 km".
QString measured(double value, const QString& small, double factor, const QString& large)
{
    const QLocale french(QLocale::French);
    if (value < factor) return french.toString(value, 'f', 0) + NoBreak + small;
    const double big = value / factor;
    return french.toString(big, 'f', big < 10 ? 2 : big < 100 ? 1 : 0) + NoBreak + large;
}

} // namespace

QString pointCalled(const QString& typed)
{
    const QString text = plain(typed);
    const QStringList numbers = decimals(text);
    if (!numbers.isEmpty()) return onTheGlobe(numbers.join(u' ').remove(u'+'));
    const qsizetype cut = secondPart(text);
    if (cut < 0) return {};
    auto first = partOf(text.left(cut)), second = partOf(text.mid(cut));
    if (!first || !second || first->letter.isNull() != second->letter.isNull()) return {};
    const auto isLongitude = [](QChar letter) { return letter == u'E' || letter == u'O'; };
    if (isLongitude(first->letter)) std::swap(first, second);
    if (!first->letter.isNull() && isLongitude(first->letter) == isLongitude(second->letter)) return {};
    return onTheGlobe(sixDecimals(first->degrees) + u' ' + sixDecimals(second->degrees));
}

QString pointInWords(const QString& stored)
{
    const auto point = questionnaire::geoPoint(stored);
    if (!point) return {};
    return inDegrees(point->latitude, u'N', u'S') + QStringLiteral(", ") +
           inDegrees(point->longitude, u'E', u'O');
}

QString provinceOf(const QString& storedPoint)
{
    const auto point = questionnaire::geoPoint(storedPoint);
    if (!point) return {};
    const QPointF place = cartography::project({point->longitude, point->latitude});
    for (const cartography::Area& area : cartography::areas(QStringLiteral("province"))) {
        bool inside = false; // even-odd: a hole takes away what its ring gave
        for (const auto& ring : area.rings)
            inside ^=
                QPolygonF(QList<QPointF>(ring.begin(), ring.end())).containsPoint(place, Qt::OddEvenFill);
        if (inside) return area.code;
    }
    return {};
}

QStringList pointsOfTrace(const QString& stored, bool polygon)
{
    QStringList points;
    for (const QString& point : stored.split(u';'))
        if (!point.trimmed().isEmpty()) points << point.simplified();
    if (polygon && points.size() > 3 && points.front() == points.back()) points.removeLast();
    return points;
}

QString traceOf(const QStringList& points, bool polygon)
{
    QStringList all = points;
    if (polygon && all.size() > 2) all << all.front();
    return all.join(u';');
}

QString traceSize(const QStringList& points, bool polygon)
{
    const auto places = pointsOf(points);
    if (polygon)
        return places.size() < 3 ? QString()
                                 : measured(questionnaire::geoArea(places), QStringLiteral("m²"), 10000,
                                            QStringLiteral("ha"));
    return places.size() < 2
               ? QString()
               : measured(questionnaire::geoLength(places), QStringLiteral("m"), 1000, QStringLiteral("km"));
}

} // namespace workflow
