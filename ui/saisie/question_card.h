#pragma once
#include "ui/saisie/entry_session.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;
class QHBoxLayout;

namespace ui {

class AnswerEditor;
class EvidenceDots;
class StateChips;

/// One question of a section: number, label, answer, states, problem in words, hint. Collapsed to one line
/// when the form hides it.
class QuestionCard : public QFrame
{
    Q_OBJECT
public:
    QuestionCard(EntrySession& session, const questionnaire::Question& question, QWidget* parent = nullptr);

    const questionnaire::Question& question() const { return m_question; }
    questionnaire::FieldPath path() const { return m_session.pathOf(m_question); }
    AnswerEditor* editor() const { return m_editor; }
    bool takesFocus() const;
    void focusAnswer();
    /// Says why it is hidden, with links to the questions that command it; the first one takes the focus.
    void explain();
    /// Whether other answers change what it shows: it cites them, computes from them, or counts its rows by
    /// them.
    bool isLive() const;
    /// Reads value, relevance and problem again from the session.
    virtual void refresh();
    void refreshEvidence();
    /// Says, under the answer, that two values wait for a choice.
    void refreshConflict();
    void setCurrent(bool current);
    void commit();
    void pressState(questionnaire::AnswerState state);
    bool hasProblem() const;
    QString problem() const;

Q_SIGNALS:
    void nextAsked();
    void previousAsked();
    void conflictAsked();
    void questionAsked(const QString& question);

protected:
    void paintEvent(QPaintEvent* event) override;
    EntrySession& session() { return m_session; }
    /// Where the answer goes; the repeats put their table there.
    QVBoxLayout* answerColumn() const { return m_answer; }

private:
    QWidget* buildOpen();
    QWidget* buildHidden();
    void buildEditor();
    void buildResult();
    void showWords();
    QWidget* buildProblem();
    QWidget* buildConflict();
    bool hasConflict() const;
    void showProblem(const questionnaire::FieldStatus& status, const questionnaire::Answer& answer);
    void toggleReason();
    void showReason();

    EntrySession& m_session;
    const questionnaire::Question& m_question;
    AnswerEditor* m_editor = nullptr;
    StateChips* m_chips = nullptr;
    EvidenceDots* m_evidence = nullptr;
    QWidget *m_open = nullptr, *m_hidden = nullptr, *m_problemRow = nullptr, *m_conflictRow = nullptr;
    QLabel *m_label = nullptr, *m_hint = nullptr, *m_result = nullptr;
    QLabel *m_problem = nullptr, *m_reason = nullptr, *m_kept = nullptr;
    QWidget* m_reasonBox = nullptr;
    QHBoxLayout* m_commanding = nullptr; ///< links to the questions that hide it
    QVBoxLayout* m_answer = nullptr;
    QHBoxLayout* m_answerRow = nullptr;
    bool m_current = false;
    bool m_framed = false; ///< the card frames a wrong answer whose editor cannot
};

} // namespace ui
