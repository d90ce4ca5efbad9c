#include "areas/offenders/names.hpp"

#include <gtest/gtest.h>

namespace noms::offenders {
namespace {

using Words = std::vector<std::string>;

TEST(NameWords, AreFoldedSoThatAccentsAndApostrophesDoNotMatter) {
    EXPECT_EQ(name_words("José"), Words{"jose"});
    EXPECT_EQ(name_words("O'Neill"), Words{"oneill"});
    EXPECT_EQ(name_words("O’NEILL"), Words{"oneill"});
}

TEST(NameWords, OfAPrefixWrittenApartAreTheWholeSurname) {
    EXPECT_EQ(name_words("O Neill"), Words{"oneill"});
    EXPECT_EQ(name_words("Mc Donald"), Words{"mcdonald"});
    EXPECT_EQ(name_words("Mac"), Words{"mac"});
}

TEST(NameWords, OfADoubleBarrelledNameAreBoth) {
    EXPECT_EQ(name_words("Smith-Jones"), (Words{"smith", "jones"}));
    EXPECT_EQ(name_words("Smith-Smith"), Words{"smith"});
    EXPECT_TRUE(name_words(" - ").empty());
}

TEST(SortKey, PutsTheSurnameFirst) {
    EXPECT_EQ(sort_key_of("O'Neill", "Seán", "Patrick"), "oneill, sean patrick");
    EXPECT_EQ(sort_key_of("Odell", "", ""), "odell,");
}

TEST(NameCase, IsMadeOnlyOfNamesInCapitals) {
    EXPECT_EQ(in_name_case("O'NEILL-SMITH"), "O'Neill-Smith");
    EXPECT_EQ(in_name_case("McDonald"), "McDonald");
    EXPECT_EQ(in_name_case("J"), "J");
}

TEST(FullName, SaysWhenThereIsNone) {
    EXPECT_EQ(full_name("Marcus", "James", "Odell"), "Marcus James Odell");
    EXPECT_EQ(list_name("Marcus", "", "Odell"), "Odell, Marcus");
    EXPECT_EQ(list_name("", "", "Odell"), "Odell");
    EXPECT_EQ(full_name("", "", ""), "Name not known");
}

TEST(TypedDate, IsReadAsPeopleTypeIt) {
    auto ninth = parse_date("1982-03-09");
    EXPECT_EQ(typed_date("1982-03-09"), ninth);
    EXPECT_EQ(typed_date("9/3/1982"), ninth);
    EXPECT_EQ(typed_date("09.03.82"), ninth);
    EXPECT_EQ(typed_date("9-3-1982"), ninth);
    EXPECT_FALSE(typed_date("31/2/1982"));
    EXPECT_FALSE(typed_date("odell"));
    EXPECT_FALSE(typed_date("1/1/99999"));
}

TEST(EndOfPrefix, LiesAfterEveryTextThatBeginsSo) {
    EXPECT_LT(std::string("smithson"), end_of_prefix("smith"));
    EXPECT_LT(end_of_prefix("smith"), std::string("smiti"));
}

}  // namespace
}  // namespace noms::offenders
