#pragma once

#include <optional>
#include <vector>

#include "areas/supervision/supervision.hpp"

/// The area's rows. No decisions.
namespace noms::supervision::store {

std::optional<Contact> contact(db::Connection&, ContactId);

/// Which contacts of an offender, and after which one: the newest stand first.
struct Filter {
    std::string kind{};   // empty: any
    std::string state{};  // empty: any
    std::optional<Date> after_day{};
    ContactId after{};
};
std::vector<Contact> contacts_page(db::Connection&,
                                   offenders::OffenderId,
                                   const Filter&,
                                   int limit);
std::int64_t count_contacts(db::Connection&, offenders::OffenderId, const Filter&);
/// The appointments still to come from `day` on.
std::vector<Contact> booked_after(db::Connection&, offenders::OffenderId, Date day);

}  // namespace noms::supervision::store
