#include "kit/law/law.hpp"

#include <gtest/gtest.h>

namespace noms::law {
namespace {

const std::string heading = R"(
title = "Release point"
basis = "the day of release"
extent = "England and Wales"
checked = ""
)";
const std::string half = R"(
[[in_force]]
from = 2005-04-04
value = "1/2"
cite = "Criminal Justice Act 2003, s. 244"
link = "https://www.legislation.gov.uk/ukpga/2003/44/section/244"
)";
const std::string later = R"(
[[in_force]]
from = 2024-09-10
value = "2/5"
cite = "SI 2024/844"
link = "https://www.legislation.gov.uk/uksi/2024/844"
note = "Tranches are left out."
)";

TEST(Law, GivesTheFigureInForceOnADay) {
    auto points = fractions(heading + half + later);
    EXPECT_EQ(points.on(*parse_date("2024-09-09"))->value.over, 1);
    EXPECT_EQ(points.on(*parse_date("2024-09-10"))->value.under, 5);
    EXPECT_EQ(points.on(*parse_date("2024-09-10"))->source.cite, "SI 2024/844");
}

TEST(Law, IsRefusedForADayBeforeTheTableBegins) {
    auto answer = fractions(heading + half).on(*parse_date("2005-04-03"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().message, "Release point: no law recorded for 2005-04-03");
}

TEST(Law, CountsAPartDayAsADay) {
    EXPECT_EQ((Fraction{1, 2}.of(3)), 2);
    EXPECT_EQ((Fraction{2, 5}.of(200)), 80);
}

TEST(Law, IsShownAsATableWithItsNotes) {
    auto table = table_of({"release_dates/release_point", heading + half + later});
    EXPECT_EQ(table.name, "release_dates/release_point");
    EXPECT_EQ(table.basis, "the day of release");
    ASSERT_EQ(table.entries.size(), 2U);
    EXPECT_EQ(table.entries[1].value, "2/5");
    EXPECT_EQ(table.entries[1].note, "Tranches are left out.");
}

TEST(Law, ShowsAnyKindOfValueAsText) {
    auto with = [](std::string value) {
        auto period = half;
        period.replace(period.find("\"1/2\""), 5, value);
        auto text = heading + period;
        return table_of({"x", text}).entries.at(0).value;
    };
    EXPECT_EQ(with("28"), "28");
    EXPECT_EQ(with("[ 1, 2 ]"), "[ 1, 2 ]");
}

/// What a malformed file is refused with.
std::string complaint(const std::string& toml) {
    try {
        table_of({"x", toml});
        fractions(toml);
    } catch (const Malformed& wrong) {
        return wrong.what();
    }
    return "";
}

TEST(Law, IsRefusedWhenAFileIsNotAsItMustBe) {
    EXPECT_EQ(complaint(half), "x: \"title\" is missing");
    EXPECT_EQ(complaint(heading), "x: no [[in_force]]");
    EXPECT_EQ(complaint(heading + later + half), "x: 2005-04-04 does not come after 2024-09-10");
    EXPECT_EQ(complaint(heading + "[[in_force]]\nfrom = 2005-04-04\nvalue = 1\nlink = \"x\"\n"),
              "x: \"cite\" is missing");
    EXPECT_EQ(complaint(heading + "[[in_force]]\nfrom = \"soon\"\nvalue = 1\n"),
              "x: a period has no date \"from\"");
    EXPECT_NE(complaint("title = ").find("x: line 1:"), std::string::npos);
}

TEST(Law, IsRefusedWhenAFractionIsNone) {
    auto zero = half;
    zero.replace(zero.find("1/2"), 3, "1/0");
    EXPECT_THROW(fractions(heading + zero), Malformed);
    EXPECT_THROW(whole_numbers(heading + half), Malformed);
}

TEST(Law, IsKeptByNameOnce) {
    auto text = heading + half;
    register_text({"b/law_test", text});
    register_text({"a/law_test", text});
    register_text({"b/law_test", text});
    std::vector<std::string> names;
    for (const auto& table : all_tables())
        if (table.name.ends_with("/law_test")) names.push_back(table.name);
    EXPECT_EQ(names, (std::vector<std::string>{"a/law_test", "b/law_test"}));
}

}  // namespace
}  // namespace noms::law
