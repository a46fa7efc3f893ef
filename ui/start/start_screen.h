#pragma once
#include "ui/background/runner.h"
#include "workflow/study.h"

#include <QWidget>

class QSettings;
class QStackedWidget;

namespace ui {

class NewStudy;
class Notice;
class OlderPage;
class ReaderKeyPage;
class RecentList;
class Recover;
class Unlock;
struct NewStudyWishes;

/// What to do once the study is open.
enum class StartAction { None, FillDemonstration };

/// A study that was just opened, and what opened it.
struct Opened
{
    std::shared_ptr<workflow::Study> study;
    dossier::Access access;
    StartAction then = StartAction::None;
};

/// What is seen when no study is open: the demonstration, a new study, recent ones, the passphrase prompt,
/// and what has to be said before some files are opened.
class StartScreen final : public QWidget
{
    Q_OBJECT
public:
    StartScreen(QSettings& settings, const base::Clock& clock, QWidget* parent = nullptr);

    void openFile(const QString& path);
    void showHome();
    void chooseFile();
    void startNew();
    void startReaderKey();
    void openDemonstration();
    /// The study was locked: only its passphrase opens it again.
    void showLocked(const QString& path, bool isProtected);
    /// Opens again what was open, with the same key, whatever its state: what it lacks is to be merged.
    void reopen(const QString& path, const dossier::Access& access);
    /// Says something across the page.
    void tell(const QString& sentence, const QString& tone);

Q_SIGNALS:
    void opened(const ui::Opened& opened);

private:
    using Study = std::shared_ptr<workflow::Study>;
    using Opening = std::function<Study(const dossier::Access&)>;
    void connectPages();
    void run(const dossier::Access& access, Opening opening, StartAction then);
    void openWith(const dossier::Access& access);
    void create(const NewStudyWishes& wishes);
    void recover(const dossier::RecoveryKey& key, const QString& newPassphrase);
    void welcome(const Opened& opened);
    void deliver();
    void refused(const ErrorReport& report);
    void showPage(QWidget* page);
    QWidget* buildHome();

    QSettings& m_settings;
    const base::Clock& m_clock;
    Runner m_runner;
    QStackedWidget* m_pages;
    Notice* m_notice;
    RecentList* m_recent;
    NewStudy* m_new;
    Unlock* m_unlock;
    Recover* m_recover;
    OlderPage* m_older;
    ReaderKeyPage* m_readerKey;
    QString m_path;
    dossier::Access m_tried; ///< what the last attempt gave, to try again for reading only
    bool m_anyState = false;
    Opened m_pending; ///< open, but its user has to decide first
};

} // namespace ui
