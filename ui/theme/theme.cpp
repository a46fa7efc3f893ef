#include "ui/theme/theme.h"

#include "ui/theme/style.h"
#include "ui/theme/system_scheme.h"

#include <QApplication>
#include <QIcon>
#include <QSettings>

namespace ui {
namespace {

constexpr std::array scales{0.85, 1.0, 1.2, 1.5};
/// Text of 13 px at 96 dots per inch: what the screens are drawn for; a smaller system font is raised to it.
constexpr double smallestPoints = 9.75;

} // namespace

Theme::Theme(QSettings& settings, const QString& forced, QObject* parent)
    : QObject(parent), m_settings(settings), m_forced(forced), m_system(new SystemScheme(this)),
      m_appearance(static_cast<Appearance>(settings.value(QStringLiteral("appearance"), 0).toInt())),
      m_scale(settings.value(QStringLiteral("scale"), 1.0).toDouble())
{
    QApplication::setStyle(new Style);
    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths() << QStringLiteral("/usr/share/icons"));
    QIcon::setThemeName(QStringLiteral("breeze"));
    m_systemPoints = qMax(QApplication::font().pointSizeF(), smallestPoints);
    connect(m_system, &SystemScheme::changed, this, &Theme::apply);
    apply();
}

bool Theme::isDark() const
{
    if (!m_forced.isEmpty()) return m_forced == u"dark";
    if (m_appearance != Appearance::System) return m_appearance == Appearance::Dark;
    return m_system->prefersDark();
}

void Theme::apply()
{
    QFont font = QApplication::font();
    font.setPointSizeF(m_systemPoints * m_scale);
    QApplication::setFont(font);
    const Colors& colors = isDark() ? darkColors() : lightColors();
    QApplication::setPalette(paletteOf(colors));
    qApp->setStyleSheet(styleSheetOf(colors));
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    m_settings.setValue(QStringLiteral("appearance"), static_cast<int>(appearance));
    apply();
}

void Theme::changeScale(int step)
{
    const auto* now = std::min_element(scales.begin(), scales.end(), [this](double a, double b) {
        return qAbs(a - m_scale) < qAbs(b - m_scale);
    });
    const int index = step == 0 ? 1 : qBound(0, static_cast<int>(now - scales.begin()) + step, 3);
    m_scale = scales[static_cast<size_t>(index)];
    m_settings.setValue(QStringLiteral("scale"), m_scale);
    apply();
    Q_EMIT scaleChanged();
}

} // namespace ui
