#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/catalogue/catalogue.hpp"

/// What the list and the page of an offering show: loaded once, for the page and for JSON.
namespace noms::catalogue {

/// What the address of the list may say. `seen` is how many stood on the pages before.
struct CatalogueQuery {
    std::optional<std::string> need{};  // a pathway
    std::optional<Setting> setting{};
    std::optional<std::string> region{};  // a code
    std::optional<std::string> provider{};
    std::optional<std::string> after_code{};
    std::optional<OfferingId> after{};
    std::optional<int> seen{};
};
DESCRIBE(CatalogueQuery, need, setting, region, provider, after_code, after, seen)

/// An offering in words, and how many places it has left.
struct OfferingView {
    Offering offering{};
    std::string name{};
    std::string place{};
    int taken = 0;
    int free = 0;
    int waiting = 0;
};
DESCRIBE(OfferingView, offering, name, place, taken, free, waiting)

struct OfferingList {
    std::vector<OfferingView> offerings{};
    std::int64_t whole = 0;  // that fit the filter
    int seen = 0;
    bool more = false;
};
DESCRIBE(OfferingList, offerings, whole, seen, more)

/// Three questions, whatever the number of offerings.
std::vector<OfferingView> views_of(db::Connection&, std::vector<Offering>, Date day);

/// What a page offers to choose from.
struct Choices {
    std::vector<organisation::Body> regions{};
    std::vector<std::string> providers{};
};

}  // namespace noms::catalogue
