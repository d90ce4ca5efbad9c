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
/// Every contact of the offender that has an outcome, by day.
std::vector<Contact> contacts_with_outcome(db::Connection&, offenders::OffenderId);
std::vector<FailureAnswer> answers_of(db::Connection&, offenders::OffenderId);
std::vector<Breach> breaches_of(db::Connection&, offenders::OffenderId);
std::vector<Recall> recalls_of(db::Connection&, offenders::OffenderId);
/// Of these offenders: the breaches begun in the span, and every recall.
std::vector<Breach> breaches_begun(db::Connection&,
                                   std::span<const std::int64_t> offenders,
                                   Span span);
std::vector<Recall> recalls_among(db::Connection&, std::span<const std::int64_t> offenders);
std::optional<Breach> breach(db::Connection&, Id<Breach>);
std::optional<Recall> recall(db::Connection&, Id<Recall>);

/// The appointments still to come from `day` on.
std::vector<Contact> booked_after(db::Connection&, offenders::OffenderId, Date day);

}  // namespace noms::supervision::store
