// What must hold for every booking, tried on many that are made up from a seed.
#include <algorithm>
#include <random>
#include <sstream>

#include <gtest/gtest.h>

#include "areas/release_dates/engine/explanation.hpp"
#include "areas/release_dates/engine/json.hpp"
#include "areas/release_dates/engine/testing.hpp"

namespace noms::release_dates {
namespace {

using namespace testing;
using enum DateType;

constexpr int bookings_tried = 400;

/// Makes up bookings; the same seed gives the same ones everywhere.
class Invented {
public:
    explicit Invented(unsigned seed) : random_(seed) {}

    int below(int bound) { return int(random_() % unsigned(bound)); }

    Part part() {
        static const char* const days[] = {
            "2015-03-02", "2019-06-17", "2021-01-01", "2022-11-14", "2024-02-29", "2025-05-01"};
        auto made = standard(days[below(6)],
                             {.years = below(6), .months = below(12), .days = 1 + below(40)});
        made.offence_on = made.sentenced_on - 30 - below(900);
        if (below(4) == 0) made.exclusions.add(Exclusion::Sexual);
        if (below(5) == 0) {
            made.type = SentenceType::ExtendedDeterminate;
            made.extension = {.years = 1 + below(4)};
        } else if (below(6) == 0) {
            made.is_sds_plus = true;
        }
        return made;
    }

    Booking concurrent(int most) {
        Booking made = booking({}, below(5) == 0 ? "2001-07-09" : "1985-05-05");
        for (int parts = 1 + below(most); parts > 0; --parts) made.parts.push_back(part());
        if (below(2) == 0) {
            const Day from = made.parts.front().sentenced_on;
            made.adjustments.push_back(
                {.type = AdjustmentType::Remand, .applies_from = from, .days = below(60)});
        }
        return made;
    }

private:
    std::mt19937 random_;
};

std::optional<Day> release_of(const Calculation& done) {
    return later(done.booking.dates[CRD], done.booking.dates[ARD]);
}
std::optional<Day> expiry_of(const Calculation& done) {
    return later(done.booking.dates[SLED], done.booking.dates[SED]);
}

TEST(EveryBooking, IsReleasedByItsExpiry) {
    Invented invented(1);
    int compared = 0;
    for (int i = 0; i < bookings_tried; ++i) {
        const auto done = calculated(invented.concurrent(4), service_profile);
        if (!done.error.empty()) continue;
        ++compared;
        ASSERT_LE(*release_of(done), *expiry_of(done)) << i;
    }
    EXPECT_GT(compared, bookings_tried / 2);
}

TEST(EveryBooking, IsReleasedNoEarlierForDaysAwarded) {
    Invented invented(2);
    for (int i = 0; i < bookings_tried; ++i) {
        auto facts = invented.concurrent(3);
        const auto last = std::ranges::max_element(facts.parts, {}, &Part::sentenced_on);
        facts.adjustments.push_back({.type = AdjustmentType::AdditionalDaysAwarded,
                                     .applies_from = last->sentenced_on + 1});
        std::optional<Day> before;
        for (int days : {0, 1, 7, 30, 400}) {
            facts.adjustments.back().days = days;
            const auto done = calculated(facts);
            if (!done.error.empty()) break;
            const auto release = release_of(done);
            if (before) {
                ASSERT_GE(*release, *before) << i << ", " << days << " days";
            }
            before = release;
        }
    }
}

TEST(EveryBooking, IsReleasedNoEarlierForOneDayMoreConsecutive) {
    Invented invented(3);
    for (int i = 0; i < bookings_tried; ++i) {
        auto first = invented.part();
        auto second = standard("2021-01-01", {.months = 1 + invented.below(30)});
        second.sentenced_on = first.sentenced_on;
        second.offence_on = first.offence_on;
        auto facts = booking(chain(first, second));
        const auto alone = release_of(calculated(booking({first})));
        const auto both = release_of(calculated(facts));
        ASSERT_GE(*both, *alone) << i;
        facts.parts.back().custody.days += 1;
        ASSERT_GE(*release_of(calculated(facts)), *both) << i;
    }
}

TEST(EveryBooking, HasTheSameDatesInWhateverOrderItIsGiven) {
    Invented invented(4);
    std::mt19937 order(5);
    for (int i = 0; i < bookings_tried; ++i) {
        auto facts = invented.concurrent(4);
        const auto first = calculated(facts, service_profile);
        std::ranges::shuffle(facts.parts, order);
        std::ranges::shuffle(facts.adjustments, order);
        const auto second = calculated(facts, service_profile);
        ASSERT_EQ(first.error, second.error) << i;
        ASSERT_TRUE(first.booking.dates == second.booking.dates) << i;
    }
}

TEST(EveryDate, IsNamedByTheLastOfItsSteps) {
    Invented invented(6);
    const auto& law = *law_of(service_profile);
    for (int i = 0; i < bookings_tried; ++i) {
        auto facts = invented.concurrent(3);
        facts.switches.early_removal = true;
        const auto done = calculated(facts, service_profile);
        for (const auto& date : explain(facts, law, done)) {
            ASSERT_FALSE(date.steps.empty());
            for (const auto& step : date.steps) ASSERT_FALSE(step.source.cite.empty());
            ASSERT_NE(date.steps.back().text.find(in_words(Date(date.on))), std::string::npos)
                << i << " " << name_of(date.type) << ": " << date.steps.back().text;
        }
    }
}

}  // namespace
}  // namespace noms::release_dates
