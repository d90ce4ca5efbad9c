#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "areas/release_dates/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/form.hpp"
#include "kit/page/trying.hpp"

namespace noms::release_dates {

using namespace page;

namespace {

Html number_box(const char* name,
                const char* label,
                const std::string& first,
                const form::Values& typed,
                const std::vector<FieldError>& faults) {
    auto value = form::value_of(typed, name);
    return whole_number_input({.name = name,
                               .label = label,
                               .value = value.empty() ? first : std::string(value),
                               .error = error_of(faults, name, label),
                               .width = "3"});
}

std::vector<Option> law_options() {
    std::vector<Option> out;
    for (const auto& law : laws())
        out.push_back({law.profile == service_profile ? std::string() : law.profile,
                       capitalised(law.in_words)});
    return out;
}

std::vector<Option> sentence_options(const CalculationFacts& facts) {
    std::vector<Option> out;
    for (size_t i = 0; i < facts.sentences.size(); ++i)
        out.push_back({facts.sentences[i].id, fmt::format("Sentence {}", i + 1)});
    return out;
}

/// The first sentence's own term stands in the boxes until somebody types another.
std::string first_term(int number, const form::Values& typed) {
    return typed.empty() && number > 0 ? std::to_string(number) : "";
}

Html term_boxes(const CalculationFacts& facts,
                const form::Values& typed,
                const std::vector<FieldError>& faults) {
    const auto& length = facts.sentences.front().length;
    Html boxes;
    if (facts.sentences.size() > 1)
        boxes += select({.name = "sentence",
                         .label = "Term of",
                         .value = std::string(form::value_of(typed, "sentence"))},
                        sentence_options(facts));
    bool alone = facts.sentences.size() == 1;
    auto box = [&](const char* name, const char* label, int number) {
        boxes += number_box(name, label, alone ? first_term(number, typed) : "", typed, faults);
    };
    box("years", "Years", length.years);
    box("months", "Months", length.months);
    box("weeks", "Weeks", length.weeks);
    box("days", "Days", length.days);
    return boxes;
}

Html boxes_of(const OffenderDates& view,
              const form::Values& typed,
              const std::vector<FieldError>& faults) {
    const auto& first = view.facts.sentences.front();
    auto remand = typed.empty() && first.remand_days ? std::to_string(*first.remand_days) : "";
    return number_box("added_days", "More added days", "", typed, faults) +
           number_box("days_at_large", "More days at large", "", typed, faults) +
           number_box("remand_days", "Remand days that count", remand, typed, faults) +
           term_boxes(view.facts, typed, faults) +
           select(
               {.name = "law", .label = "Law", .value = std::string(form::value_of(typed, "law"))},
               law_options());
}

std::string heading_of(const std::vector<MovedDate>& moved) {
    for (const auto& each : moved)
        if (date_kind(each.type).releases == Releases::Yes && each.has_moved())
            return date_kind(each.type).name + ": " + difference_in_words(each);
    return std::ranges::any_of(moved, &MovedDate::has_moved) ? "Release would not move"
                                                             : "No date would move";
}

/// The steps that lead to each date that would move.
Html why_moved(const WorkedOut& tried, const std::vector<MovedDate>& moved) {
    Html out;
    for (const auto& each : moved) {
        auto date = std::ranges::find(tried.dates, each.type, &WorkedDate::type);
        if (each.has_moved() && date != tried.dates.end())
            out += details("Why: " + lower(date_kind(each.type).name), steps_of(date->because));
    }
    return out;
}

Html outcome(const OffenderDates& view) {
    if (!view.what_if) return {};
    const auto& tried = *view.what_if;
    if (!tried.calculable) {
        std::vector<Cell> why;
        for (const auto& doubt : tried.doubts) why.push_back(doubt.words);
        for (const auto& words : tried.refusals) why.push_back(words);
        return heading(3, "No date could be worked out") + bullets(why);
    }
    auto moved = compared(view.now.dates, tried.dates);
    return heading(3, heading_of(moved)) +
           moved_table("Dates now and as they would be", "Now", "What if", moved) +
           why_moved(tried, moved);
}

}  // namespace

Html what_if_panel(const OffenderDates& view,
                   const form::Values& typed,
                   const std::vector<FieldError>& faults) {
    auto form = trying_form(dates_path(view.offender),
                            "what-if",
                            boxes_of(view, typed, faults),
                            "Show what would change");
    return trying_box("what-if",
                      heading(2, "What if") +
                          paragraph("Try a change and see which dates move. Nothing is saved and "
                                    "nobody is told.") +
                          form + outcome(view));
}

}  // namespace noms::release_dates
