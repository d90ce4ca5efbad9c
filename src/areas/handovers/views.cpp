#include "areas/handovers/views.hpp"

#include <algorithm>

#include "areas/handovers/looking.hpp"
#include "areas/handovers/store.hpp"

namespace noms::handovers {
namespace {

// More than anybody looks through; a list that is cut says so.
constexpr int people_max = 10'000;

struct People {
    std::vector<std::int64_t> ids{};
    std::string whose{};
    std::optional<management::BodyId> area{};
};

bool has_cases(web::Context& context) {
    return context.actor.scope_kind != "prison" &&
           management::officer_on(context.db, context.actor.account, context.today).has_value();
}

People own_cases(web::Context& context) {
    People out{.whose = "Your own cases"};
    auto cases =
        management::cases_of(context.db, context.actor.account, context.today, {}, people_max + 1);
    for (const auto& each : cases.get()) out.ids.push_back(each.offender.number);
    return out;
}

People on_roll(web::Context& context) {
    management::BodyId prison{context.actor.scope_body};
    auto body = organisation::body(context.db, prison, context.today);
    People out{.whose = body ? body->name : "Your prison"};
    for (const auto& each :
         movements::roll(context.db, prison, movements::end_of(context.today), {}, people_max + 1))
        out.ids.push_back(each.offender.number);
    return out;
}

Result<People> of_area(web::Context& context) {
    auto area = TRY(management::area_asked(context));
    People out{.whose = area.name, .area = area.id};
    for (const auto& each : management::managed_in_areas(context.db,
                                                         std::span(&area.id.number, 1),
                                                         context.today,
                                                         context.today,
                                                         people_max + 1))
        out.ids.push_back(each.offender.number);
    return out;
}

Result<People> people_of(web::Context& context, const HandoverQuery& query) {
    if (context.actor.scope_kind == "prison") return on_roll(context);
    if (!query.area && has_cases(context)) return own_cases(context);
    return of_area(context);
}

HandoverLine line_of(const HandoverView& view) {
    const auto& row = view.handover;
    return {.offender = row.offender,
            .handover = row.id,
            .gate = row.gate,
            .crosses_on = view.crossed_on.value_or(row.crosses_on),
            .crossed = view.crossed_on.has_value(),
            .place = view.place,
            .done = view.done(),
            .items = int(view.items.size())};
}

std::vector<HandoverLine> lines_of(const std::vector<Looked>& all) {
    std::vector<HandoverLine> out;
    for (const auto& each : all) {
        for (const auto& view : each.handovers)
            if (view.place != Place::Closed) out.push_back(line_of(view));
        if (each.gap && each.gap->place != Place::NotYet)
            out.push_back({.offender = each.offender,
                           .crosses_on = each.gap->crosses_on,
                           .crossed = each.gap->released,
                           .place = each.gap->place});
    }
    std::ranges::sort(out, {}, [](const HandoverLine& line) {
        return std::tuple(line.place != Place::Overdue, line.crosses_on, line.offender);
    });
    return out;
}

void name_them(web::Context& context, std::vector<HandoverLine>& lines) {
    std::vector<std::int64_t> people;
    for (const auto& each : lines) people.push_back(each.offender.number);
    for (const auto& who : offenders::offenders_among(context.db, people)) {
        context.shows(offenders::subject_kind, who.id.number);
        for (auto& each : lines)
            if (each.offender == who.id) each.about = offenders::name_in_list(who);
    }
}

}  // namespace

PersonHandovers all_of(db::Connection& db, offenders::OffenderId offender, Date day) {
    auto looked = look_at_all(db, offender, day);
    return {.day = day, .gap = std::move(looked.gap), .handovers = std::move(looked.handovers)};
}

Result<HandoverInFull> in_full(web::Context& context) {
    auto row = TRY(handover_in(context));
    auto all = look_at_all(context.db, row.offender, context.today);
    auto view = std::ranges::find(
        all.handovers, row.id, [](const HandoverView& each) { return each.handover.id; });
    HandoverInFull out{
        .view = *view,
        .checklist_because =
            TRY(checklist({.gate = row.gate, .crosses_on = row.crosses_on, .rosh = row.rosh}))
                .because};
    if (row.gate == Gate::Release && !out.view.crossed_on && all.approved_release != row.crosses_on)
        out.approved_release = all.approved_release;
    return out;
}

Result<HandoverList> list_of(web::Context& context, const HandoverQuery& query) {
    auto people = TRY(people_of(context, query));
    HandoverList list{.day = context.today,
                      .whose = people.whose,
                      .area = people.area,
                      .first = std::max(0, query.first.value_or(0)),
                      .too_many = people.ids.size() > people_max};
    if (list.too_many) people.ids.resize(people_max);
    auto visible = access::visible_among(context.db, context.actor, people.ids, context.today);
    auto lines = lines_of(look(context.db, visible, context.today));
    for (const auto& each : lines)
        ++(each.place == Place::Overdue ? list.overdue : each.handover ? list.open : list.upcoming);
    auto from = std::min(size_t(list.first), lines.size());
    auto until = std::min(from + lines_a_page, lines.size());
    list.lines.assign(lines.begin() + std::ptrdiff_t(from), lines.begin() + std::ptrdiff_t(until));
    name_them(context, list.lines);
    return list;
}

std::vector<page::Option> choices_of(web::Context& context) {
    if (context.actor.scope_kind == "prison") return {};
    auto out = management::areas_of(context);
    if (has_cases(context)) out.insert(out.begin(), {"", "Your own cases"});
    return out;
}

int HandoverView::done() const {
    return int(std::ranges::count_if(
        items, [](const HandoverItem& item) { return item.done_on.has_value(); }));
}

}  // namespace noms::handovers
