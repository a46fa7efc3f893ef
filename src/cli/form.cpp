#include "base/atomic_file.h"
#include "cli/form_change.h"
#include "workflow/forms.h"
#include "workflow/messages/messages.h"

#include <QFileInfo>
#include <QTimeZone>

namespace cli {
namespace {

Json problemJson(const base::Issue& issue)
{
    const workflow::messages::Message message = workflow::messages::forIssue(issue);
    return {{"severity", issue.severity == base::Severity::Error ? "error" : "warning"},
            {"sheet", textOrNull(issue.place.sheet)},
            {"row", issue.place.row > 0 ? Json(issue.place.row) : Json(nullptr)},
            {"column", textOrNull(issue.place.column)},
            {"code", text(issue.code)},
            {"message", text(message.what)},
            {"remedy", text(message.remedy)}};
}

int check(const Context& context)
{
    const base::Issues issues = workflow::checkForm(context.argument(1));
    const bool ok = !base::hasErrors(issues);
    if (context.json()) {
        Json problems = Json::array();
        for (const base::Issue& issue : issues)
            problems.push_back(problemJson(issue));
        context.print({{"ok", ok}, {"problems", problems}});
    } else {
        context.report(issues);
        if (ok) context.line(QStringLiteral("Le questionnaire est valide."));
    }
    return ok ? Done : Refused;
}

QDateTime instantOf(const Context& context)
{
    const QTimeZone zone(context.value(QStringLiteral("tz")).toLatin1());
    const QTimeZone known = zone.isValid() ? zone : QTimeZone("Africa/Casablanca");
    const QString given = context.value(QStringLiteral("now"));
    QDateTime now =
        given.isEmpty() ? context.clock().nowUtc() : QDateTime::fromString(given, Qt::ISODateWithMs);
    // An instant written without an offset is one of the zone.
    if (now.timeSpec() == Qt::LocalTime) return QDateTime(now.date(), now.time(), known);
    return now.toTimeZone(known);
}

std::optional<questionnaire::EvalRequest::As> kindOf(const QString& word)
{
    using As = questionnaire::EvalRequest::As;
    if (word == u"string") return As::Text;
    if (word == u"number") return As::Number;
    if (word == u"boolean") return As::Boolean;
    if (word == u"nodeset") return As::NodeSet;
    return {};
}

int evaluateMany(const Context& context)
{
    const QString path = context.value(QStringLiteral("cases"));
    const QString folder = context.isSet(QStringLiteral("documents"))
                               ? context.value(QStringLiteral("documents"))
                               : QFileInfo(path).absolutePath();
    workflow::evaluateCases(base::readFile(path), folder, instantOf(context),
                            [&](const Json& line) { context.print(line); });
    return Done;
}

int evaluate(const Context& context)
{
    if (context.isSet(QStringLiteral("cases"))) return evaluateMany(context);
    questionnaire::EvalRequest request;
    request.expression = context.value(QStringLiteral("expr"));
    const auto kind = kindOf(context.value(QStringLiteral("as")));
    if (request.expression.isEmpty() || !kind) {
        context.complain(QStringLiteral(
            "« form eval » attend --expr EXPRESSION, et --as string, number, boolean ou nodeset."));
        return Usage;
    }
    request.as = *kind;
    request.now = instantOf(context);
    request.context = context.value(QStringLiteral("context"));
    if (context.isSet(QStringLiteral("xml")))
        request.xml = base::readFile(context.value(QStringLiteral("xml")));
    const QByteArray answers = context.isSet(QStringLiteral("answers"))
                                   ? base::readFile(context.value(QStringLiteral("answers")))
                                   : QByteArray();
    const Json result = context.isSet(QStringLiteral("explain")) ? workflow::explain(request, answers)
                                                                 : workflow::evaluate(request, answers);
    context.print(result);
    return result.contains("error") ? Refused : Done;
}

int replay(const Context& context)
{
    workflow::ReplayRequest request;
    request.form = context.argument(1);
    request.steps = base::readFile(context.value(QStringLiteral("steps")));
    request.now = instantOf(context);
    request.submission = context.value(QStringLiteral("submission"));
    base::Issues issues;
    const bool done = workflow::replayForm(
        request, [&](const Json& line) { context.print(line); }, issues);
    context.report(issues);
    return done ? Done : Refused;
}

int run(const Context& context)
{
    const QString verb = context.argument(0);
    if (verb == u"eval") return evaluate(context);
    if (verb == u"check" && context.arguments().size() == 2) return check(context);
    if (verb == u"run" && context.arguments().size() == 2 && context.isSet(QStringLiteral("steps")))
        return replay(context);
    if (verb == u"diff" && context.arguments().size() == 3) return diffForms(context);
    if (verb == u"change" && context.arguments().size() >= 2) return changeForm(context);
    if (verb == u"versions" && context.arguments().size() == 2) return listForms(context);
    context.complain(
        QStringLiteral("« form » attend « check FICHIER », « run FICHIER --steps S », « eval --expr E », "
                       "« diff ANCIEN NOUVEAU », « change ÉTUDE FICHIER » ou « versions ÉTUDE »."));
    return Usage;
}

} // namespace

Command formCommand()
{
    return {QStringLiteral("form"),
            QStringLiteral("check FICHIER | run FICHIER --steps S.jsonl | eval --expr E [--xml D --context "
                           "C] [--answers A [--explain]] | diff ANCIEN NOUVEAU | change ÉTUDE FICHIER "
                           "[--dry-run] [--keep-old ID,…] [--rename A=B,…] [--reason T] | change ÉTUDE --to "
                           "EMPREINTE | versions ÉTUDE"),
            QStringLiteral("vérifie, rejoue, compare ou change un questionnaire, évalue une expression"),
            1,
            3,
            {option(QStringLiteral("expr"), QStringLiteral("E")),
             option(QStringLiteral("xml"), QStringLiteral("D")),
             option(QStringLiteral("context"), QStringLiteral("C")),
             option(QStringLiteral("answers"), QStringLiteral("A")),
             option(QStringLiteral("as"), QStringLiteral("K"), QStringLiteral("string")),
             flag(QStringLiteral("explain")), option(QStringLiteral("cases"), QStringLiteral("T")),
             option(QStringLiteral("documents"), QStringLiteral("D")),
             option(QStringLiteral("now"), QStringLiteral("I")),
             option(QStringLiteral("tz"), QStringLiteral("Z"), QStringLiteral("Africa/Casablanca")),
             option(QStringLiteral("steps"), QStringLiteral("S")),
             option(QStringLiteral("submission"), QStringLiteral("F")), flag(QStringLiteral("dry-run")),
             option(QStringLiteral("keep-old"), QStringLiteral("ID,…")),
             option(QStringLiteral("rename"), QStringLiteral("A=B,…")),
             option(QStringLiteral("reason"), QStringLiteral("TEXTE")),
             option(QStringLiteral("to"), QStringLiteral("EMPREINTE"))},
            run};
}

} // namespace cli
