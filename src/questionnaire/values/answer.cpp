#include "questionnaire/values/answer.h"

#include <algorithm>
#include <array>

namespace questionnaire {

namespace {

struct StateCode
{
    AnswerState state;
    const char16_t* code;
};

constexpr std::array<StateCode, 6> StateCodes{{{AnswerState::NotAsked, u"non_pose"},
                                               {AnswerState::Value, u"value"},
                                               {AnswerState::DontKnow, u"nsp"},
                                               {AnswerState::Refused, u"refus"},
                                               {AnswerState::NotApplicable, u"na"},
                                               {AnswerState::OutOfScope, u"hors_champ"}}};

QString known(const Answers& answers, const QString& question)
{
    const Answer& answer = answers.at(question);
    return answer.isKnown() ? answer.value : QString();
}

// Passages from the oldest to the latest; undated ones first, ties in order of creation.
std::vector<const Answers*> byDate(const std::vector<Passage>& passages)
{
    std::vector<const Answers*> ordered;
    for (const Passage& passage : passages)
        ordered.push_back(&passage.answers);
    const QString date = QStringLiteral("ent_date");
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const Answers* a, const Answers* b) { return known(*a, date) < known(*b, date); });
    return ordered;
}

void uniteDate(Answers& united, const std::vector<const Answers*>& passages)
{
    const QString code = QStringLiteral("ent_date");
    if (passages.empty()) return;
    const QString latest = known(*passages.back(), code);
    if (!latest.isEmpty()) united.set(code, Answer::of(latest));
}

void uniteMode(Answers& united, const std::vector<const Answers*>& passages)
{
    static const QStringList fromMostComplete{QStringLiteral("visite"), QStringLiteral("entretien"),
                                              QStringLiteral("telephone"), QStringLiteral("auto"),
                                              QStringLiteral("documentaire")};
    const QString code = QStringLiteral("ent_mode");
    for (const QString& mode : fromMostComplete) {
        const bool reached = std::any_of(passages.begin(), passages.end(), [&](const Answers* passage) {
            return known(*passage, code) == mode;
        });
        if (!reached) continue;
        united.set(code, Answer::of(mode));
        return;
    }
}

bool speaksForTheActor(const Answers& passage)
{
    const QString type = known(passage, QStringLiteral("ent_type"));
    return type.isEmpty() || type == u"osc" || type == u"institution";
}

// Consents belong to the whole actor, quotation and listing excepted: those are each respondent's.
const QStringList& unitedConsents()
{
    static const QStringList codes{
        QStringLiteral("cons_participation"), QStringLiteral("cons_partage"),
        QStringLiteral("cons_province"),      QStringLiteral("cons_annuaire"),
        QStringLiteral("cons_photo"),         QStringLiteral("cons_enregistrement")};
    return codes;
}

void uniteConsents(Answers& united, const std::vector<const Answers*>& passages)
{
    for (const Answers* passage : passages) {
        if (!speaksForTheActor(*passage)) continue;
        for (const QString& code : unitedConsents()) {
            const QString value = known(*passage, code);
            if (value == u"oui" || value == u"non") united.set(code, Answer::of(value));
        }
    }
}

void withdraw(Answers& united, const Answers& from)
{
    for (const QString& consent : from.at(QStringLiteral("cons_retrait")).codes())
        united.set(QStringLiteral("cons_") + consent, Answer::of(QStringLiteral("non")));
}

void uniteWithdrawals(Answers& united, const RecordAnswers& record)
{
    const QString code = QStringLiteral("cons_retrait");
    QStringList all;
    const auto collect = [&](const Answers& from) {
        if (!from.at(code).isKnown()) return;
        for (const QString& consent : from.at(code).codes())
            if (!all.contains(consent)) all << consent;
    };
    collect(record.actor);
    for (const Passage& passage : record.passages)
        collect(passage.answers);
    if (all.isEmpty()) return;
    united.set(code, Answer::of(all.join(u' ')));
    withdraw(united, united);
}

} // namespace

QString stateCode(AnswerState state)
{
    for (const StateCode& known : StateCodes)
        if (known.state == state) return QString::fromUtf16(known.code);
    Q_ASSERT(false);
    return {};
}

AnswerState stateFromCode(const QString& code)
{
    for (const StateCode& known : StateCodes)
        if (code == QStringView(known.code)) return known.state;
    return AnswerState::NotAsked;
}

const Answer& Answers::at(const QString& question) const
{
    static const Answer notAsked;
    const auto found = m_cells.constFind(question);
    return found == m_cells.constEnd() ? notAsked : *found;
}

const std::vector<Row>* Answers::rows(const QString& repeat) const
{
    const auto found = m_repeats.constFind(repeat);
    return found == m_repeats.constEnd() ? nullptr : &*found;
}

Answers unite(const RecordAnswers& record)
{
    Answers united = record.actor;
    const std::vector<const Answers*> passages = byDate(record.passages);
    uniteDate(united, passages);
    uniteMode(united, passages);
    uniteConsents(united, passages);
    uniteWithdrawals(united, record);
    return united;
}

} // namespace questionnaire
