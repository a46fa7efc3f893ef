#include "cli/dossier_commands.h"
#include "workflow/attachments.h"

namespace cli {
namespace {

int list(const Context& context, const workflow::Study& study)
{
    Json out = Json::array();
    std::vector<QStringList> rows;
    for (const dossier::Attachment& attachment :
         study.dossier().attachments(context.value(QStringLiteral("record")))) {
        out.push_back({{"id", text(attachment.id)},
                       {"name", text(attachment.name)},
                       {"type", text(attachment.mediaType)},
                       {"actor", textOrNull(attachment.record)},
                       {"bytes", attachment.size},
                       {"available", attachment.available}});
        rows.push_back(
            {attachment.id, attachment.name, attachment.mediaType, QString::number(attachment.size)});
    }
    if (context.json())
        context.print(out);
    else
        context.line(columns(rows));
    return Done;
}

int run(const Context& context)
{
    const QString extracted = context.value(QStringLiteral("extract")),
                  removed = context.value(QStringLiteral("remove"));
    const bool adding = !context.argument(1).isEmpty(), reading = !adding && removed.isEmpty();
    if (!extracted.isEmpty() && context.value(QStringLiteral("out")).isEmpty()) {
        context.complain(QStringLiteral("--extract attend aussi --out FICHIER."));
        return Usage;
    }
    const auto study = context.openStudy(reading);
    int code = Done;
    if (!extracted.isEmpty())
        code = tellId(context,
                      workflow::extractAttachment(*study, extracted, context.value(QStringLiteral("out"))));
    else if (!removed.isEmpty())
        code = tellId(context, workflow::removeAttachment(*study, removed));
    else if (adding)
        code = tellId(context, workflow::attachFile(*study, context.argument(1),
                                                    context.value(QStringLiteral("record"))));
    else
        code = list(context, *study);
    study->dossier().close();
    return code;
}

} // namespace

Command attachCommand()
{
    return {QStringLiteral("attach"),
            QStringLiteral("ÉTUDE [FICHIER] [--record ID] [--extract ID --out F] [--remove ID]"),
            QStringLiteral("garde un fichier avec l’étude, liste ou extrait ceux qui y sont"),
            1,
            2,
            {option(QStringLiteral("record"), QStringLiteral("ID")),
             option(QStringLiteral("extract"), QStringLiteral("ID")),
             option(QStringLiteral("remove"), QStringLiteral("ID")),
             option(QStringLiteral("out"), QStringLiteral("F"))},
            run};
}

} // namespace cli
