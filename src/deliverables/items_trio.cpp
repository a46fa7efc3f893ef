#include "deliverables/items.h"
#include "report/typography.h"

namespace deliverables {

using disclosure::ActorView;

namespace {

bool refuse(Pen& pen, const QString& code)
{
    const QString why = whyNoScore(pen.reader());
    if (!why.isEmpty()) pen.missing(code, why);
    return !why.isEmpty();
}

QString actorName(const Reader& reader, const QString& id)
{
    const ActorView* actor = reader.view().actor(id);
    return actor ? reader.shortName(*actor) : NotCommunicated;
}

/// Members of the best trio.
std::vector<const ActorView*> bestTrio(const Reader& reader)
{
    std::vector<const ActorView*> members;
    const assessment::TrioSearch& search = reader.view().trios();
    if (search.trios.empty()) return members;
    for (const QString& id : search.trios.front().actors)
        if (const ActorView* actor = reader.view().actor(id)) members.push_back(actor);
    return members;
}

/// One scenario as a column of the comparison.
QStringList trioColumn(const Reader& reader, const assessment::Trio& trio)
{
    QStringList names, failing;
    for (const QString& id : trio.actors)
        names << actorName(reader, id);
    for (const assessment::Constraint& constraint : trio.constraints)
        if (!constraint.met) failing << constraintWord(constraint.code);
    return {names.join(u" ; "_qs),
            score(trio.note),
            score(trio.mean),
            score(trio.coverage),
            score(trio.territory),
            failing.isEmpty() ? u"toutes tenues"_qs : u"non tenues : "_qs + failing.join(u", "_qs)};
}

QString searchNote(const assessment::TrioSearch& search)
{
    const QString examined = u"%1."_qs.arg(
        counted(static_cast<int>(search.examined), u"ensemble examiné"_qs, u"ensembles examinés"_qs));
    if (search.anyMeetsConstraints) return examined;
    return examined +
           u" Aucun trio ne tient toutes les contraintes ; la plus proche d’être levée : %1."_qs.arg(
               constraintWord(search.nearestFailing));
}

} // namespace

void tableT42(Pen& pen, bool proposal)
{
    if (refuse(pen, u"T-42"_qs)) return;
    const assessment::TrioSearch& search = pen.view().trios();
    if (search.trios.empty()) {
        pen.missing(u"T-42"_qs, u"Moins de trois OSC sont éligibles : aucun trio ne peut être formé."_qs);
        return;
    }
    Grid grid;
    grid.header << u"Élément"_qs;
    grid.widths.push_back(1.6);
    grid.textColumns = 4;
    for (const QString& row : {u"OSC"_qs, u"Note du trio"_qs, u"Moyenne des scores"_qs,
                               u"Couverture des services"_qs, u"Territoire"_qs, u"Contraintes"_qs})
        grid.rows.push_back({row});
    const size_t shown = std::min<size_t>(3, search.trios.size());
    for (size_t i = 0; i < shown; ++i) {
        grid.header << (proposal ? u"Scénario %1"_qs : u"Trio %1"_qs).arg(i + 1);
        grid.widths.push_back(2);
        const QStringList column = trioColumn(pen.reader(), search.trios[i]);
        for (size_t r = 0; r < grid.rows.size(); ++r)
            grid.rows[r] << column[qsizetype(r)];
    }
    pen.table(u"T-42"_qs,
              proposal ? u"Trois scénarios de trio, proposés à la décision"_qs : u"Trois trios comparés"_qs,
              grid, {static_cast<int>(shown), searchNote(search)});
}

void tableT43(Pen& pen)
{
    if (refuse(pen, u"T-43"_qs)) return;
    const Reader& reader = pen.reader();
    Grid grid;
    grid.header = {u"OSC"_qs, u"Condition à lever avant signature"_qs};
    grid.widths = {2, 4};
    grid.textColumns = 2;
    const std::vector<const ActorView*> trio = bestTrio(reader);
    for (const ActorView* actor : trio) {
        if (!actor->assessment) continue;
        for (const assessment::Veto& veto : actor->assessment->vetoes)
            grid.rows.push_back({reader.shortName(*actor),
                                 u"%1 – %2"_qs.arg(veto.code, reader.view().model().vetoLabel(veto.code))});
    }
    if (grid.rows.empty()) {
        pen.missing(u"T-43"_qs, trio.empty() ? u"Aucun trio n’est encore formé."_qs
                                             : u"Aucune condition à lever pour les OSC du premier trio."_qs);
        return;
    }
    pen.table(u"T-43"_qs, u"Conditions à lever, par OSC du premier trio"_qs, grid,
              {static_cast<int>(trio.size()), {}});
}

void tableT21(Pen& pen)
{
    if (refuse(pen, u"T-21"_qs)) return;
    const Reader& reader = pen.reader();
    const std::vector<const ActorView*> trio = bestTrio(reader);
    if (trio.empty()) {
        pen.missing(u"T-21"_qs, u"Aucun trio n’est encore formé."_qs);
        return;
    }
    Grid grid;
    grid.header << u"Élément"_qs;
    std::vector<QStringList> rows{{u"Services"_qs}, {u"Territoire"_qs}, {u"Forces"_qs}, {u"Conditions"_qs}};
    for (const ActorView* actor : trio) {
        grid.header << reader.shortName(*actor);
        QStringList services, conditions;
        for (size_t s = 0; s < 4; ++s)
            if (actor->offers[s] == u"direct" || actor->offers[s] == u"convention")
                services << serviceName(int(s)) + u" ("_qs + offerWord(actor->offers[s]) + u')';
        if (actor->assessment)
            for (const assessment::Veto& veto : actor->assessment->vetoes)
                conditions << reader.view().model().vetoLabel(veto.code);
        rows[0] << services.join(u" ; "_qs);
        rows[1] << shortened(reader.territory(*actor), 4, u", "_qs);
        rows[2] << reader.items(actor->answers, u"bil_forces"_qs).join(u" ; "_qs);
        rows[3] << (conditions.isEmpty() ? u"aucune"_qs : conditions.join(u" ; "_qs));
    }
    grid.rows = std::move(rows);
    grid.widths = {1, 2, 2, 2};
    grid.widths.resize(size_t(grid.header.size()));
    grid.textColumns = 4;
    pen.table(u"T-21"_qs, u"Les trois organisations en un coup d’œil"_qs, grid,
              {static_cast<int>(trio.size()), {}});
}

void sentenceTrio(Pen& pen, bool proposal)
{
    if (!pen.reader().scores()) return;
    const std::vector<const ActorView*> trio = bestTrio(pen.reader());
    if (trio.size() < 3) {
        pen.muted(u"Aucun trio n’est encore formé : moins de trois OSC sont éligibles."_qs);
        return;
    }
    QStringList names;
    for (const ActorView* actor : trio)
        names << pen.reader().name(*actor);
    pen.text((proposal ? u"Le trio proposé à la décision de l’OIM réunit %1."_qs
                       : u"Le trio le mieux placé réunit %1."_qs)
                 .arg(enumerated(names)));
}

} // namespace deliverables
