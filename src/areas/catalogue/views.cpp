#include "areas/catalogue/views.hpp"

#include <algorithm>
#include <map>

namespace noms::catalogue {
namespace {

CountPlaces& counter() {
    static CountPlaces count;
    return count;
}

}  // namespace

void count_places_by(CountPlaces count) {
    counter() = std::move(count);
}

std::vector<PlacesTaken> places_taken(db::Connection& db, std::span<const Offering> offerings) {
    std::vector<std::int64_t> ids;
    for (const auto& each : offerings) ids.push_back(each.id.number);
    std::map<OfferingId, PlacesTaken> counted;
    if (counter() && !ids.empty())
        for (const auto& each : counter()(db, ids)) counted[each.offering] = each;
    std::vector<PlacesTaken> out;
    for (const auto& each : offerings) {
        auto& places = counted[each.id];
        places.offering = each.id;
        out.push_back(places);
    }
    return out;
}

std::map<std::int64_t, std::string> place_names(db::Connection& db,
                                                std::span<const Offering> offerings,
                                                Date day) {
    std::vector<std::int64_t> bodies;
    for (const auto& each : offerings) bodies.push_back(each.place.number);
    std::map<std::int64_t, std::string> names;
    if (bodies.empty()) return names;
    for (auto& body : organisation::bodies_listed(db, bodies, day))
        names[body.id.number] = std::move(body.name);
    return names;
}

std::vector<OfferingView> views_of(db::Connection& db, std::vector<Offering> offerings, Date day) {
    auto names = place_names(db, offerings, day);
    auto taken = places_taken(db, offerings);
    std::vector<OfferingView> views;
    for (size_t i = 0; i < offerings.size(); ++i) {
        auto& each = offerings[i];
        views.push_back({.name = name_of(each.intervention),
                         .place = names[each.place.number],
                         .taken = taken[i].taken,
                         .free = std::max(0, each.places - taken[i].taken),
                         .waiting = taken[i].waiting});
        views.back().offering = std::move(each);
    }
    return views;
}

}  // namespace noms::catalogue
