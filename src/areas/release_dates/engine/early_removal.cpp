#include "areas/release_dates/engine/early_removal.hpp"

#include <algorithm>

#include "areas/release_dates/engine/curfew.hpp"

namespace noms::release_dates {
namespace {

bool may_be_removed(const Sentence& sentence, const Case& facts) {
    if (sentence.is_recalled()) return false;
    const bool lone_of_the_1991_act =
        sentence.is_alone() && sentence.has_standard &&
        is_of_the_1991_act(facts.part(sentence.parts.front()), facts.law);
    return !lone_of_the_1991_act &&
           std::ranges::any_of(sentence.parts, [&](int i) { return !is_term(facts.part(i)); });
}

/// An answer, and the day that decides which law it falls under: days awarded do not.
struct Removal {
    Day on{};
    Day tested_on{};
};

Removal removal_under(const EarlyRemoval& law, const Sentence& sentence) {
    const auto& ledger = sentence.ledger;
    const Day release = sentence.parole().value_or(sentence.release());
    const Day unadjusted = sentence.unadjusted_parole().value_or(sentence.unadjusted_release());
    const Day start = sentence.sentenced_on;
    const Day opens = plus_years(release, -law.before_release.years) - law.before_release.days;
    const int served = law.share.of(unadjusted - start + 1);
    const Day day = std::max(opens, std::min(start + served + ledger.shift(), release));
    const int added = ledger.at_large_in_custody + ledger.awarded;
    if (day - added < start)
        return {.on = start + added, .tested_on = start + ledger.at_large_in_custody};
    return {.on = day, .tested_on = day - added + ledger.at_large_in_custody};
}

}  // namespace

std::optional<Day> early_removal_eligibility(const Sentence& sentence, const Case& facts) {
    if (!may_be_removed(sentence, facts)) return std::nullopt;
    const auto& law = facts.law;
    const Day commences = law.early_removal_30_from;
    const bool passed_since =
        sentence.sentenced_on >= commences || spans(sentence, facts, commences);
    if (!passed_since) {
        const auto before = removal_under(law.early_removal_before, sentence);
        if (before.tested_on < commences) return before.on;
    }
    const auto after = removal_under(law.early_removal, sentence);
    if (passed_since || after.tested_on >= commences) return after.on;
    const auto& ledger = sentence.ledger;
    return commences + ledger.awarded - ledger.unused_awarded - ledger.served_awarded;
}

}  // namespace noms::release_dates
