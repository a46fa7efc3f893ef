#include "questionnaire/choice_state.h"

#include "base/text.h"

#include <QRegularExpression>

namespace questionnaire {

namespace {

/// How forms write one state.
struct Writing
{
    AnswerState state;
    QStringList codes;  ///< that say it alone
    QStringList labels; ///< folded beginnings, for codes that do not
};

const std::vector<Writing>& writings()
{
    static const std::vector<Writing> known{
        {AnswerState::DontKnow,
         {u"nsp"_qs, u"dnk"_qs, u"dk"_qs, u"dont_know"_qs, u"do_not_know"_qs, u"ne_sait_pas"_qs,
          u"ne_sais_pas"_qs},
         {u"ne sait pas"_qs, u"ne sais pas"_qs, u"don't know"_qs, u"does not know"_qs, u"do not know"_qs,
          u"nsp"_qs}},
        {AnswerState::Refused,
         {u"pnta"_qs, u"refus"_qs, u"refused"_qs, u"prefer_not_to_answer"_qs, u"prefere_ne_pas_repondre"_qs},
         {u"refus"_qs, u"prefer not"_qs, u"prefere ne pas"_qs, u"ne souhaite pas"_qs}},
        {AnswerState::NotApplicable,
         {u"non_applicable"_qs, u"not_applicable"_qs},
         {u"non applicable"_qs, u"not applicable"_qs, u"sans objet"_qs, u"n/a"_qs}}};
    return known;
}

bool says(const Choice& choice, const QStringList& beginnings)
{
    QStringList labels = choice.labels.values();
    labels << choice.label;
    return std::any_of(labels.begin(), labels.end(), [&](const QString& label) {
        const QString folded = base::fold(label);
        return std::any_of(beginnings.begin(), beginnings.end(),
                           [&](const QString& beginning) { return folded.startsWith(beginning); });
    });
}

} // namespace

AnswerState stateOfChoice(const Choice& choice)
{
    static const QRegularExpression silent(u"^(-?(7+|8+|9+[6789]*)|na|n_a)$"_qs);
    const QString code = choice.name.toLower();
    const bool needsLabel = silent.match(code).hasMatch();
    for (const Writing& writing : writings())
        if (needsLabel ? says(choice, writing.labels) : writing.codes.contains(code)) return writing.state;
    return AnswerState::Value;
}

} // namespace questionnaire
