#include "areas/plans/rules.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::plans {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

/// The parts of an optional cell; none where it is empty.
std::vector<std::string> parts_of(const std::optional<std::string>& cell, char separator) {
    return cell && !cell->empty() ? split(*cell, separator) : std::vector<std::string>{};
}

/// Each word stands in one of them, in their order, and there are as many of both.
void expect_each(const std::vector<std::string>& said,
                 const std::vector<std::string>& wanted,
                 const std::string& name) {
    ASSERT_EQ(said.size(), wanted.size()) << name;
    for (size_t i = 0; i < said.size(); ++i)
        EXPECT_NE(said[i].find(wanted[i]), std::string::npos) << name << ": " << said[i];
}

struct SequenceCase {
    std::string name{};
    Date day{};
    std::optional<Date> ends{};
    std::optional<std::string> completed{};
    std::string steps{};
    std::string order{};
    std::optional<std::string> problems{};
    std::string source{};
};
DESCRIBE(SequenceCase, name, day, ends, completed, steps, order, problems, source)

std::optional<int> number(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(std::stoi(text));
}

SequenceFacts facts_of(const SequenceCase& row) {
    SequenceFacts facts{
        .day = row.day, .ends = row.ends, .completed = parts_of(row.completed, ' ')};
    for (const auto& each : split(row.steps, '|')) {
        auto parts = split(each, ':');
        facts.steps.push_back({.key = parts[0],
                               .stage = *describe::choice_of<Stage>(parts[1]),
                               .by_day = *parse_date(parts[2]),
                               .intervention = parts[3],
                               .after_any_of = parts_of(parts[4], ' '),
                               .weeks = number(parts[5]),
                               .places_free = number(parts.size() > 6 ? parts[6] : "")});
    }
    return facts;
}

TEST(PlanSequence, IsAsTheTableOfCasesSays) {
    auto cases = table<SequenceCase>("sequence");
    EXPECT_EQ(cases.size(), 11u);
    for (const auto& row : cases) {
        auto ruling = sequence(facts_of(row));
        ASSERT_TRUE(ruling) << row.name;
        std::vector<std::string> order, problems;
        for (const auto& turn : ruling->turns) {
            order.push_back(turn.key);
            for (const auto& words : turn.problems) problems.push_back(turn.key + ":" + words);
        }
        EXPECT_EQ(order, split(row.order, ' ')) << row.name;
        expect_each(problems, parts_of(row.problems, '|'), row.name);
        EXPECT_EQ(ruling->problems, int(problems.size())) << row.name;
    }
}

struct BalanceCase {
    std::string name{};
    std::optional<std::string> tier{};
    std::optional<std::string> needs{};
    std::optional<std::string> parts{};
    std::optional<std::string> no_behaviour{};
    std::string counts{};
    std::optional<std::string> missing{};
    std::string source{};
};
DESCRIBE(BalanceCase, name, tier, needs, parts, no_behaviour, counts, missing, source)

BalanceFacts facts_of(const BalanceCase& row) {
    BalanceFacts facts{.tier = row.tier.value_or(""),
                       .no_behaviour = row.no_behaviour.value_or("")};
    for (const auto& each : parts_of(row.needs, ' ')) facts.needs.push_back(std::stoi(each));
    for (const auto& each : parts_of(row.parts, '|')) {
        auto cells = split(each, ':');
        facts.parts.push_back({.kind = *describe::choice_of<PartKind>(cells[0]),
                               .aim = *describe::choice_of<Aim>(cells[1]),
                               .section = number(cells.size() > 2 ? cells[2] : "")});
    }
    return facts;
}

TEST(PlanBalance, IsAsTheTableOfCasesSays) {
    auto cases = table<BalanceCase>("balance");
    EXPECT_EQ(cases.size(), 8u);
    for (const auto& row : cases) {
        auto ruling = balance(facts_of(row));
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(fmt::format(
                      "{} {} {} {}", ruling->punish, ruling->help, ruling->change, ruling->control),
                  row.counts)
            << row.name;
        expect_each(ruling->missing, parts_of(row.missing, '|'), row.name);
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

struct ChangesCase {
    std::string name{};
    std::string then{};
    std::string now{};
    std::optional<std::string> changes{};
    std::string source{};
};
DESCRIBE(ChangesCase, name, then, now, changes, source)

Snapshot snapshot_of(const std::string& cell) {
    auto parts = split(cell, ';');
    return {parts[0], parts[1], parts[2], parts[3], parts[4]};
}

TEST(PlanChanges, AreWhatTheTableOfCasesSays) {
    auto cases = table<ChangesCase>("changes");
    EXPECT_EQ(cases.size(), 9u);
    for (const auto& row : cases) {
        auto ruling = changed({.then = snapshot_of(row.then), .now = snapshot_of(row.now)});
        ASSERT_TRUE(ruling) << row.name;
        expect_each(ruling->changes, parts_of(row.changes, '|'), row.name);
    }
}

}  // namespace
}  // namespace noms::plans
