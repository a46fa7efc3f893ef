#pragma once
#include "base/progress.h"
#include "cartography/divisions.h"
#include "exchange/values/import.h"

#include <QByteArray>

namespace exchange {

/// Reads a list file: CSV (UTF-8, UTF-16 or Windows-1252 detected; , ; or tab) or XLSX (first sheet with a
/// table). Throws base::Error(Malformed, LimitExceeded…).
RawTable readTable(const QString& path);

/// HXL reading by the rule of the reference library: tag row found in the first 25 rows. One actor per
/// organisation of the row that has a name: the carrier of the action, else the one implementing it; rows are
/// gathered by folded name, else acronym; funders and other organisations of the row stay as facts. What the
/// mapping says of a column goes before its tag. A table with no tag row gives the error "hxl.no_tag_row".
ListReading readHxl(const RawTable& table, const Mapping& overrides = {},
                    const base::Progress& progress = {});

/// Reading with a mapping (no HXL row needed; one that is present serves for the columns the mapping leaves
/// out).
ListReading readMapped(const RawTable& table, const Mapping& mapping, const base::Progress& progress = {});

/// Sorts the places of a reading by the study's divisions: provinces answer ter_provinces (unless the list
/// already did), places the divisions do not hold stay as given and are listed in one warning. The readings
/// above have done it.
void locate(ListReading& reading, const cartography::Divisions& divisions);

/// Mapping file (JSON: {"source", "header_row", "columns": {…}, "values": {…}}). Faults are listed.
Mapping readMapping(const QByteArray& json, base::Issues& issues);

/// A proposal that two names designate one actor; never merged silently.
struct Match
{
    int listed = 0;   ///< index in ListReading::actors
    QString actor;    ///< id of the known actor
    double score = 0; ///< 0–1
    QString reason;   ///< same_name, near_name, acronym, arabic_name, acronym_of_name
};

struct KnownActor
{
    QString id, nameFr, nameAr, acronym;
};

/// Proposals above the threshold, best first per listed actor: folded names, token sets, acronyms in both
/// directions, Arabic names.
std::vector<Match> proposeMatches(const std::vector<ListedActor>& listed,
                                  const std::vector<KnownActor>& known);

} // namespace exchange
