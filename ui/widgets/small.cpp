#include "ui/widgets/small.h"

#include "assessment/values/result.h"
#include "ui/theme/icons.h"
#include "ui/theme/metrics.h"
#include "ui/widgets/fitted_header.h"
#include "workflow/messages/messages.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QFrame>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>
#include <QTableWidget>
#include <QToolButton>

namespace ui {

EvidenceDots::EvidenceDots(int level, QWidget* parent) : QWidget(parent), m_level(-2)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setLevel(level);
}

void EvidenceDots::setLevel(int level)
{
    if (level == m_level) return;
    m_level = level;
    const QString word =
        level < 0 ? QString()
                  : tr("Preuve %1 sur 4 : %2").arg(level).arg(workflow::messages::evidenceWord(level));
    setAccessibleName(word);
    setToolTip(word);
    update();
}

QSize EvidenceDots::sizeHint() const
{
    return {px(42), px(17)};
}

void EvidenceDots::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    paintEvidence(painter, QRectF(0, 0, width(), px(9)).translated(0, (height() - px(9)) / 2.0), m_level,
                  palette().color(QPalette::Text));
}

ShareBar::ShareBar(double share, QWidget* parent) : QWidget(parent), m_share(-1)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setShare(share);
}

void ShareBar::setShare(double share)
{
    m_share = share;
    setAccessibleName(tr("%1 %").arg(qRound(share * 100)));
    update();
}

QSize ShareBar::sizeHint() const
{
    return {px(80), px(8)};
}

void ShareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const Colors& colors = colorsOf(palette());
    paintBar(painter, rect(), m_share, colors.accent, colors.rule);
}

Sign::Sign(Paint paint, QSize atScaleOne, const QString& accessibleName, QWidget* parent)
    : QWidget(parent), m_paint(std::move(paint)), m_size(atScaleOne)
{
    setAccessibleName(accessibleName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Sign* Sign::status(const QString& code)
{
    return new Sign(
        [code](QPainter& p, const QRectF& r, const Colors& c) { paintStatus(p, r, code, c.text); }, {13, 13},
        workflow::messages::statusWord(code));
}

Sign* Sign::rule(Rule rule)
{
    return new Sign(
        [rule](QPainter& p, const QRectF& r, const Colors& c) {
            paintRule(p, r, rule, rule == Rule::Liftable ? c.warning : c.error);
        },
        {14, 14}, rule == Rule::Liftable ? tr("à lever") : tr("bloquant"));
}

Sign* Sign::service(int service)
{
    return new Sign(
        [service](QPainter& p, const QRectF& r, const Colors& c) {
            const QPixmap pixmap =
                inked(serviceIcon(service), r.size().toSize(), c.text, p.device()->devicePixelRatioF());
            p.drawPixmap(r.topLeft(), pixmap);
        },
        {16, 16}, workflow::messages::serviceWord(assessment::serviceCodes()[static_cast<size_t>(service)]));
}

QSize Sign::sizeHint() const
{
    return {px(m_size.width()), px(m_size.height())};
}

void Sign::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    m_paint(painter, QRectF(rect()), colorsOf(palette()));
}

QString typeset(QString words)
{
    for (const QChar mark : {QChar(u':'), QChar(u';'), QChar(u'!'), QChar(u'?'), QChar(0x00BB), QChar(u'%')})
        words.replace(QString(u' ') + mark, QString(QChar::Nbsp) + mark);
    return words.replace(QStringLiteral("« "), QStringLiteral("«\u00a0"));
}

namespace {

/// Label that remembers how high its words are at each width: layouts ask again and again, and a page of
/// wrapped words would shape them all at every key.
class WrappedLabel final : public QLabel
{
public:
    using QLabel::QLabel;

    int heightForWidth(int width) const override
    {
        if (m_words != text()) {
            m_words = text();
            m_heights.clear();
        }
        auto known = m_heights.find(width);
        if (known == m_heights.end()) known = m_heights.insert(width, QLabel::heightForWidth(width));
        return *known;
    }

protected:
    void changeEvent(QEvent* event) override
    {
        m_heights.clear();
        QLabel::changeEvent(event);
    }

private:
    mutable QString m_words;
    mutable QHash<int, int> m_heights;
};

} // namespace

QLabel* text(const QString& content, const QString& tone)
{
    auto* label = new WrappedLabel(typeset(content));
    label->setWordWrap(true);
    if (!tone.isEmpty()) label->setProperty("tone", tone);
    return label;
}

QLabel* heading(const QString& content, double factor)
{
    QLabel* label = text(content);
    label->setFont(sized(factor, true));
    return label;
}

QLabel* groupTitle(const QString& content)
{
    QLabel* label = text(content, QStringLiteral("muted"));
    label->setFont(sized(0.9, true));
    return label;
}

QLabel* small(const QString& content, const QString& tone)
{
    QLabel* label = text(content, tone);
    label->setFont(sized(0.88));
    return label;
}

QWidget* chip(const QString& words, QWidget* sign)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("chip"));
    frame->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(px(6), px(1), px(6), px(1));
    row->setSpacing(px(4));
    if (sign) row->addWidget(sign);
    QLabel* label = small(words, {});
    label->setWordWrap(false);
    row->addWidget(label);
    return frame;
}

