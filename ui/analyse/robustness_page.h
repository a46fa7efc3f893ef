#pragma once
#include "ui/shell/desk.h"
#include "workflow/robustness_views.h"

#include <QWidget>

#include <atomic>

class QLabel;
class QStackedWidget;
class QTableView;

namespace ui {

class RobustnessModel;
class RobustnessSetupBar;

/// "Robustesse": what becomes of the ranking and of the trio when weights and unknowns are drawn. Draws in
/// the background; what was drawn on answers that have changed since is never shown.
class RobustnessPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RobustnessPage(Desk& desk, QWidget* parent = nullptr);
    ~RobustnessPage() override;

    /// Draws on this slice unless it was; nullptr: nothing is shown and what runs is stopped.
    void show(std::shared_ptr<const disclosure::StudyData> slice);
    enum class Part { Ranks, Without, Tipping, Pairwise };
    void showPart(Part part);
    QTableView* table() const; ///< the one that is shown
    const std::optional<assessment::Robustness>& found() const { return m_found; }
    /// P-25; nothing until it is drawn.
    std::optional<workflow::RobustnessSentence> sentence() const;
    void copy() const; ///< the table that is shown, and where its figures come from

Q_SIGNALS:
    void changed(); ///< other figures, or none any more
    void chosen(const QString& actor, const QString& node);

private:
    void buildHead(QLayout* layout);
    void buildTables();
    void watch(QTableView* table);
    void draw();
    void stop();
    void receive(Result<assessment::Robustness> result);
    void tell(const QString& why);
    void fill();
    QString provenance() const;

    Desk& m_desk;
    RobustnessSetupBar* m_setup;
    RobustnessModel* m_ranks;
    QLabel *m_sentence, *m_intro, *m_state, *m_foot;
    QWidget *m_choices, *m_legend;
    QStackedWidget* m_tables;
    std::shared_ptr<const disclosure::StudyData> m_slice;
    std::optional<assessment::Robustness> m_found;
    QString m_digest;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< of the draws under way
};

} // namespace ui
