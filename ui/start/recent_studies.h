#pragma once
#include <QDateTime>
#include <QWidget>

#include <vector>

class QBoxLayout;
class QSettings;

namespace ui {

/// What the start screen says of a study without opening it.
struct RecentStudy
{
    QString path;
    QDateTime opened, backedUp; ///< UTC; invalid: unknown, never
    bool isProtected = false;
};

std::vector<RecentStudy> recentStudies(const QSettings& settings);
/// Puts a study at the head of the list.
void rememberStudy(QSettings& settings, const RecentStudy& study);

/// "il y a 3 jours", "à l'instant", "jamais".
QString ageWords(const QDateTime& then, const QDateTime& now);

/// List of the studies opened lately, with their protection and the age of their backup.
class RecentList final : public QWidget
{
    Q_OBJECT
public:
    explicit RecentList(QWidget* parent = nullptr);
    void show(const std::vector<RecentStudy>& studies, const QDateTime& now);

Q_SIGNALS:
    void chosen(const QString& path);

private:
    QBoxLayout* m_column;
};

} // namespace ui
