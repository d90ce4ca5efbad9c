#include "areas/organisation/store.hpp"

#include "areas/organisation/rules.hpp"
#include "areas/organisation/sql.gen.hpp"

namespace noms::organisation {

std::optional<Body> body_by_code(db::Connection& db, Kind kind, std::string_view code, Date day) {
    return db::first<Body>(db, sql::body_by_code, kind, code, day);
}

std::optional<Body> body(db::Connection& db, Id<Body> id, Date day) {
    return db::first<Body>(db, sql::body_by_id, id, day);
}

std::vector<Body> bodies(db::Connection& db, Kind kind, Date day) {
    return db::all<Body>(db, sql::bodies_of_kind, kind, day);
}

std::vector<Body> bodies_listed(db::Connection& db, std::span<const std::int64_t> ids, Date day) {
    return db::all<Body>(db, sql::bodies_listed, db::json_list(ids), day);
}

std::optional<Body> parent_of(db::Connection& db, Id<Body> id, Date day) {
    return db::first<Body>(db, sql::parent_of, id, day);
}

std::optional<Body> region_of_area(db::Connection& db, Id<Body> area, Date day) {
    auto parent = parent_of(db, area, day);
    if (!parent || parent->kind != Kind::Region) return std::nullopt;
    return parent;
}

std::vector<Id<Body>> bodies_below(db::Connection& db, Id<Body> top, Date day) {
    std::vector<Id<Body>> below;
    const std::vector<db::Value> values{db::bind(top), db::bind(day)};
    db.read(sql::bodies_below, values, [&](const db::Row& row) {
        db::take(describe::type_of<Id<Body>>(), &below.emplace_back(), row.cell(0));
    });
    return below;
}

std::vector<BodyCode> every_body_code(db::Connection& db) {
    return db::all<BodyCode>(db, sql::every_body_code);
}

std::vector<Body> bodies_under(db::Connection& db, Id<Body> parent, Date day) {
    return db::all<Body>(db, sql::bodies_under, parent, day);
}

std::vector<Body> bodies_under(db::Connection& db, Id<Body> parent, Kind kind, Date day) {
    auto all = bodies_under(db, parent, day);
    std::erase_if(all, [&](const Body& body) { return body.kind != kind; });
    return all;
}

std::vector<BodyPlace> places_of_kind(db::Connection& db, Kind kind, Date day) {
    return db::all<BodyPlace>(db, sql::places_of_kind, kind, day);
}

std::vector<BodyPlace> places_of_body(db::Connection& db, Id<Body> id) {
    return db::all<BodyPlace>(db, sql::places_of_body, id);
}

std::vector<BodyName> names_of_body(db::Connection& db, Id<Body> id) {
    return db::all<BodyName>(db, sql::names_of_body, id);
}

std::vector<BodyMerger> mergers_on_day(db::Connection& db, Date day) {
    return db::all<BodyMerger>(db, sql::mergers_on_day, day);
}

std::vector<BodyMerger> mergers_of_body(db::Connection& db, Id<Body> id) {
    return db::all<BodyMerger>(db, sql::mergers_of_body, id);
}

std::vector<Prison> every_prison(db::Connection& db) {
    return db::all<Prison>(db, sql::every_prison);
}

std::optional<Prison> prison_of_body(db::Connection& db, Id<Body> id) {
    return db::first<Prison>(db, sql::prison_of_body, id);
}

std::vector<Area> every_area(db::Connection& db) {
    return db::all<Area>(db, sql::every_area);
}

std::optional<Area> area_of_body(db::Connection& db, Id<Body> id) {
    return db::first<Area>(db, sql::area_of_body, id);
}

std::vector<Post> every_post(db::Connection& db) {
    return db::all<Post>(db, sql::every_post);
}

std::vector<Post> posts_on_day(db::Connection& db, Date day) {
    return db::all<Post>(db, sql::posts_on_day, day);
}

std::optional<Post> post_by_code(db::Connection& db, std::string_view code) {
    return db::first<Post>(db, sql::post_by_code, code);
}

std::vector<PostLine> lines_on_day(db::Connection& db, Date day) {
    return db::all<PostLine>(db, sql::lines_on_day, day);
}

std::vector<PostHolding> holdings_on_day(db::Connection& db, Date day) {
    return db::all<PostHolding>(db, sql::holdings_on_day, day);
}

std::vector<PostHolding> holdings_of_post(db::Connection& db, Id<Post> post) {
    return db::all<PostHolding>(db, sql::holdings_of_post, post);
}

std::vector<BoardSeat> seats_on_day(db::Connection& db, Date day) {
    return db::all<BoardSeat>(db, sql::seats_on_day, day);
}

std::vector<Counted> geography(db::Connection& db, Date day) {
    return geography_of(bodies(db, Kind::Area, day), mergers_on_day(db, day));
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::organisation
