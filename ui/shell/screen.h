#pragma once
#include "ui/shell/desk.h"

#include <QPointer>
#include <QTabWidget>
#include <QWidget>

class QBoxLayout;

namespace ui {

/// Where to go: a screen, and there perhaps a record and a question.
struct Target
{
    QString screen;
    QString record;
    QString question;
};

/// One entry of the left rail. The screen itself is the page; it also owns its part of the page header and
/// the tabs of the right panel, which the shell puts in place.
class Screen : public QWidget
{
    Q_OBJECT
public:
    Screen(Desk& desk, const QString& title, QWidget* parent = nullptr);
    ~Screen() override;

    QWidget* header() const { return m_header; }
    QTabWidget* panel() const { return m_panel; }

    /// The screen comes to the front.
    virtual void activate() {}
    /// The screen is about to be left: what is being typed is stored.
    virtual void leave() {}
    virtual void open(const Target&) {}
    /// What open() takes to come back to what is shown.
    virtual Target place() const { return {}; }

Q_SIGNALS:
    void goTo(const ui::Target& target);

protected:
    Desk& desk() { return m_desk; }
    const Desk& desk() const { return m_desk; }
    const workflow::Study& study() const { return m_desk.study(); }
    /// Row of the header after the title, ending with a stretch the screen may move.
    QBoxLayout* headerLayout() const { return m_headerLayout; }
    void addPanelTab(QWidget* page, const QString& title);

private:
    Desk& m_desk;
    // The shell gives both a place of their own: whichever goes first, they are deleted once.
    QPointer<QWidget> m_header;
    QBoxLayout* m_headerLayout;
    QPointer<QTabWidget> m_panel;
};

} // namespace ui
