#pragma once
#include "ui/widgets/signs.h"

#include <QWidget>

#include <functional>

class QBoxLayout;
class QLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTableWidget;
class QToolButton;

/// Small widgets and short-hands every screen uses.
namespace ui {

/// Evidence level 0–4 as dots; -1 shows nothing.
class EvidenceDots final : public QWidget
{
    Q_OBJECT
public:
    explicit EvidenceDots(int level = -1, QWidget* parent = nullptr);
    void setLevel(int level);
    int level() const { return m_level; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    int m_level;
};

/// Share from 0 to 1.
class ShareBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ShareBar(double share = 0, QWidget* parent = nullptr);
    void setShare(double share);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    double m_share;
};

/// One of the signs (status shape, rule, service) as a widget.
class Sign final : public QWidget
{
    Q_OBJECT
public:
    using Paint = std::function<void(QPainter&, const QRectF&, const Colors&)>;
    Sign(Paint paint, QSize atScaleOne, const QString& accessibleName, QWidget* parent = nullptr);
    static Sign* status(const QString& code);
    static Sign* rule(Rule rule);
    static Sign* service(int service);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent*) override;

private:
    Paint m_paint;
    QSize m_size;
};

/// French spacing: a space before « : ; ! ? % » never breaks a line.
QString typeset(QString words);
QLabel* text(const QString& content, const QString& tone = {});
QLabel* heading(const QString& content, double factor = 1.0);
/// Small bold grey title of a group in a panel.
QLabel* groupTitle(const QString& content);
QLabel* small(const QString& content, const QString& tone = QStringLiteral("muted"));
/// Framed word, with a sign before it when there is one.
QWidget* chip(const QString& words, QWidget* sign = nullptr);
QPushButton* button(const QString& label, const QString& role = {}, const QString& iconName = {});
QPushButton* link(const QString& label);
QToolButton* segment(const QString& label);
QWidget* ruleLine();
/// Exclusive row of segments.
QWidget* segments(const QList<QToolButton*>& buttons);
/// Page of a panel: a scrolled column; `content` receives its layout.
QScrollArea* scrolledColumn(QBoxLayout*& content, const QString& accessibleName);
/// Removes and deletes everything in a layout.
void clear(QLayout* layout);
/// Applies a dynamic property and repolishes.
void restyle(QWidget* widget, const char* property, const QVariant& value);

/// A framed list to read and choose one line of, its last column as wide as what is left.
void frameList(QTableWidget& list, const QStringList& heads, const QString& name);

} // namespace ui
