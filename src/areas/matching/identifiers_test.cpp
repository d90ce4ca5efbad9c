#include "areas/matching/identifiers.hpp"

#include <gtest/gtest.h>

namespace noms::matching {
namespace {

TEST(CheckLetter, IsThatOfTheNumberModulo23) {
    EXPECT_EQ(check_letter(0), 'Z');
    EXPECT_EQ(check_letter(22), 'Y');
    EXPECT_EQ(check_letter(23), 'Z');
    EXPECT_FALSE(is_check_letter('I'));
}

TEST(Century, IsThatOfTheDayUpToItsYear) {
    EXPECT_EQ(century_of(6, parse_date("2006-04-03")), 2006);
    EXPECT_EQ(century_of(7, parse_date("2006-04-03")), 1907);
    EXPECT_EQ(century_of(38, std::nullopt), 2038);
    EXPECT_EQ(century_of(39, std::nullopt), 1939);
}

TEST(Pnc, IsOneNumberInEveryFormItIsWrittenIn) {
    auto letter = std::string(1, check_letter(18'0056339));
    auto number = pnc_of("2018/0056339" + letter);
    EXPECT_EQ(number.digits, 18'0056339U);
    EXPECT_TRUE(number.verified);
    EXPECT_EQ(pnc_of("18/56339" + letter), number);
    EXPECT_EQ(pnc_of("20180056339" + letter), number);
    EXPECT_EQ(pnc_of("1856339" + letter), number);
}

TEST(Pnc, IsKeptUnverifiedWhenItsLetterIsWrong) {
    auto number = pnc_of("2018/0056339" + std::string(1, check_letter(18'0056338)));
    EXPECT_EQ(number.digits, 18'0056339U);
    EXPECT_FALSE(number.verified);
}

TEST(Pnc, IsNoneWhenItHasNotTheForm) {
    for (auto text : {"", "A", "2018/", "2018/0056339", "2018/00563391B", "abcd/0056339L"})
        EXPECT_EQ(pnc_of(text).digits, 0U) << text;
}

TEST(Cro, IsOneNumberInBothForms) {
    auto number = cro_of("671113/06" + std::string(1, check_letter(6'671113)));
    EXPECT_EQ(number.digits, 6'671113U);
    EXPECT_TRUE(number.verified);
    EXPECT_EQ(cro_of("SF06/671113" + std::string(1, check_letter(6'671113))), number);
    EXPECT_EQ(cro_of("000000/00Z").digits, 0U);
}

TEST(Cro, SharesTheCoreOfThePncItWasMadeFrom) {
    auto pnc = CheckedNumber{99'0671113, true};
    EXPECT_TRUE(share_a_core(pnc, {99'671113, true}));
    EXPECT_TRUE(share_a_core(pnc, {671113, true})) << "of the next year, 2000";
    EXPECT_FALSE(share_a_core(pnc, {98'671113, true}));
    EXPECT_FALSE(share_a_core(pnc, {99'671114, true}));
}

TEST(Slip, IsOneDigitOrTwoNeighboursExchanged) {
    EXPECT_TRUE(one_slip_apart(19800209, 19800209));
    EXPECT_TRUE(one_slip_apart(19800209, 19800219));
    EXPECT_TRUE(one_slip_apart(19800209, 19800290));
    EXPECT_FALSE(one_slip_apart(19800209, 19810219));
    EXPECT_FALSE(one_slip_apart(12, 34));
}

TEST(Packed, HoldsLettersAndDigitsOnly) {
    EXPECT_EQ(packed("B13 6WP"), packed("b136wp"));
    EXPECT_NE(packed("B13 6WP"), packed("B13 6WQ"));
    EXPECT_EQ(unpacked(packed("B13 6WP")).text(), "B136WP");
    EXPECT_EQ(packed(" - "), 0U);
    EXPECT_TRUE(unpacked(packed("ABCDEFGHIJKL")).text().empty());
}

}  // namespace
}  // namespace noms::matching
