#include "workflow/demo/sessions.h"

namespace workflow::demo {
namespace {

using questionnaire::Answer;
using questionnaire::Passage;
using questionnaire::Row;

QDate onDays(Draw& draw, const std::vector<QDate>& days)
{
    return days[static_cast<size_t>(draw.between(0, static_cast<int>(days.size()) - 1))];
}

/// Working days of the mission; between them it was suspended or on the road.
const std::vector<QDate>& paperDays()
{
    static const std::vector<QDate> days{{2014, 12, 18}, {2014, 12, 19}, {2014, 12, 20}, {2014, 12, 21}};
    return days;
}
const std::vector<QDate>& talkDays()
{
    static const std::vector<QDate> days{{2014, 12, 22}, {2014, 12, 23}, {2015, 1, 2}, {2015, 1, 6},
                                         {2015, 1, 7},   {2015, 1, 8},   {2015, 1, 9}};
    return days;
}
const std::vector<QDate>& visitDays()
{
    static const std::vector<QDate> days{{2015, 1, 22}, {2015, 1, 23}, {2015, 1, 26}, {2015, 1, 27},
                                         {2015, 1, 28}, {2015, 1, 29}, {2015, 1, 30}, {2015, 2, 2}};
    return days;
}

void set(Passage& passage, const char* question, const QString& value)
{
    passage.answers.set(QString::fromLatin1(question), Answer::of(value));
}

QString yesNo(bool yes)
{
    return yes ? QStringLiteral("oui") : QStringLiteral("non");
}

Passage session(const QDate& date, const QString& mode, const QString& kind, Draw& draw, const QString& id)
{
    static const QStringList people{QStringLiteral("Enquêtrice A"), QStringLiteral("Enquêteur B"),
                                    QStringLiteral("Enquêtrice C"), QStringLiteral("Consultante principale")};
    Passage passage{id, {}};
    set(passage, "ent_date", date.toString(Qt::ISODate));
    set(passage, "ent_enqueteur", draw.pick(people));
    set(passage, "ent_mode", mode);
    set(passage, "ent_type", kind);
    return passage;
}

void addRespondents(Passage& passage, Draw& draw, const std::function<QString()>& newId)
{
    static const std::vector<std::pair<QString, QString>> people{
        {QStringLiteral("presidence"), QStringLiteral("Présidence (répondante fictive)")},
        {QStringLiteral("direction"), QStringLiteral("Direction (répondant fictif)")},
        {QStringLiteral("social"), QStringLiteral("Travail social (répondante fictive)")},
        {QStringLiteral("administration"), QStringLiteral("Administration (répondant fictif)")}};
    static const QStringList quotations{QStringLiteral("fonction"), QStringLiteral("anonyme"),
                                        QStringLiteral("fonction"), QStringLiteral("nominative"),
                                        QStringLiteral("aucune")};
    std::vector<Row>& rows = passage.answers.rowsOf(QStringLiteral("rg_repondants"));
    const int number = static_cast<int>(draw.weighted({0.62, 0.28, 0.10})) + 1;
    const size_t first = static_cast<size_t>(draw.between(0, 1));
    for (int i = 0; i < number; ++i) {
        const auto& [role, name] = people[(first + static_cast<size_t>(i)) % people.size()];
        Row row{newId(), {}};
        row.answers.set(QStringLiteral("rep_nom"), Answer::of(name));
        row.answers.set(QStringLiteral("rep_fonction"), Answer::of(role));
        row.answers.set(QStringLiteral("cons_citation"), Answer::of(draw.pick(quotations)));
        row.answers.set(QStringLiteral("cons_liste"), Answer::of(yesNo(draw.chance(0.7))));
        rows.push_back(std::move(row));
    }
}

/// Everything that is asked of people, in the order of the instrument.
void addConsents(Passage& passage, const Profile& profile, bool visit, Draw& draw,
                 const std::function<QString()>& newId)
{
    static const QStringList languages{QStringLiteral("arabe"), QStringLiteral("francais"),
                                       QStringLiteral("amazigh")};
    set(passage, "ent_langue", draw.several(languages, draw.between(1, 2)).join(u' '));
    set(passage, "cons_participation", yesNo(profile.participates));
    if (!profile.participates) return;
    addRespondents(passage, draw, newId);
    set(passage, "cons_enregistrement", yesNo(draw.chance(0.4)));
    if (visit) set(passage, "cons_photo", yesNo(draw.chance(0.6)));
    set(passage, "cons_partage", yesNo(profile.shares));
    set(passage, "cons_annuaire", yesNo(profile.candidate || draw.chance(0.6)));
    if (profile.offers[0] == u"direct") set(passage, "cons_province", yesNo(draw.chance(0.45)));
}

void withdraw(Passage& passage, const QDate& talk, Draw& draw)
{
    static const QStringList consents{QStringLiteral("annuaire"), QStringLiteral("liste"),
                                      QStringLiteral("partage"), QStringLiteral("photo")};
    set(passage, "cons_retrait", draw.pick(consents));
    set(passage, "cons_retrait_date", talk.addDays(draw.between(2, 9)).toString(Qt::ISODate));
}

} // namespace

QDate Agenda::latest() const
{
    return visit.isValid() ? visit : talk.isValid() ? talk : papers;
}

Agenda makeAgenda(const Profile& profile, Draw& draw)
{
    Agenda agenda;
    const bool documentary = profile.mode == Mode::Documentary;
    const bool visit = profile.mode == Mode::Visit;
    if (documentary || draw.chance(0.6)) agenda.papers = onDays(draw, paperDays());
    if (!documentary && (!visit || profile.candidate || draw.chance(0.7)))
        agenda.talk = onDays(draw, talkDays());
    if (visit) agenda.visit = onDays(draw, visitDays());
    return agenda;
}

std::vector<Passage> makeSessions(const Profile& profile, const Agenda& agenda, Draw& draw,
                                  const std::function<QString()>& newId)
{
    const QString kind = profile.institution() ? QStringLiteral("institution") : QStringLiteral("osc");
    std::vector<Passage> sessions;
    if (agenda.papers.isValid())
        sessions.push_back(session(agenda.papers, QStringLiteral("documentaire"), QStringLiteral("document"),
                                   draw, newId()));
    if (agenda.talk.isValid()) {
        const bool phone = profile.mode == Mode::Phone || (profile.mode == Mode::Visit && draw.chance(0.4));
        sessions.push_back(session(agenda.talk,
                                   phone ? QStringLiteral("telephone") : QStringLiteral("entretien"), kind,
                                   draw, newId()));
        addConsents(sessions.back(), profile, false, draw, newId);
    }
    if (agenda.visit.isValid()) {
        sessions.push_back(session(agenda.visit, QStringLiteral("visite"), kind, draw, newId()));
        addConsents(sessions.back(), profile, true, draw, newId);
    }
    if (profile.heard() && !profile.candidate && draw.chance(0.012))
        withdraw(sessions.back(), agenda.latest(), draw);
    return sessions;
}

} // namespace workflow::demo
