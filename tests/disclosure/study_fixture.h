#pragma once
#include "assessment/selection.h"
#include "disclosure/gate.h"
#include "questionnaire/standard.h"

namespace test {

/// A study built in memory: actors are given as (question, value) pairs, assessed by the real model.
class StudyFixture
{
public:
    StudyFixture()
    {
        m_form = questionnaire::standardForm();
        m_model = assessment::Model::standard();
        data->form = m_form.get();
        data->model = m_model.get();
        data->divisions = &m_divisions;
        data->info.title = QStringLiteral("Étude d’essai");
        data->info.client = QStringLiteral("Commanditaire d’essai");
        data->info.date = QDate(2015, 1, 13);
        data->info.modelLocked = true;
        data->info.fictional = true;
        data->info.modelVersion = m_model->version();
        data->info.modelDigest = m_model->digest();
        data->info.disclaimer = QStringLiteral("Avertissement sur les cartes.");
    }

    using Pairs = std::vector<std::pair<QString, QString>>;

    disclosure::ActorData& add(const Pairs& answers)
    {
        questionnaire::RecordAnswers record;
        for (const auto& [question, value] : answers)
            record.actor.set(question, questionnaire::Answer::of(value));
        return add(std::move(record));
    }

    /// The answers are taken as they are: relevance is not the gate's business.
    disclosure::ActorData& add(questionnaire::RecordAnswers record)
    {
        disclosure::ActorData actor;
        actor.number = static_cast<int>(data->actors.size()) + 1;
        actor.id = QStringLiteral("acteur-%1").arg(actor.number);
        actor.record = std::move(record);
        actor.inScope = actor.record.actor;
        data->actors.push_back(std::move(actor));
        assess(data->actors.back());
        return data->actors.back();
    }

    void assess(disclosure::ActorData& actor) const
    {
        actor.assessment = assessment::assess(*m_model, *m_form, actor.inScope, {});
        actor.decision = QStringLiteral("recensee");
    }

    void rank() const
    {
        std::vector<assessment::RankInput> inputs;
        for (const disclosure::ActorData& actor : data->actors)
            if (!actor.assessment.institution)
                inputs.push_back(
                    {actor.id, actor.inScope.at(QStringLiteral("id_nom_fr")).value, &actor.assessment});
        data->ranking = assessment::rank(inputs);
    }

    const questionnaire::Form& form() const { return *m_form; }
    const cartography::Divisions& divisions() const { return m_divisions; }

    std::shared_ptr<disclosure::StudyData> data = std::make_shared<disclosure::StudyData>();

private:
    std::shared_ptr<const questionnaire::Form> m_form;
    std::shared_ptr<const assessment::Model> m_model;
    cartography::Divisions m_divisions = cartography::Divisions::load();
};

inline questionnaire::Row row(const StudyFixture::Pairs& answers)
{
    questionnaire::Row made;
    made.uid = QStringLiteral("ligne");
    for (const auto& [question, value] : answers)
        made.answers.set(question, questionnaire::Answer::of(value));
    return made;
}

} // namespace test
