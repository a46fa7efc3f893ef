#include "ui/historique/undo_button.h"

#include "ui/historique/undo_words.h"
#include "ui/shell/desk.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

namespace ui {

UndoButton::UndoButton(bool isLink, QWidget* parent) : QPushButton(parent), m_isLink(isLink)
{
    setAutoDefault(false);
    setIconSize({px(14), px(14)});
    if (isLink) {
        setProperty("role", QStringLiteral("link"));
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    } else {
        setIcon(ui::icon(QStringLiteral("edit-undo")));
    }
    connect(this, &QPushButton::clicked, this, [this] {
        if (m_desk) m_desk->undo();
    });
    showLabel();
}

void UndoButton::watch(Desk* desk)
{
    m_desk = desk;
    if (desk) connect(desk, &Desk::undoChanged, this, &UndoButton::showLabel);
    showLabel();
}

void UndoButton::showLabel()
{
    const QString label = m_desk ? m_desk->undoLabel() : QString();
    setText(undoSentence(label, true));
    setToolTip(label.isEmpty() ? QString() : tr("%1 (Ctrl+Z)").arg(undoSentence(label, false)));
    setEnabled(!label.isEmpty());
    if (m_isLink) setVisible(!label.isEmpty());
}

} // namespace ui
