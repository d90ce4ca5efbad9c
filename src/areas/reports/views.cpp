#include "areas/reports/views.hpp"

#include <algorithm>
#include <map>

#include "areas/reports/clocks.hpp"
#include "areas/reports/words.hpp"

namespace noms::reports {
namespace {

constexpr int reports_a_page = 50;
constexpr int working_days_soon = 5;

using Names = std::map<std::int64_t, std::string>;

Names names_of(db::Connection& db, const std::vector<std::int64_t>& bodies, Date day) {
    Names names;
    if (bodies.empty()) return names;
    for (const auto& body : organisation::bodies_listed(db, bodies, day))
        names[body.id.number] = body.name;
    return names;
}

std::vector<ReportView> views_of(db::Connection& db, std::vector<Report> all, Date day) {
    std::vector<std::int64_t> courts;
    for (const auto& each : all) courts.push_back(each.court.number);
    auto names = names_of(db, courts, day);
    std::vector<ReportView> views;
    for (auto& each : all) {
        auto sent = each.delivered_on.value_or(day);
        bool late = each.due_on < sent && each.state != State::Withdrawn;
        // Lists and their JSON leave the text itself to the report's own page.
        each.delivered_text.clear();
        auto court = names[each.court.number];
        views.push_back({std::move(each), court, late, ""});
    }
    return views;
}

/// The names of those people whom the actor may see; the read is noted.
void name_people(web::Context& context, std::vector<ReportView>& views) {
    std::vector<std::int64_t> ids;
    for (const auto& each : views) ids.push_back(each.report.offender.number);
    auto seen = access::visible_among(context.db, context.actor, ids, context.today);
    Names names;
    for (const auto& who : offenders::offenders_among(context.db, seen)) {
        names[who.id.number] = offenders::name_in_list(who);
        context.shows(offenders::subject_kind, who.id.number);
    }
    for (auto& each : views) each.about = names[each.report.offender.number];
}

/// The areas that the actor's scope stands for; none: those of the people whom it holds.
store::Reach reach_of(web::Context& context) {
    const auto& actor = context.actor;
    store::Reach reach{.anywhere = actor.scope_kind != "area" && actor.scope_kind != "region"};
    if (reach.anywhere) return reach;
    reach.areas.push_back(actor.scope_body);
    if (actor.scope_kind == "region")
        for (auto body : organisation::bodies_below(context.db, {actor.scope_body}, context.today))
            reach.areas.push_back(body.number);
    return reach;
}

May may_of(const web::Context& context, const Report& report) {
    const auto& actor = context.actor;
    auto can = [&](Step step, std::string_view permission) {
        return actor.may(permission) &&
               taken(context, report, {.step = step, .complete = true, .gives_reason = true})
                   .has_value();
    };
    return {.name = can(Step::Name, "reports.allocate"),
            .write = can(Step::Write, "reports.write"),
            .hand_in = can(Step::Submit, "reports.write"),
            .check = can(Step::Pass, "reports.check"),
            .deliver = can(Step::Deliver, "reports.write"),
            .decide = can(Step::Decide, "reports.record"),
            .rearrange = can(Step::Rearrange, "reports.record"),
            .withdraw = can(Step::Withdraw, "reports.record")};
}

std::vector<SectionLine> lines_of(const Report& report, const std::vector<Section>& saved) {
    std::vector<SectionLine> out;
    for (const auto& kind : section_kinds()) {
        SectionLine line{
            .code = kind.code, .title = kind.title, .wanted = is_wanted(kind, report.kind)};
        auto found = std::ranges::find(saved, kind.code, &Section::section);
        if (found != saved.end()) {
            line.version = found->version;
            line.words = found->words;
            line.saved_by = found->saved_by;
            line.saved_on = found->saved_on;
        }
        if (line.wanted || line.version > 0) out.push_back(std::move(line));
    }
    return out;
}

std::optional<State> state_of(Show show) {
    switch (show) {
        case Show::Delivered: return State::Delivered;
        case Show::Decided: return State::Decided;
        case Show::Withdrawn: return State::Withdrawn;
        default: return std::nullopt;
    }
}

std::int64_t count_in(const store::OpenCounts& counts, Show show) {
    if (show == Show::Late) return counts.late;
    return show == Show::Mine ? counts.mine : counts.whole;
}

void add_to(store::CourtCounts& all, const store::CourtCounts& more) {
    all.decided += more.decided;
    all.followed += more.followed;
    all.partly += more.partly;
    all.not_followed += more.not_followed;
}

void add_courts(ConcordanceView& view, web::Context& context, const store::Reach& reach) {
    auto counts = store::concordance_counts(context.db, reach, view.from, view.until);
    std::vector<std::int64_t> bodies;
    for (const auto& each : counts) {
        bodies.push_back(each.area.number);
        bodies.push_back(each.court.number);
    }
    auto names = names_of(context.db, bodies, context.today);
    for (const auto& each : counts) {
        add_to(view.all, each);
        view.courts.push_back({names[each.area.number], names[each.court.number], each});
    }
    std::ranges::sort(
        view.courts, {}, [](const CourtLine& line) { return std::pair(line.area, line.court); });
}

/// How many of those decisions are of that court, or of all.
std::int64_t whole_of(const ConcordanceView& view, std::optional<BodyId> court) {
    if (!court) return view.all.decided;
    auto line = std::ranges::find(
        view.courts, *court, [](const CourtLine& each) { return each.counts.court; });
    return line == view.courts.end() ? 0 : line->counts.decided;
}

}  // namespace

PersonReports reports_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    return {day, views_of(db, reports_among(db, std::span(&offender.number, 1)), day)};
}

