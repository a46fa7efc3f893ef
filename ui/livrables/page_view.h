#pragma once
#include "drawing/pdf_writer.h"
#include "ui/background/runner.h"

#include <QAbstractScrollArea>
#include <QCache>

namespace ui {

/// Pages of a document, one under the other, drawn when they come into view.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit PageView(QWidget* parent = nullptr);
    void show(std::shared_ptr<const drawing::Pages> pages, const QString& emptyText);
    void goToPage(int page);
    int pageInView() const;

Q_SIGNALS:
    void pageChanged(int page);

protected:
    void paintEvent(QPaintEvent*) override;
    void resizeEvent(QResizeEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void arrange();
    void request(int page);
    QRect pageRect(int page) const;
    double scaleFor(int page) const;

    std::shared_ptr<const drawing::Pages> m_pages;
    std::vector<int> m_tops; ///< y of each page, plus the end
    QString m_emptyText;
    QCache<int, QImage> m_images;
    QSet<int> m_asked;
    int m_generation = 0;
    Runner m_painter;
};

} // namespace ui
