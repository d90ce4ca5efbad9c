#include "areas/release_dates/rules_booking.hpp"

#include <algorithm>
#include <set>

#include "areas/release_dates/data.gen.hpp"
#include "areas/release_dates/engine/law_tables.hpp"
#include "areas/release_dates/law.gen.hpp"
#include "areas/release_dates/rules_act_of_1991.hpp"
#include "areas/release_dates/rules_marks.hpp"
#include "kit/describe/rows.hpp"

namespace noms::release_dates {
namespace {

SentenceType sentence_type(CalculatedAs kind) {
    switch (kind) {
        case CalculatedAs::Standard: return SentenceType::Standard;
        case CalculatedAs::DetentionAndTraining: return SentenceType::DetentionAndTraining;
        case CalculatedAs::PublicProtection: return SentenceType::ExtendedOf2003;
        case CalculatedAs::Extended: return SentenceType::ActOf1991;
        case CalculatedAs::FineDefault: break;
    }
    return SentenceType::FineDefault;
}

/// What is left of the whole term after its custody: unit by unit where that goes, else in days.
Term extension_of(const SentenceFact& sentence) {
    const auto& whole = sentence.length;
    const auto& custody = custody_of(sentence);
    const Term left{.years = whole.years - custody.years,
                    .months = whole.months - custody.months,
                    .weeks = whole.weeks - custody.weeks,
                    .days = whole.days - custody.days};
    if (std::min({left.years, left.months, left.weeks, left.days}) >= 0) return left;
    const Day from = sentence.imposed_on;
    return {.days = days_in(term_of(whole), from) - days_in(term_of(custody), from)};
}

/// Where a sentence is more than its term: parole, and an extension after the custody.
void settle_extension(Part& part, const SentenceFact& sentence) {
    const auto kind = *sentence_kind(sentence.disposal)->kind;
    const bool is_long = is_long_term(sentence);
    if (!is_extended(kind) && !is_long) return;
    part.custody = term_of(custody_of(sentence));
    part.extension = extension_of(sentence);
    part.automatic_release = !is_long;
    if (kind != CalculatedAs::PublicProtection) {
        part.type = SentenceType::ActOf1991;
        return;
    }
    static const auto automatic = law::fractions(law_text::extended_automatic_release);
    part.automatic_release = automatic.on(sentence.imposed_on).has_value();
}

/// Who was out on this sentence when the licence was revoked.
bool was_out(const SentenceFact& sentence,
             const CalculationFacts& facts,
             const RecallFact& recall) {
    return std::ranges::any_of(facts.releases, [&](const ReleaseFact& release) {
        return sentence.imposed_on <= release.released_on &&
               release.released_on <= recall.returned_on;
    });
}

RecallType recall_type(const RecallFact& recall) {
    switch (recall.term.value_or(movements::RecallTerm::ToTheEnd)) {
        case movements::RecallTerm::Days14: return RecallType::FixedTerm14;
        case movements::RecallTerm::Days28: return RecallType::FixedTerm28;
        case movements::RecallTerm::Days56: return RecallType::FixedTerm56;
        case movements::RecallTerm::ToTheEnd: break;
    }
    return RecallType::Standard;
}

/// Nought for a recall to the end.
int days_of(RecallType type) {
    switch (type) {
        case RecallType::FixedTerm14: return 14;
        case RecallType::FixedTerm28: return 28;
        case RecallType::FixedTerm56: return 56;
        case RecallType::Standard: break;
    }
    return 0;
}

Part part_of(const SentenceFact& sentence, const CalculationFacts& facts) {
    Part part{.type = sentence_type(*sentence_kind(sentence.disposal)->kind),
              .sentenced_on = sentence.imposed_on,
              .offence_code = sentence.offence_code,
              .custody = term_of(sentence.length),
              .fine_pence = sentence.amount_pence.value_or(0),
              .identifier = sentence.id,
              .consecutive_to = sentence.consecutive_to.value_or("")};
    if (sentence.committed_on) part.offence_on = *sentence.committed_on;
    part.exclusions = exclusions_of(sentence);
    const auto two_thirds = two_thirds_of(sentence);
    part.is_sds_plus = two_thirds.on_the_day;
    part.is_sds_plus_offence_and_length = two_thirds.if_passed_later;
    part.is_section_250 = is_section_250(sentence);
    settle_extension(part, sentence);
    if (facts.recalls.empty()) return part;
    const auto& recall = facts.recalls.back();
    if (was_out(sentence, facts, recall))
        part.recall = Recall{.type = recall_type(recall),
                             .revoked_on = recall.revoked_on,
                             .returned_on = recall.returned_on};
    return part;
}

/// Days of one day of sentence count once, however many sentences were passed on it. On a recalled
/// sentence they are of kinds of their own.
void add_deductions(Booking& booking, const CalculationFacts& facts) {
    using enum AdjustmentType;
    std::set<Date> remand, bail;
    auto add = [&](std::set<Date>& seen, Date on, std::optional<int> days, AdjustmentType type) {
        if (days.value_or(0) <= 0 || !seen.insert(on).second) return;
        booking.adjustments.push_back({.type = type, .applies_from = on, .days = *days});
    };
    for (size_t i = 0; i < facts.sentences.size(); ++i) {
        const auto& each = facts.sentences[i];
        bool recalled = booking.parts[i].recall.has_value();
        add(remand, each.imposed_on, each.remand_days, recalled ? RecallRemand : Remand);
        add(bail, each.imposed_on, each.tagged_bail_days, recalled ? RecallTaggedBail : TaggedBail);
    }
}

/// The first day away that counts: the day itself from 21 July 2008 on.
Day first_day_away(Date left_on) {
    static const auto& law = *law_of(service_profile);
    const Day left = left_on;
    return left < law.escape_days ? left + 1 : left;
}

void add_absence(Booking& booking, const AbsenceFact& absence) {
    const Day first = first_day_away(absence.left_on);
    const Day last = Day(*absence.back_on) - 1;
    if (last < first) return;
    booking.adjustments.push_back({.type = AdjustmentType::UnlawfullyAtLarge,
                                   .applies_from = first,
                                   .days = last - first + 1,
                                   .from = first,
                                   .to = last,
                                   .reason = AbsenceReason::Escape});
}

MovementReason reason_of(const ReleaseFact& release) {
    auto reason = describe::choice_of<movements::ReleaseReason>(release.reason);
    if (reason == movements::ReleaseReason::HomeDetentionCurfew)
        return MovementReason::HomeDetentionCurfew;
    if (reason == movements::ReleaseReason::Parole) return MovementReason::Parole;
    return MovementReason::ConditionalRelease;
}

void add_movements(Booking& booking, const CalculationFacts& facts) {
    for (const auto& each : facts.releases)
        booking.movements.push_back(
            {.on = each.released_on, .is_release = true, .reason = reason_of(each)});
    for (const auto& each : facts.recalls)
        booking.movements.push_back(
            {.on = each.returned_on, .reason = MovementReason::RecallAdmission});
    std::ranges::stable_sort(booking.movements, {}, &Movement::on);
    if (facts.recalls.empty()) return;
    const auto& recall = facts.recalls.back();
    booking.returned_on = recall.returned_on;
    if (const int days = days_of(recall_type(recall)); days > 0)
        booking.fixed_term_recall =
            FixedTermRecallDetails{.returned_on = recall.returned_on, .days = days};
}

}  // namespace

const std::vector<SentenceKind>& sentence_kinds() {
    static const auto all = rows::read<SentenceKind>(data::sentence_kind);
    return all;
}

const SentenceKind* sentence_kind(std::string_view disposal) {
    auto found = std::ranges::find(sentence_kinds(), disposal, &SentenceKind::code);
    return found == sentence_kinds().end() ? nullptr : &*found;
}

bool is_extended(CalculatedAs kind) {
    return kind == CalculatedAs::PublicProtection || kind == CalculatedAs::Extended;
}

const sentences::Length& custody_of(const SentenceFact& sentence) {
    return sentence.custodial ? *sentence.custodial : sentence.length;
}

Term term_of(const sentences::Length& length) {
    return {
        .years = length.years, .months = length.months, .weeks = length.weeks, .days = length.days};
}

AbsenceFact away_for(int days, Date left_on) {
    return {left_on, Date(first_day_away(left_on) + days)};
}

Booking booking_of(const CalculationFacts& facts) {
    Booking booking{.born = *facts.born, .is_active_sex_offender = facts.registered_sex_offender};
    for (const auto& each : facts.sentences) booking.parts.push_back(part_of(each, facts));
    add_deductions(booking, facts);
    for (const auto& each : facts.absences) add_absence(booking, each);
    for (const auto& each : facts.added)
        booking.adjustments.push_back({.type = each.kind == AddedKind::Awarded
                                                   ? AdjustmentType::AdditionalDaysAwarded
                                                   : AdjustmentType::AdditionalDaysRestored,
                                       .applies_from = each.decided_on,
                                       .days = each.days});
    add_movements(booking, facts);
    return booking;
}

}  // namespace noms::release_dates
