// Written in a layout and read again, submissions are the same: values, states, repeats, geopoints.
#include "exchange/submission_samples.h"
#include "questionnaire/standard.h"

#include <random>
#include <rapidcheck.h>

using namespace questionnaire;
using exchange::Submission;
using exchange::SubmissionLayout;

namespace {

/// Draws answers of every type and state; `density` percent of the questions are answered.
class Draw
{
public:
    Draw(const Form& form, quint32 seed, quint32 density) : m_form(form), m_random(seed), m_density(density)
    {
    }

    Submission submission(int number)
    {
        Submission made;
        made.instanceId = QStringLiteral("uuid:00000000-0000-4000-8000-%1").arg(number, 12, 10, QChar(u'0'));
        made.formVersion = m_form.version;
        made.submitted = QStringLiteral("2015-01-13T09:00:00");
        if (below(2)) made.submitter = QStringLiteral("enquête 1");
        if (below(2)) made.actor = QStringLiteral("fiche-%1").arg(number);
        fill(made.answers, -1);
        return made;
    }

private:
    quint32 below(quint32 n) { return quint32(m_random() % n); }
    bool chosen() { return below(100) < m_density; }

    void fill(Answers& answers, int repeat)
    {
        for (int q = 0; q < int(m_form.questions.size()); ++q) {
            const Question& question = m_form.questions[size_t(q)];
            if (m_form.repeatOf(q) != repeat || question.type == QuestionType::Group ||
                question.type == QuestionType::Note || !chosen())
                continue;
            if (question.type == QuestionType::Repeat)
                fillRows(answers, q);
            else
                answers.set(question.name, answer(question));
        }
    }

    void fillRows(Answers& answers, int repeat)
    {
        const QString name = m_form.questions[size_t(repeat)].name;
        auto& rows = answers.rowsOf(name);
        for (quint32 n = below(4); n > 0; --n) {
            Row row;
            row.uid = QStringLiteral("ligne-%1").arg(++m_rows);
            fill(row.answers, repeat);
            rows.push_back(row);
        }
    }

    Answer answer(const Question& question)
    {
        switch (below(8)) {
        case 0:
            return Answer::inState(AnswerState::DontKnow);
        case 1:
            return Answer::inState(AnswerState::Refused);
        case 2:
            return Answer::inState(AnswerState::NotApplicable);
        default:
            return Answer::of(value(question));
        }
    }

    QString value(const Question& question)
    {
        const ChoiceList* list = m_form.listOf(question);
        switch (question.type) {
        case QuestionType::SelectOne:
            return list->choices[below(quint32(list->choices.size()))].name;
        case QuestionType::SelectMultiple: {
            QStringList codes;
            for (const Choice& choice : list->choices)
                if (below(3) == 0) codes << choice.name;
            return codes.join(u' '); // nothing: none of these, confirmed
        }
        case QuestionType::Integer:
            return QString::number(int(below(2'000'000)) - 1000);
        case QuestionType::Decimal:
            return QStringList{u"0.10"_qs, u"12.5"_qs, u"-3.000001"_qs, u"123456789012345678"_qs,
                               u"0"_qs}[below(5)];
        case QuestionType::Date:
            return QDate(1890, 1, 1).addDays(below(60'000)).toString(Qt::ISODate);
        case QuestionType::Geopoint:
            return QStringList{u"34.020882 -6.84165"_qs, u"-34.02 6.8 12.5"_qs, u"34.0 -6.0 0 0"_qs,
                               u"0 0 0 4.5"_qs, u"33.573110000000001 -7.58984 27 3"_qs}[below(5)];
        default:
            return words();
        }
    }

    QString words()
    {
        static const QStringList pieces{u"é"_qs,   u" "_qs,        u"\n"_qs,      u"\t"_qs,   u"\""_qs,
                                        u";"_qs,   u","_qs,        u"'"_qs,       u"=1+1"_qs, u"جمعية"_qs,
                                        u"😀"_qs,   u"<b>&amp;"_qs, u"_x0041_"_qs, u"007"_qs,  u"TRUE"_qs,
                                        u"nsp"_qs, u"12.50"_qs,    u"\\"_qs,      u"]]>"_qs,  u"a"_qs};
        QString text;
        for (quint32 n = 1 + below(6); n > 0; --n)
            text += pieces[below(quint32(pieces.size()))];
        return text;
    }

    const Form& m_form;
    std::mt19937 m_random;
    quint32 m_density;
    int m_rows = 0;
};

void comesBack(const Form& form, SubmissionLayout layout, quint32 seed, quint32 density, int count)
{
    const test::TemporaryFolder folder;
    exchange::SubmissionBook book;
    book.form = &form;
    book.date = QDate(2015, 1, 13);
    Draw draw(form, seed, density);
    for (int i = 1; i <= count; ++i)
        book.submissions.push_back(draw.submission(i));
    base::Issues issues;
    const QString path = folder.path(QStringLiteral("envois"));
    exchange::writeSubmissions(book, layout, path, issues);
    const test::Reading back = test::readFile(path, form);
    for (const base::Issue& issue : back.issues)
        RC_FAIL((issue.code + u' ' + issue.place.column + u' ' + issue.args.join(u'|')).toStdString());
    RC_ASSERT(back.source.issues.empty());
    RC_ASSERT(back.submissions.size() == book.submissions.size());
    for (size_t i = 0; i < book.submissions.size(); ++i)
        RC_ASSERT(test::dump(back.submissions[i]).toStdString() ==
                  test::dump(book.submissions[i]).toStdString());
    for (const auto& table : back.mapping.tables)
        for (const exchange::SubmissionColumn& column : table)
            RC_ASSERT(column.use != exchange::ColumnUse::Unknown);
}

class RoundTrip : public testing::TestWithParam<SubmissionLayout>
{
};

} // namespace

TEST_P(RoundTrip, givesTheStandardInstrumentBack)
{
    const auto form = standardForm();
    EXPECT_TRUE(rc::check([&] {
        comesBack(*form, GetParam(), *rc::gen::arbitrary<quint32>(), *rc::gen::inRange<quint32>(0, 101),
                  *rc::gen::inRange(1, 4));
    }));
}

TEST_P(RoundTrip, givesNestedRepeatsBack)
{
    const auto form = test::nestedForm();
    ASSERT_TRUE(form);
    EXPECT_TRUE(rc::check([&] {
        comesBack(*form, GetParam(), *rc::gen::arbitrary<quint32>(), *rc::gen::inRange<quint32>(0, 101),
                  *rc::gen::inRange(1, 6));
    }));
}

TEST_P(RoundTrip, givesOtherAnswersBack)
{
    const auto form = test::formOf(test::OtherForm);
    ASSERT_TRUE(form);
    EXPECT_TRUE(rc::check([&] {
        comesBack(*form, GetParam(), *rc::gen::arbitrary<quint32>(), *rc::gen::inRange<quint32>(0, 101),
                  *rc::gen::inRange(1, 6));
    }));
}

INSTANTIATE_TEST_SUITE_P(Layouts, RoundTrip,
                         testing::Values(SubmissionLayout::KoboXlsx, SubmissionLayout::KoboJson,
                                         SubmissionLayout::OdkZip, SubmissionLayout::OdkXml),
                         [](const auto& layout) {
                             return exchange::layoutCode(layout.param).remove(u'-').toStdString();
                         });
