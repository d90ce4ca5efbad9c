#include "areas/demonstration/words.hpp"

#include <array>

#include "areas/demonstration/figures.hpp"

namespace noms::demonstration {
namespace {

constexpr std::array working_days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};

std::string month_after(Date day, int months) {
    auto words = in_words(plus_months(day, months));
    auto from = words.find(' ') + 1;
    return words.substr(from, words.rfind(' ') - from);
}

std::string blank(Dice& dice, std::string_view name, const About& about) {
    bool woman = about.woman;
    if (name == "He") return woman ? "She" : "He";
    if (name == "he") return woman ? "she" : "he";
    if (name == "His") return woman ? "Her" : "His";
    if (name == "his") return woman ? "her" : "his";
    if (name == "him") return woman ? "her" : "him";
    if (name == "himself") return woman ? "herself" : "himself";
    if (name == "n") return std::to_string(dice.between(2, 9));
    if (name == "day") return dice.pick(working_days);
    return month_after(about.day, dice.throw_one(3));
}

std::string_view kind_of(Turnout turnout) {
    switch (turnout) {
        case Turnout::Attended: return "attended";
        case Turnout::Missed: return "missed";
        case Turnout::Excused: return "excused";
        case Turnout::InCustody: return "custody";
        case Turnout::AtHome: return "home";
    }
    return {};
}

}  // namespace

std::string words(Dice& dice, std::string_view kind, const About& about) {
    std::string_view rest = phrase(dice, kind);
    std::string out;
    for (;;) {
        auto open = rest.find('{');
        out += rest.substr(0, open);
        if (open == rest.npos) return out;
        auto close = rest.find('}', open);
        out += blank(dice, rest.substr(open + 1, close - open - 1), about);
        rest.remove_prefix(close + 1);
    }
}

std::string note(Dice& dice, Turnout turnout, std::string_view need, const About& about) {
    auto text = words(dice, kind_of(turnout), about);
    bool was_there = turnout != Turnout::Missed && turnout != Turnout::Excused;
    if (was_there && dice.in_100(75)) text += " " + words(dice, need, about);
    if (dice.in_100(40)) text += " " + words(dice, "close", about);
    return text;
}

}  // namespace noms::demonstration
