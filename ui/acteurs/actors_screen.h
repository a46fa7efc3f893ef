#pragma once
#include "ui/shell/screen.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace ui {

class ActorCard;
class ActorsModel;
class ActorsTable;
class FacetList;
class HistoryPanel;
class ImportPanel;
class SubmissionsPage;

/// Acteurs: every actor of the study, found by words and facets; fiche and import in the right panel.
class ActorsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ActorsScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    void open(const Target& target) override;

    ActorsModel* model() const { return m_model; }
    FacetList* facets() const { return m_facets; }
    QLineEdit* search() const { return m_search; }
    ActorsTable* table() const { return m_table; }
    void askForList();
    /// A list goes to the panel, submissions take the place of the grid.
    void import(const QString& path);
    SubmissionsPage* submissions() const { return m_submissions; }
    void askForName();
    ActorCard* card() const { return m_card; }
    HistoryPanel* history() const { return m_history; }

private:
    void buildHeader();
    QWidget* buildAdd();
    QWidget* buildEmpty();
    void connectTable();
    void connectImport();
    QWidget* buildFoot();
    void showHeight();
    void applyFilter();
    /// While something else is shown, changes wait: nobody sees the list.
    void follow(const dossier::ChangeSet& changes);
    void catchUp();
    void showCounts();
    void showCurrent();
    void openCurrent();
    void add();

    ActorsModel* m_model;
    dossier::ChangeSet m_missed;
    FacetList* m_facets;
    ActorsTable* m_table;
    QPushButton* m_height;
    QLineEdit *m_search, *m_newName;
    QLabel *m_count, *m_foot, *m_problem;
    QWidget *m_addRow, *m_empty;
    ActorCard* m_card;
    HistoryPanel* m_history;
    ImportPanel* m_import;
    SubmissionsPage* m_submissions;
    QWidget* m_grid; ///< what submissions take the place of
    void showSubmissions(bool shown);
    QTimer* m_previewTimer;
};

} // namespace ui
