#pragma once
#include "ui/background/runner.h"
#include "workflow/study.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QSettings;
class QStackedWidget;

namespace ui {

class NewStudy;
class Unlock;

/// What to do once the study is open.
enum class StartAction { None, FillDemonstration };

/// What is seen when no study is open: the demonstration, a new study, recent ones, and the passphrase
/// prompt.
class StartScreen final : public QWidget
{
    Q_OBJECT
public:
    StartScreen(QSettings& settings, const base::Clock& clock, QWidget* parent = nullptr);

    void openFile(const QString& path);
    void showHome();
    void chooseFile();
    void startNew();
    void openDemonstration();

Q_SIGNALS:
    void opened(std::shared_ptr<workflow::Study> study, ui::StartAction then);

private:
    using Opening = std::function<std::shared_ptr<workflow::Study>()>;
    void run(Opening opening, StartAction then);
    void openWith(const QString& path, const std::optional<QString>& passphrase);
    void refused(const ErrorReport& report);
    void remember(const QString& path);
    QWidget* buildHome();
    void listRecent();

    QSettings& m_settings;
    const base::Clock& m_clock;
    Runner m_runner;
    QStackedWidget* m_pages;
    QLabel* m_problem;
    QBoxLayout* m_recent = nullptr;
    NewStudy* m_new;
    Unlock* m_unlock;
    QString m_path;
};

} // namespace ui
