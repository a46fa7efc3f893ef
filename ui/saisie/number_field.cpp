#include "ui/saisie/number_field.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QKeyEvent>

namespace ui {

NumberField::NumberField(Finder find, QWidget* parent) : QLineEdit(parent), m_find(std::move(find))
{
    setPlaceholderText(tr("Aller au n°"));
    setAccessibleName(tr("Aller à une question par son numéro, par exemple 9.4"));
    setFixedWidth(px(104));
    hide();
    connect(this, &QLineEdit::returnPressed, this, &NumberField::choose);
    connect(this, &QLineEdit::textEdited, this, [this] { restyle(this, "wrong", false); });
}

void NumberField::ask()
{
    clear();
    restyle(this, "wrong", false);
    show();
    setFocus(Qt::ShortcutFocusReason);
}

void NumberField::choose()
{
    const QString question = m_find(text());
    restyle(this, "wrong", question.isEmpty());
    if (question.isEmpty()) return selectAll();
    hide();
    Q_EMIT chosen(question);
}

void NumberField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
    hide();
    Q_EMIT closed();
}

} // namespace ui
