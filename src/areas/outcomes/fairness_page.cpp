#include <algorithm>

#include <fmt/format.h>

#include "areas/outcomes/groups.hpp"
#include "areas/outcomes/pages.hpp"
#include "kit/base/text.hpp"
#include "kit/page/content.hpp"
#include "kit/page/form.hpp"
#include "kit/page/table.hpp"

namespace noms::outcomes {

using namespace page;

namespace {

constexpr std::string_view path = "/fairness";
const std::string not_shown = "\u2013";

std::string percent(int tenths) {
    return fmt::format("{}.{} %", tenths / 10, tenths % 10);
}

std::string interval(const Rate& rate) {
    return percent(*rate.low) + " to " + percent(*rate.high);
}

std::string why_not_shown(const Rate& rate) {
    switch (rate.showing) {
        case Showing::TooFew: return fmt::format("Fewer than {}", limit("shown_from"));
        case Showing::Beside: return "Not shown";
        default: return "Nobody";
    }
}

std::string people_of(const Rate& rate) {
    return rate.people ? with_commas(*rate.people) : why_not_shown(rate);
}

std::string people(std::int64_t count) {
    return with_commas(count) + (count == 1 ? " person" : " people");
}

std::string kind_in_words(const organisation::Body& body) {
    using organisation::Kind;
    switch (body.kind) {
        case Kind::Region: return "Region";
        case Kind::Area: return "Area";
        case Kind::LocalUnit: return "Local delivery unit";
        default: return "Team";
    }
}

Html filter_of(const FairnessView& view) {
    std::vector<Option> options;
    if (!view.chosen) options.push_back({"", "Choose one"});
    for (const auto& each : view.places)
        options.push_back({to_text(each.id), kind_in_words(each) + ": " + each.name});
    return filter_form(path,
                       select({.name = "body",
                               .label = "Whose figures",
                               .value = view.chosen ? to_text(view.chosen->id) : ""},
                              options) +
                           input({.name = "from",
                                  .label = "From",
                                  .hint = "Like 2006-04-01",
                                  .value = to_text(view.from),
                                  .width = "10"}) +
                           input({.name = "until",
                                  .label = "Until, and not with",
                                  .value = to_text(view.until),
                                  .width = "10"}));
}

/// The rates of everybody and of each group that has somebody in it.
std::vector<Rate> rows_of(const FairRuling& ruling) {
    std::vector<Rate> out{ruling.everybody};
    for (const auto& each : ruling.groups)
        if (each.showing != Showing::Nobody) out.push_back(each);
    return out;
}

Html enforcement_table(const Measure& measure, size_t by) {
    const auto& [dimension, rates] = measure.by[by];
    Table table{.caption = measure.name + ", by " + dimension,
                .caption_shown = true,
                .columns = {{capitalised(dimension)},
                            {"People", true},
                            {measure.name, true},
                            {"Share", true},
                            {"95% interval", true}},
                .sticky = false};
    for (const auto& rate : rows_of(rates)) {
        bool shown = rate.showing == Showing::Shown;
        table.rows.push_back({{rate.group,
                               people_of(rate),
                               shown ? with_commas(*rate.with) : not_shown,
                               shown ? percent(*rate.share) : not_shown,
                               shown ? interval(rate) : not_shown}});
    }
    return page::table(table);
}

/// The measures of that code: one for each tier, one each of enforcement.
std::vector<const Measure*> measures_of(const Fairness& counted, std::string_view code) {
    std::vector<const Measure*> out;
    for (const auto& each : counted.measures)
        if (each.code == code) out.push_back(&each);
    return out;
}

/// One column a tier: its share, and its interval below.
Html tier_table(const std::vector<const Measure*>& tiers, size_t by) {
    const auto& dimension = tiers.front()->by[by].by;
    Table table{.caption = "Tiers, by " + dimension,
                .caption_shown = true,
                .columns = {{capitalised(dimension)}, {"People", true}},
                .sticky = false};
    for (const auto* tier : tiers) table.columns.push_back({tier->name, true});
    std::vector<std::vector<Rate>> rows;
    for (const auto* tier : tiers) rows.push_back(rows_of(tier->by[by].rates));
    for (size_t i = 0; i < rows.front().size(); ++i) {
        TableRow row{.cells = {rows.front()[i].group, people_of(rows.front()[i])}};
        for (const auto& of_tier : rows) {
            const auto& rate = of_tier[i];
            row.cells.push_back(rate.showing == Showing::Shown
                                    ? with_sub(percent(*rate.share), together(interval(rate)))
                                    : text(not_shown));
        }
        table.rows.push_back(std::move(row));
    }
    return page::table(table);
}

Html tiers_section(const Fairness& counted) {
    auto tiers = measures_of(counted, "tier");
    Html inside = paragraph(
        people(counted.on_last_day) + " managed on " + noms::in_words(counted.last) +
        (counted.tiered.empty() ? ", before tiers were known." : ", by " + counted.tiered + ".") +
        " A tier that nobody can say for want of facts is not known; it is never counted as low.");
    if (counted.on_last_day > 0)
        for (size_t by = 0; by < dimensions.size(); ++by) inside += tier_table(tiers, by);
    return section("Tiers", inside, "tiers");
}

Html enforcement_section(const Measure& measure,
                         std::string_view title,
                         std::string_view of_whom,
                         std::string_view id) {
    Html inside = paragraph(std::string(of_whom));
    if (measure.by.front().rates.everybody.showing == Showing::Nobody)
        return section(title, inside + paragraph("There was nobody."), id);
    for (size_t by = 0; by < dimensions.size(); ++by) inside += enforcement_table(measure, by);
    return section(title, inside, id);
}

Html how_to_read() {
    return inset(
        "A difference between groups is not a cause. Groups differ in age, offences and "
        "history, and where few are counted, chance alone makes differences: intervals "
        "that overlap widely say little. A difference that stays is a reason to look at "
        "how decisions were made, not a finding about anybody.");
}

Html how_it_is_counted(const Fairness& counted) {
    return details(
        "How it is counted",
        bullets({"Everybody who was managed there on any day of the span, once; by a unit or a "
                 "team: by whoever is in office there on its last day.",
                 "Tiers are those of the last day, of everybody who is managed there on that day.",
                 "Breach: of those who had an order to comply with in the span, those against whom "
                 "breach was begun in it. Recall: of those who were on licence in the span, those "
                 "for whom recall was asked for in it.",
                 fmt::format("A group of fewer than {} is not shown, since it could tell of a "
                             "person (an own limit); nor is the smallest of the others where that "
                             "group alone would be missing.",
                             limit("shown_from")),
                 "The interval is Wilson's, at 95%. Ethnicity is as somebody described themselves, "
                 "in the five groups of monitoring; age is that of the last day.",
                 "Records that only named people may see are counted: a total names nobody.",
                 "Counted from the records at " + to_text(counted.counted_at).substr(11, 8) +
                     " UTC."}));
}

Html counted_sections(const Fairness& counted) {
    return tiers_section(counted) +
           enforcement_section(*measures_of(counted, "breach").front(),
                               "Breach of an order",
                               "Of those who had an order to comply with in that time.",
                               "breach") +
           enforcement_section(*measures_of(counted, "recall").front(),
                               "Recall from a licence",
                               "Of those who were on licence in that time.",
                               "recall");
}

Html nothing_chosen(const FairnessView& view) {
    if (view.places.empty())
        return empty_state("You lead no team and belong to none",
                           "Figures are shown of the team, area or region that you lead or belong "
                           "to.",
                           link("/management/officers", "Officers and their units"));
    return empty_state("Nothing is chosen", "Choose a region, an area or a team.");
}

}  // namespace

Page fairness_page(const FairnessView& view) {
    Page page("Fairness");
    page.in_menu(std::string(path));
    if (view.chosen) page.add(caption(kind_in_words(*view.chosen) + ": " + view.chosen->name));
    page.add(heading(1, "Fairness"));
    if (!view.counted)
        return page.add(view.places.empty() ? Html() : filter_of(view)).add(nothing_chosen(view));
    const auto& counted = *view.counted;
    page.add(lead(people(counted.people) + " managed from " + noms::in_words(counted.from) +
                  " to " + noms::in_words(counted.last) +
                  ": tiers, breaches and recalls by ethnicity, sex and age."));
    page.add(filter_of(view));
    if (counted.people == 0)
        return page.add(empty_state("Nobody was managed there",
                                    "Choose another span, or another team, area or region."));
    page.add(how_to_read()).add(counted_sections(counted));
    return page.add(how_it_is_counted(counted));
}

}  // namespace noms::outcomes
