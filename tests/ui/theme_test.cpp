#include "support/temporary_folder.h"
#include "ui/theme/colors.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSettings>

#include <cmath>
#include <gtest/gtest.h>

namespace {

struct Role
{
    const char* name;
    QColor ui::Colors::*role;
    const char* light;
    const char* dark;
};

class ThemeColors : public testing::TestWithParam<Role>
{
};

TEST_P(ThemeColors, AreThoseOfTheSpecification)
{
    const Role& role = GetParam();
    EXPECT_EQ((ui::lightColors().*role.role).name().toUpper(), QString::fromLatin1(role.light));
    EXPECT_EQ((ui::darkColors().*role.role).name().toUpper(), QString::fromLatin1(role.dark));
}

INSTANTIATE_TEST_SUITE_P(Palette, ThemeColors,
                         testing::Values(Role{"window", &ui::Colors::window, "#EFF0F1", "#26292D"},
                                         Role{"rail", &ui::Colors::rail, "#E4E6E8", "#202327"},
                                         Role{"base", &ui::Colors::base, "#FFFFFF", "#1C1F22"},
                                         Role{"alternate", &ui::Colors::alternate, "#F6F7F8", "#212428"},
                                         Role{"button", &ui::Colors::button, "#F8F9FA", "#30343A"},
                                         Role{"border", &ui::Colors::border, "#C3C8CD", "#4A5058"},
                                         Role{"rule", &ui::Colors::rule, "#DFE2E5", "#363B41"},
                                         Role{"text", &ui::Colors::text, "#1F2428", "#E8EAEC"},
                                         Role{"muted", &ui::Colors::muted, "#565F68", "#A9B1B9"},
                                         Role{"accent", &ui::Colors::accent, "#1F4E8C", "#8AB8F0"},
                                         Role{"accentPale", &ui::Colors::accentPale, "#DCE6F3", "#253B55"},
                                         Role{"onAccent", &ui::Colors::onAccent, "#FFFFFF", "#10202F"},
                                         Role{"error", &ui::Colors::error, "#A83200", "#FF9D70"},
                                         Role{"errorFill", &ui::Colors::errorFill, "#FDEEE6", "#3B251B"},
                                         Role{"warning", &ui::Colors::warning, "#7A5200", "#ECC063"},
                                         Role{"warningFill", &ui::Colors::warningFill, "#FBF1D9", "#37301C"},
                                         Role{"good", &ui::Colors::good, "#00664C", "#66D0A8"},
                                         Role{"goodFill", &ui::Colors::goodFill, "#DFF1EA", "#1B352C"},
                                         Role{"found", &ui::Colors::found, "#FFE9A8", "#5B4A12"},
                                         Role{"subtle", &ui::Colors::subtle, "#9AA1A8", "#7B838B"}),
                         [](const auto& parameter) { return std::string(parameter.param.name); });

double luminance(const QColor& color)
{
    const auto channel = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
           0.0722 * channel(color.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

TEST(Theme, TextIsLegibleOnEveryGround)
{
    for (const ui::Colors& c : {ui::lightColors(), ui::darkColors()}) {
        for (const QColor& ground : {c.window, c.base, c.alternate, c.rail, c.button}) {
            EXPECT_GE(contrast(c.text, ground), 4.5);
            EXPECT_GE(contrast(c.muted, ground), 4.5);
        }
        EXPECT_GE(contrast(c.onAccent, c.accent), 4.5);
        EXPECT_GE(contrast(c.error, c.errorFill), 4.5);
        EXPECT_GE(contrast(c.warning, c.warningFill), 4.5);
        EXPECT_GE(contrast(c.good, c.goodFill), 4.5);
        EXPECT_GE(contrast(c.text, c.found), 4.5);
    }
}

TEST(Theme, ForcedAppearanceAndScaleReachTheApplication)
{
    test::TemporaryFolder folder;
    QSettings settings(folder.path(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ui::Theme dark(settings, QStringLiteral("dark"));
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), ui::darkColors().base);
    EXPECT_TRUE(ui::colorsOf(QApplication::palette()).dark);
    ui::Theme theme(settings, {});
    theme.setAppearance(ui::Appearance::Light);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), ui::lightColors().base);
    const double before = QApplication::font().pointSizeF();
    theme.changeScale(+1);
    EXPECT_NEAR(QApplication::font().pointSizeF() / before, 1.2, 0.01);
    theme.changeScale(+1);
    theme.changeScale(+1);
    EXPECT_DOUBLE_EQ(theme.scale(), 1.5);
    theme.changeScale(0);
    EXPECT_DOUBLE_EQ(theme.scale(), 1.0);
}

} // namespace
