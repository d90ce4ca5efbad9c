#pragma once

#include <optional>
#include <span>
#include <vector>

#include "areas/appointments/facts.hpp"
#include "kit/db/database.hpp"

/// The area's rows. No decisions.
namespace noms::appointments::store {

/// Those that have not ended by `day`, by the day they began.
std::vector<Commitment> commitments_of(db::Connection&, offenders::OffenderId, Date day, int limit);
std::optional<Commitment> commitment(db::Connection&, Id<Commitment>);
/// Those that go on to `day` or longer.
std::vector<Series> series_of(db::Connection&, offenders::OffenderId, Date day, int limit);
std::optional<Series> series(db::Connection&, Id<Series>);
std::vector<InSeries> in_series_of(db::Connection&, Id<Series>);
std::optional<Consent> consent_of(db::Connection&, offenders::OffenderId);
/// Those who want to be reminded, by key.
std::vector<Consent> consents_after(db::Connection&, offenders::OffenderId after, int limit);
std::vector<Reminder> reminders_among(db::Connection&, std::span<const std::int64_t> contacts);
std::vector<Reminder> reminders_of(db::Connection&, offenders::OffenderId, int limit);
/// All of them by key, for walking through.
std::vector<Reminder> reminders_after(db::Connection&, supervision::ContactId after, int limit);

}  // namespace noms::appointments::store
