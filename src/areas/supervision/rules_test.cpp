#include "areas/supervision/rules.hpp"

#include <gtest/gtest.h>

namespace noms::supervision {
namespace {

const Date today = parse_date("2006-04-05").value();

struct TimeCase {
    const char* text;
    bool is_time;
};
constexpr TimeCase time_cases[] = {{"", true},
                                   {"00:00", true},
                                   {"23:59", true},
                                   {"24:00", false},
                                   {"12:60", false},
                                   {"9:30", false},
                                   {"12.30", false},
                                   {"ab:cd", false}};

TEST(Time, IsOfTheClock) {
    for (const auto& [text, is_time_] : time_cases) EXPECT_EQ(is_time(text), is_time_) << text;
}

Contact appointment(int days_from_today, std::optional<std::string> outcome = {}) {
    return {.kind = "PAIAOM",
            .on_day = plus_days(today, days_from_today),
            .state = outcome ? ContactState::Done : ContactState::Booked,
            .outcome = outcome,
            .booked_on = plus_days(today, -10)};
}

TEST(Outcome, IsNotRecordedBeforeItsTimeNorTwice) {
    EXPECT_FALSE(may_record_outcome(appointment(1), today));
    EXPECT_TRUE(may_record_outcome(appointment(0), today));
    EXPECT_TRUE(may_record_outcome(appointment(-3), today));
    EXPECT_FALSE(may_record_outcome(appointment(-3, "ATT"), today));
    EXPECT_TRUE(may_record_outcome(appointment(-3, "PENDING"), today)) << "it is judged later";
    auto contact = appointment(-1);
    contact.booked_on.reset();
    EXPECT_FALSE(may_record_outcome(contact, today)) << "no appointment, no outcome";
    auto cancelled = appointment(-1);
    cancelled.state = ContactState::Cancelled;
    EXPECT_FALSE(may_record_outcome(cancelled, today));
}

TEST(FirstContact, IsFulfilledByACountedContactThatWasCompliedWith) {
    EXPECT_TRUE(counts_as_kept(appointment(-1, "ATT")));
    EXPECT_FALSE(counts_as_kept(appointment(-1, "UA")));
    EXPECT_FALSE(counts_as_kept(appointment(-1)));
    auto uncounted = appointment(-1, "ATT");
    uncounted.kind = "MAPPA";
    EXPECT_FALSE(counts_as_kept(uncounted));
}

struct OutcomeCase {
    const char* code;
    Compliance compliance;
};
// shared/refdata/contact_types.csv, kind OUTCOME.
constexpr OutcomeCase outcome_cases[] = {{"ATT", Compliance::Complied},
                                         {"AAME", Compliance::AcceptableAbsence},
                                         {"UA", Compliance::Unacceptable},
                                         {"ATTSH", Compliance::Unacceptable},
                                         {"ABS", Compliance::Pending},
                                         {"TT", Compliance::Neutral}};

TEST(Outcomes, SayWhatTheyMeanForCompliance) {
    for (const auto& [code, compliance] : outcome_cases) {
        ASSERT_NE(outcome_of(code), nullptr) << code;
        EXPECT_EQ(outcome_of(code)->compliance, compliance) << code;
    }
    EXPECT_EQ(outcomes().size(), 27u);
    EXPECT_EQ(contact_kinds().size(), 132u);
    EXPECT_EQ(kind_in_words("HV"), "Home Visit");
}

TEST(ContactKinds, CountUnderNationalStandardsOnlyWhereTheTableSaysSo) {
    int counted = 0;
    for (const auto& kind : contact_kinds()) counted += kind.counts;
    EXPECT_EQ(counted, 77);
}

}  // namespace
}  // namespace noms::supervision
