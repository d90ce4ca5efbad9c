#include "areas/offenders/rules_values.hpp"

#include <algorithm>

#include <gtest/gtest.h>

namespace noms::offenders {
namespace {

SourcedValue said(std::string value, const char* on, bool verified, std::int64_t digest = 0) {
    return {
        .value = std::move(value), .on = *parse_date(on), .verified = verified, .digest = digest};
}

std::string shown(const std::vector<SourcedValue>& values, std::string_view field) {
    auto at = shown_of(values, rule_of(field));
    return at ? values[*at].value : "none";
}

TEST(ShownValue, IsTheMostRecentOfThoseVerified) {
    EXPECT_EQ(shown({said("old, verified", "2004-01-01", true),
                     said("newer, verified", "2005-01-01", true),
                     said("newest", "2006-01-01", false)},
                    "birth_date"),
              "newer, verified");
}

TEST(ShownValue, IsTheMostRecentWhereNoneIsVerified) {
    EXPECT_EQ(shown({said("new", "2006-01-01", false), said("old", "2004-01-01", false)}, "name"),
              "new");
}

TEST(ShownValue, OfEthnicityIsWhatThePersonSaysWhateverIsNewer) {
    auto own = said("B1", "2003-01-01", false);
    own.declared = true;
    EXPECT_EQ(shown({own, said("W1", "2006-01-01", true)}, "ethnicity"), "B1");
    EXPECT_EQ(shown({said("B1", "2003-01-01", true), said("W1", "2006-01-01", false)}, "ethnicity"),
              "W1")
        << "a number says nothing of how somebody describes themself";
}

TEST(ShownValue, IsNeverOneThatIsNotKnown) {
    EXPECT_EQ(shown({said("", "2006-01-01", true), said("known", "2004-01-01", false)}, "sex"),
              "known");
    EXPECT_EQ(shown({said("", "2006-01-01", true)}, "sex"), "none");
    EXPECT_EQ(shown({}, "sex"), "none");
}

TEST(ShownValue, DoesNotHangOnTheOrderOfTheSources) {
    std::vector<SourcedValue> values{said("a", "2006-01-01", true, 3),
                                     said("b", "2006-01-01", true, 1),
                                     said("c", "2006-01-01", true, 2)};
    auto first = shown(values, "name");
    std::ranges::reverse(values);
    EXPECT_EQ(shown(values, "name"), first);
}

TEST(ShownValue, OfAListIsAllOfThem) {
    for (auto field : {"alias", "address", "number"})
        EXPECT_EQ(rule_of(field), ValueRule::AllOfThem) << field;
}

}  // namespace
}  // namespace noms::offenders
