#include "deliverables/classify.h"
#include "deliverables/report_items.h"
#include "deliverables/words.h"
#include "report/typography.h"

namespace deliverables::items {
namespace {

using disclosure::ActorView;

const QString Unlocked = QStringLiteral("aucune note avant l’approbation du modèle.");

QString whyNoScores(const Pen& pen)
{
    return pen.reader().toPublic() ? QStringLiteral("les notes ne sont pas diffusées dans ce tirage.")
                                   : Unlocked;
}

QString modelNote(const Pen& pen)
{
    return QStringLiteral("Modèle %1, empreinte %2.")
        .arg(pen.view().info().modelVersion, pen.view().info().modelDigest.left(8));
}

QStringList organisationsOnly(const disclosure::ActorData& actor)
{
    return actor.assessment.institution ? QStringList{} : QStringList{QStringLiteral("osc")};
}

bool isProposed(const ActorView& actor)
{
    return actor.decision == u"preselectionnee" || actor.decision == u"retenue";
}

QString nameOf(const Pen& pen, const QString& id)
{
    const ActorView* actor = pen.view().actor(id);
    return actor ? pen.reader().name(*actor) : QStringLiteral("–");
}

} // namespace

void preselection(Pen& pen, const QString& code)
{
    Grid grid{{QStringLiteral("Critère"), QStringLiteral("Tenu par")}, {5, 1.2}, {}};
    for (int s = 1; s <= 6; ++s) {
        const QString criterion = QStringLiteral("S%1").arg(s);
        const auto count = pen.view().count(code + criterion, [&](const disclosure::ActorData& actor) {
            return std::any_of(actor.preselection.begin(), actor.preselection.end(),
                               [&](const assessment::Criterion& c) { return c.code == criterion && c.met; });
        });
        grid.rows.push_back(
            {QStringLiteral("%1 – %2").arg(criterion, criterionWord(criterion)), countText(count)});
    }
    const auto all = pen.view().count(code + QStringLiteral("S"), [](const disclosure::ActorData& actor) {
        return assessment::allMet(actor.preselection);
    });
    grid.rows.push_back({QStringLiteral("Les six critères"), countText(all)});
    grid.lastRowIsTotal = true;
    pen.table(code, QStringLiteral("Critères de présélection et organisations qui les tiennent"), grid,
              {static_cast<int>(pen.view().actors().size()), QString()});
    QStringList proposed;
    for (const ActorView& actor : pen.view().actors())
        if (isProposed(actor))
            proposed << QStringLiteral("%1 (%2)").arg(pen.reader().name(actor), pen.reader().region(actor));
    if (proposed.isEmpty())
        pen.muted(QStringLiteral("Aucune présélection n’est encore enregistrée."));
    else {
        pen.text(QStringLiteral("Organisations proposées à l’analyse des capacités, sans note ni rang :"));
        pen.list(proposed);
    }
}

void questions(Pen& pen, const QString& code)
{
    Grid grid{{QStringLiteral("Question de l’étude"), QStringLiteral("Sources"), QStringLiteral("Chapitre")},
              {5, 3, 1},
              {},
              3};
    grid.rows = {{QStringLiteral("Rôle, statut, prérogatives et couverture des acteurs"),
                  QStringLiteral("Sections 2 à 4 et 16 du questionnaire"), QStringLiteral("4.2, 4.3")},
                 {QStringLiteral("Programmes en cours et projetés"), QStringLiteral("Section 15"),
                  QStringLiteral("4.4")},
                 {QStringLiteral("Réussites, difficultés, besoins et attentes"), QStringLiteral("Section 15"),
                  QStringLiteral("4.7")},
                 {QStringLiteral("Capacités, approches et outils d’accompagnement"),
                  QStringLiteral("Sections 5 à 13"), QStringLiteral("4.5, 4.8")},
                 {QStringLiteral("Besoins de formation et changements de pratiques"),
                  QStringLiteral("Sections 6 et 15"), QStringLiteral("4.10")},
                 {QStringLiteral("Offre des quatre services, liens et coordination"),
                  QStringLiteral("Sections 9 à 12 et 14"), QStringLiteral("4.3, 4.6")}};
    pen.table(code, QStringLiteral("Questions de l’étude, sources et chapitres"), grid,
              {6, QString(), QStringLiteral("appel de l’étude")});
}

void passages(Pen& pen, const QString& code)
{
    QMap<QString, int> modes;
    for (const ActorView& actor : pen.view().actors()) {
        const QString mode = pen.reader().text(actor.answers, QStringLiteral("ent_mode"));
        if (!mode.isEmpty()) ++modes[mode];
    }
    if (modes.isEmpty()) {
        pen.missing(code, QStringLiteral("aucun passage ne peut être décrit dans ce tirage."));
        return;
    }
    Grid grid{{QStringLiteral("Mode le plus complet atteint"), QStringLiteral("Acteurs")}, {4, 1}, {}};
    int n = 0;
    for (auto it = modes.cbegin(); it != modes.cend(); ++it) {
        grid.rows.push_back({it.key(), report::frenchNumber(it.value())});
        n += it.value();
    }
    pen.table(code, QStringLiteral("Mode de collecte"), grid, {n, QString()});
}

void model(Pen& pen, const QString& code)
{
    Grid grid{
        {QStringLiteral("Dimension"), QStringLiteral("Poids"), QStringLiteral("Sous-dimensions ou services")},
        {3, 0.8, 5},
        {},
        3};
    for (const assessment::Model::Node& dimension : pen.view().model().dimensions()) {
        QStringList parts;
        for (const QString& child : dimension.children)
            if (const auto* node = pen.view().model().node(child))
                parts << QStringLiteral("%1 %2").arg(child, node->label);
        grid.rows.push_back({QStringLiteral("%1 – %2").arg(dimension.code, dimension.label),
                             report::frenchPercent(dimension.weight), parts.join(QStringLiteral(" ; "))});
    }
    const auto& info = pen.view().info();
    const QString agreed = info.modelLocked ? QStringLiteral("Approuvé par %1, le %2. ")
                                                  .arg(info.approvedBy, report::frenchDate(info.approvedOn))
                                            : QStringLiteral("Modèle non encore approuvé. ");
    pen.table(code, QStringLiteral("Arbre et poids du modèle d’analyse"), grid,
              {static_cast<int>(pen.view().model().indicators().size()), agreed + modelNote(pen),
               QStringLiteral("modèle d’analyse des capacités")});
}

void dimensionMeans(Pen& pen, const QString& code)
{
    if (!pen.reader().scores()) return pen.missing(code, whyNoScores(pen));
    Grid grid{{QStringLiteral("Sous-dimension"), QStringLiteral("n"), QStringLiteral("Moyenne"),
               QStringLiteral("Minimum"), QStringLiteral("Médiane"), QStringLiteral("Maximum")},
              {4, 0.8, 1, 1, 1, 1},
              {}};
    for (const assessment::Model::Node& dimension : pen.view().model().dimensions()) {
        const QStringList nodes = dimension.code == u"E" ? QStringList{dimension.code} : dimension.children;
        for (const QString& node : nodes) {
            const auto* described = pen.view().model().node(node);
            for (const auto& spread : pen.view().spread(node, organisationsOnly, {QStringLiteral("osc")}))
                grid.rows.push_back(
                    {QStringLiteral("%1 %2").arg(node, described ? described->label : QString()),
                     report::frenchNumber(spread.count), score(spread.mean), score(spread.minimum),
                     score(spread.median), score(spread.maximum)});
        }
    }
    if (grid.rows.empty())
        return pen.missing(code, QStringLiteral("moins de cinq organisations sont analysées."));
    pen.table(code, QStringLiteral("Notes moyennes par sous-dimension (0 à 100)"), grid,
              {static_cast<int>(grid.rows.size()), modelNote(pen)});
}

void dimensionSpread(Pen& pen, const QString& code)
{
    if (!pen.reader().scores()) return pen.missing(code, whyNoScores(pen));
    report::RangeChart chart;
    chart.threshold = 50;
    for (const assessment::Model::Node& dimension : pen.view().model().dimensions())
        for (const auto& spread :
             pen.view().spread(dimension.code, organisationsOnly, {QStringLiteral("osc")}))
            chart.ranges.push_back({QStringLiteral("%1 %2").arg(dimension.code, dimension.label),
                                    spread.minimum, spread.quartile1, spread.median, spread.quartile3,
                                    spread.maximum, spread.mean, spread.count});
    if (chart.ranges.empty())
        return pen.missing(code, QStringLiteral("moins de cinq organisations sont analysées."));
    const int n = chart.ranges.front().count;
    pen.figure(code, QStringLiteral("Étendue des notes par dimension"), chart, 62,
               QStringLiteral("Minimum, quartiles, maximum et moyenne par dimension."),
               {n, QStringLiteral("Boîte : quartiles ; trait épais : médiane ; point : moyenne. ") +
                       modelNote(pen)});
}

void profiles(Pen& pen, const QString& code)
{
    if (!pen.reader().scores()) return pen.missing(code, whyNoScores(pen));
    Grid grid{{QStringLiteral("Organisation"), QStringLiteral("Global"), serviceName(0), serviceName(1),
               serviceName(2), serviceName(3), QStringLiteral("Statut")},
              {3.6, 2, 1, 1, 1.1, 1, 1.8},
              {}};
    grid.compact = true;
    for (const ActorView& actor : pen.view().actors()) {
        if (!isProposed(actor)) continue;
        QStringList row{pen.reader().name(actor)};
        if (!actor.assessment || !actor.rank) {
            row << RankNotCommunicated << QStringLiteral("–") << QStringLiteral("–") << QStringLiteral("–")
                << QStringLiteral("–");
        } else {
            row << scoreWithBounds(actor.assessment->global);
            for (int s = 1; s <= 4; ++s) {
                const auto found = actor.assessment->profiles.find(QStringLiteral("D%1").arg(s));
                row << score(found == actor.assessment->profiles.end() ? std::nullopt : found->second);
            }
        }
        grid.rows.push_back(row << pen.reader().status(actor));
    }
    if (grid.rows.empty())
        return pen.missing(code, QStringLiteral("aucune présélection n’est encore enregistrée."));
    pen.table(code, QStringLiteral("Profils par service des organisations présélectionnées"), grid,
              {static_cast<int>(grid.rows.size()), modelNote(pen)});
}

void trios(Pen& pen, const QString& code)
{
    if (!pen.reader().scores()) return pen.missing(code, whyNoScores(pen));
    const assessment::TrioSearch& found = pen.view().trios();
    if (found.trios.empty())
        return pen.missing(
            code, QStringLiteral("moins de trois organisations remplissent les conditions d’éligibilité."));
    Grid grid{{QString()}, {2.4}, {}, 5};
    std::vector<QStringList> rows{{QStringLiteral("Organisations")},
                                  {QStringLiteral("Note du trio")},
                                  {QStringLiteral("Moyenne des scores")},
                                  {QStringLiteral("Couverture des services")},
                                  {QStringLiteral("Territoire")}};
    for (int s = 0; s < 4; ++s)
        rows.push_back({serviceName(s)});
    for (int k = 1; k <= 4; ++k)
        rows.push_back({QStringLiteral("K%1 – %2").arg(k).arg(constraintWord(QStringLiteral("K%1").arg(k)))});
    for (size_t t = 0; t < found.trios.size(); ++t) {
        const assessment::Trio& trio = found.trios[t];
        grid.header << QStringLiteral("Trio %1").arg(t + 1);
        grid.widths.push_back(2.2);
        rows[0] << QStringList{nameOf(pen, trio.actors[0]), nameOf(pen, trio.actors[1]),
                               nameOf(pen, trio.actors[2])}
                       .join(QStringLiteral(" ; "));
        rows[1] << score(trio.note);
        rows[2] << score(trio.mean);
        rows[3] << score(trio.coverage);
        rows[4] << score(trio.territory);
        for (size_t s = 0; s < 4; ++s)
            rows[5 + s] << (trio.bestActor[s].isEmpty()
                                ? QStringLiteral("non couvert")
                                : QStringLiteral("%1 (%2)").arg(nameOf(pen, trio.bestActor[s]),
                                                                score(trio.bestScore[s])));
        for (size_t k = 0; k < 4; ++k) {
            const bool met = k < trio.constraints.size() && trio.constraints[k].met;
            rows[9 + k] << (met ? QStringLiteral("tenue") : QStringLiteral("non tenue"));
        }
    }
    grid.rows = rows;
    const QString note =
        found.anyMeetsConstraints
            ? QString()
            : QStringLiteral(
                  "Aucun trio ne tient toutes les contraintes ; la plus proche d’être levée : %1. ")
                  .arg(constraintWord(found.nearestFailing));
    pen.table(code, QStringLiteral("Les meilleurs trios comparés"), grid,
              {static_cast<int>(found.examined),
               note + QStringLiteral("n : combinaisons examinées. ") + modelNote(pen)});
}

void acronyms(Pen& pen)
{
    Grid grid{{QStringLiteral("Sigle"), QStringLiteral("Sens")}, {1, 5}, {}, 2};
    for (const auto& [term, meaning] : glossary())
        grid.rows.push_back({term, meaning});
    std::vector<std::pair<QString, QString>> own;
    for (const ActorView& actor : pen.view().actors())
        if (!actor.acronym.isEmpty() && own.size() < 60) own.emplace_back(actor.acronym, actor.nameFr);
    std::sort(own.begin(), own.end());
    for (const auto& [acronym, name] : own)
        grid.rows.push_back({acronym, name});
    report::Block block;
    block.content = makeTable(grid);
    pen.add(std::move(block));
}

void divisions(Pen& pen, const QString& code)
{
    Grid grid{{QStringLiteral("Province ou préfecture"), QStringLiteral("Région de 1997"),
               QStringLiteral("Région de 2015")},
              {2, 2, 2},
              {},
              3};
    grid.compact = true;
    for (const cartography::Province& province : pen.view().divisions().provinces())
        grid.rows.push_back({province.nameFr, pen.reader().regionName(province.region1997),
                             pen.reader().regionName(province.region2015)});
    pen.table(
        code, QStringLiteral("Provinces et préfectures dans les deux découpages régionaux"), grid,
        {static_cast<int>(grid.rows.size()), QString(), QStringLiteral("NOTICE des données géographiques")});
}

void questionnaire(Pen& pen)
{
    const questionnaire::Form& form = pen.view().form();
    for (size_t s = 0; s < form.sections.size(); ++s) {
        const questionnaire::Question& section = form.questions[static_cast<size_t>(form.sections[s])];
        pen.text(QStringLiteral("%1. %2").arg(s + 1).arg(section.label), report::Style::BoxHead);
        QStringList items;
        for (const int child : section.children) {
            const questionnaire::Question& question = form.questions[static_cast<size_t>(child)];
            if (question.type != questionnaire::QuestionType::Note)
                items << QStringLiteral("%1.%2 %3").arg(s + 1).arg(question.number).arg(question.label);
        }
        pen.list(items);
    }
}

} // namespace deliverables::items
