#pragma once
#include <QImage>
#include <QWidget>

namespace ui {

/// A picture over the whole window, shown from memory and forgotten when it closes.
class PictureOverlay final : public QWidget
{
    Q_OBJECT
public:
    PictureOverlay(QImage picture, const QString& name, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void leave();

    QImage m_picture;
    QString m_name;
};

} // namespace ui
