#pragma once
#include "ui/saisie/entry_session.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLayout;
class QListWidget;

namespace ui {

/// Sections with their counts, and below what is to correct.
class SectionTree final : public QWidget
{
    Q_OBJECT
public:
    explicit SectionTree(QWidget* parent = nullptr);
    void show(EntrySession* session, bool shortForm);
    void setCurrent(int section);

Q_SIGNALS:
    void sectionChosen(int section);
    void questionChosen(const QString& question);

protected:
    void changeEvent(QEvent* event) override;

private:
    /// Only what differs from what is shown: every answer comes here.
    void listSections(const EntrySession& session, bool shortForm);
    void listProblems(EntrySession& session);
    QLayout* problemRow(const QString& question, const QString& words);
    void colourLink(QLabel& label) const;
    QListWidget* m_list;
    QLabel* m_total;
    QBoxLayout* m_problems;
    std::vector<std::pair<QString, QString>> m_listed; ///< question and words of the problems shown
    bool m_quiet = false;
};

} // namespace ui
