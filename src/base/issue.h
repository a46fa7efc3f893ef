#pragma once
#include <QString>
#include <QStringList>

#include <vector>

namespace base {

enum class Severity { Error, Warning };

/// Where in an input a problem stands. Unknown parts are empty or 0; rows count from 1.
struct Place
{
    QString sheet;
    int row = 0;
    QString column;
};

/// One problem found in something a user gave us: a value, never thrown. `code` is a stable dotted name
/// (`form.unknown_type`); `args` fill the French sentence that workflow/messages makes from the code.
struct Issue
{
    Severity severity = Severity::Error;
    QString code;
    Place place;
    QStringList args;
};

using Issues = std::vector<Issue>;

bool hasErrors(const Issues& issues);

} // namespace base