QPushButton* button(const QString& label, const QString& role, const QString& iconName)
{
    auto* result = new QPushButton(typeset(label));
    if (!role.isEmpty()) result->setProperty("role", role);
    if (!iconName.isEmpty()) result->setIcon(icon(iconName));
    result->setIconSize({px(14), px(14)});
    result->setAutoDefault(false);
    return result;
}

QPushButton* link(const QString& label)
{
    QPushButton* result = button(label, QStringLiteral("link"));
    result->setCursor(Qt::PointingHandCursor);
    result->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return result;
}

QToolButton* segment(const QString& label)
{
    auto* result = new QToolButton;
    result->setText(label);
    result->setCheckable(true);
    result->setProperty("role", QStringLiteral("segment"));
    result->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    result->setIconSize({px(15), px(15)});
    result->setFocusPolicy(Qt::StrongFocus);
    return result;
}

QWidget* segments(const QList<QToolButton*>& buttons)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* group = new QButtonGroup(row);
    // Borders of neighbours overlap from the left on.
    QToolButton* leftmost = row->layoutDirection() == Qt::RightToLeft ? buttons.back() : buttons.front();
    for (QToolButton* item : buttons) {
        item->setProperty("first", item == leftmost);
        layout->addWidget(item);
        group->addButton(item);
    }
    return row;
}

QWidget* ruleLine()
{
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("ruleLine"));
    return line;
}

QScrollArea* scrolledColumn(QBoxLayout*& content, const QString& accessibleName)
{
    auto* area = new QScrollArea;
    area->setObjectName(QStringLiteral("sheet"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(accessibleName);
    area->setFocusPolicy(Qt::NoFocus);
    auto* inside = new QWidget;
    inside->setObjectName(QStringLiteral("sheetContent"));
    inside->setAttribute(Qt::WA_StyledBackground);
    content = new QVBoxLayout(inside);
    content->setContentsMargins(px(16), px(16), px(16), px(16));
    content->setSpacing(px(8));
    area->setWidget(inside);
    return area;
}

void clear(QLayout* layout)
{
    while (QLayoutItem* item = layout->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        if (QLayout* inner = item->layout()) clear(inner);
        delete item;
    }
}

void restyle(QWidget* widget, const char* property, const QVariant& value)
{
    if (widget->property(property) == value) return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void frameList(QTableWidget& list, const QStringList& heads, const QString& name)
{
    list.setHorizontalHeader(new FittedHeader);
    list.setHorizontalHeaderLabels(heads);
    list.setAccessibleName(name);
    list.setProperty("framed", true);
    list.verticalHeader()->hide();
    list.setSelectionBehavior(QAbstractItemView::SelectRows);
    list.setSelectionMode(QAbstractItemView::SingleSelection);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
    list.setTabKeyNavigation(false);
    list.setShowGrid(false);
    list.horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    list.horizontalHeader()->setHighlightSections(false);
    list.horizontalHeader()->setStretchLastSection(true);
}

} // namespace ui
