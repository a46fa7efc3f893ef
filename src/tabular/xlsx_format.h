#pragma once
#include <QByteArray>
#include <QString>

#include <vector>

namespace tabular {

/// What a number format makes of a number.
enum class NumberKind : quint8 { Plain, Date, Time, DateTime };

/// Kind of a built-in format number, or of a format code when it is a custom one.
NumberKind kindOfBuiltIn(int formatId);
NumberKind kindOfCode(const QString& formatCode);

/// Kind of each cell style (index of cellXfs) of xl/styles.xml.
std::vector<NumberKind> readStyleKinds(const QByteArray& stylesXml);

/// The raw text of a numeric cell, as its format shows it.
QString numberText(const QString& raw, NumberKind kind, bool calendar1904);

} // namespace tabular
