#include "areas/overview/words.hpp"

#include <fmt/format.h>

#include "areas/offenders/offenders.hpp"
#include "kit/base/text.hpp"

namespace noms::overview {

std::string sentence_in_words(const sentences::Sentence& row) {
    const auto* disposal = sentences::disposal(row.disposal);
    std::string words = disposal ? disposal->name : row.disposal;
    auto length = sentences::length_of(row);
    if (row.term == sentences::Term::Fixed && !length.empty())
        words += ", " + sentences::in_words(length);
    if (row.hours) words += fmt::format(", {} hours", *row.hours);
    if (row.amount_pence) words += fmt::format(", £{:.2f}", double(*row.amount_pence) / 100);
    return words;
}

std::string place_in_words(const movements::Movement& at, const std::string& where) {
    auto named = [&](std::string_view with, std::string_view without) {
        return where.empty() ? std::string(without) : std::string(with) + " " + where;
    };
    switch (at.place) {
        case movements::Place::Prison: return named("In custody at", "In custody");
        case movements::Place::Court: return named("At", "At court");
        case movements::Place::TemporaryAbsence:
            return named("On temporary absence from", "On temporary absence");
        case movements::Place::Hospital: return named("In hospital, on the roll of", "In hospital");
        case movements::Place::Community: return "In the community";
        case movements::Place::AtLarge:
            return named("Unlawfully at large from", "Unlawfully at large");
        case movements::Place::Abroad: return "Abroad";
        case movements::Place::Dead: return "Died";
    }
    return "Not known";
}

std::string ending_in_words(const sentences::Ending& ending) {
    if (ending.end == sentences::EndIs::Never) return "with no end";
    if (!ending.until) return "";
    return "until " + noms::in_words(plus_days(*ending.until, -1));
}

std::string due_in_words(Date due_on, Date today) {
    auto days = days_between(today, due_on);
    if (days == 0) return "today";
    auto count = fmt::format("{} {}", std::abs(days), std::abs(days) == 1 ? "day" : "days");
    return days < 0 ? count + " late" : noms::in_short(due_on) + ", in " + count;
}

page::Due due_line(const tasks::Task& task, const std::string& who, Date today) {
    auto words = who.empty() ? task.what : who + ": " + task.what;
    page::Cell what = words;
    if (task.offender && !who.empty()) what = page::link(offenders::path_of(*task.offender), words);
    return {.what = what,
            .when = due_in_words(task.due_on, today),
            .late = task.due_on < today,
            .why = task.rule};
}

}  // namespace noms::overview
