#pragma once
#include "disclosure/study_fixture.h"

namespace test {

/// A value that is found nowhere else, of the type of the question; empty when the type has no room for one.
inline QString canary(const questionnaire::Question& question, int seed)
{
    using questionnaire::QuestionType;
    switch (question.type) {
    case QuestionType::Text:
        return QStringLiteral("Canari%1 %2").arg(seed).arg(QString(question.name).remove(u'_'));
    case QuestionType::Integer:
    case QuestionType::Decimal:
        return QString::number(70000000 + seed);
    case QuestionType::Geopoint:
        return QStringLiteral("35.%1 -5.7 0 0").arg(70000000 + seed);
    default:
        return {};
    }
}

/// What a reader would look for: numbers may be printed with separators.
inline QStringList tracesOf(const QString& value)
{
    QString grouped = value;
    if (value.size() == 8 && value[0] == u'7')
        grouped = value.left(2) + QChar(0x202F) + value.mid(2, 3) + QChar(0x202F) + value.mid(5);
    return {value, grouped};
}

/// An actor with a canary in every question that can hold one; `seed` tells actors apart.
inline questionnaire::RecordAnswers canaries(const questionnaire::Form& form, int seed,
                                             const StudyFixture::Pairs& fixed)
{
    questionnaire::RecordAnswers record;
    QHash<QString, questionnaire::Row> rows;
    for (size_t i = 0; i < form.questions.size(); ++i) {
        const questionnaire::Question& question = form.questions[i];
        const QString value = canary(question, seed + static_cast<int>(i));
        if (value.isEmpty()) continue;
        const int repeat = form.repeatOf(static_cast<int>(i));
        if (repeat < 0) {
            record.actor.set(question.name, questionnaire::Answer::of(value));
        } else {
            rows[form.questions[static_cast<size_t>(repeat)].name].answers.set(
                question.name, questionnaire::Answer::of(value));
        }
    }
    for (const auto& [question, value] : fixed) {
        const int at = form.index.value(question, -1);
        const int repeat = at < 0 ? -1 : form.repeatOf(at);
        questionnaire::Answers& target =
            repeat < 0 ? record.actor : rows[form.questions[static_cast<size_t>(repeat)].name].answers;
        target.set(question, questionnaire::Answer::of(value));
    }
    for (auto row = rows.begin(); row != rows.end(); ++row) {
        row->uid = QStringLiteral("ligne");
        record.actor.rowsOf(row.key()) = {*row};
    }
    return record;
}

/// Every text reachable from an actor as an audience sees it.
inline QString flatten(const questionnaire::Answers& answers)
{
    QStringList texts;
    for (auto cell = answers.cells().cbegin(); cell != answers.cells().cend(); ++cell)
        texts << cell.key() << cell->value;
    for (auto repeat = answers.repeats().cbegin(); repeat != answers.repeats().cend(); ++repeat)
        for (const questionnaire::Row& each : *repeat)
            texts << flatten(each.answers);
    return texts.join(u'\n');
}

inline QString flatten(const disclosure::View& view)
{
    QStringList texts;
    for (const disclosure::ActorView& actor : view.actors()) {
        texts << actor.id << actor.nameFr << actor.nameAr << actor.acronym << actor.category
              << actor.region1997 << actor.region2015 << actor.province << actor.regionsCovered
              << actor.status.value_or(QString()) << actor.decision << actor.sources
              << flatten(actor.answers);
        for (const QString& offer : actor.offers)
            texts << offer;
        for (auto fact = actor.facts.cbegin(); fact != actor.facts.cend(); ++fact)
            texts << fact.key() << *fact;
    }
    return texts.join(u'\n');
}

} // namespace test
