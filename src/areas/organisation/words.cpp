#include "areas/organisation/words.hpp"

#include <fmt/format.h>

#include "areas/organisation/rules.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::organisation {

std::string_view words_of(Certainty certainty) {
    switch (certainty) {
        case Certainty::Verified: return "verified";
        case Certainty::High: return "from memory, high certainty";
        case Certainty::Medium: return "from memory, medium certainty";
        case Certainty::Low: return "from memory, low certainty";
        case Certainty::Invented: return "invented";
        case Certainty::Entered: return "entered here";
        case Certainty::NotKnown: return "not known";
    }
    return "not known";
}

page::Html source_note(std::string_view source, Certainty certainty) {
    auto note = page::text(source);
    if (is_weak(certainty))
        return note + page::text(" ") + page::tag(words_of(certainty), page::Colour::Grey);
    return note + page::text(fmt::format(" ({})", words_of(certainty)));
}

page::Html with_source(const page::Cell& value, std::string_view source, Certainty certainty) {
    return page::with_sub(value, source_note(source, certainty));
}

std::string day_words(const std::optional<Date>& day, Exactness exactness) {
    if (!day || exactness == Exactness::NotKnown) return "Not known";
    auto words = in_words(*day);
    if (exactness == Exactness::Day) return words;
    return words.substr(exactness == Exactness::Month ? words.find(' ') + 1 : words.rfind(' ') + 1);
}

page::Html link_on(Date day,
                   const web::Context& context,
                   const std::string& path,
                   std::string_view label) {
    return page::link(day == context.today ? path : path + "?day=" + to_text(day), label);
}

page::Html day_filter(const std::string& path, Date day) {
    return page::filter_form(
        path,
        page::date_input({.name = "day", .label = "As it stood on"}, {{"day", to_text(day)}}));
}

page::Html menu(const web::Context& context, Date day, std::string_view current) {
    auto on_day = [&](std::string path) {
        return day == context.today ? path : path + "?day=" + to_text(day);
    };
    return page::subnav("Organisation",
                        {{"Chain of accountability", on_day("/organisation")},
                         {"Prisons", on_day("/organisation/prisons")},
                         {"Boundaries", on_day("/organisation/boundaries")}},
                        on_day(std::string(current)));
}

std::string counted(size_t count, size_t whole, std::string_view noun) {
    return fmt::format("{} of {} {}", count, whole, noun);
}

page::Html body_bullets(const std::vector<Body>& bodies) {
    std::vector<page::Cell> lines;
    for (const auto& body : bodies)
        lines.emplace_back(page::text(body.name + " ") + page::muted(body.code));
    return page::bullets(lines);
}

}  // namespace noms::organisation
