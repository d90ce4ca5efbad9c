#include "areas/overview/words.hpp"

#include "areas/offenders/offenders.hpp"
#include "kit/base/text.hpp"

namespace noms::overview {

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

page::Due due_line(const tasks::Task& task, const std::string& who, Date today) {
    auto words = who.empty() ? task.what : who + ": " + task.what;
    page::Cell what = words;
    if (task.offender && !who.empty()) what = page::link(offenders::path_of(*task.offender), words);
    return {.what = what,
            .when = tasks::due_in_words(task.due_on, today),
            .late = task.due_on < today,
            .why = task.rule};
}

}  // namespace noms::overview
