#pragma once
#include "ui/saisie/entry_session.h"

#include <QTabWidget>

class QBoxLayout;
class QPlainTextEdit;

namespace ui {

class EvidencePage;

/// Right panel of the entry screen, for the question under the caret: evidence, comment, history.
class QuestionPanel final : public QObject
{
    Q_OBJECT
public:
    explicit QuestionPanel(QTabWidget* tabs);

    void show(EntrySession* session, const QString& question);
    void refresh();
    /// Stores the comment being written.
    void commit();

private:
    void showComment(const questionnaire::Question& question);
    void showHistory(const questionnaire::Question& question);

    QPointer<EntrySession> m_session;
    QString m_question;
    QTabWidget* m_tabs;
    EvidencePage* m_evidence;
    QBoxLayout* m_history;
    QPlainTextEdit* m_comment;
    QString m_shownComment;
};

} // namespace ui
