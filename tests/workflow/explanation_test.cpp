#include "questionnaire/session.h"
#include "questionnaire/standard.h"
#include "workflow/messages/explanation.h"

#include <gtest/gtest.h>

using namespace questionnaire;

namespace {

/// Answers by name: a text, or a state when it begins with '@'.
class AnswersGiven final : public ExpressionScope
{
public:
    explicit AnswersGiven(QHash<QString, QString> answers) : m_answers(std::move(answers)) {}
    ExprValue read(const QString& name) const override
    {
        const QString answer = m_answers.value(name);
        return answer.startsWith(u'@') ? QString() : answer;
    }
    ExprValue self() const override { return m_answers.value(QStringLiteral(".")); }
    std::optional<std::vector<ExprValue>> readRows(const QString&, const QString&) const override
    {
        return {};
    }
    QString stateOf(const QString& name) const override
    {
        const auto found = m_answers.constFind(name);
        if (found == m_answers.constEnd()) return QStringLiteral("non_pose");
        return found->startsWith(u'@') ? found->mid(1) : QStringLiteral("value");
    }
    QDateTime now() const override { return QDateTime(QDate(2015, 1, 13), QTime(9, 0), QTimeZone::utc()); }

private:
    QHash<QString, QString> m_answers;
};

Form smallForm()
{
    Form form;
    const auto add = [&](const char* name, const char* label, QuestionType type, const char* list = "") {
        Question question;
        question.name = QString::fromUtf8(name);
        question.label = QString::fromUtf8(label);
        question.type = type;
        question.list = QString::fromUtf8(list);
        form.index.insert(question.name, int(form.questions.size()));
        form.questions.push_back(question);
    };
    add("abri", "Offre d’abri", QuestionType::SelectOne, "on");
    add("publics", "Publics reçus", QuestionType::SelectMultiple, "p");
    add("places", "Places", QuestionType::Integer);
    add("lits", "Lits", QuestionType::Integer);
    form.lists[QStringLiteral("on")] = {QStringLiteral("on"),
                                        {{QStringLiteral("oui"), QStringLiteral("oui"), {}, {}, {}},
                                         {QStringLiteral("non"), QStringLiteral("non"), {}, {}, {}}}};
    form.lists[QStringLiteral("p")] = {QStringLiteral("p"),
                                       {{QStringLiteral("f"), QStringLiteral("Femmes"), {}, {}, {}},
                                        {QStringLiteral("e"), QStringLiteral("Enfants"), {}, {}, {}}}};
    return form;
}

struct Sentence
{
    const char* name;
    const char* expression;
    QHash<QString, QString> answers;
    const char* because;
};

QHash<QString, QString> with(std::initializer_list<std::pair<const char*, const char*>> pairs)
{
    QHash<QString, QString> answers;
    for (const auto& [name, answer] : pairs)
        answers.insert(QString::fromUtf8(name), QString::fromUtf8(answer));
    return answers;
}

class Explained : public testing::TestWithParam<Sentence>
{
};

TEST_P(Explained, InPlainFrench)
{
    const auto why = explain(QString::fromUtf8(GetParam().expression), AnswersGiven(GetParam().answers));
    ASSERT_TRUE(why);
    EXPECT_EQ(workflow::messages::because(smallForm(), *why).toStdString(),
              std::string("parce que ") + GetParam().because);
}

INSTANTIATE_TEST_SUITE_P(
    Sentences, Explained,
    testing::Values(
        Sentence{"False", "${abri} = 'oui'", with({{"abri", "non"}}),
                 "la réponse à « Offre d’abri » est « non » (il faudrait « oui »)"},
        Sentence{"True", "'oui' = ${abri}", with({{"abri", "oui"}}),
                 "la réponse à « Offre d’abri » est « oui »"},
        Sentence{"Not", "not(${abri} = 'non')", with({{"abri", "non"}}),
                 "la réponse à « Offre d’abri » est « non » (il faudrait autre chose que « non »)"},
        Sentence{"NotAsked",
                 "${abri} = 'oui'",
                 {},
                 "« Offre d’abri » n’a pas encore de réponse (il faudrait « oui »)"},
        Sentence{"Unknown", "${places} > 5", with({{"places", "@nsp"}}),
                 "la réponse à « Places » est « ne sait pas » (il faudrait plus que « 5 »)"},
        Sentence{"Mirrored", "5 <= ${places}", with({{"places", "3"}}),
                 "la réponse à « Places » est « 3 » (il faudrait au moins « 5 »)"},
        Sentence{"Empty", "${places} != ''", {}, "« Places » n’a pas encore de réponse (il en faudrait une)"},
        Sentence{
            "Both", "${abri} = 'oui' and ${places} >= 5 and ${lits} > 0",
            with({{"abri", "oui"}, {"places", "3"}, {"lits", "0"}}),
            "la réponse à « Places » est « 3 » (il faudrait au moins « 5 ») et que la réponse à « Lits » est "
            "« 0 » (il faudrait plus que « 0 »)"},
        Sentence{"Either", "${abri} = 'oui' or ${places} > 0", with({{"abri", "non"}, {"places", "3"}}),
                 "la réponse à « Places » est « 3 »"},
        Sentence{"NotBoth", "not(${abri} = 'oui' and ${places} > 0)",
                 with({{"abri", "non"}, {"places", "3"}}), "la réponse à « Offre d’abri » est « non »"},
        Sentence{"Chosen", "selected(${publics}, 'f')", with({{"publics", "f e"}}),
                 "« Femmes » est parmi les réponses à « Publics reçus »"},
        Sentence{"NotChosen", "selected(${publics}, 'f')", with({{"publics", "e"}}),
                 "« Femmes » n’est pas parmi les réponses à « Publics reçus »"},
        Sentence{"ChosenThatMustNot", "not(selected(${publics}, 'e'))", with({{"publics", "e"}}),
                 "« Enfants » est parmi les réponses à « Publics reçus »"},
        Sentence{"Counted", "count-selected(${publics}) >= 2", with({{"publics", "e"}}),
                 "1 choix est coché à « Publics reçus » (il faudrait au moins 2)"},
        Sentence{"TwoAnswers", "${lits} <= ${places}", with({{"lits", "8"}, {"places", "3"}}),
                 "la réponse à « Lits » est « 8 » et que la réponse à « Places » est « 3 » (il faudrait au "
                 "plus la "
                 "réponse à « Places »)"},
        Sentence{"Itself", ". > 10", with({{".", "4"}}),
                 "la réponse à cette question est « 4 » (il faudrait plus que « 10 »)"},
        Sentence{"Computed", "${lits} + ${places}", with({{"lits", "8"}, {"places", "3"}}),
                 "le calcul donne « 11 », car la réponse à « Lits » est « 8 » et la réponse à « Places » est "
                 "« 3 »"}),
    [](const auto& tested) { return std::string(tested.param.name); });

} // namespace

