#include "workflow/choice_fields.h"

#include "workflow/study.h"

namespace workflow::choice {
namespace {

using items::Fields;

bool isMoment(const QString& text)
{
    bool read = false;
    return text.toLongLong(&read) > 0 && read;
}

bool isKnownThree(const Study& study, const QString& text)
{
    const auto three = threeOf(text);
    return three && std::all_of(three->begin(), three->end(),
                                [&](const QString& id) { return study.dossier().record(id).has_value(); });
}

bool isScore(const QString& text)
{
    bool read = false;
    const int score = text.toInt(&read);
    return text.isEmpty() || (read && score >= 0 && score <= 10);
}

bool isWord(const QString& text, const QStringList& words)
{
    return words.contains(text);
}

using Check = std::function<bool(const Study&, const QString&)>;

const Check Free = [](const Study&, const QString&) { return true; };
const Check Needed = [](const Study&, const QString& text) { return !text.trimmed().isEmpty(); };
const Check Moment = [](const Study&, const QString& text) { return isMoment(text); };
const Check Day = [](const Study&, const QString& text) {
    return QDate::fromString(text, Qt::ISODate).isValid();
};
const Check YesOrNo = [](const Study&, const QString& text) { return isWord(text, {Yes, No}); };

/// Fields of a kind and what each may hold.
const std::map<QString, Check>& checksOf(const QString& kind)
{
    static const std::map<QString, Check> common{{items::Created, Moment}, {items::Replaces, Free}};
    static const auto with = [](std::map<QString, Check> own) {
        own.insert(common.begin(), common.end());
        return own;
    };
    static const std::map<QString, std::map<QString, Check>> all{
        {Approval, with({{QStringLiteral("name"), Needed},
                         {QStringLiteral("role"), Free},
                         {QStringLiteral("reason"), Free},
                         {QStringLiteral("agrees"), YesOrNo},
                         {QStringLiteral("date"), Day},
                         {QStringLiteral("records"), Needed}})},
        {Vote,
         with({{QStringLiteral("trio"), isKnownThree},
               {QStringLiteral("member"), Needed},
               {QStringLiteral("favours"), YesOrNo},
               {QStringLiteral("score"), [](const Study&, const QString& text) { return isScore(text); }},
               {QStringLiteral("argument"), Free}})},
        {Trio, with({{QStringLiteral("records"), isKnownThree},
                     {QStringLiteral("state"),
                      [](const Study&, const QString& text) {
                          return isWord(text, {QStringLiteral("proposee"), QStringLiteral("prise")});
                      }},
                     {QStringLiteral("reason"), Free},
                     {QStringLiteral("dissent"), Free},
                     {QStringLiteral("conditions"), Free},
                     {QStringLiteral("author"), Needed},
                     {QStringLiteral("date"), Day}})}};
    return all.at(kind);
}

} // namespace

base::Issue issue(const QString& code, const QStringList& args)
{
    return {base::Severity::Error, code, {}, args};
}

Outcome refusal(const Study& study, bool needsLock)
{
    Outcome outcome;
    if (needsLock && !study.info().modelLocked)
        outcome.issues.push_back(issue(QStringLiteral("choice.unlocked")));
    return outcome;
}

QString textOf(Three trio)
{
    return items::textOf(QStringList(trio.begin(), trio.end()));
}

std::optional<Three> threeOf(const QString& text)
{
    const QStringList ids = items::idsOf(text);
    if (ids.size() != 3 || QSet<QString>(ids.begin(), ids.end()).size() != 3) return std::nullopt;
    return Three{ids[0], ids[1], ids[2]};
}

Subjects votesBySubject(const items::Settings& settings)
{
    Subjects subjects;
    for (items::Version& version : items::versions(settings, Vote)) {
        const auto trio = threeOf(version.fields.value(QStringLiteral("trio")));
        if (!trio) continue;
        const QString subject = textOf(*trio) + u'\n' + version.fields.value(QStringLiteral("member"));
        subjects[subject].push_back(std::move(version));
    }
    return subjects;
}

const QStringList& sharedKinds()
{
    static const QStringList kinds{Approval, Vote, Trio};
    return kinds;
}

QStringList faultsOf(const Study& study, const QString& kind, const Fields& fields)
{
    QStringList faults;
    const auto& checks = checksOf(kind);
    for (const auto& [name, check] : checks)
        if (!check(study, fields.value(name))) faults << name;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        if (!checks.contains(field.key())) faults << field.key();
    faults.sort();
    return faults;
}

} // namespace workflow::choice
