#include "base/text.h"

#include <gtest/gtest.h>
#include <string>

struct Case
{
    const char* name;
    const char* text;
    const char* folded;
};

class Fold : public testing::TestWithParam<Case>
{
};

TEST_P(Fold, comparesAsPeopleDo)
{
    EXPECT_EQ(base::fold(QString::fromUtf8(GetParam().text)), QString::fromUtf8(GetParam().folded));
}

INSTANTIATE_TEST_SUITE_P(Texts, Fold,
                         testing::Values(Case{"accents", "Éducation à l’Œuvre", "education a l'oeuvre"},
                                         Case{"spaces", "  deux \t mots\n", "deux mots"},
                                         Case{"tehMarbuta", "جمعية", "جمعيه"},
                                         Case{"alefHamza", "أمل", "امل"}, Case{"alefMaksura", "مرسى", "مرسي"},
                                         Case{"vocalisation", "مُحَمَّد", "محمد"},
                                         Case{"tatweel", "جمـــعية", "جمعيه"},
                                         Case{"presentationForms", "ﻻ", "لا"}, Case{"empty", "", ""}),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(Words, splitAtAnythingThatIsNotALetterOrDigit)
{
    EXPECT_EQ(base::foldedWords(QStringLiteral("L’Association « Amal-2 »")),
              (QStringList{QStringLiteral("l"), QStringLiteral("association"), QStringLiteral("amal"),
                           QStringLiteral("2")}));
}

TEST(Direction, followsTheFirstStrongLetter)
{
    EXPECT_TRUE(base::isRightToLeft(QStringLiteral("« جمعية »")));
    EXPECT_FALSE(base::isRightToLeft(QStringLiteral("ABC جمعية")));
    EXPECT_FALSE(base::isRightToLeft(QStringLiteral("12")));
}
