#include "ui/shell/rail.h"

#include "ui/theme/colors.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {
namespace {

/// One line of the rail: icon, word at the start, key at the end.
class RailButton final : public QToolButton
{
public:
    RailButton(const QString& word, const QString& iconName, QString key) : m_key(std::move(key))
    {
        setText(word);
        setIcon(icon(iconName));
        setCheckable(true);
        setFixedHeight(px(32));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(word);
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& colors = colorsOf(palette());
        const QColor ink = isChecked() ? colors.onAccent : colors.text;
        if (isChecked() || underMouse() || hasFocus()) {
            painter.setPen(hasFocus() ? QPen(colors.accent) : QPen(Qt::NoPen));
            painter.setBrush(isChecked()    ? colors.accent
                             : underMouse() ? colors.accentPale
                                            : QColor(Qt::transparent));
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
        }
        const int side = px(16);
        const QRect inside = rect().adjusted(px(7), 0, -px(7), 0);
        QRect iconPlace =
            QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inside);
        painter.drawPixmap(iconPlace, inked(icon(), {side, side}, ink, devicePixelRatioF()));
        painter.setPen(ink);
        const int lead = side + px(7);
        const QRect words = layoutDirection() == Qt::RightToLeft ? inside.adjusted(0, 0, -lead, 0)
                                                                 : inside.adjusted(lead, 0, 0, 0);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading, text());
        painter.setFont(sized(0.88));
        painter.setPen(isChecked() ? colors.onAccent : colors.muted);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignTrailing, m_key);
    }

private:
    QIcon icon() const { return QToolButton::icon(); }
    QIcon icon(const QString& name) const { return ui::icon(name); }
    QString m_key;
};

/// The field-like button that opens the command palette.
class PaletteButton final : public QToolButton
{
public:
    PaletteButton()
    {
        setText(QObject::tr("Aller à…"));
        setFixedHeight(px(28));
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(text());
        setFocusPolicy(Qt::TabFocus);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors& colors = colorsOf(palette());
        painter.setPen(underMouse() || hasFocus() ? colors.accent : colors.border);
        painter.setBrush(colors.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(3), px(3));
        const int side = px(14);
        const QRect inside = rect().adjusted(px(8), 0, -px(8), 0);
        const QRect place =
            QStyle::alignedRect(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter, {side, side}, inside);
        painter.drawPixmap(place, inked(ui::icon(QStringLiteral("edit-find")), {side, side}, colors.muted,
                                        devicePixelRatioF()));
        painter.setPen(colors.muted);
        const int lead = side + px(8);
        const QRect words = layoutDirection() == Qt::RightToLeft ? inside.adjusted(0, 0, -lead, 0)
                                                                 : inside.adjusted(lead, 0, 0, 0);
        drawWords(painter, words, text(), layoutDirection());
        painter.setLayoutDirection(layoutDirection());
        painter.setFont(sized(0.85));
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignTrailing, QStringLiteral("Ctrl+K"));
    }
};

} // namespace

Rail::Rail(QWidget* parent)
    : QFrame(parent), m_items(new QVBoxLayout), m_apart(new QVBoxLayout), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("rail"));
    setFixedWidth(px(168));
    setAccessibleName(tr("Écrans"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(px(8), px(8), px(8), px(8));
    m_items->setSpacing(px(2));
    layout->addLayout(m_items);
    layout->addStretch();
    layout->addLayout(m_apart);
    layout->addSpacing(px(8));
    auto* palette = new PaletteButton;
    connect(palette, &QToolButton::clicked, this, &Rail::paletteAsked);
    layout->addWidget(palette);
}

void Rail::add(const QString& screen, const QString& word, const QString& iconName)
{
    const QString key = QString::number(m_buttons.size() + 1);
    auto* button = new RailButton(word, iconName, key);
    button->setToolTip(tr("Ctrl+%1").arg(key));
    m_group->addButton(button);
    m_items->addWidget(button);
    m_buttons.insert(screen, button);
    connect(button, &QToolButton::clicked, this, [this, screen] { Q_EMIT chosen(screen); });
    auto* shortcut = new QShortcut(QKeySequence(QStringLiteral("Ctrl+") + key), this);
    connect(shortcut, &QShortcut::activated, button, &QToolButton::click);
}

void Rail::addApart(const QString& screen, const QString& word, const QString& iconName)
{
    auto* button = new RailButton(word, iconName, {});
    m_group->addButton(button);
    m_apart->addWidget(button);
    m_apartButtons.insert(screen, button);
    connect(button, &QToolButton::clicked, this, [this, screen] { Q_EMIT chosen(screen); });
}

void Rail::setCurrent(const QString& screen)
{
    if (QToolButton* button = m_buttons.value(screen, m_apartButtons.value(screen)))
        return button->setChecked(true);
    // A screen reached from elsewhere: none of the rail is the current one.
    m_group->setExclusive(false);
    for (QAbstractButton* button : m_group->buttons())
        button->setChecked(false);
    m_group->setExclusive(true);
}

void Rail::setScreensEnabled(bool enabled)
{
    for (QToolButton* button : std::as_const(m_buttons))
        button->setVisible(enabled);
}

} // namespace ui
