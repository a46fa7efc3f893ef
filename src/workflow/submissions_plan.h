#pragma once
#include "dossier/dossier.h"
#include "exchange/submissions/media.h"
#include "workflow/submissions.h"
#include "workflow/submissions_memory.h"

namespace workflow {

/// What an import will write, in order. Entities that do not exist yet bear names of the plan ("new:3"),
/// replaced by identifiers of the store when it is carried out.
struct PlannedWrite
{
    enum class Kind : quint8 { Record, Passage, Row, OpenRepeat, Answer, Remember } kind = Kind::Answer;
    QString type;   ///< of the entity written to, or of the owner of a new one
    QString entity; ///< written to, or created
    QString owner;  ///< of what is created
    QString name;   ///< question or repeat
    questionnaire::Answer answer = {};
    QString source = {}; ///< passage an answer cites
    RememberedSubmission remembered = {};
};

/// A file that an answer names, to be attached to its record.
struct PlannedFile
{
    QString record, passage;
    QString entry;     ///< of the media
    QStringList names; ///< answers and the server may write it in two ways; the first goes with it
    size_t line = 0;
};

struct SubmissionPlan
{
    std::vector<PlannedWrite> writes;
    std::vector<PlannedFile> files;
    /// Records touched, as they will be: for the columns and the constraints.
    QHash<QString, questionnaire::RecordAnswers> after;
    QStringList touched; ///< in order
};

/// Compares submissions with the study and fills the lines of the report.
class SubmissionPlanner
{
public:
    explicit SubmissionPlanner(const Study& study);

    /// Record that the study already has for a submission; empty without one.
    QString knownRecord(const exchange::Submission& submission) const;
    /// Without media, files that answers name are told, not planned.
    void lookIn(const exchange::SubmissionMedia* media) { m_media = media; }
    /// Lines are added in their order.
    void add(const exchange::Submission& submission, SubmissionLine& line);
    const SubmissionPlan& plan() const { return m_plan; }

private:
    struct Target
    {
        QString type, entity;
        questionnaire::Answers* answers = nullptr;
    };
    /// The submission being compared.
    struct Work
    {
        const exchange::Submission& submission;
        SubmissionLine& line;
        QString record, passage;
        QDate date;
        bool known = false; ///< this very submission was read before
        RememberedSubmission remembered = {};
    };

    void index();
    QString newName() { return QStringLiteral("new:%1").arg(++m_new); }
    QString recordFor(const exchange::Submission& submission) const;
    void openRecord(Work& work);
    void openPassage(Work& work);
    void writeCells(Work& work);
    void tellOfUnheld(Work& work, const questionnaire::Answers& sent) const;
    void planFiles(Work& work);
    QString planFile(Work& work, const QString& name);
    const questionnaire::Form& formOf(const QString& record) const;
    void writeCell(Work& work, const Target& target, const QString& question,
                   const questionnaire::Answer& answer);
    bool mayReplace(const Work& work, const Target& target, const QString& question) const;
    QDate dateOf(const QString& record, const QString& passage) const;
    void writeRepeat(Work& work, const QString& repeat, const std::vector<questionnaire::Row>& rows);
    QString rowFor(const Work& work, const questionnaire::Row& row,
                   const std::vector<questionnaire::Row>& present, const QSet<QString>& taken,
                   size_t presentBefore) const;
    void addMetadata(Work& work);
    questionnaire::RecordAnswers& record(const QString& id);
    questionnaire::Answers& passageAnswers(const Work& work);
    const QHash<QString, dossier::AnswerNote>& notes(const QString& record) const;
    void tell(Work& work, const char* code, const QString& column, const QStringList& args) const;

    const Study& m_study;
    const exchange::SubmissionMedia* m_media = nullptr;
    size_t m_lines = 0;
    SubmissionPlan m_plan;
    QHash<QString, RememberedSubmission> m_remembered; ///< by passage
    QHash<QString, QString> m_passages;                ///< passage by instance
    QHash<QString, QString> m_recordOf;                ///< record by passage
    QHash<QString, QString> m_byName, m_byActor;       ///< record by folded name; by the source's name of it
    QSet<QString> m_knownRecords;
    QHash<QString, QDate> m_written; ///< cells this import has written, by the date of their passage
    mutable QHash<QString, QHash<QString, dossier::AnswerNote>> m_notes;
    int m_new = 0;
};

} // namespace workflow
