#include "cli/dossier_commands.h"
#include "workflow/review.h"

namespace cli {
namespace {

Json commentJson(const workflow::Comment& comment)
{
    return {{"id", text(comment.id)},
            {"author", text(comment.author)},
            {"created", comment.created},
            {"version", textOrNull(comment.version)},
            {"record", textOrNull(comment.record)},
            {"question", textOrNull(comment.question)},
            {"chapter", textOrNull(comment.chapter)},
            {"excerpt", textOrNull(comment.excerpt)},
            {"text", text(comment.text)},
            {"nature", textOrNull(comment.nature)},
            {"severity", text(comment.severity)},
            {"answer", textOrNull(comment.answer)},
            {"explanation", textOrNull(comment.explanation)},
            {"state", text(comment.state)},
            {"blocking", comment.isBlocking()},
            {"from_reviewer", comment.fromReviewer},
            {"shared", comment.shared}};
}

Json decisionJson(const workflow::Decision& decision)
{
    return {{"id", text(decision.id)},
            {"author", text(decision.author)},
            {"created", decision.created},
            {"subject", text(decision.subject)},
            {"record", textOrNull(decision.record)},
            {"text", text(decision.text)},
            {"reason", textOrNull(decision.reason)},
            {"state", text(decision.state)},
            {"from_reviewer", decision.fromReviewer},
            {"shared", decision.shared}};
}

int list(const Context& context, const workflow::Study& study)
{
    Json comments = Json::array(), decisions = Json::array();
    for (const workflow::Comment& comment : workflow::comments(study)) {
        comments.push_back(commentJson(comment));
        if (!context.json())
            context.line(QStringLiteral("%1  %2, %3  %4 : %5")
                             .arg(comment.id, comment.severity, comment.state, comment.author, comment.text));
    }
    for (const workflow::Decision& decision : workflow::decisions(study)) {
        decisions.push_back(decisionJson(decision));
        if (!context.json())
            context.line(
                QStringLiteral("%1  décision %2, %3  %4 : %5")
                    .arg(decision.id, decision.subject, decision.state, decision.author, decision.text));
    }
    if (context.json()) context.print({{"comments", comments}, {"decisions", decisions}});
    return Done;
}

void set(const Context& context, const char* name, QString& field)
{
    const QString option = QString::fromLatin1(name);
    if (context.isSet(option)) field = context.value(option);
}

/// The one that --id names, or a new one by whoever runs this.
template <typename Item> Item startOf(const Context& context, std::vector<Item> known)
{
    const QString id = context.value(QStringLiteral("id"));
    for (Item& item : known)
        if (item.id == id) return std::move(item);
    Item item;
    item.id = id;
    item.author = context.access().author;
    return item;
}

workflow::Outcome write(const Context& context, workflow::Study& study)
{
    if (context.isSet(QStringLiteral("decision"))) {
        workflow::Decision decision = startOf(context, workflow::decisions(study));
        for (const auto& [name, field] : {std::pair{"text", &decision.text},
                                          {"reason", &decision.reason},
                                          {"state", &decision.state},
                                          {"subject", &decision.subject},
                                          {"record", &decision.record}})
            set(context, name, *field);
        decision.shared = decision.shared || context.isSet(QStringLiteral("shared"));
        return workflow::saveDecision(study, decision);
    }
    workflow::Comment comment = startOf(context, workflow::comments(study));
    for (const auto& [name, field] : {std::pair{"text", &comment.text},
                                      {"state", &comment.state},
                                      {"severity", &comment.severity},
                                      {"nature", &comment.nature},
                                      {"answer", &comment.answer},
                                      {"explanation", &comment.explanation},
                                      {"record", &comment.record},
                                      {"question", &comment.question},
                                      {"chapter", &comment.chapter},
                                      {"version", &comment.version},
                                      {"excerpt", &comment.excerpt}})
        set(context, name, *field);
    comment.shared = comment.shared || context.isSet(QStringLiteral("shared"));
    return workflow::saveComment(study, comment);
}

int run(const Context& context)
{
    const bool writing = context.isSet(QStringLiteral("text")) || context.isSet(QStringLiteral("id"));
    const auto study = context.openStudy(!writing);
    if (!writing) return list(context, *study);
    const workflow::Outcome outcome = write(context, *study);
    const int code = tellId(context, outcome);
    study->dossier().close();
    return code;
}

} // namespace

Command commentCommand()
{
    std::vector<QCommandLineOption> options{flag(QStringLiteral("decision")), flag(QStringLiteral("shared"))};
    for (const char* name : {"id", "text", "state", "severity", "nature", "answer", "explanation", "record",
                             "question", "chapter", "version", "excerpt", "reason", "subject"})
        options.push_back(option(QString::fromLatin1(name), QStringLiteral("T")));
    return {QStringLiteral("comment"),
            QStringLiteral(
                "ÉTUDE [--text T] [--decision] [--id ID] [--severity bloquant] [--state clos] [--shared]…"),
            QStringLiteral("liste, ajoute ou modifie commentaires et décisions"),
            1,
            1,
            options,
            run};
}

} // namespace cli
