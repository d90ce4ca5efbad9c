#include <algorithm>

#include "areas/handovers/handlers.hpp"
#include "areas/handovers/sql.gen.hpp"
#include "areas/handovers/store.hpp"

/// What must hold over all handovers.
namespace noms::handovers {
namespace {

constexpr int at_once = 500;

using Faults = std::vector<record::Fault>;

std::vector<std::string> codes_of(const std::vector<Item>& items) {
    std::vector<std::string> codes;
    for (const auto& each : items) codes.push_back(each.code);
    std::ranges::sort(codes);
    return codes;
}

void look_at(const Handover& row,
             const std::vector<HandoverItem>& items,
             const std::vector<tasks::Task>& open,
             Faults& faults) {
    auto fault = [&](std::string words) {
        faults.push_back({"handover " + to_text(row.id), std::move(words)});
    };
    auto asked = std::ranges::count_if(
        open, [&](const tasks::Task& task) { return is_about(task, row.id); });
    if (asked > (row.closed_on ? 0 : 1))
        fault(row.closed_on ? "is closed, and a task still asks for it"
                            : "is asked for by more than one task");
    std::vector<std::string> codes;
    for (const auto& each : items)
        if (each.handover == row.id) codes.push_back(each.code);
    std::ranges::sort(codes);
    auto ruling = checklist({.gate = row.gate, .crosses_on = row.crosses_on, .rosh = row.rosh});
    if (!ruling || ruling->checklist != row.checklist || codes_of(ruling->items) != codes)
        fault("has another checklist than the rule gives");
}

Faults task_and_list(db::Connection& db, Date) {
    Faults faults;
    for (HandoverId after{};;) {
        auto some = store::handovers_after(db, after, at_once);
        if (some.empty()) return faults;
        std::vector<std::int64_t> people, keys;
        for (const auto& each : some) {
            people.push_back(each.offender.number);
            keys.push_back(each.id.number);
        }
        auto open = tasks::open_about(db, people);
        auto items = store::items_among(db, keys);
        for (const auto& each : some) look_at(each, items, open, faults);
        after = some.back().id;
    }
}

}  // namespace

std::vector<record::Check> checks() {
    return {
        record::check_of(sql::doctor_handover_closing,
                         "a closing has its day, its name, and a reason where it was not complete",
                         "handover"),
        record::check_of(sql::doctor_handover_items,
                         "a handover that was complete has every item done",
                         "handover"),
        record::check_of(
            sql::doctor_item_done, "an item that is done has its day and a name", "handover_item"),
        {.name = "handovers/task_and_list",
         .holds = "a handover has the checklist of the rule, and at most one task, none once it is "
                  "closed",
         .over = "handover",
         .faults = &task_and_list}};
}

}  // namespace noms::handovers
