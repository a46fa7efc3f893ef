#include "ui/widgets/notice.h"

#include "ui/theme/metrics.h"
#include "ui/widgets/small.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

Notice::Notice(QWidget* parent) : QFrame(parent), m_sentence(text({})), m_actions(new QHBoxLayout)
{
    setObjectName(QStringLiteral("notice"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(12), px(8), px(12), px(8));
    row->setSpacing(px(12));
    row->addWidget(m_sentence, 1);
    m_actions->setSpacing(px(8));
    row->addLayout(m_actions);
    hide();
}

void Notice::tell(const QString& sentence, const QString& tone, const QList<Action>& actions)
{
    restyle(this, "tone", tone);
    restyle(m_sentence, "tone", tone == u"failure" ? QStringLiteral("error") : QStringLiteral("warning"));
    m_sentence->setText(typeset(sentence));
    ui::clear(m_actions);
    const auto add = [this](const QString& label, const std::function<void()>& run) {
        QPushButton* item = button(label);
        m_actions->addWidget(item, 0, Qt::AlignVCenter);
        // The action may replace this notice: it runs once the click is over.
        connect(item, &QPushButton::clicked, this, run, Qt::QueuedConnection);
    };
    for (const Action& action : actions)
        add(action.label, action.run);
    if (m_closable) add(tr("Fermer"), [this] { hide(); });
    show();
}

QString Notice::sentence() const
{
    return isVisible() ? m_sentence->text() : QString();
}

} // namespace ui
