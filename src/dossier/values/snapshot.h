#pragma once
#include "dossier/values/frontier.h"

#include <vector>

namespace dossier {

/// State of the study marked when a deliverable left.
struct Snapshot
{
    QString operation; ///< its id
    QString label, author;
    qint64 time = 0; ///< milliseconds UTC
    QString digest;  ///< of the content then, hex; Integrity::digest of Dossier::at(frontier) unless redacted
                     ///< since
    Frontier frontier;
};

/// What two states of one study, or two studies, say differently.
struct FieldChange
{
    QString record;        ///< empty for the study's settings and guided texts
    QString field;         ///< as history shows it: "q:CODE", "q:CODE@row"…
    QString before, after; ///< as operations hold values; empty: nothing said
};

struct Comparison
{
    std::vector<QString> added, removed; ///< ids of records, in order of number
    std::vector<FieldChange> changes;    ///< of records in both, by record then field
};

} // namespace dossier
