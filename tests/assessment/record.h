#pragma once
// A record written as the JSON of `assess --answers`, assessed with the standard form and model.
#include "assessment/assessment_json.h"
#include "questionnaire/standard.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

namespace test {

using Json = nlohmann::json;

inline const assessment::Model& model()
{
    static const std::shared_ptr<const assessment::Model> standard = assessment::Model::standard();
    return *standard;
}

inline const questionnaire::Form& form()
{
    static const std::shared_ptr<const questionnaire::Form> standard = questionnaire::standardForm();
    return *standard;
}

struct Record
{
    questionnaire::Answers answers;
    assessment::Assessment assessment;
};

inline Record assessed(const Json& json)
{
    base::Issues issues;
    const std::string text = json.dump();
    const auto input = assessment::readInput(model(), form(), QByteArray::fromStdString(text), issues);
    for (const base::Issue& issue : issues)
        ADD_FAILURE() << issue.code.toStdString() << " " << issue.args.join(u' ').toStdString();
    if (!input) return {};
    Record record;
    record.answers = assessment::inScope(form(), input->record);
    record.assessment = assessment::assess(model(), form(), record.answers, input->evidence);
    return record;
}

/// The two worked cases of the model: 0 = A (visited), 1 = B (by telephone, two sessions).
inline const Json& vectors()
{
    static const Json cases =
        Json::parse(readAll(fixture(QStringLiteral("assessment/vectors_A_B.json"))).toStdString());
    return cases;
}

/// Answers of case A with some of them replaced; null removes one.
inline Json caseA(const Json& changes = Json::object())
{
    Json answers = vectors()[0]["reponses"];
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it->is_null())
            answers.erase(it.key());
        else
            answers[it.key()] = *it;
    }
    return answers;
}

inline QString code(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace test