Result<ReportInFull> in_full(web::Context& context, const offenders::Offender& who) {
    auto& db = context.db;
    auto found = store::report(db, TRY(context.id<Report>("report")));
    if (!found || found->offender != who.id) return not_found("There is no such report.");
    auto saved = store::sections_of(db, found->id);
    ReportInFull out{.sections = lines_of(*found, saved),
                     .requirements = store::requirements_among(db, std::span(&found->id.number, 1)),
                     .namings = store::namings_of(db, found->id),
                     .checks = store::checks_of(db, found->id),
                     .may = may_of(context, *found)};
    if (found->state == State::Writing)
        for (const auto& each : missing_in(*found, saved)) out.missing.push_back(each.words);
    auto area = found->area.number;
    auto names = names_of(db, {found->court.number, area}, context.today);
    auto court = names[found->court.number];
    bool late = found->due_on < found->delivered_on.value_or(context.today) &&
                found->state != State::Withdrawn;
    out.area = names[area];
    out.view = {std::move(*found), court, late, ""};
    return out;
}

ReportList list_of(web::Context& context, const ReportQuery& query) {
    auto& db = context.db;
    auto reach = reach_of(context);
    auto show = query.show.value_or(Show::Open);
    auto far = plus_days(tasks::working_days_after(context.today, working_days_soon), 1);
    ReportList list{.day = context.today,
                    .counts = store::count_open(db, context.actor, reach, context.today, far),
                    .seen = query.seen.value_or(0)};
    store::After after{.day = query.after_day, .id = query.after.value_or(ReportId{})};
    std::vector<Report> found;
    if (auto state = state_of(show)) {
        found = store::reports_in_state(
            db, context.actor, reach, *state, after, context.today, reports_a_page + 1);
        list.whole = store::count_in_state(db, context.actor, reach, *state, context.today);
    } else {
        store::OpenFilter filter{.mine = show == Show::Mine};
        if (show == Show::Late) filter.due_before = context.today;
        found = store::open_reports(
            db, context.actor, reach, filter, after, context.today, reports_a_page + 1);
        list.whole = count_in(list.counts, show);
    }
    list.more = found.size() > reports_a_page;
    if (list.more) found.pop_back();
    list.reports = views_of(db, std::move(found), context.today);
    name_people(context, list.reports);
    return list;
}

Result<ConcordanceView> concordance_in(web::Context& context, const ConcordanceQuery& query) {
    ConcordanceView view{.from = query.from.value_or(plus_months(context.today, -12)),
                         .until = query.until.value_or(plus_days(context.today, 1)),
                         .seen = query.seen.value_or(0)};
    if (view.until < view.from)
        return invalid({{"until", "before_from", "The end lies before the beginning"}});
    auto reach = reach_of(context);
    add_courts(view, context, reach);
    view.whole = whole_of(view, query.court);
    store::After after{.day = query.after_day, .id = query.after.value_or(ReportId{})};
    auto found = store::decided(
        context.db, reach, view.from, view.until, query.court, after, reports_a_page + 1);
    if (found.size() > reports_a_page) {
        found.pop_back();
        view.next_day = found.back().decided_on;
        view.next = found.back().id;
    }
    view.reports = views_of(context.db, std::move(found), context.today);
    name_people(context, view.reports);
    return view;
}

}  // namespace noms::reports
