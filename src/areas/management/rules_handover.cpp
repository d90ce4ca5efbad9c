#include "areas/management/rules_handover.hpp"

#include <algorithm>
#include <cstdlib>

namespace noms::management {
namespace {

const law::Provision policy{
    "offender-management-allocation-manager @7aeb43b9 [S]; its date examples recomputed [T]",
    "https://github.com/ministryofjustice/offender-management-allocation-manager"};

constexpr int days_to_look_ahead = 56;

using MaybeDate = std::optional<Date>;

/// The earlier of two days, either of which may be none.
MaybeDate earlier(MaybeDate one, MaybeDate other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

/// Tariff or hearing, whichever is to come; else whichever is nearest.
MaybeDate release_of_indeterminate(const HandoverFacts& facts) {
    for (const auto& date : {facts.tariff_expiry, facts.target_hearing})
        if (date && facts.day < *date) return date;
    if (!facts.tariff_expiry || !facts.target_hearing)
        return earlier(facts.tariff_expiry, facts.target_hearing);
    auto distance = [&](const MaybeDate& date) { return std::abs(days_between(*date, facts.day)); };
    return distance(facts.target_hearing) < distance(facts.tariff_expiry) ? facts.target_hearing
                                                                          : facts.tariff_expiry;
}

MaybeDate earliest_release(const HandoverFacts& facts) {
    if (facts.indeterminate) return release_of_indeterminate(facts);
    if (facts.parole_eligibility) return facts.parole_eligibility;
    return earlier(facts.automatic_release, facts.conditional_release);
}

struct Handover {
    MaybeDate on{};
    std::string why{};
};

/// Months are of the calendar, held to the month's end; days come after them.
Handover handover_before(Date release, const HandoverFacts& facts) {
    if (facts.early_allocation)
        return {plus_months(release, -15), "Early allocation: 15 months before release"};
    if (facts.indeterminate)
        return {plus_months(release, -12), "Indeterminate: 12 months before release"};
    if (facts.sentence_start && release <= plus_months(*facts.sentence_start, 10))
        return {{}, "Release within 10 months of the sentence: the community leads at once"};
    if (facts.parole_eligibility)
        return {plus_months(release, -12), "Parole: 12 months before eligibility"};
    return {plus_days(plus_months(release, -8), -14),
            "Determinate: 8 months and 14 days before release"};
}

/// From when the rules for open conditions hold, and for whom.
MaybeDate open_since(const HandoverFacts& facts) {
    static const Date mens = parse_date("2021-03-31").value();
    static const Date prescoed = parse_date("2020-10-19").value();
    MaybeDate since = facts.womens_category_open;
    if (facts.arrived_in_mens_open_prison && *facts.arrived_in_mens_open_prison >= mens)
        since = earlier(since, facts.arrived_in_mens_open_prison);
    if (facts.arrived_in_prescoed && *facts.arrived_in_prescoed >= prescoed)
        since = earlier(since, facts.arrived_in_prescoed);
    return since;
}

void decide(HandoverRuling& ruling, int rule, CustodyLead responsible, std::string why) {
    ruling.rule = rule;
    ruling.responsible = responsible;
    ruling.because.push_back({std::move(why), policy});
}

void add_dates(HandoverRuling& ruling, const HandoverFacts& facts) {
    ruling.earliest_release = earliest_release(facts);
    if (!ruling.earliest_release) return;
    ruling.because.push_back(
        {"Earliest release " + noms::in_words(*ruling.earliest_release), policy});
    auto [on, why] = handover_before(*ruling.earliest_release, facts);
    ruling.because.push_back({why, policy});
    ruling.handover_on = on;
    ruling.start_on = on;
    if (on && facts.indeterminate)
        if (auto since = open_since(facts); since && *since < *on) {
            ruling.start_on = since;
            ruling.because.push_back(
                {"In open conditions since " + noms::in_words(*since), policy});
        }
}

/// Rule 8: by the dates.
void decide_by_dates(HandoverRuling& ruling, const HandoverFacts& facts) {
    if (!ruling.handover_on)
        return decide(ruling, 8, CustodyLead::Community, "There is no day of handover");
    if (facts.day < *ruling.start_on) {
        ruling.upcoming = *ruling.handover_on <= plus_days(facts.day, days_to_look_ahead);
        return decide(ruling, 8, CustodyLead::Prison, "Handover has not begun");
    }
    if (facts.day < *ruling.handover_on)
        return decide(
            ruling, 8, CustodyLead::PrisonWithCommunity, "Handover has begun and is not done");
    decide(ruling, 8, CustodyLead::Community, "The day of handover has come");
}

/// Rules 2 to 4: an indeterminate sentence whose hearing is a year off or more.
bool decide_by_hearing(HandoverRuling& ruling, const HandoverFacts& facts) {
    if (!facts.indeterminate || !facts.target_hearing ||
        *facts.target_hearing < plus_months(facts.day, 12))
        return false;
    if (!facts.mappa_level)
        ruling.because.push_back({"The MAPPA level is not known: taken as none", policy});
    bool higher = facts.mappa_level.value_or(0) >= 2;
    if (facts.recalled && !higher) {
        decide(ruling, 2, CustodyLead::PrisonWithCommunity, "Recalled, the hearing a year off");
        return true;
    }
    if (facts.parole_outcome_release != false) return false;
    if (higher)
        decide(ruling, 3, CustodyLead::Community, "Not released by the Board, MAPPA 2 or 3");
    else
        decide(ruling, 4, CustodyLead::PrisonWithCommunity, "Not released by the Board");
    return true;
}

}  // namespace

Result<HandoverRuling> handover(const HandoverFacts& facts) {
    if (facts.mappa_level && (*facts.mappa_level < 0 || *facts.mappa_level > 3))
        return invalid({{"mappa_level", "out_of_range", "must be between 0 and 3"}});
    HandoverRuling ruling;
    add_dates(ruling, facts);
    if (facts.indeterminate && facts.further_indeterminate_sentence)
        decide(ruling, 1, CustodyLead::Prison, "Sentenced to a further indeterminate sentence");
    else if (decide_by_hearing(ruling, facts))
        return ruling;
    else if (facts.recalled)
        decide(ruling, 5, CustodyLead::Community, "Recalled");
    else if (facts.immigration)
        decide(ruling, 6, CustodyLead::Community, "Held under immigration powers");
    else if (!ruling.earliest_release)
        decide(ruling, 7, CustodyLead::Prison, "No date of release is known");
    else
        decide_by_dates(ruling, facts);
    return ruling;
}

void register_handover() {
    law::register_rule<HandoverFacts, HandoverRuling>(
        "handover",
        "Who is responsible in custody, and the day of handover",
        "The policy of Offender Management in Custody, with its dates; to compare with one manager "
        "from end to end.",
        {policy},
        &handover);
}

}  // namespace noms::management
