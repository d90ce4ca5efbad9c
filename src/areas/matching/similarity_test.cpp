#include "areas/matching/similarity.hpp"

#include <gtest/gtest.h>

namespace noms::matching {
namespace {

// The examples of Winkler's own paper (1990).
TEST(JaroWinkler, GivesThePublishedExamples) {
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.961, 0.001);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.813, 0.001);
    EXPECT_NEAR(jaro_winkler("dwayne", "duane"), 0.840, 0.001);
    EXPECT_EQ(jaro_winkler("abc", "xyz"), 0);
    EXPECT_EQ(jaro_winkler("smith", "smith"), 1);
    EXPECT_EQ(jaro_winkler("", "smith"), 0);
}

TEST(OneEdit, IsALetterChangedAddedLeftOutOrExchanged) {
    EXPECT_TRUE(one_edit_apart("smith", "smyth"));
    EXPECT_TRUE(one_edit_apart("smith", "smiths"));
    EXPECT_TRUE(one_edit_apart("smith", "smih"));
    EXPECT_TRUE(one_edit_apart("smith", "simth"));
    EXPECT_TRUE(one_edit_apart("smith", "smith"));
    EXPECT_FALSE(one_edit_apart("smith", "simht"));
    EXPECT_FALSE(one_edit_apart("smith", "smythe"));
    EXPECT_FALSE(one_edit_apart("smith", "mith s"));
}

TEST(SameLetters, MayMissOne) {
    EXPECT_TRUE(same_letters("connolly", "ynnollco"));
    EXPECT_TRUE(same_letters("bolton", "tolon"));
    EXPECT_FALSE(same_letters("bolton", "boston"));
    EXPECT_FALSE(same_letters("bolton", "talon"));
}

}  // namespace
}  // namespace noms::matching
