#pragma once

#include "areas/catalogue/catalogue.hpp"

/// The commands on offerings.
namespace noms::catalogue {

/// At a prison the setting is custody, in an area the community.
struct AddOffering {
    std::string intervention{};
    std::string provider{};
    BodyId place{};
    int places = 0;
    Date from_day{};
    std::optional<Date> until_day{};
    std::optional<std::string> note{};
};
DESCRIBE(AddOffering, intervention, provider, place, places, from_day, until_day, note)

/// Other places, or an end; `seen` is the version that the reader saw.
struct ChangeOffering {
    int seen = 0;
    int places = 0;
    std::optional<Date> until_day{};
    std::optional<std::string> note{};
};
DESCRIBE(ChangeOffering, seen, places, until_day, note)

Result<Offering> add_offering(web::Context&, const AddOffering&);
Result<Offering> change_offering(web::Context&, const ChangeOffering&);

/// The offering that the address names.
Result<Offering> offering_in(web::Context&);
/// Whether the place lies within the actor's scope.
bool covers(web::Context&, BodyId place);

}  // namespace noms::catalogue
