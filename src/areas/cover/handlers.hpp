#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/cover/views.hpp"

/// The commands of this area. Each is one transaction: all cases or none.
namespace noms::cover {

/// `until_day` is the first day back. `to` covers every case; empty: nobody yet. `reason` is wanted
/// where that is more than there is room for.
struct RecordAbsence {
    Kind kind = Kind::Leave;
    Date from_day{};
    Date until_day{};
    std::optional<std::string> note{};
    std::optional<std::string> to{};
    std::optional<std::string> reason{};
};
DESCRIBE(RecordAbsence, kind, from_day, until_day, note, to, reason)
/// Invalid as `absence_fits` and `cover_fits` say. Whatever the officer was to cover in these days
/// is covered by nobody then, and is shown so.
Result<Absence> record_absence(web::Context&, const RecordAbsence&);

/// Who covers all cases, or those that are ticked, from today or the first day on.
struct ChooseCover {
    bool all = false;
    std::vector<std::string> cases{};
    std::optional<std::string> to{};
    std::optional<std::string> reason{};
};
DESCRIBE(ChooseCover, all, cases, to, reason)
/// Another's cover of a case ends where this one begins. Invalid by field: no case, nobody,
/// somebody who cannot, or too full without a reason.
Result<Absence> choose_cover(web::Context&, const ChooseCover&);

/// Another end: earlier, later, or the first day, which takes it back.
struct ChangeAbsence {
    int version = 0;
    Date until_day{};
    std::string because{};
};
DESCRIBE(ChangeAbsence, version, until_day, because)
/// Cover ends with it, and goes on with it where whoever covers can.
Result<Absence> change_absence(web::Context&, const ChangeAbsence&);

/// The absence that the address names as {absence}, of an officer whom the actor may look at.
Result<Absence> absence_in(web::Context&);
/// Whether the actor may say when that officer is away: the officer, a senior officer, or whoever
/// answers for the region.
bool may_decide(web::Context&, const management::Officer&);
/// The officer of an absence, as they are in office on the day or were on its first.
std::optional<management::Officer> officer_of(db::Connection&, const Absence&, Date day);
/// When the account is in office, as far as [from, until) is looked at.
std::vector<Days> office_of(db::Connection&, AccountId, Date from, Date until);

}  // namespace noms::cover
