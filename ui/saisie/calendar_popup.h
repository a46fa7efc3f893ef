#pragma once
#include <QDate>
#include <QFrame>

#include <functional>

class QAction;
class QLineEdit;

namespace ui {

/// A month in view under a field, to point at a day; Enter takes the day, Escape closes.
class CalendarPopup final : public QFrame
{
    Q_OBJECT
public:
    /// Opens under `field` on `day`, or on today when there is none.
    CalendarPopup(QWidget& field, const QDate& day);

Q_SIGNALS:
    void chosen(const QDate& day);
};

/// Gives a field the sign and the key (Alt+Bas) that open a calendar; the action is disabled while the field
/// must not change.
QAction* addCalendar(QLineEdit& field, std::function<QDate()> shown,
                     std::function<void(const QDate&)> chosen);

} // namespace ui
