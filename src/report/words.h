#pragma once
#include "report/values/document.h"

namespace report {

/// The few words that the writers themselves set, in the document's language (French unless "en").
/// "Tableau 3", "Figure 20", "Carte 5": also the name of the sequence in a DOCX.
QString captionName(Caption::Kind kind, const QString& language);
/// "Tableau 3 – Services offerts".
QString captionText(const Caption& caption, const QString& language);
/// "À écrire : complémentarités avec les services publics (120 mots)."
QString promptText(const Placeholder& placeholder, const QString& language);
/// Stands above a text of the consultant, once written: "TEXTE DU CONSULTANT".
QString consultantLabel(const QString& language);
/// Prefix of the page labels of annexes: "A-".
inline constexpr char16_t annexPrefix[] = u"A-";

} // namespace report
