#include "areas/organisation/shown.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include <fmt/format.h>

namespace noms::organisation {
namespace {

using Names = std::map<Id<Body>, Body>;

Names by_id(std::vector<Body> bodies) {
    Names names;
    for (auto& body : bodies) names.emplace(body.id, std::move(body));
    return names;
}

std::vector<Body> of_kind(const std::vector<Body>& bodies, Kind kind) {
    std::vector<Body> out;
    std::ranges::copy_if(
        bodies, std::back_inserter(out), [&](const Body& body) { return body.kind == kind; });
    return out;
}

/// The bodies with these keys in one query.
template <class Rows, class Key>
Names named(db::Connection& db, const Rows& rows, Date day, Key key) {
    if (rows.empty()) return {};
    std::vector<std::int64_t> ids;
    for (const auto& row : rows) ids.push_back((row.*key).number);
    return by_id(bodies_listed(db, ids, day));
}

std::map<Id<Body>, std::vector<Body>> by_area(db::Connection& db, Kind kind, Date day) {
    auto all = by_id(bodies(db, kind, day));
    std::map<Id<Body>, std::vector<Body>> out;
    for (const auto& place : places_of_kind(db, kind, day))
        if (auto found = all.find(place.body); found != all.end())
            out[place.parent].push_back(found->second);
    return out;
}

ShownPost shown(const Post& post, const Step& step, const PostHolding* holding) {
    ShownPost out{.code = post.code,
                  .title = post.title,
                  .accountability = post.accountability,
                  .depth = step.depth};
    if (!holding) return out;
    out.manner = holding->manner;
    out.holder = holding->holder;
    out.since = holding->from_day;
    out.certainty = holding->certainty;
    out.source = holding->source;
    out.note = holding->note;
    return out;
}

std::vector<ShownSeat> shown_seats(db::Connection& db,
                                   const std::map<Id<Post>, Post>& posts,
                                   Date day) {
    auto seats = seats_on_day(db, day);
    auto boards = named(db, seats, day, &BoardSeat::board);
    std::vector<ShownSeat> out;
    for (const auto& seat : seats) {
        auto post = posts.find(seat.post);
        if (post == posts.end()) continue;
        out.push_back({.board = boards.at(seat.board).name,
                       .post = post->second.title,
                       .capacity = seat.capacity,
                       .since = seat.from_day,
                       .certainty = seat.certainty,
                       .source = seat.source});
    }
    return out;
}

ShownPrison joined(Body prison, const Names& regions, Id<Body> region, Prison facts) {
    ShownPrison out{.prison = std::move(prison), .facts = std::move(facts)};
    if (auto found = regions.find(region); found != regions.end()) {
        out.region = found->second.code;
        out.region_name = found->second.name;
    }
    return out;
}

}  // namespace

ShownChain shown_chain(db::Connection& db, Date day) {
    auto posts = posts_on_day(db, day);
    auto bodies = named(db, posts, day, &Post::body);
    std::map<Id<Post>, Post> by_key;
    for (const auto& post : posts) by_key.emplace(post.id, post);
    std::map<Id<Post>, PostHolding> holdings;
    for (auto& holding : holdings_on_day(db, day)) holdings.emplace(holding.post, holding);

    ShownChain chain{.day = day};
    for (const auto& step : chain_of(posts, lines_on_day(db, day))) {
        const auto& post = by_key.at(step.post);
        auto held = holdings.find(step.post);
        auto& row = chain.posts.emplace_back(
            shown(post, step, held == holdings.end() ? nullptr : &held->second));
        row.body = bodies.at(post.body).name;
        if (step.reports_to) row.reports_to = by_key.at(step.reports_to).code;
        if (row.manner == Manner::Vacant) ++chain.vacant;
    }
    chain.seats = shown_seats(db, by_key, day);
    return chain;
}

Result<ShownPostHistory> shown_post(db::Connection& db, std::string_view code) {
    auto post = post_by_code(db, code);
    if (!post) return not_found("There is no such post.");
    ShownPostHistory out{
        .code = post->code, .title = post->title, .accountability = post->accountability};
    for (const auto& held : holdings_of_post(db, post->id))
        out.holdings.push_back({.from_day = held.from_day,
                                .manner = held.manner,
                                .holder = held.holder,
                                .certainty = held.certainty,
                                .source = held.source,
                                .note = held.note});
    return out;
}

Result<ShownRegion> shown_region(db::Connection& db, std::string_view code, Date day) {
    auto region = body_by_code(db, Kind::Region, code, day);
    if (!region) return not_found("There is no such region.");
    ShownRegion out{.day = day, .region = *region};
    const auto within = bodies_under(db, region->id, day);
    out.areas = of_kind(within, Kind::Area);
    out.prisons = of_kind(within, Kind::Prison);
    for (auto& post : shown_chain(db, day).posts)
        if (post.code == fmt::format("ROM-{}", code)) out.manager = std::move(post);
    return out;
}

Result<AreaHistory> area_history(db::Connection& db, std::string_view code, Date day) {
    auto area = body_by_code(db, Kind::Area, code, day);
    if (!area) return not_found("There is no such area.");
    return AreaHistory{.area = *area,
                       .places = places_of_body(db, area->id),
                       .mergers = mergers_of_body(db, area->id)};
}

Result<ShownArea> shown_area(db::Connection& db, std::string_view code, Date day) {
    auto history = TRY(area_history(db, code, day));
    const auto id = history.area.id;
    ShownArea out{.day = day, .area = history.area, .region = region_of_area(db, id, day)};
    if (auto known = area_of_body(db, id)) {
        out.population_thousands = known->population_thousands;
        out.population_certainty = known->certainty;
        out.population_source = known->source;
    }
    auto regions = named(db, history.places, day, &BodyPlace::parent);
    for (const auto& place : history.places)
        out.places.push_back({.from_day = place.from_day,
                              .region = regions.at(place.parent).code,
                              .name = regions.at(place.parent).name,
                              .certainty = place.certainty,
                              .source = place.source});
    auto merged = named(db, history.mergers, day, &BodyMerger::body);
    merged.merge(named(db, history.mergers, day, &BodyMerger::into_body));
    for (const auto& merger : history.mergers)
        out.mergers.push_back({.from_day = merger.from_day,
                               .area = merged.at(merger.body).name,
                               .run_with = merged.at(merger.into_body).name,
                               .source = merger.source});
    const auto within = bodies_under(db, id, day);
    out.units = of_kind(within, Kind::LocalUnit);
    out.forces = of_kind(within, Kind::PoliceForce);
    out.courts = of_kind(within, Kind::Court);
    out.boards = of_kind(within, Kind::JusticeBoard);
    return out;
}

std::vector<ShownPrison> shown_prisons(db::Connection& db, std::string_view region, Date day) {
    auto prisons = by_id(bodies(db, Kind::Prison, day));
    auto regions = by_id(bodies(db, Kind::Region, day));
    std::map<Id<Body>, Id<Body>> place;
    for (const auto& row : places_of_kind(db, Kind::Prison, day)) place[row.body] = row.parent;
    std::vector<ShownPrison> out;
    for (auto& facts : every_prison(db)) {
        auto found = prisons.find(facts.body);
        if (found == prisons.end()) continue;
        auto row = joined(found->second, regions, place[facts.body], std::move(facts));
        if (region.empty() || row.region == region) out.push_back(std::move(row));
    }
    std::ranges::sort(out, {}, [](const ShownPrison& row) { return row.prison.name; });
    return out;
}

Result<ShownPrison> shown_prison(db::Connection& db, std::string_view code, Date day) {
    auto prison = body_by_code(db, Kind::Prison, code, day);
    auto facts = prison ? prison_of_body(db, prison->id) : std::nullopt;
    if (!facts) return not_found("There is no such prison.");
    Names regions;
    auto region = region_of_area(db, prison->id, day);
    if (region) regions.emplace(region->id, *region);
    return joined(*prison, regions, region ? region->id : Id<Body>{}, std::move(*facts));
}

std::vector<ShownBoundary> shown_boundaries(db::Connection& db, Date day) {
    auto forces = by_area(db, Kind::PoliceForce, day);
    auto courts = by_area(db, Kind::Court, day);
    auto boards = by_area(db, Kind::JusticeBoard, day);
    std::vector<ShownBoundary> out;
    for (const auto& area : bodies(db, Kind::Area, day))
        out.push_back(
            {.area = area.code,
             .name = area.name,
             .boundary = boundary_of(area, forces[area.id], courts[area.id], boards[area.id])});
    return out;
}

}  // namespace noms::organisation
