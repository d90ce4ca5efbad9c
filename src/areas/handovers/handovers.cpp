#include "areas/handovers/handovers.hpp"

#include "areas/handovers/handlers.hpp"
#include "areas/handovers/pages.hpp"
#include "areas/handovers/store.hpp"
#include "kit/base/text.hpp"
#include "kit/record/following.hpp"

/// The area's addresses: what each page loads, and where each command leads.
namespace noms::handovers {
namespace {

using offenders::CommandForm;

constexpr std::string_view ending = "/handovers";
const std::string read = "handovers.read", record_right = "handovers.record";

Result<PersonHandovers> get_all(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return all_of(context.db, who.id, context.today);
}

Result<page::Page> show_all(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    return person_page(offenders::record_page(context, who, "Handovers at a gate", ending),
                       who,
                       all_of(context.db, who.id, context.today),
                       context.actor.may(record_right));
}

Result<HandoverInFull> get_one(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    context.shows(offenders::subject_kind, who.id.number);
    return in_full(context);
}

Result<page::Page> show_one(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto full = TRY(in_full(context));
    auto title = "Handover: " + lower(in_words(full.view.handover.gate));
    return handover_page(offenders::record_page(context, who, title, ending),
                         full,
                         context.today,
                         context.actor.may(record_right));
}

Result<page::Page> show_list(web::Context& context) {
    auto list = TRY(list_of(context, TRY(context.query<HandoverQuery>())));
    return list_page(list, choices_of(context));
}

Result<HandoverList> get_list(web::Context& context, const HandoverQuery& query) {
    return list_of(context, query);
}

Result<CommandForm> open_form(web::Context& context) {
    auto who = TRY(offenders::offender_in(context));
    auto all = all_of(context.db, who.id, context.today);
    page::Looks looks;
    looks["gate"] = {.label = "Gate"};
    for (auto gate : {Gate::Release, Gate::ManagerChange})
        looks["gate"].options.push_back({std::string(describe::choice_text(gate)), in_words(gate)});
    looks["crosses_on"] = {.label = "Day of the crossing",
                           .hint = "The release, or the first day of the other manager"};
    form::Values values;
    if (all.gap) values = {{"gate", "Release"}, {"crosses_on", to_text(all.gap->crosses_on)}};
    return offenders::form_at<OpenHandover>(
        context, "Open a handover", "Open handover", looks, values);
}

Result<CommandForm> tick_form(web::Context& context, const std::string& title) {
    auto row = TRY(handover_in(context));
    for (const auto& each : items_of(context.db, row.id))
        if (each.code == context.part("item")) {
            page::Looks looks;
            looks["note"] = {.label = "Note", .hint = each.words, .long_text = true};
            return offenders::form_at<TickItem>(context, title, "Save", looks);
        }
    return not_found("The checklist has no such item.");
}

Result<CommandForm> done_form(web::Context& context) {
    return tick_form(context, "Say that it is done");
}

Result<CommandForm> undo_form(web::Context& context) {
    return tick_form(context, "Take back that it is done");
}

Result<CommandForm> move_form(web::Context& context) {
    auto row = TRY(handover_in(context));
    page::Looks looks;
    looks["crosses_on"] = {.label = "Day of the crossing"};
    return offenders::form_at<MoveHandover>(
        context, "Move the day", "Save day", looks, {{"crosses_on", to_text(row.crosses_on)}});
}

Result<CommandForm> close_form(web::Context& context) {
    auto row = TRY(handover_in(context));
    std::string missing;
    for (const auto& each : items_of(context.db, row.id))
        if (!each.done_on) missing += (missing.empty() ? "" : "; ") + each.words;
    page::Looks looks;
    looks["reason"] = {.label = "Reason",
                       .hint = missing.empty() ? "Everything is done: no reason is needed"
                                               : "Why it is closed without: " + missing,
                       .long_text = true};
    return offenders::form_at<CloseHandover>(
        context, "Close the handover", "Close handover", looks);
}

std::string to_one(const Handover& row) {
    return path_of(row);
}

std::string gist(const offenders::FieldOf& after) {
    auto reason = after("reason");
    if (!reason.empty()) return "Without all of it: " + reason;
    bool is_release = after("gate") == describe::choice_text(Gate::Release);
    auto day = parse_date(after("crosses_on"));
    auto gate = in_words(is_release ? Gate::Release : Gate::ManagerChange);
    return day ? gate + " on " + noms::in_words(*day) : "";
}

std::string item_gist(const offenders::FieldOf& after) {
    return after("words");
}

/// A command with the page of its form at the same address.
template <offenders::FormOf form_of, class In>
void add_form(web::Api& api,
              const std::string& path,
              const std::string& summary,
              Result<Handover> (*handler)(web::Context&, const In&)) {
    api.page({path, record_right, summary + ": its form"}, &offenders::show_command_form<form_of>);
    api.command<In, Handover>({path, record_right, summary},
                              handler,
                              {&to_one, &offenders::show_command_form_again<form_of>});
}

void serve_commands(web::Api& api, const std::string& all, const std::string& one) {
    add_form<&open_form>(api, all + "/open", "Open a handover", &open_handover);
    add_form<&move_form>(api, one + "/move", "Move the day of a handover", &move_handover);
    add_form<&close_form>(api, one + "/close", "Close a handover", &close_handover);
    const std::string item = one + "/items/{item}";
    add_form<&done_form>(api, item + "/done", "Say that an item of it is done", &do_item);
    add_form<&undo_form>(api, item + "/undo", "Take back that it is done", &undo_item);
}

}  // namespace

void serve(web::Api& api) {
    record::add_following({.area = "handovers",
                           .tables = {record::following(handovers, &Handover::offender),
                                      record::following(handover_items, &HandoverItem::offender)}});
    offenders::add_tellings(
        {{"handovers.opened", "Handover opened", page::Setting::Office},
         {"handovers.item_done", "Done for the handover", page::Setting::Office},
         {"handovers.item_undone", "Not done for the handover after all", page::Setting::Office},
         {"handovers.moved", "Day of the handover moved", page::Setting::Office},
         {"handovers.closed", "Handover closed", page::Setting::Office}},
        {{"handover", read, &gist}, {"handover_item", read, &item_gist}});
    const std::string all = "/offenders/{offender}/handovers", one = all + "/{handover}";
    api.page({all, read, "Handovers of a person"}, &show_all);
    api.get<PersonHandovers>({"/api" + all, read, "Handovers of a person"}, &get_all);
    api.page({one, read, "A handover and its checklist"}, &show_one);
    api.get<HandoverInFull>({"/api" + one, read, "A handover and its checklist"}, &get_one);
    serve_commands(api, all, one);
    const std::string list = "/handovers";
    api.page({list, read, "Who crosses a gate, and what is done before it"}, &show_list);
    api.get<HandoverQuery, HandoverList>(
        {"/api" + list, read, "Who crosses a gate, and what is done before it"}, &get_list);
}

}  // namespace noms::handovers
