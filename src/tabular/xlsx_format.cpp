#include "tabular/xlsx_format.h"

#include "tabular/xml.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <cmath>

namespace tabular {
namespace {

constexpr double LastSerial = 2'958'466; // 9999-12-31 and its hours

/// Format code without literals, escapes, colours, conditions and locale tags; elapsed [h] becomes h.
QString bareCode(const QString& code)
{
    QString bare;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u'"') {
            i = std::max(i, code.indexOf(u'"', i + 1));
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            const qsizetype close = code.indexOf(u']', i);
            if (close < 0) break;
            const QString inside = code.sliced(i + 1, close - i - 1).toLower();
            if (inside == u"h" || inside == u"hh" || inside == u"m" || inside == u"mm" || inside == u"s" ||
                inside == u"ss")
                bare += inside;
            i = close;
        } else if (c == u';') {
            break; // the first section decides
        } else {
            bare += c.toLower();
        }
    }
    return bare;
}

QString shortest(double value)
{
    const double size = std::abs(value);
    const char form = value == 0 || (size >= 1e-6 && size < 1e15) ? 'f' : 'g';
    return QString::number(value == 0 ? 0 : value, form, QLocale::FloatingPointShortest);
}

/// Already in its shortest form, as most numbers are.
bool isShortInteger(const QString& raw)
{
    if (raw.isEmpty() || raw.size() > 15 || (raw.front() == u'0' && raw.size() > 1)) return false;
    return std::all_of(raw.begin(), raw.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QDate dateOfSerial(qint64 days, bool calendar1904)
{
    if (calendar1904) return QDate(1904, 1, 1).addDays(days);
    // The 1900 calendar holds a 29 February that never was (serial 60).
    return QDate(1899, 12, 30).addDays(days < 60 ? days + 1 : days);
}

QString dateText(double serial, NumberKind kind, bool calendar1904)
{
    const auto seconds = std::llround(serial * 86'400.0);
    const qint64 days = seconds / 86'400;
    const QTime time = QTime(0, 0).addSecs(static_cast<int>(seconds % 86'400));
    const QString hours = time.toString(QStringLiteral("HH:mm:ss"));
    if (kind == NumberKind::Time && days == 0) return hours;
    const QString day = dateOfSerial(days, calendar1904).toString(Qt::ISODate);
    const bool midnight = seconds % 86'400 == 0;
    return kind == NumberKind::Date && midnight ? day : day + u'T' + hours;
}

} // namespace

NumberKind kindOfBuiltIn(int formatId)
{
    if ((formatId >= 14 && formatId <= 17) || (formatId >= 27 && formatId <= 31) || formatId == 36 ||
        (formatId >= 50 && formatId <= 58))
        return NumberKind::Date;
    if ((formatId >= 18 && formatId <= 21) || (formatId >= 32 && formatId <= 35) ||
        (formatId >= 45 && formatId <= 47))
        return NumberKind::Time;
    return formatId == 22 ? NumberKind::DateTime : NumberKind::Plain;
}

NumberKind kindOfCode(const QString& formatCode)
{
    const QString code = bareCode(formatCode);
    // Number placeholders: never a date, except the fraction of seconds in "ss.00".
    if (code.contains(u'#') || code.contains(u'?') || code == u"general") return NumberKind::Plain;
    const bool hours = code.contains(u'h') || code.contains(u's');
    const bool days = code.contains(u'y') || code.contains(u'd') || (code.contains(u'm') && !hours);
    if (code.contains(u'0') && !hours) return NumberKind::Plain;
    if (days && hours) return NumberKind::DateTime;
    if (days) return NumberKind::Date;
    return hours ? NumberKind::Time : NumberKind::Plain;
}

std::vector<NumberKind> readStyleKinds(const QByteArray& stylesXml)
{
    std::vector<NumberKind> kinds;
    QHash<int, QString> codes;
    bool inCellFormats = false;
    XmlStream xml(stylesXml);
    while (xml.next()) {
        if (xml.atStart(u"numFmt"))
            codes.insert(xml.attribute(u"numFmtId").toInt(), xml.attribute(u"formatCode"));
        if (xml.atStart(u"cellXfs")) inCellFormats = true;
        if (xml.atEnd(u"cellXfs")) inCellFormats = false;
        if (!inCellFormats || !xml.atStart(u"xf")) continue;
        const int id = xml.attribute(u"numFmtId").toInt();
        kinds.push_back(codes.contains(id) ? kindOfCode(codes.value(id)) : kindOfBuiltIn(id));
    }
    return kinds;
}

QString numberText(const QString& raw, NumberKind kind, bool calendar1904)
{
    if (kind == NumberKind::Plain && isShortInteger(raw)) return raw;
    bool number = false;
    const double value = raw.toDouble(&number);
    if (!number || !std::isfinite(value)) return raw;
    if (kind == NumberKind::Plain || value < 0 || value >= LastSerial) return shortest(value);
    return dateText(value, kind, calendar1904);
}

} // namespace tabular
