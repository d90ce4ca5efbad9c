#include <algorithm>

#include <fmt/format.h>

#include "areas/sentences/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::sentences {

using namespace page;

namespace {

std::string limit(std::string_view word,
                  const std::optional<int>& count,
                  std::optional<Unit> unit) {
    return count ? fmt::format("{} {} {}. ", word, *count, in_words(*unit)) : "";
}

std::string limits_of(const Disposal& each) {
    auto out = limit("At least", each.minimum, each.minimum_unit) +
               limit("At most", each.maximum, each.maximum_unit) +
               limit("Shorter than", each.below, each.below_unit);
    if (each.only) {
        auto listed = *each.only;
        std::ranges::replace(listed, '|', ',');
        out += "Only " + listed + " months.";
    }
    return out.empty() ? "None stated" : out;
}

std::string ages_of(const Disposal& each) {
    if (each.age_from && each.age_until)
        return fmt::format("{} to {}", *each.age_from, *each.age_until - 1);
    if (each.age_from) return fmt::format("{} and over", *each.age_from);
    return each.age_until ? fmt::format("under {}", *each.age_until) : "Any";
}

std::string since(const Disposal& each) {
    if (each.commencement == Commencement::Never) return "Never";
    auto from = each.commenced ? noms::in_words(*each.commenced) : std::string("Earlier");
    return each.ceased ? from + " until " + noms::in_words(*each.ceased) : from;
}

Html table_of(const std::vector<DisposalView>& all, Group kind, const std::string& caption) {
    Table table{
        .caption = caption,
        .columns = {{"Disposal"}, {"Limits"}, {"Ages"}, {"In force from"}, {"Usually for"}}};
    for (const auto& [each, in_force, why_not] : all) {
        if (each.kind != kind) continue;
        auto sub = law_of(each);
        if (!in_force) sub += text(". " + why_not);
        auto name = in_force ? text(each.name) : text(each.name + " ") + tag("Not on this day");
        auto dates = with_sub(since(each), each.source + ", certainty " + each.certainty);
        table.rows.push_back({{with_sub(name, sub),
                               with_sub(limits_of(each), each.note.value_or("")),
                               ages_of(each),
                               dates,
                               in_words(usual_purposes(each))}});
    }
    return page::table(table);
}

}  // namespace

Page catalogue_page(const std::vector<DisposalView>& all, Date day) {
    Page page("Disposals");
    page.in_menu("/law").add(heading(1, "Disposals"));
    auto in_force = std::ranges::count(all, true, &DisposalView::in_force);
    page.add(
        lead(fmt::format("On {} courts had {} of the {} disposals and requirements that are "
                         "recorded here.",
                         noms::in_words(day),
                         in_force,
                         all.size())));
    page.add(filter_form(
        "/disposals",
        date_input({.name = "day", .label = "As the law stood on"}, {{"day", to_text(day)}})));
    page.add(
        inset("Limits and dates come from memory unless the source says otherwise, and what "
              "each is usually for is our own reading: see the law questions."));
    for (auto choice : describe::type_of<Group>().choices) {
        auto kind = *describe::choice_of<Group>(choice);
        page.add(section(label_of(choice), table_of(all, kind, label_of(choice))));
    }
    return page;
}

}  // namespace noms::sentences
