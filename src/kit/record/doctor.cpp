#include "kit/record/doctor.hpp"

#include "kit/record/made.hpp"
#include "kit/record/sql.gen.hpp"

namespace noms::record {
namespace {

/// A row of a query that finds faults.
struct FaultRow {
    std::int64_t id = 0;
    std::string words{};
};
DESCRIBE(FaultRow, id, words)

}  // namespace

Check check_of(const db::Query& faults, std::string holds, std::string over) {
    return {.name = std::string(faults.name),
            .holds = std::move(holds),
            .over = over,
            .faults = [faults, over](db::Connection& db, Date) {
                std::vector<Fault> out;
                for (auto& row : db::all<FaultRow>(db, faults))
                    out.push_back({over + " " + id_text(row.id), std::move(row.words)});
                return out;
            }};
}

Finding examine(db::Connection& db, const Check& check, Date day) {
    auto faults = check.faults(db, day);
    Finding finding{.name = check.name,
                    .holds = check.holds,
                    .rows = db::one<std::int64_t>(db, made("select count(*) from " + check.over)),
                    .faults = std::int64_t(faults.size())};
    if (faults.size() > shown_faults) faults.resize(shown_faults);
    finding.first = std::move(faults);
    return finding;
}

std::vector<Check> checks() {
    return {check_of(sql::doctor_event_lost,
                     "every event has its place in the chain, or waits for it",
                     "event"),
            check_of(sql::doctor_seal_gap, "no position of the chain is left out", "event_seal"),
            check_of(sql::doctor_read_lost,
                     "whoever was shown was shown by a page that is kept",
                     "record_read_subject"),
            check_of(sql::doctor_read_again,
                     "a page that showed the same people as an earlier one has both pages",
                     "record_read_again")};
}

}  // namespace noms::record
