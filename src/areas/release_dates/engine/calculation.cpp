#include "areas/release_dates/engine/calculation.hpp"

#include <algorithm>

#include "areas/release_dates/engine/checks.hpp"
#include "areas/release_dates/engine/final_merge.hpp"
#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

Case case_of(const Booking& booking, const Law& law) {
    Case facts{.booking = booking, .law = law, .adult_on = eighteenth_birthday(booking.born)};
    facts.share.reserve(booking.parts.size());
    for (const auto& part : booking.parts) facts.share.push_back(standing_share(part, law));
    return facts;
}

/// A recall of fixed length runs from the return to custody: without it there is no release.
bool lacks_return(const Sentence& sentence) {
    if (!sentence.is_fixed_term_recall() || sentence.recall->returned_on) return false;
    return sentence.recall->type != RecallType::FixedTerm56 || sentence.fixed_recall_56.in_force;
}

bool any_lacks_return(const std::vector<CustodyGroup>& groups) {
    return std::ranges::any_of(groups, [](const CustodyGroup& group) {
        return std::ranges::any_of(group.sentences, lacks_return);
    });
}

/// What the last change of the release point left as it was before (10).
void merge(Calculation& done, const Case& facts) {
    if (done.progression.is_made() && done.before.before_progression)
        merge_progression(
            done.booking, *done.before.before_progression, done.progression.on, facts.booking);
    else if (done.sds_40.is_made() && done.before.before_sds_40)
        merge_sds_40(done.booking, *done.before.before_sds_40, done.sds_40.on, facts, done.groups);
}

std::string joined(const std::vector<std::string_view>& codes) {
    std::string all;
    for (auto code : codes) {
        if (!all.empty()) all += '|';
        all += code;
    }
    return all;
}

}  // namespace

Calculation calculate(const Booking& booking, const Law& law, const law::Calendar& calendar) {
    Calculation done;
    if (booking.parts.empty()) {
        done.error = "NO_SENTENCES";
        return done;
    }
    auto facts = case_of(booking, law);
    auto course = course_of(facts, calendar);
    const auto& custody = course.custody;
    done.sds_40 = custody.sds_40;
    done.progression = custody.progression;
    done.recall_56 = custody.recall_56;
    done.groups = groups_of(custody);
    done.before = std::move(course.snapshots);
    if (any_lacks_return(done.groups)) {
        done.error = "NoValidReturnToCustodyDateException";
        return done;
    }
    find_dates(done.groups, facts);
    done.booking = dates_of(done.groups, facts, done.before.early_removal);
    merge(done, facts);
    done.share = facts.share;
    done.error = joined(check(
        {.facts = facts, .groups = done.groups, .custody = custody, .dates = done.booking.dates}));
    return done;
}

}  // namespace noms::release_dates
