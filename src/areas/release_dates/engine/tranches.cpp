#include "areas/release_dates/engine/tranches.hpp"

#include <algorithm>

#include "areas/release_dates/engine/release_laws.hpp"

namespace noms::release_dates {
namespace {

/// The time from the first sentence to the end of a sentence's parts served one after another.
struct Length {
    Day from{};
    Day until{};
};

/// Only parts that were passed before the law came, and no terms (8.3).
Length length_of(const Sentence& sentence, const Case& facts, Day commences) {
    auto counts = [&](int i) {
        return !is_term(facts.part(i)) && facts.part(i).sentenced_on < commences;
    };
    std::optional<Day> from;
    for (int i : sentence.parts)
        if (counts(i) && (!from || facts.part(i).sentenced_on < *from))
            from = facts.part(i).sentenced_on;
    if (!from) return {};
    Day until = *from;
    for (int i : sentence.parts)
        if (counts(i)) until = last_day(whole_term(facts.part(i)), until) + 1;
    return {.from = *from, .until = until};
}

bool fits(const Length& length, const Tranche& tranche) {
    if (tranche.under_years)
        return period_between(length.from, length.until).years < *tranche.under_years;
    return !tranche.days_at_most || length.until - length.from <= *tranche.days_at_most;
}

/// The first tranche that all the sentences fit; the longest decides. The last takes the rest.
Allocation first_fitting(const std::vector<Tranche>& tranches,
                         const std::vector<const Sentence*>& pool,
                         const Case& facts) {
    const Day commences = tranches.front().from;
    for (size_t i = 0; i < tranches.size(); ++i) {
        const bool all_fit = std::ranges::all_of(pool, [&](const Sentence* sentence) {
            return fits(length_of(*sentence, facts, commences), tranches[i]);
        });
        if (all_fit) return {.tranche = int(i) + 1, .on = tranches[i].from};
    }
    return {};
}

/// Sentences whose length decides: on licence or in custody, not expired when the law came.
std::vector<const Sentence*> pool_of(const Custody& custody, Day commences) {
    std::vector<const Sentence*> pool;
    for (const auto* list : {&custody.on_licence, &custody.group})
        for (const auto* sentence : *list)
            if (sentence->adjusted_expiry() >= commences) pool.push_back(sentence);
    return pool;
}

template <class Test>
bool has_part_passed_before(const Sentence& sentence, const Case& facts, Day day, Test&& test) {
    return std::ranges::any_of(sentence.parts, [&](int i) {
        return facts.part(i).sentenced_on < day && test(facts.part(i));
    });
}

// -- SDS-40 ---------------------------------------------------------------------------------------

/// Even an excluded offence puts a booking into a tranche; only the release point is not moved.
bool is_candidate_for_sds_40(const Sentence& sentence, const Case& facts) {
    const Day commences = facts.law.sds_40.commences;
    return sentence.release() > commences &&
           has_part_passed_before(sentence, facts, commences, is_plain_standard);
}

const Movement* last_movement_before(Day day, const Booking& booking) {
    const Movement* last = nullptr;
    for (const auto& movement : booking.movements)
        if (movement.on < day && (!last || movement.on >= last->on)) last = &movement;
    return last;
}

/// Who is out already is in no tranche, unless they are unlawfully at large.
bool is_out_on(Day day, const Custody& custody, const Booking& booking) {
    const auto* last = last_movement_before(day, booking);
    if (!last || !last->is_release) return false;
    switch (last->reason) {
        case MovementReason::HomeDetentionCurfew:
        case MovementReason::EarlyRemoval:
        case MovementReason::EndOfCustodySupervised: return true;
        default: break;
    }
    return std::ranges::none_of(custody.absences, [&](const Absence& absence) {
        return absence.from < day && absence.to && day <= *absence.to;
    });
}

// -- the progression model ------------------------------------------------------------------------

/// Absences still to come do not keep somebody in reach of the law.
int absence_since(Day commences, const Custody& custody) {
    int days = 0;
    for (const auto& absence : custody.absences)
        if (absence.from >= commences && absence.to) days += *absence.to - absence.from;
    return days;
}

bool is_candidate_for_progression(const Sentence& sentence,
                                  const Custody& custody,
                                  const Case& facts) {
    const Day commences = facts.law.progression->commences;
    auto covered = [&](const Part& part) {
        return covers(ReleaseLaw::Progression, part, facts.law);
    };
    return sentence.release_without_awarded() - absence_since(commences, custody) >= commences &&
           has_part_passed_before(sentence, facts, commences, covered);
}

// -- the recall of 56 days ------------------------------------------------------------------------

bool is_recall_56(const Sentence* sentence) {
    return sentence->recall && sentence->recall->type == RecallType::FixedTerm56;
}

bool has_part_recalled_56(const Sentence& sentence, const Case& facts) {
    return std::ranges::any_of(sentence.parts, [&](int i) {
        const auto& recall = facts.part(i).recall;
        return recall && recall->type == RecallType::FixedTerm56;
    });
}

bool has_part_returned_by(Day day, const Sentence& sentence, const Case& facts) {
    return std::ranges::any_of(sentence.parts, [&](int i) {
        const auto& recall = facts.part(i).recall;
        return recall && recall->returned_on && *recall->returned_on <= day;
    });
}

/// Those recalled for 56 days who came back in time, and whose sentence outlasts the latest recall.
std::vector<const Sentence*> pool_of_recall_56(const Custody& custody, const Case& facts) {
    std::vector<const Sentence*> recalled;
    std::optional<Day> latest;
    for (const auto* list : {&custody.group, &custody.on_licence, &custody.expired})
        for (const auto* sentence : *list)
            if (is_recall_56(sentence)) {
                recalled.push_back(sentence);
                latest = later(latest, sentence->recall->revoked_on);
            }
    const Day commences = facts.law.recall_56_tranches.front().from;
    std::erase_if(recalled, [&](const Sentence* sentence) {
        return !latest || sentence->adjusted_expiry() <= *latest ||
               sentence->recall->revoked_on == commences ||
               !has_part_returned_by(commences, *sentence, facts);
    });
    return recalled;
}

}  // namespace

bool comes_on(const std::vector<Tranche>& tranches, Day day) {
    return std::ranges::find(tranches, day, &Tranche::from) != tranches.end();
}

void allocate_sds_40(Custody& custody, const Case& facts, Day day) {
    const auto& law = facts.law.sds_40;
    if (custody.sds_40.is_made() || !comes_on(law.tranches, day)) return;
    const bool any = std::ranges::any_of(custody.live(), [&](const Sentence* sentence) {
        return is_candidate_for_sds_40(*sentence, facts);
    });
    if (!any) return;
    const auto found = first_fitting(law.tranches, pool_of(custody, law.commences), facts);
    if (!is_out_on(found.on, custody, facts.booking)) custody.sds_40 = found;
}

void allocate_progression(Custody& custody, const Case& facts, Day day) {
    const auto& law = facts.law.progression;
    if (!law || custody.progression.is_made() || !comes_on(law->tranches, day)) return;
    const bool any = std::ranges::any_of(custody.live(), [&](const Sentence* sentence) {
        return is_candidate_for_progression(*sentence, custody, facts);
    });
    if (any)
        custody.progression = first_fitting(law->tranches, pool_of(custody, law->commences), facts);
}

void allocate_recall_56(Custody& custody, const Case& facts) {
    custody.is_recall_56_in_force = true;
    const auto pool = pool_of_recall_56(custody, facts);
    if (!pool.empty()) custody.recall_56 = first_fitting(facts.law.recall_56_tranches, pool, facts);
}

std::vector<Sentence*> reached(ReleaseLaw law, const Custody& custody, const Case& facts, Day day) {
    auto sentences = custody.live();
    std::erase_if(sentences, [&](const Sentence* sentence) {
        return sentence->release() <= day || !covers_any(law, *sentence, facts);
    });
    return sentences;
}

void reach(const std::vector<Sentence*>& sentences, Case& facts, const LawTaken& law) {
    for (auto* sentence : sentences) change_law(*sentence, facts, law);
}

void exclude_further(Custody& custody, Case& facts) {
    for (auto* sentence : custody.group)
        if (covers_any(ReleaseLaw::Sds40Further, *sentence, facts))
            change_law(*sentence, facts, {.name = ReleaseLaw::Sds40Further});
}

void bring_recall_56_into_force(Custody& custody, const Case& facts, Day day) {
    for (auto* sentence : custody.live()) {
        if (sentence->effective_release() <= day || !has_part_recalled_56(*sentence, facts))
            continue;
        sentence->fixed_recall_56.in_force = true;
        if (custody.recall_56.is_made())
            sentence->fixed_recall_56.tranche_on = custody.recall_56.on;
    }
}

}  // namespace noms::release_dates
