#include <fmt/format.h>

#include "areas/workload/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

/// Many cases given over at once: chosen, looked at, done.
namespace noms::workload {

using namespace page;

namespace {

std::vector<std::string> all_of(const form::Values& values, std::string_view name) {
    std::vector<std::string> out;
    for (const auto& [key, value] : values)
        if (key == name) out.push_back(value);
    return out;
}

std::vector<Option> case_options(const MovingView& view) {
    std::vector<Option> out;
    for (const auto& each : view.cases) {
        auto tier =
            each.weighs.tier.empty() ? std::string("Tier not known") : "Tier " + each.weighs.tier;
        out.push_back(
            {to_text(each.offender), each.name, tier + ", " + points_in_words(each.weight)});
    }
    return out;
}

std::vector<Option> receiver_options(const MovingView& view) {
    std::vector<Option> out;
    for (const auto& each : view.receivers)
        out.push_back({to_text(each.officer.account),
                       each.name,
                       fmt::format("{} cases, {}", each.load.cases, capacity_in_words(each.load))});
    return out;
}

Html fields_of(const MovingView& view,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    auto field = [&](const char* name, const char* label, const char* hint) {
        return Field{.name = name,
                     .label = label,
                     .hint = hint,
                     .value = std::string(form::value_of(values, name)),
                     .error = error_of(errors, name, label)};
    };
    return checkboxes(field("to", "To whom", "Several: the cases are spread over them by weight"),
                      receiver_options(view),
                      all_of(values, "to")) +
           input(field("reason", "Why", "")) +
           checkbox({.name = "all", .label = "All cases"}, !form::value_of(values, "all").empty()) +
           checkboxes(
               field("cases", "Or these cases", ""), case_options(view), all_of(values, "cases"));
}

Html moves_table(const MovePlan& plan) {
    Table table{.caption = "Cases, and who is to have them",
                .columns = {{"Case"}, {"Weighs", true}, {"To"}}};
    for (const auto& each : plan.moves)
        table.rows.push_back({{link(offenders::path_of(each.what.offender), each.what.name),
                               points_in_words(each.what.weight),
                               each.to_name}});
    return page::table(table);
}

Html loads_table(const MovePlan& plan) {
    Table table{.caption = "Workload before and after",
                .columns = {{"Officer"},
                            {"Cases now", true},
                            {"Cases after", true},
                            {"Capacity now", true},
                            {"Capacity after", true}}};
    for (const auto& each : plan.loads)
        table.rows.push_back({{each.name,
                               each.before.cases,
                               each.after.cases,
                               capacity_in_words(each.before),
                               capacity_in_words(each.after)}});
    return page::table(table);
}

Page begun(const std::string& title,
           record::AccountId from,
           const std::string& name,
           const std::vector<FieldError>& errors) {
    Page page(title);
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu(officers_menu).add(back_link(path_of(from), "Workload of " + name));
    return page.add(heading(1, title));
}

}  // namespace

Page choose_page(const MovingView& view,
                 const form::Values& values,
                 const std::vector<FieldError>& errors) {
    auto account = view.from.officer.account;
    auto page =
        begun("Give cases of " + view.from.name + " to others", account, view.from.name, errors);
    if (view.cases.empty() || view.receivers.empty())
        return page.add(
            empty_state(view.cases.empty() ? "No case to give over" : "Nobody to give cases to",
                        view.cases.empty() ? "This officer manages nobody whom you may see."
                                           : "No other officer of the area is in office."));
    page.add(lead("First you see who would have which case. Nothing is given over before that."));
    if (view.not_shown > 0)
        page.add(inset(fmt::format("{} more {} restricted: whoever may read {} gives {} over.",
                                   view.not_shown,
                                   view.not_shown == 1 ? "is" : "are",
                                   view.not_shown == 1 ? "it" : "them",
                                   view.not_shown == 1 ? "it" : "them")));
    return page.add(post_form(path_of(account) + "/reallocate/preview",
                              fields_of(view, values, errors) + button("Show what would be")));
}

Page plan_page(const MovePlan& plan, const std::vector<FieldError>& errors) {
    auto page = begun("Cases of " + plan.from_name + " to be given over",
                      plan.from.account,
                      plan.from_name,
                      errors);
    auto path = path_of(plan.from.account) + "/reallocate";
    if (plan.moves.empty())
        return page.add(empty_state("No case is left to give over",
                                    "Others have them by now.",
                                    link(path, "Choose again")));
    page.add(lead(fmt::format("{} case{} would go to others. Nothing is given over yet.",
                              plan.moves.size(),
                              plan.moves.size() == 1 ? "" : "s")));
    page.add(section("Workload after it", loads_table(plan), "loads"));
    page.add(section("Cases", moves_table(plan), "cases"));
    Html fields = hidden("reason", plan.reason);
    for (const auto& each : plan.moves)
        fields += hidden("moves." + to_text(each.what.offender), to_text(each.to));
    page.add(facts({{"Why", plan.reason}}));
    return page.add(post_form(path, fields + button("Give them over")))
        .add(paragraph(link(path, "Choose again")));
}

}  // namespace noms::workload
