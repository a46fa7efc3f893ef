#include "questionnaire/expression/dates.h"
#include "questionnaire/references.h"
#include "questionnaire/repeat_size.h"
#include "questionnaire/session/session_private.h"
#include "questionnaire/session/standpoint_scope.h"

namespace questionnaire {

namespace {

Answer answerFrom(const ExprValue& value)
{
    const QString text = toText(value);
    return text.isEmpty() ? Answer() : Answer::of(text);
}

/// What the clock says of a record being opened; the rest of the metadata is a telephone's.
Answer metadata(const Engine& engine, const Instance& instance)
{
    const QString& kind = engine.form().questions[size_t(instance.question)].typeName;
    const QDateTime now = StandpointScope(engine, engine.standpointOf(instance)).now();
    if (kind == u"start") return Answer::of(isoDateTime(now));
    if (kind == u"today") return Answer::of(now.date().toString(Qt::ISODate));
    return {};
}

Answer defaultOf(const Engine& engine, const Instance& instance)
{
    const Question& question = engine.form().questions[size_t(instance.question)];
    if (question.type == QuestionType::Metadata) return metadata(engine, instance);
    if (question.defaultValue.isEmpty() || question.type == QuestionType::Note || isCalculated(question))
        return {};
    const auto& dynamic = engine.compiled().dynamicDefault[size_t(instance.question)];
    return dynamic ? answerFrom(engine.result(dynamic, instance)) : Answer::of(question.defaultValue);
}

bool isRefused(const Engine& engine, const Instance& instance, const Answer& answer)
{
    return isRefusal(engine.evaluate(instance, answer).problem);
}

} // namespace

std::vector<Assignment> Session::setDefaults(const QString& passage, const QString& repeat,
                                             const QString& row)
{
    const int inside = d->form().index.value(repeat, -1);
    const Scope scope = passage.isEmpty() ? Scope::Actor : Scope::Passage;
    std::vector<Assignment> all;
    for (size_t i = 0; i < d->form().questions.size(); ++i) {
        if (d->form().questions[i].scope != scope || d->form().repeatOf(int(i)) != inside) continue;
        const Instance instance{int(i), passage, row};
        if (d->engine.answerOf(instance).state != AnswerState::NotAsked) continue;
        const Answer given = defaultOf(d->engine, instance);
        if (given.state == AnswerState::NotAsked || isRefused(d->engine, instance, given)) continue;
        all.push_back({d->pathOf(instance), given});
        set(all.back().path, given);
    }
    return all;
}

std::vector<Assignment> Session::setTriggered(const FieldPath& path)
{
    if (!d->holds(path)) return {};
    const Instance source = d->instanceOf(path);
    const QString near = source.passage.isEmpty() ? d->passage : source.passage;
    std::vector<Assignment> all;
    for (const int question : d->engine.compiled().setsOff[size_t(source.question)]) {
        const bool sameRow =
            !source.row.isEmpty() && d->form().repeatOf(question) == d->form().repeatOf(source.question);
        const QString passage = d->isOfPassage(question) ? near : QString();
        const auto& calculation = d->engine.compiled().triggered[size_t(question)];
        for (const Instance& target : d->engine.instancesOf(question)) {
            if (target.passage != passage || (sameRow && target.row != source.row)) continue;
            const Answer given = calculation ? answerFrom(d->engine.result(calculation, target)) : Answer();
            if (given == d->engine.answerOf(target) || isRefused(d->engine, target, given)) continue;
            all.push_back({d->pathOf(target), given});
            set(all.back().path, given);
        }
    }
    return all;
}

std::optional<int> Session::wantedRows(const QString& repeat, const QString& passage) const
{
    if (!d->holds({repeat, passage, {}})) return std::nullopt;
    const Instance whole = d->instanceOf({repeat, passage, {}});
    const auto& count = d->engine.compiled().repeatCount[size_t(whole.question)];
    if (!count || !d->engine.isRelevant(whole)) return std::nullopt;
    return repeatSize(toNumber(d->engine.result(count, whole)));
}

int Session::rowCount(const QString& repeat, const QString& passage) const
{
    if (!d->holds({repeat, passage, {}})) return 0;
    const Instance whole = d->instanceOf({repeat, passage, {}});
    const std::vector<Row>* rows = d->engine.rowsOf(whole.question, whole.passage);
    return rows ? int(rows->size()) : 0;
}

QStringList Session::blankRowsBeyond(const QString& repeat, const QString& passage, int wanted) const
{
    const Instance whole = d->instanceOf({repeat, passage, {}});
    const std::vector<Row>* rows = d->engine.rowsOf(whole.question, whole.passage);
    const auto isBlank = [&](const Row& row) {
        const auto& cells = row.answers.cells();
        return std::all_of(cells.keyValueBegin(), cells.keyValueEnd(), [&](const auto& cell) {
            const int question = d->form().index.value(cell.first, -1);
            return cell.second.state == AnswerState::NotAsked ||
                   (question >= 0 && cell.second == defaultOf(d->engine, {question, whole.passage, row.uid}));
        });
    };
    QStringList blank;
    for (size_t at = rows ? rows->size() : 0; int(at) > wanted && isBlank((*rows)[at - 1]); --at)
        blank << (*rows)[at - 1].uid;
    return blank;
}

QString Session::worded(const QString& text, const FieldPath& at) const
{
    if (!text.contains(u"${") || !d->holds(at)) return text;
    const Standpoint from = d->engine.standpointOf(d->instanceOf(at));
    QString worded;
    qsizetype done = 0;
    for (auto found = referencePattern().globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        worded += QStringView(text).sliced(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const Question* named = d->form().question(match.captured(1));
        const QString value = toText(d->engine.read(from, match.captured(1)));
        if (!named)
            worded += match.captured();
        else
            worded += value.isEmpty() ? QStringLiteral("…") : d->form().display(*named, value);
    }
    return worded + text.sliced(done);
}

} // namespace questionnaire
