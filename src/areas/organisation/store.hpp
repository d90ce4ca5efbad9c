#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/organisation/organisation.hpp"

/// The tables of this area, and what is read from them.
namespace noms::organisation {

extern const record::Table<BodyRow> body_table;
extern const record::Table<BodyName> body_name_table;
extern const record::Table<BodyPlace> body_place_table;
extern const record::Table<BodyMerger> body_merger_table;
extern const record::Table<Prison> prison_table;
extern const record::Table<Area> area_table;
extern const record::Table<Post> post_table;
extern const record::Table<PostLine> post_line_table;
extern const record::Table<PostHolding> post_holding_table;
extern const record::Table<BoardSeat> board_seat_table;

/// Key, kind and code of every body, for loading.
struct BodyCode {
    Id<Body> id{};
    Kind kind = Kind::Service;
    std::string code{};
};
DESCRIBE(BodyCode, id, kind, code)
std::vector<BodyCode> every_body_code(db::Connection&);

/// The bodies placed under `parent` on `day`, by code: of every kind, or of one.
std::vector<Body> bodies_under(db::Connection&, Id<Body> parent, Date day);
std::vector<Body> bodies_under(db::Connection&, Id<Body> parent, Kind, Date day);
/// Where each body of a kind is placed on `day`.
std::vector<BodyPlace> places_of_kind(db::Connection&, Kind, Date day);
/// All places of a body, the first first.
std::vector<BodyPlace> places_of_body(db::Connection&, Id<Body>);
std::vector<BodyName> names_of_body(db::Connection&, Id<Body>);
/// Which areas are run with another on `day`.
std::vector<BodyMerger> mergers_on_day(db::Connection&, Date day);
/// All mergers that a body is part of, on either side.
std::vector<BodyMerger> mergers_of_body(db::Connection&, Id<Body>);

std::optional<Prison> prison_of_body(db::Connection&, Id<Body>);
std::optional<Area> area_of_body(db::Connection&, Id<Body>);

std::vector<Post> every_post(db::Connection&);
std::vector<Post> posts_on_day(db::Connection&, Date day);
std::optional<Post> post_by_code(db::Connection&, std::string_view code);
std::vector<PostLine> lines_on_day(db::Connection&, Date day);
std::vector<PostHolding> holdings_on_day(db::Connection&, Date day);
std::vector<PostHolding> holdings_of_post(db::Connection&, Id<Post>);
std::vector<BoardSeat> seats_on_day(db::Connection&, Date day);

}  // namespace noms::organisation
