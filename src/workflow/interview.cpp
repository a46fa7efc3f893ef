#include "workflow/interview.h"

#include <algorithm>
#include <array>

namespace workflow {

using questionnaire::Question;
using questionnaire::QuestionType;

bool isReservedToInterviewer(const questionnaire::Form& form, int question)
{
    static constexpr std::array reserved{u"sau_alerte", u"sau_conflit", u"s17_cloture"};
    for (int at = question; at >= 0; at = form.questions[static_cast<size_t>(at)].parent) {
        const Question& node = form.questions[static_cast<size_t>(at)];
        if (std::any_of(reserved.begin(), reserved.end(),
                        [&](const auto* name) { return node.name == name; }))
            return true;
        if (node.appearance.contains(u"apres-entretien")) return true;
    }
    return false;
}

std::vector<int> interviewQuestions(const questionnaire::Session& session, bool shortForm)
{
    const questionnaire::Form& form = session.form();
    std::vector<int> asked;
    for (size_t i = 0; i < form.questions.size(); ++i) {
        const int at = static_cast<int>(i);
        const Question& question = form.questions[i];
        const bool repeat = question.type == QuestionType::Repeat;
        if (!repeat && (!isAsked(question) || form.repeatOf(at) >= 0)) continue;
        if ((shortForm && !question.shortForm) || isReservedToInterviewer(form, at)) continue;
        if (session.status({question.name, {}, {}}).relevant) asked.push_back(at);
    }
    return asked;
}

} // namespace workflow
