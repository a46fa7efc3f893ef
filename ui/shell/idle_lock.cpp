#include "ui/shell/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace ui {

IdleLock::IdleLock(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::expired);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setMinutes(int minutes)
{
    setInterval(minutes * 60 * 1000);
}

void IdleLock::setInterval(int milliseconds)
{
    m_timer.stop();
    m_timer.setInterval(milliseconds);
    if (milliseconds > 0) m_timer.start();
}

bool IdleLock::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        if (m_timer.isActive()) m_timer.start();
        break;
    default:
        break;
    }
    return false;
}

} // namespace ui
