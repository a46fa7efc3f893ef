#pragma once
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class Backups;
class Desk;

/// Where backups go, how old the last one is, and the next one.
class BackupPage final : public QWidget
{
    Q_OBJECT
public:
    BackupPage(Desk& desk, Backups& backups, QWidget* parent = nullptr);

private:
    void showState();
    void chooseFolder();

    Desk& m_desk;
    Backups& m_backups;
    QLabel *m_last, *m_path, *m_folder, *m_told;
    QPushButton* m_start;
};

} // namespace ui
