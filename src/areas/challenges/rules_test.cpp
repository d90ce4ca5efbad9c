#include "areas/challenges/rules.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::challenges {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

struct DeadlineCase {
    std::string name{};
    Date received_on{};
    Date due_on{};
    std::string source{};
};
DESCRIBE(DeadlineCase, name, received_on, due_on, source)

TEST(ChallengeDeadline, IsCountedAsTheTableOfCasesSays) {
    auto cases = table<DeadlineCase>("deadline");
    EXPECT_EQ(cases.size(), 3u);
    for (const auto& row : cases) {
        auto ruling = deadline({row.received_on});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(to_text(ruling->due_on), to_text(row.due_on)) << row.name;
    }
    EXPECT_FALSE(deadline({*parse_date("2040-04-02")}));
}

struct AnswererCase {
    std::string name{};
    std::optional<std::string> entered_by{};
    std::optional<std::string> officers{};
    std::optional<std::string> asked{};
    std::string source{};
};
DESCRIBE(AnswererCase, name, entered_by, officers, asked, source)

AnswererFacts facts_of(const AnswererCase& row) {
    AnswererFacts facts{.entered_by = row.entered_by.value_or("")};
    if (!row.officers) return facts;
    for (const auto& each : split(*row.officers, '|')) {
        auto parts = split(each, ':');
        facts.officers.push_back({.name = parts[0],
                                  .grade = *describe::choice_of<management::Grade>(parts[1]),
                                  .in_unit = !parts[2].empty(),
                                  .manages = !parts[3].empty()});
    }
    return facts;
}

TEST(ChallengeAnswerer, IsWhomTheTableOfCasesSays) {
    auto cases = table<AnswererCase>("answerer");
    EXPECT_EQ(cases.size(), 8u);
    for (const auto& row : cases) {
        auto ruling = answerer(facts_of(row));
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->asked, row.asked.value_or("")) << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

}  // namespace
}  // namespace noms::challenges
