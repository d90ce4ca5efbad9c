#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "areas/movements/rules.hpp"
#include "areas/offenders/offenders.hpp"
#include "areas/organisation/organisation.hpp"
#include "kit/base/id.hpp"
#include "kit/db/database.hpp"
#include "kit/page/form.hpp"
#include "kit/page/page.hpp"
#include "kit/record/doctor.hpp"
#include "kit/record/record.hpp"
#include "kit/web/api.hpp"

/// Where a person is at any instant, and on whose roll. Times are those of the clock on the wall.
namespace noms::movements {

using BodyId = Id<organisation::Body>;

/// What allowed a reception. A recall has no court; `recall_term` is empty where nobody said it.
struct Warrant {
    Id<Warrant> id{};
    offenders::OffenderId offender{};
    WarrantKind kind = WarrantKind::Committal;
    std::optional<BodyId> court{};
    Date issued_on{};
    std::string authorises{};
    std::string recorded_by{};
    std::optional<RecallTerm> recall_term{};
};
DESCRIBE(Warrant, id, offender, kind, court, issued_on, authorises, recorded_by, recall_term)

/// From `at` on, until the offender's next row: at that place. `body` is the prison or court, of
/// AtLarge the prison escaped from; `prison` the one on whose roll they are, empty when on none.
/// Where only the day is known, `at` is its first instant and `time_known` is false.
struct Movement {
    offenders::OffenderId offender{};
    Instant at{};
    bool time_known = false;
    Move move = Move::Reception;
    Place place = Place::Community;
    std::optional<BodyId> body{};
    std::optional<BodyId> prison{};
    std::string reason{};  // of a release: a ReleaseReason
    std::optional<Date> due_back{};
    std::optional<Id<Warrant>> warrant{};
    std::string override_reason{};
    std::string recorded_by{};
};
DESCRIBE(Movement,
         offender,
         at,
         time_known,
         move,
         place,
         body,
         prison,
         reason,
         due_back,
         warrant,
         override_reason,
         recorded_by)

extern const record::Table<Warrant> warrants;
extern const record::Table<Movement> movements;

// -- reading; each list in one query --------------------------------------------------------------

/// The row that says where each of these offenders is at `at`, by offender; those of whom no
/// movement is known by then are left out: their place is not known.
std::vector<Movement> place_of(db::Connection&,
                               std::span<const std::int64_t> offenders,
                               Instant at);
/// The same, each with what the place was called on that day; empty where the place has no name.
struct Placed {
    Movement movement{};
    std::string name{};
};
std::vector<Placed> placed_among(db::Connection&,
                                 std::span<const std::int64_t> offenders,
                                 Date day);
/// The same, asked for beside other things.
db::Asked<Placed> ask_placed(db::Connection&, std::span<const std::int64_t> offenders, Date day);
/// The last movement of one offender.
std::optional<Movement> last_movement(db::Connection&, offenders::OffenderId);
/// All movements of these offenders, by offender, the newest first.
std::vector<Movement> movements_of(db::Connection&, std::span<const std::int64_t> offenders);
/// The warrants against these offenders, by offender, the oldest first.
std::vector<Warrant> warrants_of(db::Connection&, std::span<const std::int64_t> offenders);

/// Who was on a prison's roll at `at`, by offender, after the given one.
std::vector<Movement> roll(
    db::Connection&, BodyId prison, Instant at, offenders::OffenderId after, int limit);
/// How many were on the roll of each of these prisons at `at`, and how many of them were in.
struct RollCount {
    BodyId prison{};
    std::int64_t on_roll = 0;
    std::int64_t in_prison = 0;
};
DESCRIBE(RollCount, prison, on_roll, in_prison)
std::vector<RollCount> roll_counts(db::Connection&,
                                   std::span<const std::int64_t> prisons,
                                   Instant at);
/// The instant at which a day's roll is taken: its last.
Instant end_of(Date);

// -- writing, in the caller's transaction and under the event it began with about() ---------------

/// Day and time ("14:30") of a movement, as every form has them.
struct Release {
    Date moved_on{};
    std::string moved_at{};
    ReleaseReason reason = ReleaseReason::Conditional;
};
DESCRIBE(Release, moved_on, moved_at, reason)

/// Releases somebody who is in prison, and closes the prison's hold on the record. Invalid by
/// field, Refused where it is not possible from where they are. Whoever calls this carries what is
/// open over in the same transaction.
Result<Movement> release(record::Changes&,
                         db::Connection&,
                         offenders::OffenderId,
                         const Release&,
                         const std::string& recorded_by);
/// Writes one step of any kind after checking it, and moves the holds of the prisons and their
/// regions: what every command of this area, and an import, ends in.
Result<Movement> move(record::Changes&, db::Connection&, Movement);

/// What an area above does in the transaction of every step, under its own name: called by its
/// serve().
using AfterMoving = std::function<Result<void>(record::Changes&, db::Connection&, const Movement&)>;
void after_moving(std::string area, AfterMoving);

/// What an area above asks before a command lets somebody out for a time, under its own name: its
/// error keeps them in. `override_reason` is why, where nobody was asked. Called by its serve().
using BeforeAbsence = std::function<Result<void>(web::Context&, const Movement&)>;
void before_absence(std::string area, BeforeAbsence);

/// The kind of the event that tells of a move: "movements.transferred".
std::string_view event_kind(Move);

// -- for the area above that routes the release ---------------------------------------------------

/// The form of /offenders/{offender}/movements/release, first shown and shown again with what is
/// wrong.
Result<page::Page> show_release_form(web::Context&);
Result<page::Page> show_release_form_again(web::Context&, const form::Values&, const Error&);

/// What must hold over a whole database.
std::vector<record::Check> checks();
/// This area's schema, numbers 70 to 79.
std::vector<db::Migration> migrations();
/// Adds this area's addresses.
void serve(web::Api&);

}  // namespace noms::movements
