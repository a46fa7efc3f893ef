#pragma once
#include <QStringList>

namespace workflow {

/// A point as somebody writes or copies it, as a geopoint stores it: decimal degrees ("33,5736 -7,5898",
/// "33.5736, -7.5898") with the altitude and accuracy that may follow, or degrees, minutes and seconds
/// ("33°34'25\"N 7°35'23\"O"), whose six decimals are a hand's breadth. Empty for what is no point.
QString pointCalled(const QString& typed);
/// A stored point, altitude and accuracy left out, in degrees, minutes and seconds: "33° 34′ 25,0″ N,
/// 7° 35′ 23,0″ O". Empty for what is no point.
QString pointInWords(const QString& stored);
/// Code of the province that holds a stored point; empty when none of this country does.
QString provinceOf(const QString& storedPoint);

/// Points of a stored line or polygon; the point that closes a polygon is not given twice.
QStringList pointsOfTrace(const QString& stored, bool polygon);
/// The points as a line, or as a polygon closed by its first point once there are three.
QString traceOf(const QStringList& points, bool polygon);
/// "1,2 km" for a line, "3,5 ha" for a polygon; empty while there is nothing to measure.
QString traceSize(const QStringList& points, bool polygon);

} // namespace workflow
