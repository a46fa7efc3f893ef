#pragma once
#include "ui/shell/desk.h"
#include "workflow/rejection.h"

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace ui {

/// The note to each organisation that was preselected and is not one of the three: drawn from the data,
/// written again at will, handed over as a document.
class RejectionPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RejectionPage(Desk& desk, QWidget* parent = nullptr);

    /// `obstacle`: why nothing can be said yet. What is being written stays.
    void refresh(const QString& obstacle);

private:
    QWidget* buildNote();
    void ask();
    void fill(std::vector<workflow::RejectionNote> notes);
    void showNote();
    void tell(const QString& words, const QString& tone);
    void save(const QString& text);
    void exportNotes(bool all);
    const workflow::RejectionNote* current() const;
    bool isWriting() const;

    Desk& m_desk;
    std::vector<workflow::RejectionNote> m_notes;
    std::shared_ptr<const disclosure::StudyData> m_slice;
    int m_asked = 0; ///< number of the latest request
    QString m_shown; ///< record in the editor
    QLabel *m_message, *m_told;
    QWidget* m_content;
    QListWidget* m_list;
    QPlainTextEdit* m_text;
    QPushButton *m_save, *m_restore, *m_copy, *m_one, *m_all;
};

} // namespace ui
