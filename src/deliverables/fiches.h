#pragma once
#include "deliverables/pen.h"

namespace deliverables {

/// The two-page card of an organisation (or the one-page card of an institution), as blocks: begins a page.
void writeFiche(Pen& pen, const disclosure::ActorView& actor);
void writeInstitutionFiche(Pen& pen, const disclosure::ActorView& actor);
/// The one-page sheet at the head of a category.
void writeCategorySheet(Pen& pen, const QString& category,
                        const std::vector<const disclosure::ActorView*>& actors, const QString& number);

/// Category sheets, each followed by its cards.
std::vector<report::Section> ficheSections(const Reader& reader, bool withCards = true);
report::Document fichesDocument(const Reader& reader);

QString ficheAnchor(const disclosure::ActorView& actor);
/// Actors by category, in the order of the view.
std::vector<std::pair<QString, std::vector<const disclosure::ActorView*>>>
byCategory(const disclosure::View& view);

} // namespace deliverables
