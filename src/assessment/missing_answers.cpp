#include "assessment/missing_answers.h"

#include "assessment/steps.h"

#include <algorithm>

namespace assessment {
namespace {

using questionnaire::Answers;

constexpr double Top = 4; ///< an unknown indicator is between 0 and this (scoring_model § 6)

bool isMissing(const Answers& answers, const QString& question)
{
    if (answers.rows(question)) return false;
    const questionnaire::AnswerState state = answers.at(question).state;
    return state != questionnaire::AnswerState::Value && state != questionnaire::AnswerState::NotApplicable;
}

/// What is missing to know one indicator; what its rule may do without, only when nothing else is.
QStringList lackOf(const Model::Indicator& indicator, const Answers& answers)
{
    QStringList needed, optional;
    for (QString name : indicator.inputs) {
        const bool may = name.endsWith(u'?');
        if (may) name.chop(1);
        if (isMissing(answers, name)) (may ? optional : needed) << name;
    }
    return needed.isEmpty() ? optional : needed;
}

/// The central global score once something of it is put otherwise.
double scoreOf(const Model& model, const Answers& answers, Assessment changed)
{
    aggregate(model, answers, changed);
    return changed.global.central.value_or(0);
}

/// The scores of the indicators alone: everything above is calculated again.
Assessment indicatorsOf(const Assessment& assessment)
{
    Assessment out;
    out.indicators = assessment.indicators;
    return out;
}

double withIndicators(const Model& model, const Answers& answers, const Assessment& assessment,
                      const QStringList& codes, double note)
{
    Assessment changed = indicatorsOf(assessment);
    for (const QString& code : codes) {
        IndicatorScore& score = changed.indicators.at(code);
        score.knowledge = Knowledge::Known;
        score.raw = score.kept = note;
    }
    return scoreOf(model, answers, std::move(changed));
}

double withService(const Model& model, const Answers& answers, const Assessment& assessment,
                   const QString& node, double note)
{
    Assessment changed = indicatorsOf(assessment);
    changed.services.emplace(node, Interval{note, note, note, 1, false}); // kept by aggregate()
    return scoreOf(model, answers, std::move(changed));
}

std::vector<MissingAnswer> byQuestion(const Model& model, const Answers& answers,
                                      const Assessment& assessment)
{
    std::vector<MissingAnswer> out;
    for (const Model::Indicator& indicator : model.indicators()) {
        if (assessment.indicators.at(indicator.code).knowledge != Knowledge::Unknown) continue;
        for (const QString& question : lackOf(indicator, answers)) {
            auto at = std::find_if(out.begin(), out.end(),
                                   [&](const MissingAnswer& each) { return each.question == question; });
            if (at == out.end()) at = out.insert(out.end(), {question, {}, 0, 0});
            at->indicators << indicator.code;
        }
    }
    return out;
}

} // namespace

std::vector<MissingAnswer> missingAnswers(const Model& model, const Answers& answers,
                                          const Assessment& assessment)
{
    std::vector<MissingAnswer> out = byQuestion(model, answers, assessment);
    for (MissingAnswer& each : out) {
        each.low = withIndicators(model, answers, assessment, each.indicators, 0);
        each.high = withIndicators(model, answers, assessment, each.indicators, Top);
    }
    for (const Model::Service& service : model.services())
        if (isMissing(answers, service.offer))
            out.push_back({service.offer,
                           {service.node},
                           withService(model, answers, assessment, service.node, 0),
                           withService(model, answers, assessment, service.node, 100)});
    std::erase_if(out, [](const MissingAnswer& each) { return each.span() <= 0; });
    std::stable_sort(out.begin(), out.end(),
                     [](const MissingAnswer& a, const MissingAnswer& b) { return a.span() > b.span(); });
    return out;
}

Interval scoreWithoutCaps(const Model& model, const Answers& answers, const Assessment& assessment)
{
    Assessment raw = indicatorsOf(assessment);
    for (auto& [code, score] : raw.indicators)
        if (score.evidence > 0) score.kept = score.raw;
    aggregate(model, answers, raw);
    return raw.global;
}

} // namespace assessment
