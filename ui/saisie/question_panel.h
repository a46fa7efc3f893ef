#pragma once
#include "ui/saisie/entry_session.h"

#include <QTabWidget>

class QPlainTextEdit;

namespace ui {

class EvidencePage;
class HistoryPanel;

/// Right panel of the entry screen, for the question under the caret: evidence, comment, history.
class QuestionPanel final : public QObject
{
    Q_OBJECT
public:
    QuestionPanel(Desk& desk, QTabWidget* tabs);

    void show(EntrySession* session, const QString& question);
    void refresh();
    /// Stores the comment being written.
    void commit();
    HistoryPanel* history() const { return m_history; }
    EvidencePage* evidence() const { return m_evidence; }

private:
    void showComment(const questionnaire::Question& question);

    QPointer<EntrySession> m_session;
    QString m_question;
    QTabWidget* m_tabs;
    EvidencePage* m_evidence;
    HistoryPanel* m_history;
    QPlainTextEdit* m_comment;
    QTimer* m_settled;
    QString m_shownComment;
};

} // namespace ui
