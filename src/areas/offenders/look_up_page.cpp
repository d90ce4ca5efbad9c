#include "areas/offenders/look_up_page.hpp"

#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::offenders {

page::Page look_up_page(const Description& given,
                        const std::optional<LookedUp>& found,
                        const std::vector<FieldError>& errors) {
    using namespace page;
    Page page("Look somebody up");
    if (!errors.empty()) page.failed().add(error_summary(errors));
    page.in_menu("/offenders").add(heading(1, "Look somebody up by a description"));
    auto box = [&](const char* name, const char* label, const char* hint, const auto& value) {
        return input({.name = name,
                      .label = label,
                      .hint = hint,
                      .value = value.value_or(""),
                      .error = error_of(errors, name, label),
                      .autocomplete = "off",
                      .width = "20"});
    };
    page.add(post_form("/look-up",
                       box("first_name", "First name", "", given.first_name) +
                           box("surname", "Surname", "As it was heard", given.surname) +
                           box("born", "Born", "For example 9/3/1982", given.born) +
                           box("postcode", "Postcode", "", given.postcode) +
                           box("number", "Number", "PNC, CRO, prison number or CRN", given.number) +
                           button("Look up")));
    if (!found) return page;
    for (const auto& advice : found->advice) page.add(inset(advice));
    if (found->people.empty())
        return page.add(empty_state("Nobody fits",
                                    "No offender that you may see is at all likely to be meant.",
                                    "Try with less, or search by the first letters of a name."));
    Table table{.caption = "Whom the description may tell of, the likeliest first",
                .columns = {{"Name"}, {"Born"}, {"In 100", true}, {"What agrees"}}};
    for (const auto& each : found->people)
        table.rows.push_back({{link(path_of(each.who.id), each.who.name),
                               each.who.born ? Cell(*each.who.born) : Cell("Not known"),
                               std::to_string(each.chance_in_100),
                               each.evidence}});
    return page.add(page::table(table));
}

}  // namespace noms::offenders
