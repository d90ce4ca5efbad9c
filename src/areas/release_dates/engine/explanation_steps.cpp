#include "areas/release_dates/engine/explanation_steps.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/release_dates/engine/curfew.hpp"
#include "areas/release_dates/engine/identification.hpp"
#include "areas/release_dates/engine/release_laws.hpp"

namespace noms::release_dates {
namespace {

std::string words(Day day) {
    return in_words(Date(day));
}

std::string count(int number, std::string_view unit) {
    return fmt::format("{} {}{}", number, unit, number == 1 ? "" : "s");
}

/// "2 years 6 months".
std::string words(const Term& term) {
    std::string text;
    const std::array units{std::pair(term.years, "year"),
                           std::pair(term.months, "month"),
                           std::pair(term.weeks, "week"),
                           std::pair(term.days, "day")};
    for (const auto& [number, unit] : units)
        if (number != 0) text += (text.empty() ? "" : " ") + count(number, unit);
    return text.empty() ? "no time" : text;
}

std::string words(Fraction share) {
    return share.over == share.under ? "all" : fmt::format("{}/{}", share.over, share.under);
}

/// The table that holds a part's share, under the law that it has it from.
std::string_view share_table(const Part& part, Fraction share, const Law& law) {
    switch (part.type) {
        case SentenceType::ExtendedDeterminate:
        case SentenceType::ExtendedOf2003:
            return part.automatic_release ? "extended_automatic_release" : "extended_release";
        case SentenceType::ActOf1991:
            return part.automatic_release ? "standard_release" : "long_term_release";
        case SentenceType::ParticularConcern: return "particular_concern_release";
        case SentenceType::FineDefault:
            return share.over == share.under ? "fine_default_in_full" : "fine_default_release";
        case SentenceType::DetentionAndTraining: return "detention_and_training_release";
        case SentenceType::BreachOfSupervision: return "breach_of_supervision";
        case SentenceType::Standard: break;
    }
    for (auto each : {ReleaseLaw::Progression, ReleaseLaw::Sds40Further, ReleaseLaw::Sds40})
        if (covers(each, part, law) && share_under(each, part, law) == share) {
            if (each == ReleaseLaw::Sds40Further) return law.further_release_table;
            if (each == ReleaseLaw::Sds40) return law.earlier_release_table;
            if (part.is_sds_plus) return "progression_sds_plus_release";
            return law.progression_table;
        }
    return part.is_sds_plus ? "sds_plus_release" : "standard_release";
}

std::string_view parole_table(const Part& part) {
    if (part.type == SentenceType::ActOf1991) return "long_term_parole";
    return part.type == SentenceType::ParticularConcern ? "particular_concern_parole"
                                                        : "extended_parole";
}

}  // namespace

void Steps::say(std::string text, std::string_view table, Day on) {
    out_.push_back({.text = std::move(text), .source = provision_in(table, on)});
}

/// What the court passed, and to which day it goes by itself.
void Steps::terms(const Sentence& sentence) {
    const Day from = sentence.sentenced_on;
    const auto days = fmt::format("{} from {} to {}",
                                  count(sentence.days_to_expiry, "day"),
                                  words(from),
                                  words(sentence.unadjusted_expiry()));
    if (sentence.form == Form::SingleTerm)
        return say(
            fmt::format("{} sentences count as a single term: {}.", sentence.parts.size(), days),
            "single_term",
            from);
    if (sentence.form == Form::Chain)
        return say(fmt::format("{} sentences one after another: {}.", sentence.parts.size(), days),
                   "consecutive_terms",
                   from);
    const auto& part = booking_.parts[size_t(sentence.parts.front())];
    say(fmt::format("{} passed on {}: {}.", words(whole_term(part)), words(from), days),
        share_table(part, share_[size_t(sentence.parts.front())], law_),
        from);
}

void Steps::part_served(int part, const Sentence& sentence) {
    const auto& passed = booking_.parts[size_t(part)];
    const auto share = share_[size_t(part)];
    say(fmt::format("Of {} in custody, {} is served.", words(passed.custody), words(share)),
        share_table(passed, share, law_),
        std::max(sentence.sentenced_on, sentence.law.tranche_on.value_or(sentence.sentenced_on)));
}

/// From the terms to the day of release without any adjustment.
void Steps::served(const Sentence& sentence) {
    terms(sentence);
    for (int part : sentence.parts) part_served(part, sentence);
    say(fmt::format("{} to release; a part of a day counts as a whole one: {}.",
                    count(sentence.days_to_release, "day"),
                    words(sentence.unadjusted_release())),
        sentence.form == Form::Chain ? "consecutive_terms" : "standard_release",
        sentence.sentenced_on);
}

void Steps::deductions(const Sentence& sentence) {
    const auto& ledger = sentence.ledger;
    if (const int days = ledger.remand + ledger.recall_remand; days != 0)
        say(fmt::format("{} on remand count as served.", count(days, "day")),
            "remand_counts",
            sentence.sentenced_on);
    if (const int days = ledger.tagged_bail + ledger.recall_tagged_bail; days != 0)
        say(fmt::format("{} on tagged bail count as served.", count(days, "day")),
            "tagged_bail_counts",
            sentence.sentenced_on);
}

void Steps::absence(const Sentence& sentence, int days) {
    if (days != 0)
        say(fmt::format("{} unlawfully at large do not count.", count(days, "day")),
            "unlawfully_at_large",
            sentence.sentenced_on);
}

void Steps::awarded(const Sentence& sentence) {
    const auto& ledger = sentence.ledger;
    if (ledger.awarded != 0)
        say(fmt::format("{} awarded put it off.", count(ledger.awarded, "day")),
            "awarded_days",
            sentence.sentenced_on);
    if (const int unused = ledger.served_awarded + ledger.unused_awarded; unused != 0)
        say(fmt::format("{} of these were served before or cannot be served within the sentence.",
                        count(unused, "day")),
            "awarded_days",
            sentence.sentenced_on);
}

/// The day when the law that sets the release point reached the sentence.
void Steps::tranche(const Sentence& sentence) {
    if (!sentence.law.tranche_on) return;
    const auto table = sentence.law.name == ReleaseLaw::Progression ? law_.progression_table
                                                                    : law_.earlier_release_table;
    say(fmt::format("This share has applied since the tranche of {}.",
                    words(*sentence.law.tranche_on)),
        table,
        *sentence.law.tranche_on);
}

void Steps::release(const Sentence& sentence) {
    served(sentence);
    tranche(sentence);
    deductions(sentence);
    absence(sentence, sentence.ledger.at_large_in_custody);
    awarded(sentence);
    const auto why = sentence.uncapped_release() < sentence.sentenced_on
                         ? "Release cannot come before the day of sentence: {}."
                         : "Release: {}.";
    say(fmt::format(fmt::runtime(why), words(sentence.release())),
        sentence.is_alone() ? share_table(booking_.parts[size_t(sentence.parts.front())],
                                          share_[size_t(sentence.parts.front())],
                                          law_)
                            : "consecutive_terms",
        sentence.sentenced_on);
}

void Steps::expiry(const Sentence& sentence) {
    terms(sentence);
    deductions(sentence);
    absence(sentence, sentence.ledger.at_large_in_custody + sentence.ledger.at_large_after_release);
    say(fmt::format("The sentence ends: {}.", words(sentence.expiry())),
        "licence_to_the_end",
        sentence.sentenced_on);
}

void Steps::unadjusted_expiry(const Sentence& sentence) {
    terms(sentence);
}

void Steps::licence(const Sentence& sentence) {
    terms(sentence);
    deductions(sentence);
    if (sentence.found.licence_expiry_by_shares)
        say("Half of the terms for offences from 1 February 2015 is served on licence; here a "
            "part of a day does not count.",
            "licence_under_12_months",
            sentence.sentenced_on);
    const auto& extension = booking_.parts[size_t(sentence.parts.front())].extension;
    if (sentence.types().has(DateType::LED) && !(extension == Term{}))
        say(fmt::format("The extension of {} comes after the licence of the custodial term.",
                        words(extension)),
            "extension_of_2000",
            sentence.sentenced_on);
    const bool to_the_end = sentence.types().has(DateType::SLED);
    say(fmt::format("The licence ends: {}.", words(*sentence.licence_expiry())),
        to_the_end || sentence.found.licence_expiry_by_shares ? "licence_to_the_end"
                                                              : "licence_of_the_1991_act",
        sentence.sentenced_on);
}

void Steps::recall(const Sentence& sentence) {
    const auto& recall = *sentence.recall;
    const int days = days_of(recall.type);
    const bool fixed =
        days != 0 && recall.returned_on &&
        (recall.type != RecallType::FixedTerm56 || sentence.fixed_recall_56.in_force);
    if (!fixed) {
        expiry(sentence);
        return say(fmt::format("Recalled to the end of the sentence: {}.",
                               words(*sentence.release_after_recall())),
                   "recall_to_the_end",
                   sentence.sentenced_on);
    }
    say(fmt::format("Recalled for {} from the return on {}.",
                    count(days, "day"),
                    words(*recall.returned_on)),
        "recall_for_a_fixed_term",
        *recall.returned_on);
    absence(sentence, sentence.ledger.at_large_in_fixed_recall);
    if (recall.type == RecallType::FixedTerm56 && sentence.fixed_recall_56.tranche_on)
        say(fmt::format("Not before the tranche of {}.",
                        words(*sentence.fixed_recall_56.tranche_on)),
            "recall_56_tranches",
            *sentence.fixed_recall_56.tranche_on);
    say(fmt::format("Release, never after the end of the sentence on {}: {}.",
                    words(sentence.expiry()),
                    words(*sentence.release_after_recall())),
        "recall_for_a_fixed_term",
        *recall.returned_on);
}

void Steps::parole(const Sentence& sentence) {
    terms(sentence);
    const auto first = std::ranges::find_if(
        sentence.parts, [&](int i) { return is_parole(booking_.parts[size_t(i)]); });
    const auto& part = booking_.parts[size_t(*first)];
    say(fmt::format("The Parole Board may release after {}: {} of custody and all that is served "
                    "before it.",
                    count(*sentence.days_to_parole, "day"),
                    words(parole_share(part, law_))),
        parole_table(part),
        part.particular_concern_under_18 ? law_.particular_concern_parole_from : part.sentenced_on);
    deductions(sentence);
    absence(sentence, sentence.ledger.at_large_in_custody);
    awarded(sentence);
    say(fmt::format("Eligible for parole: {}.", words(*sentence.parole())),
        parole_table(part),
        part.sentenced_on);
}

void Steps::curfew(const Sentence& sentence) {
    release(sentence);
    const Day day = *sentence.found.curfew;
    const bool longer = day >= law_.curfew_365_from;
    const auto& curfew = longer ? law_.curfew : law_.curfew_before;
    const bool half = sentence.days_to_release < curfew.half_below;
    say(half ? fmt::format("Curfew may begin at half of the {} in custody, after at least {}.",
                           count(sentence.days_to_release, "day"),
                           count(law_.curfew_least_served, "day"))
             : fmt::format("Curfew may begin {} before release.", count(curfew.longest + 1, "day")),
        half ? "curfew_half_below" : "curfew_longest",
        day);
    say(fmt::format("Not before {} after sentence: {}.",
                    count(law_.curfew_least_after_sentence, "day"),
                    words(day)),
        "curfew_least_after_sentence",
        day);
}

void Steps::supervision(const Sentence& sentence) {
    if (sentence.is_breach_of_supervision)
        return say(fmt::format("Supervision goes on as it was known before the breach: {}.",
                               words(*sentence.found.supervision)),
                   "supervision_months",
                   sentence.sentenced_on);
    served(sentence);
    deductions(sentence);
    absence(sentence, sentence.ledger.at_large_in_custody + sentence.ledger.at_large_after_release);
    say(fmt::format("Supervision lasts {} from release; days awarded do not move it: {}.",
                    count(law_.supervision_months, "month"),
                    words(*sentence.found.supervision)),
        "supervision_months",
        sentence.sentenced_on);
}

void Steps::early_removal(const Sentence& sentence) {
    if (sentence.parole())
        parole(sentence);
    else
        release(sentence);
    const Day day = *sentence.found.early_removal;
    const auto& law =
        day >= law_.early_removal_30_from ? law_.early_removal : law_.early_removal_before;
    say(fmt::format("Removal may come {} before that.", words(law.before_release)),
        "early_removal_window",
        day);
    say(fmt::format(
            "Not before {} of the days until then are served: {}.", words(law.share), words(day)),
        "early_removal_share",
        day);
}

void Steps::transfer(const Sentence& sentence) {
    release(sentence);
    say(fmt::format("It may be left {} early or late: {} or {}.",
                    count(transfer_months(sentence), "month"),
                    words(*sentence.found.early_transfer),
                    words(*sentence.found.late_transfer)),
        "detention_and_training_transfer",
        sentence.sentenced_on);
}

void Steps::held_to_tranche(Day day,
                            const Allocation& law,
                            const std::string& table,
                            bool nothing_awarded) {
    const auto later_by = day - law.on;
    say(nothing_awarded || later_by == 0
            ? fmt::format("Not before the day of tranche {}: {}.", law.tranche, words(day))
            : fmt::format("Not before the day of tranche {} and {} awarded: {}.",
                          law.tranche,
                          count(later_by, "day"),
                          words(day)),
        table,
        law.on);
}

void Steps::kept_from_before(Day day) {
    say(fmt::format("This was due before the law changed and stays as it was: {}.", words(day)),
        "standard_release",
        day);
}

void Steps::held_by_another(Day day) {
    say(fmt::format("Another sentence that is served at the same time moves it: {}.", words(day)),
        "concurrent_terms",
        day);
}

}  // namespace noms::release_dates
