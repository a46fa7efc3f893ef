#pragma once
#include "ui/shell/screen.h"

class QLabel;
class QLineEdit;
class QTableView;

namespace ui {

class ActorCard;
class ActorsModel;
class FacetList;
class ImportPanel;

/// Acteurs: every actor of the study, found by words and facets; fiche and import in the right panel.
class ActorsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ActorsScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    void open(const Target& target) override;
    void leave() override;

    ActorsModel* model() const { return m_model; }
    FacetList* facets() const { return m_facets; }
    QLineEdit* search() const { return m_search; }
    void askForList();
    void askForName();

private:
    void buildHeader();
    QWidget* buildAdd();
    QWidget* buildEmpty();
    void buildTable();
    void applyFilter();
    void showCounts();
    void showCurrent();
    void openCurrent();
    void add();

    ActorsModel* m_model;
    FacetList* m_facets;
    QTableView* m_table;
    QLineEdit *m_search, *m_newName;
    QLabel *m_count, *m_foot, *m_problem;
    QWidget *m_addRow, *m_empty;
    ActorCard* m_card;
    ImportPanel* m_import;
    QTimer* m_previewTimer;
};

} // namespace ui
