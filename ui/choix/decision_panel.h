#pragma once
#include "ui/choix/trio_words.h"
#include "ui/shell/desk.h"
#include "workflow/choice.h"

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// « Décision »: what the members of the committee say of the chosen three, and what is decided.
class DecisionPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit DecisionPanel(Desk& desk, QWidget* parent = nullptr);

    /// The three one speaks of; none: nothing can be said yet.
    void show(const std::optional<Three>& three, const ActorBook& book);
    /// The keyboard goes to the reason: the three are about to be proposed.
    void startProposing();

private:
    void addVote(QBoxLayout* column);
    void addDecision(QBoxLayout* column);
    void refreshVotes();
    void refreshDecision();
    /// What was decided on these three, ready to be written again; what is being written stays.
    void prefill(const std::optional<workflow::TrioDecision>& decision);
    void showEarlier(const std::vector<workflow::TrioDecision>& decisions);
    QString conditionsOf(const Three& three) const;
    QStringList written() const;
    void saveVote();
    void saveDecision(const QString& state);
    void exportMinutes();
    void saveSameTownReason();
    void told(const workflow::Outcome& outcome, const QString& done);

    Desk& m_desk;
    ActorBook m_book;
    std::optional<Three> m_three;
    QStringList m_filled;         ///< what prefill wrote
    std::optional<Three> m_about; ///< of what is being written
    QLabel *m_names, *m_disagreement, *m_decided, *m_told, *m_conflicts;
    QBoxLayout *m_opinions, *m_earlier;
    QLineEdit *m_member, *m_argument, *m_author, *m_sameTown;
    QCheckBox* m_favours;
    QComboBox* m_score;
    QPlainTextEdit *m_reason, *m_dissent, *m_conditions;
    QPushButton *m_vote, *m_propose, *m_take, *m_minutes;
};

} // namespace ui
