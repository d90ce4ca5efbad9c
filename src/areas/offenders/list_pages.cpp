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

Page pairs_page(const Pairs& shown) {
    Page page("May be one person");
    page.in_menu("/matches").add(heading(1, "May be one person"));
    if (shown.pairs.empty() && !shown.next_after)
        return page.add(
            empty_state("Nothing to decide", "No open pair of records lies in what you may see."));
    Table table{.caption = "Pairs to decide", .columns = {{"Pair"}, {"Why it is here"}, {"Since"}}};
    for (const auto& pair : shown.pairs)
        table.rows.push_back({{link("/matches/" + to_text(pair.candidate.id),
                                    pair.offender.name + " and " + pair.other.name),
                               pair.candidate.evidence,
                               pair.candidate.found_on}});
    page.add(page::table(table));
    if (!shown.next_after) return page;
    return page.add(pagination("", "/matches?after=" + to_text(*shown.next_after)));
}

Page pair_page(const PairView& pair,
               const form::Values& values,
               const std::vector<FieldError>& errors) {
    Page page("Is this one person?");
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/matches").add(back_link("/matches", "Back to all pairs"));
    page.add(heading(1, "Is this one person?")).add(lead(pair.candidate.evidence));
    page.add(lines_table({pair.offender, pair.other}, false));
    if (pair.candidate.state != CandidateState::Open)
        return page.add(inset("Decided by " + pair.candidate.decided_by + "."));
    page::Looks looks;
    looks["decision"].label = "Your decision";
    looks["decision"].options = {{"Join", "Join them: one person"},
                                 {"KeepApart", "Keep them apart"}};
    looks["reason"].label = "Why";
    looks["reason"].long_text = true;
    page.add(
        post_form("/matches/" + to_text(pair.candidate.id),
                  form_fields<DecideCandidate>(values, errors, looks) + button("Save decision")));
    return page.add(muted("A join can be undone from the person's page, exactly."));
}

}  // namespace noms::offenders
