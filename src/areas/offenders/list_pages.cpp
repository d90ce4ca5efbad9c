#include <fmt/format.h>

#include "areas/offenders/names.hpp"
#include "areas/offenders/pages.hpp"
#include "kit/page/content.hpp"
#include "kit/page/person.hpp"
#include "kit/page/table.hpp"

namespace noms::offenders {

using namespace page;

namespace {

std::string numbers_of(const OffenderLine& line) {
    std::string out;
    for (const auto& each : line.identifiers)
        if (each.state != IdentifierState::Unverified)
            out += fmt::format(
                "{}{} {}", out.empty() ? "" : ", ", in_words(each.kind), each.canonical);
    return out.empty() ? "None recorded" : out;
}

std::string places_of(const OffenderLine& line) {
    std::string out;
    for (const auto& each : line.held_by) out += (out.empty() ? "" : ", ") + each.name;
    return out.empty() ? "Not known" : out;
}

Html lines_table(const std::vector<OffenderLine>& lines, bool with_why) {
    Table table{.caption = "Offenders",
                .columns = {{"Name"}, {"Born"}, {"Identifiers"}, {"Held by"}}};
    if (with_why) table.columns.push_back({"Why it matched"});
    for (const auto& line : lines) {
        Cell born = line.born ? Cell(*line.born) : Cell("Not known");
        TableRow row{{link(path_of(line.id), line.name), born, numbers_of(line), places_of(line)}};
        if (with_why) row.cells.push_back(line.why);
        table.rows.push_back(std::move(row));
    }
    return page::table(table);
}

std::vector<Option> letters() {
    std::vector<Option> out{{"", "All"}};
    for (char c = 'A'; c <= 'Z'; ++c) out.push_back({std::string(1, c), std::string(1, c)});
    return out;
}

Html filter_of(const ListView& view) {
    auto places = view.places;
    places.insert(places.begin(), {"", "Anywhere"});
    return filter_form(
        "/offenders",
        select({.name = "letter", .label = "Surname begins with", .value = view.filter.letter},
               letters()) +
            select(
                {.name = "sex", .label = "Sex", .value = view.filter.sex},
                {{"", "All"}, {"Male", "Male"}, {"Female", "Female"}, {"NotKnown", "Not known"}}) +
            select({.name = "held_by", .label = "Held by", .value = view.filter.held_by}, places));
}

std::int64_t whole_of(const auto& view) {
    return view.lines.whole.value_or(0);
}

std::string next_of(const ListView& view) {
    auto shown = std::int64_t(view.lines.offenders.size());
    auto seen = view.filter.seen + shown;
    if (shown == 0 || seen >= whole_of(view)) return "";
    return fmt::format("/offenders?letter={}&sex={}&held_by={}&after={}&seen={}",
                       form::encoded(view.filter.letter),
                       form::encoded(view.filter.sex),
                       form::encoded(view.filter.held_by),
                       to_text(view.lines.offenders.back().id),
                       seen);
}

Html suggestions(const SearchView& view) {
    Html out;
    for (const auto& each : view.lines.advice) out += inset(each);
    if (!view.meant.empty())
        out += section("One digit or letter away", lines_table(view.meant, false));
    return out;
}

/// Results are turned by POST, since what was typed may be a name.
Html turning(const SearchView& view) {
    auto shown = std::int64_t(view.lines.offenders.size());
    auto out = paging(
        {.first = view.first + 1, .shown = shown, .whole = whole_of(view), .noun = "offenders"});
    if (view.first + shown >= whole_of(view)) return out;
    return out +
           post_form("/search",
                     hidden("q", view.typed) + hidden("first", std::to_string(view.first + shown)) +
                         secondary_button("Next page"));
}

}  // namespace

Page list_page(const ListView& view) {
    Page page("Offenders");
    page.in_menu("/offenders").add(heading(1, "Offenders"));
    page.add(lead(fmt::format(
        "{} in what you may see.",
        whole_of(view) == 1 ? "1 offender" : with_commas(whole_of(view)) + " offenders")));
    auto look_up = link("/look-up", "Look somebody up by a description");
    page.add(view.may_add ? button_group(button_link("/offenders/add", "Add a person") + look_up)
                          : paragraph(look_up));
    page.add(filter_of(view));
    if (view.lines.offenders.empty())
        return page.add(
            empty_state("Nobody here",
                        "No offender in your scope fits this filter.",
                        "Choose another letter or place, or search by name or number."));
    page.add(lines_table(view.lines.offenders, false));
    return page.add(paging({.first = view.filter.seen + 1,
                            .shown = std::int64_t(view.lines.offenders.size()),
                            .whole = whole_of(view),
                            .noun = "offenders",
                            .previous_path = view.filter.after.empty() ? "" : "/offenders",
                            .next_path = next_of(view)}));
}

Page search_page(const SearchView& view) {
    Page page("Search");
    page.in_menu("/offenders").add(heading(1, "Search"));
    page.add(post_form("/search",
                       input({.name = "q",
                              .label = "Name, number or birth date",
                              .hint = "In any order, for example: odell marcus 9/3/1982",
                              .value = view.typed,
                              .autocomplete = "off"}) +
                           button("Search")));
    page.add(paragraph(link("/look-up", "Look somebody up by a description")));
    page.add(suggestions(view));
    if (view.typed.empty()) return page;
    if (view.lines.offenders.empty())
        return page.add(
            empty_state("Nobody found",
                        "No offender that you may see has all of what was typed.",
                        "Try fewer words, the first letters of a name, or one number."));
    page.add(lead(whole_of(view) == 1 ? std::string("1 offender fits.")
                                      : with_commas(whole_of(view)) + " offenders fit."));
    return page.add(lines_table(view.lines.offenders, true)).add(turning(view));
}

}  // namespace noms::offenders
