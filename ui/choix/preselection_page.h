#pragma once
#include "ui/shell/desk.h"
#include "workflow/choice.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace ui {

/// Step 1: six to nine organisations on the short form, with reasons, and the approval. It never shows a
/// score.
class PreselectionPage final : public QWidget
{
    Q_OBJECT
public:
    explicit PreselectionPage(Desk& desk, QWidget* parent = nullptr);

    /// What is being prepared here and was not saved stays.
    void refresh();
    QTableWidget* table() const { return m_table; }

private:
    void buildTable();
    QWidget* buildFoot();
    QWidget* buildFilter();
    void filter();
    void fill(const std::vector<workflow::PreselectionLine>& lines);
    void fillRow(int row, const workflow::PreselectionLine& line);
    /// Gives the common reason to those left out that hold every criterion and have none.
    void fillReasons();
    void count();
    void save();
    void approve(bool agrees);
    /// In a reviewer's dossier the proposal is read, and answered.
    void showRole();
    QString approvalWords() const;
    void told(const workflow::Outcome& outcome, const QString& done);

    Desk& m_desk;
    QTableWidget* m_table;
    QLabel *m_intro, *m_count, *m_approved, *m_told;
    QComboBox* m_which;
    QLineEdit *m_find, *m_author, *m_name, *m_role, *m_common, *m_reason;
    QPushButton *m_save, *m_approve, *m_fill, *m_again;
    bool m_dirty = false;
    bool m_readsProposal = false;
};

} // namespace ui
