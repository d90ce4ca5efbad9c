#include "areas/reports/store.hpp"

#include "areas/reports/sql.gen.hpp"

namespace noms::reports {
namespace {

const Date earliest = *parse_date("1000-01-01");
const Date last_day = *parse_date("9999-12-31");

std::string listed(const store::Reach& reach) {
    return db::json_list(reach.areas);
}

int limits(const store::Reach& reach) {
    return reach.anywhere ? 0 : 1;
}

}  // namespace

std::vector<Report> reports_among(db::Connection& db, std::span<const std::int64_t> offenders) {
    if (offenders.empty()) return {};
    return db::all<Report>(db, sql::reports_among, db::json_list(offenders));
}

std::vector<DeliveredCount> delivered_among(db::Connection& db,
                                            std::span<const std::int64_t> writers,
                                            Date from,
                                            Date until) {
    if (writers.empty()) return {};
    return db::all<DeliveredCount>(db, sql::delivered_among, db::json_list(writers), from, until);
}

std::optional<Report> store::report(db::Connection& db, ReportId id) {
    return db::first<Report>(db, sql::report_by_id, id);
}

std::vector<Report> store::reports_after(db::Connection& db, ReportId after, int limit) {
    return db::all<Report>(db, sql::reports_after, after, limit);
}

std::vector<Section> store::sections_of(db::Connection& db, ReportId report) {
    return db::all<Section>(db, sql::sections_of, report);
}

std::vector<ProposedRequirement> store::requirements_among(db::Connection& db,
                                                           std::span<const std::int64_t> reports) {
    if (reports.empty()) return {};
    return db::all<ProposedRequirement>(db, sql::requirements_among, db::json_list(reports));
}

std::vector<Naming> store::namings_of(db::Connection& db, ReportId report) {
    return db::all<Naming>(db, sql::namings_of, report);
}

std::vector<Check> store::checks_of(db::Connection& db, ReportId report) {
    return db::all<Check>(db, sql::checks_of, report);
}

std::vector<Report> store::open_reports(db::Connection& db,
                                        const web::Actor& actor,
                                        const Reach& reach,
                                        const OpenFilter& filter,
                                        const After& after,
                                        Date day,
                                        int limit) {
    return db::all<Report>(db,
                           sql::open_reports_page,
                           limits(reach),
                           listed(reach),
                           actor.scope_kind,
                           actor.scope_body,
                           actor.account,
                           day,
                           filter.mine ? 1 : 0,
                           filter.due_before.value_or(last_day),
                           after.day.value_or(earliest),
                           after.id,
                           limit);
}

store::OpenCounts store::count_open(
    db::Connection& db, const web::Actor& actor, const Reach& reach, Date day, Date far) {
    return *db::first<OpenCounts>(db,
                                  sql::count_open_reports,
                                  limits(reach),
                                  listed(reach),
                                  actor.scope_kind,
                                  actor.scope_body,
                                  actor.account,
                                  day,
                                  far);
}

std::vector<Report> store::reports_in_state(db::Connection& db,
                                            const web::Actor& actor,
                                            const Reach& reach,
                                            State state,
                                            const After& after,
                                            Date day,
                                            int limit) {
    return db::all<Report>(db,
                           sql::reports_in_state_page,
                           limits(reach),
                           listed(reach),
                           actor.scope_kind,
                           actor.scope_body,
                           actor.account,
                           day,
                           std::string(describe::choice_text(state)),
                           after.day.value_or(earliest),
                           after.id,
                           limit);
}

std::int64_t store::count_in_state(
    db::Connection& db, const web::Actor& actor, const Reach& reach, State state, Date day) {
    return db::one<std::int64_t>(db,
                                 sql::count_reports_in_state,
                                 limits(reach),
                                 listed(reach),
                                 actor.scope_kind,
                                 actor.scope_body,
                                 actor.account,
                                 day,
                                 std::string(describe::choice_text(state)));
}

std::vector<store::CourtCounts> store::concordance_counts(db::Connection& db,
                                                          const Reach& reach,
                                                          Date from,
                                                          Date until) {
    return db::all<CourtCounts>(
        db, sql::concordance_counts, from, until, limits(reach), listed(reach));
}

std::vector<Report> store::decided(db::Connection& db,
                                   const Reach& reach,
                                   Date from,
                                   Date until,
                                   std::optional<BodyId> court,
                                   const After& after,
                                   int limit) {
    return db::all<Report>(db,
                           sql::decided_page,
                           from,
                           until,
                           limits(reach),
                           listed(reach),
                           court ? 1 : 0,
                           court.value_or(BodyId{}),
                           after.day.value_or(earliest),
                           after.id,
                           limit);
}

std::vector<db::Migration> migrations() {
    return sql::migrations;
}

}  // namespace noms::reports
