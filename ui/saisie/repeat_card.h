#pragma once
#include "ui/saisie/question_card.h"

class QTableView;

namespace ui {

class PasteReport;
class RepeatModel;

/// A repeated group: its rows in a table edited in place, with rows added, removed or pasted from a
/// spreadsheet.
class RepeatCard final : public QuestionCard
{
    Q_OBJECT
public:
    RepeatCard(EntrySession& session, const questionnaire::Question& question, bool shortForm,
               QWidget* parent = nullptr);
    void refresh() override;
    RepeatModel* model() const { return m_model; }
    QTableView* table() const { return m_table; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKey(QKeyCombination keys, std::function<void()> action);
    void add();
    void remove();
    void replayHeld();
    void leaveTable();
    void fitHeight();
    /// Says how many rows the form wants, and which are in excess, when it counts them.
    void showCount();
    void paste();
    RepeatModel* m_model;
    QTableView* m_table;
    QPushButton *m_add, *m_remove;
    QLabel* m_count;
    PasteReport* m_report;
    bool m_adding = false;
    std::vector<std::unique_ptr<QKeyEvent>> m_held; ///< typed while a row is being added
};

} // namespace ui
