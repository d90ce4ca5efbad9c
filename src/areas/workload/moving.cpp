#include "areas/workload/moving.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "areas/access/access.hpp"
#include "kit/base/text.hpp"

namespace noms::workload {
namespace {

/// A move whose keys can be read.
struct Move {
    offenders::OffenderId offender{};
    record::AccountId to{};
};

Result<std::vector<Move>> moves_in(const MoveCases& given) {
    std::vector<Move> out;
    for (const auto& each : given.moves) {
        auto offender = parse_id_text(each.offender), to = parse_id_text(each.to);
        if (!offender || !to)
            return invalid({{"moves", "unknown", "A case or an officer is not known"}});
        out.push_back({{*offender}, {*to}});
    }
    if (out.empty()) return invalid({{"moves", "missing", "Choose the cases to give over"}});
    if (trimmed(given.reason).empty())
        return invalid({{"reason", "missing", "Say why, for whoever looks at it later"}});
    return out;
}

/// The names of those whose record the actor may know of.
std::map<std::int64_t, std::string> names_of(web::Context& context,
                                             std::span<const std::int64_t> offenders) {
    std::map<std::int64_t, std::string> out;
    auto open = access::unrestricted_among(context.db, context.actor, offenders, context.today);
    for (const auto& who : offenders::offenders_among(context.db, open))
        out[who.id.number] = offenders::name_in_list(who);
    return out;
}

std::string words_of(const Error& error) {
    for (const auto& field : error.fields)
        if (!field.words.empty()) return field.words;
    return error.message;
}

/// Gives one case over; why not, where it cannot be.
std::string move_one(web::Context& context, const Move& move, const std::string& reason) {
    context.changes->about({std::string(offenders::subject_kind), move.offender.number},
                           "management.reallocated");
    auto done = management::allocate(*context.changes,
                                     context.db,
                                     {.offender = move.offender,
                                      .from_day = context.today,
                                      .manager = move.to,
                                      .reason = reason});
    return done ? "" : words_of(done.error());
}

/// That another has the case by now: by name where the actor may know of the person.
std::string gone(web::Context& context, offenders::OffenderId offender) {
    std::string name = "A case that you chose";
    if (access::may_see(context.db, context.actor, offender.number, context.today))
        for (const auto& who :
             offenders::offenders_among(context.db, std::span(&offender.number, 1)))
            name = offenders::name_in_list(who);
    return name + " is no longer with this officer";
}

std::vector<std::int64_t> offenders_of(const std::vector<management::Allocation>& cases) {
    std::vector<std::int64_t> out;
    for (const auto& each : cases) out.push_back(each.offender.number);
    return out;
}

std::vector<management::Allocation> cases_now(web::Context& context, record::AccountId account) {
    return management::cases_among(context.db, std::span(&account.number, 1), context.today);
}

const CaseToMove* case_of(const MovingView& view, const std::string& key) {
    auto found = std::ranges::find(
        view.cases, key, [](const CaseToMove& each) { return to_text(each.offender); });
    return found == view.cases.end() ? nullptr : &*found;
}

const OfficerLoad* receiver_of(const MovingView& view, const std::string& key) {
    auto found = std::ranges::find(
        view.receivers, key, [](const OfficerLoad& each) { return to_text(each.officer.account); });
    return found == view.receivers.end() ? nullptr : &*found;
}

void add_loads(MovePlan& plan, const MovingView& view) {
    LoadAfter from{.name = view.from.name, .before = view.from.load, .after = view.from.load};
    std::map<record::AccountId, LoadAfter> takers;
    for (const auto& each : view.receivers)
        takers[each.officer.account] = {each.name, each.load, each.load};
    std::set<record::AccountId> taking;
    for (const auto& move : plan.moves) {
        from.after = from.after.without(move.what.weight);
        takers[move.to].after = takers[move.to].after.with(move.what.weight);
        taking.insert(move.to);
    }
    plan.loads.push_back(from);
    for (auto account : taking) plan.loads.push_back(takers[account]);
}

MovePlan empty_plan(const MovingView& view, const std::string& reason) {
    return {.from = view.from.officer,
            .from_name = view.from.name,
            .reason = std::string(trimmed(reason))};
}

}  // namespace

Result<MovedCases> move_cases(web::Context& context, const MoveCases& given) {
    auto officer = TRY(officer_seen(context));
    auto moves = TRY(moves_in(given));
    auto now = offenders_of(cases_now(context, officer.account));
    auto names = names_of(context, now);
    std::vector<FieldError> refusals;
    std::set<offenders::OffenderId> done;
    for (const auto& move : moves) {
        auto name = names.find(move.offender.number);
        std::string why;
        if (name == names.end())
            why = gone(context, move.offender);
        else if (!done.insert(move.offender).second)
            why = name->second + ": chosen twice";
        else if (auto no = move_one(context, move, given.reason); !no.empty())
            why = name->second + ": " + no;
        if (!why.empty()) refusals.push_back({"", "refused", why});
    }
    if (!refusals.empty()) return invalid(std::move(refusals));
    return MovedCases{.from = officer.account, .cases = int(moves.size())};
}

Result<MovingView> moving_of(web::Context& context) {
    auto officer = TRY(officer_seen(context));
    MovingView view{.from = loads_of(context.db, {officer}, context.today).front()};
    auto all = offenders_of(cases_now(context, officer.account));
    auto names = names_of(context, all);
    std::vector<std::int64_t> shown;
    for (const auto& [offender, name] : names) shown.push_back(offender);
    auto weighed = weighed_among(context.db, shown, context.today);
    for (const auto& [offender, name] : names) {
        const auto& weighs = weighed[offender];
        view.cases.push_back({{offender}, name, weighs, weight_of(weighs)});
        context.shows(offenders::subject_kind, offender);
    }
    std::ranges::stable_sort(view.cases, {}, &CaseToMove::name);
    view.not_shown = int(all.size() - names.size());
    view.receivers = loads_of(context.db,
                              receivers_in(context, officer.area, officer.unit, officer.account),
                              context.today);
    std::ranges::stable_sort(
        view.receivers, {}, [](const OfficerLoad& each) { return fullness(each.load); });
    return view;
}

Result<MovePlan> plan_of(const MovingView& view, const ChooseCases& given) {
    std::vector<FieldError> faults;
    std::vector<const CaseToMove*> cases;
    for (const auto& each : view.cases)
        if (given.all ||
            std::ranges::find(given.cases, to_text(each.offender)) != given.cases.end())
            cases.push_back(&each);
    std::vector<const OfficerLoad*> to;
    for (const auto& key : given.to)
        if (const auto* found = receiver_of(view, key)) to.push_back(found);
    if (cases.empty()) faults.push_back({"cases", "missing", "Choose the cases to give over"});
    if (to.empty()) faults.push_back({"to", "missing", "Choose who is to have them"});
    if (trimmed(given.reason.value_or("")).empty())
        faults.push_back({"reason", "missing", "Say why, for whoever looks at it later"});
    if (!faults.empty()) return invalid(std::move(faults));
    std::vector<Weight> weights;
    std::vector<Load> loads;
    for (const auto* each : cases) weights.push_back(each->weight);
    for (const auto* each : to) loads.push_back(each->load);
    auto plan = empty_plan(view, *given.reason);
    auto places = spread(weights, loads);
    for (size_t i = 0; i < cases.size(); ++i)
        plan.moves.push_back({*cases[i], to[places[i]]->officer.account, to[places[i]]->name});
    add_loads(plan, view);
    return plan;
}

MovePlan plan_again(const MovingView& view, const MoveCases& given) {
    auto plan = empty_plan(view, given.reason);
    for (const auto& each : given.moves) {
        const auto* what = case_of(view, each.offender);
        const auto* to = receiver_of(view, each.to);
        if (what && to) plan.moves.push_back({*what, to->officer.account, to->name});
    }
    add_loads(plan, view);
    return plan;
}

}  // namespace noms::workload
