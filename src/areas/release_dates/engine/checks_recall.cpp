#include <algorithm>
#include <cstdlib>

#include "areas/release_dates/engine/checks.hpp"

namespace noms::release_dates {
namespace {

using Codes = std::vector<std::string_view>;

struct Recalls {
    std::vector<const Sentence*> sentences{};
    bool any_long = false;  // 12 months or more
    bool any_short = false;
};

Recalls recalls_of(const Calculated& done, Day returned_on) {
    Recalls recalls;
    for (const auto& group : done.groups)
        for (const auto& sentence : group.sentences) {
            if (!sentence.is_recalled() || sentence.adjusted_expiry() < returned_on) continue;
            recalls.sentences.push_back(&sentence);
            (sentence.is_shorter_than(12) ? recalls.any_short : recalls.any_long) = true;
        }
    return recalls;
}

bool is_for(const Sentence& sentence, RecallType type) {
    return sentence.recall->type == type;
}

/// All of one class: each chain's length must fit the recall's.
void check_one_class(const Recalls& recalls, int recall_days, Codes& codes) {
    auto any_chain = [&](auto&& test) {
        return std::ranges::any_of(recalls.sentences, [&](const Sentence* each) {
            return each->form == Form::Chain && test(*each,
                                                     is_for(*each, RecallType::FixedTerm14),
                                                     is_for(*each, RecallType::FixedTerm28),
                                                     each->is_shorter_than(12));
        });
    };
    const bool none_short = !recalls.any_short;
    const bool none_long = !recalls.any_long;
    if (any_chain([&](const Sentence&, bool for_14, bool for_28, bool is_short) {
            return recall_days == 14 && !is_short && ((for_14 && none_short) || for_28);
        }))
        codes.push_back("FTR_14_DAYS_AGGREGATE_GE_12_MONTHS");
    if (any_chain([&](const Sentence&, bool for_14, bool for_28, bool is_short) {
            return recall_days == 28 && is_short && none_long && (for_14 || for_28);
        }))
        codes.push_back("FTR_28_DAYS_AGGREGATE_LT_12_MONTHS");
    if (any_chain([&](const Sentence&, bool, bool for_28, bool is_short) {
            return for_28 && is_short && none_long;
        }))
        codes.push_back("FTR_TYPE_28_DAYS_AGGREGATE_LT_12_MONTHS");
    if (any_chain([&](const Sentence&, bool for_14, bool, bool is_short) {
            return for_14 && !is_short && none_short;
        }))
        codes.push_back("FTR_TYPE_14_DAYS_AGGREGATE_GE_12_MONTHS");
}

/// The other sentence of that class that expires next after the return.
const Sentence* next_to_expire(const Recalls& recalls,
                               const Sentence* but,
                               bool is_short,
                               Day returned_on) {
    const Sentence* next = nullptr;
    for (const auto* each : recalls.sentences)
        if (each != but && each->is_shorter_than(12) == is_short &&
            each->unadjusted_expiry() >= returned_on &&
            (!next || each->unadjusted_expiry() < next->unadjusted_expiry()))
            next = each;
    return next;
}

/// Long and short ones together: the gap between them must fit the recall.
void check_both_classes(const Calculated& done, const Recalls& recalls, Codes& codes) {
    const auto returned_on = done.facts.booking.returned_on;
    const auto sled = done.dates[DateType::SLED];
    if (!returned_on || !sled) return;
    auto last = std::ranges::find_if(
        recalls.sentences, [&](const Sentence* each) { return each->adjusted_expiry() == *sled; });
    if (last == recalls.sentences.end()) return;
    const bool is_short = (*last)->is_shorter_than(12);
    const auto* other = next_to_expire(recalls, *last, !is_short, *returned_on);
    if (!other) return;
    if (!is_short) {
        if (is_for(*other, RecallType::FixedTerm14) && *sled - other->adjusted_expiry() >= 14)
            codes.push_back("FTR_TYPE_14_DAYS_SENTENCE_GT_12_MONTHS");
        return;
    }
    const int gap = std::abs(other->adjusted_expiry() - *returned_on);
    if (is_for(**last, RecallType::FixedTerm14) && gap >= 14)
        codes.push_back("FTR_TYPE_14_DAYS_SENTENCE_GAP_GT_14_DAYS");
    if (is_for(**last, RecallType::FixedTerm28) && gap <= 14)
        codes.push_back("FTR_TYPE_28_DAYS_SENTENCE_GAP_LT_14_DAYS");
}

}  // namespace

void check_fixed_term_recalls(const Calculated& done, Codes& codes) {
    const auto& details = done.facts.booking.fixed_term_recall;
    if (!details) return;
    const auto recalls = recalls_of(done, details->returned_on);
    if (recalls.any_long && recalls.any_short)
        check_both_classes(done, recalls, codes);
    else
        check_one_class(recalls, details->days, codes);
}

}  // namespace noms::release_dates
