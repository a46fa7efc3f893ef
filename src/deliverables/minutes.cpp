#include "deliverables/minutes.h"

#include "deliverables/cover.h"
#include "deliverables/items.h"

#include <QLocale>

namespace deliverables {
namespace {

using Three = std::array<QString, 3>;

const QString Title = QStringLiteral("Procès-verbal de concertation");

Three sorted(Three three)
{
    std::sort(three.begin(), three.end());
    return three;
}

QString namesOf(const Reader& reader, const Three& three)
{
    QStringList names;
    for (const QString& id : three) {
        const disclosure::ActorView* actor = reader.view().actor(id);
        names << (actor ? reader.name(*actor) : NotCommunicated);
    }
    return names.join(u" ; "_qs);
}

/// "Trio 2" for one of the options of the table, else its members.
QString called(const Reader& reader, const Three& three)
{
    const auto& trios = reader.view().trios().trios;
    for (size_t i = 0; i < std::min<size_t>(3, trios.size()); ++i)
        if (sorted(trios[i].actors) == sorted(three)) return u"Trio %1"_qs.arg(i + 1);
    return namesOf(reader, three);
}

QStringList linesOf(const QString& text)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        if (!line.trimmed().isEmpty()) lines << line.trimmed();
    return lines;
}

QStringList present(const Minutes& minutes)
{
    QStringList members;
    for (const Minutes::Opinion& opinion : minutes.opinions)
        if (!members.contains(opinion.member)) members << opinion.member;
    return members;
}

void writePresent(Pen& pen, const Minutes& minutes)
{
    pen.heading(2, {}, u"Présents"_qs, {});
    const QStringList members = present(minutes);
    members.isEmpty() ? pen.muted(u"Aucun membre n’a encore donné d’avis."_qs) : pen.list(members);
}

void writeOpinions(Pen& pen, const Minutes& minutes)
{
    pen.heading(2, {}, u"Avis et arguments"_qs, {});
    if (minutes.opinions.empty()) return pen.muted(u"Aucun avis n’est consigné."_qs);
    Grid grid;
    grid.header = {u"Membre"_qs, u"Sur"_qs, u"Avis"_qs, u"Argument"_qs, u"Note / 10"_qs};
    grid.widths = {1.4, 1.6, 0.9, 3, 0.8};
    grid.textColumns = 4;
    for (const Minutes::Opinion& opinion : minutes.opinions)
        grid.rows.push_back({opinion.member, called(pen.reader(), opinion.trio),
                             opinion.favours ? u"favorable"_qs : u"réservé"_qs, opinion.argument,
                             opinion.score ? QString::number(*opinion.score) : u"–"_qs});
    pen.add({makeTable(grid)});
}

void writeDecision(Pen& pen, const Minutes& minutes)
{
    pen.heading(2, {}, u"Décision"_qs, {});
    if (!minutes.chosen) return pen.muted(u"Aucune décision n’est encore consignée."_qs);
    const QString names = namesOf(pen.reader(), *minutes.chosen);
    pen.text((minutes.taken ? u"Les trois organisations retenues sont : %1."_qs
                            : u"Les trois organisations proposées sont : %1."_qs)
                 .arg(names));
    if (!minutes.author.isEmpty()) pen.text(u"Au nom de : %1."_qs.arg(minutes.author));
    for (const QString& line : linesOf(minutes.reason))
        pen.text(line);
    if (!minutes.sameTownReason.isEmpty())
        pen.text(u"Deux organisations d’une même ville, motif de l’OIM : %1"_qs.arg(minutes.sameTownReason));
}

void writeRest(Pen& pen, const Minutes& minutes)
{
    pen.heading(2, {}, u"Voix divergentes"_qs, {});
    QStringList voices = linesOf(minutes.dissent);
    if (!minutes.dissenters.isEmpty())
        voices.prepend(u"Réserves de : %1."_qs.arg(minutes.dissenters.join(u", "_qs)));
    voices.isEmpty() ? pen.muted(u"Aucune n’est consignée."_qs) : pen.list(voices);
    pen.heading(2, {}, u"Conditions à lever avant signature"_qs, {});
    const QStringList conditions = linesOf(minutes.conditions);
    conditions.isEmpty() ? pen.muted(u"Aucune n’est consignée."_qs) : pen.list(conditions, true);
}

/// One line per member, and as many blank ones as a small committee needs.
void writeSignatures(Pen& pen, const Minutes& minutes)
{
    constexpr size_t Least = 4;
    pen.heading(2, {}, u"Signatures"_qs, {});
    Grid grid;
    grid.header = {u"Nom"_qs, u"Qualité"_qs, u"Date et signature"_qs};
    grid.widths = {2, 2, 3};
    grid.textColumns = 3;
    for (const QString& member : present(minutes))
        grid.rows.push_back({member, {}, u"\n"_qs});
    while (grid.rows.size() < Least)
        grid.rows.push_back({{}, {}, u"\n"_qs});
    pen.add({makeTable(grid)});
}

} // namespace

report::Document minutesDocument(const disclosure::View& view, const Minutes& minutes)
{
    const Reader reader(view);
    report::Document document = blankDocument(reader, Title);
    Pen pen(reader);
    pen.heading(1, {}, Title, {});
    pen.text(u"%1, le %2."_qs.arg(view.info().title.isEmpty() ? u"Étude"_qs : view.info().title,
                                  QLocale(QLocale::French).toString(minutes.date, QLocale::LongFormat)));
    writePresent(pen, minutes);
    pen.heading(2, {}, u"Options examinées"_qs, {});
    tableT42(pen, false);
    writeOpinions(pen, minutes);
    writeDecision(pen, minutes);
    writeRest(pen, minutes);
    writeSignatures(pen, minutes);
    report::Section section = plainSection(reader, Title);
    section.blocks = pen.take();
    document.sections.push_back(std::move(section));
    return document;
}

} // namespace deliverables
