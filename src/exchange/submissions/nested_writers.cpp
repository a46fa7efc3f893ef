// Layouts that nest repeats: KoboToolbox API v2 JSON and ODK XML submissions.
#include "exchange/submissions/matching.h"
#include "exchange/submissions/outgoing.h"

#include <QXmlStreamWriter>

#include <nlohmann/json.hpp>

namespace exchange {
namespace {

using Json = nlohmann::ordered_json;
using questionnaire::Answers;
using questionnaire::Question;
using questionnaire::QuestionType;

class JsonWriter
{
public:
    explicit JsonWriter(const SubmissionBook& book) : m_out(book) {}

    Json submission(const Submission& submission, int number)
    {
        Json made;
        made["_id"] = number;
        put(made, "__version__", submission.formVersion);
        put(made, "meta/instanceID", submission.instanceId);
        put(made, "_xform_id_string", m_out.form().id);
        put(made, "_uuid", bareInstance(submission.instanceId));
        fill(made, -1, submission.answers);
        put(made, own::Actor.toUtf8().constData(), submission.actor);
        Json attachments = Json::array();
        for (const QString& name : submission.attachments)
            attachments.push_back({{"filename", name.toStdString()}});
        made["_attachments"] = attachments;
        made["_status"] = "submitted_via_web";
        made["_geolocation"] = Json::array({nullptr, nullptr});
        put(made, "_submission_time", submission.submitted);
        made["_tags"] = Json::array();
        made["_notes"] = Json::array();
        made["_validation_status"] = Json::object();
        if (submission.submitter.isEmpty())
            made["_submitted_by"] = nullptr;
        else
            put(made, "_submitted_by", submission.submitter);
        return made;
    }

private:
    static void put(Json& to, const char* key, const QString& text)
    {
        if (!text.isEmpty()) to[key] = text.toStdString();
    }

    std::string key(int question) const { return pathOf(m_out.form(), question).toStdString(); }

    void fill(Json& to, int repeat, const Answers& answers)
    {
        for (const int q : m_out.questionsIn(repeat)) {
            const QString text = m_out.text(m_out.form().questions[size_t(q)], answers);
            if (!text.isEmpty()) to[key(q)] = text.toStdString();
        }
        for (const int q : m_out.repeatsIn(repeat)) {
            const auto* rows = answers.rows(m_out.form().questions[size_t(q)].name);
            if (!rows || rows->empty()) continue;
            Json list = Json::array();
            for (const questionnaire::Row& row : *rows) {
                Json one = Json::object();
                fill(one, q, row.answers);
                put(one, own::Row.toUtf8().constData(), row.uid);
                list.push_back(std::move(one));
            }
            to[key(q)] = std::move(list);
        }
        put(to, own::States.toUtf8().constData(), m_out.states(repeat, answers));
    }

    Outgoing m_out;
};

/// XML has no place for control characters.
QString xmlText(QString text)
{
    text.removeIf(
        [](QChar c) { return (c < u' ' && c != u'\n' && c != u'\t' && c != u'\r') || c >= QChar(0xFFFE); });
    return text;
}

const QString OpenRosa = QStringLiteral("http://openrosa.org/xforms");

class XmlWriter
{
public:
    explicit XmlWriter(const SubmissionBook& book) : m_out(book), m_xml(&m_bytes) {}

    QByteArray submission(const Submission& submission)
    {
        const questionnaire::Form& form = m_out.form();
        m_xml.setAutoFormatting(false);
        m_xml.writeStartDocument();
        m_xml.writeStartElement(QStringLiteral("data"));
        m_xml.writeNamespace(OpenRosa, QStringLiteral("orx"));
        m_xml.writeNamespace(own::Namespace, QStringLiteral("c"));
        attribute("id", form.id);
        attribute("version", submission.formVersion);
        attribute("submissionDate", submission.submitted);
        attribute("submitter", submission.submitter);
        ours("fiche", submission.actor);
        for (int q = 0; q < static_cast<int>(form.questions.size()); ++q)
            if (form.questions[size_t(q)].parent < 0) node(q, submission.answers);
        m_xml.writeStartElement(OpenRosa, QStringLiteral("meta"));
        m_xml.writeTextElement(OpenRosa, QStringLiteral("instanceID"), xmlText(submission.instanceId));
        m_xml.writeEndElement();
        m_xml.writeEndDocument();
        return m_bytes;
    }

private:
    void attribute(const char* name, const QString& value)
    {
        if (!value.isEmpty()) m_xml.writeAttribute(QString::fromLatin1(name), xmlText(value));
    }

    void ours(const char* name, const QString& value)
    {
        if (!value.isEmpty()) m_xml.writeAttribute(own::Namespace, QString::fromLatin1(name), xmlText(value));
    }

    void node(int q, const Answers& answers)
    {
        const Question& question = m_out.form().questions[size_t(q)];
        if (question.type == QuestionType::Repeat) return repeat(question, answers);
        if (question.type == QuestionType::Group) {
            if (!isFilled(question, answers)) return;
            m_xml.writeStartElement(question.name);
            children(question, answers);
            m_xml.writeEndElement();
            return;
        }
        if (question.type == QuestionType::Note) return;
        const QString text = m_out.text(question, answers), state = m_out.state(question, answers);
        if (text.isEmpty() && state.isEmpty()) return;
        m_xml.writeStartElement(question.name);
        ours("etat", state);
        m_xml.writeCharacters(xmlText(text));
        m_xml.writeEndElement();
    }

    void children(const Question& question, const Answers& answers)
    {
        for (const int child : question.children)
            node(child, answers);
    }

    void repeat(const Question& question, const Answers& answers)
    {
        const QString state = m_out.state(question, answers);
        if (!state.isEmpty()) {
            m_xml.writeStartElement(question.name);
            ours("etat", state);
            m_xml.writeEndElement();
        }
        const auto* rows = answers.rows(question.name);
        for (size_t r = 0; rows && r < rows->size(); ++r) {
            m_xml.writeStartElement(question.name);
            ours("ligne", (*rows)[r].uid);
            children(question, (*rows)[r].answers);
            m_xml.writeEndElement();
        }
    }

    /// An empty group would be read as a question without answer.
    bool isFilled(const Question& group, const Answers& answers)
    {
        return std::any_of(group.children.begin(), group.children.end(), [&](int child) {
            const Question& one = m_out.form().questions[size_t(child)];
            if (one.type == QuestionType::Group) return isFilled(one, answers);
            if (one.type == QuestionType::Repeat) return answers.rows(one.name) != nullptr;
            return !m_out.text(one, answers).isEmpty() || !m_out.state(one, answers).isEmpty();
        });
    }

    Outgoing m_out;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

} // namespace

QByteArray koboJsonOf(const SubmissionBook& book)
{
    JsonWriter writer(book);
    Json results = Json::array();
    for (const Submission& submission : book.submissions)
        results.push_back(writer.submission(submission, static_cast<int>(results.size()) + 1));
    const Json root{
        {"count", results.size()}, {"next", nullptr}, {"previous", nullptr}, {"results", results}};
    return QByteArray::fromStdString(root.dump(1, ' ', false, Json::error_handler_t::replace)) + '\n';
}

QByteArray odkXmlOf(const SubmissionBook& book, const Submission& submission)
{
    return XmlWriter(book).submission(submission);
}

} // namespace exchange
