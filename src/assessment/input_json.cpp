#include "assessment/assessment_json.h"

#include <QLocale>

namespace assessment {
namespace {

using Json = nlohmann::json;
using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Form;
using questionnaire::Question;
using questionnaire::QuestionType;

class Reader
{
public:
    Reader(const Model& model, const Form& form, base::Issues& issues)
        : m_model(model), m_form(form), m_issues(issues)
    {
    }

    AssessmentInput read(const Json& document)
    {
        AssessmentInput input;
        input.record.actor = answers(document);
        if (document.contains("_passages")) passages(document["_passages"], input.record);
        if (document.contains("_preuve")) levels(document["_preuve"], input.evidence);
        if (document.contains("_contredit")) contradicted(document["_contredit"], input.evidence);
        return input;
    }

private:
    void note(base::Severity severity, const char* code, const QString& name)
    {
        m_issues.push_back({severity, QString::fromLatin1(code), {}, {name}});
    }
    void refuse(const char* code, const QString& name) { note(base::Severity::Error, code, name); }

    Answers answers(const Json& object)
    {
        Answers all;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString name = QString::fromStdString(it.key());
            if (name.startsWith(u'_') || it->is_null()) continue;
            const Question* question = m_form.question(name);
            if (!question)
                note(base::Severity::Warning, "answers.unknown_question", name);
            else if (question->type == QuestionType::Repeat && it->is_array())
                rows(*it, name, all);
            else
                all.set(name, answer(*it, *question));
        }
        return all;
    }

    void rows(const Json& list, const QString& repeat, Answers& all)
    {
        std::vector<questionnaire::Row>& rows = all.rowsOf(repeat);
        for (const Json& item : list) {
            if (!item.is_object()) {
                refuse("answers.row_not_an_object", repeat);
                continue;
            }
            rows.push_back({QString::number(rows.size() + 1), answers(item)});
        }
    }

    Answer answer(const Json& value, const Question& question)
    {
        if (value.is_number_integer()) return Answer::of(QString::number(value.get<qint64>()));
        if (value.is_number())
            return Answer::of(QString::number(value.get<double>(), 'g', QLocale::FloatingPointShortest));
        if (!value.is_string()) {
            refuse("answers.bad_value", question.name);
            return {};
        }
        const QString text = QString::fromStdString(value.get<std::string>());
        for (const AnswerState state :
             {AnswerState::DontKnow, AnswerState::Refused, AnswerState::NotApplicable})
            if (text == questionnaire::stateCode(state)) return Answer::inState(state);
        // An empty multiple choice is an answer ("none of these"); any other empty text is no answer.
        const bool multiple =
            question.type == QuestionType::SelectMultiple || question.type == QuestionType::Rank;
        return text.isEmpty() && !multiple ? Answer{} : Answer::of(text);
    }

    void passages(const Json& list, questionnaire::RecordAnswers& record)
    {
        if (!list.is_array()) return refuse("answers.not_a_list", QStringLiteral("_passages"));
        for (const Json& item : list) {
            if (item.is_object())
                record.passages.push_back({QString::number(record.passages.size() + 1), answers(item)});
            else
                refuse("answers.row_not_an_object", QStringLiteral("_passages"));
        }
    }

    bool knows(const QString& indicator)
    {
        if (m_model.indicator(indicator)) return true;
        note(base::Severity::Warning, "answers.unknown_indicator", indicator);
        return false;
    }

    void levels(const Json& object, EvidenceOverrides& evidence)
    {
        if (!object.is_object()) return refuse("answers.not_an_object", QStringLiteral("_preuve"));
        constexpr int Highest = 4;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString indicator = QString::fromStdString(it.key());
            const bool level =
                it->is_number_integer() && it->get<qint64>() >= 0 && it->get<qint64>() <= Highest;
            if (!level)
                refuse("answers.bad_evidence_level", indicator);
            else if (knows(indicator))
                evidence.levels[indicator] = it->get<int>();
        }
    }

    void contradicted(const Json& list, EvidenceOverrides& evidence)
    {
        if (!list.is_array()) return refuse("answers.not_a_list", QStringLiteral("_contredit"));
        for (const Json& item : list) {
            const QString indicator =
                item.is_string() ? QString::fromStdString(item.get<std::string>()) : QString();
            if (knows(indicator)) evidence.contradicted << indicator;
        }
    }

    const Model& m_model;
    const Form& m_form;
    base::Issues& m_issues;
};

} // namespace

std::optional<AssessmentInput> readInput(const Model& model, const Form& form, const QByteArray& json,
                                         base::Issues& issues)
{
    const Json document = Json::parse(json.begin(), json.end(), nullptr, false);
    if (!document.is_object()) {
        issues.push_back({base::Severity::Error, QStringLiteral("answers.syntax"), {}, {}});
        return std::nullopt;
    }
    AssessmentInput input = Reader(model, form, issues).read(document);
    if (base::hasErrors(issues)) return std::nullopt;
    return input;
}

} // namespace assessment
