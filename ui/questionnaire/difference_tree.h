#pragma once
#include "workflow/form_versions.h"

#include <QTreeWidget>

namespace ui {

/// What differs between two questionnaires, section by section.
class DifferenceTree final : public QTreeWidget
{
    Q_OBJECT
public:
    explicit DifferenceTree(QWidget* parent = nullptr);
    void show(const std::vector<questionnaire::Change>& changes, const questionnaire::Form& before,
              const questionnaire::Form& after);
    using QTreeWidget::show;

private:
    void fit();
};

} // namespace ui
