#include "questionnaire/compiler/form_builder.h"

#include <QRegularExpression>

namespace questionnaire {

namespace {

/// True when one letter added, removed, changed or two letters exchanged separate two names at most twice.
bool isNear(const QString& written, const QString& meant)
{
    if (std::abs(written.size() - meant.size()) > 2) return false;
    std::vector<int> above(size_t(meant.size()) + 1), row(above.size());
    for (size_t i = 0; i < above.size(); ++i)
        above[i] = int(i);
    for (qsizetype i = 0; i < written.size(); ++i) {
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < meant.size(); ++j) {
            const auto at = size_t(j);
            const int changed = above[at] + (written[i] == meant[j] ? 0 : 1);
            row[at + 1] = std::min({above[at + 1] + 1, row[at] + 1, changed});
        }
        std::swap(above, row);
    }
    return above.back() <= 2;
}

void checkColumns(FormBuild& build, const SheetView& sheet, int headerRow)
{
    for (const auto& [kept, excess] : sheet.duplicates())
        build.error(u"duplicate_column"_qs, {sheet.sheetPlace().sheet, headerRow, excess}, {kept, excess});
}

void checkLanguages(FormBuild& build, const SheetView& survey, const SheetView* choices)
{
    QStringList all = survey.languages();
    if (choices)
        for (const QString& language : choices->languages())
            if (!all.contains(language)) all << language;
    static const QRegularExpression code(u"\\([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\)$"_qs);
    for (const QString& language : std::as_const(all))
        if (!code.match(language).hasMatch())
            build.warning(u"language_without_code"_qs, survey.sheetPlace(), {language});
    const auto check = [&](const SheetView& sheet) {
        for (const QString& column : translatableColumns()) {
            const QStringList present = sheet.languagesOf(column);
            // A column in no language is for all of them.
            if (present.join(QString()).isEmpty()) continue;
            for (const QString& language : std::as_const(all))
                if (!present.contains(language))
                    build.warning(u"missing_translation"_qs, {sheet.sheetPlace().sheet, 0, column},
                                  {column, language});
        }
    };
    check(survey);
    if (choices) check(*choices);
}

void checkChoiceHeaders(FormBuild& build, const SheetView& choices)
{
    for (const QString& header : choices.otherHeaders(translatableColumns() + QStringList{u"list_name"_qs}))
        if (header.contains(u' '))
            build.warning(u"space_in_column"_qs, {choices.sheetPlace().sheet, 0, header}, {header});
}

} // namespace

void checkSheetNames(FormBuild& build, const std::vector<SheetTable>& sheets)
{
    static const QStringList known{u"survey"_qs, u"choices"_qs, u"settings"_qs};
    QStringList present;
    for (const SheetTable& sheet : sheets)
        present << sheet.name.trimmed().toLower();
    for (const QString& meant : known) {
        if (present.contains(meant)) continue;
        // A leading underscore is how authors set a sheet aside.
        for (const QString& written : std::as_const(present))
            if (!known.contains(written) && !written.startsWith(u'_') && isNear(written, meant))
                build.warning(u"sheet_misspelt"_qs, {written, 0, {}}, {written, meant});
    }
}

void checkWorkbook(FormBuild& build, const std::vector<SheetTable>& sheets, const SheetView& survey,
                   const SheetView* choices)
{
    checkSheetNames(build, sheets);
    checkLanguages(build, survey, choices);
    const auto headerRow = [](const SheetView& sheet) { return sheet.place(0, {}).row - 1; };
    checkColumns(build, survey, headerRow(survey));
    if (choices) checkColumns(build, *choices, headerRow(*choices));
    if (choices) checkChoiceHeaders(build, *choices);
    if (survey.has(u"disabled"_qs))
        build.warning(u"disabled_column"_qs, {survey.sheetPlace().sheet, headerRow(survey), u"disabled"_qs});
}

} // namespace questionnaire
