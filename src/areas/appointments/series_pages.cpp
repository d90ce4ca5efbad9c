#include <algorithm>

#include <fmt/format.h>

#include "areas/appointments/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

/// A series is asked for, seen, and booked.
namespace noms::appointments {

using namespace page;

namespace {

std::string title_of(const offenders::Offender& who, const std::string& what) {
    return what + ": " + offenders::name_in_full(who);
}

Page begun(const offenders::Offender& who,
           const std::string& what,
           const std::vector<FieldError>& errors,
           const Looks& looks) {
    Page page(title_of(who, what));
    if (!errors.empty()) page.failed().add(error_summary(errors, looks));
    page.add(back_link(offenders::path_of(who.id) + "/ahead", "Weeks ahead"));
    return page.add(caption(offenders::name_in_full(who))).add(heading(1, what));
}

Looks series_looks() {
    Looks looks;
    looks["every"].label = "How often";
    for (auto each : {Every::Week, Every::Fortnight, Every::Month})
        looks["every"].options.push_back(
            {std::string(describe::choice_text(each)), in_words(each)});
    looks["first_on"].label = "First day";
    looks["last_on"] = {.label = "Last day",
                        .hint = fmt::format("At most {} appointments are booked at once",
                                            parameter("series_most"))};
    for (const auto& each : supervision::contact_kinds())
        looks["kind"].options.push_back({each.code, fmt::format("{} ({})", each.name, each.code)});
    std::ranges::sort(looks["kind"].options, {}, &Option::label);
    looks["at_time"] = {.label = "Time", .hint = "Like 14:30", .width = "5"};
    looks["place"].label = "Where";
    looks["officer"] = {.label = "With",
                        .hint = "The name they sign in with; empty: the offender manager"};
    return looks;
}

Html days_table(const SeriesPlan& plan) {
    Table table{.caption = "The days of the series", .columns = {{"Day"}, {"Clashes with"}}};
    for (const auto& each : plan.days) {
        auto words = in_words(each.clashes);
        table.rows.push_back({.cells = {in_short(each.on_day), words.empty() ? "Nothing" : words},
                              .late = !words.empty()});
    }
    return page::table(table);
}

const Looks clash_looks{{"on_clash", {.label = "What is done with days that clash"}},
                        {"despite", {.label = "Why, where they are booked all the same"}}};

/// One of the two questions, with what was typed and what is wrong with it.
Field question(const std::string& name,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    const auto& label = clash_looks.at(name).label;
    return {.name = name,
            .label = label,
            .value = std::string(form::value_of(values, name)),
            .error = error_of(errors, name, label)};
}

/// Everything that was asked for, hidden; and what is done with clashes, where there are any.
Html booking_form(const offenders::Offender& who,
                  const SeriesPlan& plan,
                  const form::Values& values,
                  const std::vector<FieldError>& errors) {
    Html fields = hidden("seen", plan.seen);
    for (const auto& [name, value] : values_of(plan.asked)) fields += hidden(name, value);
    if (plan.clashing > 0)
        fields +=
            radios(question("on_clash", values, errors),
                   {{"LeaveOut", "Leave them out"}, {"BookAllTheSame", "Book them all the same"}}) +
            textarea(question("despite", values, errors), 3);
    return post_form(offenders::path_of(who.id) + "/series/add",
                     fields + button("Book the appointments"));
}

}  // namespace

Page series_form_page(const offenders::Offender& who,
                      const form::Values& values,
                      const std::vector<FieldError>& errors) {
    auto looks = series_looks();
    auto page = begun(who, "Book a series", errors, looks);
    page.add(
        lead("First you see every day with what it clashes with. Nothing is booked before "
             "that."));
    return page.add(
        post_form(offenders::path_of(who.id) + "/series/look",
                  form_fields<PlanSeries>(values, errors, looks) + button("Show the days")));
}

Page plan_page(const offenders::Offender& who,
               const SeriesPlan& plan,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    auto page = begun(who, "The days of the series", errors, clash_looks);
    auto clashing = plan.clashing == 0
                        ? std::string("None clashes.")
                        : fmt::format("{} clash{}.", plan.clashing, plan.clashing == 1 ? "es" : "");
    page.add(lead(fmt::format("{} appointment{} would be booked. {} Nothing is booked yet.",
                              plan.days.size(),
                              plan.days.size() == 1 ? "" : "s",
                              clashing)));
    page.add(figures({{"What", supervision::kind_in_words(plan.asked.kind)},
                      {"How often", in_words(plan.asked.every)},
                      {"At", plan.asked.at_time},
                      {"Where", plan.asked.place}}));
    page.add(days_table(plan)).add(booking_form(who, plan, values, errors));
    return page.add(paragraph(link(offenders::path_of(who.id) + "/series/add", "Ask again")));
}

}  // namespace noms::appointments
