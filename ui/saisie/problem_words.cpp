#include "ui/saisie/problem_words.h"

#include "ui/saisie/entry_session.h"
#include "workflow/messages/messages.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace ui {
namespace {

using questionnaire::Answer;
using questionnaire::AnswerState;
using questionnaire::FieldPath;
using questionnaire::FieldStatus;
using questionnaire::Question;
using questionnaire::QuestionType;

QString tr(const char* words)
{
    return QCoreApplication::translate("ProblemWords", words);
}

bool isNumber(QuestionType type)
{
    return type == QuestionType::Integer || type == QuestionType::Decimal || type == QuestionType::Range;
}

QString wrongType(const Question& question, const QString& typed)
{
    switch (question.type) {
    case QuestionType::Integer:
        return tr("« %1 » n’est pas un nombre entier : écrivez-le en chiffres.").arg(typed);
    case QuestionType::Decimal:
    case QuestionType::Range:
        return tr("« %1 » n’est pas un nombre : écrivez-le en chiffres.").arg(typed);
    case QuestionType::Date:
        return tr("« %1 » n’est pas une date : écrivez jour/mois/année, par exemple 3/2/2015.").arg(typed);
    case QuestionType::Time:
        return tr("« %1 » n’est pas une heure : écrivez heures:minutes, par exemple 9:30.").arg(typed);
    case QuestionType::DateTime:
        return tr("« %1 » n’est pas une date avec son heure : écrivez par exemple 3/2/2015 9:30.").arg(typed);
    case QuestionType::Geotrace:
        return tr("Il faut au moins deux points, chacun avec sa latitude, puis sa longitude.");
    case QuestionType::Geoshape:
        return tr("Il faut au moins trois points, chacun avec sa latitude, puis sa longitude.");
    case QuestionType::Geopoint:
        return tr("« %1 » n’est pas un point : écrivez la latitude, puis la longitude.").arg(typed);
    default:
        return tr("« %1 » n’a pas la forme attendue.").arg(typed);
    }
}

QString wrongConstraint(const Question& question, const FieldStatus& status, const QString& value)
{
    if (!question.constraintMessage.isEmpty()) return question.constraintMessage;
    const base::Issue issue{base::Severity::Error,
                            QStringLiteral("entry.constraint"),
                            {},
                            {question.label, value, status.problemDetail, question.name}};
    return workflow::messages::forIssue(issue).what;
}

QString whatIsWrong(const Question& question, const FieldStatus& status, const QString& value)
{
    switch (status.problem) {
    case FieldStatus::Problem::Type:
        return wrongType(question, value);
    case FieldStatus::Problem::Choice:
        return tr("« %1 » n’est pas dans la liste : choisissez une de ses lignes.").arg(value);
    case FieldStatus::Problem::Constraint:
        return wrongConstraint(question, status, value);
    default:
        return {};
    }
}

/// The other answers that a constraint compares with, by number and value: one of them may be the wrong one.
QStringList answersCompared(const EntrySession& session, const FieldPath& path, const Question& question)
{
    static const QRegularExpression reference(QStringLiteral("\\$\\{([^}]+)\\}"));
    QStringList compared;
    for (auto found = reference.globalMatch(question.constraint); found.hasNext();) {
        const Question* other = session.form().form().question(found.next().captured(1).trimmed());
        if (!other || other == &question || other->number == 0) continue;
        const bool inRow = session.form().form().repeatOf(session.form().form().index[other->name]) >= 0;
        const QString value = answerWords(
            session, *other, session.answer(session.pathOf(*other, inRow ? path.row : QString())));
        const QString number = session.numberOf(other->name);
        const QString words = value.isEmpty() ? number : QStringLiteral("%1 (%2)").arg(number, value);
        if (!compared.contains(words)) compared << words;
    }
    return compared;
}

QString whatToCorrect(const EntrySession& session, const FieldPath& path, const Question& question)
{
    const QStringList compared = answersCompared(session, path, question);
    if (compared.isEmpty()) return {};
    const QString own = isNumber(question.type) ? tr("ce nombre") : tr("cette réponse");
    return compared.size() == 1
               ? tr(" Corrigez %1 ou la réponse %2.").arg(own, compared.front())
               : tr(" Corrigez %1 ou l’une des réponses %2.").arg(own, compared.join(tr(" et ")));
}

QString whatStays(const EntrySession& session, const FieldPath& path, const Question& question)
{
    const QString words = answerWords(session, question, session.answer(path));
    if (words.isEmpty()) return tr(" Rien n’est enregistré.");
    return session.answer(path).isKnown() ? tr(" La valeur enregistrée reste %1.").arg(words)
                                          : tr(" La réponse enregistrée reste « %1 ».").arg(words);
}

} // namespace

QString answerWords(const EntrySession& session, const Question& question, const Answer& answer)
{
    if (answer.state == AnswerState::NotAsked) return {};
    if (!answer.isKnown()) return workflow::messages::stateWord(questionnaire::stateCode(answer.state));
    const QString words = session.form().form().display(question, answer.value);
    return question.unit.isEmpty() ? words : words + QChar(QChar::Nbsp) + question.unit;
}

QString problemSentence(const EntrySession& session, const FieldPath& path, const FieldStatus& status,
                        const Answer& answer)
{
    const Question* question = session.form().form().question(path.question);
    if (!question || !isRefusal(status.problem)) return {};
    QString words = whatIsWrong(*question, status, answer.value);
    if (status.problem == FieldStatus::Problem::Constraint) words += whatToCorrect(session, path, *question);
    if (answer != session.answer(path)) words += whatStays(session, path, *question);
    return words;
}

QString problemClause(const EntrySession& session, const FieldPath& path, const FieldStatus& status,
                      const Answer& answer)
{
    const Question* question = session.form().form().question(path.question);
    if (!question) return {};
    QString words = whatIsWrong(*question, status, answer.value).section(QStringLiteral(" : "), 0, 0);
    if (words.endsWith(u'.')) words.chop(1);
    if (words.size() > 1 && words[1].isLower()) words[0] = words[0].toLower();
    return words;
}

} // namespace ui
