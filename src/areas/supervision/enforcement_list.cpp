#include "areas/supervision/enforcement_list.hpp"

#include <algorithm>
#include <map>

#include "areas/supervision/enforcement_views.hpp"

namespace noms::supervision {
namespace {

constexpr int lines_a_page = 50;
constexpr int working_days_soon = 5;

/// From which day to before which day a state reaches.
Span span_of(const std::optional<DueState>& state, Date today, Date soon) {
    static const Date first_day = *parse_date("1000-01-01");
    if (!state) return {first_day, {}};
    if (*state == DueState::Late) return {first_day, today};
    if (*state == DueState::Soon) return {today, plus_days(soon, 1)};
    return {plus_days(soon, 1), {}};
}

std::int64_t count_in(const tasks::DueCounts& counts, const std::optional<DueState>& state) {
    if (!state) return counts.late + counts.soon + counts.later;
    if (*state == DueState::Late) return counts.late;
    return *state == DueState::Soon ? counts.soon : counts.later;
}

bool is_asked(const EnforcementQuery& query, const std::string& kind) {
    return !query.kind || query.kind->empty() || *query.kind == kind;
}

void count(EnforcementList& list, web::Context& context, const EnforcementQuery& query, Date soon) {
    auto open = tasks::counts_by_kind(context.db, context.actor, context.today, soon);
    for (const auto& clock : clocks()) {
        auto counts = open[clock.kind];
        list.counts.late += counts.late;
        list.counts.soon += counts.soon;
        list.counts.later += counts.later;
        if (is_asked(query, clock.kind)) list.whole += count_in(counts, query.state);
        list.kinds.push_back({.kind = clock.kind, .what = clock.what, .counts = counts});
    }
}

/// The next of every kind, put in the order of their days: one question a clock, which the index of
/// kinds answers in that order.
std::vector<tasks::Task> tasks_of(web::Context& context, const EnforcementQuery& query, Date soon) {
    auto span = span_of(query.state, context.today, soon);
    tasks::After after{.due_on = span.from};
    if (query.after_day)
        after = {.due_on = query.after_day, .id = query.after.value_or(tasks::TaskId{})};
    std::vector<tasks::Task> out;
    for (const auto& clock : clocks()) {
        if (!is_asked(query, clock.kind)) continue;
        auto found = tasks::open_of_kind(context.db,
                                         context.actor,
                                         clock.kind,
                                         after,
                                         span.until,
                                         context.today,
                                         lines_a_page + 1);
        std::ranges::move(found, std::back_inserter(out));
    }
    std::ranges::sort(
        out, {}, [](const tasks::Task& task) { return std::pair(task.due_on, task.id); });
    if (out.size() > lines_a_page + 1) out.resize(lines_a_page + 1);
    return out;
}

std::map<std::int64_t, std::string> names_of(web::Context& context,
                                             const std::vector<tasks::Task>& all) {
    std::vector<std::int64_t> ids;
    for (const auto& task : all) ids.push_back(task.offender->number);
    std::map<std::int64_t, std::string> names;
    for (const auto& who : offenders::offenders_among(context.db, ids)) {
        names[who.id.number] = offenders::name_in_list(who);
        context.shows(offenders::subject_kind, who.id.number);
    }
    return names;
}

std::map<std::int64_t, std::string> managers_of(web::Context& context,
                                                const std::vector<tasks::Task>& all) {
    std::vector<std::int64_t> accounts;
    for (const auto& task : all)
        if (task.account) accounts.push_back(task.account->number);
    std::map<std::int64_t, std::string> names;
    for (const auto& account : access::accounts_among(context.db, accounts))
        names[account.id.number] = account.shown_name;
    return names;
}

/// The area whose case it is, by offender.
std::map<std::int64_t, std::string> areas_of(web::Context& context,
                                             const std::vector<tasks::Task>& all) {
    std::vector<std::int64_t> offenders, bodies;
    for (const auto& task : all) offenders.push_back(task.offender->number);
    auto allocations = management::managers_among(context.db, offenders, context.today);
    for (const auto& each : allocations)
        if (each.area) bodies.push_back(each.area->number);
    std::map<std::int64_t, std::string> names, out;
    for (const auto& body : organisation::bodies_listed(context.db, bodies, context.today))
        names[body.id.number] = body.name;
    for (const auto& each : allocations)
        if (each.area) out[each.offender.number] = names[each.area->number];
    return out;
}

Result<EnforcementList> get_list(web::Context& context, const EnforcementQuery& query) {
    EnforcementList list{.day = context.today, .seen = query.seen.value_or(0)};
    auto soon = tasks::working_days_after(context.today, working_days_soon);
    count(list, context, query, soon);
    auto found = tasks_of(context, query, soon);
    list.more = found.size() > lines_a_page;
    if (list.more) found.pop_back();
    auto names = names_of(context, found);
    auto managers = managers_of(context, found);
    auto areas = areas_of(context, found);
    for (auto& task : found) {
        auto who = task.offender->number;
        auto manager = task.account ? managers[task.account->number] : std::string();
        list.lines.push_back({std::move(task), names[who], manager, areas[who]});
    }
    return list;
}

Result<page::Page> show_list(web::Context& context) {
    auto query = TRY(context.query<EnforcementQuery>());
    return enforcement_list_page(TRY(get_list(context, query)), query);
}

}  // namespace

void serve_enforcement_list(web::Api& api) {
    const std::string oversee = "supervision.oversee";
    api.page({"/enforcement", oversee, "What enforcement is late or due in your scope"},
             &show_list);
    api.get<EnforcementQuery, EnforcementList>(
        {"/api/enforcement", oversee, "What enforcement is late or due in your scope"}, &get_list);
}

}  // namespace noms::supervision
