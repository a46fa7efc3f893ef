#pragma once
#include <QFrame>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// Left rail: the screens that exist, with icon, word and key.
class Rail final : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void add(const QString& screen, const QString& word, const QString& iconName);
    /// At the foot, without a number: what is about the study itself.
    void addApart(const QString& screen, const QString& word, const QString& iconName);
    void setCurrent(const QString& screen);
    void setScreensEnabled(bool enabled);

Q_SIGNALS:
    void chosen(const QString& screen);
    void paletteAsked();

private:
    QVBoxLayout *m_items, *m_apart;
    QButtonGroup* m_group;
    QHash<QString, QToolButton*> m_buttons, m_apartButtons;
};

} // namespace ui
