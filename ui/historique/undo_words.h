#pragma once
#include <QString>

namespace ui {

/// "Annuler « 9.4 Nombre de places »"; `brief` leaves only the number of a question. Empty label: "Annuler".
QString undoSentence(const QString& label, bool brief);
QString redoSentence(const QString& label, bool brief);

} // namespace ui
