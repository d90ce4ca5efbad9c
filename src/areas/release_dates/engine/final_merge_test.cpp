// Steps of the merge with the dates before a tranche that no public vector guards (rule
// book, 10.1).
#include "areas/release_dates/engine/final_merge.hpp"

#include <gtest/gtest.h>

#include "areas/release_dates/engine/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;
using enum DateType;

using Known = std::vector<std::pair<DateType, std::string_view>>;

BookingDates having(const Known& days) {
    BookingDates out{.last_released_has_parole = true};
    for (const auto& [type, iso] : days) out.dates[type] = day(iso);
    return out;
}

/// Merged at the first tranche of SDS-40.
Dates merged(BookingDates now, const Known& before, const std::vector<CustodyGroup>& groups = {}) {
    const Booking facts;
    const Case about{.booking = facts, .law = *law_of(default_profile)};
    merge_sds_40(now, having(before), day("2024-09-10"), about, groups);
    return now.dates;
}

std::string on(const Dates& dates, DateType type) {
    return dates.has(type) ? to_text(Date(*dates[type])) : "";
}

// Who was due before the tranche keeps that day, and the supervision that is counted from it.
TEST(Merge, KeepsTheSupervisionOfAReleaseThatStays) {
    const Known before{{CRD, "2024-09-05"}, {TUSED, "2025-09-05"}};
    const auto dates = merged(having({{CRD, "2024-08-01"}, {TUSED, "2025-08-01"}}), before);
    EXPECT_EQ(on(dates, CRD), "2024-09-05");
    EXPECT_EQ(on(dates, TUSED), "2025-09-05");
}

std::vector<CustodyGroup> recalled_with_supervision() {
    Sentence sentence;
    sentence.recall = Recall{};
    sentence.has_standard = true;
    sentence.identified = DateTypes(SLED, CRD, TUSED);
    CustodyGroup group;
    group.sentences.push_back(sentence);
    return {group};
}

// Step 2: supervision after a recalled sentence is counted from the release that was before it.
TEST(Merge, KeepsTheSupervisionOfARecalledSentenceReleasedBeforeTheLaw) {
    const auto now = having({{CRD, "2024-10-01"}, {TUSED, "2025-10-01"}});
    const Known before{{CRD, "2024-09-05"}, {TUSED, "2025-09-05"}};
    EXPECT_EQ(on(merged(now, before), TUSED), "2025-10-01");
    EXPECT_EQ(on(merged(now, before, recalled_with_supervision()), TUSED), "2025-09-05");
    const Known later{{CRD, "2024-09-10"}, {TUSED, "2025-09-10"}};
    EXPECT_EQ(on(merged(now, later, recalled_with_supervision()), TUSED), "2025-10-01");
}

// Step 3: nobody goes out twice; the later release stands, and curfew does not come before a recall
// has ended.
TEST(Merge, LetsTheLaterOfTwoReleasesStand) {
    auto now = having({{CRD, "2025-01-10"}, {PRRD, "2025-01-05"}, {HDCED, "2024-12-01"}});
    auto dates = merged(now, {});
    EXPECT_EQ(on(dates, CRD), "2025-01-10");
    EXPECT_EQ(on(dates, PRRD), "");
    EXPECT_EQ(on(dates, HDCED), "2025-01-05");
    now.dates[PRRD] = day("2025-01-10");
    dates = merged(now, {});
    EXPECT_EQ(on(dates, PRRD), "2025-01-10");
    EXPECT_EQ(on(dates, CRD), "");
    EXPECT_EQ(on(dates, HDCED), "");
}

TEST(Merge, PutsCurfewOffToTheReleaseOfAnotherRecall) {
    auto now = having({{CRD, "2025-01-10"}, {HDCED, "2024-12-01"}});
    now.other_recall_release = day("2025-01-07");
    const auto dates = merged(now, {});
    EXPECT_EQ(on(dates, HDCED), "2025-01-07");
    EXPECT_EQ(on(dates, CRD), "2025-01-10");
}

}  // namespace
}  // namespace noms::release_dates
