#include "workflow/model_editing.h"
#include "workflow/model_versions.h"
#include "workflow/record_scope.h"

#include <QRegularExpression>

#include <nlohmann/json.hpp>

namespace workflow {
namespace {

constexpr int SmallestClass = 5;

struct Ladder
{
    std::vector<double> bounds; ///< ascending
    bool included = false;      ///< the bound belongs to the class below it ("at most")
};

Ladder ladderOf(const nlohmann::json& indicator, const QString& question)
{
    static const QRegularExpression step(QStringLiteral("\\$\\{(\\w+)\\}\\s*(>=|<=)\\s*([0-9.]+)$"));
    Ladder ladder;
    for (const auto& item :
         indicator.value("rule", nlohmann::json::object()).value("steps", nlohmann::json::array())) {
        const auto match = step.match(QString::fromStdString(item.value("when", std::string())));
        if (!match.hasMatch() || match.captured(1) != question) continue;
        ladder.bounds.push_back(match.captured(3).toDouble());
        ladder.included = match.captured(2) == u"<=";
    }
    std::sort(ladder.bounds.begin(), ladder.bounds.end());
    return ladder;
}

std::vector<RawClass> classesOf(const std::vector<double>& values, const Ladder& ladder)
{
    std::vector<RawClass> classes(ladder.bounds.size() + 1);
    for (size_t i = 0; i < ladder.bounds.size(); ++i) {
        // Whole numbers: "at most 15" ends where 16 begins.
        const double edge = ladder.included ? ladder.bounds[i] + 1 : ladder.bounds[i];
        classes[i].below = edge;
        classes[i + 1].from = edge;
    }
    for (const double value : values)
        for (RawClass& item : classes)
            if (!item.below || value < *item.below) {
                ++item.count;
                break;
            }
    return classes;
}

/// Nobody is recognised by being alone beyond a threshold.
void joinSmall(std::vector<RawClass>& classes)
{
    for (size_t i = 0; i < classes.size() && classes.size() > 1;) {
        if (classes[i].count >= SmallestClass) {
            ++i;
            continue;
        }
        const size_t low = i > 0 ? i - 1 : 0;
        classes[low].below = classes[low + 1].below;
        classes[low].count += classes[low + 1].count;
        classes.erase(classes.begin() + static_cast<std::ptrdiff_t>(low) + 1);
        i = low;
    }
    if (classes.size() == 1 && classes.front().count < SmallestClass) classes.clear();
}

} // namespace

std::vector<RawQuantity> rawQuantities(const Study& study, const base::Progress& progress)
{
    static const std::array<std::pair<QString, QString>, 4> quantities{
        {{QStringLiteral("fin_budget"), QStringLiteral("B2.4")},
         {QStringLiteral("acc_charge"), QStringLiteral("C2.3")},
         {QStringLiteral("abr_places_vdt"), QStringLiteral("D1.1")},
         {QStringLiteral("tra_nombre"), QStringLiteral("E1")}}};
    std::array<std::vector<double>, 4> values;
    const int total = study.dossier().recordCount();
    int done = 0;
    study.dossier().forEachRecord(
        [&](const dossier::RecordSummary& summary, questionnaire::RecordAnswers&& record) {
            base::advance(progress, QStringLiteral("assess"), done++, total);
            const questionnaire::Answers answers = inScope(study, summary.id, record);
            for (size_t q = 0; q < quantities.size(); ++q) {
                const questionnaire::Answer& answer = answers.at(quantities[q].first);
                bool number = false;
                const double value = answer.value.toDouble(&number);
                if (answer.isKnown() && number) values[q].push_back(value);
            }
        });
    const QByteArray text = modelText(study);
    const auto model = nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
    std::vector<RawQuantity> out;
    for (size_t q = 0; q < quantities.size(); ++q) {
        const auto& [question, code] = quantities[q];
        RawQuantity quantity{question, code, {}, static_cast<int>(values[q].size()), {}};
        if (const auto* known = study.model().indicator(code)) quantity.label = known->label;
        for (const auto& indicator : model["indicators"])
            if (indicator["code"] == code.toStdString()) {
                quantity.classes = classesOf(values[q], ladderOf(indicator, question));
                joinSmall(quantity.classes);
            }
        out.push_back(std::move(quantity));
    }
    return out;
}

} // namespace workflow
