#pragma once
#include "dossier/values/reader_key.h"

#include <optional>

class QWidget;

namespace ui {

/// Asks for the file of a reader's key. None when nothing was chosen, or when the file holds none: `problem`
/// then says why.
std::optional<dossier::PrivateKey> chooseReaderKey(QWidget* parent, QString& problem);

/// Kinds of files that choosers of such keys offer.
QString readerKeyFiles();

} // namespace ui
