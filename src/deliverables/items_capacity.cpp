#include "deliverables/items.h"
#include "report/typography.h"

#include <set>

namespace deliverables {

using disclosure::ActorData;
using disclosure::ActorView;
using disclosure::View;
using report::frenchNumber;

QString whyNoScore(const Reader& reader)
{
    if (!reader.view().info().modelLocked) return u"Aucune note avant l’approbation du modèle."_qs;
    if (!reader.scores()) return u"Les notes paraissent dans le tirage remis à l’OIM."_qs;
    return {};
}

namespace {

const QStringList everybody{u"x"_qs};

QStringList toEverybody(const ActorData&)
{
    return everybody;
}

bool refuse(Pen& pen, const QString& code)
{
    const QString why = whyNoScore(pen.reader());
    if (!why.isEmpty()) pen.missing(code, why);
    return !why.isEmpty();
}

QStringList subDimensions(const assessment::Model& model)
{
    QStringList codes;
    for (const assessment::Model::Node& dimension : model.dimensions()) {
        QStringList children;
        for (const QString& child : dimension.children)
            if (model.node(child)) children << child;
        codes << (children.isEmpty() ? QStringList{dimension.code} : children);
    }
    return codes;
}

QString nodeLabel(const assessment::Model& model, const QString& code)
{
    const assessment::Model::Node* node = model.node(code);
    return node ? u"%1 – %2"_qs.arg(code, node->label) : code;
}

std::optional<double> dimensionScore(const assessment::Assessment& a, const QString& code)
{
    const auto found = a.dimensions.find(code);
    return found == a.dimensions.end() ? std::nullopt : found->second.central;
}

} // namespace

void tableT39(Pen& pen)
{
    if (refuse(pen, u"T-39"_qs)) return;
    const Reader& reader = pen.reader();
    const View& view = reader.view();
    const QStringList categories = reader.codes(u"id_categorie"_qs);
    std::map<QString, QHash<QString, View::Spread>> byNode;
    std::set<qsizetype> shown;
    const QStringList nodes = subDimensions(view.model());
    for (const QString& node : nodes)
        for (const View::Spread& spread : view.spread(node, byCategory(), categories)) {
            byNode[node].insert(spread.group, spread);
            shown.insert(categories.indexOf(spread.group));
        }
    Grid grid;
    grid.header << u"Sous-dimension"_qs;
    grid.widths.push_back(3.4);
    for (const qsizetype category : shown) {
        grid.header << categoryWord(categories[category]);
        grid.widths.push_back(1);
    }
    grid.compact = true;
    int most = 0;
    for (const QString& node : nodes) {
        QStringList row{nodeLabel(view.model(), node)};
        for (const qsizetype category : shown) {
            const auto found = byNode[node].constFind(categories[category]);
            const bool known = found != byNode[node].constEnd();
            row << (known ? score(found->mean) : u"–"_qs);
            if (known) most = std::max(most, found->count);
        }
        if (!shown.empty()) grid.rows.push_back(row);
    }
    pen.table(u"T-39"_qs, u"Moyennes par sous-dimension et catégorie, sur 100"_qs, grid,
              {most, u"n : effectif de la plus grande catégorie. OSC renseignées à 70 % au moins sur la "
                     u"sous-dimension ; une catégorie de "
                     "moins de cinq OSC n’est pas donnée."_qs});
}

void figureF26(Pen& pen)
{
    if (refuse(pen, u"F-26"_qs)) return;
    const View& view = pen.view();
    report::RangeChart chart;
    chart.unit = u"points sur 100"_qs;
    int n = 0;
    QStringList words;
    for (const assessment::Model::Node& dimension : view.model().dimensions())
        for (const View::Spread& s : view.spread(dimension.code, toEverybody, everybody)) {
            chart.ranges.push_back({nodeLabel(view.model(), dimension.code), s.minimum, s.quartile1, s.median,
                                    s.quartile3, s.maximum, s.mean, s.count});
            words << u"%1, moyenne %2"_qs.arg(dimension.code, score(s.mean));
            n = std::max(n, s.count);
        }
    if (chart.ranges.empty()) {
        pen.missing(u"F-26"_qs,
                    u"Moins de cinq OSC renseignées à 70 % : l’étendue des notes n’est pas donnée."_qs);
        return;
    }
    pen.figure(u"F-26"_qs, u"Étendue des notes par dimension : minimum, quartiles, maximum et moyenne"_qs,
               chart, 22 + 11.0 * double(chart.ranges.size()), words.join(u" ; "_qs),
               {n, u"OSC renseignées à 70 % au moins sur la dimension."_qs});
}

void tableT40(Pen& pen)
{
    const Reader& reader = pen.reader();
    QStringList rules;
    for (int i = 1; i <= 11; ++i)
        if (i != 4 && i != 5) rules << u'V' + QString::number(i); // never told, even counted
    const auto byRule = [](const ActorData& actor) {
        QStringList codes;
        for (const assessment::Veto& veto : actor.assessment.vetoes)
            codes << veto.code;
        return codes;
    };
    const auto blocking = [](const ActorData& actor) {
        QStringList codes;
        for (const assessment::Veto& veto : actor.assessment.vetoes)
            if (veto.effect == assessment::VetoEffect::Blocking) codes << veto.code;
        return codes;
    };
    const Tabulation all = countBy(reader, u"T-40"_qs, rules, byRule, true, isOrganisation);
    const Tabulation blocked = countBy(reader, u"T-40.bloquantes"_qs, rules, blocking, true, isOrganisation);
    Grid grid;
    grid.header = {u"Règle"_qs, u"Objet"_qs, u"OSC concernées"_qs, u"dont bloquées"_qs};
    grid.widths = {0.7, 4, 1.3, 1.3};
    grid.textColumns = 2;
    for (size_t r = 0; r < all.rowTotals.size(); ++r)
        if (all.rowTotals[r].value > 0 || all.rowTotals[r].masked)
            grid.rows.push_back({rules[qsizetype(r)], reader.view().model().vetoLabel(rules[qsizetype(r)]),
                                 countText(all.rowTotals[r]), countText(blocked.rowTotals[r])});
    if (grid.rows.empty()) {
        pen.missing(u"T-40"_qs, u"Aucune règle éliminatoire n’est déclenchée par les réponses connues."_qs);
        return;
    }
    pen.table(u"T-40"_qs, u"Règles éliminatoires à lever"_qs, grid, {all.total.value, maskedNote(all)});
}

std::vector<const ActorView*> compared(const Reader& reader)
{
    std::vector<const ActorView*> actors;
    for (const ActorView& actor : reader.view().actors())
        if (actor.proposed && !actor.institution) actors.push_back(&actor);
    if (!actors.empty() || !reader.scores()) return actors;
    for (const assessment::RankLine& line : reader.view().ranking()) {
        if (!line.rank || actors.size() == 9) break;
        if (const ActorView* actor = reader.view().actor(line.id)) actors.push_back(actor);
    }
    return actors;
}

namespace {

QString comparedNote(const std::vector<const ActorView*>& actors)
{
    const bool proposed = !actors.empty() && actors.front()->proposed;
    QString note = proposed
                       ? QString()
                       : u"Aucune présélection consignée : les premières du classement sont montrées. "_qs;
    const auto withheld =
        std::count_if(actors.begin(), actors.end(), [](const ActorView* a) { return !a->assessment; });
    if (withheld > 0) note += u"Tirets : "_qs + RankNotCommunicated + u'.';
    return note.trimmed();
}

} // namespace

void tableT41(Pen& pen)
{
    if (refuse(pen, u"T-41"_qs)) return;
    const Reader& reader = pen.reader();
    const std::vector<const ActorView*> actors = compared(reader);
    Grid grid;
    grid.header = {
        u"OSC"_qs, u"Abri"_qs, u"Médical"_qs, u"Psycho."_qs,           u"Jurid."_qs, u"A"_qs, u"B"_qs,
        u"C"_qs,   u"D"_qs,    u"E"_qs,       u"Global [min ; max]"_qs};
    grid.widths = {3.4, 1, 1, 1, 1, 0.9, 0.9, 0.9, 0.9, 0.9, 2.4};
    grid.compact = true;
    for (const ActorView* actor : actors) {
        QStringList row{reader.shortName(*actor)};
        for (int s = 0; s < 4; ++s) {
            std::optional<double> profile;
            if (actor->assessment) {
                const auto found = actor->assessment->profiles.find(u'D' + QString::number(s + 1));
                if (found != actor->assessment->profiles.end()) profile = found->second;
            }
            row << score(profile);
        }
        for (const QString& dimension : {u"A"_qs, u"B"_qs, u"C"_qs, u"D"_qs, u"E"_qs})
            row << (actor->assessment ? score(dimensionScore(*actor->assessment, dimension)) : u"–"_qs);
        row << (actor->assessment ? scoreWithBounds(actor->assessment->global) : u"–"_qs);
        grid.rows.push_back(row);
    }
    pen.table(u"T-41"_qs, u"Profils par service et dimensions des OSC comparées, sur 100"_qs, grid,
              {static_cast<int>(actors.size()), comparedNote(actors),
               u"modèle d’analyse, empreinte %1"_qs.arg(reader.view().info().modelDigest.left(8))});
}

void figureF27(Pen& pen)
{
    if (refuse(pen, u"F-27"_qs)) return;
    report::IntervalChart chart;
    QStringList words;
    for (const ActorView* actor : compared(pen.reader())) {
        if (!actor->assessment) continue;
        const assessment::Interval& global = actor->assessment->global;
        chart.items.push_back({pen.reader().shortName(*actor), global.central, global.low, global.high});
        words << u"%1 %2"_qs.arg(pen.reader().shortName(*actor), score(global.central));
    }
    if (chart.items.empty()) {
        pen.missing(u"F-27"_qs, u"Aucune des OSC comparées n’a de note à montrer."_qs);
        return;
    }
    chart.threshold = 50;
    const int n = static_cast<int>(chart.items.size());
    pen.figure(u"F-27"_qs, u"Scores globaux et leurs bornes"_qs, chart, 20 + 8.0 * n, words.join(u" ; "_qs),
               {n, u"Le trait pointillé marque le seuil d’éligibilité (50)."_qs});
}

void sentenceDimensions(Pen& pen)
{
    const QString why = whyNoScore(pen.reader());
    if (!why.isEmpty()) {
        pen.muted(why);
        return;
    }
    QStringList parts;
    int n = 0;
    for (const assessment::Model::Node& dimension : pen.view().model().dimensions())
        for (const View::Spread& spread : pen.view().spread(dimension.code, toEverybody, everybody)) {
            parts << u"%1, %2"_qs.arg(dimension.label.toLower(), score(spread.mean));
            n = std::max(n, spread.count);
        }
    if (parts.isEmpty()) {
        pen.muted(u"Moins de cinq OSC sont assez renseignées : les niveaux moyens ne sont pas donnés."_qs);
        return;
    }
    pen.text(u"Niveaux moyens, sur 100, de %1 : %2."_qs.arg(counted(n, u"OSC"_qs, u"OSC"_qs, true),
                                                            parts.join(u" ; "_qs)));
}

} // namespace deliverables
