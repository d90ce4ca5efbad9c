#include "areas/overview/home.hpp"
#include "kit/page/content.hpp"

namespace noms::overview {

using namespace page;

namespace {

Html list_of(const std::vector<Work>& all) {
    std::vector<Due> lines;
    for (const auto& each : all)
        lines.push_back(
            {.what = link(each.path, each.label), .when = each.waits, .why = each.what});
    return due_list(lines);
}

}  // namespace

Page home_page(const Home& home) {
    Page page("Home");
    page.in_menu("/").add(heading(1, home.name));
    if (home.may_search)
        page.add(
            lead("To look somebody up, use the box above: a name, a birth date or any number."));
    if (home.work.empty() && home.look_up.empty())
        return page.add(
            empty_state("There are no pages for your role yet",
                        "Your account is for a machine, or its pages come with a later part of "
                        "the service.",
                        link("/law", "Law and rules are open to everybody")));
    if (home.work.empty()) return page.add(list_of(home.look_up));
    return page.add(two_one(section("Your work", list_of(home.work), "work"),
                            section("To look up", list_of(home.look_up), "look-up")));
}

}  // namespace noms::overview
