#include "workflow/demo/generator.h"

#include "assessment/model.h"
#include "workflow/demo/sessions.h"

namespace workflow::demo {
namespace {

/// Drops what the conditions of the form close: nobody was asked it.
void keepInScope(const questionnaire::Form& form, questionnaire::RecordAnswers& record)
{
    const questionnaire::Answers scope = assessment::inScope(form, record);
    const QStringList questions = record.actor.cells().keys();
    for (const QString& question : questions)
        if (!scope.contains(question)) record.actor.remove(question);
    // The one question of a session that depends on an answer of the actor.
    if (record.actor.at(QStringLiteral("abr_offre")).value != u"direct")
        for (questionnaire::Passage& passage : record.passages)
            passage.answers.remove(QStringLiteral("cons_province"));
    const QStringList repeats = record.actor.repeats().keys();
    for (const QString& repeat : repeats)
        if (!scope.rows(repeat)) record.actor.removeRepeat(repeat);
}

void fillActor(Sheet& sheet, const Surroundings& around)
{
    fillIdentity(sheet, around);
    fillMandate(sheet);
    fillTerritory(sheet, around);
    fillGroups(sheet);
    fillGovernance(sheet, around);
    fillStaff(sheet);
    fillMoney(sheet, around);
    fillByRecipe(sheet);
    fillServices(sheet);
    fillTrafficking(sheet);
    fillLinks(sheet, around);
    fillRecord(sheet, around);
    fillTraining(sheet, around);
    fillInstitution(sheet);
    fillClosing(sheet, around);
    tripVeto(sheet);
}

std::vector<EvidenceMark> markEvidence(const Profile& profile, Draw& draw)
{
    std::vector<EvidenceMark> marks;
    if (profile.mode != Mode::Visit || !profile.heard() || profile.institution()) return marks;
    if (profile.candidate || draw.chance(0.08))
        marks.push_back({QStringLiteral("C4.2"), 4,
                         QStringLiteral("Orientations confirmées par un partenaire (fictif)")});
    if (profile.candidate || draw.chance(0.04))
        marks.push_back(
            {QStringLiteral("E1"), 4, QStringLiteral("Registre recoupé avec une autorité (fictive)")});
    if (!profile.candidate && draw.chance(0.03))
        marks.push_back(
            {QStringLiteral("C2.2"), 0, QStringLiteral("Aucun plan rempli n’a pu être présenté")});
    if (!profile.candidate && draw.chance(0.02))
        marks.push_back(
            {QStringLiteral("B1.4"), 1, QStringLiteral("La pièce montrée est sans rapport avec la réponse")});
    return marks;
}

} // namespace

Generator::Generator(const questionnaire::Form& form, const cartography::Divisions& divisions, int count,
                     quint64 seed)
    : m_form(form), m_divisions(divisions), m_seed(seed), m_profiles(makeProfiles(count, seed))
{
}

FictionalActor Generator::actor(int number) const
{
    const Profile& profile = m_profiles[static_cast<size_t>(number)];
    Draw draw(base::Random(m_seed ^ 0xA5A5'5A5AULL).fork(static_cast<std::uint64_t>(number)));
    // One second of identities per actor keeps them in order of creation.
    qint64 instant = QDate(2014, 12, 17).startOfDay(Qt::UTC).toMSecsSinceEpoch() + qint64(number) * 1000;
    const auto newId = [&] { return draw.uuid(instant++); };

    FictionalActor made;
    made.id = newId();
    const Agenda agenda = makeAgenda(profile, draw);
    made.entered = agenda.latest();
    made.answers.passages = makeSessions(profile, agenda, draw, newId);
    Sheet sheet(m_form, profile, draw, made.answers.actor);
    fillActor(sheet, {m_divisions, m_profiles, agenda.latest(), newId});
    keepInScope(m_form, made.answers);
    made.evidence = markEvidence(profile, draw);
    return made;
}

} // namespace workflow::demo
