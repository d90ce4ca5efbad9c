#include <algorithm>

#include "areas/interventions/asking.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"

/// What a reception, a transfer or a release does to what somebody was referred to.
namespace noms::interventions {
namespace {

using tasks::TaskState;

void end(record::Changes& changes, const Referral& before, ReferralState state, std::string why) {
    auto after = before;
    after.state = state;
    after.ended_on = changes.command().day;
    after.ended_by = changes.command().actor_name;
    after.reason = std::move(why);
    changes.change(referrals, before, after);
}

void withdraw(record::Changes& changes, db::Connection& db, const Referral& referral) {
    const std::string why = "Left the prison before it was started";
    end(changes, referral, ReferralState::Withdrawn, why);
    tasks::close_asked(changes, db, decision_source(referral.id), TaskState::Cancelled, why);
    if (auto asked = store::consultation_on(db, referral.id))
        tasks::close_asked(changes, db, consultation_source(asked->id), TaskState::Cancelled, why);
}

std::vector<catalogue::Offering> offerings_of(db::Connection& db,
                                              const std::vector<Referral>& all) {
    std::vector<std::int64_t> ids;
    for (const auto& each : all) ids.push_back(each.offering.number);
    return catalogue::offerings_listed(db, ids);
}

}  // namespace

Result<void> follow_movement(record::Changes& changes,
                             db::Connection& db,
                             const movements::Movement& moved) {
    using movements::Move;
    if (moved.move != Move::Release && moved.move != Move::Transfer &&
        moved.move != Move::Reception)
        return {};
    std::vector<Referral> open;
    for (auto& each : referrals_among(db, std::span(&moved.offender.number, 1)))
        if (each.is_open()) open.push_back(std::move(each));
    if (open.empty()) return {};
    auto manager = management::manager_of(db, moved.offender, changes.command().day);
    auto offerings = offerings_of(db, open);
    for (const auto& each : open) {
        auto offering = std::ranges::find(offerings, each.offering, &catalogue::Offering::id);
        if (offering == offerings.end()) continue;
        auto becomes = after_move(each, *offering, moved.prison);
        if (becomes == AfterMove::Withdrawn) withdraw(changes, db, each);
        if (becomes != AfterMove::Interrupted) continue;
        if (manager && manager->manager)
            ask_to_carry_on(changes,
                            db,
                            each,
                            *manager->manager,
                            catalogue::name_of(offering->intervention),
                            day_of(moved.at));
        else
            end(changes,
                each,
                ReferralState::NotCompleted,
                "Left the place where it was offered, and nobody manages them");
    }
    return {};
}

}  // namespace noms::interventions
