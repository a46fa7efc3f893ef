#pragma once
#include "ui/choix/trio_card.h"
#include "ui/shell/desk.h"

class QBoxLayout;
class QStackedWidget;

namespace ui {

class TrioTable;

/// The three best sets side by side, under the weights that are tried, or why there are none.
class TrioPage final : public QWidget
{
    Q_OBJECT
public:
    explicit TrioPage(QWidget* parent = nullptr);

    struct Shown
    {
        std::shared_ptr<const disclosure::StudyData> data;
        assessment::Weights weights;
        bool trying = false;
        int regions = 0;
        std::optional<Three> decided;
    };
    /// Nothing but a sentence.
    void tell(const QString& sentence);
    void show(const workflow::Study& study, const Shown& shown);
    /// nullptr: the draws are awaited; `trouble` says why none will come.
    void showDraws(const assessment::Robustness* found, const QString& trouble = {});

    void showAsTable(bool table);
    void copy() const;

    const std::vector<assessment::Trio>& trios() const { return m_trios; }
    const ActorBook& book() const { return m_book; }
    std::optional<Three> current() const;
    void chooseFirst() { choose(0); }
    /// A line above the cards.
    void setIntro(QLabel* intro);

Q_SIGNALS:
    void currentChanged(); ///< by the user

private:
    QWidget* buildCards();
    QWidget* buildSentences();
    void choose(size_t card);
    void showState(const assessment::TrioSearch& search);
    void tellTooFew(const disclosure::StudyData& slice);
    void fillCards(const workflow::Study& study, const Shown& shown);

    ActorBook m_book;
    std::vector<assessment::Trio> m_trios;
    std::array<TrioCard*, 3> m_cards{};
    QLabel *m_message, *m_state, *m_robust, *m_side;
    QWidget* m_content;
    QStackedWidget* m_views;
    TrioTable* m_table;
    size_t m_current = 0;
    bool m_trying = false;
};

} // namespace ui
