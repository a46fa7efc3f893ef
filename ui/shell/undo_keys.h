#pragma once
#include <QObject>

class QWidget;

namespace ui {

/// Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y for the whole application. A field keeps them for itself only while
/// something typed in it is not stored yet.
class UndoKeys final : public QObject
{
    Q_OBJECT
public:
    explicit UndoKeys(QWidget* window);

Q_SIGNALS:
    void undoAsked();
    void redoAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
