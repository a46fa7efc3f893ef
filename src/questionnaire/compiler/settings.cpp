#include "questionnaire/compiler/form_builder.h"

namespace questionnaire {

QString defaultText(const QHash<QString, QString>& byLanguage, const QString& defaultLanguage)
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

void buildSettings(FormBuild& build, const SheetView* settings, const SheetView& survey)
{
    Form& form = build.form;
    if (settings && settings->rowCount() > 0) {
        form.id = settings->cell(0, u"form_id"_qs);
        form.title = settings->cell(0, u"form_title"_qs);
        form.version = settings->cell(0, u"version"_qs);
        form.defaultLanguage = languageCode(settings->cell(0, u"default_language"_qs));
        const QString duplicates = settings->cell(0, u"allow_choice_duplicates"_qs).toLower();
        build.choiceDuplicatesAllowed = duplicates == u"yes" || duplicates == u"true";
    }
    if (form.defaultLanguage.isEmpty() && !survey.languages().isEmpty())
        form.defaultLanguage = survey.languages().front();
    if (form.id.isEmpty()) form.id = QStringLiteral("data");
    if (form.title.isEmpty()) form.title = form.id;
}

namespace {

void buildChoice(FormBuild& build, const SheetView& choices, size_t row)
{
    static const QStringList usual{u"list_name"_qs, u"name"_qs,  u"label"_qs,
                                   u"image"_qs,     u"audio"_qs, u"video"_qs};
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
    ChoiceList& list = build.form.lists[listName];
    list.name = listName;
    if (choice.name.isEmpty()) {
        build.error(u"choice_without_name"_qs, choices.place(row, u"name"_qs), {listName});
        return;
    }
    const bool duplicate = std::any_of(list.choices.begin(), list.choices.end(),
                                       [&](const Choice& other) { return other.name == choice.name; });
    if (duplicate && !build.choiceDuplicatesAllowed)
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
    for (size_t row = 0; row < choices->rowCount(); ++row)
        if (!choices->isEmpty(row)) buildChoice(build, *choices, row);
}

} // namespace questionnaire
