#pragma once
#include "questionnaire/compiler.h"

#include <string>
#include <vector>

namespace bench {

/// One question of a form to be written as sheets of an XLSForm and as an XForm.
struct Row
{
    std::string type, name, relevant, constraint, calculation;
};

/// A thousand questions in ten groups: whole numbers with constraints, some shown only while the one before
/// is below 900, texts, choices, and running sums.
std::vector<Row> thousandQuestions();
/// One repeat: two numbers and their product per row, the sum of all products beside it.
std::vector<Row> productsOfRows();

std::vector<questionnaire::SheetTable> sheetsOf(const std::vector<Row>& rows);
/// The same as an XForm: ${names} become paths, relative ones within a repeat.
std::string xformOf(const std::vector<Row>& rows);

} // namespace bench
