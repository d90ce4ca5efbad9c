#include "areas/release_dates/engine/sentence_dates.hpp"

#include <algorithm>

#include "areas/release_dates/engine/curfew.hpp"
#include "areas/release_dates/engine/early_removal.hpp"
#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

using enum DateType;

/// A release after expiry means that some awarded days can never be served.
void leave_unused_what_passes_expiry(Sentence& sentence) {
    const int beyond = sentence.effective_release() - sentence.expiry();
    if (beyond > 0) sentence.ledger.unused_awarded += beyond;
}

/// Three quarters of custody, and the extension after it; under 12 months an extension begins at
/// release, since no licence stands before it (7.4; Criminal Justice Act 1991, s. 44).
int days_to_licence_expiry(const Sentence& sentence, const Case& facts) {
    const auto& part = facts.part(sentence.parts.front());
    if (!sentence.is_alone() || part.type != SentenceType::ActOf1991)
        return facts.law.licence_of_1991.of(sentence.days_to_expiry);
    const int custody = days_in(part.custody, sentence.sentenced_on);
    const bool has_licence = custody >= days_in_months(sentence.sentenced_on, 12);
    const int before =
        has_licence ? facts.law.licence_of_1991.of(custody) : sentence.days_to_release;
    return before + sentence.days_to_expiry - custody;
}

/// Awarded days never move the end of supervision (7.1 b).
std::optional<Day> supervision_end(const Sentence& sentence, const Case& facts) {
    if (facts.booking.switches.supervision_repealed || !sentence.identified.has(TUSED))
        return std::nullopt;
    if (sentence.is_breach_of_supervision) return known_supervision_end(sentence, facts);
    const Day release = sentence.release_without_awarded();
    if (sentence.days_to_expiry - sentence.days_to_release >= 365 || sentence.under_18_on(release))
        return std::nullopt;
    const Day from = sentence.is_immediate_release() ? sentence.sentenced_on : release;
    return plus_months(from, facts.law.supervision_months) + sentence.ledger.at_large_after_release;
}

void find_transfers(Sentence& sentence) {
    if (!sentence.identified.has(ETD) || sentence.is_immediate_release()) return;
    const int months = transfer_months(sentence);
    if (months == 0) return;
    sentence.found.early_transfer = plus_months(sentence.effective_release(), -months);
    sentence.found.late_transfer = plus_months(sentence.effective_release(), months);
}

void find_dates_of(Sentence& sentence, const Case& facts) {
    sentence.found = {};
    if (sentence.types().has(LED)) {
        const auto licence = licence_expiry_before_sentence_ends(sentence, facts);
        sentence.found.licence_expiry = licence.on;
        sentence.found.licence_expiry_by_shares = licence.by_shares;
    }
    sentence.found.supervision = supervision_end(sentence, facts);
    find_transfers(sentence);
    sentence.found.curfew = curfew_eligibility(sentence, facts);
    if (facts.booking.switches.early_removal)
        sentence.found.early_removal = early_removal_eligibility(sentence, facts);
}

/// By how much a licence that rests on shares outlasts the whole group.
int licence_beyond(const CustodyGroup& group) {
    Day expiry = group.sentences.front().expiry();
    for (const auto& sentence : group.sentences) expiry = std::max(expiry, sentence.expiry());
    int most = 0;
    for (const auto& sentence : group.sentences)
        if (sentence.found.licence_expiry_by_shares && sentence.found.licence_expiry)
            most = std::max(most, *sentence.found.licence_expiry - expiry);
    return most;
}

}  // namespace

int transfer_months(const Sentence& sentence) {
    if (sentence.is_shorter_than(8) || !sentence.is_at_most(24)) return 0;
    return sentence.is_shorter_than(18) ? 1 : 2;
}

LicenceExpiry licence_expiry_before_sentence_ends(const Sentence& sentence, const Case& facts) {
    const auto& ledger = sentence.ledger;
    if (sentence.form == Form::Chain && mixes_licence_under_12_months(sentence, facts)) {
        Term with_licence;
        for (int i : sentence.parts)
            if (has_licence_under_12_months(facts.part(i), facts.law))
                with_licence = with_licence + whole_term(facts.part(i));
        // The one share in all of this that is rounded down.
        const int days = days_in(with_licence, sentence.sentenced_on) / 2;
        return {.on = sentence.release() + days - ledger.unused_licence_awarded, .by_shares = true};
    }
    const int beyond_release = ledger.deductions() - sentence.days_to_release;
    return {.on = sentence.sentenced_on + days_to_licence_expiry(sentence, facts) +
                  (sentence.is_recalled() ? 0 : std::max(0, beyond_release)) +
                  ledger.shift_without_awarded() - 1};
}

void find_dates(std::vector<CustodyGroup>& groups, const Case& facts) {
    for (auto& group : groups) {
        for (auto& sentence : group.sentences) {
            leave_unused_what_passes_expiry(sentence);
            find_dates_of(sentence, facts);
        }
        const int beyond = group.sentences.empty() ? 0 : licence_beyond(group);
        if (beyond <= 0) continue;
        for (auto& sentence : group.sentences) {
            sentence.ledger.unused_licence_awarded += beyond;
            find_dates_of(sentence, facts);
        }
    }
}

}  // namespace noms::release_dates
