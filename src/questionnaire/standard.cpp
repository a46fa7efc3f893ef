#include "questionnaire/standard.h"

#include "base/resources.h"
#include "questionnaire/compiler.h"
#include "tabular/csv.h"

namespace questionnaire {

namespace {

std::shared_ptr<const Form> compileStandardForm()
{
    std::vector<SheetTable> sheets;
    for (const QString& name : {u"survey"_qs, u"choices"_qs, u"settings"_qs})
        sheets.push_back(
            {name, tabular::parseCsv(base::resource(u"questionnaire/"_qs + name + u".csv"_qs)), 1});
    const CompileResult result = compileForm(sheets);
    Q_ASSERT_X(result.form, "standardForm", "the shipped instrument does not compile");
    return result.form;
}

} // namespace

std::shared_ptr<const Form> standardForm()
{
    static const std::shared_ptr<const Form> form = compileStandardForm();
    return form;
}

} // namespace questionnaire
