#include "ui/saisie/passage_bar.h"

#include "ui/saisie/entry_session.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace ui {

PassageBar::PassageBar(QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(px(16), px(4), px(16), px(4));
    hide();
}

void PassageBar::list(const EntrySession& session)
{
    clear(m_row);
    QList<QToolButton*> buttons;
    int number = 0;
    for (const questionnaire::Passage& passage : session.form().record().passages) {
        const QDate date =
            QDate::fromString(passage.answers.at(QStringLiteral("ent_date")).value, Qt::ISODate);
        const QString when = date.isValid()
                                 ? QLocale(QLocale::French).toString(date, QStringLiteral("d MMM yyyy"))
                                 : tr("sans date");
        QToolButton* item = segment(tr("%1 · %2").arg(++number).arg(when));
        item->setChecked(passage.uid == session.passage());
        connect(item, &QToolButton::clicked, this, [this, uid = passage.uid] { Q_EMIT chosen(uid); });
        buttons << item;
    }
    QLabel* title = small(tr("Passages"));
    title->setWordWrap(false);
    m_row->addWidget(title);
    m_row->addWidget(segments(buttons));
    QPushButton* add = button(tr("Ajouter un passage"), {}, QStringLiteral("list-add"));
    connect(add, &QPushButton::clicked, this, &PassageBar::addAsked);
    m_row->addWidget(add);
    m_row->addStretch();
}

} // namespace ui
