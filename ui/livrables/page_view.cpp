#include "ui/livrables/page_view.h"

#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace ui {
namespace {

constexpr int keptImages = 16;

} // namespace

PageView::PageView(QWidget* parent) : QAbstractScrollArea(parent), m_images(keptImages)
{
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Aperçu des pages"));
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this] { Q_EMIT pageChanged(pageInView()); });
}

void PageView::show(std::shared_ptr<const drawing::Pages> pages, const QString& emptyText)
{
    m_pages = std::move(pages);
    m_emptyText = emptyText;
    arrange();
    Q_EMIT pageChanged(pageInView());
}

double PageView::scaleFor(int page) const
{
    const double room = viewport()->width() - 2.0 * px(32);
    // Portrait pages set the scale: a landscape page is wider on paper and fits by being drawn smaller.
    return qBound(0.5, room / m_pages->widthMm(page), 4.5 * px(100) / 100.0);
}

void PageView::arrange()
{
    ++m_generation;
    m_images.clear();
    m_asked.clear();
    m_tops.clear();
    int y = px(12);
    const int count = m_pages ? m_pages->count() : 0;
    for (int page = 0; page < count; ++page) {
        m_tops.push_back(y);
        y += qRound(m_pages->heightMm(page) * scaleFor(page)) + px(12);
    }
    m_tops.push_back(y);
    verticalScrollBar()->setRange(0, qMax(0, y - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(px(40));
    viewport()->update();
}

QRect PageView::pageRect(int page) const
{
    const int width = qRound(m_pages->widthMm(page) * scaleFor(page));
    const int height = qRound(m_pages->heightMm(page) * scaleFor(page));
    return QRect((viewport()->width() - width) / 2,
                 m_tops[static_cast<size_t>(page)] - verticalScrollBar()->value(), width, height);
}

int PageView::pageInView() const
{
    if (!m_pages || m_pages->count() == 0) return -1;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 3;
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, middle);
    return qMax(0, static_cast<int>(after - m_tops.begin()) - 1);
}

void PageView::goToPage(int page)
{
    if (m_pages && page >= 0 && page < m_pages->count())
        verticalScrollBar()->setValue(m_tops[static_cast<size_t>(page)] - px(12));
}

void PageView::request(int page)
{
    if (m_asked.contains(page)) return;
    m_asked.insert(page);
    const double ratio = devicePixelRatioF(), scale = scaleFor(page) * ratio;
    m_painter.run<QImage>([pages = m_pages, page, scale] { return pages->image(page, scale); }, this,
                          [this, page, ratio, generation = m_generation](Result<QImage> result) {
                              m_asked.remove(page);
                              if (!result.value || generation != m_generation) return;
                              result.value->setDevicePixelRatio(ratio);
                              m_images.insert(page, new QImage(*result.value));
                              viewport()->update();
                          });
}

void PageView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Colors& colors = colorsOf(palette());
    painter.fillRect(viewport()->rect(), colors.dark ? QColor(0x15, 0x17, 0x1A) : QColor(0x8A, 0x90, 0x98));
    if (!m_pages || m_pages->count() == 0) {
        painter.setPen(colors.dark ? colors.muted : QColor(Qt::white));
        painter.drawText(viewport()->rect().adjusted(px(32), 0, -px(32), 0),
                         int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_emptyText);
        return;
    }
    for (int page = 0; page < m_pages->count(); ++page) {
        const QRect rect = pageRect(page);
        if (rect.bottom() < 0) continue;
        if (rect.top() > viewport()->height()) break;
        painter.fillRect(rect, Qt::white); // paper stays white: it is what will be printed
        if (const QImage* image = m_images.object(page))
            painter.drawImage(rect.topLeft(), *image);
        else
            request(page);
        painter.setPen(colors.border);
        painter.drawRect(rect);
    }
}

void PageView::resizeEvent(QResizeEvent*)
{
    const int page = pageInView();
    arrange();
    goToPage(page);
}

void PageView::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Home)
        goToPage(0);
    else if (event->key() == Qt::Key_End && m_pages)
        goToPage(m_pages->count() - 1);
    else
        QAbstractScrollArea::keyPressEvent(event);
}

} // namespace ui
