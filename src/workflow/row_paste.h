#pragma once
#include "workflow/entry.h"

namespace workflow {

/// Rows copied from a spreadsheet, to be added to a repeated group.
struct PastedRows
{
    QString text; ///< tab-separated, as Excel and LibreOffice copy
    QString repeat;
    QString passage; ///< uid, for a group that belongs to passages
    /// Questions of the columns, in order, when the first line does not name them.
    QStringList columns;
};

/// Adds the rows in one transaction, so that one undo takes them all back. Values are read as they are
/// written in French, choices by label or code. A cell that cannot be stored is left out and told among the
/// issues, with its line and column in what was pasted; the others of its row are kept. The outcome's id is
/// the number of rows added.
Outcome pasteRows(Study& study, const QString& record, const PastedRows& pasted);

} // namespace workflow
