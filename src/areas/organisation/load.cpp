#include <map>
#include <set>
#include <utility>

#include "areas/organisation/given.hpp"
#include "areas/organisation/store.hpp"

namespace noms::organisation {
namespace {

/// The first name of a body whose beginning is not known holds from the day the boards began.
constexpr Date known_from{std::chrono::year(2001), std::chrono::April, std::chrono::day(1)};

/// Adds reference data body by body; what the database holds already is left as it stands.
class Loader {
public:
    Loader(db::Connection& db, record::Changes& changes) : changes_(changes) {
        for (auto& known : every_body_code(db)) bodies_[{known.kind, known.code}] = known.id;
        for (auto& known : every_post(db)) posts_[known.code] = known.id;
    }

    void add(const GivenBody& given) {
        auto [place, is_new] = bodies_.try_emplace({given.kind, given.code});
        if (!is_new) return;
        auto id = place->second = new_id<Body>();
        new_bodies_.insert(id);
        about(id);
        changes_.add(body_table,
                     {.id = id,
                      .kind = given.kind,
                      .code = given.code,
                      .began_on = given.began_on,
                      .began = given.began,
                      .ended_on = given.ended_on,
                      .ended = given.ended,
                      .source = given.source,
                      .certainty = given.certainty,
                      .dates_certainty = given.dates_certainty,
                      .note = given.note.value_or("")});
        changes_.add(body_name_table,
                     {.body = id,
                      .from_day = given.began_on.value_or(known_from),
                      .name = given.name,
                      .source = given.source,
                      .certainty = given.certainty});
    }
    void add(const GivenPlace& given) {
        auto id = bodies_.at({given.kind, given.code});
        if (!new_bodies_.contains(id)) return;
        about(id);
        changes_.add(body_place_table,
                     {.body = id,
                      .from_day = given.from_day,
                      .parent = bodies_.at({given.parent_kind, given.parent_code}),
                      .source = given.source,
                      .certainty = given.certainty});
    }
    void add(const GivenPrison& given) {
        auto id = bodies_.at({Kind::Prison, given.code});
        if (!new_bodies_.contains(id)) return;
        about(id);
        changes_.add(prison_table,
                     {.body = id,
                      .role = given.role,
                      .security = given.security.value_or(""),
                      .sex = given.sex,
                      .age_group = given.age_group,
                      .operated_by = given.operated_by,
                      .in_estate_2004_06 = given.in_estate_2004_06,
                      .role_certainty = given.role_certainty,
                      .stated_on = given.stated_on,
                      .baseline_places = given.baseline_places,
                      .in_use_places = given.in_use_places,
                      .places_certainty = given.places_certainty,
                      .operational_capacity = given.operational_capacity,
                      .capacity_certainty = given.capacity_certainty,
                      .cost_per_prisoner_day = given.cost_per_prisoner_day,
                      .source = given.source});
    }
    void add(const GivenArea& given) {
        auto id = bodies_.at({Kind::Area, given.code});
        if (!new_bodies_.contains(id)) return;
        about(id);
        changes_.add(area_table,
                     {.body = id,
                      .population_thousands = given.population_thousands,
                      .source = given.source,
                      .certainty = given.certainty});
    }
    void add(const GivenPost& given) {
        auto [place, is_new] = posts_.try_emplace(given.code);
        if (!is_new) return;
        auto id = place->second = new_id<Post>();
        new_posts_.insert(id);
        about(id);
        changes_.add(post_table,
                     {.id = id,
                      .code = given.code,
                      .title = given.title,
                      .body = bodies_.at({given.body_kind, given.body_code}),
                      .began_on = given.began_on,
                      .ended_on = given.ended_on,
                      .accountability = given.accountability,
                      .source = given.source,
                      .certainty = given.certainty});
    }
    void add(const GivenLine& given) {
        auto id = posts_.at(given.post);
        if (!new_posts_.contains(id)) return;
        about(id);
        changes_.add(post_line_table,
                     {.post = id,
                      .from_day = given.from_day,
                      .reports_to = posts_.at(given.reports_to),
                      .source = given.source,
                      .certainty = given.certainty});
    }
    void add(const GivenHolding& given) {
        auto id = posts_.at(given.post);
        if (!new_posts_.contains(id)) return;
        about(id);
        changes_.add(post_holding_table,
                     {.post = id,
                      .from_day = given.from_day,
                      .manner = given.manner,
                      .holder = given.holder.value_or(""),
                      .source = given.source,
                      .certainty = given.certainty,
                      .note = given.note.value_or("")});
    }
    void add(const GivenSeat& given) {
        auto id = posts_.at(given.post);
        if (!new_posts_.contains(id)) return;
        about(id);
        changes_.add(board_seat_table,
                     {.board = bodies_.at({Kind::Board, given.board}),
                      .post = id,
                      .from_day = given.from_day,
                      .capacity = given.capacity,
                      .source = given.source,
                      .certainty = given.certainty});
    }
    template <class Given>
    void add_all(const std::vector<Given>& rows) {
        for (const auto& row : rows) add(row);
    }
    int added() const { return static_cast<int>(new_bodies_.size() + new_posts_.size()); }

private:
    record::Changes& changes_;
    std::map<std::pair<Kind, std::string>, Id<Body>> bodies_;
    std::map<std::string, Id<Post>> posts_;
    std::set<Id<Body>> new_bodies_;
    std::set<Id<Post>> new_posts_;

    void about(Id<Body> id) { changes_.about({"body", id.number}, "organisation.body_loaded"); }
    void about(Id<Post> id) { changes_.about({"post", id.number}, "organisation.post_loaded"); }
};

}  // namespace

int load(db::Connection& db, record::Changes& changes) {
    const auto given = reference_data();
    Loader loader(db, changes);
    changes.in_bulk();
    loader.add_all(given.bodies);
    loader.add_all(given.places);
    loader.add_all(given.prisons);
    loader.add_all(given.areas);
    loader.add_all(given.posts);
    loader.add_all(given.lines);
    loader.add_all(given.holdings);
    loader.add_all(given.seats);
    changes.flush();
    return loader.added();
}

}  // namespace noms::organisation
