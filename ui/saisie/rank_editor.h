#pragma once
#include "ui/saisie/answer_editor.h"

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace ui {

/// Choices put in order: Alt+arrows, a digit, the buttons or the mouse move one. Nothing is ranked until
/// something moves or the order is confirmed; then all are, since half a ranking says nothing.
class RankEditor final : public TypedEditor
{
    Q_OBJECT
public:
    RankEditor(const questionnaire::Question& question, const std::vector<questionnaire::Choice>& choices,
               QWidget* parent = nullptr);

    void show(const questionnaire::Answer& answer) override;
    questionnaire::Answer answer() const override;
    void setReadOnly(bool readOnly) override;
    QWidget* focusTarget() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* buildButtons();
    void buildList(const QString& name);
    void fill(const QStringList& order);
    /// Rewrites the numbers after something moved.
    void number();
    void moveTo(int from, int to);
    void rankAll();
    void clearRanks();
    bool hearMoves(const QKeyEvent& key);
    QStringList order() const;
    bool isReadOnly() const;

    std::vector<questionnaire::Choice> m_choices;
    QListWidget* m_list;
    QToolButton *m_up = nullptr, *m_down = nullptr;
    QPushButton *m_confirm = nullptr, *m_clear = nullptr;
    QLabel* m_note = nullptr;
    int m_ranked = 0; ///< lines from the top that have a rank: none, all, or what another device stored
    bool m_touched = false;
};

} // namespace ui
