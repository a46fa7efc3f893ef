#include "workflow/coordinates.h"

#include <gtest/gtest.h>

namespace {

struct Written
{
    const char* typed;
    const char* stored; ///< empty: no point
};

class Coordinates : public testing::TestWithParam<Written>
{
};

TEST_P(Coordinates, AreReadAsPeopleAndDevicesWriteThem)
{
    EXPECT_EQ(workflow::pointCalled(QString::fromUtf8(GetParam().typed)),
              QString::fromUtf8(GetParam().stored))
        << GetParam().typed;
}

INSTANTIATE_TEST_SUITE_P(Decimal, Coordinates,
                         testing::Values(Written{"33.5736 -7.5898", "33.5736 -7.5898"},
                                         Written{"33,5736 -7,5898", "33.5736 -7.5898"},
                                         Written{"33.5736,-7.5898", "33.5736 -7.5898"},
                                         Written{"33,5736, -7,5898", "33.5736 -7.5898"},
                                         Written{"33,5736 ; \u22127,5898", "33.5736 -7.5898"},
                                         Written{"33 -7", "33 -7"}, Written{"33,-7", "33 -7"},
                                         Written{"geo:33.5736,-7.5898", "33.5736 -7.5898"},
                                         Written{"Lat: 33,5736 Long: -7,5898", "33.5736 -7.5898"},
                                         Written{"(33.5736, -7.5898)", "33.5736 -7.5898"},
                                         Written{"33.5736 -7.5898 12 4.5", "33.5736 -7.5898 12 4.5"},
                                         Written{"33,5736° N, 7,5898° O", "33.5736 -7.5898"}));

INSTANTIATE_TEST_SUITE_P(
    Sexagesimal, Coordinates,
    testing::Values(Written{"33°34'25\"N 7°35'23\"O", "33.573611 -7.589722"},
                    Written{"33° 34′ 25″ N, 7° 35′ 23″ O", "33.573611 -7.589722"},
                    Written{"33º34’25''n 7º35’23''w", "33.573611 -7.589722"},
                    Written{"N 33 34 25 W 7 35 23", "33.573611 -7.589722"},
                    Written{"N33°34.417' W007°35.383'", "33.573617 -7.589717"},
                    Written{"7°35'23\"O 33°34'25\"N", "33.573611 -7.589722"},
                    Written{"33°34'25,5\" Nord ; 7°35'23,5\" Ouest", "33.57375 -7.589861"},
                    Written{"33°34'25\", -7°35'23\"", "33.573611 -7.589722"}, Written{"33°S 7°E", "-33 7"}));

INSTANTIATE_TEST_SUITE_P(NoPoint, Coordinates,
                         testing::Values(Written{"", ""}, Written{"33,5736", ""}, Written{"33.5736", ""},
                                         Written{"Casablanca", ""}, Written{"91 0", ""}, Written{"0 181", ""},
                                         Written{"33°60'N 7°O", ""}, Written{"33°34'25\"N 7°35'23\"N", ""},
                                         Written{"33,5°20'N 7°O", ""}, Written{"33°N", ""},
                                         Written{"-33°N 7°O", ""}, Written{"1 2 3 4 5", ""},
                                         Written{"33°34'25\"N 7°35'23\"", ""}));

TEST(CoordinatesInWords, AreDegreesMinutesAndSeconds)
{
    EXPECT_EQ(workflow::pointInWords(u"33.573611 -7.589722 12 4"_qs),
              u"33°\u00a034′\u00a025,0″\u00a0N, 7°\u00a035′\u00a023,0″\u00a0O"_qs);
    EXPECT_EQ(workflow::pointInWords(u"-0.99999999 0"_qs),
              u"1°\u00a000′\u00a00,0″\u00a0S, 0°\u00a000′\u00a00,0″\u00a0E"_qs);
    EXPECT_EQ(workflow::pointInWords(u"ici"_qs), QString());
}

TEST(CoordinatesInWords, TellTheProvince)
{
    EXPECT_EQ(workflow::provinceOf(u"33.5731 -7.5898"_qs), u"casablanca"_qs);
    EXPECT_EQ(workflow::provinceOf(u"35.7673 -5.7998"_qs), u"tanger_assilah"_qs);
    EXPECT_EQ(workflow::provinceOf(u"48.85 2.35"_qs), QString());
    EXPECT_EQ(workflow::provinceOf(u"-7.5898 33.5731"_qs), QString()) << "latitude and longitude swapped";
}

TEST(Traces, ArePartedAndClosed)
{
    const QStringList corners{u"0 0"_qs, u"0 1"_qs, u"1 1"_qs};
    EXPECT_EQ(workflow::traceOf(corners, true), u"0 0;0 1;1 1;0 0"_qs);
    EXPECT_EQ(workflow::traceOf(corners, false), u"0 0;0 1;1 1"_qs);
    EXPECT_EQ(workflow::traceOf({u"0 0"_qs, u"0 1"_qs}, true), u"0 0;0 1"_qs);
    EXPECT_EQ(workflow::pointsOfTrace(u"0 0; 0 1; 1 1 ;0 0"_qs, true), corners);
    EXPECT_EQ(workflow::pointsOfTrace(u"0 0;0 1;1 1;0 0"_qs, false).size(), 4);
    EXPECT_TRUE(workflow::pointsOfTrace({}, true).isEmpty());
}

TEST(Traces, AreMeasured)
{
    EXPECT_EQ(workflow::traceSize({u"0 0"_qs, u"0 2"_qs}, false), u"223\u00a0km"_qs);
    EXPECT_EQ(workflow::traceSize({u"33.57 -7.58"_qs, u"33.571 -7.58"_qs}, false), u"111\u00a0m"_qs);
    EXPECT_EQ(workflow::traceSize({u"33.57 -7.58"_qs, u"33.571 -7.58"_qs, u"33.571 -7.581"_qs}, true),
              u"5\u202f162\u00a0m²"_qs);
    EXPECT_EQ(workflow::traceSize({u"0 0"_qs}, false), QString());
    EXPECT_EQ(workflow::traceSize({u"0 0"_qs, u"0 1"_qs}, true), QString());
}

} // namespace
