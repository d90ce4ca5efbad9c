#include "areas/handovers/rules.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::handovers {
namespace {

template <class Row>
std::vector<Row> table(const std::string& name) {
    std::ifstream file(std::string(VECTORS) + "/" + name + ".csv");
    std::stringstream text;
    text << file.rdbuf();
    return rows::read<Row>(text.str());
}

std::string codes_of(const std::vector<Item>& items) {
    std::vector<std::string> codes;
    for (const auto& each : items) codes.push_back(each.code);
    return fmt::format("{}", fmt::join(codes, "|"));
}

std::string text_of(const std::optional<Date>& day) {
    return day ? to_text(*day) : "";
}

struct ChecklistCase {
    std::string name{};
    Gate gate = Gate::Release;
    Date crosses_on{};
    std::optional<assessments::Rosh> rosh{};
    Checklist checklist = Checklist::Standard;
    std::string items{};
    Date due_on{};
    std::optional<Date> upcoming_from{};
    Date overdue_from{};
    std::string source{};
};
DESCRIBE(ChecklistCase,
         name,
         gate,
         crosses_on,
         rosh,
         checklist,
         items,
         due_on,
         upcoming_from,
         overdue_from,
         source)

TEST(HandoverChecklist, IsTheOneThatTheTableOfCasesSays) {
    auto cases = table<ChecklistCase>("checklist");
    EXPECT_EQ(cases.size(), 9u);
    for (const auto& row : cases) {
        auto ruling = checklist({row.gate, row.crosses_on, row.rosh});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->checklist, row.checklist) << row.name;
        EXPECT_EQ(codes_of(ruling->items), row.items) << row.name;
        EXPECT_EQ(to_text(ruling->due_on), to_text(row.due_on)) << row.name;
        EXPECT_EQ(text_of(ruling->upcoming_from), text_of(row.upcoming_from)) << row.name;
        EXPECT_EQ(to_text(ruling->overdue_from), to_text(row.overdue_from)) << row.name;
        EXPECT_EQ(ruling->because.size(), 4u) << row.name;
    }
}

struct OpeningCase {
    std::string name{};
    Gate gate = Gate::Release;
    Date crosses_on{};
    Date day{};
    std::optional<bool> inside{};
    std::optional<Date> released_on{};
    bool managed = false;
    std::optional<std::string> code{};  // of the refusal
    std::string source{};
};
DESCRIBE(OpeningCase, name, gate, crosses_on, day, inside, released_on, managed, code, source)

/// Nothing when it may be opened; the code of the field, or "refused".
std::string refusal_of(const Result<OpeningRuling>& ruling) {
    if (ruling) return "";
    return ruling.error().fields.empty() ? "refused" : ruling.error().fields[0].code;
}

TEST(HandoverOpening, IsForTheDaysOfTheTableOfCases) {
    auto cases = table<OpeningCase>("opening");
    EXPECT_EQ(cases.size(), 16u);
    for (const auto& row : cases) {
        auto ruling = opening({.gate = row.gate,
                               .crosses_on = row.crosses_on,
                               .day = row.day,
                               .inside = row.inside,
                               .released_on = row.released_on,
                               .managed = row.managed});
        EXPECT_EQ(refusal_of(ruling), row.code.value_or("")) << row.name;
        EXPECT_EQ(ruling ? ruling->because.size() : 1u, 1u) << row.name;
    }
}

TEST(HandoverOpening, LooksFourWeeksBackForReleasesAndEightForWhatWasClosedBefore) {
    auto day = parse_date("2006-05-29").value();
    EXPECT_EQ(to_text(looked_for_from(day)), "2006-05-01");
    EXPECT_EQ(to_text(belongs_from(day)), "2006-04-03");
}

struct PlaceCase {
    std::string name{};
    Gate gate = Gate::Release;
    Date crosses_on{};
    Date day{};
    Progress progress = Progress::NotOpened;
    Place place = Place::NotYet;
    std::string source{};
};
DESCRIBE(PlaceCase, name, gate, crosses_on, day, progress, place, source)

TEST(HandoverPlace, IsWhereTheTableOfCasesSays) {
    auto cases = table<PlaceCase>("place");
    EXPECT_EQ(cases.size(), 14u);
    for (const auto& row : cases) {
        auto ruling = place({row.gate, row.crosses_on, row.day, row.progress});
        ASSERT_TRUE(ruling) << row.name;
        EXPECT_EQ(ruling->place, row.place) << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

struct ClosingCase {
    std::string name{};
    Checklist checklist = Checklist::Standard;
    std::optional<std::string> done{};
    std::optional<std::string> reason{};
    std::optional<std::string> complete{};  // "yes" or "no"; none where it is refused
    std::optional<std::string> missing{};
    std::optional<std::string> refused{};  // "field:code"
    std::string source{};
};
DESCRIBE(ClosingCase, name, checklist, done, reason, complete, missing, refused, source)

ClosingFacts facts_of(const ClosingCase& row) {
    ClosingFacts facts{.checklist = row.checklist, .reason = row.reason.value_or("")};
    if (row.done) facts.done = split(*row.done, '|');
    return facts;
}

TEST(HandoverClosing, IsAllowedAsTheTableOfCasesSays) {
    auto cases = table<ClosingCase>("closing");
    EXPECT_EQ(cases.size(), 7u);
    for (const auto& row : cases) {
        auto ruling = closing(facts_of(row));
        ASSERT_EQ(ruling.has_value(), !row.refused) << row.name;
        if (!ruling) {
            const auto& fault = ruling.error().fields.at(0);
            EXPECT_EQ(fault.field + ":" + fault.code, *row.refused) << row.name;
            continue;
        }
        EXPECT_EQ(ruling->complete, row.complete == "yes") << row.name;
        EXPECT_EQ(codes_of(ruling->missing), row.missing.value_or("")) << row.name;
        EXPECT_FALSE(ruling->because.empty()) << row.name;
    }
}

// Not a row of the table: reading it drops the blanks.
TEST(HandoverClosing, TakesBlanksForNoReason) {
    EXPECT_FALSE(closing({.checklist = Checklist::Standard, .reason = "   "}));
}

}  // namespace
}  // namespace noms::handovers
