#pragma once
#include "ui/shell/desk.h"
#include "ui/shell/screen.h"
#include "ui/start/start_screen.h"

#include <QMainWindow>

class QSplitter;
class QStackedWidget;

namespace ui {

class Backups;
class CommandPalette;
struct Command;
class IdleLock;
class Notice;
class Rail;
class StatusLine;
class Theme;

/// The one window: rail, page header, page, right panel, status line. Screens own themselves.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(Theme& theme, QSettings& settings, const base::Clock& clock);
    ~MainWindow() override;

    /// Opens a file, asking for its passphrase in the start screen when it needs one.
    void openFile(const QString& path);
    void comeForward();
    Desk* desk() const { return m_desk.get(); }
    Screen* screen(const QString& name) const { return m_screens.value(name); }
    void go(const Target& target);
    /// Hides everything at once, stores what is being typed, closes the study and forgets its keys.
    void lockStudy();
    void backUp();
    IdleLock* idleLock() const { return m_idle; }
    Backups* backups() const { return m_backups.get(); }

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addShortcuts();
    void addFrame(QWidget* central);
    void adopt(const Opened& opened);
    void fillDemonstration();
    void greet();
    std::optional<ErrorReport> closeStudy();
    void watchIdleness();
    void forgetCopies();
    void judgeFailure(const ErrorReport& report);
    void reopenAndMerge(const QString& copy);
    void buildScreens();
    void addScreen(const QString& name, const QString& word, const QString& iconName, Screen* screen);
    void showScreen(const QString& name);
    void showPalette();
    std::vector<Command> studyCommands();
    std::vector<Command> commands();
    void copyFocusedTable();

    Theme& m_theme;
    QSettings& m_settings;
    const base::Clock& m_clock;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Backups> m_backups;
    struct
    {
        QString path;
        Target target;
    } m_resume; ///< where a locked study was left
    QString m_copyToMerge;
    bool m_copiedHere = false; ///< the clipboard was filled while this window was in use
    IdleLock* m_idle;
    QHash<QString, Screen*> m_screens;
    QStringList m_order;
    QString m_current;
    Rail* m_rail = nullptr;
    QStackedWidget *m_headers = nullptr, *m_pages = nullptr, *m_panels = nullptr;
    QSplitter* m_split = nullptr;
    Notice* m_notice = nullptr;
    StatusLine* m_status = nullptr;
    CommandPalette* m_palette = nullptr;
    StartScreen* m_start = nullptr;
};

} // namespace ui
