#pragma once

#include "areas/movements/movements.hpp"

/// The commands of this area, each one step of one person. Days and times are those of the clock on
/// the wall; `prison` and `court` are codes.
namespace noms::movements {

/// Somebody is brought to the gate of the prison of the address: known by a number and the surname.
/// A warrant is kind, day and what it authorises; a recall has no court.
struct Receive {
    offenders::IdentifierKind number_kind = offenders::IdentifierKind::PrisonNumber;
    std::string number{};
    std::string surname{};
    Date moved_on{};
    std::string moved_at{};
    std::optional<WarrantKind> warrant_kind{};
    std::optional<std::string> court{};
    std::optional<Date> issued_on{};
    std::optional<std::string> authorises{};
    std::optional<RecallTerm> recall_term{};
    std::optional<std::string> override_reason{};
};
DESCRIBE(Receive,
         number_kind,
         number,
         surname,
         moved_on,
         moved_at,
         warrant_kind,
         court,
         issued_on,
         authorises,
         recall_term,
         override_reason)

struct Transfer {
    std::string prison{};
    Date moved_on{};
    std::string moved_at{};
    std::string reason{};
};
DESCRIBE(Transfer, prison, moved_on, moved_at, reason)

struct ToCourt {
    std::string court{};
    Date moved_on{};
    std::string moved_at{};
};
DESCRIBE(ToCourt, court, moved_on, moved_at)

struct ToHospital {
    Date moved_on{};
    std::string moved_at{};
    std::string reason{};
};
DESCRIBE(ToHospital, moved_on, moved_at, reason)

struct LeaveForATime {
    Date moved_on{};
    std::string moved_at{};
    std::string reason{};
    Date due_back{};
    std::optional<std::string> not_consulted{};
};
DESCRIBE(LeaveForATime, moved_on, moved_at, reason, due_back, not_consulted)

struct Return {
    Date moved_on{};
    std::string moved_at{};
};
DESCRIBE(Return, moved_on, moved_at)

struct Escape {
    Date moved_on{};
    std::string moved_at{};
    std::string reason{};
};
DESCRIBE(Escape, moved_on, moved_at, reason)

struct Recapture {
    std::string prison{};
    Date moved_on{};
    std::string moved_at{};
    std::string reason{};
};
DESCRIBE(Recapture, prison, moved_on, moved_at, reason)

/// Who was moved.
struct Moved {
    offenders::OffenderId offender{};
    Place place = Place::Community;
};
DESCRIBE(Moved, offender, place)

Result<Moved> receive(web::Context&, const Receive&);
Result<Moved> transfer(web::Context&, const Transfer&);
Result<Moved> to_court(web::Context&, const ToCourt&);
Result<Moved> to_hospital(web::Context&, const ToHospital&);
Result<Moved> leave_for_a_time(web::Context&, const LeaveForATime&);
Result<Moved> come_back(web::Context&, const Return&);
Result<Moved> escape(web::Context&, const Escape&);
Result<Moved> recapture(web::Context&, const Recapture&);

/// The prison that the address names by its code, as it is today.
Result<organisation::Body> prison_in(web::Context&);

}  // namespace noms::movements
