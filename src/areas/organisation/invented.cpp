#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "areas/organisation/store.hpp"

namespace noms::organisation {
namespace {

constexpr Date units_from{std::chrono::year(2004), std::chrono::June, std::chrono::day(1)};
constexpr size_t units_in_area_max = 3;
constexpr std::array team_names{
    "offender management team 1", "offender management team 2", "unpaid work team"};
const std::string invented = "invented for the demonstration; places are real, teams are not";

/// The town that a court is named after: "Bedford Magistrates' Court" gives "Bedford".
std::string town_of(const std::string& court) {
    auto end = std::min(court.find(" Magistrates"), court.find(" Crown Court"));
    return court.substr(0, std::min(end, court.find(" (")));
}

/// The towns of an area's courts, or the area's own name where it has none.
std::vector<std::string> towns_of(db::Connection& db, const Body& area) {
    std::vector<std::string> towns;
    for (const auto& court : bodies_under(db, area.id, Kind::Court, units_from)) {
        auto town = town_of(court.name);
        if (std::ranges::find(towns, town) == towns.end()) towns.push_back(town);
    }
    if (towns.empty()) towns.push_back(area.name);
    if (towns.size() > units_in_area_max) towns.resize(units_in_area_max);
    return towns;
}

class Inventor {
public:
    Inventor(db::Connection& db, record::Changes& changes) : changes_(changes) {
        for (auto& known : every_body_code(db))
            if (known.kind == Kind::LocalUnit) known_.insert(known.code);
    }
    /// A unit with its teams; nothing when its code is taken.
    void unit(const Body& area, const std::string& code, const std::string& town) {
        if (known_.contains(code)) return;
        auto unit = body(Kind::LocalUnit, code, town + " local delivery unit", area.id);
        for (size_t i = 0; i < team_names.size(); ++i)
            body(Kind::Team, code + "-" + std::to_string(i + 1), town + " " + team_names[i], unit);
    }
    int added() const { return added_; }

private:
    record::Changes& changes_;
    std::set<std::string> known_;
    int added_ = 0;

    Id<Body> body(Kind kind, const std::string& code, const std::string& name, Id<Body> parent) {
        auto id = new_id<Body>();
        changes_.about({"body", id.number}, "organisation.body_invented");
        changes_.add(body_table,
                     {.id = id,
                      .kind = kind,
                      .code = code,
                      .began_on = units_from,
                      .began = Exactness::Day,
                      .source = invented,
                      .certainty = Certainty::Invented,
                      .dates_certainty = Certainty::Invented});
        changes_.add(body_name_table,
                     {.body = id,
                      .from_day = units_from,
                      .name = name,
                      .source = invented,
                      .certainty = Certainty::Invented});
        changes_.add(body_place_table,
                     {.body = id,
                      .from_day = units_from,
                      .parent = parent,
                      .source = invented,
                      .certainty = Certainty::Invented});
        ++added_;
        return id;
    }
};

}  // namespace

int load_invented_units(db::Connection& db, record::Changes& changes) {
    Inventor inventor(db, changes);
    changes.in_bulk();
    for (const auto& area : bodies(db, Kind::Area, units_from)) {
        int number = 0;
        for (const auto& town : towns_of(db, area))
            inventor.unit(area, area.code + "-" + std::to_string(++number), town);
    }
    changes.flush();
    return inventor.added();
}

}  // namespace noms::organisation
