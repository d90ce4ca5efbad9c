#pragma once

#include <optional>
#include <string>
#include <vector>

#include "areas/reports/drawing.hpp"
#include "areas/reports/handlers.hpp"
#include "areas/reports/store.hpp"

/// What pages and the JSON API show: loaded once, for both.
namespace noms::reports {

/// A report in words. `about` is the person's name, in lists of many.
struct ReportView {
    Report report{};
    std::string court{};
    bool late = false;
    std::string about{};
};
DESCRIBE(ReportView, report, court, late, about)

/// Every report about somebody, the newest first.
struct PersonReports {
    Date day{};
    std::vector<ReportView> reports{};
};
DESCRIBE(PersonReports, day, reports)
PersonReports reports_of(db::Connection&, offenders::OffenderId, Date day);

/// What the reader may do with a report next.
struct May {
    bool name = false;
    bool write = false;
    bool hand_in = false;
    bool check = false;
    bool deliver = false;
    bool decide = false;
    bool rearrange = false;
    bool withdraw = false;
};
DESCRIBE(May, name, write, hand_in, check, deliver, decide, rearrange, withdraw)

/// One section with what was saved of it; version 0: nobody saved it yet.
struct SectionLine {
    std::string code{};
    std::string title{};
    int version = 0;
    std::string words{};
    std::string saved_by{};
    std::optional<Date> saved_on{};
    bool wanted = true;
};
DESCRIBE(SectionLine, code, title, version, words, saved_by, saved_on, wanted)

struct ReportInFull {
    ReportView view{};
    std::string area{};
    std::vector<SectionLine> sections{};
    std::vector<ProposedRequirement> requirements{};
    std::vector<Naming> namings{};
    std::vector<Check> checks{};
    std::vector<std::string> missing{};  // before it can be handed in
    May may{};
};
DESCRIBE(ReportInFull, view, area, sections, requirements, namings, checks, missing, may)
/// The one that the address names, of this offender.
Result<ReportInFull> in_full(web::Context&, const offenders::Offender&);

/// Which reports a list shows. All but the last three are of those that the court has not got yet.
enum class Show { Open, Late, Mine, Delivered, Decided, Withdrawn };
DESCRIBE_ENUM(Show, Open, Late, Mine, Delivered, Decided, Withdrawn)
/// What the address of the list may say. `seen` is how many stood on the pages before.
struct ReportQuery {
    std::optional<Show> show{};
    std::optional<Date> after_day{};
    std::optional<ReportId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ReportQuery, show, after_day, after, seen)

struct ReportList {
    Date day{};
    store::OpenCounts counts{};
    std::vector<ReportView> reports{};
    std::int64_t whole = 0;  // that fit the filter
    int seen = 0;
    bool more = false;
};
DESCRIBE(ReportList, day, counts, reports, whole, seen, more)
ReportList list_of(web::Context&, const ReportQuery&);

/// Decisions of [from, until); none: the twelve months up to today.
struct ConcordanceQuery {
    std::optional<Date> from{};
    std::optional<Date> until{};
    std::optional<BodyId> court{};
    std::optional<Date> after_day{};
    std::optional<ReportId> after{};
    std::optional<int> seen{};
};
DESCRIBE(ConcordanceQuery, from, until, court, after_day, after, seen)

struct CourtLine {
    std::string area{};
    std::string court{};
    store::CourtCounts counts{};
};
DESCRIBE(CourtLine, area, court, counts)

/// How often courts followed what was proposed: counts are of everybody in the reader's areas; whom
/// the reader may not see is not named.
struct ConcordanceView {
    Date from{};
    Date until{};
    store::CourtCounts all{};
    std::vector<CourtLine> courts{};
    std::vector<ReportView> reports{};
    std::int64_t whole = 0;
    int seen = 0;
    std::optional<Date> next_day{};
    std::optional<ReportId> next{};
};
DESCRIBE(ConcordanceView, from, until, all, courts, reports, whole, seen, next_day, next)
Result<ConcordanceView> concordance_in(web::Context&, const ConcordanceQuery&);

}  // namespace noms::reports
