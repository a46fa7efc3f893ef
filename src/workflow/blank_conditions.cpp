#include "questionnaire/explanation.h"
#include "workflow/blank_form.h"

#include <QDateTime>

#include <algorithm>

namespace workflow {
namespace {

using questionnaire::Explanation;
using questionnaire::ExprValue;
using questionnaire::Form;
using questionnaire::Question;
using Kind = Explanation::Kind;

/// A form nobody has answered.
class Unanswered final : public questionnaire::ExpressionScope
{
public:
    ExprValue read(const QString&) const override { return QString(); }
    std::optional<std::vector<ExprValue>> readRows(const QString&, const QString&) const override
    {
        return {};
    }
    QString stateOf(const QString&) const override { return QStringLiteral("non_pose"); }
    QDateTime now() const override { return QDateTime::fromSecsSinceEpoch(0, Qt::UTC); }
};

QString called(const Form& form, const QString& name)
{
    const int at = form.index.value(name, -1);
    return at < 0 ? QStringLiteral("la réponse") : questionNumber(form, at);
}

QString choice(const Form& form, const QString& name, const QString& code)
{
    const Question* question = form.question(name);
    const QString label = question ? form.display(*question, code) : QString();
    bool number = false;
    code.toDouble(&number);
    if (number && (label.isEmpty() || label == code)) return code;
    return QStringLiteral("« %1 »").arg(label.isEmpty() ? code : label);
}

QString compared(const Form& form, const Explanation& said)
{
    static const QHash<QString, QString> signs{{QStringLiteral("!="), QStringLiteral("≠")},
                                               {QStringLiteral("<="), QStringLiteral("≤")},
                                               {QStringLiteral(">="), QStringLiteral("≥")}};
    if (said.reads.empty()) return {};
    const QString name = said.reads.front().question;
    const QString left =
        said.counted ? QStringLiteral("nombre de choix à %1").arg(called(form, name)) : called(form, name);
    if (said.reads.size() < 2 && said.operand.isEmpty())
        return (said.comparison == u"=" ? QStringLiteral("%1 sans réponse")
                                        : QStringLiteral("%1 a une réponse"))
            .arg(left);
    const QString right = said.reads.size() > 1 ? called(form, said.reads[1].question)
                          : said.counted        ? said.operand
                                                : choice(form, name, said.operand);
    return QStringLiteral("%1 %2 %3").arg(left, signs.value(said.comparison, said.comparison), right);
}

QString selected(const Form& form, const Explanation& said)
{
    if (said.reads.empty()) return {};
    const QString name = said.reads.front().question;
    return (said.negated ? QStringLiteral("%1 ne comprend pas %2") : QStringLiteral("%1 comprend %2"))
        .arg(called(form, name), choice(form, name, said.operand));
}

/// What is computed cannot be said in few words: the answers it reads are named.
QString computed(const Form& form, const Explanation& said)
{
    QStringList read;
    for (const auto& each : said.reads)
        if (!each.question.isEmpty()) read << called(form, each.question);
    read.removeDuplicates();
    return read.isEmpty() ? QString()
                          : QStringLiteral("selon la réponse %1").arg(read.join(QStringLiteral(", ")));
}

QString words(const Form& form, const Explanation& said, bool inside)
{
    if (said.kind == Kind::Compared) return compared(form, said);
    if (said.kind == Kind::Selected) return selected(form, said);
    if (said.kind == Kind::Computed) return computed(form, said);
    QStringList parts;
    for (const Explanation& part : said.parts)
        if (const QString one = words(form, part, true); !one.isEmpty()) parts << one;
    parts.removeDuplicates();
    const QString all = parts.join(said.kind == Kind::All ? QStringLiteral(" et ") : QStringLiteral(" ou "));
    return inside && parts.size() > 1 && said.kind == Kind::Any ? u'(' + all + u')' : all;
}

} // namespace

QString questionNumber(const Form& form, int index)
{
    const int section = form.sectionOf(index);
    const Question& question = form.questions[static_cast<size_t>(index)];
    // A repeated group is called by its first question.
    const bool group = question.number == 0 && !question.children.empty();
    const int number =
        group ? form.questions[static_cast<size_t>(question.children.front())].number : question.number;
    const auto place = std::find(form.sections.begin(), form.sections.end(), section) - form.sections.begin();
    return QStringLiteral("%1.%2").arg(place + 1).arg(number);
}

QString conditionInWords(const Form& form, const QString& condition)
{
    if (condition.isEmpty()) return {};
    const auto said = questionnaire::explain(condition, Unanswered());
    const QString text = said ? words(form, *said, false) : QString();
    if (text.isEmpty() || text.startsWith(u"selon ")) return text;
    return QStringLiteral("si ") + text;
}

} // namespace workflow
