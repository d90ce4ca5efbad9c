#include "areas/release_dates/engine/sentence.hpp"

#include <algorithm>

namespace noms::release_dates {

bool is_standard(const Part& part) {
    return part.type == SentenceType::Standard;
}

bool is_plain_standard(const Part& part) {
    return is_standard(part) && !part.is_sds_plus;
}

bool is_term(const Part& part) {
    return part.type == SentenceType::DetentionAndTraining ||
           part.type == SentenceType::FineDefault || part.type == SentenceType::BreachOfSupervision;
}

bool is_parole(const Part& part) {
    return part.type == SentenceType::ParticularConcern ||
           ((part.type == SentenceType::ExtendedDeterminate ||
             part.type == SentenceType::ExtendedOf2003 || part.type == SentenceType::ActOf1991) &&
            !part.automatic_release);
}

Term whole_term(const Part& part) {
    return part.custody + part.extension;
}

bool has_licence_under_12_months(const Part& part, const Law& law) {
    return part.offence_on && *part.offence_on >= law.licence_under_12_months;
}

bool is_of_the_1991_act(const Part& part, const Law& law) {
    return part.sentenced_on < law.act_of_2003_sentences && part.offence_on &&
           *part.offence_on < law.act_of_2003;
}

bool remand_was_for_the_court(const Part& part, const Law& law) {
    return part.type == SentenceType::DetentionAndTraining &&
           part.sentenced_on < law.detention_and_training_remand;
}

Day Sentence::release() const {
    return std::max(uncapped_release() - ledger.unused_awarded, sentenced_on);
}

Day Sentence::expiry() const {
    Day latest = std::max(adjusted_expiry(), sentenced_on);
    return last_day_at_large ? std::max(latest, *last_day_at_large + 1) : latest;
}

std::optional<Day> Sentence::unadjusted_parole() const {
    if (!days_to_parole) return std::nullopt;
    return sentenced_on + *days_to_parole - 1;
}

std::optional<Day> Sentence::parole() const {
    if (!days_to_parole) return std::nullopt;
    return *unadjusted_parole() + ledger.shift();
}

int days_of(RecallType type) {
    switch (type) {
        case RecallType::FixedTerm14: return 14;
        case RecallType::FixedTerm28: return 28;
        case RecallType::FixedTerm56: return 56;
        case RecallType::Standard: break;
    }
    return 0;
}

std::optional<Day> Sentence::release_after_recall() const {
    if (!recall) return std::nullopt;
    const bool standard = recall->type == RecallType::Standard ||
                          (recall->type == RecallType::FixedTerm56 && !fixed_recall_56.in_force);
    if (standard || !recall->returned_on) return expiry();
    Day day = *recall->returned_on + days_of(recall->type) - 1 + ledger.at_large_in_fixed_recall;
    if (recall->type == RecallType::FixedTerm56 && fixed_recall_56.tranche_on)
        day = std::max(day, *fixed_recall_56.tranche_on);
    return std::min(day + ledger.awarded_after_release, expiry());
}

Day Sentence::defaulted_release() const {
    if (is_recalled() || !law.tranche_on) return effective_release();
    if (law.name != ReleaseLaw::Progression) return std::max(release(), *law.tranche_on);
    // Days awarded are served on top of the tranche's day.
    if (*law.tranche_on > release() - ledger.awarded) return *law.tranche_on + ledger.awarded;
    return release();
}

DateTypes Sentence::types() const {
    DateTypes types = identified;
    if (!all_detention_and_training && under_18_on(effective_release()) && is_shorter_than(12)) {
        types.swap(DateType::SLED, DateType::SED);
        types.swap(DateType::CRD, DateType::ARD);
    }
    return types;
}

DateType Sentence::release_type() const {
    const auto now = types();
    if (is_recalled()) return DateType::PRRD;
    if (now.has(DateType::ARD)) return DateType::ARD;
    if (now.has(DateType::CRD)) return DateType::CRD;
    return now.has(DateType::MTD) ? DateType::MTD : DateType::ARD;
}

std::optional<Day> Sentence::licence_expiry() const {
    return types().has(DateType::SLED) ? expiry() : found.licence_expiry;
}

std::optional<Day> Sentence::licence_expiry_at_first_release() const {
    auto ends = licence_expiry();
    const int deducted_beyond_release = -ledger.shift() - days_to_release;
    if (ends && deducted_beyond_release > 0) return *ends + deducted_beyond_release;
    return ends;
}

void add_deduction(Sentence& sentence, AdjustmentType type, int days) {
    const bool for_recall =
        type == AdjustmentType::RecallRemand || type == AdjustmentType::RecallTaggedBail;
    if (for_recall != sentence.is_recalled()) return;
    if (!for_recall && sentence.refuses_remand) return;
    if (type == AdjustmentType::Remand && sentence.refuses_remand_only) return;
    auto& ledger = sentence.ledger;
    switch (type) {
        case AdjustmentType::Remand: ledger.remand += days; break;
        case AdjustmentType::TaggedBail: ledger.tagged_bail += days; break;
        case AdjustmentType::RecallRemand: ledger.recall_remand += days; break;
        case AdjustmentType::RecallTaggedBail: ledger.recall_tagged_bail += days; break;
        default: break;
    }
}

void add_awarded(Sentence& sentence, int days) {
    if (!sentence.all_terms) sentence.ledger.awarded += days;
}

}  // namespace noms::release_dates
