#include "workflow/messages/explanation.h"

#include "workflow/messages/dossier_words.h"
#include "workflow/messages/messages.h"

namespace workflow::messages {
namespace {

using questionnaire::AnswerRead;
using questionnaire::AnswerState;
using questionnaire::Explanation;
using questionnaire::Form;
using questionnaire::Question;
using Kind = Explanation::Kind;

QString quoted(const QString& text)
{
    return QStringLiteral("« %1 »").arg(text);
}

QString titleOf(const Form& form, const QString& name)
{
    if (name.isEmpty()) return QStringLiteral("cette question");
    const Question* question = form.question(name);
    return quoted(question && !question->label.isEmpty() ? question->label : name);
}

QString shown(const Form& form, const QString& name, const QString& value)
{
    const Question* question = form.question(name);
    const QString text = question ? form.display(*question, value) : value;
    return quoted(text.isEmpty() ? value : text);
}

/// What the answer is now.
QString fact(const Form& form, const AnswerRead& read)
{
    const QString title = titleOf(form, read.question);
    switch (read.state) {
    case AnswerState::NotAsked:
        return QStringLiteral("%1 n’a pas encore de réponse").arg(title);
    case AnswerState::OutOfScope:
        return QStringLiteral("%1 est hors champ").arg(title);
    case AnswerState::Value:
        if (read.value.isEmpty()) return QStringLiteral("rien n’est coché ni écrit à %1").arg(title);
        return QStringLiteral("la réponse à %1 est %2").arg(title, shown(form, read.question, read.value));
    default:
        return QStringLiteral("la réponse à %1 est %2")
            .arg(title, quoted(stateWord(questionnaire::stateCode(read.state))));
    }
}

/// What the comparison wanted: "il faudrait au moins 5".
QString wanted(const Form& form, const Explanation& said)
{
    const AnswerRead& answer = said.reads.front();
    const QString against = said.reads.size() > 1
                                ? QStringLiteral("la réponse à %1").arg(titleOf(form, said.reads[1].question))
                            : said.counted ? said.operand
                                           : shown(form, answer.question, said.operand);
    if (said.reads.size() < 2 && said.operand.isEmpty())
        return said.comparison == u"=" ? QStringLiteral("il n’en faudrait aucune")
                                       : QStringLiteral("il en faudrait une");
    static const QHash<QString, QString> words{
        {QStringLiteral("="), QStringLiteral("il faudrait %1")},
        {QStringLiteral("!="), QStringLiteral("il faudrait autre chose que %1")},
        {QStringLiteral("<"), QStringLiteral("il faudrait moins que %1")},
        {QStringLiteral("<="), QStringLiteral("il faudrait au plus %1")},
        {QStringLiteral(">"), QStringLiteral("il faudrait plus que %1")},
        {QStringLiteral(">="), QStringLiteral("il faudrait au moins %1")}};
    return words.value(said.comparison).arg(against);
}

QString compared(const Form& form, const Explanation& said)
{
    const AnswerRead& answer = said.reads.front();
    QString words = fact(form, answer);
    if (said.counted && answer.state == AnswerState::Value) {
        const auto count = int(answer.value.split(u' ', Qt::SkipEmptyParts).size());
        words = QStringLiteral("%1 à %2").arg(
            counted(count, QStringLiteral("choix est coché"), QStringLiteral("choix sont cochés")),
            titleOf(form, answer.question));
    }
    if (said.reads.size() > 1) words += QStringLiteral(" et que ") + fact(form, said.reads[1]);
    return said.holds ? words : words + QStringLiteral(" (%1)").arg(wanted(form, said));
}

QString chosen(const Form& form, const Explanation& said)
{
    const AnswerRead& answer = said.reads.front();
    if (answer.state != AnswerState::Value) return fact(form, answer);
    const bool present = said.holds != said.negated;
    return (present ? QStringLiteral("%1 est parmi les réponses à %2")
                    : QStringLiteral("%1 n’est pas parmi les réponses à %2"))
        .arg(shown(form, answer.question, said.operand), titleOf(form, answer.question));
}

QString computed(const Form& form, const Explanation& said)
{
    QStringList facts;
    for (const AnswerRead& read : said.reads)
        facts << fact(form, read);
    const QString result = said.result.isEmpty()    ? QStringLiteral("le calcul ne donne rien")
                           : said.result == u"true" ? QStringLiteral("la condition est remplie")
                           : said.result == u"false"
                               ? QStringLiteral("la condition n’est pas remplie")
                               : QStringLiteral("le calcul donne %1").arg(quoted(said.result));
    if (facts.isEmpty()) return result;
    return result + QStringLiteral(", car ") + facts.join(QStringLiteral(" et "));
}

/// Only what decides: what is false of a sum that fails, what is true of a choice that holds.
void gather(const Form& form, const Explanation& said, QStringList& words)
{
    switch (said.kind) {
    case Kind::Compared:
        words << compared(form, said);
        return;
    case Kind::Selected:
        words << chosen(form, said);
        return;
    case Kind::Computed:
        words << computed(form, said);
        return;
    case Kind::All:
    case Kind::Any:
        for (const Explanation& part : said.parts)
            if (part.holds == said.holds) gather(form, part, words);
    }
}

} // namespace

QString because(const Form& form, const Explanation& explanation)
{
    QStringList words;
    gather(form, explanation, words);
    words.removeDuplicates();
    return QStringLiteral("parce que ") + words.join(QStringLiteral(" et que "));
}

QString hiddenBecause(const Form& form, const QString& closedBy, const Explanation& explanation)
{
    const QString why = because(form, explanation) + u'.';
    if (closedBy.isEmpty()) return QStringLiteral("Masquée ") + why;
    return QStringLiteral("Masquée avec %1 %2").arg(titleOf(form, closedBy), why);
}

} // namespace workflow::messages
