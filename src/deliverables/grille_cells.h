#pragma once
#include "deliverables/reader.h"

/// Texts of the cells that are more than one answer. Empty when nothing is known.
namespace deliverables {

QString answerCell(const Reader& reader, const disclosure::ActorView& actor, const QString& question,
                   int most, const QString& fact);
QString numberCell(const Reader& reader, const disclosure::ActorView& actor);
QString nameCell(const Reader& reader, const disclosure::ActorView& actor);
QString arabicCell(const Reader& reader, const disclosure::ActorView& actor);
QString region1997Cell(const Reader& reader, const disclosure::ActorView& actor);
QString region2015Cell(const Reader& reader, const disclosure::ActorView& actor);
QString seatCell(const Reader& reader, const disclosure::ActorView& actor);
QString territoryCell(const Reader& reader, const disclosure::ActorView& actor);
QString mainFieldCell(const Reader& reader, const disclosure::ActorView& actor);
QString otherFieldsCell(const Reader& reader, const disclosure::ActorView& actor);
QString modeCell(const Reader& reader, const disclosure::ActorView& actor);
QString staffCell(const Reader& reader, const disclosure::ActorView& actor);
QString budgetCell(const Reader& reader, const disclosure::ActorView& actor);
QString toolsCell(const Reader& reader, const disclosure::ActorView& actor);
QString linksCell(const Reader& reader, const disclosure::ActorView& actor);
QString programmesCell(const Reader& reader, const disclosure::ActorView& actor);
/// Provinces of a programme, or regions where they are withheld.
QStringList programmePlaces(const Reader& reader, const questionnaire::Row& row);
QString needsCell(const Reader& reader, const disclosure::ActorView& actor);
QString statusCell(const Reader& reader, const disclosure::ActorView& actor);
QString possibleCell(const Reader& reader, const disclosure::ActorView& actor);
QString contactCell(const Reader& reader, const disclosure::ActorView& actor);
QString collectionCell(const Reader& reader, const disclosure::ActorView& actor);
QString evidenceCell(const Reader& reader, const disclosure::ActorView& actor);
QString decisionCell(const Reader& reader, const disclosure::ActorView& actor);

} // namespace deliverables
