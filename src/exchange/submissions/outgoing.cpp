#include "exchange/submissions/outgoing.h"

#include "base/atomic_file.h"
#include "base/uuid.h"
#include "tabular/zip.h"

#include <QRegularExpression>

namespace exchange {

using questionnaire::Answer;
using questionnaire::Answers;
using questionnaire::AnswerState;
using questionnaire::Question;
using questionnaire::QuestionType;

namespace {

bool holdsAnswer(const Question& question)
{
    return question.type != QuestionType::Group && question.type != QuestionType::Repeat &&
           question.type != QuestionType::Note;
}

bool goesOut(const Answer& answer)
{
    return answer.state != AnswerState::NotAsked && answer.state != AnswerState::OutOfScope;
}

} // namespace

QString Outgoing::text(const Question& question, const Answers& answers)
{
    const Answer& answer = answers.at(question.name);
    return goesOut(answer) ? m_texts.write(question, answer) : QString();
}

QString Outgoing::state(const Question& question, const Answers& answers)
{
    if (question.type == QuestionType::Repeat) {
        const auto* rows = answers.rows(question.name);
        return rows && rows->empty() ? questionnaire::stateCode(AnswerState::Value) : QString();
    }
    const Answer& answer = answers.at(question.name);
    if (!goesOut(answer)) return {};
    const QString written = m_texts.write(question, answer);
    const auto read = written.isEmpty() ? std::optional(Answer{}) : m_texts.read(question, written);
    return read && *read == answer ? QString() : questionnaire::stateCode(answer.state);
}

QString Outgoing::states(int repeat, const Answers& answers)
{
    QStringList all;
    for (const std::vector<int>& some : {questionsIn(repeat), repeatsIn(repeat)}) {
        for (const int q : some) {
            const Question& question = m_form.questions[size_t(q)];
            const QString code = state(question, answers);
            if (!code.isEmpty()) all << question.name + u'=' + code;
        }
    }
    return all.join(u' ');
}

std::vector<int> Outgoing::questionsIn(int repeat) const
{
    std::vector<int> found;
    for (int q = 0; q < static_cast<int>(m_form.questions.size()); ++q)
        if (holdsAnswer(m_form.questions[size_t(q)]) && m_form.repeatOf(q) == repeat) found.push_back(q);
    return found;
}

std::vector<int> Outgoing::repeatsIn(int repeat) const
{
    std::vector<int> found;
    for (int q = 0; q < static_cast<int>(m_form.questions.size()); ++q)
        if (m_form.questions[size_t(q)].type == QuestionType::Repeat && m_form.repeatOf(q) == repeat)
            found.push_back(q);
    return found;
}

QString bareInstance(const QString& instanceId)
{
    const QString bare = instanceId.startsWith(u"uuid:") ? instanceId.mid(5) : instanceId;
    return base::isUuid(bare) ? bare : instanceId;
}

namespace {

/// Names that a package and any file system take, never twice.
QByteArray xmlPackage(const SubmissionBook& book)
{
    static const QRegularExpression odd(u"[^A-Za-z0-9._-]"_qs);
    tabular::ZipWriter zip;
    int number = 0;
    for (const Submission& submission : book.submissions) {
        QString name = bareInstance(submission.instanceId).left(80);
        zip.add(QStringLiteral("instances/%1-%2/submission.xml")
                    .arg(++number, 5, 10, QChar(u'0'))
                    .arg(name.replace(odd, u"_"_qs)),
                odkXmlOf(book, submission));
    }
    return zip.finish();
}

} // namespace

void writeSubmissions(const SubmissionBook& book, SubmissionLayout layout, const QString& path,
                      base::Issues& issues)
{
    const bool alone = book.submissions.size() == 1 && path.endsWith(u".xml", Qt::CaseInsensitive);
    switch (layout) {
    case SubmissionLayout::KoboXlsx:
    case SubmissionLayout::KoboCsv:
        return writeKoboXlsx(book, path, issues);
    case SubmissionLayout::KoboJson:
        return base::writeFileAtomically(path, koboJsonOf(book));
    case SubmissionLayout::OdkZip:
        return base::writeFileAtomically(path, odkZipOf(book));
    case SubmissionLayout::OdkXml:
        return base::writeFileAtomically(path,
                                         alone ? odkXmlOf(book, book.submissions.front()) : xmlPackage(book));
    }
}

} // namespace exchange
