#pragma once
#include "ui/saisie/interview_view.h"
#include "ui/saisie/section_page.h"
#include "ui/shell/screen.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QLineEdit;
class QToolButton;

namespace ui {

class NumberField;
class PassageBar;
class QuestionPanel;
class ScoreStrip;
class SectionTree;
class UndoButton;

/// Saisie: the whole instrument on one record.
class EntryScreen final : public Screen
{
    Q_OBJECT
public:
    explicit EntryScreen(Desk& desk, QWidget* parent = nullptr);
    ~EntryScreen() override;

    void activate() override;
    void leave() override;
    void open(const Target& target) override;
    Target place() const override;

    EntrySession* session() const { return m_session.get(); }
    SectionPage* page() const { return m_page; }
    SectionTree* tree() const { return m_tree; }
    QuestionPanel* questionPanel() const { return m_panel; }
    void showSection(int section);
    /// The version of the questionnaire that the record is on changed: it is opened anew.
    void followVersion();
    InterviewView* interview() const { return m_interview; }

private:
    void rememberPlace();
    void connectPage();
    void connectDesk();
    void buildHeader();
    QWidget* buildPageHead();
    QWidget* buildEmpty();
    void addStateKeys();
    void addWayKeys();
    void listActors();
    void showActorName();
    void openRecord(const QString& record, const QString& question = {});
    void showQuestion(const QString& question);
    void showPassages();
    void showPageTitle();
    void refreshCounts();
    void stepSection(int step);
    void goToNextUnanswered();
    void setShortForm(bool shortForm);
    /// Asks where, then writes the questionnaire to fill by hand.
    void printBlank(bool shortForm);
    void addInterview();
    void takeCode(QLineEdit* code);
    void askInterview();
    void startInterview(const QString& question);
    void endInterview();

    std::unique_ptr<EntrySession> m_session;
    QString m_actorName;
    int m_section = -1;
    bool m_shortForm = false;
    QComboBox* m_actors;
    QLabel *m_arabic, *m_pageTitle, *m_pageCounts;
    QWidget* m_pageIcon = nullptr; ///< pictogram of the service a section is about
    QHBoxLayout* m_pageHead = nullptr;
    NumberField* m_number; ///< "Aller au numéro", on Ctrl+G
    PassageBar* m_passages;
    QWidget *m_empty, *m_body;
    QToolButton *m_short, *m_full;
    UndoButton* m_undo;
    ScoreStrip* m_score;
    QWidget* m_codeRow = nullptr; ///< asks for the code of an interview
    QPointer<InterviewView> m_interview;
    SectionTree* m_tree;
    SectionPage* m_page;
    QuestionPanel* m_panel;
    QTimer* m_countTimer;
    QTimer* m_evidenceTimer;
    QTimer* m_placeTimer; ///< settings wait for the disk: only once the caret rests
    QString m_place;      ///< question in hand
};

} // namespace ui
