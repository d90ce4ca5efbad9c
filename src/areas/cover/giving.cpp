#include "areas/cover/giving.hpp"

#include <algorithm>

#include "areas/access/access.hpp"

namespace noms::cover {
namespace {

constexpr std::string_view caseload = "caseload";

bool is_of(const access::Hold& hold, const CaseCover& cover) {
    return hold.scope_kind == caseload && hold.body == cover.coverer.number;
}

void about(record::Changes& changes, const CaseCover& cover, std::string_view kind) {
    changes.about({std::string(offenders::subject_kind), cover.offender.number}, kind);
}

}  // namespace

void hold_while(record::Changes& changes, db::Connection& db, const CaseCover& cover) {
    access::Hold wanted{.offender = cover.offender.number,
                        .scope_kind = std::string(caseload),
                        .body = cover.coverer.number,
                        .from_day = cover.from_day,
                        .until_day = cover.until_day};
    for (const auto& hold : access::holds_of(db, cover.offender.number)) {
        if (!is_of(hold, cover)) continue;
        bool long_enough = !hold.until_day || cover.until_day <= *hold.until_day;
        if (hold.from_day <= cover.from_day && long_enough) return;
        if (hold.from_day == cover.from_day) return changes.change(access::holds, hold, wanted);
    }
    changes.add(access::holds, wanted);
}

void give_cover(record::Changes& changes, db::Connection& db, const CaseCover& cover) {
    about(changes, cover, "cover.given");
    changes.add(case_covers, cover);
    hold_while(changes, db, cover);
}

void end_cover(record::Changes& changes, db::Connection& db, const CaseCover& cover, Date until) {
    if (std::max(until, cover.from_day) == cover.until_day) return;
    about(changes, cover, "cover.changed");
    move_end(changes, db, cover, until);
}

void move_end(record::Changes& changes, db::Connection& db, const CaseCover& cover, Date until) {
    auto after = cover;
    ++after.version;
    after.until_day = std::max(until, cover.from_day);
    if (after.until_day == cover.until_day) return;
    changes.change(case_covers, cover, after);
    for (const auto& hold : access::holds_of(db, cover.offender.number))
        if (is_of(hold, cover) && hold.from_day == cover.from_day &&
            hold.until_day == cover.until_day)
            access::close_hold(changes, hold, after.until_day);
    if (cover.until_day < after.until_day) hold_while(changes, db, after);
}

}  // namespace noms::cover
