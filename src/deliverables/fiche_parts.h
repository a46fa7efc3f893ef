#pragma once
#include "deliverables/pen.h"

/// Pieces that the cards of organisations and of institutions share. A field without content writes nothing.
namespace deliverables {

/// Band at the top: names in both scripts, acronym, category, number, date, audience.
void ficheBand(Pen& pen, const disclosure::ActorView& actor);
/// A small title and its text; nothing when the text is empty.
void ficheField(Pen& pen, const QString& title, const QString& text);
void ficheAnswer(Pen& pen, const disclosure::ActorView& actor, const QString& title, const QString& question,
                 int most = 8);
void ficheTerritory(Pen& pen, const disclosure::ActorView& actor);
/// Pictograms and offers of the four services.
void ficheServices(Pen& pen, const disclosure::ActorView& actor);
void ficheLinks(Pen& pen, const disclosure::ActorView& actor);
void ficheContact(Pen& pen, const disclosure::ActorView& actor);
/// Cells of imported lists, told apart: "selon la source".
void ficheFacts(Pen& pen, const disclosure::ActorView& actor);
/// Sources, mode and date of collection, review.
void ficheSources(Pen& pen, const disclosure::ActorView& actor);
/// Blocks side by side, with relative widths.
using Columns = std::vector<std::pair<double, std::vector<report::Block>>>;
report::Block sideBySide(Columns columns);
/// The columns that hold something, side by side; a single one takes the whole width.
void addColumns(Pen& pen, Columns columns);
/// With a capital first letter.
QString capitalised(QString text);

} // namespace deliverables
