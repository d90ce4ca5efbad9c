#include "areas/outcomes/places.hpp"

#include <algorithm>

#include "areas/management/management.hpp"

namespace noms::outcomes {
namespace {

using organisation::Kind;

bool is_counted(Kind kind) {
    return kind == Kind::Region || kind == Kind::Area || kind == Kind::LocalUnit ||
           kind == Kind::Team;
}

/// An analyst has no scope of people: figures are all that an analyst sees.
bool sees_any(const web::Actor& actor) {
    return actor.scope_kind == "national" || actor.scope_kind == "none";
}

void add(std::vector<Body>& out, const std::optional<Body>& body) {
    if (body && is_counted(body->kind) && std::ranges::find(out, body->id, &Body::id) == out.end())
        out.push_back(*body);
}

/// The unit that the reader belongs to first, then what the scope holds or a head answers for.
std::vector<Body> own_of(web::Context& context) {
    const auto& actor = context.actor;
    std::vector<Body> out;
    auto add_body = [&](Id<Body> id) {
        add(out, organisation::body(context.db, id, context.today));
    };
    auto office = management::officer_on(context.db, actor.account, context.today);
    if (office && office->unit) add_body(*office->unit);
    if (actor.scope_kind != "caseload") add_body({actor.scope_body});
    if (office && office->grade == management::Grade::Head) add_body(office->area);
    return out;
}

void add_below(std::vector<Body>& out, web::Context& context, const Body& top) {
    std::vector<std::int64_t> ids;
    for (auto id : organisation::bodies_below(context.db, top.id, context.today))
        ids.push_back(id.number);
    auto found = organisation::bodies_listed(context.db, ids, context.today);
    std::ranges::stable_sort(
        found, {}, [](const Body& body) { return std::pair(body.kind, body.name); });
    for (const auto& body : found) add(out, body);
}

std::vector<Body> reach_of(web::Context& context) {
    auto out = own_of(context);
    auto own = out;
    for (const auto& each : own) add_below(out, context, each);
    return out;
}

}  // namespace

std::vector<Body> places_of(web::Context& context, const std::optional<Body>& chosen) {
    if (!sees_any(context.actor)) return reach_of(context);
    auto out = organisation::bodies(context.db, Kind::Region, context.today);
    std::ranges::move(organisation::bodies(context.db, Kind::Area, context.today),
                      std::back_inserter(out));
    if (!chosen) return out;
    add(out, *chosen);
    add_below(out, context, *chosen);
    return out;
}

Result<std::optional<Body>> place_asked(web::Context& context,
                                        const std::optional<Id<Body>>& asked) {
    std::optional<Body> out;
    if (sees_any(context.actor)) {
        if (asked) out = organisation::body(context.db, *asked, context.today);
    } else {
        auto reach = reach_of(context);
        auto found = asked ? std::ranges::find(reach, *asked, &Body::id) : reach.begin();
        if (found != reach.end()) out = *found;
    }
    if (asked && (!out || !is_counted(out->kind)))
        return not_found("There is no such team, area or region in your scope.");
    return out;
}

}  // namespace noms::outcomes
