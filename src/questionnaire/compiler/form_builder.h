#pragma once
#include "questionnaire/compiler/sheet.h"
#include "questionnaire/compiler/types.h"

namespace questionnaire {

/// A form being compiled, with where each question comes from and all problems met so far.
struct FormBuild
{
    Form form;
    base::Issues issues;
    std::vector<size_t> rows;   ///< row of the survey sheet, per question
    QStringList ambiguousNames; ///< used by several questions of different groups
    bool choiceDuplicatesAllowed = false;

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
QString defaultText(const QHash<QString, QString>& byLanguage, const QString& defaultLanguage);

void buildSettings(FormBuild& build, const SheetView* settings, const SheetView& survey);
void buildChoices(FormBuild& build, const SheetView* choices);
void buildSurvey(FormBuild& build, const SheetView& survey);
/// References, expressions, cycles: everything that needs the whole form.
void checkForm(FormBuild& build, const SheetView& survey);

} // namespace questionnaire
