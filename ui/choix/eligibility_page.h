#pragma once
#include "ui/shell/desk.h"

class QLabel;
class QLineEdit;
class QTableWidget;

namespace ui {

/// Step 2: T1…T8 of each organisation after the visits, and what the visits taught. Only after the lock.
class EligibilityPage final : public QWidget
{
    Q_OBJECT
public:
    explicit EligibilityPage(Desk& desk, QWidget* parent = nullptr);

    /// `obstacle`: why nothing may be shown; empty when it may.
    void refresh(const QString& obstacle);

private:
    void buildTable();
    void fill();
    void save(int row);

    Desk& m_desk;
    QLabel *m_intro, *m_told;
    QTableWidget* m_table;
    QLineEdit* m_author;
};

} // namespace ui
