// What or_other stands for, made as the form tools of ODK and KoboToolbox make it.
#include "questionnaire/compiler/form_builder.h"
#include "questionnaire/compiler/sheet.h"

namespace questionnaire {

namespace {

struct Words
{
    const char16_t* choice;
    const char16_t* question;
};

/// A form has its texts from its author; these two it leaves to the program that compiles it.
const Words& wordsIn(const QString& language)
{
    static const Words french{u"Autre", u"Autre, précisez"}, english{u"Other", u"Specify other."},
        arabic{u"أخرى", u"أخرى، حدّد"}, spanish{u"Otro", u"Otro, especifique"};
    static const QHash<QString, const Words*> known{{QString(), &french},      {u"fr"_qs, &french},
                                                    {u"français"_qs, &french}, {u"french"_qs, &french},
                                                    {u"ar"_qs, &arabic},       {u"arabic"_qs, &arabic},
                                                    {u"العربية"_qs, &arabic},  {u"es"_qs, &spanish},
                                                    {u"español"_qs, &spanish}, {u"spanish"_qs, &spanish}};
    return *known.value(language.toLower(), &english);
}

template <class Texts> void word(const Form& form, const char16_t* Words::*which, Texts& texts)
{
    texts.label = QString::fromUtf16(wordsIn(form.defaultLanguage).*which);
    for (const QString& language : form.languages) {
        const QString code = languageCode(language);
        texts.labels.insert(code, QString::fromUtf16(wordsIn(code).*which));
    }
}

} // namespace

void addOtherChoice(Form& form, const QString& list)
{
    std::vector<Choice>& choices = form.lists[list].choices;
    if (std::any_of(choices.begin(), choices.end(), [](const Choice& one) { return one.name == u"other"; }))
        return;
    Choice other;
    other.name = QStringLiteral("other");
    other.isOther = true;
    word(form, &Words::choice, other);
    choices.push_back(std::move(other));
}

Question otherTextOf(const Form& form, const Question& select)
{
    Question other;
    other.name = select.name + OtherEnding;
    other.typeName = QStringLiteral("text");
    other.isOther = true;
    other.relevant = QStringLiteral("selected(${%1}, 'other')").arg(select.name);
    other.parent = select.parent;
    other.scope = select.scope;
    other.sensitivity = select.sensitivity;
    other.shortForm = select.shortForm;
    word(form, &Words::question, other);
    return other;
}

} // namespace questionnaire
