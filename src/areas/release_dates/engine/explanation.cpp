#include "areas/release_dates/engine/explanation.hpp"

#include <algorithm>
#include <array>

#include "areas/release_dates/engine/explanation_steps.hpp"
#include "areas/release_dates/engine/identification.hpp"

namespace noms::release_dates {
namespace {

using enum DateType;

/// The sentence's own date of a type, whether or not the booking shows it.
std::optional<Day> own_date(const Sentence& sentence, DateType type) {
    const auto& found = sentence.found;
    switch (type) {
        case SLED:
        case SED: return sentence.expiry();
        case LED: return sentence.licence_expiry();
        case CRD:
        case ARD:
        case MTD: return sentence.release();
        case PRRD: return sentence.release_after_recall();
        case PED: return sentence.parole();
        case HDCED: return found.curfew;
        case TUSED: return found.supervision;
        case ERSED: return found.early_removal;
        case ETD: return found.early_transfer;
        case LTD: return found.late_transfer;
        case ESED: break;
    }
    return sentence.unadjusted_expiry();
}

/// The sentence that gives the date; else the one whose own date of the type is latest.
const Sentence* giver_of(DateType type, Day day, const Calculation& done) {
    const Sentence* latest = nullptr;
    for (const auto& group : done.groups)
        for (const auto& sentence : group.sentences) {
            const auto own = own_date(sentence, type);
            if (own == day) return &sentence;
            if (own && (!latest || *own > *own_date(*latest, type))) latest = &sentence;
        }
    return latest;
}

class Explanation {
public:
    Explanation(const Booking& booking, const Law& law, const Calculation& done)
        : booking_(booking), law_(law), done_(done) {}

    ExplainedDate date(DateType type, Day day) {
        ExplainedDate out{.type = type, .on = day};
        const auto* sentence = giver_of(type, day, done_);
        Steps steps(booking_, law_, done_.share, out.steps);
        if (sentence) {
            own_steps(steps, *sentence, type);
            if (own_date(*sentence, type) != day) moved(steps, type, day);
        } else {
            moved(steps, type, day);
        }
        return out;
    }

private:
    const Booking& booking_;
    const Law& law_;
    const Calculation& done_;

    void own_steps(Steps& steps, const Sentence& sentence, DateType type) {
        switch (type) {
            case CRD:
            case ARD:
            case MTD: return steps.release(sentence);
            case SLED:
            case SED: return steps.expiry(sentence);
            case ESED: return steps.unadjusted_expiry(sentence);
            case LED: return steps.licence(sentence);
            case PRRD: return steps.recall(sentence);
            case PED: return steps.parole(sentence);
            case HDCED: return steps.curfew(sentence);
            case TUSED: return steps.supervision(sentence);
            case ERSED: return steps.early_removal(sentence);
            case ETD:
            case LTD: return steps.transfer(sentence);
        }
    }

    /// Why the booking's date is not the sentence's own.
    void moved(Steps& steps, DateType type, Day day) {
        if (done_.progression.is_made() && reached_by(done_.progression, day))
            return steps.held_to_tranche(
                day, done_.progression, law_.progression_table, booking_.adjustments.empty());
        if (done_.sds_40.is_made() && reached_by(done_.sds_40, day))
            return steps.held_to_tranche(
                day, done_.sds_40, law_.earlier_release_table, booking_.adjustments.empty());
        for (const auto* before : {&done_.before.before_progression, &done_.before.before_sds_40})
            if (*before && (**before).dates[type] == day) return steps.kept_from_before(day);
        steps.held_by_another(day);
    }

    /// On the tranche's day, or later by no more than the days awarded.
    bool reached_by(const Allocation& law, Day day) const {
        int awarded = 0;
        for (const auto& each : booking_.adjustments)
            if (each.type == AdjustmentType::AdditionalDaysAwarded) awarded += each.days;
        return day >= law.on && day - law.on <= awarded;
    }
};

}  // namespace

std::vector<ExplainedDate> explain(const Booking& booking,
                                   const Law& law,
                                   const Calculation& done) {
    std::vector<ExplainedDate> all;
    if (!done.error.empty()) return all;
    Explanation explanation(booking, law, done);
    for (size_t i = 0; i < date_type_names.size(); ++i)
        if (const auto day = done.booking.dates[DateType(i)])
            all.push_back(explanation.date(DateType(i), *day));
    return all;
}

}  // namespace noms::release_dates
