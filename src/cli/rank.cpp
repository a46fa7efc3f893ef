#include "cli/command.h"
#include "workflow/analysis.h"

namespace cli {
namespace {

/// Service code or letter to the model's code; nullopt when it is neither.
std::optional<QString> serviceNode(const QString& given)
{
    if (given.isEmpty()) return QString();
    for (size_t i = 0; i < assessment::ServiceCount; ++i) {
        const QString node = QStringLiteral("D%1").arg(i + 1);
        if (given == assessment::serviceCodes()[i] || given == assessment::serviceLetters()[i] ||
            given == node)
            return node;
    }
    return {};
}

QString score(const assessment::Interval& interval)
{
    if (!interval.central) return QStringLiteral("–");
    return QStringLiteral("%1 [%2 ; %3]")
        .arg(*interval.central, 0, 'f', 1)
        .arg(interval.low, 0, 'f', 1)
        .arg(interval.high, 0, 'f', 1)
        .replace(u'.', u',');
}

Json rankingJson(const std::vector<assessment::RankLine>& lines, const QHash<QString, QString>& names)
{
    Json ranking = Json::array();
    for (const assessment::RankLine& line : lines)
        ranking.push_back(
            {{"id", text(line.id)},
             {"nom", text(names.value(line.id))},
             {"score", line.rank ? Json{numberOrNull(line.score.central), line.score.low, line.score.high}
                                 : Json(nullptr)},
             {"rank", line.rank ? Json(*line.rank) : Json(nullptr)},
             {"group", line.group},
             {"why_unranked", line.rank ? Json(nullptr) : Json("classement non communiqué")}});
    return ranking;
}

int unlocked(const Context& context, const disclosure::StudyData& data)
{
    context.complain(
        QStringLiteral("Le modèle n’est pas approuvé : aucune note ni aucun rang ne peut paraître. Faites-le "
                       "approuver (écran Analyse, ou « set ÉTUDE model.lock=NOM;FONCTION;ORGANISME »)."));
    if (context.json())
        context.print(
            {{"model", text(data.info.modelVersion)}, {"locked", false}, {"ranking", Json::array()}});
    return Refused;
}

int run(const Context& context)
{
    const auto node = serviceNode(context.value(QStringLiteral("service")));
    if (!node) {
        context.complain(QStringLiteral("--service attend abri, medical, psychosocial ou juridique."));
        return Usage;
    }
    const auto study = context.openStudy(true);
    const auto data = workflow::studyData(*study, context.progress());
    if (!data->info.modelLocked) return unlocked(context, *data);
    const auto& lines = node->isEmpty()
                            ? data->ranking
                            : data->serviceRankings[static_cast<size_t>(node->mid(1).toInt() - 1)];
    const QHash<QString, QString> names = namesOf(*data);
    if (context.json()) {
        context.print({{"model", text(data->info.modelVersion)},
                       {"digest", text(data->info.modelDigest)},
                       {"locked", true},
                       {"ranking", rankingJson(lines, names)}});
        return Done;
    }
    std::vector<QStringList> rows;
    for (const assessment::RankLine& line : lines)
        rows.push_back({line.rank ? QString::number(*line.rank) : QStringLiteral("–"), names.value(line.id),
                        line.rank ? score(line.score) : QStringLiteral("classement non communiqué")});
    context.line(columns(rows));
    return Done;
}

} // namespace

Command rankCommand()
{
    return {QStringLiteral("rank"),
            QStringLiteral("ÉTUDE [--service S]"),
            QStringLiteral("classe les organisations"),
            1,
            1,
            {option(QStringLiteral("service"), QStringLiteral("S"))},
            run};
}

} // namespace cli
