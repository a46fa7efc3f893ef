#include "ui/saisie/calendar_popup.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"

#include <QAction>
#include <QBoxLayout>
#include <QCalendarWidget>
#include <QLineEdit>
#include <QScreen>
#include <QTextCharFormat>

namespace ui {

CalendarPopup::CalendarPopup(QWidget& field, const QDate& day) : QFrame(&field, Qt::Popup)
{
    setObjectName(QStringLiteral("calendar"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* calendar = new QCalendarWidget;
    calendar->setLocale(QLocale(QLocale::French, QLocale::Morocco));
    calendar->setFirstDayOfWeek(Qt::Monday);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setHorizontalHeaderFormat(QCalendarWidget::ShortDayNames);
    calendar->setAccessibleName(tr("Calendrier"));
    // Weekends are days like others in a questionnaire: no red that would look like an error.
    for (const Qt::DayOfWeek weekend : {Qt::Saturday, Qt::Sunday}) {
        QTextCharFormat format;
        format.setForeground(colorsOf(palette()).text);
        calendar->setWeekdayTextFormat(weekend, format);
    }
    if (day.isValid()) calendar->setSelectedDate(day);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(4), px(4), px(4), px(4));
    column->addWidget(calendar);
    const auto take = [this](const QDate& date) {
        close();
        Q_EMIT chosen(date);
    };
    connect(calendar, &QCalendarWidget::activated, this, take);
    connect(calendar, &QCalendarWidget::clicked, this, take);
    adjustSize();
    QPoint corner = field.mapToGlobal(QPoint(0, field.height()));
    if (layoutDirection() == Qt::RightToLeft) corner.rx() += field.width() - width();
    const QRect room = field.screen()->availableGeometry();
    if (corner.y() + height() > room.bottom()) corner.setY(corner.y() - field.height() - height());
    corner.setX(qBound(room.left(), corner.x(), qMax(room.left(), room.right() - width())));
    move(corner);
    show();
    calendar->setFocus(Qt::PopupFocusReason);
}

QAction* addCalendar(QLineEdit& field, std::function<QDate()> shown, std::function<void(const QDate&)> chosen)
{
    const QString words = CalendarPopup::tr("Calendrier (Alt+Bas)");
    QAction* open = field.addAction(icon(QStringLiteral("view-calendar")), QLineEdit::TrailingPosition);
    open->setText(words);
    open->setToolTip(words);
    open->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    open->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(open, &QAction::triggered, &field,
                     [&field, shown = std::move(shown), chosen = std::move(chosen)] {
                         auto* popup = new CalendarPopup(field, shown());
                         QObject::connect(popup, &CalendarPopup::chosen, &field, chosen);
                     });
    return open;
}

} // namespace ui
