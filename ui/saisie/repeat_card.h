#pragma once
#include "ui/saisie/question_card.h"

class QTableView;

namespace ui {

class RepeatModel;

/// A repeated group: its rows in a table edited in place, with rows added, removed or pasted from a
/// spreadsheet.
class RepeatCard final : public QuestionCard
{
    Q_OBJECT
public:
    RepeatCard(EntrySession& session, const questionnaire::Question& question, QWidget* parent = nullptr);
    void refresh() override;
    RepeatModel* model() const { return m_model; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();
    void paste();
    RepeatModel* m_model;
    QTableView* m_table;
    QPushButton* m_remove;
};

} // namespace ui
