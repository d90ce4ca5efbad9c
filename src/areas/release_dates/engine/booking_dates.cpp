#include "areas/release_dates/engine/booking_dates.hpp"

#include <algorithm>

#include "areas/release_dates/engine/booking_removal.hpp"
#include "areas/release_dates/engine/identification.hpp"
#include "areas/release_dates/engine/sentence_levels.hpp"

namespace noms::release_dates {
namespace {

using enum DateType;

Period length_of(const Overview& booking) {
    Day end = booking.active->unadjusted_expiry();
    for (const auto* sentence : booking.sentences)
        end = std::max(end, sentence->unadjusted_expiry());
    return period_between(booking.first_sentenced_on, end + 1);
}

// -- one sentence (9.1) ---------------------------------------------------------------------------

void find_dates_of_one(BookingDates& out, const Overview& booking) {
    const auto& sentence = *booking.active;
    const auto types = sentence.types();
    const auto& found = sentence.found;
    auto& dates = out.dates;
    dates[types.has(SLED) ? SLED : SED] = sentence.expiry();
    dates[sentence.release_type()] = sentence.effective_release();
    if (types.has(LED)) dates[LED] = found.licence_expiry;
    dates[TUSED] = found.supervision;
    // Known before the breach and later than the sentence: it stands even after the repeal.
    if (const auto known = known_supervision_end(sentence, booking.facts);
        known && *known > sentence.expiry())
        dates[TUSED] = known;
    if (!types.has(PED)) dates[HDCED] = booking_curfew(booking);
    if (const auto parole = sentence.parole())
        dates[PED] = std::max(*parole, sentence.sentenced_on);
    dates[ETD] = found.early_transfer;
    dates[LTD] = found.late_transfer;
    if (!sentence.is_breach_of_supervision) dates[ESED] = sentence.unadjusted_expiry();
}

// -- several: conditional or not (9.3) ------------------------------------------------------------

struct Conditional {
    bool release = false;
    bool licence_expiry = false;  // may be shown
};

bool is_lone_standard(const Sentence* sentence) {
    return sentence->is_alone() && sentence->has_standard;
}

/// A short sentence with a licence beside one without: rule 1.
std::optional<Conditional> conditional_by_mixed_licences(const Overview& booking) {
    const auto& law = booking.facts.law;
    bool with = false;
    bool without = false;
    bool any_sed = false;
    std::optional<Day> sled;
    for (const auto* each : booking.sentences) {
        const bool has_licence =
            has_licence_under_12_months(booking.facts.part(each->parts.front()), law);
        if (is_lone_standard(each) && has_licence) with = true;
        if (is_lone_standard(each) && !has_licence && each->is_shorter_than(12)) without = true;
        if (each->types().has(SLED)) sled = later(sled, each->expiry());
        if (each->types().has(SED)) any_sed = true;
    }
    const bool fits = !booking.by_release->types().has(CRD) &&
                      booking.by_release->is_shorter_than(48) && with && without && any_sed && sled;
    if (!fits) return std::nullopt;
    const bool after_licence = booking.by_expiry->types().has(SED) && booking.release > *sled;
    return Conditional{.release = !after_licence, .licence_expiry = !after_licence};
}

Conditional conditional(const Overview& booking) {
    if (const auto mixed = conditional_by_mixed_licences(booking)) return *mixed;
    if (booking.any_detention_and_training) {
        const bool all_short = std::ranges::all_of(
            booking.sentences, [](const Sentence* each) { return each->is_shorter_than(12); });
        if (booking.all_under_18_at_release() && all_short)
            return {.release = false, .licence_expiry = true};
        if (booking.any_other && !booking.any_under_18_at_release())
            return {.release = true, .licence_expiry = true};
    }
    const bool on_licence = std::ranges::any_of(booking.sentences, [&](const Sentence* each) {
        const auto ends = each->licence_expiry();
        return ends && *ends >= booking.release;
    });
    return {.release = on_licence, .licence_expiry = true};
}

// -- several: expiry (9.4) ------------------------------------------------------------------------

/// The sentence released last among those that pass the test; the last on ties.
template <class Test>
const Sentence* released_last_of(const Overview& booking, Test&& test) {
    const Sentence* latest = nullptr;
    for (const auto* each : booking.sentences)
        if (test(*each) && (!latest || each->effective_release() >= latest->effective_release()))
            latest = each;
    return latest;
}

const Sentence* last_other(const Overview& booking) {
    return released_last_of(booking,
                            [](const Sentence& each) { return !each.all_detention_and_training; });
}
const Sentence* last_detention_and_training(const Overview& booking) {
    return released_last_of(booking, is_detention_and_training);
}

void find_expiry(Dates& dates, const Overview& booking, bool licence_expiry_allowed) {
    const auto licence = booking.licence_expiry;
    if (licence == booking.expiry && booking.by_expiry->types().has(SLED)) {
        dates[SLED] = booking.expiry;
    } else if (booking.any_detention_and_training && booking.any_other) {
        const bool equal =
            last_other(booking)->expiry() == last_detention_and_training(booking)->expiry();
        dates[equal ? SLED : SED] = booking.expiry;
    } else {
        dates[SED] = booking.expiry;
        if (licence_expiry_allowed && licence && *licence >= booking.release) dates[LED] = licence;
    }
}

// -- several: release (9.5) -----------------------------------------------------------------------

void find_transfers(Dates& dates, int months) {
    if (months == 0) return;
    dates[ETD] = plus_months(*dates[MTD], -months);
    dates[LTD] = plus_months(*dates[MTD], months);
}

void release_from_orders(Dates& dates, const Overview& booking) {
    dates[MTD] = booking.release;
    if (!booking.by_expiry->is_immediate_release())
        find_transfers(dates, transfer_months(*booking.by_expiry));
}

Day middle_of_order(const Sentence& order, bool conditional, const Overview& booking) {
    const bool remand_counts = !order.refuses_remand_only;
    if (order.is_immediate_release() && remand_counts) return order.sentenced_on;
    if (conditional && !remand_counts) return order.unadjusted_release();
    if (conditional || booking.all_under_18_at_release()) return order.release();
    return booking.release;
}

/// Detention and training beside other sentences: each kind has its own day.
const Sentence* release_from_both(Dates& dates, const Overview& booking, bool conditional) {
    const auto& other = *last_other(booking);
    const auto& order = *last_detention_and_training(booking);
    if (!other.is_recalled()) dates[conditional ? CRD : ARD] = other.effective_release();
    dates[MTD] = middle_of_order(order, conditional, booking);
    const bool any_immediate = std::ranges::any_of(booking.sentences, [](const Sentence* each) {
        return each->all_detention_and_training && each->is_immediate_release();
    });
    if (!any_immediate) find_transfers(dates, transfer_months(order));
    if (other.release_type() == CRD && !dates.has(SLED)) dates[LED] = other.licence_expiry();
    return &other;
}

const Sentence* first_not_recalled(const Sentences& sentences) {
    auto found =
        std::ranges::find_if(sentences, [](const Sentence* each) { return !each->is_recalled(); });
    return found == sentences.end() ? nullptr : *found;
}

/// A release after recall takes curfew away, unless it comes before the other release.
void release_recalled(Dates& dates, const Overview& booking) {
    const Day release = release_after_mixed_recalls(booking);
    dates[PRRD] = release;
    const auto last = later(dates[CRD], dates[ARD]);
    const bool before_the_other = dates[CRD] != release && last && release < *last;
    if (!before_the_other) dates[HDCED].reset();
}

/// Gives the sentence that decided the release; null when a recall or an order did.
const Sentence* find_release(BookingDates& out, const Overview& booking, bool conditional) {
    auto& dates = out.dates;
    const Sentence* decided = nullptr;
    if (!booking.any_other) {
        release_from_orders(dates, booking);
    } else if (booking.any_detention_and_training) {
        decided = release_from_both(dates, booking, conditional);
    } else {
        decided = first_not_recalled(booking.released_last);
        if (decided) dates[conditional ? CRD : ARD] = booking.release;
    }
    const bool recalled = std::ranges::any_of(
        booking.released_last, [](const Sentence* each) { return each->is_recalled(); });
    if (recalled) release_recalled(dates, booking);
    return decided;
}

// -- several: supervision and parole (9.7) --------------------------------------------------------

std::optional<Day> latest_supervision(const Overview& booking, bool of_breach) {
    std::optional<Day> latest;
    for (const auto* each : booking.sentences)
        if (each->is_breach_of_supervision == of_breach)
            latest = later(latest, each->found.supervision);
    return latest;
}

std::optional<Day> supervision(const Overview& booking) {
    auto latest = latest_supervision(booking, false);
    if (!booking.licence_expiry) {
        const bool all_under_2_years = std::ranges::all_of(
            booking.sentences, [](const Sentence* each) { return each->is_shorter_than(24); });
        const bool given =
            !booking.any_other && !booking.all_under_18_at_release() && all_under_2_years;
        return given ? latest : std::nullopt;
    }
    if (!latest) latest = latest_supervision(booking, true);
    if (!latest || *latest <= *booking.licence_expiry) return std::nullopt;
    const bool an_order_outlasts_it =
        std::ranges::any_of(booking.sentences, [&](const Sentence* each) {
            return each->all_detention_and_training && each->expiry() > *latest;
        });
    return an_order_outlasts_it ? std::nullopt : latest;
}

std::optional<Day> parole(const Overview& booking) {
    if (!booking.active->types().has(PED) || !booking.by_release->parole()) return std::nullopt;
    Day latest = booking.first_sentenced_on;
    std::optional<Day> other_release;
    for (const auto* each : booking.sentences) {
        const auto parole = each->parole();
        if (parole) latest = std::max(latest, *parole);
        if (!parole && !each->is_recalled() && !each->all_detention_and_training &&
            !each->is_immediate_release())
            other_release = later(other_release, each->effective_release());
    }
    if (other_release && *other_release >= booking.by_release->release()) return std::nullopt;
    return later(latest, other_release);
}

const Sentence* find_dates_of_several(BookingDates& out, const Overview& booking) {
    auto& dates = out.dates;
    Day unadjusted = booking.active->unadjusted_expiry();
    for (const auto* each : booking.sentences)
        unadjusted = std::max(unadjusted, each->unadjusted_expiry());
    dates[ESED] = unadjusted;
    const auto is = conditional(booking);
    find_expiry(dates, booking, is.licence_expiry);
    dates[HDCED] = booking_curfew(booking);
    const auto* decided = find_release(out, booking, is.release);
    dates[TUSED] = supervision(booking);
    dates[PED] = parole(booking);
    return decided;
}

}  // namespace

BookingDates dates_of(const std::vector<CustodyGroup>& groups,
                      const Case& facts,
                      std::optional<Day> earlier_removal) {
    BookingDates out;
    const Overview booking(groups, facts);
    if (booking.sentences.empty()) return out;
    const Sentence* decided = booking.active;
    if (booking.sentences.size() == 1)
        find_dates_of_one(out, booking);
    else
        decided = find_dates_of_several(out, booking);
    out.length = length_of(booking);
    if (facts.booking.switches.early_removal)
        out.dates[ERSED] = booking_removal(booking, out.dates, earlier_removal);
    for (const auto* each : booking.sentences)
        out.other_recall_release = later(out.other_recall_release, each->release_after_recall());
    out.last_released_has_parole = booking.active->types().has(PED);
    find_affected(out, booking);
    if (facts.booking.switches.sentence_level_dates)
        out.sentences = sentence_levels(booking, decided);
    return out;
}

}  // namespace noms::release_dates
