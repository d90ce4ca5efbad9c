#include <gtest/gtest.h>

#include "kit/base/id.hpp"
#include "kit/base/testing.hpp"
#include "kit/base/text.hpp"

namespace noms {
namespace {

TEST(Date, IsOnlyARealDay) {
    EXPECT_EQ(to_text(day("2008-02-29")), "2008-02-29");
    for (const char* bad : {"2007-02-29",
                            "2007-13-01",
                            "2007-00-10",
                            "20070101",
                            "2007-1-01",
                            "0999-01-01",
                            "",
                            "2007-01-0x",
                            "2007-01--1"})
        EXPECT_FALSE(parse_date(bad)) << bad;
}

TEST(Date, IsSaidInWords) {
    EXPECT_EQ(in_words(day("2006-04-03")), "3 April 2006");
    EXPECT_EQ(in_short(day("2006-04-03")), "Mon 3 Apr 2006");
}

TEST(Date, MovesByDaysAndByMonths) {
    EXPECT_EQ(to_text(plus_days(day("2007-12-31"), 1)), "2008-01-01");
    EXPECT_EQ(to_text(plus_months(day("2007-01-31"), 1)), "2007-02-28");
    EXPECT_EQ(days_between(day("2007-01-01"), day("2008-01-01")), 365);
}

TEST(Date, GivesAnAgeThatChangesOnTheBirthday) {
    EXPECT_EQ(age_on(day("1982-03-09"), day("2007-03-08")), 24);
    EXPECT_EQ(age_on(day("1982-03-09"), day("2007-03-09")), 25);
}

TEST(Instant, ComesBackAsItWasWritten) {
    std::string text = "2006-04-03T09:05:07.000123Z";
    EXPECT_EQ(to_text(parse_instant(text).value()), text);
    for (const char* bad :
         {"2006-04-03T24:00:00.000000Z", "2006-04-03 09:05:07.000123Z", "2006-04-03T09:05:07Z"})
        EXPECT_FALSE(parse_instant(bad)) << bad;
}

TEST(Span, CountsItsFirstDayAndNotItsLast) {
    Span span{day("2006-04-01"), day("2006-04-03")};
    EXPECT_FALSE(span.covers(day("2006-03-31")));
    EXPECT_TRUE(span.covers(day("2006-04-01")));
    EXPECT_FALSE(span.covers(day("2006-04-03")));
}

TEST(Id, RisesAndComesBackFromItsText) {
    auto first = new_id<int>();
    auto second = new_id<int>();
    EXPECT_LT(first, second);
    EXPECT_LT(to_text(first), to_text(second));
    EXPECT_EQ(parse_id_text(to_text(second)), second.number);
    EXPECT_EQ(parse_id_text(upper(to_text(second))), second.number);
    for (const char* bad : {"", "0000000000000", "zzzzzzzzzzzzz", "00000000000u1", "1"})
        EXPECT_FALSE(parse_id_text(bad)) << bad;
}

TEST(Text, FoldsAccentsMarksAndHyphens) {
    EXPECT_EQ(folded("O'Neíll-Smith"), "oneill smith");
    EXPECT_EQ(folded("  JOSÉ   María "), "jose maria");
    EXPECT_EQ(folded("Łukasz Żółć"), "lukasz zolc");
    EXPECT_EQ(folded("D’Arcy"), "darcy");
    EXPECT_EQ(folded("e\xCC\x81"), "e");
}

TEST(Text, KnowsWhatIsUtf8) {
    EXPECT_TRUE(is_utf8("Zoë"));
    for (const char* bad : {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80"}) EXPECT_FALSE(is_utf8(bad));
}

TEST(Text, IsSafeInASpreadsheet) {
    EXPECT_EQ(csv_cell("=1+1"), "'=1+1");
    EXPECT_EQ(csv_cell("@cmd,x"), "\"'@cmd,x\"");
    EXPECT_EQ(csv_cell("say \"so\""), "\"say \"\"so\"\"\"");
    EXPECT_EQ(csv_cell("plain"), "plain");
}

TEST(Text, SplitsAndLabels) {
    EXPECT_EQ(split("a||b", '|'), (std::vector<std::string>{"a", "", "b"}));
    EXPECT_TRUE(split("", '|').empty());
    EXPECT_EQ(label_of("birth_date"), "Birth date");
    EXPECT_EQ(label_of("NotKnown"), "Not known");
    EXPECT_EQ(label_of("PNC"), "PNC");
    EXPECT_EQ(label_of("prison number"), "Prison number");
}

}  // namespace
}  // namespace noms
