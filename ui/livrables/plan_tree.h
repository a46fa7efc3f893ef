#pragma once
#include "ui/livrables/plan.h"

#include <QTreeWidget>

namespace ui {

/// The plan beside the pages: titles, how many pages each has, and chapters against their bounds.
class PlanTree final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit PlanTree(QWidget* parent = nullptr);
    void show(const std::vector<PlanLine>& plan);
    /// Marks the line that holds a page.
    void follow(int page);

Q_SIGNALS:
    void pageAsked(int page);

private:
    QTreeWidgetItem* makeItem(const PlanLine& line, bool chapter) const;
    bool m_following = false;
};

} // namespace ui
