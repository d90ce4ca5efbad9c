#include <algorithm>

#include "areas/release_dates/engine/overview.hpp"

namespace noms::release_dates {
namespace {

bool is_lone_sds_plus_offence(const Sentence* sentence, const Case& facts) {
    const auto& part = facts.part(sentence->parts.front());
    return sentence->is_alone() && is_standard(part) && part.is_sds_plus_offence_and_length;
}

/// Detained as a child under section 250, or serving a term: the repeal does not reach these.
bool is_adult(const Sentence& sentence, const Case& facts) {
    const auto& part = facts.part(sentence.parts.front());
    return !(sentence.is_alone() && is_standard(part) && part.is_section_250) && !sentence.is_term;
}

/// The latest curfew of sentences that leave room for 14 days after them.
const Sentence* latest_curfew(const Overview& booking) {
    const int least = booking.facts.law.curfew_least_after_sentence;
    return latest_of(
        booking.sentences,
        [](const Sentence& each) { return *each.found.curfew; },
        [&](const Sentence& each) {
            return each.found.curfew && booking.release >= each.sentenced_on + least;
        });
}

/// Another sentence that has no curfew keeps somebody inside until its own release.
Day after_other_sentences(Day curfew, const Overview& booking) {
    auto in_the_way = [&](const Sentence& each) {
        return !each.found.curfew && !each.all_detention_and_training &&
               each.defaulted_release() > curfew;
    };
    const auto* last = latest_of(
        booking.sentences,
        [](const Sentence& each) { return each.effective_release(); },
        in_the_way);
    if (!last) return curfew;
    const bool all_immediate = std::ranges::all_of(booking.sentences, [&](const Sentence* each) {
        return !in_the_way(*each) || (!each->is_recalled() && each->is_immediate_release());
    });
    const bool exactly_used_up = 1 - last->ledger.shift() == last->days_to_release;
    return all_immediate && !exactly_used_up ? curfew : last->defaulted_release();
}

bool is_standard_under_progression(const Sentence& sentence) {
    return sentence.has_standard && sentence.law.name == ReleaseLaw::Progression;
}

/// Whether a change that was decided takes curfew away from adults.
bool is_withdrawn(Day curfew, const Sentence& sentence, const Overview& booking) {
    const auto& switches = booking.facts.booking.switches;
    const bool any_adult = std::ranges::any_of(
        booking.sentences, [&](const Sentence* each) { return is_adult(*each, booking.facts); });
    if (!any_adult) return false;
    if (switches.adult_curfew_suspended) return true;
    return switches.curfew_repealed &&
           (curfew >= booking.facts.law.curfew_repeal || is_standard_under_progression(sentence));
}

}  // namespace

std::optional<Day> booking_curfew(const Overview& booking) {
    if (std::ranges::any_of(booking.sentences, [&](const Sentence* each) {
            return is_lone_sds_plus_offence(each, booking.facts);
        }))
        return std::nullopt;
    const auto* last = latest_of(
        booking.sentences,
        [](const Sentence& each) { return each.effective_release(); },
        [](const Sentence& each) {
            return !each.is_recalled() && !each.all_detention_and_training;
        });
    if (!last || !last->found.curfew) return std::nullopt;
    const auto* sentence = latest_curfew(booking);
    if (!sentence || booking.release <= *sentence->found.curfew) return std::nullopt;
    const Day curfew = after_other_sentences(*sentence->found.curfew, booking);
    if (is_withdrawn(curfew, *sentence, booking)) return std::nullopt;
    return curfew;
}

}  // namespace noms::release_dates
