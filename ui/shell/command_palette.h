#pragma once
#include "ui/shell/screen.h"

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListWidget;

namespace ui {

/// One thing the command palette can reach.
struct Command
{
    QString label, kind; ///< kind: "Écran", "Acteur", "Question", "Action"
    Target target;
    std::function<void()> action; ///< instead of a target
};

/// "Aller à…": actors, questions, screens and actions by a few letters, accents and Arabic spelling ignored.
class CommandPalette final : public QFrame
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget* window);
    void setCommands(std::vector<Command> commands);
    void watch(Desk* desk) { m_desk = desk; }
    void popUp();

Q_SIGNALS:
    void chosen(const ui::Target& target);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void find();
    void choose();
    /// Closes it, and gives the keyboard back to what had it.
    void leave();

    Desk* m_desk = nullptr;
    std::vector<Command> m_commands;
    std::vector<QString> m_folded;
    std::vector<Command> m_shown;
    QPointer<QWidget> m_before; ///< what had the keyboard
    QLineEdit* m_field;
    QListWidget* m_list;
};

} // namespace ui
