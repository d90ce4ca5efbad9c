#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/reports/reports.hpp"

/// The area's rows. No decisions.
namespace noms::reports::store {

std::optional<Report> report(db::Connection&, ReportId);
std::vector<Report> reports_after(db::Connection&, ReportId after, int limit);
std::vector<Section> sections_of(db::Connection&, ReportId);
std::vector<ProposedRequirement> requirements_among(db::Connection&,
                                                    std::span<const std::int64_t> reports);
std::vector<Naming> namings_of(db::Connection&, ReportId);
std::vector<Check> checks_of(db::Connection&, ReportId);

/// Whose reports somebody may see a list of: those of some areas, or of any.
struct Reach {
    bool anywhere = true;
    std::vector<std::int64_t> areas{};
};
/// Where a page of a list begins: after the report with that day and key.
struct After {
    std::optional<Date> day{};
    ReportId id{};
};
/// Which of the reports that have not reached the court: the actor's own, those due before a day.
struct OpenFilter {
    bool mine = false;
    std::optional<Date> due_before{};
};
/// By their last day.
std::vector<Report> open_reports(db::Connection&,
                                 const web::Actor&,
                                 const Reach&,
                                 const OpenFilter&,
                                 const After&,
                                 Date day,
                                 int limit);
struct OpenCounts {
    std::int64_t whole = 0;
    std::int64_t late = 0;
    std::int64_t soon = 0;
    std::int64_t to_name = 0;
    std::int64_t to_check = 0;
    std::int64_t mine = 0;
};
DESCRIBE(OpenCounts, whole, late, soon, to_name, to_check, mine)
/// What is due before `far`, and not late, is soon.
OpenCounts count_open(db::Connection&, const web::Actor&, const Reach&, Date day, Date far);
std::vector<Report> reports_in_state(
    db::Connection&, const web::Actor&, const Reach&, State, const After&, Date day, int limit);
std::int64_t count_in_state(db::Connection&, const web::Actor&, const Reach&, State, Date day);

/// How often one court followed what was proposed.
struct CourtCounts {
    BodyId area{};
    BodyId court{};
    std::int64_t decided = 0;
    std::int64_t followed = 0;
    std::int64_t partly = 0;
    std::int64_t not_followed = 0;
};
DESCRIBE(CourtCounts, area, court, decided, followed, partly, not_followed)
std::vector<CourtCounts> concordance_counts(db::Connection&, const Reach&, Date from, Date until);
/// The reports behind them by the day of the decision, those of one court where it is given.
std::vector<Report> decided(db::Connection&,
                            const Reach&,
                            Date from,
                            Date until,
                            std::optional<BodyId> court,
                            const After&,
                            int limit);

}  // namespace noms::reports::store
