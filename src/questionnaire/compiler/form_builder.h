#pragma once
#include "questionnaire/compiler/sheet.h"
#include "questionnaire/compiler/types.h"
#include "questionnaire/references.h"

#include <optional>

namespace questionnaire {

/// A text that may cite questions, kept until all of them are known.
struct CitingText
{
    QString text, owner; ///< owner: whose text it is, for the message
    base::Place place;
};

/// A table declared on the survey sheet (csv-external, xml-external).
struct ExternalTable
{
    QString name, file;
    base::Place place;
};

/// A form being compiled, with where each question comes from and all problems met so far.
struct FormBuild
{
    Form form;
    base::Issues issues;
    std::vector<size_t> rows;                 ///< row of the survey sheet, per question
    QStringList ambiguousNames;               ///< used by several questions of different groups
    std::optional<QStringList> externalLists; ///< of the external_choices sheet; nothing without one
    std::vector<ExternalTable> externalTables;
    std::vector<CitingText> citing; ///< of the other sheets
    QHash<int, QString> loops;      ///< list that a loop goes over, by question
    bool instanceIdOmitted = false;
    bool tooDeep = false; ///< groups nested beyond reason: nothing more is looked at

    void error(const QString& code, base::Place place, QStringList args = {})
    {
        issues.push_back(
            {base::Severity::Error, QStringLiteral("form.") + code, std::move(place), std::move(args)});
    }
    void warning(const QString& code, base::Place place, QStringList args = {})
    {
        issues.push_back(
            {base::Severity::Warning, QStringLiteral("form.") + code, std::move(place), std::move(args)});
    }
};

/// The text for the default language: its own, else the one without language, else any.
QString defaultText(const Translations& byLanguage, const QString& defaultLanguage);
/// What XLSForm reads as yes: yes, true, true(); and as no.
bool isYes(const QString& cell);
bool isNo(const QString& cell);
/// True when a text holds "${" that no name and "}" follow.
bool hasBrokenReference(const QString& text);
/// A letter or underscore, then letters, digits, - _ and the period.
bool isValidName(const QString& name);
/// Files of the media columns of a row.
MediaFiles readMedia(const SheetView& sheet, size_t row);

void buildSettings(FormBuild& build, const SheetView* settings, const SheetView& survey);
void buildChoices(FormBuild& build, const SheetView* choices);
void readExternalLists(FormBuild& build, const SheetView* externalChoices);
void buildSurvey(FormBuild& build, const SheetView& survey);
/// What the name of that question adds to the select's.
inline const QString OtherEnding = QStringLiteral("_other");
/// Adds "other" to a list, unless it is there.
void addOtherChoice(Form& form, const QString& list);
/// The text question in which "other" of a select is spelt out, as form tools make it.
Question otherTextOf(const Form& form, const Question& select);
/// What a row must respect whatever the others say.
void checkRow(FormBuild& build, const SheetView& survey, size_t row, const Question& question,
              const TypeCell& type);
/// References, expressions, cycles: everything that needs the whole form.
void checkForm(FormBuild& build, const SheetView& survey);
/// Tables that would bear the same name, or that a question names and nothing gives.
void checkTables(FormBuild& build, const SheetView& survey);
/// Triggers, table-lists, loops: what one question asks of another.
void checkRelations(FormBuild& build, const SheetView& survey);
/// Warnings on sheets whose name is nearly that of one that is not there.
void checkSheetNames(FormBuild& build, const std::vector<SheetTable>& sheets);
/// Warnings on the workbook: languages, misspelt sheets, columns in excess.
void checkWorkbook(FormBuild& build, const std::vector<SheetTable>& sheets, const SheetView& survey,
                   const SheetView* choices);

} // namespace questionnaire
