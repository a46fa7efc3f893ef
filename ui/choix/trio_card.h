#pragma once
#include "ui/choix/territory_map.h"
#include "ui/choix/trio_words.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QRadioButton;

namespace ui {

class MarkedBar;
class ShareBar;

/// One set of three, side by side with others. Built once; its words follow the weights.
class TrioCard final : public QFrame
{
    Q_OBJECT
public:
    explicit TrioCard(int number, QWidget* parent = nullptr);

    struct Facts
    {
        const assessment::Trio* trio;
        const ActorBook* book;
        const assessment::GlobalScore* score;
        const assessment::Model* model;
        int regions = 0;
        bool proposed = false;
        TerritoryMap::Shown territory = {};
        QString publics = {};
    };
    void show(const Facts& facts);
    /// What the draws say; nullptr while they are awaited.
    void showDraws(const assessment::Robustness* found);
    QRadioButton* choice() const { return m_choice; }
    const Three& actors() const { return m_actors; }
    void setCurrent(bool current);

protected:
    void mousePressEvent(QMouseEvent* event) override;

private:
    struct Person
    {
        QLabel *name, *score, *seat;
    };
    struct ServiceRow
    {
        ShareBar* bar;
        QLabel *score, *who;
    };
    void addHead(QBoxLayout* column);
    void addPeople(QBoxLayout* column);
    void addServices(QBoxLayout* column, const assessment::Model& model);
    void addDraws(QBoxLayout* column);
    void addTerritory(QBoxLayout* column);
    void showPeople(const Facts& facts);
    void showConditions(const Facts& facts);
    void showConstraints(const assessment::Trio& trio);

    Three m_actors;
    QRadioButton* m_choice;
    std::array<QString, 3> m_seats;
    QLabel *m_tag, *m_note, *m_parts, *m_territory, *m_publics, *m_share, *m_regret, *m_constraints;
    std::array<Person, 3> m_people{};
    std::array<ServiceRow, assessment::ServiceCount> m_services{};
    QBoxLayout* m_conditions;
    MarkedBar* m_bar;
    TerritoryMap* m_map;
};

} // namespace ui
