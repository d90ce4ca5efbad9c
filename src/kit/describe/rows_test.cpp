#include "kit/describe/rows.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace noms::rows {
namespace {

struct Town {
    std::string name{};
    std::optional<int> people{};
};
DESCRIBE(Town, name, people)

TEST(Rows, AreReadByTheirHeading) {
    auto towns = read<Town>("people,name\n12,\"Bury, Lancs\"\n,York\n");
    ASSERT_EQ(towns.size(), 2U);
    EXPECT_EQ(towns[0].name, "Bury, Lancs");
    EXPECT_EQ(towns[0].people, 12);
    EXPECT_EQ(towns[1].people, std::nullopt);
}

TEST(Rows, AreRefusedWhenOneDoesNotFit) {
    EXPECT_THROW(read<Town>("people,name\nmany,York\n"), std::logic_error);
    EXPECT_THROW(read<Town>("people,name\n1\n"), std::logic_error);
    EXPECT_TRUE(read<Town>("people,name\n").empty());
}

}  // namespace
}  // namespace noms::rows
