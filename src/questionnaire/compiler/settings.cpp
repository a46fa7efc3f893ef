#include "questionnaire/compiler/form_builder.h"

#include <QSet>

namespace questionnaire {

QString defaultText(const Translations& byLanguage, const QString& defaultLanguage)
{
    if (byLanguage.isEmpty()) return {};
    for (const QString& language : {defaultLanguage, QString()}) {
        const auto found = byLanguage.constFind(language);
        if (found != byLanguage.constEnd()) return *found;
    }
    QStringList languages = byLanguage.keys();
    languages.sort();
    return byLanguage.value(languages.front());
}

bool isYes(const QString& cell)
{
    const QString word = cell.toLower();
    return word == u"yes" || word == u"true" || word == u"true()" || word == u"oui";
}

bool isNo(const QString& cell)
{
    const QString word = cell.toLower();
    return word.isEmpty() || word == u"no" || word == u"false" || word == u"false()" || word == u"non";
}

MediaFiles readMedia(const SheetView& sheet, size_t row)
{
    MediaFiles files;
    for (const QString& kind : {u"image"_qs, u"big-image"_qs, u"audio"_qs, u"video"_qs}) {
        const Translations named = sheet.localized(row, kind);
        if (!named.isEmpty()) files.insert(kind, named);
    }
    return files;
}

namespace {

/// A setting that is yes or no; another word is a warning and counts as no.
bool truth(FormBuild& build, const SheetView& settings, const QString& column)
{
    const QString cell = settings.cell(0, column);
    if (!isYes(cell) && !isNo(cell))
        build.warning(u"unknown_setting_value"_qs, settings.place(0, column), {column, cell});
    return isYes(cell);
}

void readSettings(FormBuild& build, const SheetView& settings)
{
    Form& form = build.form;
    form.id = settings.cell(0, u"form_id"_qs);
    form.title = settings.cell(0, u"form_title"_qs);
    form.version = settings.cell(0, u"version"_qs);
    form.instanceName = settings.cell(0, u"instance_name"_qs);
    form.defaultLanguage = languageCode(settings.cell(0, u"default_language"_qs));
    form.choiceDuplicatesAllowed = truth(build, settings, u"allow_choice_duplicates"_qs);
    build.instanceIdOmitted = truth(build, settings, u"omit_instanceid"_qs);
    if (build.instanceIdOmitted && !settings.cell(0, u"public_key"_qs).isEmpty())
        build.error(u"instance_id_needed"_qs, settings.place(0, u"omit_instanceid"_qs));
    const QString root = settings.cell(0, u"name"_qs);
    if (!root.isEmpty() && !isValidName(root))
        build.error(u"invalid_name"_qs, settings.place(0, u"name"_qs), {root});
}

} // namespace

void buildSettings(FormBuild& build, const SheetView* settings, const SheetView& survey)
{
    Form& form = build.form;
    if (settings && settings->rowCount() > 0) readSettings(build, *settings);
    form.languages = survey.languages();
    if (form.defaultLanguage.isEmpty() && !survey.languages().isEmpty())
        form.defaultLanguage = languageCode(survey.languages().front());
    if (form.id.isEmpty()) form.id = QStringLiteral("data");
    if (form.title.isEmpty()) form.title = form.id;
}

void readExternalLists(FormBuild& build, const SheetView* externalChoices)
{
    if (!externalChoices) return;
    build.externalLists.emplace();
    for (size_t row = 0; row < externalChoices->rowCount(); ++row)
        *build.externalLists << externalChoices->cell(row, u"list_name"_qs);
}

namespace {

using SeenChoices = QSet<std::pair<QString, QString>>;

void buildChoice(FormBuild& build, const SheetView& choices, size_t row, SeenChoices& seen)
{
    static const QStringList usual{u"list_name"_qs, u"name"_qs,  u"label"_qs, u"image"_qs,
                                   u"big-image"_qs, u"audio"_qs, u"video"_qs};
    const QString listName = choices.cell(row, u"list_name"_qs);
    if (listName.isEmpty()) {
        build.warning(u"choice_without_list"_qs, choices.place(row, u"list_name"_qs));
        return;
    }
    Choice choice;
    choice.name = choices.cell(row, u"name"_qs);
    choice.labels = choices.localized(row, u"label"_qs);
    choice.label = defaultText(choice.labels, build.form.defaultLanguage);
    choice.labels.remove(QString());
    choice.attributes = choices.others(row, usual);
    choice.media = readMedia(choices, row);
    for (const QString& text : choices.localized(row, u"label"_qs))
        if (text.contains(u"${"))
            build.citing.push_back({text, choice.name, choices.place(row, u"label"_qs)});
    ChoiceList& list = build.form.lists[listName];
    list.name = listName;
    if (choice.name.isEmpty()) {
        build.error(u"choice_without_name"_qs, choices.place(row, u"name"_qs), {listName});
        return;
    }
    const auto key = std::pair(listName, choice.name);
    const bool duplicate = seen.contains(key);
    seen.insert(key);
    if (duplicate && !build.form.choiceDuplicatesAllowed)
        build.error(u"duplicate_choice"_qs, choices.place(row, u"name"_qs), {choice.name, listName});
    if (choice.label.isEmpty())
        build.warning(u"choice_without_label"_qs, choices.place(row, u"label"_qs), {choice.name, listName});
    list.choices.push_back(std::move(choice));
}

} // namespace

void buildChoices(FormBuild& build, const SheetView* choices)
{
    if (!choices) return;
    for (const QString& column : {u"list_name"_qs, u"name"_qs}) {
        if (choices->rowCount() == 0 || choices->has(column)) continue;
        build.error(u"missing_column"_qs, choices->sheetPlace(), {column});
        return;
    }
    SeenChoices seen;
    for (size_t row = 0; row < choices->rowCount(); ++row)
        if (!choices->isEmpty(row)) buildChoice(build, *choices, row, seen);
}

} // namespace questionnaire
