#include "workflow/review.h"

#include "base/uuid.h"
#include "workflow/review_fields.h"
#include "workflow/study.h"

namespace workflow {
namespace {

using review::Words;

base::Issue issue(const QString& code, const QStringList& args = {})
{
    return {base::Severity::Error, code, {}, args};
}

void refuseUnknownWords(const QHash<QString, QString>& fields, const QHash<QString, Words>& legal,
                        base::Issues& issues)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        const auto words = legal.constFind(field.key());
        if (words == legal.constEnd() || words->isKnown(field.value())) continue;
        issues.push_back(issue(QStringLiteral("review.unknown_word"),
                               {field.key(), field.value(), words->words.join(QStringLiteral(", "))}));
    }
}

Outcome store(Study& study, const QString& kind, const QString& id, const QHash<QString, QString>& fields)
{
    const QString prefix = review::prefix(kind, id);
    std::map<QString, QString> writes;
    for (auto field = fields.begin(); field != fields.end(); ++field)
        writes.emplace(prefix + field.key(), *field);
    Outcome outcome = items::store(study, QStringLiteral("review"), writes);
    outcome.id = id;
    return outcome;
}

Outcome remove(Study& study, const QString& kind, const QString& id)
{
    Outcome outcome;
    outcome.id = id;
    const QString prefix = review::prefix(kind, id);
    QHash<QString, QString> emptied;
    const QHash<QString, QString> settings = std::as_const(study).dossier().settings();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting)
        if (setting.key().startsWith(prefix) && !setting->isEmpty())
            emptied.insert(setting.key().mid(prefix.size()), QString());
    if (emptied.isEmpty()) {
        outcome.issues.push_back(issue(QStringLiteral("review.unknown")));
        return outcome;
    }
    return store(study, kind, id, emptied);
}

template <typename Item> void sortByCreation(std::vector<Item>& items)
{
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
        return std::tie(a.created, a.id) < std::tie(b.created, b.id);
    });
}

} // namespace

std::vector<Comment> comments(const Study& study)
{
    std::vector<Comment> out;
    for (const auto& [id, fields] : items::read(study.dossier().settings(), review::CommentKind))
        out.push_back(review::commentOf(id, fields));
    sortByCreation(out);
    return out;
}

std::vector<Decision> decisions(const Study& study)
{
    std::vector<Decision> out;
    for (const auto& [id, fields] : items::read(study.dossier().settings(), review::DecisionKind))
        out.push_back(review::decisionOf(id, fields));
    sortByCreation(out);
    return out;
}

Outcome saveComment(Study& study, Comment comment)
{
    if (comment.id.isEmpty()) {
        comment.id = base::newUuid(study.clock());
        comment.created = study.clock().nowUtc().toMSecsSinceEpoch();
    }
    if (comment.state.isEmpty()) comment.state = QStringLiteral("ouvert");
    if (comment.severity.isEmpty()) comment.severity = QStringLiteral("mineur");
    Outcome refused;
    if (comment.text.trimmed().isEmpty())
        refused.issues.push_back(issue(QStringLiteral("review.text_missing")));
    const bool mustExplain = comment.answer == u"refuse" || comment.answer == u"partiel";
    if (mustExplain && comment.explanation.trimmed().isEmpty())
        refused.issues.push_back(issue(QStringLiteral("review.explanation_missing")));
    const QHash<QString, QString> fields = review::fieldsOf(comment);
    refuseUnknownWords(fields, review::commentWords(), refused.issues);
    return refused.ok() ? store(study, review::CommentKind, comment.id, fields) : refused;
}

Outcome saveDecision(Study& study, Decision decision)
{
    if (decision.id.isEmpty()) {
        decision.id = base::newUuid(study.clock());
        decision.created = study.clock().nowUtc().toMSecsSinceEpoch();
    }
    if (decision.state.isEmpty()) decision.state = QStringLiteral("proposee");
    if (decision.subject.isEmpty()) decision.subject = QStringLiteral("autre");
    Outcome refused;
    if (decision.text.trimmed().isEmpty())
        refused.issues.push_back(issue(QStringLiteral("review.text_missing")));
    const QHash<QString, QString> fields = review::fieldsOf(decision);
    refuseUnknownWords(fields, review::decisionWords(), refused.issues);
    return refused.ok() ? store(study, review::DecisionKind, decision.id, fields) : refused;
}

Outcome removeComment(Study& study, const QString& id)
{
    return remove(study, review::CommentKind, id);
}

Outcome removeDecision(Study& study, const QString& id)
{
    return remove(study, review::DecisionKind, id);
}

} // namespace workflow
