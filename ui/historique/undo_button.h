#pragma once
#include <QPushButton>

namespace ui {

class Desk;

/// "Annuler « 9.4 »": says what Ctrl+Z would undo, and does it.
class UndoButton final : public QPushButton
{
    Q_OBJECT
public:
    /// A link disappears when there is nothing to undo, a button is greyed.
    explicit UndoButton(bool isLink, QWidget* parent = nullptr);
    /// nullptr when no study is open.
    void watch(Desk* desk);

private:
    void showLabel();

    bool m_isLink;
    Desk* m_desk = nullptr;
};

} // namespace ui
