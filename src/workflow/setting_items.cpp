#include "workflow/setting_items.h"

#include "base/uuid.h"
#include "dossier/transaction.h"
#include "workflow/study.h"

namespace workflow::items {
namespace {

/// What a version says, without when nor after what it was said.
Fields wordsOf(Fields fields)
{
    for (const QString& name : {Created, Replaces, FromReviewer})
        fields.remove(name);
    return fields;
}

} // namespace

QString prefix(const QString& kind, const QString& id)
{
    return kind + u'.' + id + u'.';
}

std::map<QString, Fields> read(const Settings& settings, const QString& kind)
{
    std::map<QString, Fields> items;
    const QString start = kind + u'.';
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        if (!setting.key().startsWith(start) || setting->isEmpty()) continue;
        const QString rest = setting.key().mid(start.size());
        items[rest.section(u'.', 0, 0)].insert(rest.section(u'.', 1), *setting);
    }
    return items;
}

Outcome store(Study& study, const QString& cause, const std::map<QString, QString>& writes)
{
    Outcome outcome;
    const Settings settings = std::as_const(study).dossier().settings();
    std::map<QString, QString> changed;
    for (const auto& [name, value] : writes)
        if (settings.value(name) != value) changed.emplace(name, value);
    if (changed.empty()) return outcome;
    outcome.changes = study.dossier().transact(cause, [&](dossier::Transaction& t) {
        for (const auto& [name, value] : changed)
            dossier::setSetting(t, name, value);
    });
    return outcome;
}

QString textOf(QStringList ids)
{
    ids.sort();
    return ids.join(u' ');
}

QStringList idsOf(const QString& text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

std::vector<Version> versions(const Settings& settings, const QString& kind)
{
    std::vector<Version> found;
    QSet<QString> replaced;
    for (auto& [id, fields] : read(settings, kind)) {
        for (const QString& other : idsOf(fields.value(Replaces)))
            replaced << other;
        found.push_back({id, fields, fields.value(Created).toLongLong(), false});
    }
    for (Version& version : found)
        version.replaced = replaced.contains(version.id);
    std::sort(found.begin(), found.end(), [](const Version& a, const Version& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
    return found;
}

std::vector<const Version*> heads(const std::vector<Version>& versions)
{
    std::vector<const Version*> found;
    for (auto version = versions.rbegin(); version != versions.rend(); ++version)
        if (!version->replaced) found.push_back(&*version);
    return found;
}

bool differ(const std::vector<const Version*>& heads)
{
    return std::any_of(heads.begin(), heads.end(), [&](const Version* head) {
        return wordsOf(head->fields) != wordsOf(heads.front()->fields);
    });
}

Outcome addVersion(Study& study, const QString& kind, Fields fields,
                   const std::vector<const Version*>& replaced)
{
    fields.removeIf([](Fields::iterator field) { return field->isEmpty(); });
    Outcome outcome;
    if (replaced.size() == 1 && wordsOf(replaced.front()->fields) == fields) {
        outcome.id = replaced.front()->id;
        return outcome;
    }
    QStringList ids;
    for (const Version* version : replaced)
        ids << version->id;
    fields.insert(Replaces, textOf(ids));
    fields.insert(Created, QString::number(study.clock().nowUtc().toMSecsSinceEpoch()));
    const QString id = base::newUuid(study.clock());
    std::map<QString, QString> writes;
    for (auto field = fields.cbegin(); field != fields.cend(); ++field)
        writes.emplace(prefix(kind, id) + field.key(), *field);
    outcome = store(study, QStringLiteral("choice"), writes);
    outcome.id = id;
    return outcome;
}

} // namespace workflow::items
