#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "areas/catalogue/facts.hpp"
#include "areas/catalogue/rules.hpp"
#include "kit/db/database.hpp"
#include "kit/page/form.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// What can be bought or used for an offender: interventions as the reference has them, and who
/// offers which of them where, when and with how many places.
namespace noms::catalogue {

/// The offering of that key; none when there is none.
std::optional<Offering> offering(db::Connection&, OfferingId);
/// The offerings with these keys, by key, in one question.
std::vector<Offering> offerings_listed(db::Connection&, std::span<const std::int64_t> ids);
/// What is offered at these prisons and areas and is not over by `day`, in one question.
std::vector<Offering> offerings_at(db::Connection&, std::span<const std::int64_t> places, Date day);
/// What the places of these offerings are called on a day, by the key of the body; one question.
std::map<std::int64_t, std::string> place_names(db::Connection&,
                                                std::span<const Offering>,
                                                Date day);
/// "Enhanced Thinking Skills", whatever was recorded under that code.
std::string name_of(std::string_view intervention);
/// The address of an offering's page.
std::string path_of(OfferingId);

/// How many places of an offering are in use, and how many wait for one.
struct PlacesTaken {
    OfferingId offering{};
    int taken = 0;
    int waiting = 0;
};
DESCRIBE(PlacesTaken, offering, taken, waiting)
/// Who counts them: an area above this one, called by its serve(). One question for all; an
/// offering that nobody uses may be left out.
using CountPlaces = std::function<std::vector<PlacesTaken>(
    db::Connection&, std::span<const std::int64_t> offerings)>;
void count_places_by(CountPlaces);
/// Those of these offerings, in their order; nought where nobody counts.
std::vector<PlacesTaken> places_taken(db::Connection&, std::span<const Offering>);

/// A link that an area above adds to the page of every offering: "Starters", "/starters".
struct OfferingPage {
    std::string label{};
    std::string ending{};
    std::string permission{};
};
void add_offering_page(OfferingPage);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// Registers `what-fits` for `noms rules`.
void register_rules();
/// This area's schema, numbers 130 to 139.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::catalogue
