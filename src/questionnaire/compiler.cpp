#include "questionnaire/compiler.h"

#include "questionnaire/compiler/form_builder.h"

namespace questionnaire {

namespace {

const SheetTable* sheetNamed(const std::vector<SheetTable>& sheets, const QString& name)
{
    for (const SheetTable& sheet : sheets)
        if (sheet.name.trimmed().toLower() == name) return &sheet;
    return nullptr;
}

std::optional<SheetView> viewOf(const std::vector<SheetTable>& sheets, const QString& name)
{
    const SheetTable* sheet = sheetNamed(sheets, name);
    return sheet ? std::optional<SheetView>(*sheet) : std::nullopt;
}

bool hasNeededColumns(FormBuild& build, const SheetView& survey)
{
    for (const QString& column : {u"type"_qs, u"name"_qs}) {
        if (survey.has(column)) continue;
        build.error(u"missing_column"_qs, survey.sheetPlace(), {column});
    }
    return build.issues.empty();
}

// Beyond any form that people answer; what the checks take grows with it.
constexpr size_t MostQuestions = 20'000;
constexpr size_t MostChoices = 100'000;

bool isTooLarge(FormBuild& build, const std::optional<SheetView>& sheet, size_t most)
{
    if (!sheet || sheet->rowCount() <= most) return false;
    build.error(u"too_many_rows"_qs, sheet->sheetPlace(), {QString::number(most)});
    return true;
}

const SheetView* pointer(const std::optional<SheetView>& view)
{
    return view ? &*view : nullptr;
}

} // namespace

CompileResult compileForm(const std::vector<SheetTable>& sheets)
{
    FormBuild build;
    const auto survey = viewOf(sheets, u"survey"_qs);
    if (!survey) {
        build.error(u"missing_sheet"_qs, {}, {u"survey"_qs});
        checkSheetNames(build, sheets);
        return {nullptr, build.issues};
    }
    if (!hasNeededColumns(build, *survey)) return {nullptr, build.issues};
    const auto settings = viewOf(sheets, u"settings"_qs), choices = viewOf(sheets, u"choices"_qs),
               external = viewOf(sheets, u"external_choices"_qs);
    if (isTooLarge(build, survey, MostQuestions) || isTooLarge(build, choices, MostChoices))
        return {nullptr, build.issues};
    buildSettings(build, pointer(settings), *survey);
    buildChoices(build, pointer(choices));
    readExternalLists(build, pointer(external));
    buildSurvey(build, *survey);
    if (build.tooDeep) return {nullptr, build.issues};
    checkForm(build, *survey);
    checkRelations(build, *survey);
    checkTables(build, *survey);
    checkWorkbook(build, sheets, *survey, pointer(choices));
    if (build.form.questions.empty() && !base::hasErrors(build.issues))
        build.error(u"no_question"_qs, survey->sheetPlace());
    if (base::hasErrors(build.issues)) return {nullptr, build.issues};
    return {std::make_shared<const Form>(std::move(build.form)), build.issues};
}

} // namespace questionnaire
