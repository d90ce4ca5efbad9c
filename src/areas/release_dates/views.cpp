#include "areas/release_dates/views.hpp"

#include <algorithm>

#include "areas/release_dates/rules_booking.hpp"

namespace noms::release_dates {
namespace {

constexpr int stored_shown = 20;
constexpr int days_max = 36'525;

Result<void> check_numbers(const WhatIf& asked) {
    std::vector<FieldError> faults;
    auto check = [&](const char* field, std::optional<int> number) {
        if (number && (*number < 0 || *number > days_max))
            faults.push_back({field, "out_of_range", "Enter a number from 0 to 36525"});
    };
    check("added_days", asked.added_days);
    check("days_at_large", asked.days_at_large);
    check("remand_days", asked.remand_days);
    check("years", asked.years);
    check("months", asked.months);
    check("weeks", asked.weeks);
    check("days", asked.days);
    if (asked.law && !law_of(*asked.law))
        faults.push_back({"law", "unknown_code", "Choose a law from the list"});
    if (!faults.empty()) return invalid(std::move(faults));
    return {};
}

SentenceFact* sentence_asked(CalculationFacts& facts, const WhatIf& asked) {
    for (auto& each : facts.sentences)
        if (!asked.sentence || each.id == *asked.sentence) return &each;
    return nullptr;
}

/// Terms that were typed stand in the place of the whole length.
void change_term(CalculationFacts& facts, const WhatIf& asked) {
    auto* sentence = sentence_asked(facts, asked);
    bool typed = asked.years || asked.months || asked.weeks || asked.days;
    if (!sentence || !typed) return;
    sentence->length = {.years = asked.years.value_or(0),
                        .months = asked.months.value_or(0),
                        .weeks = asked.weeks.value_or(0),
                        .days = asked.days.value_or(0)};
}

CalculationView view_of(StoredCalculation stored,
                        std::map<CalculationId, std::vector<WorkedDate>>& dates) {
    auto id = stored.id;
    return {std::move(stored), std::move(dates[id])};
}

std::vector<ChallengeView> challenge_views(db::Connection& db, OffenderId offender) {
    std::vector<ChallengeView> out;
    for (auto& each : store::challenges_of(db, offender)) {
        ChallengeView view{.challenge = std::move(each)};
        if (auto due = answer_due(view.challenge.made_on)) {
            view.due_on = due->is;
            view.because = due->because;
        }
        out.push_back(std::move(view));
    }
    return out;
}

void load_stored(OffenderDates& out, db::Connection& db) {
    auto all = store::calculations_of(db, out.offender, stored_shown);
    auto is_approved = [](const StoredCalculation& each) {
        return each.state == CalculationState::Approved;
    };
    if (std::ranges::none_of(all, is_approved))
        if (auto old = store::last_calculation(db, out.offender, CalculationState::Approved))
            all.push_back(std::move(*old));
    std::vector<std::int64_t> ids;
    for (const auto& each : all) ids.push_back(each.id.number);
    auto dates = store::dates_among(db, ids);
    for (auto& each : all) {
        out.stored.push_back(view_of(std::move(each), dates));
        const auto& view = out.stored.back();
        if (!out.approved && is_approved(view.stored)) out.approved = view;
    }
}

}  // namespace

Result<CalculationFacts> changed_by(const WhatIf& asked, CalculationFacts facts, Date day) {
    CHECK(check_numbers(asked));
    change_term(facts, asked);
    if (asked.remand_days)
        for (auto& each : facts.sentences) each.remand_days = *asked.remand_days;
    if (asked.added_days.value_or(0) > 0)
        facts.added.push_back({AddedKind::Awarded, *asked.added_days, day});
    if (asked.days_at_large.value_or(0) > 0)
        facts.absences.push_back(away_for(*asked.days_at_large, day));
    return facts;
}

Result<OffenderDates> dates_of(db::Connection& db,
                               OffenderId offender,
                               Date day,
                               const WhatIf& asked) {
    OffenderDates out{.offender = offender, .day = day};
    auto people = facts_among(db, std::span(&offender.number, 1), day);
    if (!people.empty()) out.facts = std::move(people.front().facts);
    out.now = work_out(out.facts, service_profile, Reasons::Given);
    auto changed = TRY(changed_by(asked, out.facts, day));
    if (asked.asks())
        out.what_if =
            work_out(changed, asked.law.value_or(std::string(service_profile)), Reasons::Given);
    load_stored(out, db);
    out.challenges = challenge_views(db, offender);
    return out;
}

CalculationFacts facts_in(const StoredCalculation& stored) {
    auto facts = json::read<CalculationFacts>(stored.facts);
    if (!facts)
        throw db::Broken("calculation " + to_text(stored.id) + " has facts nobody can read");
    return *facts;
}

std::optional<CalculationView> calculation_view(db::Connection& db, CalculationId id) {
    auto stored = store::calculation(db, id);
    if (!stored) return std::nullopt;
    auto dates = store::dates_among(db, std::span(&id.number, 1));
    return view_of(std::move(*stored), dates);
}

}  // namespace noms::release_dates
