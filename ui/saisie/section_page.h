#pragma once
#include "ui/saisie/question_card.h"

#include <QScrollArea>

class QVBoxLayout;

namespace ui {

/// One scrolling page per section, built from the form when the section is opened.
class SectionPage final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SectionPage(QWidget* parent = nullptr);
    ~SectionPage() override;

    void show(EntrySession& session, int section, bool shortForm);
    void clearPage();
    /// A hidden one shows where it would be, and why it is hidden.
    void focusQuestion(const QString& name);
    void focusFirst();
    /// Stores what is being typed.
    void commit();
    void refreshEvidence();
    void refreshConflicts();
    QuestionCard* card(const QString& question) const;
    QuestionCard* current() const { return m_current; }
    const std::vector<QuestionCard*>& cards() const { return m_cards; }
    void pressState(questionnaire::AnswerState state);

Q_SIGNALS:
    void conflictAsked(const QString& question);
    void questionAsked(const QString& question); ///< by a link of a hidden one
    void currentChanged(const QString& question);
    void endReached();   ///< Enter on the last question
    void startReached(); ///< Shift+Enter on the first
    void reservedOpened();

private:
    QWidget* takePage();
    QWidget* reserved(EntrySession& session, int questions);
    void move(QuestionCard* from, int step);
    void follow(QWidget* focused);
    void refreshAll();
    void refresh(const std::vector<questionnaire::FieldPath>& fields);

    QWidget* m_content = nullptr;
    std::vector<QuestionCard*> m_cards;
    QPointer<QuestionCard> m_current;
    QMetaObject::Connection m_changes, m_rowChanges;
};

} // namespace ui
