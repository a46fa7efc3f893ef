#include "report/typography.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace {

// In the tables "_" stands for U+00A0 and "~" for U+202F, so that the spaces can be read.
QString spaced(const char* text)
{
    return QString::fromUtf8(text).replace(u'_', QChar(0xA0)).replace(u'~', QChar(0x202F));
}

struct Sentence
{
    const char* typed;
    const char* set;
};

class FrenchSentence : public testing::TestWithParam<Sentence>
{
};

TEST_P(FrenchSentence, IsSetAsExpectedAndOnlyOnce)
{
    const QString set = report::french(QString::fromUtf8(GetParam().typed));
    EXPECT_EQ(set.toStdString(), spaced(GetParam().set).toStdString());
    EXPECT_EQ(report::french(set).toStdString(), set.toStdString());
}

INSTANTIATE_TEST_SUITE_P(
    Table, FrenchSentence,
    testing::Values(
        Sentence{"Région : Oriental", "Région_: Oriental"}, Sentence{"Région: Oriental", "Région_: Oriental"},
        Sentence{"Oui ; non ?", "Oui~; non~?"}, Sentence{"Vraiment ?!", "Vraiment~?!"},
        Sentence{"« ici »", "«_ici_»"}, Sentence{"«ici»", "«_ici_»"},
        Sentence{"dit \"oui\" et \"non\"", "dit «_oui_» et «_non_»"},
        Sentence{"un écran de 15\"", "un écran de 15\""}, Sentence{"l'accord d'Oujda", "l’accord d’Oujda"},
        Sentence{"l'« abri »", "l’«_abri_»"}, Sentence{"à 14:03 précises", "à 14:03 précises"},
        Sentence{"voir http://exemple.org/a?b=c;d", "voir http://exemple.org/a?b=c;d"},
        Sentence{"écrire à l'adresse a@exemple.org : merci", "écrire à l’adresse a@exemple.org_: merci"},
        Sentence{"à 70 % ou plus, 70% %", "à 70_% ou plus, 70% %"},
        Sentence{"la fiche n° 4, n° suivant, 27°40", "la fiche n°_4, n° suivant, 27°40"},
        Sentence{"(?)", "(?)"}, Sentence{"fin !", "fin~!"}, Sentence{": début", ": début"},
        Sentence{"جمعية: اسم", "جمعية: اسم"}, Sentence{"", ""}));

struct Number
{
    double value;
    int decimals;
    bool fixed;
    const char* set;
};

class FrenchNumber : public testing::TestWithParam<Number>
{
};

TEST_P(FrenchNumber, IsSetAsExpected)
{
    const Number& n = GetParam();
    EXPECT_EQ(report::frenchNumber(n.value, n.decimals, n.fixed).toStdString(), spaced(n.set).toStdString());
}

INSTANTIATE_TEST_SUITE_P(Table, FrenchNumber,
                         testing::Values(Number{0, 0, false, "0"}, Number{999, 0, false, "999"},
                                         Number{1000, 0, false, "1~000"}, Number{1234.5, 1, false, "1~234,5"},
                                         Number{1234567, 0, false, "1~234~567"}, Number{12.0, 2, false, "12"},
                                         Number{12.0, 2, true, "12,00"}, Number{12.5, 2, false, "12,5"},
                                         Number{-1234.25, 2, false, "−1~234,25"},
                                         Number{-0.001, 1, false, "0"}, Number{std::nan(""), 1, false, "–"},
                                         Number{std::numeric_limits<double>::infinity(), 1, false, "–"}));

TEST(FrenchText, SetsPercentagesAndDates)
{
    EXPECT_EQ(report::frenchPercent(0.125, 1).toStdString(), spaced("12,5_%").toStdString());
    EXPECT_EQ(report::frenchDate(QDate(2015, 1, 13)).toStdString(), spaced("13_janvier_2015").toStdString());
    EXPECT_EQ(report::frenchDate(QDate(2015, 2, 1)).toStdString(), spaced("1er_février_2015").toStdString());
    EXPECT_TRUE(report::frenchDate(QDate()).isEmpty());
}

} // namespace
