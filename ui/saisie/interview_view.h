#pragma once
#include "ui/saisie/entry_session.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QVBoxLayout;

namespace ui {

class AnswerEditor;
class QuestionCard;
class StateChips;

/// One question per screen, in large type, over the whole window: no list, no evidence, no score, nothing of
/// what the interviewer keeps for afterwards.
class InterviewView final : public QWidget
{
    Q_OBJECT
public:
    InterviewView(EntrySession& session, bool shortForm, QWidget* window);

    /// An empty or unknown name: the first without an answer.
    void showQuestion(const QString& name);
    QString question() const { return m_question; }
    AnswerEditor* editor() const { return m_editor; }
    void pressState(questionnaire::AnswerState state);
    /// Stores what is being typed.
    void commit();

Q_SIGNALS:
    void moved(const QString& question);
    void ended();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildHead();
    QWidget* buildFoot();
    void rebuild();
    void addRepeat(const questionnaire::Question& question);
    void addAnswer(const questionnaire::Question& question);
    void connectAnswer(const questionnaire::FieldPath& path);
    void step(int by);
    void store();
    void showStored();
    void showProgress();
    void showProblem(const questionnaire::FieldStatus& status, const questionnaire::Answer& answer);

    EntrySession& m_session;
    bool m_shortForm;
    QString m_question;
    QLabel *m_section, *m_count, *m_problem = nullptr;
    QProgressBar* m_progress;
    QVBoxLayout* m_body;
    AnswerEditor* m_editor = nullptr;
    QuestionCard* m_repeat = nullptr;
    StateChips* m_chips = nullptr;
};

} // namespace ui
