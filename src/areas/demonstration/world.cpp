#include "areas/demonstration/world.hpp"

#include <algorithm>
#include <map>

namespace noms::demonstration {
namespace {

using organisation::Kind;

constexpr std::string_view focus_code = "NW";
constexpr int population_unknown_thousands = 500;

bool lies_in(const World& world, Reach reach, BodyId region) {
    return reach == Reach::Country || region == world.focus;
}

void add_areas(db::Connection& db, Date day, Reach reach, World& world) {
    std::map<std::int64_t, int> thousands;
    for (const auto& each : organisation::every_area(db))
        thousands[each.body.number] =
            each.population_thousands.value_or(population_unknown_thousands);
    for (const auto& body : organisation::bodies(db, Kind::Area, day)) {
        auto region = organisation::region_of_area(db, body.id, day);
        if (!region || !lies_in(world, reach, region->id)) continue;
        world.areas.push_back({.body = body.id,
                               .region = region->id,
                               .name = body.name,
                               .population_thousands = thousands[body.id.number]});
    }
}

void add_to_areas(db::Connection& db, Date day, World& world) {
    std::map<BodyId, Area*> by_body;
    for (auto& area : world.areas) by_body[area.body] = &area;
    for (auto kind : {Kind::Court, Kind::LocalUnit})
        for (const auto& body : organisation::bodies(db, kind, day)) {
            auto above = organisation::parent_of(db, body.id, day);
            auto found = above ? by_body.find(above->id) : by_body.end();
            if (found == by_body.end()) continue;
            if (kind == Kind::LocalUnit)
                found->second->units.push_back(body);
            else
                found->second->courts.push_back(
                    {body.id, body.name.find("Crown") != std::string::npos});
        }
}

void add_prisons(db::Connection& db, Date day, Reach reach, World& world) {
    std::map<BodyId, organisation::Prison> facts;
    for (auto& each : organisation::every_prison(db)) facts[each.body] = each;
    for (const auto& body : organisation::bodies(db, Kind::Prison, day)) {
        auto region = organisation::region_of_area(db, body.id, day);
        const auto& known = facts[body.id];
        auto places = known.operational_capacity.value_or(known.in_use_places.value_or(0));
        bool fits = known.age_group != "15-17" && known.in_estate_2004_06;
        if (!region || !lies_in(world, reach, region->id) || places == 0 || !fits) continue;
        world.prisons.push_back({.body = body.id,
                                 .region = region->id,
                                 .name = body.name,
                                 .places = places,
                                 .women = known.sex == "F",
                                 .local = known.role.starts_with("local"),
                                 .open = known.security == "Open"});
    }
}

template <class List, class Weight, class Wanted>
auto* drawn(Dice& dice, List& list, Weight&& weight, Wanted&& wanted) {
    int sum = 0;
    for (const auto& each : list)
        if (wanted(each)) sum += weight(each);
    int thrown = sum > 0 ? dice.throw_one(sum) : 0;
    for (auto& each : list)
        if (wanted(each) && (thrown -= weight(each)) < 0) return &each;
    return static_cast<decltype(list.data())>(nullptr);
}

int places_of(const Prison& prison) {
    return prison.places;
}

}  // namespace

Area& World::area(Dice& dice) {
    return *drawn(
        dice,
        areas,
        [](const Area& each) { return each.population_thousands; },
        [](const Area&) { return true; });
}

Prison* World::prison(Dice& dice, bool women, BodyId region, bool local, BodyId but) {
    auto fits = [&](const Prison& each) { return each.women == women && each.body != but; };
    auto near = [&](const Prison& each) {
        return fits(each) && each.region == region && each.local == local && !each.open;
    };
    auto of_role = [&](const Prison& each) {
        return fits(each) && each.local == local && !each.open;
    };
    if (auto* found = drawn(dice, prisons, places_of, near)) return found;
    if (auto* found = drawn(dice, prisons, places_of, of_role)) return found;
    return drawn(dice, prisons, places_of, fits);
}

Prison* World::shown_prison() {
    auto is_shown = [](const Prison& prison) {
        return std::ranges::any_of(prison.staff, &Officer::fills_first);
    };
    auto found = std::ranges::find_if(prisons, is_shown);
    return found == prisons.end() ? nullptr : &*found;
}

Prison* World::open_prison(Dice& dice, bool women) {
    return drawn(dice, prisons, places_of, [&](const Prison& each) {
        return each.open && each.women == women;
    });
}

Result<World> world_on(db::Connection& db, Date day, Reach reach) {
    auto focus = organisation::body_by_code(db, Kind::Region, focus_code, day);
    if (!focus) return refused("The reference data holds no region of the demonstration.");
    World world{.focus = focus->id};
    add_areas(db, day, reach, world);
    add_to_areas(db, day, world);
    add_prisons(db, day, reach, world);
    if (world.prisons.empty() || world.areas.empty())
        return refused("The region of the demonstration has no prison or no area.");
    return world;
}

}  // namespace noms::demonstration
