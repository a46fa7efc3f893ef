#pragma once
#include "ui/shell/desk.h"

#include <QWidget>

namespace Ui {
class LockForm;
}

namespace ui {

/// What the analysis shows before the model is approved: why there is no score, and how to lock the model.
class LockPage final : public QWidget
{
    Q_OBJECT
public:
    explicit LockPage(Desk& desk, QWidget* parent = nullptr);
    ~LockPage() override;

private:
    void lock();
    Desk& m_desk;
    std::unique_ptr<Ui::LockForm> m_form;
};

} // namespace ui