TEST(Explanation, saysNothingOfWhatIsNoExpression)
{
    EXPECT_FALSE(explain(QStringLiteral("1 +"), AnswersGiven(QHash<QString, QString>())));
}

TEST(Explanation, readsAConditionAsLongAsOneMayBe)
{
    const AnswersGiven answers({{QStringLiteral("places"), QStringLiteral("3")}});
    const QString either =
        QStringLiteral("${places} = 5") + QStringLiteral(" or ${places} = 5").repeated(999);
    const auto refused = explain(either, answers);
    ASSERT_TRUE(refused);
    EXPECT_EQ(refused->parts.size(), 1000U);
    EXPECT_FALSE(refused->holds);
    const auto sum =
        explain(QStringLiteral("${lits}") + QStringLiteral(" + ${places}").repeated(1999), answers);
    ASSERT_TRUE(sum);
    ASSERT_EQ(sum->reads.size(), 2U);
    EXPECT_EQ(sum->reads.front().question, u"lits");
}

TEST(Explanation, tellsWhyAFieldOfTheInstrumentIsHidden)
{
    RecordAnswers record;
    record.actor.set(QStringLiteral("id_categorie"), Answer::of(QStringLiteral("femmes")));
    record.actor.set(QStringLiteral("abr_offre"), Answer::of(QStringLiteral("non")));
    const base::SystemClock clock;
    const Session session(standardForm(), record, {}, clock);
    const auto reason = session.whyHidden({QStringLiteral("abr_places"), {}, {}});
    ASSERT_TRUE(reason && reason->why);
    const QString words = workflow::messages::hiddenBecause(session.form(), reason->closedBy, *reason->why);
    EXPECT_TRUE(words.startsWith(QStringLiteral("Masquée "))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("parce que "))) << words.toStdString();
    EXPECT_FALSE(words.contains(QStringLiteral("${"))) << words.toStdString();
}
