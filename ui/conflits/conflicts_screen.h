#pragma once
#include "ui/shell/screen.h"

class QLabel;
class QListView;

namespace ui {

class ConflictsModel;
class ConflictView;

/// Conflits: what two laptops said differently, one after the other, until nothing waits.
class ConflictsScreen final : public Screen
{
    Q_OBJECT
public:
    explicit ConflictsScreen(Desk& desk, QWidget* parent = nullptr);

    void activate() override;
    void open(const Target& target) override;

    ConflictsModel* model() const { return m_model; }
    ConflictView* view() const { return m_view; }
    QListView* list() const { return m_list; }

private:
    void addKeys();
    void showAll();
    void showCurrent();

    Target m_wanted;
    ConflictsModel* m_model;
    QListView* m_list;
    ConflictView* m_view;
    QLabel* m_count;
    QWidget *m_body, *m_empty;
};

} // namespace ui
