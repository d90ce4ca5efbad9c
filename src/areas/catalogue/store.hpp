#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/catalogue/catalogue.hpp"

/// The area's rows. No decisions.
namespace noms::catalogue::store {

/// Which offerings; empty: any. `anywhere` passes `places` over.
struct Filter {
    std::string need{};
    std::string setting{};
    std::string provider{};
    bool anywhere = true;
    std::vector<std::int64_t> places{};
};
/// Those that are not over on `day`, by intervention, from the one after.
std::vector<Offering> offerings_page(db::Connection&,
                                     const Filter&,
                                     Date day,
                                     const std::string& after_intervention,
                                     OfferingId after,
                                     int limit);
std::int64_t count_offerings(db::Connection&, const Filter&, Date day);
/// One of the same provider at the same place that is not over on `day`.
std::optional<Offering> same_offering(db::Connection&, const Offering&, Date day);
/// Whoever offers anything, by name.
std::vector<std::string> providers(db::Connection&, Date day);

}  // namespace noms::catalogue::store
