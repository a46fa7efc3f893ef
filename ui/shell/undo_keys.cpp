#include "ui/shell/undo_keys.h"

#include "ui/saisie/answer_editor.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QShortcut>

namespace ui {
namespace {

const QList<QKeySequence>& undoKeys()
{
    static const QList<QKeySequence> keys{QKeySequence(Qt::CTRL | Qt::Key_Z)};
    return keys;
}

const QList<QKeySequence>& redoKeys()
{
    static const QList<QKeySequence> keys{QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
                                          QKeySequence(Qt::CTRL | Qt::Key_Y)};
    return keys;
}

/// Fields of the form keep their letters after they are stored: what counts is whether something waits.
bool isStored(const QWidget* field)
{
    for (const QWidget* at = field; at; at = at->parentWidget())
        if (const auto* editor = qobject_cast<const AnswerEditor*>(at)) return !editor->hasUnstored();
    return false;
}

bool keepsForItself(const QWidget* field, bool redo)
{
    if (isStored(field)) return false;
    if (const auto* line = qobject_cast<const QLineEdit*>(field))
        return redo ? line->isRedoAvailable() : line->isUndoAvailable();
    if (const auto* text = qobject_cast<const QPlainTextEdit*>(field))
        return redo ? text->document()->isRedoAvailable() : text->document()->isUndoAvailable();
    return false;
}

} // namespace

UndoKeys::UndoKeys(QWidget* window) : QObject(window)
{
    const auto add = [&](const QKeySequence& keys, void (UndoKeys::*asked)()) {
        auto* shortcut = new QShortcut(keys, window);
        connect(shortcut, &QShortcut::activated, this, asked);
    };
    for (const QKeySequence& keys : undoKeys())
        add(keys, &UndoKeys::undoAsked);
    for (const QKeySequence& keys : redoKeys())
        add(keys, &UndoKeys::redoAsked);
    qApp->installEventFilter(this);
}

bool UndoKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::ShortcutOverride) return false;
    const auto* field = qobject_cast<QWidget*>(watched);
    const auto* key = static_cast<QKeyEvent*>(event);
    const QKeySequence pressed(key->keyCombination());
    const bool undo = undoKeys().contains(pressed), redo = redoKeys().contains(pressed);
    if (!field || (!undo && !redo) || keepsForItself(field, redo)) return false;
    // A field would take the keys even with nothing to undo.
    event->ignore();
    return true;
}

} // namespace ui
