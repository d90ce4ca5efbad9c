#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "areas/release_dates/facts.hpp"
#include "kit/db/later.hpp"
#include "kit/record/doctor.hpp"
#include "kit/web/api.hpp"

/// Release dates of the people on record: worked out with their reasons, stored, approved by a
/// second person, told to the prisoner, challenged. What calculates is in engine/: from a booking
/// to every date, pure.
namespace noms::release_dates {

/// The dates last approved for one offender.
struct ApprovedDates {
    OffenderId offender{};
    CalculationId calculation{};
    Date approved_on{};
    std::string approved_by{};
    std::vector<WorkedDate> dates{};  // without their reasons

    /// The day of release as it falls; empty where none of the dates releases.
    std::optional<Date> release() const;
    /// The name of that date: "Conditional release".
    std::string release_name() const;
};
/// Of each of these offenders who has any, by offender; in one query.
std::vector<ApprovedDates> approved_among(db::Connection&, std::span<const std::int64_t> offenders);
/// The same, asked for beside other things.
db::Later<std::vector<ApprovedDates>> ask_approved(db::Connection&,
                                                   std::span<const std::int64_t> offenders);

/// What the record holds of each of these offenders on `day`, by offender, in one query an area;
/// those who were never sentenced to custody are left out.
struct PersonFacts {
    OffenderId offender{};
    CalculationFacts facts{};
};
std::vector<PersonFacts> facts_among(db::Connection&,
                                     std::span<const std::int64_t> offenders,
                                     Date day);

/// Who acts, and when; a calculation is made under `law`.
struct Maker {
    record::AccountId account{};
    std::string name{};
    Date day{};
    std::string law = std::string(service_profile);
};
/// Works the dates of these facts out and writes them, under the event the caller began with
/// about(). Refused, with its reasons, where they cannot be calculated.
Result<StoredCalculation> store_calculation(
    record::Changes&, OffenderId, const CalculationFacts&, const std::string& reason, const Maker&);
/// A second person approves or rejects it. Refused for whoever made it; Conflict when it is
/// decided.
enum class Verdict { Approve, Reject };
DESCRIBE_ENUM(Verdict, Approve, Reject)
Result<StoredCalculation> decide(
    record::Changes&, const StoredCalculation&, Verdict, const std::string& note, const Maker&);

/// The kinds of event of this area.
inline constexpr std::string_view calculated_event = "release_dates.calculated";
inline constexpr std::string_view decided_event = "release_dates.decided";
inline constexpr std::string_view added_days_event = "release_dates.added_days_recorded";
inline constexpr std::string_view challenged_event = "release_dates.challenged";
inline constexpr std::string_view answered_event = "release_dates.challenge_answered";

/// What must hold over a whole database: every stored calculation gives the same dates again.
std::vector<record::Check> checks();
/// This area's schema, numbers 80 to 89.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::release_dates
