#include "areas/handovers/handlers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "areas/handovers/store.hpp"
#include "areas/management/management.hpp"
#include "areas/movements/movements.hpp"
#include "kit/base/text.hpp"

namespace noms::handovers {
namespace {

std::string source_of(HandoverId id) {
    return "handovers/" + to_text(id);
}

/// Another one after each move of the day: the same thing is asked for once.
std::string source_of(const Handover& row) {
    return fmt::format("{}/{}", source_of(row.id), row.version);
}

std::string words_of(const std::optional<std::string>& given) {
    return std::string(trimmed(given.value_or("")));
}

Result<void> check_day(web::Context& context, const offenders::Offender& who, Gate gate, Date on) {
    OpeningFacts facts{.gate = gate, .crosses_on = on, .day = context.today};
    if (auto last = movements::last_movement(context.db, who.id)) {
        facts.inside = last->prison.has_value();
        if (last->move == movements::Move::Release) facts.released_on = day_of(last->at);
    }
    auto managed = management::manager_of(context.db, who.id, context.today);
    facts.managed = managed && managed->manager;
    CHECK(opening(facts));
    return {};
}

/// Asked of the manager of the case; of whoever holds the record where it has none.
void ask(web::Context& context, const Handover& row) {
    auto managed = management::manager_of(context.db, row.offender, context.today);
    tasks::Task task{.offender = row.offender,
                     .kind = "handover",
                     .what = row.gate == Gate::Release ? "Handover at the release"
                                                       : "Handover to another offender manager",
                     .counted_from = row.opened_on,
                     .due_on = row.crosses_on,
                     .rule = "By the day of the crossing",
                     .cite = "noms: an own rule",
                     .certainty = "own",
                     .source = source_of(row)};
    if (managed && managed->manager)
        task.account = managed->manager;
    else
        management::ask_whoever_holds(context.db, task, managed);
    tasks::open(*context.changes, context.db, task);
}

void tell(web::Context& context, const Handover& row, std::string_view event) {
    context.changes->about({std::string(offenders::subject_kind), row.offender.number}, event);
}

Result<Handover> open_one_in(web::Context& context) {
    auto row = TRY(handover_in(context));
    if (row.closed_on) return conflict("This handover is closed.");
    return row;
}

/// The item that the address names, with the handover it belongs to, which is still open.
struct ItemOfHandover {
    Handover handover{};
    HandoverItem item{};
};

Result<ItemOfHandover> item_in(web::Context& context) {
    auto row = TRY(open_one_in(context));
    auto items = items_of(context.db, row.id);
    auto at = std::ranges::find(items, context.part("item"), &HandoverItem::code);
    if (at == items.end()) return not_found("The checklist has no such item.");
    return ItemOfHandover{row, *at};
}

}  // namespace

Result<Handover> open_handover(web::Context& context, const OpenHandover& given) {
    auto who = TRY(offenders::offender_in(context));
    CHECK(check_day(context, who, given.gate, given.crosses_on));
    for (const auto& each : handovers_of(context.db, who.id))
        if (!each.closed_on && each.gate == given.gate)
            return conflict("A handover at this gate is open already.");
    auto rosh = assessments::risk_and_needs_of(context.db, who, context.today).rosh;
    auto ruling =
        TRY(checklist({.gate = given.gate, .crosses_on = given.crosses_on, .rosh = rosh}));
    Handover row{.id = new_id<Handover>(),
                 .offender = who.id,
                 .gate = given.gate,
                 .checklist = ruling.checklist,
                 .rosh = rosh,
                 .crosses_on = given.crosses_on,
                 .opened_on = context.today,
                 .opened_by = context.actor.name};
    tell(context, row, "handovers.opened");
    context.changes->add(handovers, row);
    for (const auto& each : ruling.items)
        context.changes->add(handover_items,
                             {.id = new_id<HandoverItem>(),
                              .handover = row.id,
                              .offender = who.id,
                              .code = each.code,
                              .words = each.words});
    ask(context, row);
    return row;
}

Result<Handover> do_item(web::Context& context, const TickItem& given) {
    auto [row, before] = TRY(item_in(context));
    if (before.done_on) return conflict("Somebody has done this already.");
    auto after = before;
    after.done_on = context.today;
    after.done_by = context.actor.name;
    after.note = words_of(given.note);
    tell(context, row, "handovers.item_done");
    context.changes->change(handover_items, before, after);
    return row;
}

Result<Handover> undo_item(web::Context& context, const TickItem& given) {
    auto [row, before] = TRY(item_in(context));
    if (!before.done_on) return conflict("This is not done, so there is nothing to take back.");
    auto after = before;
    after.done_on.reset();
    after.done_by.clear();
    after.note = words_of(given.note);
    tell(context, row, "handovers.item_undone");
    context.changes->change(handover_items, before, after);
    return row;
}

Result<Handover> move_handover(web::Context& context, const MoveHandover& given) {
    auto who = TRY(offenders::offender_in(context));
    auto before = TRY(open_one_in(context));
    if (before.crosses_on == given.crosses_on)
        return invalid({{"crosses_on", "unchanged", "That is the day which stands already"}});
    CHECK(check_day(context, who, before.gate, given.crosses_on));
    auto after = before;
    after.version += 1;
    after.crosses_on = given.crosses_on;
    tell(context, before, "handovers.moved");
    context.changes->change(handovers, before, after);
    tasks::close_asked(*context.changes,
                       context.db,
                       source_of(before),
                       tasks::TaskState::Cancelled,
                       "The day moved to " + in_words(given.crosses_on));
    ask(context, after);
    return after;
}

Result<Handover> close_handover(web::Context& context, const CloseHandover& given) {
    auto before = TRY(open_one_in(context));
    std::vector<std::string> done;
    for (const auto& each : items_of(context.db, before.id))
        if (each.done_on) done.push_back(each.code);
    auto reason = words_of(given.reason);
    auto ruling = TRY(closing({.checklist = before.checklist, .done = done, .reason = reason}));
    auto after = before;
    after.version += 1;
    after.closed_on = context.today;
    after.closed_by = context.actor.name;
    after.complete = ruling.complete;
    after.reason = reason;
    tell(context, before, "handovers.closed");
    context.changes->change(handovers, before, after);
    tasks::close_asked(*context.changes,
                       context.db,
                       source_of(before),
                       tasks::TaskState::Done,
                       ruling.because.front().text);
    return after;
}

Result<Handover> handover_in(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto found = store::handover(context.db, TRY(context.id<Handover>("handover")));
    if (!found || found->offender != who.id) return not_found("There is no such handover.");
    return *found;
}

std::vector<HandoverItem> items_of(db::Connection& db, HandoverId id) {
    return store::items_among(db, std::span(&id.number, 1));
}

bool is_about(const tasks::Task& task, HandoverId id) {
    return task.source.starts_with(source_of(id) + "/");
}

}  // namespace noms::handovers
