#pragma once
#include "base/issue.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace exchange {

/// A table as read from CSV or XLSX, before anything is known of its meaning.
struct RawTable
{
    QString name; ///< file or sheet name
    std::vector<QStringList> rows;
    int firstRow = 1;      ///< row number of rows[0] in the source
    QString encoding = {}; ///< of a text file that is not UTF-8: what it was read as
};

/// How columns of a list map to the study. Keys are column headers (or "#n" for the n-th column), values are
/// targets: a question code (id_nom_fr, id_sigle…), "fact:LABEL" to keep a cell as a source fact,
/// "place:adm1", "place:adm2", "place:code", "type", "sector", "activity", "funder", or "" to ignore. Columns
/// left out keep the meaning of their HXL tag, else become source facts.
struct Mapping
{
    QHash<QString, QString> columns;
    /// Per target: source value -> code of the instrument. "type" answers id_categorie, "sector"
    /// dom_domaines.
    QHash<QString, QHash<QString, QString>> values;
    int headerRow = 0; ///< 0: found by itself
    QString source;    ///< label of the list
};

/// One organisation gathered from the rows of a list.
struct ListedActor
{
    QString name, acronym, nameAr, type;
    QStringList sectors, places, placeCodes, activities;
    QHash<QString, QString> answers; ///< question code -> value, already in instrument codes
    QHash<QString, QStringList> facts;
    std::vector<int> rows; ///< source rows it came from
};

struct ListReading
{
    int rows = 0; ///< data rows read
    std::vector<ListedActor> actors;
    base::Issues rejected; ///< rows that could not be used, with reason
    base::Issues warnings;
};

} // namespace exchange
