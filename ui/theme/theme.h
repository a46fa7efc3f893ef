#pragma once
#include "ui/theme/colors.h"

#include <QObject>

class QSettings;

namespace ui {

class SystemScheme;

enum class Appearance { System, Light, Dark };

/// Gives the application its palette, style sheet and text size, and follows the system or the user.
class Theme final : public QObject
{
    Q_OBJECT
public:
    /// `forced` ("light", "dark" or empty) comes from CARTOSC_THEME and wins over settings and system.
    Theme(QSettings& settings, const QString& forced, QObject* parent = nullptr);

    Appearance appearance() const { return m_appearance; }
    void setAppearance(Appearance appearance);
    double scale() const { return m_scale; }
    /// One step up (+1), down (-1) or back to 1 (0) among 0.85, 1, 1.2, 1.5.
    void changeScale(int step);

Q_SIGNALS:
    void scaleChanged();

private:
    void apply();
    bool isDark() const;
    QSettings& m_settings;
    QString m_forced;
    SystemScheme* m_system;
    Appearance m_appearance = Appearance::System;
    double m_scale = 1;
    double m_systemPoints = 10;
};

QString styleSheetOf(const Colors& colors);

} // namespace ui
