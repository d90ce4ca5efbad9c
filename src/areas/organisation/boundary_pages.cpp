#include <algorithm>

#include <fmt/format.h>

#include "areas/organisation/handlers.hpp"
#include "areas/organisation/pages.hpp"
#include "areas/organisation/words.hpp"
#include "kit/page/content.hpp"
#include "kit/page/table.hpp"

namespace noms::organisation {
namespace {

std::string police_words(const Boundary& boundary) {
    switch (boundary.police) {
        case Fit::Same: return "The same";
        case Fit::Several: return fmt::format("{} forces", boundary.forces.size());
        case Fit::Differs: return "Differs";
        case Fit::NotKnown: break;
    }
    return "Not known";
}

page::Html court_words(const Boundary& boundary) {
    if (boundary.courts == Fit::NotKnown) return page::text("Not known");
    auto words = boundary.courts == Fit::Same
                     ? std::string("The same")
                     : fmt::format("{} of {} courts carry another force's number",
                                   boundary.courts_of_other_forces,
                                   boundary.courts_compared);
    if (boundary.courts_not_comparable == 0) return page::text(words);
    return page::with_sub(
        words, fmt::format("{} more cannot be compared", boundary.courts_not_comparable));
}

std::string answer(const std::vector<ShownBoundary>& all, Date day) {
    auto same = std::ranges::count_if(
        all, [](const auto& row) { return row.boundary.police == Fit::Same; });
    auto differing = std::ranges::count_if(
        all, [](const auto& row) { return row.boundary.courts == Fit::Differs; });
    return fmt::format(
        "On {} {} share their boundary with one police force. In {} a court lies, by "
        "its code, with another force.",
        in_words(day),
        counted(static_cast<size_t>(same), all.size(), "areas"),
        counted(static_cast<size_t>(differing), all.size(), "areas"));
}

/// Areas that do not match stand first, the rest by name.
std::vector<ShownBoundary> misfits_first(std::vector<ShownBoundary> all) {
    auto fits = [](const ShownBoundary& row) {
        return row.boundary.police == Fit::Same && row.boundary.courts == Fit::Same;
    };
    std::ranges::sort(all, [&](const auto& left, const auto& right) {
        return std::pair(fits(left), left.name) < std::pair(fits(right), right.name);
    });
    return all;
}

}  // namespace

Result<page::Page> boundaries_page(web::Context& context) {
    auto day = TRY(web::day_asked(context));
    auto all = misfits_first(shown_boundaries(context.db, day));
    page::Page page("Boundaries");
    page.in_menu("/organisation");
    page.add(page::heading(1, "How far boundaries match"));
    page.add(menu(context, day, "/organisation/boundaries"));
    if (all.empty())
        return page.add(
            page::empty_state("No area is recorded for this day.", "Areas began on 1 April 2001."));
    page.add(page::lead(answer(all, day)));
    page.add(day_filter("/organisation/boundaries", day));
    page::Table table{
        .caption = "Areas beside police, courts and boards; misfits first",
        .columns = {
            {"Area"}, {"Police"}, {"Force numbers"}, {"Courts"}, {"Criminal justice board"}}};
    for (const auto& row : all)
        table.rows.push_back(
            {.cells = {link_on(day, context, "/organisation/areas/" + row.area, row.name),
                       police_words(row.boundary),
                       fmt::format("{}", fmt::join(row.boundary.forces, ", ")),
                       court_words(row.boundary),
                       row.boundary.justice_board == Fit::Same ? "The same" : "None recorded"}});
    page.add(page::table(table));
    page.add(page::inset(
        "Police numbers are verified; that a force covers the whole of its area is from memory. A "
        "court is compared by the police force number inside its code."));
    return page;
}

}  // namespace noms::organisation
