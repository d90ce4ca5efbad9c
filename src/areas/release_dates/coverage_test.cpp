/// From which month to which the law is known: by table, and by what courts passed. The months to
/// be answered are those of the reference tables and of the rule book, not of the law files.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_booking.hpp"
#include "areas/release_dates/testing.hpp"
#include "kit/base/text.hpp"
#include "kit/describe/rows.hpp"

namespace noms::release_dates {
namespace {

using testing::date;

/// The month of the last change in the rule book (2.1), and the first of any release law held.
const Date last_month = date("2027-06-01");
const Date first_month = date("1992-10-01");

std::string month(Date day) {
    return to_text(day).substr(0, 7);
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// -- tables ---------------------------------------------------------------------------------------

/// A row of vectors/law_coverage.csv; `from` empty: a table that is not the law's.
struct Expected {
    std::string table{};
    std::optional<Date> from{};
    std::string source{};
};
DESCRIBE(Expected, table, from, source)

std::vector<Expected> expected() {
    return rows::read<Expected>(content_of(VECTORS "/law_coverage.csv"));
}

law::Table table_named(const std::string& name) {
    for (const auto& [full, toml] : law_text::all_texts)
        if (full == "release_dates/" + name) return law::table_of({full, toml});
    ADD_FAILURE() << "no table " << name;
    return {};
}

/// How many periods of the table hold on a day.
long answers(const law::Table& table, Date day) {
    const auto& periods = table.entries;
    long found = 0;
    for (size_t i = 0; i < periods.size(); ++i)
        if (periods[i].from <= day && (i + 1 == periods.size() || day < periods[i + 1].from))
            ++found;
    return found;
}

TEST(LawTables, AreAllExpectedByTheRuleBookOrTheDisposals) {
    std::vector<std::string> known;
    for (const auto& each : expected()) known.push_back("release_dates/" + each.table);
    for (const auto& [name, toml] : law_text::all_texts)
        EXPECT_NE(std::ranges::find(known, name), known.end()) << name;
}

TEST(LawTables, AnswerOnceInEveryMonthFromTheDayThatTheDocumentsGive) {
    for (const auto& each : expected()) {
        if (!each.from) continue;
        const auto table = table_named(each.table);
        for (Date day = *each.from; day <= last_month; day = noms::plus_months(day, 1))
            ASSERT_EQ(answers(table, day), 1) << each.table << " " << to_text(day);
        ASSERT_EQ(answers(table, last_month), 1) << each.table;
        fmt::print("   {:<34} {} to {}  {}\n",
                   each.table,
                   month(table.entries.front().from),
                   month(last_month),
                   each.source);
    }
}

TEST(LawTables, OfTheProfileOfTheVectorsNeverBite) {
    for (const auto& each : expected())
        if (!each.from) {
            EXPECT_EQ(answers(table_named(each.table), last_month), 0) << each.table;
        }
}

// -- disposals ------------------------------------------------------------------------------------

/// What a court passed on that day, for an offence that the disposal is for.
SentenceFact passed(const sentences::Disposal& disposal,
                    Date imposed_on,
                    const sentences::Length& length) {
    auto fact = testing::sentence(disposal.code, to_text(imposed_on), length);
    if (disposal.offences_before && *disposal.offences_before <= *fact.committed_on)
        fact.committed_on = noms::plus_days(*disposal.offences_before, -1);
    if (disposal.offences_from && *fact.committed_on < *disposal.offences_from)
        fact.committed_on = *disposal.offences_from;
    if (imposed_on < *fact.committed_on) fact.committed_on = imposed_on;
    fact.amount_pence = 100'000;
    if (disposal.part == sentences::Part::Stated)
        fact.custodial = {.months = (12 * length.years + length.months) * 2 / 3};
    return fact;
}

/// Lengths that the table allows, from short to long.
std::vector<sentences::Length> lengths_of(const sentences::Disposal& disposal) {
    std::vector<sentences::Length> out;
    for (int months : {1, 4, 6, 10, 12, 18, 24, 36, 47, 48, 60, 120}) {
        const auto only = split(disposal.only.value_or(""), '|');
        bool listed =
            !disposal.only || std::ranges::find(only, std::to_string(months)) != only.end();
        auto in_months = [&](std::optional<int> count, std::optional<sentences::Unit> unit) {
            return unit == sentences::Unit::Months ? count : std::nullopt;
        };
        auto least = in_months(disposal.minimum, disposal.minimum_unit);
        auto most = in_months(disposal.maximum, disposal.maximum_unit);
        auto below = in_months(disposal.below, disposal.below_unit);
        if (listed && months >= least.value_or(0) && months <= most.value_or(months) &&
            months < below.value_or(months + 1))
            out.push_back({.years = months / 12, .months = months % 12});
    }
    return out;
}

CalculationFacts of_one(const SentenceFact& sentence, int age) {
    return {.born = noms::plus_months(sentence.imposed_on, -12 * age), .sentences = {sentence}};
}

/// Parole, release, the end of the licence and the end of the sentence come in that order.
void expect_in_order(const WorkedOut& out) {
    auto last = date("1900-01-01");
    for (std::string_view type : {"PED", "CRD", "ARD", "MTD", "LED", "SLED", "SED"}) {
        auto found = std::ranges::find(out.dates, type, &WorkedDate::type);
        if (found == out.dates.end()) continue;
        EXPECT_LE(last, found->on_day) << type;
        last = found->on_day;
    }
}

constexpr std::string_view marks[] = {
    "SCHEDULE_OF_2008_NOT_RECORDED", "TWO_THIRDS_NOT_RECORDED", "EXCLUSION_NOT_RECORDED"};

void expect_one_release(const WorkedOut& out) {
    auto releases = std::ranges::count_if(out.dates, [](const WorkedDate& each) {
        return date_kind(each.type).releases == Releases::Yes;
    });
    ASSERT_EQ(releases, 1);
    expect_in_order(out);
}

/// Where nobody has looked the offence up, every answer of whoever does gives a day of release.
void expect_answers_with_marks(CalculationFacts facts) {
    for (std::string code :
         {"", "SCHEDULE_15", "TWO_THIRDS_7_YEARS", "TWO_THIRDS_4_YEARS", "SEXUAL", "MURDER_T3"}) {
        SCOPED_TRACE(code);
        facts.sentences[0].marks = sentences::Marks{.looked_up_on = last_month};
        if (!code.empty()) facts.sentences[0].marks->codes = {code};
        const auto out = work_out(facts, service_profile, Reasons::Left);
        ASSERT_TRUE(out.calculable);
        expect_one_release(out);
    }
}

/// Answered, with one day of release: by the record, or by the law once the mark is known.
struct Coverage {
    std::map<std::string, Date> first{};
    std::map<std::string, Date> last{};
    int with_marks = 0;
};

void ask(const CalculationFacts& facts, Coverage& covered) {
    const auto& sentence = facts.sentences[0];
    const auto out = work_out(facts, service_profile, Reasons::Left);
    SCOPED_TRACE(sentence.disposal + " of " + sentences::in_words(sentence.length) + " in " +
                 month(sentence.imposed_on));
    if (out.calculable) {
        expect_one_release(out);
    } else {
        const auto mark = out.doubts.empty() ? std::string() : out.doubts[0].code;
        const bool for_a_mark =
            !out.refusals.empty() || std::ranges::find(marks, mark) != std::end(marks);
        ASSERT_TRUE(for_a_mark) << out.doubts.at(0).words;
        expect_answers_with_marks(facts);
        ++covered.with_marks;
    }
    covered.first.try_emplace(sentence.disposal, sentence.imposed_on);
    covered.last[sentence.disposal] = sentence.imposed_on;
}

/// The first of every month in which courts could pass it.
std::vector<Date> months_of(const sentences::Disposal& disposal) {
    std::vector<Date> out;
    for (Date day = std::max(disposal.commenced.value_or(first_month), first_month);
         day <= last_month;
         day = noms::plus_months(day, 1))
        if (!disposal.ceased || day < *disposal.ceased) out.push_back(day);
    return out;
}

/// The rule book, 2.1: from 3 December 2012 no sentence is of the Act of 1991.
bool ended_with_the_1991_act(const sentences::Disposal& disposal, Date day) {
    return disposal.code == "EXT85" && date("2012-12-03") <= day;
}

TEST(Disposals, WithADayOfReleaseAreAnsweredInEveryMonthOfTheirLaw) {
    for (const auto& disposal : sentences::disposals()) {
        const auto* kind = sentence_kind(disposal.code);
        if (!kind || !kind->kind) continue;
        Coverage covered;
        int asked = 0;
        for (Date day : months_of(disposal)) {
            if (ended_with_the_1991_act(disposal, day)) continue;
            for (const auto& length : lengths_of(disposal)) {
                auto sentence = passed(disposal, day, length);
                ask(of_one(sentence, disposal.age_from.value_or(18) + 1), covered);
                if (HasFatalFailure()) return;
                ++asked;
            }
        }
        ASSERT_GT(asked, 0) << disposal.code;
        fmt::print("   {:<12} {} to {}  {} sentences answered, {} of them once a mark is known\n",
                   disposal.code,
                   month(covered.first.at(disposal.code)),
                   month(covered.last.at(disposal.code)),
                   asked,
                   covered.with_marks);
    }
}

TEST(Disposals, WithoutADayOfReleaseSayWhyAndUnderWhichLaw) {
    std::vector<std::string> without;
    for (const auto& disposal : sentences::disposals()) {
        const auto* kind = sentence_kind(disposal.code);
        if (!kind || kind->kind) continue;
        without.push_back(disposal.code);
        EXPECT_FALSE(kind->why_not.value_or("").empty()) << disposal.code;
        EXPECT_FALSE(kind->cite.empty()) << disposal.code;
    }
    // Without an end; never in force; and by a calendar of its own (rules_intermittent_test).
    const std::vector<std::string> known{
        "HMP_DET", "CFL", "LIFE_MAND", "LIFE_DISC", "IPP", "DPP", "CUSTPLUS", "INTCUST"};
    EXPECT_EQ(without, known);
}

// -- the reference table, where it stands beside the working copy ---------------------------------

/// A row of disposal_types.csv, by name of column; empty when the table is not here.
std::vector<form::Values> reference() {
    for (auto up : {"/..", "/../.."}) {
        const auto path =
            std::filesystem::path(SOURCE + std::string(up)) / "shared/refdata/disposal_types.csv";
        if (std::filesystem::exists(path)) return rows::values_of(content_of(path));
    }
    return {};
}

TEST(Disposals, HaveTheDaysOfTheReferenceTable) {
    const auto rows = reference();
    if (rows.empty()) GTEST_SKIP() << "no ../shared/refdata/disposal_types.csv here";
    // Schemes of release, which are no disposals; and what docs/law-questions.md says of two.
    const std::vector<std::string> schemes{"HDC_COND", "ECL"};
    const std::vector<std::string> questioned{"LIFE_MAND", "LIFE_DISC"};
    for (const auto& row : rows) {
        const std::string code(form::value_of(row, "code"));
        if (std::ranges::find(schemes, code) != schemes.end()) continue;
        const auto* ours = sentences::disposal(code);
        ASSERT_TRUE(ours) << code;
        auto commenced = parse_date(form::value_of(row, "commenced").substr(0, 10));
        if (!commenced || std::ranges::find(questioned, code) != questioned.end()) continue;
        EXPECT_LE(ours->commenced.value_or(*commenced), *commenced) << code;
        auto ceased = parse_date(form::value_of(row, "ceased").substr(0, 10));
        if (ceased && ours->ceased) {
            EXPECT_EQ(*ours->ceased, *ceased) << code;
        }
    }
}

}  // namespace
}  // namespace noms::release_dates
