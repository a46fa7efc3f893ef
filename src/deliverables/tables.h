#pragma once
#include "deliverables/classify.h"
#include "deliverables/pen.h"
#include "deliverables/words.h"

/// Tables, figures and sentences made of counts: what the items have in common.
namespace deliverables {

using disclosure::Tabulation;

/// Codes and the words for them.
using Labels = std::function<QString(const QString&)>;
Labels labelsOf(const Reader& reader, const QString& question);
Labels regionLabels(const Reader& reader);

/// One-way table of a question over a population; `sensitive` as the gate understands it.
Tabulation countBy(const Reader& reader, const QString& code, const QStringList& codes, const Classify& rows,
                   bool sensitive = false, const Predicate& population = {});
Tabulation crossBy(const Reader& reader, const QString& code, const QStringList& rowCodes,
                   const Classify& rows, const QStringList& columnCodes, const Classify& columns,
                   bool sensitive = false, const Predicate& population = {});

/// Two-way table as a grid; empty rows and columns are left out, totals at the ends.
Grid crossGrid(const Tabulation& table, const QString& corner, const Labels& rows, const Labels& columns);
/// One-way table with shares of `of`; sorted by count when asked.
Grid shareGrid(const Tabulation& table, const QString& head, const Labels& rows, int of, bool sorted);
/// Horizontal bars of a one-way table, largest first when sorted; masked counts leave a gap.
report::BarChart barsOf(const Tabulation& table, const Labels& rows, bool sorted, int most = 15);
/// "12 acteurs sans réponse." or nothing.
QString excludedNote(const Tabulation& table);
/// Note that explains "< 5" and "n. c." when the table has some.
QString maskedNote(const Tabulation& table);
QString notesOf(const Tabulation& table);

/// A horizontal bar chart item with its caption, or a sentence when there is nothing.
void barItem(Pen& pen, const QString& code, const QString& title, const Tabulation& table,
             const Labels& labels, bool sorted = true);

} // namespace deliverables
