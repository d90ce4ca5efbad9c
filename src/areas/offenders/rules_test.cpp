#include "areas/offenders/rules.hpp"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "kit/base/csv.hpp"

namespace noms::offenders {
namespace {

struct Vector {
    std::string name{}, kind{}, value{}, canonical{}, state{}, fault{}, letter{}, source{};
};

std::vector<Vector> vectors() {
    std::ifstream file(VECTORS "/identifiers.csv");
    csv::Reader reader(file);
    std::vector<Vector> out;
    reader.next();
    while (auto row = reader.next()) {
        const auto& c = row->cells;
        if (c.size() == 8) out.push_back({c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]});
    }
    return out;
}

class Identifier : public ::testing::TestWithParam<Vector> {};

TEST_P(Identifier, IsAsPublished) {
    const auto& given = GetParam();
    auto kind = describe::choice_of<IdentifierKind>(given.kind);
    ASSERT_TRUE(kind) << given.kind;
    auto ruling = identifier({.kind = *kind, .value = given.value}).value();
    EXPECT_EQ(ruling.canonical.value_or(""), given.canonical) << given.name << ", " << given.source;
    EXPECT_EQ(describe::choice_text(ruling.state), given.state) << given.name;
    EXPECT_EQ(describe::choice_text(ruling.fault), given.fault) << given.name;
    if (!given.letter.empty()) {
        EXPECT_EQ(ruling.expected_letter, given.letter) << given.name;
    }
    EXPECT_FALSE(ruling.because.empty());
}

INSTANTIATE_TEST_SUITE_P(Vectors, Identifier, ::testing::ValuesIn(vectors()), [](const auto& info) {
    return "Row" + std::to_string(info.index + 2);
});

TEST(IdentifierVectors, AreAllThere) {
    EXPECT_GE(vectors().size(), 50U);
}

TEST(MiskeyedIdentifier, SaysWhichLetterWasRight) {
    auto ruling = identifier({.kind = IdentifierKind::Cro, .value = "85227/65G"}).value();
    EXPECT_EQ(
        ruling.because.front().text,
        "The letter should be L for that year and number, not G; a digit or the letter may be "
        "wrong.");
    EXPECT_EQ(ruling.search_key, "085227/65G");
}

TEST(NearMisses, HoldTheIdentifierBeforeADigitWasMistyped) {
    auto offered = near_misses({.kind = IdentifierKind::Pnc, .value = "2000/0418216W"});
    EXPECT_NE(std::ranges::find(offered, "2000/0418206W"), offered.end());
    for (const auto& pnc : offered)
        EXPECT_EQ(identifier({.kind = IdentifierKind::Pnc, .value = pnc}).value().state,
                  IdentifierState::Verified);
}

TEST(NearMisses, HoldTheIdentifierBeforeTwoDigitsWereSwapped) {
    auto offered = near_misses({.kind = IdentifierKind::Pnc, .value = "1979/0163010B"});
    EXPECT_NE(std::ranges::find(offered, "1979/0163001B"), offered.end());
}

TEST(NearMisses, AreNotOfferedForAGoodIdentifier) {
    EXPECT_TRUE(near_misses({.kind = IdentifierKind::Pnc, .value = "1979/0163001B"}).empty());
    EXPECT_TRUE(near_misses({.kind = IdentifierKind::Crn, .value = "X320741"}).empty());
    EXPECT_TRUE(near_misses({.kind = IdentifierKind::Pnc, .value = "Odell"}).empty());
}

TEST(KindsWithForm, AreReadFromTheText) {
    using Kinds = std::vector<IdentifierKind>;
    EXPECT_EQ(kinds_with_form_of("a1234bc"), Kinds{IdentifierKind::PrisonNumber});
    EXPECT_EQ(kinds_with_form_of("X320741"), Kinds{IdentifierKind::Crn});
    EXPECT_EQ(kinds_with_form_of("65656/91H"), Kinds{IdentifierKind::Cro});
    EXPECT_EQ(kinds_with_form_of("2002/73319Z"), Kinds{IdentifierKind::Pnc});
    EXPECT_TRUE(kinds_with_form_of("Odell").empty());
}

}  // namespace
}  // namespace noms::offenders
