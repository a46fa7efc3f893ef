#pragma once
#include "base/issue.h"
#include "questionnaire/values/form.h"

#include <memory>

namespace questionnaire {

/// A sheet as rows of cells; row 0 is the header. `firstRow` is the number of the header row in the source.
struct SheetTable
{
    QString name;
    std::vector<QStringList> rows;
    int firstRow = 1;
};

struct CompileResult
{
    std::shared_ptr<const Form> form; ///< nullptr when there are errors
    base::Issues issues;              ///< all of them, errors and warnings
};

/// Compiles the survey, choices and settings sheets of an XLSForm.
CompileResult compileForm(const std::vector<SheetTable>& sheets);

/// Reads a form file: .xlsx, a folder of CSV tables, .md tables, or an ODK XForm .xml. Problems of content
/// are issues; throws base::Error only when the file cannot be read.
CompileResult readForm(const QString& path);

} // namespace questionnaire
