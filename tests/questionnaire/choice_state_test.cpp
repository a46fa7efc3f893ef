#include "questionnaire/choice_state.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

struct Case
{
    const char* name;
    const char16_t* code;
    const char16_t* label;
    const char16_t* english;
    AnswerState state;
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.name;
}

class ChoiceState : public testing::TestWithParam<Case>
{
};

constexpr auto Value = AnswerState::Value, Unknown = AnswerState::DontKnow, Refused = AnswerState::Refused,
               NotApplicable = AnswerState::NotApplicable;

} // namespace

TEST_P(ChoiceState, isWhatTheCodeOrALabelSays)
{
    Choice choice;
    choice.name = QString::fromUtf16(GetParam().code);
    choice.label = QString::fromUtf16(GetParam().label);
    choice.labels.insert(u"en"_qs, QString::fromUtf16(GetParam().english));
    EXPECT_EQ(stateOfChoice(choice), GetParam().state);
}

INSTANTIATE_TEST_SUITE_P(
    Codes, ChoiceState,
    testing::Values(Case{"OwnCode", u"nsp", u"Ne sait pas", u"", Unknown},
                    Case{"CodeWithoutLabel", u"dnk", u"", u"", Unknown},
                    Case{"CodeInCapitals", u"DONT_KNOW", u"?", u"", Unknown},
                    Case{"OwnRefusal", u"refus", u"Refus", u"", Refused},
                    Case{"Pnta", u"pnta", u"", u"", Refused},
                    Case{"NotApplicableSpelt", u"not_applicable", u"", u"", NotApplicable},
                    Case{"TownOfThatBeginning", u"nspala", u"Ne sait pas", u"", Value},
                    Case{"WordThatSaysNothing", u"autre", u"Refus d’un tiers", u"", Value},
                    // The standard instrument scores this one.
                    Case{"SansObjetIsAnAnswer", u"sans_objet", u"Sans objet", u"Not applicable", Value}),
    [](const auto& tested) { return tested.param.name; });

INSTANTIATE_TEST_SUITE_P(Numbers, ChoiceState,
                         testing::Values(Case{"98", u"98", u"Ne sait pas", u"", Unknown},
                                         Case{"99Unknown", u"99", u"NSP", u"", Unknown},
                                         Case{"Minus88", u"-88", u"", u"Don’t know", Unknown},
                                         Case{"99", u"99", u"Refus de répondre", u"", Refused},
                                         Case{"99English", u"99", u"", u"Prefer not to answer", Refused},
                                         Case{"888Accents", u"888", u"Préfère ne pas répondre", u"", Refused},
                                         Case{"77", u"77", u"Sans objet", u"", NotApplicable},
                                         Case{"97", u"97", u"", u"N/A", NotApplicable},
                                         Case{"99AsANumber", u"99", u"Quatre-vingt-dix-neuf", u"", Value},
                                         Case{"WithoutLabel", u"99", u"", u"", Value},
                                         Case{"SmallNumber", u"1", u"Ne sait pas", u"", Value}),
                         [](const auto& tested) { return std::string("N") + tested.param.name; });

INSTANTIATE_TEST_SUITE_P(Na, ChoiceState,
                         testing::Values(Case{"Labelled", u"na", u"Non applicable (pas de local)", u"",
                                              NotApplicable},
                                         Case{"Country", u"NA", u"Namibie", u"Namibia", Value}),
                         [](const auto& tested) { return tested.param.name; });
