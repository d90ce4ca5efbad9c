#include "areas/movements/moving.hpp"

#include <map>

#include "areas/access/access.hpp"
#include "areas/movements/movements.hpp"
#include "areas/organisation/organisation.hpp"

/// One step: load where they are, decide, write the row and move the holds.
namespace noms::movements {
namespace {

std::optional<Standpoint> standpoint_of(const std::optional<Movement>& last) {
    if (!last) return std::nullopt;
    Standpoint out{.at = last->at, .place = last->place};
    if (last->prison) out.prison = last->prison->number;
    return out;
}

/// The prison whose staff see the record: of the one whose roll they are on, or escaped from.
std::optional<BodyId> holder_of(const Movement& row) {
    return row.place == Place::AtLarge ? row.body : row.prison;
}

std::optional<BodyId> region_of(db::Connection& db, BodyId body, Date day) {
    auto region = organisation::region_of_area(db, body, day);
    if (!region) return std::nullopt;
    return region->id;
}

/// Whether somebody else in that region still holds the record.
bool held_in_region(
    db::Connection& db, std::int64_t offender, BodyId region, BodyId but, Date day) {
    for (const auto& hold : access::holds_of(db, offender)) {
        bool counts = hold.scope_kind == "prison" || hold.scope_kind == "area";
        if (!counts || hold.until_day || hold.body == but.number) continue;
        if (region_of(db, {hold.body}, day) == region) return true;
    }
    return false;
}

/// By area, so that one that is served twice follows once.
std::map<std::string, AfterMoving>& followers() {
    static std::map<std::string, AfterMoving> all;
    return all;
}

}  // namespace

void after_moving(std::string area, AfterMoving what) {
    followers()[std::move(area)] = std::move(what);
}

Result<Instant> moment_of(Date day, const std::string& time) {
    auto moment = parse_instant(to_text(day) + "T" + time + ":00.000000Z");
    if (moment) return *moment;
    return invalid({{"moved_at", "not_a_time", "The time must be like 09:30"}});
}

void move_holds(record::Changes& changes,
                db::Connection& db,
                offenders::OffenderId who,
                const Turn& turn,
                Date day) {
    auto from = turn.before ? holder_of(*turn.before) : std::nullopt;
    auto to = turn.after ? holder_of(*turn.after) : std::nullopt;
    if (from == to) return;
    auto offender = who.number;
    auto new_region = to ? region_of(db, *to, day) : std::nullopt;
    if (from) {
        access::release_from(changes, db, offender, "prison", from->number, day);
        auto region = region_of(db, *from, day);
        if (region && region != new_region && !held_in_region(db, offender, *region, *from, day))
            access::release_from(changes, db, offender, "region", region->number, day);
    }
    if (to) access::hold_from(changes, db, offender, "prison", to->number, day);
    if (new_region) access::hold_from(changes, db, offender, "region", new_region->number, day);
}

Result<Movement> following(const std::optional<Movement>& last, Movement row, Date today) {
    if (row.move == Move::Return && last && !row.prison) row.prison = last->prison;
    auto reason = describe::choice_of<ReleaseReason>(row.reason);
    Step step{
        .move = row.move, .at = row.at, .released_for = reason.value_or(ReleaseReason::NotStated)};
    if (row.prison) step.prison = row.prison->number;
    CHECK(possible(standpoint_of(last), step, today));
    row.place = place_after(row.move, step.released_for);
    if (row.place == Place::Prison) row.body = row.prison;
    if (row.place == Place::AtLarge) row.body = last->prison;
    bool stays_on_roll = row.place == Place::Court || row.place == Place::Hospital ||
                         row.place == Place::TemporaryAbsence;
    if (stays_on_roll) row.prison = last->prison;
    if (!stays_on_roll && row.place != Place::Prison) row.prison.reset();
    return row;
}

Result<Movement> move(record::Changes& changes, db::Connection& db, Movement given) {
    auto last = last_movement(db, given.offender);
    auto row = TRY(following(last, std::move(given), changes.command().day));
    changes.add(movements, row);
    move_holds(changes, db, row.offender, {last, row}, day_of(row.at));
    for (const auto& [area, follow] : followers()) CHECK(follow(changes, db, row));
    return row;
}

Result<Movement> release(record::Changes& changes,
                         db::Connection& db,
                         offenders::OffenderId offender,
                         const Release& given,
                         const std::string& recorded_by) {
    return move(changes,
                db,
                {.offender = offender,
                 .at = TRY(moment_of(given.moved_on, given.moved_at)),
                 .time_known = true,
                 .move = Move::Release,
                 .reason = std::string(describe::choice_text(given.reason)),
                 .recorded_by = recorded_by});
}

std::string_view event_kind(Move move) {
    switch (move) {
        case Move::Reception: return "movements.received_into_prison";
        case Move::Transfer: return "movements.transferred";
        case Move::ToCourt: return "movements.taken_to_court";
        case Move::ToHospital: return "movements.taken_to_hospital";
        case Move::TemporaryAbsence: return "movements.out_on_temporary_absence";
        case Move::Return: return "movements.returned";
        case Move::Escape: return "movements.escaped";
        case Move::Recapture: return "movements.recaptured";
        case Move::Release: return "movements.released";
    }
    return {};
}

}  // namespace noms::movements
