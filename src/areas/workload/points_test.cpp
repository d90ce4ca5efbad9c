#include "areas/workload/points.hpp"

#include <gtest/gtest.h>

namespace noms::workload {
namespace {

const Date counted_on = parse_date("2024-06-10").value();

int total_of(WeighedCases count) {
    return workload_points({.day = counted_on, .cases = {count}}).value().total_points;
}

TEST(WorkloadPoints, AreThoseOfTheTierAndSetting) {
    // case-management.md 2.3: four cells of the table.
    EXPECT_EQ(total_of({"A3", CaseSetting::Licence, 2}), 438);
    EXPECT_EQ(total_of({"B0", CaseSetting::Custody, 3}), 0);
    EXPECT_EQ(total_of({"C1", CaseSetting::Community, 10}), 500);
    EXPECT_EQ(total_of({"D2", CaseSetting::Community, 1, true}), 14);
}

TEST(WorkloadPoints, LeaveOutCasesInTransitionThatAreNotActive) {
    WeighedCases count{.tier = "A3", .cases = 5, .transition = true};
    count.overdue_termination = 1;
    count.on_warrant = 1;
    EXPECT_EQ(total_of(count), 3 * 75);
}

TEST(WorkloadPoints, AreNoneWithoutATierAndSaySo) {
    auto ruling =
        workload_points({.day = counted_on, .cases = {{.tier = "B2S", .cases = 4}, {.cases = 1}}})
            .value();
    EXPECT_EQ(ruling.total_points, 0);
    EXPECT_EQ(ruling.not_tiered, 5);
}

TEST(WorkloadPoints, CountReports) {
    auto ruling =
        workload_points({.day = counted_on, .standard_reports = 2, .fast_reports = 1}).value();
    EXPECT_EQ(ruling.total_points, 2 * 138 + 65);
}

TEST(WorkloadPoints, PassAContactToWhoeverDidItForSevenDays) {
    auto with = [](int days_ago, bool for_another) {
        return workload_points({.day = counted_on,
                                .contacts = {{.kind = "referral",
                                              .effort = Effort::High,
                                              .on = plus_days(counted_on, -days_ago),
                                              .for_another = for_another}}})
            .value()
            .total_points;
    };
    EXPECT_EQ(with(0, true), 26);
    EXPECT_EQ(with(6, false), -26);
    EXPECT_EQ(with(7, true), 0);
}

TEST(AvailablePoints, FollowTheHoursAsPublished) {
    // case-management.md 2.3 [T].
    auto available = [](double contracted, double reduction) {
        return workload_points({.day = counted_on,
                                .contracted_hours = contracted,
                                .reduction_hours = reduction,
                                .default_hours = 37})
            .value()
            .available_points;
    };
    EXPECT_EQ(available(37, 1.8), 2070);
    EXPECT_EQ(available(30, 1.8), 1658);
    EXPECT_EQ(available(37, 0), 2176);
    EXPECT_EQ(available(10, 12), 0);
}

TEST(Capacity, IsTheRatioToThreeDecimalsHalvesUp) {
    auto ruling = workload_points({.day = counted_on,
                                   .cases = {{"A3", CaseSetting::Community, 10}},
                                   .contracted_hours = 37})
                      .value();
    EXPECT_EQ(ruling.total_points, 2060);
    EXPECT_EQ(ruling.capacity_percent, "94.7");
    EXPECT_EQ(ruling.remaining_points, 116);
    auto none = workload_points({.day = counted_on, .default_hours = 0}).value();
    EXPECT_EQ(none.available_points, 0);
    EXPECT_EQ(none.capacity_percent, "0.0");
}

TEST(WorkloadPoints, RefuseAKindOfContactThatHasNoWeight) {
    auto refusal = workload_points(
        {.day = counted_on, .cases = {{.tier = "A3", .cases = -1}}, .contacts = {{.kind = "tea"}}});
    ASSERT_FALSE(refusal);
    EXPECT_EQ(refusal.error().fields.front().field, "cases.0.cases");
    EXPECT_EQ(refusal.error().fields.back().field, "contacts.0.kind");
}

}  // namespace
}  // namespace noms::workload
