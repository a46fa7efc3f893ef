#include "ui/saisie/wayfinding.h"

#include "ui/saisie/entry_session.h"

#include <QRegularExpression>

namespace ui {

using questionnaire::Question;
using questionnaire::QuestionType;

QString questionCalled(const EntrySession& session, const QString& typed)
{
    static const QRegularExpression separators(QStringLiteral("[,;:\\s·-]+"));
    const QString wanted = typed.trimmed();
    const questionnaire::Form& form = session.form().form();
    if (form.index.contains(wanted.toLower())) return wanted.toLower();
    const QString number = QString(wanted).replace(separators, QStringLiteral("."));
    for (const Question& question : form.questions)
        if (question.number > 0 && question.type != QuestionType::Note &&
            session.numberOf(question.name) == number)
            return question.name;
    return {};
}

QString nextUnanswered(const EntrySession& session, const QString& from, bool shortForm)
{
    const questionnaire::Form& form = session.form().form();
    const size_t count = form.questions.size();
    const auto start = static_cast<size_t>(qMax(0, form.index.value(from, 0)));
    for (size_t step = 1; step <= count; ++step) {
        const size_t at = (start + step) % count;
        const Question& question = form.questions[at];
        if (!isAsked(question) || form.repeatOf(static_cast<int>(at)) >= 0) continue;
        if ((shortForm && !question.shortForm) || session.isClosed(static_cast<int>(at))) continue;
        const questionnaire::FieldPath path = session.pathOf(question);
        const questionnaire::FieldStatus status = session.form().status(path);
        if (status.relevant && !status.readOnly &&
            session.answer(path).state == questionnaire::AnswerState::NotAsked)
            return question.name;
    }
    return {};
}

} // namespace ui
