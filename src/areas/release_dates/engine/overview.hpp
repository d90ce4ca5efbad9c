#pragma once

#include <vector>

#include "areas/release_dates/engine/sentence_dates.hpp"

/// All the sentences of a booking side by side (rule book, 9.2).
namespace noms::release_dates {

using Sentences = std::vector<const Sentence*>;

/// What section 9 asks again and again. Sentences stand by group, and within it in order.
struct Overview {
    const std::vector<CustodyGroup>& groups;
    const Case& facts;
    Sentences sentences{};
    Sentences released_last{};             // those with the latest release, held back as it may be
    const Sentence* active = nullptr;      // the first of them
    const Sentence* by_release = nullptr;  // latest release, the first on ties
    const Sentence* by_expiry = nullptr;   // latest expiry, the first on ties
    Day release{};                         // of the active one
    Day expiry{};                          // the latest
    std::optional<Day> licence_expiry{};   // the latest
    Day first_sentenced_on{};
    bool any_detention_and_training = false;
    bool any_other = false;

    Overview(const std::vector<CustodyGroup>&, const Case&);
    bool all_under_18_at_release() const;
    bool any_under_18_at_release() const;
    /// The group that a sentence belongs to.
    const CustodyGroup& group_of(const Sentence&) const;
};

inline bool is_detention_and_training(const Sentence& sentence) {
    return sentence.all_detention_and_training;
}

/// The sentence that passes the test and has the latest of a day; the first on ties. Null: none.
template <class Value, class Test>
const Sentence* latest_of(const Sentences& sentences, Value&& value, Test&& test) {
    const Sentence* latest = nullptr;
    for (const auto* sentence : sentences)
        if (test(*sentence) && (!latest || value(*sentence) > value(*latest))) latest = sentence;
    return latest;
}

/// The days of eligibility for curfew, as the whole booking has it (9.6); none when it is refused.
std::optional<Day> booking_curfew(const Overview&);

/// The day of release after fixed-term recalls of different lengths (9.8).
Day release_after_mixed_recalls(const Overview&);

}  // namespace noms::release_dates
