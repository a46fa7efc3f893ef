#include "questionnaire/difference.h"

#include <algorithm>
#include <array>

namespace questionnaire {

namespace {

struct KindCode
{
    ChangeKind kind;
    const char16_t* code;
};

constexpr std::array KindCodes{KindCode{ChangeKind::FormProperty, u"questionnaire.property"},
                               KindCode{ChangeKind::Added, u"question.added"},
                               KindCode{ChangeKind::Removed, u"question.removed"},
                               KindCode{ChangeKind::Renamed, u"question.renamed"},
                               KindCode{ChangeKind::Moved, u"question.moved"},
                               KindCode{ChangeKind::Repeat, u"question.repeat"},
                               KindCode{ChangeKind::Type, u"question.type"},
                               KindCode{ChangeKind::List, u"question.list"},
                               KindCode{ChangeKind::ChoiceAdded, u"choice.added"},
                               KindCode{ChangeKind::ChoiceRemoved, u"choice.removed"},
                               KindCode{ChangeKind::ChoiceRelabelled, u"choice.relabelled"},
                               KindCode{ChangeKind::ChoiceChanged, u"choice.changed"},
                               KindCode{ChangeKind::ChoiceOrder, u"choice.order"},
                               KindCode{ChangeKind::Relevant, u"question.relevant"},
                               KindCode{ChangeKind::Constraint, u"question.constraint"},
                               KindCode{ChangeKind::Calculation, u"question.calculation"},
                               KindCode{ChangeKind::Required, u"question.required"},
                               KindCode{ChangeKind::ReadOnly, u"question.read_only"},
                               KindCode{ChangeKind::ChoiceFilter, u"question.choice_filter"},
                               KindCode{ChangeKind::Default, u"question.default"},
                               KindCode{ChangeKind::Trigger, u"question.trigger"},
                               KindCode{ChangeKind::Parameters, u"question.parameters"},
                               KindCode{ChangeKind::RepeatCount, u"question.repeat_count"},
                               KindCode{ChangeKind::OrOther, u"question.or_other"},
                               KindCode{ChangeKind::Scope, u"question.scope"},
                               KindCode{ChangeKind::Sensitivity, u"question.sensitivity"},
                               KindCode{ChangeKind::ShortForm, u"question.short_form"},
                               KindCode{ChangeKind::Indicators, u"question.indicators"},
                               KindCode{ChangeKind::Unit, u"question.unit"},
                               KindCode{ChangeKind::Appearance, u"question.appearance"},
                               KindCode{ChangeKind::Media, u"question.media"},
                               KindCode{ChangeKind::Label, u"question.label"},
                               KindCode{ChangeKind::Hint, u"question.hint"},
                               KindCode{ChangeKind::Guidance, u"question.guidance"},
                               KindCode{ChangeKind::ConstraintMessage, u"question.constraint_message"},
                               KindCode{ChangeKind::RequiredMessage, u"question.required_message"}};

} // namespace

QString changeCode(ChangeKind kind)
{
    const auto found = std::find_if(KindCodes.begin(), KindCodes.end(),
                                    [kind](const KindCode& each) { return each.kind == kind; });
    return QString::fromUtf16(found->code);
}

} // namespace questionnaire
