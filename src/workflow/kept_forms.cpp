#include "workflow/kept_forms.h"

#include "workflow/settings.h"
#include "workflow/study.h"

namespace workflow {

std::vector<std::shared_ptr<const questionnaire::Form>> keptForms(const Study& study)
{
    std::vector<std::shared_ptr<const questionnaire::Form>> forms{study.sharedForm()};
    if (!study.hasOwnForms()) return forms;
    const auto add = [&](std::shared_ptr<const questionnaire::Form> form) {
        if (form && form != forms.front()) forms.push_back(std::move(form));
    };
    const QHash<QString, QString> settings = study.dossier().settings();
    QStringList names = settings.keys();
    names.sort();
    add(study.formVersion({}));
    for (const QString& name : std::as_const(names))
        if (name.startsWith(key::FormTextPrefix))
            add(study.formVersion(name.mid(key::FormTextPrefix.size())));
    return forms;
}

const questionnaire::Form& formHolding(const Study& study, const QString& question)
{
    if (study.form().question(question) || !study.hasOwnForms()) return study.form();
    for (const auto& form : keptForms(study))
        if (form->question(question)) return *form; // kept for good
    return study.form();
}

} // namespace workflow
