#include "base/uuid.h"

#include <gtest/gtest.h>
#include <set>

TEST(Uuid, isVersionSevenAndSortsByTime)
{
    base::FixedClock clock(QDateTime(QDate(2015, 1, 6), QTime(9, 0), Qt::UTC));
    QString previous;
    std::set<QString> seen;
    for (int i = 0; i < 5000; ++i) {
        const QString id = base::newUuid(clock);
        ASSERT_TRUE(base::isUuid(id));
        ASSERT_EQ(id[14], u'7');
        ASSERT_LT(previous, id);
        ASSERT_TRUE(seen.insert(id).second);
        previous = id;
    }
}

TEST(Uuid, refusesOtherTexts)
{
    EXPECT_FALSE(base::isUuid(QStringLiteral("A1.1")));
    EXPECT_FALSE(base::isUuid(QStringLiteral("{018f2c3e-aaaa-7bbb-8ccc-0123456789ab}")));
}
