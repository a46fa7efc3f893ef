#pragma once
#include "ui/background/runner.h"
#include "workflow/history.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace ui {

class Desk;
class HistoryDetail;
class HistoryModel;

/// Tab "Historique" of the right panel: everything that happened to a record, and above it, in the entry
/// screen, to the answer under the caret. Read behind the windows, and only while it is in sight. Where no
/// answer is, records deleted can be chosen too.
class HistoryPanel final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryPanel(Desk& desk, QWidget* parent = nullptr);

    /// Empty: nothing is chosen. `question`: the one under the caret, if there is one.
    void show(const QString& record, const QString& question = {});

    /// Whether deleted records can be chosen here; true at first.
    void offerDeleted(bool offered);

    HistoryModel* model() const { return m_model; }
    HistoryModel* answerModel() const { return m_answerModel; }
    HistoryDetail* detail() const { return m_detail; }
    QListView* list() const { return m_list; }
    QLineEdit* filter() const { return m_filter; }

Q_SIGNALS:
    void questionAsked(const QString& record, const QString& question);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Lines
    {
        std::vector<workflow::HistoryLine> record, answer;
        bool isDeleted = false;
    };
    void build();
    void ask();
    void read();
    void take(Lines lines);
    void showDetail(QListView* from);
    void readDeleted();
    void listDeleted(const std::vector<workflow::DeletedRecord>& deleted);
    /// Which parts are in sight: all that there is, or only the confirmation at the foot.
    void arrange(bool onlyDetail);

    Desk& m_desk;
    QString m_record, m_question;
    bool m_stale = true, m_offersDeleted = true;
    HistoryModel *m_model, *m_answerModel;
    QWidget* m_answerBox;
    QPushButton* m_askDeleted;
    QBoxLayout* m_deleted; ///< records deleted, once asked for
    QWidget* m_foot;       ///< holds both
    QLabel *m_answerTitle, *m_title, *m_empty;
    QLineEdit* m_filter;
    QListView *m_answerList, *m_list;
    HistoryDetail* m_detail;
    QTimer m_delay;
    Runner m_reader;
};

} // namespace ui
