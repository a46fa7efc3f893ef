#include "workflow/assess.h"

#include "assessment/assessment_json.h"
#include "questionnaire/standard.h"
#include "workflow/analysis.h"
#include "workflow/study.h"

namespace workflow {

using Json = nlohmann::ordered_json;

std::optional<Json> assessAnswers(const QByteArray& answers, base::Issues& issues)
{
    const auto form = questionnaire::standardForm();
    const auto model = assessment::Model::standard();
    const auto input = assessment::readInput(*model, *form, answers, issues);
    if (!input) return {};
    const questionnaire::Answers inScope = assessment::inScope(*form, input->record);
    return assessment::toJson(*model, assessment::assess(*model, *form, inScope, input->evidence));
}

Json assessStudy(const Study& study, const base::Progress& progress)
{
    Json records = Json::array();
    for (const disclosure::ActorData& actor : studyData(study, progress)->actors) {
        Json record{{"id", actor.id.toStdString()},
                    {"nom", actor.inScope.at(QStringLiteral("id_nom_fr")).value.toStdString()}};
        record.update(assessment::toJson(study.model(), actor.assessment));
        records.push_back(std::move(record));
    }
    return {{"model", study.model().version().toStdString()},
            {"digest", study.model().digest().toStdString()},
            {"records", std::move(records)}};
}

} // namespace workflow
