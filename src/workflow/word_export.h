#pragma once
#include "base/progress.h"
#include "disclosure/gate.h"

namespace report {
struct Document;
}

namespace workflow {

/// A document written for Word, and what the gate took out of it.
struct WordExport
{
    QString path;
    qint64 bytes = 0;
    int pages = 0;
    std::vector<disclosure::Withheld> withheld;
};
/// Throws base::Error when the file cannot be written; what was there is then still there.
WordExport writeWord(const report::Document& document, const disclosure::View& view, const QString& path,
                     const base::Progress& progress);

} // namespace workflow
