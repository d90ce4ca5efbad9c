#include "areas/movements/import.hpp"

#include <algorithm>

#include "areas/movements/moving.hpp"

namespace noms::movements {
namespace {

Result<std::optional<BodyId>> body_of(db::Connection& db,
                                      organisation::Kind kind,
                                      const std::optional<std::string>& code,
                                      const char* field,
                                      Date day) {
    if (!code) return std::optional<BodyId>{};
    auto found = organisation::body_by_code(db, kind, *code, day);
    if (!found) return invalid({{field, "unknown_code", *code + " is no code of ours"}});
    return std::optional(found->id);
}

/// Whether this very movement is here already.
bool is_same(const Movement& here, const Movement& row) {
    bool same_time = row.time_known ? here.at == row.at : day_of(here.at) == day_of(row.at);
    bool same_prison = !row.prison || here.prison == row.prison || here.body == row.prison;
    return here.move == row.move && here.time_known == row.time_known && same_time && same_prison;
}

/// Where the time is not known: the first instant of the day that comes after what is here.
Instant instant_of_day(Date day, const std::vector<Movement>& newest_first) {
    Instant at = std::chrono::sys_days(day);
    if (newest_first.empty() || day_of(newest_first.front().at) != day) return at;
    return std::max(at, newest_first.front().at + std::chrono::microseconds(1));
}

Result<Movement> movement_of(db::Connection& db,
                             offenders::OffenderId who,
                             const MovementRow& row,
                             const std::string& recorded_by) {
    auto day = row.moved_on;
    Movement out{.offender = who,
                 .time_known = row.moved_at.has_value(),
                 .move = row.move,
                 .prison = TRY(body_of(db, organisation::Kind::Prison, row.prison, "prison", day)),
                 .reason = row.reason.value_or(""),
                 .due_back = row.due_back,
                 .override_reason = row.override_reason.value_or(""),
                 .recorded_by = recorded_by};
    if (row.due_back && *row.due_back < day)
        return invalid({{"due_back", "before_start", "They cannot be due back before they leave"}});
    out.at =
        row.moved_at ? TRY(moment_of(day, *row.moved_at)) : Instant(std::chrono::sys_days(day));
    if (row.move == Move::ToCourt)
        out.body = TRY(body_of(db, organisation::Kind::Court, row.court, "court", day));
    if (row.move == Move::Release)
        out.reason = describe::choice_text(row.released_for.value_or(ReleaseReason::NotStated));
    return out;
}

Result<std::optional<Warrant>> warrant_of(db::Connection& db,
                                          offenders::OffenderId who,
                                          const MovementRow& row,
                                          const std::string& recorded_by) {
    if (!row.warrant_kind) return std::optional<Warrant>{};
    if (!row.issued_on)
        return invalid({{"issued_on", "missing", "A warrant has the day it was issued"}});
    return std::optional(Warrant{
        .id = new_id<Warrant>(),
        .offender = who,
        .kind = *row.warrant_kind,
        .court = TRY(body_of(db, organisation::Kind::Court, row.court, "court", *row.issued_on)),
        .issued_on = *row.issued_on,
        .authorises = row.authorises.value_or("not stated in the extract"),
        .recorded_by = recorded_by});
}

Result<extract::Taken> take_row(record::Changes& changes,
                                db::Connection& db,
                                const MovementRow& given) {
    const auto& command = changes.command();
    auto who =
        TRY(offenders::known_as(db, given.number_kind, given.number, given.surname, command.day));
    auto row = TRY(movement_of(db, who.id, given, command.actor_name));
    auto here = movements_of(db, std::span(&who.id.number, 1));
    if (std::ranges::any_of(here, [&](const Movement& each) { return is_same(each, row); }))
        return extract::Taken::Unchanged;
    if (!row.time_known) row.at = instant_of_day(given.moved_on, here);
    changes.about({std::string(offenders::subject_kind), who.id.number}, "movements.imported");
    if (row.move == Move::Reception) {
        auto warrant = TRY(warrant_of(db, who.id, given, command.actor_name));
        auto issued = warrant ? std::optional(warrant->issued_on) : std::nullopt;
        CHECK(lawful_reception(issued, row.override_reason, given.moved_on));
        if (warrant) {
            changes.add(warrants, *warrant);
            row.warrant = warrant->id;
        }
    }
    CHECK(move(changes, db, row));
    return extract::Taken::Created;
}

}  // namespace

Result<extract::Report> import_movements(db::Database& database,
                                         std::istream& in,
                                         const record::Command& command) {
    return extract::take<MovementRow>(in, [&](const MovementRow& row) {
        return database.write([&](db::Connection& db) {
            record::Changes changes(db, command);
            auto taken = take_row(changes, db, row);
            if (taken) changes.finish();
            return taken;
        });
    });
}

}  // namespace noms::movements
