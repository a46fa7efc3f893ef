#pragma once
#include "base/issue.h"
#include "exchange/values/import.h"

namespace exchange {

/// What a column of a list brings.
enum class Target : quint8 {
    Ignored,
    Fact,
    Name,
    NameAr,
    Acronym,
    Type,
    Sector,
    Place,
    PlaceCode,
    Activity,
    Question
};

/// Which organisation of the row a name designates: the one that carries the action, the one that carries it
/// out for her, or the one that pays.
enum class Role : quint8 { Primary, Implementing, Funder };

struct Column
{
    int index = 0;
    Target target = Target::Ignored;
    Role role = Role::Primary;
    QString label;     ///< header; of a Fact its label, of a Question its code
    bool list = false; ///< the cell holds several values (+list)
};

/// Rows of a table with the meaning of its columns.
struct Layout
{
    std::vector<Column> columns; ///< one per column that brings something
    int width = 0;               ///< columns under a header or a tag
    int firstData = 0;           ///< index of the first data row
};

/// Meaning of each column: what the mapping says, else the HXL tag, else a source fact. `requireTags` makes
/// the absence of a tag row an error. Problems that leave nothing to read are errors.
Layout readLayout(const RawTable& table, const Mapping& mapping, bool requireTags, base::Issues& issues);

/// Target of a mapping by its word ("place:adm1", "fact:LABEL", a question code…); empty when there is none.
std::optional<Column> targetFromWord(const QString& word);

} // namespace exchange
