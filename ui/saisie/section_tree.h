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

private:
    void listProblems(EntrySession& session);
    QLayout* problemRow(const QString& question, const QString& words);
    QListWidget* m_list;
    QLabel* m_total;
    QBoxLayout* m_problems;
    bool m_quiet = false;
};

} // namespace ui
