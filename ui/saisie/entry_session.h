#pragma once
#include "ui/saisie/interview_lock.h"
#include "ui/shell/desk.h"

namespace ui {

/// One record being entered: the live form, and every answer sent to the writing thread as it is committed.
class EntrySession final : public QObject
{
    Q_OBJECT
public:
    EntrySession(Desk& desk, const QString& record, QObject* parent = nullptr);

    const QString& record() const { return m_record; }
    const questionnaire::Session& form() const { return *m_session; }
    Desk& desk() { return m_desk; }
    const workflow::Study& study() const { return m_desk.study(); }

    /// Passage whose section 1 is shown and to which new answers belong.
    QString passage() const { return m_session->currentPassage(); }
    void setPassage(const QString& uid);
    void addPassage();

    /// Path of a question as it stands in the current passage.
    questionnaire::FieldPath pathOf(const questionnaire::Question& question, const QString& row = {}) const;
    QString numberOf(const QString& question) const; ///< "9.4"
    int sectionNumber(int section) const;            ///< 1…17 for the index of a section

    /// Stores an answer. One that the form refuses (type, list, constraint) is not stored: it waits here,
    /// shown in its field with what to correct, until corrected, reverted, or made acceptable by another
    /// answer.
    void commit(const questionnaire::FieldPath& path, const questionnaire::Answer& answer);
    /// Forgets what was refused: the field shows the stored answer again.
    void revert(const questionnaire::FieldPath& path);
    const questionnaire::Answer& answer(const questionnaire::FieldPath& path) const
    {
        return m_session->answer(path);
    }
    /// What the field shows: the refused answer if there is one, else the stored one.
    const questionnaire::Answer& shown(const questionnaire::FieldPath& path) const;
    questionnaire::FieldStatus status(const questionnaire::FieldPath& path) const;
    qsizetype refusedCount() const { return static_cast<qsizetype>(m_refused.size()); }
    /// Counts of a section, refused answers among its errors.
    questionnaire::SectionCount count(int section, bool shortForm) const;
    /// Fields whose shown answer is wrong, in the order of the form.
    std::vector<questionnaire::FieldPath> toCorrect() const;
    void addRow(const QString& repeat, std::function<void(const QString& uid)> done = {});
    void removeRow(const QString& repeat, const QString& row);

    /// The interviewer's own questions are closed from the start of an interview until unlocked.
    InterviewLock& lock() { return m_lock; }
    bool isClosed(int question) const;

    /// Why a question is hidden, in words.
    QString hiddenText(const questionnaire::FieldPath& path) const;
    /// What a calculated question shows, in words.
    QString calculatedText(const questionnaire::FieldPath& path) const;
    /// Rows that the form wants in a repeat; nothing when they are free.
    std::optional<int> wantedRows(const questionnaire::Question& repeat) const;

    /// The answer given before it was hidden, in words; empty when there was none. It comes back as it is
    /// when the question is asked again.
    QString keptText(const questionnaire::FieldPath& path) const;
    /// Questions whose answers hide it.
    QStringList commandedBy(const questionnaire::FieldPath& path) const;

    /// Scores of the record as it was stored when last assessed.
    const disclosure::ActorData& assessed();
    /// Assesses it behind the window; assessmentChanged tells.
    void assessAgain();
    int evidenceOf(const questionnaire::Question& question);

Q_SIGNALS:
    /// Relevance, problem or value of these fields changed.
    void fieldsChanged(const std::vector<questionnaire::FieldPath>& fields);
    void rowsChanged(const QString& repeat);
    void passagesChanged();
    void stored(); ///< an answer is durable
    void assessmentChanged();

private:
    class Face;
    struct Step
    {
        questionnaire::FieldPath path;
        questionnaire::Answer before;
    };
    struct Refusal
    {
        questionnaire::FieldPath path;
        questionnaire::Answer answer;
    };
    void apply(const questionnaire::FieldPath& path, const questionnaire::Answer& answer);
    void write(Desk::Write work, std::function<void(const workflow::Outcome&)> done);
    void settle(const Step& step, const questionnaire::Answer& answer, const workflow::Outcome& outcome);
    /// Shows what the form wrote by itself along with an answer.
    void follow(const workflow::Outcome& outcome);
    const Refusal* refusalOf(const questionnaire::FieldPath& path) const;
    void refuse(const questionnaire::FieldPath& path, const questionnaire::Answer& answer);
    bool forgetRefusal(const questionnaire::FieldPath& path);
    void retryRefused();
    /// Something else than this form wrote in the record (undo, import, merge…): reads it again once what is
    /// being saved is stored.
    void hearChange(const dossier::ChangeSet& changes);
    void reload();

    Desk& m_desk;
    QString m_record;
    std::unique_ptr<questionnaire::Session> m_session;
    QSet<qint64> m_foreign; ///< changes heard of, less those this form asked for
    std::vector<Refusal> m_refused;
    QHash<questionnaire::FieldPath, int> m_writing; ///< answers on their way to the disk
    InterviewLock m_lock;
    std::shared_ptr<const disclosure::ActorData> m_assessed;
    Runner m_reader; ///< last: what it runs ends before the rest goes
};

} // namespace ui
