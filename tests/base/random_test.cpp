#include "base/random.h"

#include <array>
#include <gtest/gtest.h>

// Reference outputs of SplitMix64 for seed 1234567, from the authors' published test program.
TEST(Random, reproducesThePublishedSequence)
{
    base::Random random(1234567);
    EXPECT_EQ(random.next(), 6457827717110365317ULL);
    EXPECT_EQ(random.next(), 3203168211198807973ULL);
    EXPECT_EQ(random.next(), 9817491932198370423ULL);
}

TEST(Random, isUniformWithinABound)
{
    base::Random random(7);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60000; ++i)
        ++counts[random.below(6)];
    for (const int count : counts)
        EXPECT_NEAR(count, 10000, 500); // about five standard errors
}

TEST(Random, forksDoNotDependOnOrder)
{
    const base::Random random(42);
    base::Random first = random.fork(3);
    random.fork(9);
    base::Random again = random.fork(3);
    EXPECT_EQ(first.next(), again.next());
}
