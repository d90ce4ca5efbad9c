#include "areas/release_dates/engine/sentencing.hpp"

#include <algorithm>

#include "areas/release_dates/engine/chains.hpp"
#include "areas/release_dates/engine/day_counts.hpp"
#include "areas/release_dates/engine/release_laws.hpp"

namespace noms::release_dates {
namespace {

bool contains(const PartList& parts, int part) {
    return std::ranges::find(parts, part) != parts.end();
}

bool shares_a_part(const Sentence& a, const Sentence& b) {
    return std::ranges::any_of(a.parts, [&](int part) { return contains(b.parts, part); });
}

PartList parts_in(const std::vector<Sentence*>& group) {
    PartList parts;
    for (const auto* sentence : group)
        for (int part : sentence->parts)
            if (!contains(parts, part)) parts.push_back(part);
    return parts;
}

PartList parts_passed_on(Day day, const Booking& booking) {
    PartList parts;
    for (size_t i = 0; i < booking.parts.size(); ++i)
        if (booking.parts[i].sentenced_on == day) parts.push_back(int(i));
    return parts;
}

bool continues_any(const PartList& fresh, const PartList& served, const Case& facts) {
    return std::ranges::any_of(fresh, [&](int i) {
        const auto& before = facts.part(i).consecutive_to;
        return !before.empty() && std::ranges::any_of(served, [&](int j) {
            return facts.part(j).identifier == before;
        });
    });
}

/// Days awarded that were served already when the court sat: those after release without them.
int awarded_days_served(const Custody& custody, Day day) {
    if (!custody.is_in_custody() || !custody.released_last) return 0;
    const Day without = custody.released_last->release_without_awarded();
    return day > without ? day - without - 1 : 0;
}

/// The ledger of the sentence that carries most; none when nobody is in custody.
Ledger inherited_from(const std::vector<Sentence*>& group) {
    const Sentence* most = nullptr;
    for (const auto* sentence : group)
        if (!most || sentence->ledger.total() > most->ledger.total()) most = sentence;
    return most ? most->ledger : Ledger{};
}

void inherit(Sentence& sentence, const Ledger& from, int served_awarded) {
    add_deduction(sentence, AdjustmentType::Remand, from.remand);
    add_deduction(sentence, AdjustmentType::TaggedBail, from.tagged_bail);
    add_deduction(sentence, AdjustmentType::RecallRemand, from.recall_remand);
    add_deduction(sentence, AdjustmentType::RecallTaggedBail, from.recall_tagged_bail);
    add_awarded(sentence, from.awarded);
    if (!sentence.all_terms)
        sentence.ledger.served_awarded = served_awarded != 0 ? served_awarded : from.served_awarded;
}

/// A chain goes on with the absence of the sentence that it grew from.
void inherit_absence(Sentence& sentence, const std::vector<Sentence*>& before) {
    if (sentence.parts.size() < 2) return;
    for (const auto* earlier : before)
        if (shares_a_part(*earlier, sentence)) {
            sentence.ledger.at_large_in_custody += earlier->ledger.at_large_in_custody;
            return;
        }
}

Sentence* kept(const Sentence& combined, const std::vector<Sentence*>& group) {
    for (auto* sentence : group)
        if (sentence->parts == combined.parts && sentence->form == combined.form) return sentence;
    return nullptr;
}

void add_deductions_of(Day day, Custody& custody, const Booking& booking) {
    for (const auto& adjustment : booking.adjustments)
        if (adjustment.applies_from == day)
            for (auto* sentence : custody.group)
                add_deduction(*sentence, adjustment.type, adjustment.days);
    for (auto* sentence : custody.group) add_awarded(*sentence, custody.pending_awarded);
    custody.pending_awarded = 0;
}

}  // namespace

void pass_sentences(Custody& custody, Case& facts, Day day) {
    const auto passed = parts_passed_on(day, facts.booking);
    if (passed.empty()) return;
    auto parts = parts_in(custody.group);
    const int served = continues_any(passed, parts, facts) ? 0 : awarded_days_served(custody, day);
    const auto inherited = inherited_from(custody.group);
    for (int part : passed) {
        take_share(part, facts, day);
        parts.push_back(part);
    }
    std::vector<Sentence*> fresh;
    std::vector<Sentence*> unchanged;
    for (auto& sentence : combined(parts, facts)) {
        if (auto* same = kept(sentence, custody.group)) {
            unchanged.push_back(same);
            continue;
        }
        take_law_in_force(sentence, facts, day);
        count_days(sentence, facts);
        sentence.fixed_recall_56.in_force = custody.is_recall_56_in_force;
        if (custody.recall_56.is_made()) sentence.fixed_recall_56.tranche_on = custody.recall_56.on;
        inherit(sentence, inherited, served);
        inherit_absence(sentence, custody.group);
        fresh.push_back(&custody.all.emplace_back(std::move(sentence)));
    }
    fresh.insert(fresh.end(), unchanged.begin(), unchanged.end());
    std::ranges::stable_sort(fresh, {}, &Sentence::sentenced_on);
    custody.group = std::move(fresh);
    add_deductions_of(day, custody, facts.booking);
}

}  // namespace noms::release_dates
