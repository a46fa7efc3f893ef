#pragma once
#include "exchange/values/import.h"

#include "base/progress.h"

#include <QByteArray>

namespace exchange {

/// Reads a list file: CSV (UTF-8, UTF-16 or Windows-1252 detected; , ; or tab) or XLSX (first sheet with a
/// table). Throws base::Error(Malformed, LimitExceeded…).
RawTable readTable(const QString& path);

/// HXL reading (libhxl's rule, see the data notes): tag row found in the first 25 rows, organisations
/// aggregated by name (or acronym). A table with no tag row gives an error issue "hxl.no_tag_row".
ListReading readHxl(const RawTable& table, const Mapping& overrides = {}, const base::Progress& progress = {});

/// Reading with a mapping only (no HXL row needed; one is skipped if present).
ListReading readMapped(const RawTable& table, const Mapping& mapping, const base::Progress& progress = {});

/// Mapping file (JSON: {"source", "header_row", "columns": {…}, "values": {…}}). Faults are listed.
Mapping readMapping(const QByteArray& json, base::Issues& issues);

/// A proposal that two names designate one actor; never merged silently.
struct Match
{
    int listed = 0;                   ///< index in ListReading::actors
    QString actor;                    ///< id of the known actor
    double score = 0;                 ///< 0–1
    QString reason;                   ///< same_name, near_name, acronym, arabic_name, acronym_of_name
};

struct KnownActor
{
    QString id, nameFr, nameAr, acronym;
};

/// Proposals above the threshold, best first per listed actor: folded names, token sets, acronyms in both
/// directions, Arabic names.
std::vector<Match> proposeMatches(const std::vector<ListedActor>& listed, const std::vector<KnownActor>& known);

} // namespace exchange
