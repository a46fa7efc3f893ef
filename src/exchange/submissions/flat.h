#pragma once
#include "exchange/submissions/source.h"

namespace exchange {

/// A sheet or CSV file before its rows are put under their parents. A table without parents holds the
/// submissions.
struct FlatTable
{
    QString name;
    std::vector<QStringList> rows; ///< rows[0] holds the headers
    /// Headers that hold the key of a row and that of its parent; keys are unique in the whole file once the
    /// table's name is set before, where `keysByTable` says so.
    QString key, parentKey, parentTable;
    bool keysByTable = false;
};

/// Puts every row under its parent. Rows without one are issues, and so are headers met twice.
void assemble(std::vector<FlatTable> tables, SubmissionSource& source);

} // namespace exchange
