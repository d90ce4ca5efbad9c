#include "areas/cover/rules.hpp"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::cover {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

/// "2001-04-01:2006-05-08|2006-05-08:".
std::vector<Days> days_of(const std::optional<std::string>& cell) {
    std::vector<Days> out;
    if (!cell || cell->empty()) return out;
    for (const auto& each : split(*cell, '|')) {
        auto ends = split(each, ':');
        out.push_back({*parse_date(ends[0]),
                       ends[1].empty() ? std::nullopt : std::optional(*parse_date(ends[1]))});
    }
    return out;
}

struct CoverCase {
    std::string name{};
    Date from{};
    Date until{};
    std::optional<std::string> office{};
    std::optional<std::string> away{};
    std::optional<std::string> said{};
    std::string source{};
};
DESCRIBE(CoverCase, name, from, until, office, away, said, source)

TEST(Cover, IsForWhoeverIsInOfficeAndNotAwayOnEveryDay) {
    auto cases = table<CoverCase>("cover");
    EXPECT_GE(cases.size(), 8u);
    for (const auto& row : cases) {
        auto answer = cover_fits({.name = "Quentin Ash",
                                  .from = row.from,
                                  .until = row.until,
                                  .office = days_of(row.office),
                                  .away = days_of(row.away)});
        ASSERT_EQ(answer.has_value(), row.said.value_or("").empty()) << row.name;
        if (answer) continue;
        EXPECT_EQ(answer.error().fields.front().field, "to") << row.name;
        EXPECT_EQ(answer.error().fields.front().words, "Quentin Ash " + *row.said) << row.name;
    }
}

struct AbsenceCase {
    std::string name{};
    Date from{};
    Date until{};
    std::optional<std::string> office{};
    std::optional<std::string> others{};
    std::optional<std::string> field{};
    std::string source{};
};
DESCRIBE(AbsenceCase, name, from, until, office, others, field, source)

TEST(Absences, TakeDaysInOfficeAndOverlapNoOther) {
    auto cases = table<AbsenceCase>("absence");
    EXPECT_GE(cases.size(), 9u);
    for (const auto& row : cases) {
        auto answer = absence_fits({.from_day = row.from,
                                    .until_day = row.until,
                                    .office = days_of(row.office),
                                    .others = days_of(row.others)});
        EXPECT_EQ(answer ? "" : answer.error().fields.front().field, row.field.value_or(""))
            << row.name;
    }
}

struct ChangeCase {
    std::string name{};
    Date today{};
    Date from{};
    Date until{};
    Date wanted{};
    std::optional<std::string> code{};
    std::string source{};
};
DESCRIBE(ChangeCase, name, today, from, until, wanted, code, source)

TEST(Absences, EndEarlierOrLaterAndAreTakenBackBeforeTheyBegin) {
    auto cases = table<ChangeCase>("change");
    EXPECT_GE(cases.size(), 8u);
    for (const auto& row : cases) {
        auto answer = change_fits({.today = row.today,
                                   .from_day = row.from,
                                   .until_day = row.until,
                                   .wanted = row.wanted});
        EXPECT_EQ(answer ? "" : answer.error().fields.front().code, row.code.value_or(""))
            << row.name;
    }
}

}  // namespace
}  // namespace noms::cover
