#include <algorithm>

#include <fmt/format.h>

#include "areas/interventions/asking.hpp"
#include "areas/interventions/fitting.hpp"
#include "areas/interventions/handlers.hpp"
#include "areas/interventions/store.hpp"
#include "kit/base/text.hpp"

/// A referral is made, and carried on elsewhere.
namespace noms::interventions {
namespace {

using catalogue::Aspect;
using catalogue::Verdict;

/// What rules an offering out, in words: "Need: no need was found".
std::string against(const catalogue::Fit& fit) {
    std::vector<std::string> words;
    for (const auto& check : fit.checks)
        if (check.verdict == Verdict::RuledOut) words.push_back(check.words);
    return fmt::format("{}", fmt::join(words, "; "));
}

/// Nobody can be referred to where they cannot go; the rest somebody may decide otherwise, and says
/// why.
Result<void> may_be_referred(const Held& held, const std::string& code, const std::string& why) {
    if (std::ranges::find(held.person.open, code) != held.person.open.end())
        return refused("A referral to it is open already.");
    for (const auto& check : held.fit.checks)
        if (check.aspect == Aspect::Place && check.verdict == Verdict::RuledOut)
            return invalid({{"offering", "out_of_reach", check.words}});
    if (held.fit.verdict == Verdict::RuledOut && why.empty())
        return invalid(
            {{"why", "missing", "Say why all the same. Against it: " + against(held.fit)}});
    return {};
}

Result<catalogue::Offering> offering_on(db::Connection& db, catalogue::OfferingId id, Date day) {
    auto found = catalogue::offering(db, id);
    if (!found) return invalid({{"offering", "unknown_offering", "Choose an offering"}});
    if (found->until_day && *found->until_day <= day)
        return invalid({{"offering", "over", "It is no longer offered"}});
    return *found;
}

/// The prison's place waits for the manager's view.
void consult(web::Context& context,
             const Referral& referral,
             const catalogue::Offering& offering,
             const std::string& name) {
    if (offering.setting != catalogue::Setting::Custody) return;
    auto manager = management::manager_of(context.db, referral.offender, context.today);
    if (!manager || !manager->manager) return;
    ask_manager(*context.changes,
                context.db,
                {.offender = referral.offender,
                 .referral = referral.id,
                 .about = Question::Place,
                 .question = "A place on " + name,
                 .prison = offering.place},
                *manager->manager,
                *manager->manager == context.actor.account);
}

Referral referral_to(const web::Context& context,
                     offenders::OffenderId offender,
                     const catalogue::Offering& offering,
                     std::string note) {
    return {.id = new_id<Referral>(),
            .offender = offender,
            .offering = offering.id,
            .intervention = offering.intervention,
            .referred_on = context.today,
            .referred_by = context.actor.name,
            .note = std::move(note)};
}

/// What is under way ends here. What another place refused goes on from where it was begun.
std::optional<ReferralId> handed_on(web::Context& context,
                                    const Referral& before,
                                    const std::string& why) {
    if (before.state != ReferralState::Started) return before.continues;
    auto after = before;
    after.state = ReferralState::CarriedOn;
    after.ended_on = context.today;
    after.ended_by = context.actor.name;
    after.reason = why;
    context.changes->change(referrals, before, after);
    return before.id;
}

Result<catalogue::Offering> place_to_carry_on(web::Context& context,
                                              const Referral& before,
                                              catalogue::OfferingId chosen) {
    auto offender = TRY(offenders::offender_in(context));
    auto from = catalogue::offering(context.db, before.offering);
    auto to = TRY(offering_on(context.db, chosen, context.today));
    if (!from || to.intervention != from->intervention || to.id == from->id)
        return invalid({{"offering", "other_intervention", "Choose another place that runs it"}});
    auto held = held_against(context.db, offender, to, context.today);
    bool open = std::ranges::find(held.person.open, to.intervention) != held.person.open.end();
    if (open && !before.is_open()) return refused("A referral to it is open already.");
    for (const auto& check : held.fit.checks)
        if (check.aspect == Aspect::Place && check.verdict == Verdict::RuledOut)
            return invalid({{"offering", "out_of_reach", check.words}});
    return to;
}

}  // namespace

record::Changes& about(web::Context& context,
                       offenders::OffenderId offender,
                       std::string_view kind) {
    context.changes->about({std::string(offenders::subject_kind), offender.number}, kind);
    return *context.changes;
}

bool may_go_on(const Referral& referral) {
    if (referral.state == ReferralState::Started) return true;
    return referral.continues &&
           (referral.state == ReferralState::Refused || referral.state == ReferralState::Withdrawn);
}

Result<Referral> referral_in(web::Context& context) {
    auto offender = TRY(offenders::offender_in(context));
    auto found = store::referral(context.db, TRY(context.id<Referral>("referral")));
    if (!found || found->offender != offender.id) return not_found("There is no such referral.");
    return *found;
}

Result<Referral> refer(web::Context& context, const Refer& given) {
    auto offender = TRY(offenders::offender_in(context));
    auto offering = TRY(offering_on(context.db, given.offering, context.today));
    auto held = held_against(context.db, offender, offering, context.today);
    std::string why(trimmed(given.why.value_or("")));
    CHECK(may_be_referred(held, offering.intervention, why));
    auto made = referral_to(context, offender.id, offering, std::move(why));
    auto name = catalogue::name_of(offering.intervention);
    about(context, offender.id, "interventions.referred").add(referrals, made);
    ask_to_decide(*context.changes, context.db, made, offering, name);
    consult(context, made, offering, name);
    return made;
}

Result<Referral> carry_on(web::Context& context, const CarryOn& given) {
    auto before = TRY(referral_in(context));
    if (!may_go_on(before)) return conflict("Only what was begun goes on elsewhere.");
    auto to = TRY(place_to_carry_on(context, before, given.offering));
    std::string why(trimmed(given.why.value_or("")));
    about(context, before.offender, "interventions.carried_on");
    auto begun = handed_on(context, before, why);
    auto made = referral_to(context, before.offender, to, why);
    made.continues = begun;
    context.changes->add(referrals, made);
    auto name = catalogue::name_of(to.intervention);
    ask_to_decide(*context.changes, context.db, made, to, name);
    consult(context, made, to, name);
    tasks::close_asked(*context.changes,
                       context.db,
                       carry_on_source(*begun),
                       tasks::TaskState::Done,
                       "Goes on with " + to.provider);
    return made;
}

}  // namespace noms::interventions
